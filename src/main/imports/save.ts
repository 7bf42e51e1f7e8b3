import { bulkInsert } from '../store/bulk-insert.ts'
import { bulkUpdate } from '../store/bulk-update.ts'
import type { Db } from '../store/types.ts'
import type { Facts } from './plan.ts'
import { insertTierEntries, updatePeriod } from './queries.ts'
import { entryOf, type Work } from './work.ts'

/** Stores what a batch of rows came to. */
export type Save = (work: Work) => Promise<void>

export function saver(db: Db, facts: Facts): Save {
  const insertMembers = bulkInsert(db, 'members')
  const insertPeriods = bulkInsert(db, 'memberPeriods')
  const insertTierChanges = bulkInsert(db, 'tierChanges')
  const insertChanges = bulkInsert(db, 'importChanges')
  const updateMember = bulkUpdate(db, 'members')
  const entry = entryOf(facts)

  return async ({ created, updates, newPeriods, changedPeriods, tierChanges, changes }) => {
    if (created) {
      await insertMembers(created.rows)
      await insertTierEntries(db, { ...entry, first: created.first, last: created.last })
    }
    for (const { id, columns } of updates) await updateMember(id, columns)
    for (const period of changedPeriods) await updatePeriod(db, period)
    await insertPeriods(newPeriods)
    await insertTierChanges(tierChanges)
    await insertChanges(changes)
  }
}
