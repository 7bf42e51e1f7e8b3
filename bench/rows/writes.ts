import type { MemberId } from '../../src/shared/ids.ts'
import { ask, benchEngine, signIn } from '../lib/desk.ts'
import type { MadeStore } from '../lib/made-store.ts'
import { inTurns } from '../lib/measure.ts'
import type { Size } from '../lib/options.ts'
import { seeded } from '../lib/random.ts'
import { openPlain } from '../lib/replay.ts'
import { type BenchRow, timesRow } from '../lib/row.ts'

/** One saved change with its row in the audit chain, flushed to the disk. */
export async function oneCommand(made: MadeStore, size: Size): Promise<BenchRow> {
  const engine = benchEngine(made.file)
  await signIn(engine)
  const plain = openPlain(made.plainFile)
  const random = seeded(31)
  const pick = () => random.pick(made.memberIds)
  const body = JSON.stringify({
    call: 'members.verify',
    input: { id: random.id() },
    login: 'boss',
    role: 'manager',
    entry: random.id(),
    at: 1,
    actorId: random.id(),
  })
  const update = plain.prepare('update members set verifiedAt = ?, updatedAt = ? where id = ?')
  const insert = plain.prepare('insert into audit values (?, ?, ?, ?, ?, ?, ?, ?, ?)')
  let sequence = plain.prepare('select coalesce(max(seq), 0) from audit').pluck().get() as number
  const raw = plain.transaction((id: string) => {
    sequence += 1
    update.run(sequence, sequence, id)
    insert.run(sequence, 1, 'boss', 'members.verify', 'done', id, null, body, 'a'.repeat(64))
  })
  const samples = await inTurns(size.rounds, {
    ours: () => ask(engine, 'members.verify', { id: pick() as MemberId }),
    theirs: () => raw(pick()),
  })
  await engine.close()
  plain.close()
  return timesRow({
    name: 'One command through the dispatcher, with its audit row, flushed, encrypted',
    baseline: 'raw two-row transaction, flushed, plain file',
    ...samples,
    most: 2,
  })
}
