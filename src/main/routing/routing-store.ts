import type { z } from 'zod'
import { type RoutingView, routingView } from '../../shared/routing/contract.ts'
import { type Instant, instant } from '../../shared/time.ts'
import { namesOf } from '../cases/case-file.ts'
import { readSetting, type Setting, saveSetting } from '../store/setting.ts'
import type { Db, Row } from '../store/types.ts'

export async function insertRouting(db: Db, row: Row<'routings'>): Promise<void> {
  await db.insertInto('routings').values(row).execute()
}

/** A case that waited for somebody is in somebody's hands now. */
export async function settleWaiting(db: Db, caseId: string, now: Instant): Promise<void> {
  await db
    .updateTable('routings')
    .set({ settledAt: now })
    .where('caseId', '=', caseId)
    .where('outcome', '=', 'nobody')
    .where('settledAt', 'is', null)
    .execute()
}

/** Open cases for which nobody was found yet, in the order in which they were looked at. */
export async function waitingCases(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('routings')
    .innerJoin('cases', 'cases.id', 'routings.caseId')
    .select('routings.caseId')
    .where('routings.outcome', '=', 'nobody')
    .where('routings.settledAt', 'is', null)
    .where('cases.isOpen', '=', 1)
    .orderBy('routings.at')
    .orderBy('routings.id')
    .execute()
  return [...new Set(rows.map(({ caseId }) => caseId))]
}

/** Open complaints without an owner who is still at the desk (S5-22). */
export async function ownerlessComplaints(db: Db): Promise<string[]> {
  const gone = await db.selectFrom('users').select('id').where('status', '=', 'disabled').execute()
  const ids = gone.map(({ id }) => id)
  const rows = await db
    .selectFrom('cases')
    .select('id')
    .where('isOpen', '=', 1)
    .where('kind', '=', 'complaint')
    .where((eb) => eb.or([eb('ownerId', 'is', null), ...(ids.length > 0 ? [eb('ownerId', 'in', ids)] : [])]))
    .orderBy('queueAt')
    .limit(500)
    .execute()
  return rows.map(({ id }) => id)
}

const kept = routingView.pick({ complexities: true, language: true, candidates: true })
type Kept = z.infer<typeof kept>

/** The decisions about a case, newest first. */
export async function routingsOf(db: Db, caseId: string): Promise<RoutingView[]> {
  const rows = await db
    .selectFrom('routings')
    .selectAll()
    .where('caseId', '=', caseId)
    .orderBy('seq', 'desc')
    .limit(20)
    .execute()
  const names = await namesOf(
    db,
    rows.flatMap(({ fromId, toId }) => [fromId, toId]),
  )
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null))
  return rows.map(({ at, cause, outcome, fromId, toId, department, body }) => ({
    ...{ at, cause, outcome, department },
    fromName: nameOf(fromId),
    toName: nameOf(toId),
    ...(kept.parse(JSON.parse(body)) satisfies Kept),
  }))
}

const SWEPT: Setting<Instant | null> = { key: 'routingSweptAt', schema: instant.nullable(), usual: null }

export async function sweptAt(db: Db): Promise<Instant | null> {
  return readSetting(db, SWEPT)
}

export async function saveSweptAt(db: Db, now: Instant): Promise<void> {
  await saveSetting(db, SWEPT.key, now)
}
