import type { Output } from '../../shared/contracts.ts'
import { found } from '../../shared/failure.ts'
import type { CaseId, MemberId, UserId } from '../../shared/ids.ts'
import type { Context } from './context.ts'

type User = Output<'users.list'>[number]

/** Everybody of the desk, those who left included. */
export function allUsers(context: Context): Promise<User[]> {
  return context.ask('users.list', { includeDisabled: true })
}

/** Everybody's login, by id. */
export async function loginsById(context: Context): Promise<ReadonlyMap<string, string>> {
  return new Map<string, string>((await allUsers(context)).map(({ id, login }) => [id, login]))
}

/** The person behind a login; refuses with NOT_FOUND. */
export async function userByLogin(context: Context, login: string): Promise<User> {
  const users = await allUsers(context)
  return found(
    users.find((user) => user.login === login),
    'user',
  )
}

export async function userIdOf(context: Context, login: string | undefined): Promise<UserId | undefined> {
  return login === undefined ? undefined : (await userByLogin(context, login)).id
}

const MOST_HITS = 50

/** The member with exactly this card; refuses with NOT_FOUND. */
export async function memberIdOf(context: Context, card: string): Promise<MemberId> {
  const hits = await context.ask('members.find', { text: card, limit: MOST_HITS })
  return found(
    hits.find((hit) => hit.card.toUpperCase() === card.trim().toUpperCase()),
    'member',
  ).id
}

type Found = Output<'cases.find'>[number]

/** The case with this number; refuses with NOT_FOUND. */
export async function caseByNumber(context: Context, number: string): Promise<Found & { id: CaseId }> {
  const hits = await context.ask('cases.find', { text: number })
  return found(
    hits.find((hit) => hit.number.toUpperCase() === number.trim().toUpperCase()),
    'case',
  )
}
