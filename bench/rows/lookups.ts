import { Kysely } from 'kysely'
import { kept } from '../../src/main/store/kept.ts'
import { openConnection } from '../../src/main/store/sqlite/connection.ts'
import { sqliteDialect } from '../../src/main/store/sqlite/driver.ts'
import type { Database as Schema } from '../../src/main/store/types.ts'
import type { Parsed } from '../../src/shared/contracts.ts'
import type { MemberId } from '../../src/shared/ids.ts'
import type { MadeStore } from '../lib/made-store.ts'
import { timeOf } from '../lib/measure.ts'
import type { Size } from '../lib/options.ts'
import { seeded } from '../lib/random.ts'
import { openPlain, openReplay, type Replay } from '../lib/replay.ts'
import { type BenchRow, timesRow } from '../lib/row.ts'
import { mobileOf } from '../lib/rows-of.ts'

const COLUMNS = ['id', 'cardNo', 'name', 'tier', 'status', 'language', 'title', 'gender'] as const

const byMobile = kept((db, at: { mobile: string }) =>
  db.selectFrom('members').select(COLUMNS).where('mobile', '=', at.mobile),
)

/** Who is calling: one member by a telephone number, the bare statement. */
export async function memberLookup(made: MadeStore, size: Size): Promise<BenchRow> {
  const db = new Kysely<Schema>({ dialect: sqliteDialect(openConnection(made.file, made.dataKey, 'read')) })
  const plain = openPlain(made.plainFile)
  const raw = plain.prepare(`select ${COLUMNS.map((name) => `"${name}"`).join(', ')} from members where mobile = ?`)
  const random = seeded(11)
  const [ours, theirs]: [number[], number[]] = [[], []]
  await db.transaction().execute(async (transaction) => {
    for (let n = 0; n < size.rounds * 5; n++) {
      const mobile = mobileOf(random.below(size.members))
      const ask = async () => ours.push(await timeOf(() => byMobile(transaction, { mobile })))
      const askRaw = async () => theirs.push(await timeOf(() => raw.get(mobile)))
      for (const one of n % 2 === 0 ? [ask, askRaw] : [askRaw, ask]) await one()
    }
  })
  await db.destroy()
  plain.close()
  const name = 'Member by telephone, one statement through Kysely, encrypted'
  return timesRow({ name, baseline: 'raw prepared statement, plain file', ours, theirs, most: 2.2 })
}

/** The member's file as it is shown, and the first page of the queue, each with all its statements. */
export async function views(made: MadeStore, size: Size): Promise<BenchRow[]> {
  const replay = openReplay(made)
  const random = seeded(12)
  const file = await compare(replay, 'members.view', size.rounds, () => ({
    id: random.pick(made.memberIds) as MemberId,
  }))
  const queue = await compare(replay, 'cases.queue', Math.ceil(size.rounds / 10), () => QUEUE)
  await replay.close()
  const baseline = 'the same statements, prepared, plain file'
  return [
    timesRow({ name: "Member's file: handler with all its reads, encrypted", baseline, ...file, most: 1.6 }),
    timesRow({
      name: `Queue, first 100 of ${size.openCases.toLocaleString('en-US')} open: handler, encrypted`,
      baseline,
      ...queue,
      most: 1.3,
    }),
  ]
}

const QUEUE: Parsed<'cases.queue'> = { order: 'due', isOpen: true, offset: 0, limit: 100 }

type Compared = { ours: number[]; theirs: number[] }

async function compare<N extends 'members.view' | 'cases.queue'>(
  replay: Replay,
  name: N,
  rounds: number,
  input: () => Parsed<N>,
): Promise<Compared> {
  const times: Compared = { ours: [], theirs: [] }
  for (let n = 0; n < rounds; n++) {
    const asked = input()
    const statements = await replay.statementsOf(name, asked)
    const ask = async () => times.ours.push(await timeOf(() => replay.ours(name, asked)))
    const askRaw = async () => times.theirs.push(await timeOf(() => replay.theirs(statements)))
    for (const one of n % 2 === 0 ? [ask, askRaw] : [askRaw, ask]) await one()
  }
  return times
}
