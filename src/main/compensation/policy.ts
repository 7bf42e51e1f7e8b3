import { type CompensationPolicy, compensationPolicy } from '../../shared/compensation/policy.ts'
import { must, Refusal } from '../../shared/failure.ts'
import type { FeatureHandlers } from '../engine/handler.ts'
import { compensationAt } from '../policies/queries.ts'
import { checkCompensationPolicy } from '../rules/compensation-policy.ts'
import { dayAt } from '../rules/zone.ts'

type Calls = FeatureHandlers<'compensation'>

export const policy: Calls['policy'] = async ({ db, now }) => (await compensationAt(db, now)).body

/** S2-160 S2-166: a change is a new version from now on; amounts proposed before keep the version they were under. */
export const savePolicy: Calls['savePolicy'] = async (ctx, { reason, expectedVersion, ...draft }) => {
  const { db, now, actor } = ctx
  const { body: before, rowId } = await compensationAt(db, now)
  if (before.version !== expectedVersion) throw new Refusal({ code: 'CONFLICT', entity: 'compensationPolicy' })
  must(checkCompensationPolicy(draft, before))
  const version = before.version + 1
  const effectiveFrom = dayAt('Asia/Shanghai', now)
  const next: CompensationPolicy = compensationPolicy.parse({ ...before, ...draft, version, effectiveFrom })
  await db
    .insertInto('policies')
    .values({
      ...{ id: `${next.id}@${version}`, pack: next.id, kind: 'compensation', version, effectiveFrom: now },
      ...{ body: JSON.stringify(next), createdAt: now, createdBy: actor.id },
    })
    .execute()
  ctx.note({ policy: { version, replaces: rowId, reason } })
  return next
}
