import { refuse } from '../../shared/failure.ts'
import { expectSeq, namesOf, openFile } from '../cases/case-file.ts'
import { record } from '../cases/record.ts'
import type { Handler } from '../engine/handler.ts'
import { ASKED_IN } from './on-case.ts'
import { answersOfCase, invitationsOfCase } from './queries.ts'
import { toAnswers, toInvitations } from './views.ts'

type Accepted = { act?: string; text?: string }

/** S5-54 S4-133: who was asked about a case, what was answered in each round, and what the customer said of the measures. */
export const ofCase: Handler<'surveys.ofCase'> = async (ctx, { caseId }) => {
  const file = await openFile(ctx, caseId)
  const invitations = await invitationsOfCase(ctx.db, caseId)
  const answers = await answersOfCase(ctx.db, caseId)
  const said = file.events
    .map((event) => ({ ...event, ...(JSON.parse(event.data) as Accepted) }))
    .findLast(({ act }) => act === 'measuresAccepted' || act === 'measuresRefused')
  const names = await namesOf(ctx.db, said ? [said.actorId] : [])
  const { row } = file
  const isAnswered = answers.some(({ round, source }) => round === row.round && source !== 'own')
  return {
    invitations: await toInvitations(ctx, invitations),
    answers: await toAnswers(ctx, answers),
    accepted: said
      ? {
          ...{ at: said.at, isAccepted: said.act === 'measuresAccepted', text: said.text ?? '' },
          byName: names.get(said.actorId) ?? '',
        }
      : null,
    isAnswered,
    mayAsk: !isAnswered && (row.isOpen === 0 || [...ASKED_IN, 'answered'].includes(row.state)),
  }
}

/** S4-136: what the customer says to the measures that are meant to be taken. */
export const acceptMeasures: Handler<'surveys.acceptMeasures'> = async (ctx, input) => {
  const { caseId, isAccepted, text, channel, expectedSeq } = input
  const file = await openFile(ctx, caseId)
  expectSeq(file, expectedSeq)
  if (file.row.isOpen === 0) refuse('case-is-closed')
  const saved = await record(ctx, file, {
    kind: 'survey',
    recorded: { measuresAccepted: isAccepted },
    data: { act: isAccepted ? 'measuresAccepted' : 'measuresRefused', channel, text },
  })
  return { lastSeq: saved.row.lastSeq }
}
