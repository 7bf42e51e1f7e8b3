import type { CaseId } from '../src/shared/ids.ts'
import type { AnswerValues } from '../src/shared/surveys/model.ts'
import type { InvitationView } from '../src/shared/surveys/views.ts'
import type { App } from './app.ts'
import { closing, complaint, confirmation, reply, take } from './cases-fixtures.ts'

/** Answers to the questionnaire about a complaint that lacks nothing. */
export function said(more: AnswerValues = {}): AnswerValues {
  return { solved: 'yes', result: 4, process: 5, agent: 5, overall: 4, ...more }
}

/** A complaint that was replied to: the customer is to be called. Whoever is signed in owns it. */
export async function replied(app: App, draft: Parameters<typeof complaint>[0] = {}): Promise<CaseId> {
  const { id, ownerId } = await app.call('cases.open', complaint(draft))
  await take(app, id, 'confirm', confirmation(app.now()))
  await take(app, id, 'assign', { ownerId: ownerId ?? '' })
  await take(app, id, 'accept')
  await take(app, id, 'reply', reply(app.now()))
  return id
}

/** Begins to ask about a case by telephone. */
export async function askedByPhone(app: App, caseId: CaseId): Promise<InvitationView> {
  return app.call('surveys.invite', { about: { kind: 'case', caseId } })
}

/** Closes a complaint the customer could not be reached about: nobody was asked yet. Ends signed in as the manager. */
export async function closedUnasked(app: App, draft: Parameters<typeof complaint>[0] = {}): Promise<CaseId> {
  const id = await replied(app, draft)
  for (let i = 0; i < 3; i++) {
    app.wait(3 * 3_600_000)
    await take(app, id, 'attempt', { contactAt: app.now(), contactChannel: 'phone' })
  }
  await app.as('manager')
  await take(app, id, 'close', closing)
  return id
}
