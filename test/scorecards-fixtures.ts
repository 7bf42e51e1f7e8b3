import type { Input } from '../src/shared/contracts.ts'
import type { UserId } from '../src/shared/ids.ts'
import type { LeadMarks, SelfMarks, Summary } from '../src/shared/scorecards/model.ts'
import { INDICATORS } from '../src/shared/scorecards/words.ts'
import { SECOND } from '../src/shared/time.ts'
import type { App } from './app.ts'
import { inStore } from './cases-fixtures.ts'

export const MONTH = '2026-09'
/** After the holiday week that follows the month: the first working day is 8 October. */
export const AFTER = Date.parse('2026-10-08T10:00:00+08:00')

export const SELF: SelfMarks = {
  scores: Object.fromEntries(INDICATORS.map((one) => [one, 90])),
  comment: '本月接听及时，投诉回复需更快',
}
export const SUMMARY: Summary = { done: '处理投诉与咨询，无遗留', problems: '延误高峰时段排队', plan: '练习延误话术' }

export const LEAD: LeadMarks = {
  adjust: {},
  teamwork: { cooperation: 80, sharing: 90, reason: '主动支援夜班，分享案例一次' },
  knowledge: { score: 80, reason: '当面抽问十题答对八题' },
  comment: '稳定可靠',
}

/** A lead and agents of that lead's team; the manager is signed in afterwards. */
export async function team(app: App, agents: readonly string[] = ['li', 'wu', 'sun']) {
  const lead = (await app.as('lead', 'zhao')) as UserId
  const ids: Record<string, UserId> = {}
  for (const login of agents) ids[login] = (await app.as('agent', login)) as UserId
  await app.as('manager')
  for (const [login, id] of Object.entries(ids))
    await app.call('users.update', { id, name: login, role: 'agent', leadId: lead })
  return { lead, ids }
}

type Ring = {
  agentId: string
  at: number
  waitS: number
  talkS: number
  inTime: boolean | null
  state?: 'done' | 'missed' | 'abandoned'
}

/** Calls that are over, as the telephone would have left them. */
export async function putCalls(app: App, rings: readonly Ring[]): Promise<void> {
  await inStore(app, async (db) => {
    for (const [place, { agentId, at, waitS, talkS, inTime, state = 'done' }] of rings.entries()) {
      const isDone = state === 'done'
      await db
        .insertInto('calls')
        .values({
          ...{ id: `${agentId}-${at}-${place}`, number: `LD-${agentId.slice(-8)}-${at}-${place}` },
          ...{ direction: 'inbound', state, memberId: null, phone: '', callerName: null, agentId, startedAt: at },
          answeredAt: isDone ? at + waitS * SECOND : null,
          endedAt: at + (waitS + talkS) * SECOND,
          wrapUpEndedAt: isDone ? at + (waitS + talkS + 30) * SECOND : null,
          ...{ heldSince: null, rings: 1, waitMs: waitS * SECOND, talkMs: isDone ? talkS * SECOND : 0, holdMs: 0 },
          wrapUpMs: isDone ? 30 * SECOND : 0,
          ...{ maxRings: inTime === null ? null : 3, isInTime: inTime === null ? null : inTime ? 1 : 0 },
          ...{ greeting: null, question: '', process: '', result: '', resultCode: null, callBackOf: null },
        })
        .execute()
    }
  })
}

/** Hands in the own part of a month; the person is signed in afterwards. */
export async function handIn(app: App, login: string, self: SelfMarks = SELF): Promise<void> {
  await app.as('agent', login)
  const { cards } = await app.call('scorecards.show', { month: MONTH })
  const card = await app.call('scorecards.card', { id: cards[0]?.id ?? '' })
  await app.call('scorecards.saveSelf', {
    id: card.id,
    expectedSeq: card.selfSeq,
    self,
    summary: SUMMARY,
    handIn: true,
  })
}

/** The card of a person as whoever is signed in sees it. */
export async function cardOf(app: App, login: string) {
  const { cards } = await app.call('scorecards.show', { month: MONTH })
  return app.call('scorecards.card', { id: cards.find((card) => card.login === login)?.id ?? '' })
}

/** The lead gives marks to a person; the lead is signed in afterwards. */
export async function give(app: App, login: string, lead: Input<'scorecards.assess'>['lead'] = LEAD) {
  await app.as('lead', 'zhao')
  const { id, seq } = await cardOf(app, login)
  return app.call('scorecards.assess', { id, expectedSeq: seq, lead, give: true })
}
