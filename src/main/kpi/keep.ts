import { readCallScores } from '../reports/survey-queries.ts'
import { addedUp, type Cell, cellOf, changeOf } from '../rules/call-totals.ts'
import { isOffered } from '../rules/report-kpi.ts'
import type { Db, Row } from '../store/types.ts'
import { addToTotals } from './totals-store.ts'

/** Columns of a call that its totals read. */
const READ = [
  'direction',
  'state',
  'agentId',
  'startedAt',
  'answeredAt',
  'waitMs',
  'talkMs',
  'holdMs',
  'wrapUpMs',
  'isInTime',
] as const

/** True for a change of a call that may change what it adds to its day. */
export const touchesTotals = (change: Partial<Row<'calls'>>): boolean => READ.some((name) => name in change)

/** Writes to a call or to an answer about it, and takes what that changes over into the totals of its day and month. */
export async function keepTotals(db: Db, callId: string, write: () => Promise<void>): Promise<void> {
  const before = await readCell(db, callId)
  await write()
  for (const change of changeOf(before, await readCell(db, callId))) await addToTotals(db, change)
}

/** Takes very many new calls into the totals of their days and months, with the points that came with them. */
export async function keepNewTotals(
  db: Db,
  calls: readonly { call: Pick<Row<'calls'>, (typeof READ)[number]>; points: number | null }[],
): Promise<void> {
  const cells = calls.map(({ call, points }) => cellOf({ ...call, points })).filter((cell) => cell !== undefined)
  for (const sum of addedUp(cells)) await addToTotals(db, sum)
}

async function readCell(db: Db, callId: string): Promise<Cell | undefined> {
  const call = await db.selectFrom('calls').select(READ).where('id', '=', callId).executeTakeFirst()
  if (!call || !isOffered(call)) return undefined
  const points = (await readCallScores(db, [callId])).get(callId) ?? null
  return cellOf({ ...call, points })
}
