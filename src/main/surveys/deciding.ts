import type { Parsed } from '../../shared/contracts.ts'
import { found, must, refuse } from '../../shared/failure.ts'
import type { CaseId, UserId } from '../../shared/ids.ts'
import { DAY } from '../../shared/time.ts'
import { openFile, saveChange, viewerOf } from '../cases/case-file.ts'
import { insertFollowUps } from '../cases/follow-up-queries.ts'
import type { Ctx, Handler } from '../engine/handler.ts'
import { canBeAsked } from '../rules/subtask.ts'
import { canDecide } from '../rules/survey-poor.ts'
import { findUserById } from '../users/queries.ts'
import { countWaiting, findAnswer, type ListedAnswer, listAnswers, updateAnswer } from './queries.ts'
import { toAnswers } from './views.ts'

export const answers: Handler<'surveys.answers'> = async (ctx, filter) => ({
  rows: await toAnswers(ctx, await listAnswers(ctx.db, filter)),
  waiting: await countWaiting(ctx.db, { scope: filter.scope }),
})

/** S1-55: a poor answer becomes a follow-up or an improvement item, or a lead says why nothing is to be done. */
export const decide: Handler<'surveys.decide'> = async (ctx, input) => {
  const { answerId, decision, note } = input
  const answer = found(await findAnswer(ctx.db, answerId), 'surveyAnswer')
  must(canDecide(viewerOf(ctx), { ...answer, isPoor: answer.isPoor === 1 }, decision))
  const followUp = decision === 'followUp' ? await planFollowUp(ctx, answer, input) : null
  const part = {
    ...{ decision, decidedAt: ctx.now, decidedBy: ctx.actor.id, decisionNote: note },
    followUpId: followUp?.followUpId ?? null,
  }
  await updateAnswer(ctx.db, answerId, part)
  if (answer.caseId !== null) {
    const file = await openFile(ctx, answer.caseId as CaseId)
    const by = { at: ctx.now, actorId: ctx.actor.id }
    const data = { act: 'surveyDecided', answerId, decision, text: note }
    const events = [
      ...(followUp ? [{ ...by, kind: 'followUp' as const, data: followUp }] : []),
      { ...by, kind: 'survey' as const, data },
    ]
    await saveChange(ctx, file, { events })
  }
  const [view] = await toAnswers(ctx, [{ ...answer, ...part }])
  return found(view, 'surveyAnswer')
}

/** A task for the owner of the case or somebody named, within a day unless another time is given. */
async function planFollowUp(ctx: Ctx, answer: ListedAnswer, { dueAt, ownerId, note }: Parsed<'surveys.decide'>) {
  const due = dueAt ?? ctx.now + DAY
  if (due <= ctx.now) refuse('case-time-in-past', { field: 'dueAt' })
  const wanted = ownerId ?? answer.caseOwnerId ?? answer.agentId ?? ctx.actor.id
  const owner = found(await findUserById(ctx.db, wanted as UserId), 'user')
  must(canBeAsked(owner))
  const followUpId = ctx.newId()
  const { caseId, callId, memberId } = answer
  await insertFollowUps(ctx.db, [
    {
      ...{ id: followUpId, caseId, callId, memberId, ownerId: owner.id, kind: 'own', dueAt: due, text: note },
      ...{ createdAt: ctx.now, doneAt: null, outcome: null },
    },
  ])
  return { followUpId, dueAt: due, text: note, ownerId: owner.id }
}
