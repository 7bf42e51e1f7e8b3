import { z } from 'zod'
import type { Category, Urgency } from '../../shared/cases/words.ts'
import type { UserId } from '../../shared/ids.ts'
import { type Specialist, specialist } from '../../shared/workflow/specialists.ts'
import { openLoads } from '../cases/open-loads.ts'
import { type Candidate, type Proposal, proposeOwner } from '../rules/specialists.ts'
import { readSetting, type Setting, saveSetting } from '../store/setting.ts'
import type { Db } from '../store/types.ts'

export const SPECIALISTS_SETTING: Setting<Specialist[]> = {
  key: 'specialists',
  schema: z.array(specialist),
  usual: [],
}

/** Who looks after each category, in the order of the categories. */
export async function specialistsOf(db: Db): Promise<Specialist[]> {
  return readSetting(db, SPECIALISTS_SETTING)
}

export async function saveSpecialists(db: Db, rows: readonly Specialist[]): Promise<void> {
  await saveSetting(db, SPECIALISTS_SETTING.key, rows)
}

/** What of a case decides who should have it. */
export type ProposedFor = { category: string; urgency: string; department: string; ownerId: string | null }

/** S2-34: who should get a case, as things stand now. */
export async function proposalFor(db: Db, row: ProposedFor): Promise<Proposal> {
  return proposeOwner({
    category: row.category as Category,
    urgency: row.urgency as Urgency,
    department: row.department,
    ownerId: row.ownerId,
    table: await specialistsOf(db),
    people: await candidates(db),
  })
}

async function candidates(db: Db): Promise<Candidate[]> {
  const people = await db
    .selectFrom('users')
    .select(['id', 'role', 'status'])
    .where('role', '!=', 'admin')
    .orderBy('id')
    .execute()
  const loads = await openLoads(
    db,
    people.map(({ id }) => id),
  )
  return people.map(({ id, status }) => ({
    id: id as UserId,
    isActive: status === 'active',
    ...(loads.get(id) ?? { open: 0, pressing: 0 }),
  }))
}
