import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type Database from 'better-sqlite3'
import { migrations } from '../../migrations/index.ts'
import { stepSql } from '../../src/main/store/schema.ts'
import { type CipherDatabase, openConnection } from '../../src/main/store/sqlite/connection.ts'
import { benchEngine, createDesk, opened, signIn } from './desk.ts'
import { insertAll, withIndexesLast } from './insert-all.ts'
import { lengthenChain } from './long-chain.ts'
import { fillCases } from './made-cases.ts'
import type { Size } from './options.ts'
import { seeded } from './random.ts'
import { callRow, memberRow } from './rows-of.ts'

const FOLDER = path.resolve(import.meta.dirname, '../../.cache/bench')

/** Raised when what is made changes. */
const RECIPE = 2

const AGENTS = 300

/** The made store, the same without encryption, and the key. */
export type MadeStore = { file: string; plainFile: string; dataKey: Uint8Array; memberIds: string[] }

/** The store of this size: the one kept from an earlier run, or a new one. */
export async function madeStore(size: Size): Promise<MadeStore> {
  const folder = path.join(FOLDER, `${size.name}-${recipeOf(size)}`)
  const [file, plainFile, note] = ['desk.db', 'plain.db', 'note.json'].map((name) => path.join(folder, name)) as [
    string,
    string,
    string,
  ]
  if (!fs.existsSync(note)) {
    for (const old of fs.existsSync(FOLDER) ? fs.readdirSync(FOLDER) : []) {
      if (old.startsWith(`${size.name}-`)) fs.rmSync(path.join(FOLDER, old), { recursive: true })
    }
    fs.mkdirSync(folder, { recursive: true })
    const began = performance.now()
    await make(file, size)
    await lockedKey(file, (dataKey) => decrypt(file, plainFile, dataKey))
    fs.writeFileSync(note, JSON.stringify({ seconds: Math.round((performance.now() - began) / 1000) }))
  }
  for (const one of [file, plainFile]) readOnce(one)
  return lockedKey(file, (dataKey) => {
    const db = openConnection(file, dataKey, 'read')
    const memberIds = db.prepare('select id from members order by cardNo').pluck().all() as string[]
    db.close()
    return { file, plainFile, dataKey: new Uint8Array(dataKey), memberIds }
  })
}

/** Both files come from the system's memory, so that neither pays for the first look at the disk. */
function readOnce(file: string): void {
  const part = Buffer.allocUnsafe(8 << 20)
  const fd = fs.openSync(file, 'r')
  while (fs.readSync(fd, part) > 0);
  fs.closeSync(fd)
}

function recipeOf(size: Size): string {
  const schema = migrations.flatMap(({ steps }) => steps.map((step) => stepSql('sqlite', step)))
  const text = JSON.stringify([RECIPE, schema, size.members, size.calls, size.openCases, size.chain])
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}

async function make(file: string, size: Size): Promise<void> {
  const engine = benchEngine(file)
  await createDesk(engine)
  await fillCases(engine, Math.min(size.openCases, 10))
  await engine.close()
  await lockedKey(file, (dataKey) => {
    const db = openConnection(file, dataKey, 'write')
    for (const setting of [
      'synchronous = OFF',
      'foreign_keys = OFF',
      'cache_size = -1500000',
      'journal_size_limit = 0',
    ])
      db.pragma(setting)
    fill(db, size)
    db.pragma('wal_checkpoint(TRUNCATE)')
    db.close()
  })
  await signIn(engine)
  await lengthenChain(opened(engine), size.chain)
  await engine.close()
}

function fill(db: Database.Database, size: Size): void {
  const random = seeded(size.members)
  const agents = Array.from({ length: AGENTS }, (_, n) => ({
    id: random.id(),
    login: `agent${n}`,
    name: `专员${n}`,
    role: 'agent',
    status: 'active',
    leadId: null,
    mustChangePassword: 0,
    createdAt: 0,
    lastSignInAt: null,
  }))
  const memberIds: string[] = []
  const agentIds = agents.map(({ id }) => id)
  const inOne = (table: string, rows: () => Iterable<Record<string, string | number | null>>) =>
    db.transaction(() => withIndexesLast(db, table, () => insertAll(db, table, rows())))()
  inOne('users', () => agents)
  inOne('members', function* () {
    for (let n = 0; n < size.members; n++) {
      const row = memberRow(n, random)
      memberIds.push(row.id)
      yield row
    }
  })
  inOne('calls', function* () {
    for (let n = 0; n < size.calls; n++) yield callRow(n, random, memberIds, agentIds)
  })
  copyCases(db, size.openCases, memberIds, agentIds)
}

type Any = Record<string, string | number | null>

/** Makes the desk's few real cases many: each copy has its own id, number, member, owner and due times. */
function copyCases(
  db: Database.Database,
  count: number,
  memberIds: readonly string[],
  agentIds: readonly string[],
): void {
  const random = seeded(count)
  const models = db.prepare('select * from cases').all() as Any[]
  const clocksOf = new Map(
    models.map(({ id }) => [id, db.prepare('select * from clocks where caseId = ?').all(id) as Any[]]),
  )
  // Far ahead, so that no limit of the made cases ever comes due by itself.
  const far = Date.parse('2090-01-01T00:00:00Z')
  const clocks: Any[] = []
  db.transaction(() => {
    withIndexesLast(db, 'cases', () =>
      insertAll(
        db,
        'cases',
        (function* () {
          for (let n = 0; n < count; n++) {
            const model = models[n % models.length] ?? {}
            const id = random.id()
            const dueAt = far + random.below(30 * 86_400_000)
            for (const clock of clocksOf.get(model.id as string) ?? [])
              clocks.push({ ...clock, id: random.id(), caseId: id, dueAt, nextCheckAt: dueAt })
            yield {
              ...model,
              id,
              number: `TS-20260101-${100_000 + n}`,
              memberId: random.pick(memberIds),
              ownerId: random.pick(agentIds),
              nextDueAt: dueAt,
              queueAt: dueAt,
            }
          }
        })(),
      ),
    )
    withIndexesLast(db, 'clocks', () => insertAll(db, 'clocks', clocks))
    for (const { id } of models) {
      db.prepare('update clocks set dueAt = ?, nextCheckAt = ? where caseId = ?').run(far, far, id)
      db.prepare('update cases set queueAt = ?, nextDueAt = ? where id = ?').run(far, far, id)
    }
  })()
}

/** The same pages without encryption: what a plain file of the same content would be. */
function decrypt(file: string, plainFile: string, dataKey: Uint8Array): void {
  fs.copyFileSync(file, plainFile)
  const db = openConnection(plainFile, dataKey, 'write')
  db.pragma('journal_mode = DELETE')
  db.pragma('journal_mode = OFF')
  db.pragma('synchronous = OFF')
  ;(db as CipherDatabase).rekey(Buffer.alloc(0))
  db.close()
}

/** Borrows the data key of a store for a moment, from an engine that is signed in just for that. */
async function lockedKey<T>(file: string, work: (dataKey: Uint8Array) => T): Promise<T> {
  const engine = benchEngine(file)
  await signIn(engine)
  const dataKey = new Uint8Array(opened(engine).keys.dataKey)
  await engine.close()
  return work(dataKey)
}
