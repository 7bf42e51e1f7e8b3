import type { Bilingual } from '../../shared/contract.ts'
import { readLists } from '../classes/lists.ts'
import { parts } from '../store/parts.ts'
import type { Db } from '../store/types.ts'
import type { KnownMember } from './case-shape.ts'

/** Finds the code that a file's word means; undefined for a word that nobody knows. */
export type CodeOf = (word: string) => string | undefined

function codeFinder(rows: readonly { code: string; name: Bilingual }[]): CodeOf {
  const known = new Map<string, string>()
  // A code means itself whatever another row is called.
  for (const { code, name } of rows) for (const word of [name.zh, name.en]) known.set(word.trim().toLowerCase(), code)
  for (const { code } of rows) known.set(code.toLowerCase(), code)
  return (word) => known.get(word.trim().toLowerCase())
}

/** The channels and categories of the desk, by code and by name in both languages. */
export async function classWords(
  db: Db,
): Promise<{ channel: CodeOf; category: CodeOf; isReport: (channel: string) => boolean }> {
  const { channels, channelGroups, categories } = await readLists(db)
  const meanings = new Map(channelGroups.map(({ code, meaning }) => [code, meaning]))
  return {
    channel: codeFinder(channels),
    category: codeFinder(categories),
    isReport: (code) => meanings.get(channels.find((one) => one.code === code)?.groupCode ?? '') === 'report',
  }
}

/** Members by card, as much as a case or a call takes from them. */
export async function membersByCard(db: Db, cards: readonly string[]): Promise<Map<string, KnownMember>> {
  const found = new Map<string, KnownMember>()
  for (const part of parts(cards)) {
    const rows = await db
      .selectFrom('members')
      .select(['id', 'cardNo', 'name', 'mobile', 'tier'])
      .where('cardNo', 'in', part)
      .execute()
    for (const row of rows) found.set(row.cardNo, row)
  }
  return found
}

/** Who handles cases, by login. */
export async function handlersByLogin(db: Db): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('users')
    .select(['id', 'login'])
    .where('status', '=', 'active')
    .where('role', '<>', 'admin')
    .execute()
  return new Map(rows.map(({ id, login }) => [login, id]))
}

/** The cases that an earlier import made of these numbers of another system. */
export async function knownCases(
  db: Db,
  system: string,
  ids: readonly string[],
): Promise<{ externalId: string; caseId: string; digest: string }[]> {
  const found = []
  for (const part of parts(ids)) {
    const rows = await db
      .selectFrom('importedCases')
      .select(['externalId', 'caseId', 'digest'])
      .where('system', '=', system)
      .where('externalId', 'in', part)
      .execute()
    found.push(...rows)
  }
  return found
}

/** What an earlier import said of these calls of another system. */
export async function callDigests(db: Db, system: string, ids: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const part of parts(ids)) {
    const rows = await db
      .selectFrom('importedCalls')
      .select(['externalId', 'digest'])
      .where('system', '=', system)
      .where('externalId', 'in', part)
      .execute()
    for (const { externalId, digest } of rows) found.set(externalId, digest)
  }
  return found
}
