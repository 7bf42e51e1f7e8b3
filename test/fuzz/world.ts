import fs from 'node:fs'
import path from 'node:path'
import { sql } from 'kysely'
import { expect } from 'vitest'
import type { Desk, OpenStore } from '../../src/main/engine/desk.ts'
import { createEngine, type Engine } from '../../src/main/engine/engine.ts'
import { newId } from '../../src/main/store/new-id.ts'
import type { Actor } from '../../src/shared/session/model.ts'
import { DEMO_NOW, openDemo, SMALL } from '../demo-store.ts'
import type { Ids } from './shapes.ts'

const SIDES = ['', '-wal', '-shm', '.keys', '.keys.copy', '.anchor']

/** A store full of a demo's data that counts, table by table, every write that was committed to it. */
export type World = {
  engine: Engine
  ids: Ids
  actors: readonly Actor[]
  /** What the engine wrote to its local log: each line is a fault that no rule foresaw. */
  log: string[]
  /** Writes that were committed so far, by table; those that were rolled back are not among them. */
  writes(): Promise<Record<string, number>>
  /** Sits down as a person; opens the store anew when a call locked it. */
  be(actor: Actor): Promise<void>
  /** The store as it was at the beginning. */
  startOver(): Promise<void>
  remove(): Promise<void>
}

/** Makes the store in a folder several levels down, so that no name with `..` in it leads out of what is removed. */
export async function openWorld(): Promise<World> {
  const demo = await openDemo(SMALL)
  const login = { login: 'manager', password: demo.made.logins.find((one) => one.login === 'manager')?.password ?? '' }
  const { ids, actors } = await prepare(demo.engine.desk)
  await demo.engine.close()
  const root = path.dirname(demo.address)
  const folder = path.join(root, 'a', 'b', 'c', 'd')
  fs.mkdirSync(folder, { recursive: true })
  const log: string[] = []
  const address = path.join(folder, 'desk.db')
  const copyIn = () => {
    for (const side of SIDES) {
      fs.rmSync(`${address}${side}`, { force: true })
      if (fs.existsSync(`${demo.address}${side}`)) fs.copyFileSync(`${demo.address}${side}`, `${address}${side}`)
    }
    for (const side of ['.attempts', '.attempts.tries']) fs.rmSync(`${address}${side}`, { force: true })
  }
  copyIn()
  const engine = createEngine(address, {
    now: () => DEMO_NOW + 1000,
    newId,
    log: (message, error) => log.push(`${message} ${error instanceof Error ? error.stack : String(error)}`),
    push: () => {},
    versions: { app: '0.0.0-test', electron: '-', node: process.versions.node },
    passwordCost: { opslimit: 1, memlimit: 8192 },
  })
  const startOver = async () => {
    await engine.close()
    copyIn()
  }
  process.chdir(folder)
  return {
    engine,
    ids,
    actors,
    log,
    startOver,
    writes: () => writesOf(engine.desk),
    be: async (actor) => {
      const { desk } = engine
      if (!desk.open) {
        desk.session = null
        let entered = await engine.request('session.signIn', login)
        if (!entered.ok) {
          await startOver()
          entered = await engine.request('session.signIn', login)
        }
        if (!entered.ok) expect.fail(JSON.stringify(entered.failure))
        // Ten thousand rows about refusals need not outlast a power cut.
        await sql`pragma synchronous = off`.execute(openOf(engine.desk).store.db)
      }
      desk.session = { actor, lastActiveAt: desk.host.now(), mustChangePassword: false }
    },
    remove: async () => {
      await engine.close()
      process.chdir(import.meta.dirname)
      fs.rmSync(root, { recursive: true, force: true })
    },
  }
}

async function prepare(desk: Desk): Promise<{ ids: Ids; actors: Actor[] }> {
  const { db } = openOf(desk).store
  const tables = await sql<{ name: string; ids: number }>`
    select m.name, exists (select 1 from pragma_table_info(m.name) where name = 'id') as ids
    from sqlite_schema m where m.type = 'table' and m.sql not like 'CREATE VIRTUAL%' and m.name not like 'sqlite%'
    and not exists (select 1 from sqlite_schema v where v.sql like 'CREATE VIRTUAL%' and m.name like v.name || '\\_%' escape '\\')`.execute(
    db,
  )
  const known = new Map<string, string[]>()
  await sql`create table fuzz_writes (name text primary key, n integer not null) strict`.execute(db)
  for (const { name, ids } of tables.rows) {
    await sql`insert into fuzz_writes values (${name}, 0)`.execute(db)
    for (const act of ['insert', 'update', 'delete'])
      await sql
        .raw(
          `create trigger "fuzz_${act}_${name}" after ${act} on "${name}" begin update fuzz_writes set n = n + 1 where name = '${name}'; end`,
        )
        .execute(db)
    if (!ids) continue
    const found = await sql<{ id: unknown }>`select id from ${sql.table(name)} order by random() limit 12`.execute(db)
    known.set(
      name,
      found.rows.map(({ id }) => String(id)),
    )
  }
  const people = await db
    .selectFrom('users')
    .select(['id', 'login', 'name', 'role'])
    .where('status', '=', 'active')
    .execute()
  const oneOfEach = new Map(people.map((user) => [user.role, user as Actor]))
  const manager = people.find(({ login }) => login === 'manager') as Actor
  return { ids: idsFrom(known), actors: [...oneOfEach.set('manager', manager).values()] }
}

const PEOPLE = /^(user|actor|agent|lead|owner|assignee|by|to|person|reviewer|approver|handler|coach|keeper)/i

/** For `caseId` the ids of cases, for a person's field those of users, for `id` those of the feature's own tables, else any. */
function idsFrom(known: ReadonlyMap<string, string[]>): Ids {
  const all = [...known.values()].flatMap((ids) => ids.slice(0, 2))
  const begins = (stem: string) =>
    [...known].filter(([table]) => table.toLowerCase().startsWith(stem)).flatMap(([, ids]) => ids)
  return (field, feature) => {
    const stem = field.replace(/Ids?$/, '').toLowerCase()
    const own = stem === 'id' || stem === 'ids' ? begins(feature.toLowerCase().replace(/s$/, '')) : begins(stem)
    if (own.length > 0) return own
    return PEOPLE.test(field) ? (known.get('users') ?? []) : all
  }
}

function openOf({ open }: Desk): OpenStore {
  if (!open) throw new Error('closed')
  return open
}

async function writesOf({ open }: Desk): Promise<Record<string, number>> {
  if (!open) return {}
  const found = await sql<{ name: string; n: number }>`select name, n from fuzz_writes where n > 0`.execute(
    open.store.db,
  )
  return Object.fromEntries(found.rows.map(({ name, n }) => [name, n]))
}
