import { CHANNEL_OF_CARE } from '../../shared/care/words.ts'
import { found, must, refuse } from '../../shared/failure.ts'
import type { MemberId } from '../../shared/ids.ts'
import { openRow } from '../cases/case-file.ts'
import type { Ctx, Handler } from '../engine/handler.ts'
import { mayApproach } from '../messages/approach.ts'
import { purposeOfCare } from '../rules/care.ts'
import { canBeAsked } from '../rules/subtask.ts'
import { findUserById } from '../users/queries.ts'
import { logCare } from './log.ts'
import { type CareRecord, findMember, insertCare, isPlanned } from './queries.ts'
import { todayOf, viewOf } from './views.ts'

type Measure = Pick<CareRecord, 'memberId' | 'caseId' | 'occasion' | 'kind' | 'reason' | 'ownerId' | 'dueDay'>

/** S2-145..148: a care contact with its reason, its person and its day; nobody is planned for against their will. */
export const plan: Handler<'care.plan'> = async (ctx, input) => {
  const { caseId, occasion, ownerId, dueDay } = input
  const row = caseId === null ? null : await openRow(ctx, caseId)
  const memberId = row?.memberId ?? input.memberId
  if (row === null && memberId === null) refuse('care-for-nobody')
  if (memberId !== null) found(await findMember(ctx.db, memberId), 'member')
  if (row === null) ctx.subject({ memberId: memberId as MemberId })
  must(canBeAsked(found(await findUserById(ctx.db, ownerId), 'user')))
  if (dueDay < todayOf(ctx)) refuse('care-day-past')
  await mustBeWelcome(ctx, { ...input, memberId })
  const care = newCare(ctx, { ...input, memberId, occasion })
  await insertCare(ctx.db, care)
  await logCare(ctx, care, 'planned', `${dueDay} ${input.reason}`)
  return viewOf(ctx, care.id)
}

/** S2-149: consent is asked of the file before anything is planned. */
export async function mustBeWelcome(
  ctx: Ctx,
  { memberId, caseId, occasion, kind }: Pick<Measure, 'memberId' | 'caseId' | 'occasion' | 'kind'>,
): Promise<void> {
  const purpose = purposeOfCare(occasion, caseId !== null)
  must(await mayApproach(ctx, { purpose, channel: CHANNEL_OF_CARE[kind], memberId, careId: null }))
}

/** A planned care contact as it will be stored. */
export function newCare(ctx: Ctx, measure: Measure): CareRecord {
  const { memberId, caseId, occasion, kind, reason, ownerId, dueDay } = measure
  return {
    id: ctx.newId(),
    ...{ memberId, caseId, occasion, kind, reason, ownerId, dueDay },
    state: 'planned',
    plannedBy: ctx.actor.id,
    plannedAt: ctx.now,
    ...{ doneAt: null, doneBy: null, isReached: 0, result: '', needs: '', opinions: '' },
    ...{ effect: null, effectText: '', effectAt: null, effectBy: null, followsId: null, roundKey: null },
  }
}

/** Plans a care contact that has a name of its own, unless it was planned before; gives its id, or null. */
export async function planOnce(ctx: Ctx, measure: Measure, roundKey: string): Promise<string | null> {
  if (await isPlanned(ctx.db, roundKey)) return null
  const care = { ...newCare(ctx, measure), roundKey }
  await insertCare(ctx.db, care)
  return care.id
}
