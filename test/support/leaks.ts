import { expect } from 'vitest'
import { isReached } from '../../src/main/members/reach.ts'
import { memberScopeFor, type Viewer } from '../../src/main/rules/access.ts'
import type { Database, Db } from '../../src/main/store/types.ts'
import type { CallSpec } from '../../src/shared/contract.ts'
import { contracts } from '../../src/shared/contracts.ts'
import type { Result } from '../../src/shared/failure.ts'
import { callInputs, type Offer } from './call-inputs.ts'

type Cells = Record<string, unknown>
type Tables = Map<string, Cells[]>

/** What the answers of a person must not hold, and where to ask for it. */
export type Secrets = {
  /** Names, cards, telephone numbers: found also within a longer text. */
  marks: string[]
  /** What stands in the rows of these members and nowhere else. */
  texts: Set<string>
  offer: Offer
}

/** Every row of the store, by table. */
async function contentsOf(db: Db): Promise<Tables> {
  const tables: Tables = new Map()
  for (const { name, schema } of await db.introspection.getTables()) {
    if (schema !== undefined && schema !== 'public') continue
    tables.set(
      name,
      await db
        .selectFrom(name as keyof Database)
        .selectAll()
        .execute(),
    )
  }
  return tables
}

const PLACES = [
  'memberId',
  'caseId',
  'callId',
  'tripId',
  'messageId',
  'careId',
  'followUpId',
  'subTaskId',
  'relativeId',
]
const HOMES = ['cases', 'calls', 'trips', 'messages', 'careContacts', 'followUps', 'subTasks', 'memberKin']
/** What the desk writes of its own doing says nothing that is not said elsewhere. */
const OWN_RECORDS = new Set(['audit', 'auditHeads', 'caseWords', 'seenSignals', 'toldGroups'])
/** Words of lists, numbers by which a thing is called, and what only the program reads. */
const PLAIN =
  /(^id|Id|Ids|By|[nN]umber|[sS]tate|[kK]ind|[cC]ode|[dD]ay|At|[cC]hannel|[lL]anguage|No|[cC]lass|token|place)$/

/** The rows that belong to some members, through whatever they hang on; each named by its table. */
function rowsOf(tables: Tables, members: ReadonlySet<string>): Map<string, Cells[]> {
  const roots = new Set(members)
  const isTheirs = (table: string, row: Cells) =>
    (table === 'members' && roots.has(String(row.id))) || PLACES.some((place) => roots.has(String(row[place])))
  for (let known = -1; known !== roots.size; ) {
    known = roots.size
    for (const home of HOMES)
      for (const row of tables.get(home) ?? []) if (isTheirs(home, row)) roots.add(String(row.id))
  }
  return new Map(
    [...tables]
      .filter(([table]) => !OWN_RECORDS.has(table))
      .map(([table, rows]) => [table, rows.filter((row) => isTheirs(table, row))]),
  )
}

/** Words of a person, not a code, a number of a case or call, or a list that only the program reads. */
const saysSomething = (text: string) => text.length >= 5 && !/^[\w.:-]*$/.test(text) && !/^[[{]/.test(text)

function textsIn(tables: Tables): Set<string> {
  const texts = new Set<string>()
  for (const rows of tables.values())
    for (const row of rows)
      for (const [name, value] of Object.entries(row))
        if (typeof value === 'string' && !PLAIN.test(name) && saysSomething(value)) texts.add(value)
  return texts
}

/** Members whom the person may not read and never had to do with, and what is only theirs. */
export async function secretsFrom(db: Db, viewer: Viewer, now: number, day: string): Promise<Secrets> {
  const tables = await contentsOf(db)
  const scope = memberScopeFor(viewer)
  const all = (tables.get('members') ?? []).map(({ id }) => String(id))
  const hidden = new Set<string>()
  for (const id of all) {
    if (await isReached(db, scope, id)) continue
    const rows = [...rowsOf(tables, new Set([id])).values()].flat()
    if (!rows.some((row) => Object.values(row).includes(viewer.id))) hidden.add(id)
  }
  const theirs = rowsOf(tables, hidden)
  const kept = new Map(
    [...tables].map(([table, rows]) => [table, rows.filter((row) => !theirs.get(table)?.includes(row))]),
  )
  for (const own of OWN_RECORDS) kept.delete(own)
  const elsewhere = textsIn(kept)
  const texts = new Set([...textsIn(theirs)].filter((text) => !elsewhere.has(text)))
  const others = JSON.stringify([...elsewhere])
  const marks = (theirs.get('members') ?? [])
    .flatMap(({ cardNo, name, mobile, email }) => [cardNo, name, mobile, email])
    .filter((mark) => typeof mark === 'string')
    .filter((mark) => mark.length >= 3 && !others.includes(mark))
  const some = (table: string) => (theirs.get(table) ?? []).slice(0, 3).map(({ id }) => String(id))
  const one = (table: string) => (tables.get(table) ?? []).slice(0, 2).map(({ id }) => String(id))
  const offer: Offer = {
    ids: {
      ...{ member: some('members'), case: some('cases'), call: some('calls') },
      ...{ flight: one('flights'), policy: one('policies'), user: one('users') },
    },
    others: [...theirs].flatMap(([, rows]) =>
      rows.slice(0, 1).flatMap(({ id }) => (typeof id === 'string' ? [id] : [])),
    ),
    texts: [...marks.slice(0, 4), ...(theirs.get('cases') ?? []).slice(0, 1).map(({ number }) => String(number))],
    ...{ now, day },
  }
  return { marks: [...new Set(marks)], texts, offer }
}

/** Every call that reads and that a role may make, by name. */
export function readsOf(role: Viewer['role']): [name: string, spec: CallSpec][] {
  return Object.entries(contracts)
    .flatMap(([feature, calls]) =>
      Object.entries(calls).map(([name, spec]): [string, CallSpec] => [`${feature}.${name}`, spec]),
    )
    .filter(([, { kind, access }]) => kind === 'query' && access !== 'public')
    .filter(([, { access }]) => access === 'anyone' || access.includes(role))
}

/** Answers that may hold words of members beyond, and why. */
const MAY_SAY: Readonly<Record<string, string>> = {
  'handOvers.list': 'a colleague gave the sheet of their work to this person, or had it from them',
  'reviews.studies': 'a study is written for everybody to learn from, without the name',
  'reviews.study': 'a study is written for everybody to learn from, without the name',
}

type Asked = { leaks: string[]; unasked: string[] }
type Call = (name: string, input: unknown) => Promise<Result<unknown>>

/**
 * Makes every read of a role, or only some of them, with every input that the store offers, and says which answers hold
 * what they must not.
 */
export async function askEverything(
  call: Call,
  role: Viewer['role'],
  secrets: Secrets,
  only?: readonly string[],
): Promise<Asked> {
  const asked: Asked = { leaks: [], unasked: [] }
  for (const [name, spec] of readsOf(role)) {
    if (only && !only.includes(name)) continue
    const inputs = callInputs(spec.input, secrets.offer)
    if (inputs.length === 0) asked.unasked.push(name)
    for (const input of inputs) {
      const result = await call(name, input)
      if (!result.ok) {
        if (result.failure.code === 'INTERNAL') expect.fail(`${name} ${JSON.stringify(input)} failed`)
        continue
      }
      const found = leakIn(result.value, secrets)
      if (found !== undefined && MAY_SAY[name] === undefined)
        asked.leaks.push(`${name} ${JSON.stringify(input)}: ${found}`)
    }
  }
  return asked
}

function leakIn(value: unknown, { marks, texts }: Secrets): string | undefined {
  const answer = JSON.stringify(value) ?? ''
  return marks.find((mark) => answer.includes(mark)) ?? [...stringsIn(value)].find((text) => texts.has(text))
}

function* stringsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value
  else if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) yield* stringsIn(one)
}
