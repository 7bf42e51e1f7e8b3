import type { Behind } from '../../shared/scorecards/credit.ts'
import { ONE_CASE } from '../../shared/scorecards/credit.ts'
import type { Stretch } from '../rules/scorecard-cases.ts'
import type { Db } from '../store/types.ts'

export type CallTally = {
  userId: string
  judged: number
  inTime: number
  handled: number
  handleMs: number
  waitMs: number
}

/** S3-97 S3-98: the incoming calls of a month that are over, counted for each person by the store itself; those that began in a gap are left out. */
export async function tallyCalls(
  db: Db,
  userIds: readonly string[],
  { from, to }: Stretch,
  gaps: readonly Stretch[] = [],
): Promise<CallTally[]> {
  const rows = await db
    .selectFrom('calls')
    .select((eb) => [
      'agentId',
      'state',
      'isInTime',
      eb.fn.countAll<number>().as('count'),
      eb.fn.sum<number>('talkMs').as('talkMs'),
      eb.fn.sum<number>('holdMs').as('holdMs'),
      eb.fn.sum<number>('wrapUpMs').as('wrapUpMs'),
      eb.fn.sum<number>('waitMs').as('waitMs'),
    ])
    .where('agentId', 'in', userIds)
    .where('startedAt', '>=', from)
    .where('startedAt', '<', to)
    .where('direction', '=', 'inbound')
    .where('state', 'in', ['done', 'missed'])
    .where((eb) => eb.and(gaps.map((gap) => eb.or([eb('startedAt', '<', gap.from), eb('startedAt', '>=', gap.to)]))))
    .groupBy(['agentId', 'state', 'isInTime'])
    .execute()
  const tallies = new Map<string, CallTally>()
  for (const { agentId, state, isInTime, count, talkMs, holdMs, wrapUpMs, waitMs } of rows) {
    if (agentId === null) continue
    const one = tallies.get(agentId) ?? { userId: agentId, judged: 0, inTime: 0, handled: 0, handleMs: 0, waitMs: 0 }
    if (state === 'missed' || isInTime !== null) one.judged += Number(count)
    if (isInTime === 1) one.inTime += Number(count)
    if (state === 'done') {
      one.handled += Number(count)
      one.handleMs += Number(talkMs) + Number(holdMs) + Number(wrapUpMs)
      one.waitMs += Number(waitMs)
    }
    tallies.set(agentId, one)
  }
  return [...tallies.values()]
}

export type CallRow = { number: string; behind: Behind }

/** The calls behind a person's number, the newest first. */
export async function callsBehind(
  db: Db,
  userId: string,
  { from, to }: Stretch,
  indicator: 'answerTime' | 'handlingTime' | 'answerSpeed',
): Promise<CallRow[]> {
  const isTime = indicator !== 'answerTime'
  const rows = await db
    .selectFrom('calls')
    .select(['id', 'number', 'state', 'startedAt', 'isInTime', 'waitMs', 'talkMs', 'holdMs', 'wrapUpMs'])
    .where('agentId', '=', userId)
    .where('startedAt', '>=', from)
    .where('startedAt', '<', to)
    .where('direction', '=', 'inbound')
    .where('state', 'in', isTime ? ['done'] : ['done', 'missed'])
    .orderBy('startedAt', 'desc')
    .orderBy('id')
    .execute()
  return rows
    .filter(({ state, isInTime }) => isTime || state === 'missed' || isInTime !== null)
    .map(({ id, number, startedAt, isInTime, waitMs, talkMs, holdMs, wrapUpMs }) => ({
      number,
      behind: {
        ...{ kind: 'call', id, at: startedAt, credit: ONE_CASE, isHit: isInTime === 1 },
        value: indicator === 'handlingTime' ? talkMs + holdMs + wrapUpMs : waitMs,
      },
    }))
}
