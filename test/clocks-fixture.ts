import type { CaseId } from '../src/shared/ids.ts'
import type { StepData } from '../src/shared/workflow/model.ts'
import type { App } from './app.ts'
import { confirmation, inStore } from './cases-fixtures.ts'

/** Puts facts on record that other features would have put there, as an entry of the case's log; gives its number. */
export async function putOnRecord(app: App, id: CaseId, recorded: StepData): Promise<number> {
  return inStore(app, async (db) => {
    const { lastSeq } = await db.selectFrom('cases').select('lastSeq').where('id', '=', id).executeTakeFirstOrThrow()
    const actorId = app.engine.desk.session?.actor.id ?? 'system'
    const [seq, now] = [lastSeq + 1, app.now()]
    const entry = { caseId: id, seq, at: now, recordedAt: now, actorId, kind: 'noted', fromState: null, toState: null }
    await db
      .insertInto('caseEvents')
      .values({ ...entry, data: JSON.stringify({ recorded }) })
      .execute()
    await db.updateTable('cases').set({ lastSeq: seq }).where('id', '=', id).execute()
    return seq
  })
}

/** What must stand on record before a complaint is answered. */
export const ANSWERABLE: StepData = {
  assessed: true,
  evidenceCount: 1,
  liabilityParty: 'none',
  liabilityFinal: true,
  compensationDone: true,
  subTasksDone: true,
}

/** Leads a complaint to its investigation by a person; gives the number of its newest entry. */
export async function investigate(app: App, id: CaseId, ownerId: string): Promise<number> {
  await app.call('cases.advance', { id, step: 'confirm', data: confirmation(app.now()), expectedSeq: 1 })
  await app.call('cases.advance', { id, step: 'assign', data: { ownerId }, expectedSeq: 2 })
  return (await app.call('cases.advance', { id, step: 'accept', expectedSeq: 3 })).lastSeq
}
