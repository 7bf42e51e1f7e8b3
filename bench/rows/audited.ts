import { appendAudit, entryBody } from '../../src/main/engine/audit.ts'
import type { Db } from '../../src/main/store/types.ts'
import { benchEngine, NOW, opened, signIn } from '../lib/desk.ts'
import type { MadeStore } from '../lib/made-store.ts'
import { inTurns, median } from '../lib/measure.ts'
import type { Size } from '../lib/options.ts'
import { seeded } from '../lib/random.ts'
import { type BenchRow, timesRow } from '../lib/row.ts'

/** What the row of the audit chain costs: one change of a member in a flushed transaction, with that row and without. */
export async function auditedChange(made: MadeStore, size: Size): Promise<BenchRow> {
  const engine = benchEngine(made.file)
  await signIn(engine)
  const { store, storeId } = opened(engine)
  const actor = { login: 'boss', role: 'manager' }
  const random = seeded(33)
  let at = NOW
  const change = async (db: Db, id: string) => {
    at += 1
    await db.updateTable('members').set({ verifiedAt: at, updatedAt: at }).where('id', '=', id).execute()
  }
  const samples = await inTurns(size.rounds, {
    ours: () => {
      const id = random.pick(made.memberIds)
      return store.transaction(async (db) => {
        await store.lockChain(db)
        await change(db, id)
        const about = { actorId: 'boss', call: 'members.verify', outcome: 'done', memberId: id, caseId: null } as const
        return appendAudit(store, db, storeId, { at, ...about, body: entryBody(actor, { id }) })
      })
    },
    theirs: () => store.transaction((db) => change(db, random.pick(made.memberIds))),
  })
  await engine.close()
  const share = 1 - median(samples.theirs) / median(samples.ours)
  return timesRow({
    name: 'One change of a member with its row in the audit chain, flushed, encrypted',
    baseline: 'the same change without the row, same store',
    ...samples,
    most: 2,
    more: `the row is ${(share * 100).toFixed(0)} % of it`,
  })
}
