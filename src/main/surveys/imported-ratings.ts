import type { Ctx } from '../engine/handler.ts'
import { isPoor, sumUp } from '../rules/survey-answer.ts'
import { bulkInsert } from '../store/bulk-insert.ts'
import type { Row } from '../store/types.ts'
import { currentForm, keepShipped } from './form-queries.ts'
import { askedOfCall } from './of-matter.ts'
import { newReference } from './references.ts'
import { invitationOf } from './store-answer.ts'

/** What a caller answered another system about a call: points of 1 to 5, and where that stands there. */
export type ImportedRating = {
  call: Pick<Row<'calls'>, 'id' | 'memberId' | 'phone' | 'agentId' | 'startedAt' | 'endedAt'>
  tier: string
  points: number
  origin: string
}

/**
 * Stores ratings that came with the calls of another system. They count like any answer about a call; but this desk asked
 * nobody, so they are in no response rate, and what is long past waits for no decision. The caller keeps the totals.
 */
export function ratingSaver(ctx: Ctx): (ratings: readonly ImportedRating[]) => Promise<void> {
  const insertInvitations = bulkInsert(ctx.db, 'surveyInvitations')
  const insertAnswers = bulkInsert(ctx.db, 'surveyAnswers')
  return async (ratings) => {
    if (ratings.length === 0) return
    await keepShipped(ctx.db, ctx.now)
    const form = await currentForm(ctx.db, 'service')
    const question = form.body.questions.find(({ measure }) => measure === 'overall')
    const invitations: Row<'surveyInvitations'>[] = []
    const answers: Row<'surveyAnswers'>[] = []
    const refs = new Set<string>()
    for (const { call, tier, points, origin } of ratings) {
      const ref = await newReference(ctx, refs)
      refs.add(ref)
      const at = call.endedAt ?? call.startedAt
      const asked = askedOfCall(call, tier, 'other', true)
      const invitation = { ...invitationOf(ctx, asked, form, ref, null), state: 'answered' as const, askedAt: at }
      const { bookingId: _, person: __, ...about } = asked
      const values = question ? { [question.id]: points } : {}
      const poor = question && isPoor(question, points) ? [question.id] : []
      const decided = poor.length > 0
      invitations.push(invitation)
      answers.push({
        ...about,
        ...{ id: ctx.newId(), invitationId: invitation.id, formId: form.id },
        ...{ answeredAt: at, enteredAt: ctx.now, enteredBy: ctx.actor.id },
        ...{ ...sumUp(form.body, values).measures, overall: points, accepted: null, solved: null, comment: '' },
        ...{ body: JSON.stringify(values), isPoor: decided ? 1 : 0, poorOn: JSON.stringify(poor) },
        ...{ decision: decided ? 'none' : null, decidedAt: decided ? ctx.now : null },
        ...{ decidedBy: decided ? ctx.actor.id : null, decisionNote: decided ? origin : '', followUpId: null },
      })
    }
    await insertInvitations(invitations)
    await insertAnswers(answers)
  }
}
