import type { Role } from '../../shared/roles.ts'
import type { MemberReading } from '../../shared/session/model.ts'
import { DAY, type Instant } from '../../shared/time.ts'
import { type AccessRule, REACH_OF, USUAL_ACCESS } from '../../shared/trust/access-rule.ts'
import { teamOf } from '../rules/member-scope.ts'
import { kept } from '../store/kept.ts'
import type { Db, Row } from '../store/types.ts'

// Asked before every call of the desk's people.
const newestRule = kept((db, at: { limit: number }) =>
  db
    .selectFrom('memberScopes')
    .select(['version', 'agents', 'leads', 'managers', 'callDays'])
    .orderBy('version', 'desc')
    .limit(at.limit),
)

/** Who reads which members now, by role, and in which version; the usual rule as version 0 until a manager sets one. */
export async function standingAccess(db: Db): Promise<AccessRule & { version: number }> {
  return (await newestRule(db, { limit: 1 }))[0] ?? { ...USUAL_ACCESS, version: 0 }
}

/** The members that the rule leaves to a person at a moment; undefined where it leaves all of them. */
export async function readingOf(
  db: Db,
  { id, role }: { id: string; role: Role },
  now: Instant,
): Promise<MemberReading | undefined> {
  const rule = await standingAccess(db)
  const rows = role === 'admin' ? 'all' : rule[REACH_OF[role]]
  if (rows === 'all') return undefined
  const callsSince = now - rule.callDays * DAY
  if (rows === 'assigned') return { rows, people: [id], callsSince }
  return { rows, people: teamOf(await db.selectFrom('users').select(['id', 'leadId']).execute(), id), callsSince }
}

const SHOWN = 100

/** Every version of the rule, the newest first. */
export async function accessVersions(db: Db): Promise<Row<'memberScopes'>[]> {
  return db.selectFrom('memberScopes').selectAll().orderBy('version', 'desc').limit(SHOWN).execute()
}

export async function insertAccess(db: Db, row: Row<'memberScopes'>): Promise<void> {
  await db.insertInto('memberScopes').values(row).execute()
}
