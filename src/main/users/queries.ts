import type { UserId } from '../../shared/ids.ts'
import { ADMIN_ROLES } from '../../shared/roles.ts'
import type { User } from '../../shared/users/model.ts'
import type { Db, Row } from '../store/types.ts'

export async function insertUser(db: Db, row: Row<'users'>): Promise<void> {
  await db.insertInto('users').values(row).execute()
}

export async function listUsers(db: Db, includeDisabled: boolean): Promise<User[]> {
  let query = db.selectFrom('users').selectAll().orderBy('createdAt').orderBy('login')
  if (!includeDisabled) query = query.where('status', '=', 'active')
  return (await query.execute()).map(toUser)
}

export async function findUserById(db: Db, id: UserId): Promise<User | undefined> {
  const row = await db.selectFrom('users').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toUser(row)
}

export async function findUserByLogin(db: Db, login: string): Promise<User | undefined> {
  const row = await db.selectFrom('users').selectAll().where('login', '=', login).executeTakeFirst()
  return row && toUser(row)
}

export async function updateUser(db: Db, id: UserId, change: Partial<Row<'users'>>): Promise<void> {
  await db.updateTable('users').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

/** Keeps that a person came into the team of another lead. */
export async function insertTeamMove(db: Db, row: Row<'teamMoves'>): Promise<void> {
  await db.insertInto('teamMoves').values(row).execute()
}

/** Active people who may manage users, besides one. */
export async function otherManagers(db: Db, id: string): Promise<{ id: UserId; login: string }[]> {
  const rows = await db
    .selectFrom('users')
    .select(['id', 'login'])
    .where('id', '!=', id)
    .where('status', '=', 'active')
    .where('role', 'in', ADMIN_ROLES)
    .execute()
  return rows.map((row) => ({ ...row, id: row.id as UserId }))
}

function toUser(row: Row<'users'>): User {
  const { id, leadId, mustChangePassword, ...rest } = row
  return { ...rest, id: id as UserId, leadId: leadId as UserId | null, mustChangePassword: mustChangePassword === 1 }
}
