import type { Db } from '../store/types.ts'
import { SHIPPED_CALENDARS, SHIPPED_TARGETS } from '../rules/packs.ts'

/** Puts the shipped policy packs and calendars into a new store, effective at once. */
export async function seedPolicies(db: Db, now: number): Promise<void> {
  const policies = [{ kind: 'targets' as const, body: SHIPPED_TARGETS }].map(({ kind, body }) => ({
    id: `${body.id}@${body.version}`,
    pack: body.id,
    kind,
    version: body.version,
    effectiveFrom: Date.parse(`${body.effectiveFrom}T00:00:00+08:00`),
    body: JSON.stringify(body),
    createdAt: now,
    createdBy: null,
  }))
  await db.insertInto('policies').values(policies).execute()
  const calendars = SHIPPED_CALENDARS.map((calendar) => ({ id: calendar.id, body: JSON.stringify(calendar), updatedAt: now }))
  await db.insertInto('calendars').values(calendars).execute()
}
