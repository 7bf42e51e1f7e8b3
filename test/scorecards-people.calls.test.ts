import { expect } from 'vitest'
import type { UserId } from '../src/shared/ids.ts'
import { HOUR } from '../src/shared/time.ts'
import { onEveryEngine } from './app.ts'
import { at } from './cases-fixtures.ts'
import { AFTER, cardOf, give, handIn, LEAD, MONTH, putCalls, SUMMARY, team } from './scorecards-fixtures.ts'

onEveryEngine(
  'S3-105 whoever changed the team within the month is told to the readers, is assessed by the lead of the opening, and the work of the whole month counts',
  async (app) => {
    app.setNow(at('2026-08-20T09:00:00'))
    const { ids } = await team(app, ['li', 'wu'])
    const li = ids.li as UserId
    const qian = (await app.as('lead', 'qian')) as UserId
    const calls = (day: string) =>
      [0, 1, 2].map((i) => ({
        ...{ agentId: li as string, at: at(`${day}T10:00:00`) + i * HOUR, waitS: 5, talkS: 100, inTime: true },
      }))
    await putCalls(app, [...calls('2026-09-08'), ...calls('2026-09-22')])
    app.setNow(at('2026-09-15T09:00:00'))
    await app.as('manager')
    await app.call('users.update', { id: li, name: 'li', role: 'agent', leadId: qian })
    app.setNow(AFTER)
    await app.call('scorecards.openRound', { month: MONTH })
    const card = await cardOf(app, 'li')
    expect(card).toMatchObject({ leadName: 'qian', notes: [{ kind: 'changedTeam', name: 'zhao' }] })
    expect(card.figures.find(({ indicator }) => indicator === 'answerTime')).toMatchObject({ sample: 6, value: 100 })
    expect((await cardOf(app, 'wu')).notes).toEqual([])
    await app.as('lead', 'zhao')
    const earlier = { id: card.id, expectedSeq: card.seq, lead: LEAD, give: true }
    expect(await app.fail('scorecards.assess', earlier)).toMatchObject({ rule: 'scorecard-not-assessor' })
    await app.as('lead', 'qian')
    expect(await app.call('scorecards.assess', earlier)).toMatchObject({ leadByName: 'qian', leadState: 'given' })
  },
)

onEveryEngine(
  'an agent without one call has no figures of calls: they judge nobody, their weight goes to the others, and words say why',
  async (app) => {
    await team(app, ['li'])
    app.setNow(AFTER)
    await app.call('scorecards.openRound', { month: MONTH })
    await handIn(app, 'li')
    const { figures, result } = await give(app, 'li')
    const none = figures.filter(({ indicator }) => ['answerTime', 'handlingTime', 'answerSpeed'].includes(indicator))
    expect(none.map(({ value, sample }) => [value, sample])).toEqual([
      [null, 0],
      [null, 0],
      [null, 0],
    ])
    const lines = result?.lines ?? []
    expect(lines.filter(({ unjudged }) => unjudged === null).map(({ indicator, share }) => [indicator, share])).toEqual(
      [
        ['knowledge', 5714],
        ['teamwork', 4286],
      ],
    )
    expect(lines.find(({ indicator }) => indicator === 'answerTime')).toMatchObject({ share: 0, unjudged: 'none' })
    // 4/7 of 80 and 3/7 of 85, nine tenths of it and one tenth of the own 90.
    expect(result?.total).toBe(82.93)
  },
)

onEveryEngine(
  'two hands at one assessment and at one self-assessment: the second is told, and nothing of the first is lost',
  async (app) => {
    await team(app, ['li'])
    app.setNow(AFTER)
    await app.call('scorecards.openRound', { month: MONTH })
    await app.as('agent', 'li')
    const own = await cardOf(app, 'li')
    const draft = { id: own.id, expectedSeq: own.selfSeq, self: { scores: {}, comment: '甲窗口' }, handIn: false }
    await app.call('scorecards.saveSelf', { ...draft, summary: SUMMARY })
    const late = { ...draft, self: { scores: {}, comment: '乙窗口' }, summary: SUMMARY }
    expect(await app.fail('scorecards.saveSelf', late)).toEqual({ code: 'CONFLICT', entity: 'scorecard' })
    expect((await cardOf(app, 'li')).self?.comment).toBe('甲窗口')
    await app.as('lead', 'zhao')
    const { id, seq } = await cardOf(app, 'li')
    const first = { id, expectedSeq: seq, lead: { ...LEAD, comment: '第一稿' }, give: false }
    await app.call('scorecards.assess', first)
    const second = { ...first, lead: { ...LEAD, comment: '第二稿' } }
    expect(await app.fail('scorecards.assess', second)).toEqual({ code: 'CONFLICT', entity: 'scorecard' })
    expect((await cardOf(app, 'li')).lead?.comment).toBe('第一稿')
  },
)
