import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import Database from 'better-sqlite3'
import type { CipherDatabase } from '../src/main/store/sqlite/connection.ts'
import { inTurns, median, quantile, timeOf } from './lib/measure.ts'
import { seeded } from './lib/random.ts'

/** The ciphers that authenticate every page, against no cipher; behind decision 0060. Run: `npm run bench -- --ciphers`. */
const CIPHERS = ['none', 'chacha20', 'aegis', 'ascon128', 'sqlcipher'] as const
type Cipher = (typeof CIPHERS)[number]

const ROWS = 300_000
const FLIPS = 60
const KEY = Buffer.alloc(32, 7)
const LOOKUP = 'select * from people where phone = ?'

/** Opens, reads, writes, copies and damages a store of each cipher, and prints what it took. */
export async function compareCiphers(): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vip-desk-ciphers-'))
  const file = (cipher: Cipher) => path.join(folder, `${cipher}.db`)
  for (const cipher of CIPHERS) fill(file(cipher), cipher)
  const all = <T>(make: (cipher: Cipher) => T) =>
    Object.fromEntries(CIPHERS.map((cipher) => [cipher, make(cipher)])) as Record<Cipher, T>

  const opening = await inTurns(
    30,
    all((cipher) => () => open(file(cipher), cipher).close()),
  )
  const cold = await coldLookups(file)
  const connections = all((cipher) => open(file(cipher), cipher))
  const commits = await inTurns(
    400,
    all((cipher) => writer(connections[cipher])),
  )
  const scans = await inTurns(
    10,
    all(
      (cipher) => () =>
        connections[cipher].prepare("select count(*) as n from people where note like '%nothing%'").get(),
    ),
  )
  for (const cipher of CIPHERS) connections[cipher].close()
  const copies = await inTurns(
    3,
    all((cipher) => () => copy(file(cipher), cipher)),
    0,
  )

  const rows = CIPHERS.map((cipher) => ({
    cipher,
    'open ms': median(opening[cipher]).toFixed(2),
    'cold lookup µs p50/p95': micros(cold[cipher]),
    'commit µs p50/p95': micros(commits[cipher]),
    'scan ms': median(scans[cipher]).toFixed(0),
    'copy ms': median(copies[cipher]).toFixed(0),
    MB: (fs.statSync(file(cipher)).size / 2 ** 20).toFixed(0),
    [`flips reported of ${FLIPS}`]: cipher === 'none' ? '-' : countReported(path.join(folder, 'small.db'), cipher),
  }))
  console.table(Object.fromEntries(rows.map(({ cipher, ...row }) => [cipher, row])))
  fs.rmSync(folder, { recursive: true })
}

const micros = (samples: number[]) =>
  `${(median(samples) * 1000).toFixed(0)} / ${(quantile(samples, 0.95) * 1000).toFixed(0)}`

function open(file: string, cipher: Cipher): Database.Database {
  const db = new Database(file)
  if (cipher !== 'none') {
    db.pragma(`cipher = '${cipher}'`)
    ;(db as CipherDatabase).key(Buffer.concat([Buffer.from('raw:'), KEY]))
  }
  for (const setting of [
    'journal_mode = WAL',
    'synchronous = FULL',
    'temp_store = 2',
    'cell_size_check = ON',
    'cache_size = -65536',
  ])
    db.pragma(setting)
  return db
}

function fill(file: string, cipher: Cipher, rows = ROWS): void {
  const db = open(file, cipher)
  db.exec(
    'create table people (id text primary key, phone text, note text) strict; create index byPhone on people (phone)',
  )
  const insert = db.prepare('insert into people values (?, ?, ?)')
  const random = seeded(1)
  db.transaction(() => {
    for (let n = 0; n < rows; n++)
      insert.run(random.id(), String(13_000_000_000 + n * 7919), `note ${random.id().repeat(5)}`)
  })()
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
}

// A new connection for every batch: its pages come from the system's cache and have to be decrypted.
async function coldLookups(file: (cipher: Cipher) => string): Promise<Record<Cipher, number[]>> {
  const random = seeded(2)
  const samples = Object.fromEntries(CIPHERS.map((cipher) => [cipher, [] as number[]])) as Record<Cipher, number[]>
  for (let batch = 0; batch < 20; batch++) {
    const phones = Array.from({ length: 50 }, () => String(13_000_000_000 + random.below(ROWS) * 7919))
    for (const cipher of CIPHERS) {
      const db = open(file(cipher), cipher)
      const lookup = db.prepare(LOOKUP)
      for (const phone of phones) samples[cipher].push(await timeOf(() => lookup.get(phone)))
      db.close()
    }
  }
  return samples
}

function writer(db: Database.Database): () => void {
  const update = db.prepare('update people set note = ? where phone = ?')
  const insert = db.prepare('insert into people values (?, ?, ?)')
  const random = seeded(3)
  return db.transaction(() => {
    update.run(random.id(), String(13_000_000_000 + random.below(ROWS) * 7919))
    insert.run(random.id(), '', random.id())
  })
}

function copy(file: string, cipher: Cipher): void {
  const target = `${file}.copy`
  fs.rmSync(target, { force: true })
  const db = open(file, cipher)
  db.prepare('vacuum into ?').run(target)
  db.close()
}

function countReported(file: string, cipher: Cipher): string {
  fs.rmSync(file, { force: true })
  fill(file, cipher, 20_000)
  const random = seeded(4)
  const bytes = fs.readFileSync(file)
  let reported = 0
  for (let n = 0; n < FLIPS; n++) {
    const damaged = `${file}.damaged`
    const place = 4096 + random.below(bytes.length - 4096)
    const changed = Buffer.from(bytes)
    changed[place] = (changed[place] ?? 0) ^ (1 << random.below(8))
    fs.writeFileSync(damaged, changed)
    try {
      const db = open(damaged, cipher)
      if (db.pragma('integrity_check', { simple: true }) !== 'ok') reported += 1
      db.close()
    } catch {
      reported += 1
    }
  }
  return `${reported}`
}
