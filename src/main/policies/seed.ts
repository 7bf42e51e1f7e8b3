import { SHIPPED_CALENDARS, SHIPPED_POLICIES } from '../rules/packs.ts'
import type { Db } from '../store/types.ts'

/** Puts the shipped policy packs and calendars into a new store, each in force from its own day. */
export async function seedPolicies(db: Db, now: number): Promise<void> {
  const policies = SHIPPED_POLICIES.map(({ kind, body }) => ({
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
  const calendars = SHIPPED_CALENDARS.map((calendar) => ({
    id: calendar.id,
    body: JSON.stringify(calendar),
    updatedAt: now,
  }))
  await db.insertInto('calendars').values(calendars).execute()
}
