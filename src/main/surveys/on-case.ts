import type { CaseId } from '../../shared/ids.ts'
import type { SurveyChannel } from '../../shared/surveys/words.ts'
import type { StepData } from '../../shared/workflow/model.ts'
import { takeStep } from '../cases/advance.ts'
import { type CaseFile, openFile, viewerOf } from '../cases/case-file.ts'
import { record } from '../cases/record.ts'
import { stepFacts } from '../cases/step-facts.ts'
import type { Ctx } from '../engine/handler.ts'
import type { ReadAnswer } from '../rules/survey-answer.ts'
import { canAdvance } from '../rules/workflow.ts'
import type { InvitationRecord } from './queries.ts'
import { VISIT_FIELDS } from './visit-answer.ts'

const CONTACTED_BY: Record<SurveyChannel, string> = { phone: 'phone', sms: 'sms', email: 'email', other: 'faceToFace' }

/** States of a complaint in which the customer is asked before it is closed. */
export const ASKED_IN = ['replied', 'followUp']

/**
 * Puts an answer on the record of its case. While the case waits for the customer's word, the answer is that word: the
 * workflow's own step is taken with it, so that nothing is asked twice (S1-51, S4-133). Otherwise it stands in the log;
 * what was said unasked or about an earlier round is no answer to the question that the present one waits for.
 */
export async function putOnCase(
  ctx: Ctx,
  invitation: InvitationRecord,
  read: ReadAnswer,
  { answerId, person }: { answerId: string; person: string },
): Promise<void> {
  if (invitation.caseId === null) return
  const file = await openFile(ctx, invitation.caseId as CaseId)
  const { scope, source, round } = invitation
  const isAfterReply = file.row.isOpen === 0 || ASKED_IN.includes(file.row.state)
  const isOfThisRound = scope === 'handling' && source === 'case' && round === file.row.round && isAfterReply
  const scores = scoresOf(read)
  if (isOfThisRound) {
    const isTaken = await tryStep(ctx, file, 'visit', {
      ...{ contactPerson: person || file.row.contactName || '—', contactAt: file.now },
      ...{ contactChannel: CONTACTED_BY[invitation.channel], ...scores },
    })
    if (isTaken) return
  }
  await record(ctx, file, {
    kind: 'survey',
    recorded: isOfThisRound ? { surveyDone: true, ...scores } : {},
    data: {
      ...{ act: 'surveyAnswered', answerId, channel: invitation.channel, round: invitation.round, person },
      ...{ scores, isPoor: read.poorOn.length > 0, text: read.comment },
    },
  })
}

function scoresOf(read: ReadAnswer): StepData {
  const { result, process, agent, overall } = read.measures
  const given: Record<keyof typeof VISIT_FIELDS, number | string | null> = {
    ...{ result, process, agent, overall, solved: read.solved },
    text: read.comment === '' ? null : read.comment,
  }
  const pairs = Object.entries(VISIT_FIELDS).map(([measure, field]) => [field, given[measure as keyof typeof given]])
  return Object.fromEntries(pairs.filter(([, value]) => value !== null))
}

/** Takes a step of the case's workflow where it leads on and asks nothing more; false where it does not. */
export async function tryStep(ctx: Ctx, file: CaseFile, id: string, data: StepData): Promise<boolean> {
  const transition = file.workflow.transitions.find((one) => one.id === id && one.from.includes(file.row.state))
  if (!transition) return false
  const asked = Object.entries(data).filter(([name]) => transition.fields.some((field) => field.name === name))
  const form = Object.fromEntries(asked)
  const facts = await stepFacts(ctx.db, file, ctx.now)
  if (!canAdvance(file.workflow, facts, id, form, viewerOf(ctx)).allowed) return false
  await takeStep(ctx, { id: file.row.id as CaseId, step: id, data: form, expectedSeq: file.row.lastSeq })
  return true
}
