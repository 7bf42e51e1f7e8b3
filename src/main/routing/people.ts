import type { UserId } from '../../shared/ids.ts'
import type { HandlerView } from '../../shared/routing/contract.ts'
import { DESK_ZONE, type Instant } from '../../shared/time.ts'
import { openLoads } from '../cases/open-loads.ts'
import { type Handler, isOnShift, isPresent } from '../rules/routing-choice.ts'
import { dayAt } from '../rules/zone.ts'
import type { Db, Row } from '../store/types.ts'

/** Whoever has no profile yet is there on every day and takes so many (D). */
const USUAL = {
  department: null,
  maxOpen: 25,
  presence: 'present',
  presenceUntil: null,
  shiftDays: '1234567',
  shiftFrom: 0,
  shiftTo: 1440,
} as const

export type Profile = Omit<Row<'handlerProfiles'>, 'userId' | 'updatedAt'>

export async function profileOf(db: Db, userId: string): Promise<Profile> {
  const row = await db.selectFrom('handlerProfiles').selectAll().where('userId', '=', userId).executeTakeFirst()
  return row ?? USUAL
}

export async function saveProfile(db: Db, userId: string, change: Partial<Profile>, now: Instant): Promise<void> {
  const { department, maxOpen, presence, presenceUntil, shiftDays, shiftFrom, shiftTo } = await profileOf(db, userId)
  const values = {
    department,
    maxOpen,
    presence,
    presenceUntil,
    shiftDays,
    shiftFrom,
    shiftTo,
    ...change,
    updatedAt: now,
  }
  await db
    .insertInto('handlerProfiles')
    .values({ userId, ...values })
    .onConflict((conflict) => conflict.column('userId').doUpdateSet(values))
    .execute()
}

export type SkillRecord = Row<'skills'>

/** Skills that nobody took away, the oldest first. */
export async function standingSkills(db: Db, userId?: string): Promise<SkillRecord[]> {
  let query = db.selectFrom('skills').selectAll().where('revokedAt', 'is', null)
  if (userId !== undefined) query = query.where('userId', '=', userId)
  return query.orderBy('grantedAt').orderBy('id').execute()
}

export async function findSkill(db: Db, id: string): Promise<SkillRecord | undefined> {
  return db.selectFrom('skills').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function insertSkill(db: Db, row: SkillRecord): Promise<void> {
  await db.insertInto('skills').values(row).execute()
}

export async function updateSkill(db: Db, id: string, change: Partial<SkillRecord>): Promise<void> {
  await db.updateTable('skills').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

/** Everybody who works with cases, with profile, skills and load (S5-17). */
export async function handlersOf(db: Db): Promise<(Handler & { role: string; leadId: string | null })[]> {
  const people = await db
    .selectFrom('users')
    .select(['id', 'name', 'role', 'leadId'])
    .where('role', '!=', 'admin')
    .where('status', '=', 'active')
    .orderBy('id')
    .execute()
  const profiles = await db.selectFrom('handlerProfiles').selectAll().execute()
  const skills = await standingSkills(db)
  const loads = await openLoads(
    db,
    people.map(({ id }) => id),
  )
  return people.map((person) => {
    const {
      userId: _,
      updatedAt: _at,
      ...profile
    } = profiles.find(({ userId }) => userId === person.id) ?? {
      ...USUAL,
      userId: person.id,
      updatedAt: 0,
    }
    return {
      ...person,
      ...profile,
      ...(loads.get(person.id) ?? { open: 0, pressing: 0 }),
      skills: skills.filter(({ userId }) => userId === person.id),
    }
  })
}

/** The people as a lead sees them. */
export async function handlerViews(db: Db, now: Instant): Promise<HandlerView[]> {
  const people = await handlersOf(db)
  const all = await db.selectFrom('users').select(['id', 'name']).execute()
  const names = new Map(all.map(({ id, name }) => [id, name]))
  const skills = await standingSkills(db)
  const today = dayAt(DESK_ZONE, now)
  return people.map(({ id, leadId, skills: _, ...person }) => ({
    ...person,
    userId: id as UserId,
    leadName: leadId === null ? null : (names.get(leadId) ?? null),
    isPresent: isPresent(person, now),
    isOnShift: isOnShift(person, now),
    skills: skills
      .filter(({ userId }) => userId === id)
      .map(({ id: skillId, kind, code, validUntil, evidence, grantedAt, grantedBy }) => ({
        ...{ id: skillId, kind, code, validUntil, evidence, grantedAt },
        isValid: validUntil === null || validUntil >= today,
        grantedByName: names.get(grantedBy) ?? '',
      })),
  }))
}
