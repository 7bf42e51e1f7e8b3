import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Engine } from '../../src/main/engine/engine.ts'
import { periodOf } from '../../src/main/rules/report-period.ts'
import { bulkInsert } from '../../src/main/store/bulk-insert.ts'
import type { Row } from '../../src/main/store/types.ts'
import { DAY } from '../../src/shared/time.ts'
import { ask, benchEngine, createDesk, NOW, opened } from '../lib/desk.ts'
import { inTurns } from '../lib/measure.ts'
import type { Size } from '../lib/options.ts'
import { type Random, seeded } from '../lib/random.ts'
import { type BenchRow, limitRow } from '../lib/row.ts'
import { callRow } from '../lib/rows-of.ts'

const AGENTS = 300
const CALLS_OF_ONE = 20
const MONTH = '2026-08'
const MOST_ROUNDS = 200
/** What people take for at once. */
const LIMIT_MS = 100
/** Longer than the days that an assessment leaves for its parts, with the October holidays among them. */
const PAST_EVERY_TERM = 20 * DAY

/** A month in which 300 people were assessed, frozen, and opened again with every fingerprint checked. */
export async function frozenMonth({ rounds }: Size): Promise<BenchRow> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vip-desk-month-'))
  let now = NOW
  const engine = benchEngine(path.join(folder, 'desk.db'), () => now)
  try {
    await createDesk(engine)
    await hire(engine)
    await assessAll(engine)
    now += PAST_EVERY_TERM
    await ask(engine, 'scorecards.calibrate', { month: MONTH })
    await ask(engine, 'scorecards.publish', { month: MONTH })
    now += PAST_EVERY_TERM
    await ask(engine, 'scorecards.freeze', { month: MONTH })
    const show = () => ask(engine, 'scorecards.show', { month: MONTH })
    const { state, isWhole, cards } = await show()
    if (state !== 'frozen' || !isWhole || cards.length !== AGENTS || cards.some(({ total }) => total === null))
      throw new Error('the month is not frozen with everybody in it')
    const samples = await inTurns(Math.min(rounds, MOST_ROUNDS), { show })
    const name = `A frozen month of ${AGENTS} people opened through the dispatcher, every fingerprint checked`
    return limitRow(name, samples.show, 0.95, LIMIT_MS)
  } finally {
    await engine.close()
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

/** The agents, led by the manager, and the calls that they answered in the month. */
async function hire(engine: Engine): Promise<void> {
  const random = seeded(AGENTS)
  const leadId = engine.desk.session?.actor.id ?? null
  const agents = Array.from(
    { length: AGENTS },
    (_, n): Row<'users'> => ({
      ...{ id: random.id(), login: `agent${n}`, name: `专员${n}`, role: 'agent', status: 'active', leadId },
      ...{ mustChangePassword: 0, createdAt: 0, lastSignInAt: null },
    }),
  )
  const calls = agents.flatMap(({ id }, place) =>
    Array.from({ length: CALLS_OF_ONE }, (_, n) => callInMonth(place * CALLS_OF_ONE + n, random, id)),
  )
  await opened(engine).store.transaction(async (db) => {
    await bulkInsert(db, 'users')(agents)
    await bulkInsert(db, 'calls')(calls)
  })
}

function callInMonth(n: number, random: Random, agentId: string): Row<'calls'> {
  const call = { ...callRow(n, random, [''], [agentId]), memberId: null }
  const { from = 0, to = DAY } = periodOf('month', MONTH) ?? {}
  const later = from + random.below(to - from - DAY) - call.startedAt
  return {
    ...call,
    startedAt: call.startedAt + later,
    answeredAt: (call.answeredAt ?? 0) + later,
    endedAt: (call.endedAt ?? 0) + later,
    wrapUpEndedAt: (call.wrapUpEndedAt ?? 0) + later,
  }
}

async function assessAll(engine: Engine): Promise<void> {
  const { cards } = await ask(engine, 'scorecards.openRound', { month: MONTH })
  const lead = {
    adjust: {},
    teamwork: { cooperation: 80, sharing: 90, reason: '主动支援夜班，分享案例一次' },
    knowledge: { score: 80, reason: '当面抽问十题答对八题' },
    comment: '稳定可靠，投诉回复需更快',
  }
  for (const { id, seq } of cards) await ask(engine, 'scorecards.assess', { id, expectedSeq: seq, lead, give: true })
}
