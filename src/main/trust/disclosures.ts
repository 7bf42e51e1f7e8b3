import type { CallSpec, FeatureContract } from '../../shared/contract.ts'
import { contracts } from '../../shared/contracts.ts'
import type { CaseId, MemberId } from '../../shared/ids.ts'
import type { Disclosure } from '../../shared/trust/model.ts'
import type { DisclosureKind } from '../../shared/trust/words.ts'
import { scopeOf } from '../cases/case-file.ts'
import { closedAmong } from '../cases/in-scope.ts'
import type { Handler } from '../engine/handler.ts'
import type { Db } from '../store/types.ts'

/** What shows the log of disclosures itself discloses nothing new. */
const LOGS = new Set(['audit.list', 'trust.disclosures'])

const NOBODY = { memberId: null, memberCard: null }

/** The calls behind each kind, from their declarations. */
function callsOf(kind: DisclosureKind): { full: string; spec: CallSpec }[] {
  const all = Object.entries<FeatureContract>(contracts).flatMap(([feature, calls]) =>
    Object.entries(calls).map(([name, spec]) => ({ feature, name, full: `${feature}.${name}`, spec })),
  )
  const wanted: Record<DisclosureKind, (one: (typeof all)[number]) => boolean> = {
    unmasked: ({ name }) => name === 'reveal',
    emergency: ({ full }) => full === 'authorisations.breakGlass' || full === 'authorisations.openMember',
    exported: ({ feature, spec }) => feature === 'exports' && spec.kind === 'command',
    opened: ({ full, name, spec }) => spec.discloses === true && name !== 'reveal' && !LOGS.has(full),
  }
  return all.filter(wanted[kind])
}

/** S3-131 S3-132: when personal data was shown or given out, newest first, with who, about whom and why. */
export const disclosures: Handler<'trust.disclosures'> = async (ctx, { kind, before, limit }) => {
  const { db } = ctx
  const found: Awaited<ReturnType<typeof newestOf>> = []
  const calls = new Map(callsOf(kind).map(({ full, spec }) => [full, spec.summary]))
  for (const call of calls.keys()) found.push(...(await newestOf(db, call, before, limit + 1)))
  found.sort((one, other) => other.seq - one.seq)
  const shown = found.slice(0, limit)
  const closed = await closedAmong(
    db,
    scopeOf(ctx),
    shown.flatMap(({ caseId }) => caseId ?? []),
  )
  const rows = shown.map(
    ({ body, userName, actorId, memberId, memberCard, caseId, ...row }): Disclosure => ({
      ...row,
      kind,
      what: calls.get(row.call) ?? { zh: row.call, en: row.call },
      actorName: userName ?? actorId,
      // S2-10: whose report it is stays with those who may read it.
      ...(closed.has(caseId ?? '') ? NOBODY : { memberId: memberId as MemberId | null, memberCard }),
      caseId: caseId as CaseId | null,
      reason: reasonIn(body),
    }),
  )
  return { rows, next: found.length > limit ? (rows.at(-1)?.seq ?? null) : null }
}

function newestOf(db: Db, call: string, before: number | undefined, limit: number) {
  let query = db
    .selectFrom('audit')
    .leftJoin('users', 'users.id', 'audit.actorId')
    .leftJoin('members', 'members.id', 'audit.memberId')
    .leftJoin('cases', 'cases.id', 'audit.caseId')
    .select(['audit.seq', 'audit.at', 'audit.call', 'audit.outcome', 'audit.actorId', 'users.name as userName'])
    .select(['audit.memberId', 'members.cardNo as memberCard', 'audit.caseId', 'cases.number as caseNumber'])
    .select('audit.body')
    .where('audit.call', '=', call)
    .orderBy('audit.seq', 'desc')
    .limit(limit)
  if (before !== undefined) query = query.where('audit.seq', '<', before)
  return query.execute()
}

/** The reason or purpose that the person wrote, if the call asked for one. */
function reasonIn(body: string): string | null {
  const { input = {} }: { input?: { reason?: unknown; purpose?: unknown } } = JSON.parse(body)
  const said = input.reason ?? input.purpose
  return typeof said === 'string' && said !== '' ? said : null
}
