import fs from 'node:fs'
import path from 'node:path'
import { expect } from 'vitest'
import type { UserId } from '../src/shared/ids.ts'
import { SHIPPED_SCHEME } from '../src/shared/scorecards/scheme.ts'
import { DAY, HOUR } from '../src/shared/time.ts'
import { type App, onEveryEngine } from './app.ts'
import { inStore } from './cases-fixtures.ts'
import { AFTER, cardOf, give, handIn, LEAD, MONTH, putCalls, SELF, team } from './scorecards-fixtures.ts'
import { course } from './training-fixtures.ts'

const AT = Date.parse('2026-09-10T09:00:00+08:00')

/** Three agents' month, handed in and assessed: 80 %, 60 % and no call in time; the manager is signed in. */
async function assessed(app: App) {
  const { lead, ids } = await team(app)
  const rings = (login: string, inTime: number) =>
    Array.from({ length: 5 }, (_, i) => ({
      agentId: ids[login] as string,
      at: AT + i * HOUR,
      waitS: 5,
      talkS: 100,
      inTime: i < inTime,
    }))
  await putCalls(app, [...rings('li', 5), ...rings('wu', 4)])
  app.setNow(AFTER)
  await app.call('scorecards.openRound', { month: MONTH })
  for (const login of ['li', 'wu', 'sun']) await handIn(app, login)
  await give(app, 'li', {
    ...LEAD,
    teamwork: { cooperation: 100, sharing: 100, reason: '全力支援' },
    knowledge: { score: 95, reason: '抽问全对' },
  })
  await give(app, 'wu')
  await give(app, 'sun', {
    ...LEAD,
    teamwork: { cooperation: 40, sharing: 40, reason: '少有分享' },
    knowledge: { score: 50, reason: '答对五题' },
  })
  await app.as('manager')
  return { lead, ids }
}

async function published(app: App) {
  const made = await assessed(app)
  await app.call('scorecards.calibrate', { month: MONTH })
  await app.call('scorecards.publish', { month: MONTH })
  return made
}

async function frozen(app: App) {
  const made = await published(app)
  app.wait(10 * DAY)
  await app.call('scorecards.freeze', { month: MONTH })
  return made
}

const answerAs = async (app: App, login: string, answer: 'confirmed' | 'appealed', text = '') => {
  await app.as('agent', login)
  const { id, seq } = await cardOf(app, login)
  return app.call('scorecards.answer', { id, expectedSeq: seq, answer, text })
}

onEveryEngine(
  'S3-107 S3-112 leads calibrate with reasons, the three raters are combined by weight, and the result gives its grade and bonus; nobody sees the own points before they are published',
  async (app) => {
    await assessed(app)
    expect(await app.fail('scorecards.publish', { month: MONTH })).toMatchObject({ rule: 'scorecard-state' })
    const round = await app.call('scorecards.calibrate', { month: MONTH })
    // Judged: answer 15, handling 10, knowledge 20, teamwork 15 of 60. Self 90 × 10 %, superior × 90 % as nobody was asked.
    // li: 25 % × 100 + 16.67 % × 100 + 33.33 % × 95 + 25 % × 100 = 98.33; × 0.9 + 9 = 97.5
    expect(round.cards.map(({ login, total, grade, bonusFen }) => [login, total, grade, bonusFen])).toEqual([
      ['li', 97.5, 'A', 150_000],
      // Without a call: knowledge 50 × 57.14 % + teamwork 40 × 42.86 % = 45.71; × 0.9 + 9
      ['sun', 50.14, 'D', 0],
      ['wu', 82.13, 'B', 100_000],
    ])
    expect(round.leads).toMatchObject([{ name: 'zhao', cards: 3, lowest: 50.14, highest: 97.5 }])
    await app.as('lead', 'zhao')
    const wu = await cardOf(app, 'wu')
    const change = {
      id: wu.id,
      expectedSeq: wu.seq,
      indicator: 'teamwork',
      to: 70,
      reason: '与其他组尺度一致',
    } as const
    expect(await app.fail('scorecards.adjust', change)).toMatchObject({ rule: 'scorecard-own-marks' })
    await app.as('lead', 'qian')
    const calibrated = await app.call('scorecards.adjust', change)
    expect(calibrated).toMatchObject({
      changes: [
        { stage: 'calibration', indicator: 'teamwork', from: 85, to: 70, reason: '与其他组尺度一致', byName: 'qian' },
      ],
      total: 78.75,
      grade: 'C',
    })
    expect(await app.fail('scorecards.adjust', change)).toEqual({ code: 'CONFLICT', entity: 'scorecard' })
    expect(
      await app.fail('scorecards.adjust', { ...change, expectedSeq: wu.seq + 1, indicator: 'resolution' }),
    ).toMatchObject({ rule: 'scorecard-unjudged' })
    expect(await app.fail('scorecards.publish', { month: MONTH })).toEqual({ code: 'FORBIDDEN' })
    await app.as('agent', 'wu')
    expect(await cardOf(app, 'wu')).toMatchObject({ total: null, result: null, lead: null, changes: [], self: SELF })
    await app.as('manager')
    const out = await app.call('scorecards.publish', { month: MONTH })
    // Three working days after the eighth: Friday, the worked Saturday and Monday.
    expect(out).toMatchObject({
      state: 'published',
      publishedByName: '王经理',
      answerDueAt: Date.parse('2026-10-13T00:00:00+08:00'),
    })
    await app.as('agent', 'wu')
    expect(await cardOf(app, 'wu')).toMatchObject({ total: 78.75, grade: 'C', bonusFen: 60_000, lead: LEAD })
    expect(await app.call('scorecards.waiting', {})).toMatchObject([{ kind: 'answer' }])
  },
)

onEveryEngine(
  'S3-111 a person confirms the result or appeals against it with the reason, and the manager decides in words',
  async (app) => {
    await published(app)
    await app.as('agent', 'wu')
    const { id, seq } = await cardOf(app, 'wu')
    const input = { id, expectedSeq: seq, answer: 'appealed', text: '' } as const
    expect(await app.fail('scorecards.answer', input)).toMatchObject({ rule: 'scorecard-appeal-reason' })
    expect(await answerAs(app, 'wu', 'appealed', '抽问第三题答案有误')).toMatchObject({
      answer: 'appealed',
      answerText: '抽问第三题答案有误',
    })
    expect(await app.fail('scorecards.answer', { ...input, expectedSeq: seq + 1, text: '再次' })).toMatchObject({
      rule: 'scorecard-answered',
    })
    expect(await answerAs(app, 'li', 'confirmed')).toMatchObject({ answer: 'confirmed' })
    expect(await app.fail('scorecards.decide', { id, expectedSeq: seq + 1, text: '属实', changes: [] })).toEqual({
      code: 'FORBIDDEN',
    })
    await app.as('manager')
    expect(await app.fail('scorecards.freeze', { month: MONTH })).toMatchObject({
      rule: 'scorecard-appeal-open',
      params: { name: 'wu' },
    })
    const decided = await app.call('scorecards.decide', {
      id,
      expectedSeq: seq + 1,
      text: '第三题改判正确',
      changes: [{ indicator: 'knowledge', to: 90 }],
    })
    expect(decided).toMatchObject({
      ...{ answer: 'changed', decisionText: '第三题改判正确', decidedByName: '王经理', total: 85.12 },
      changes: [{ stage: 'appeal', indicator: 'knowledge', from: 80, to: 90 }],
    })
    expect(await app.fail('scorecards.decide', { id, expectedSeq: seq + 2, text: '再', changes: [] })).toMatchObject({
      rule: 'scorecard-no-appeal',
    })
    expect(await app.fail('scorecards.freeze', { month: MONTH })).toMatchObject({
      rule: 'scorecard-answers-open',
      params: { count: 1 },
    })
    app.wait(10 * DAY)
    await app.as('agent', 'sun')
    const sun = await cardOf(app, 'sun')
    expect(await app.fail('scorecards.answer', { ...input, id: sun.id, expectedSeq: sun.seq })).toMatchObject({
      rule: 'scorecard-answer-late',
    })
  },
)

onEveryEngine(
  'a frozen month never changes: every card has its fingerprint in the audit row, a later change is a visible correction, and a card that was touched is found',
  async (app) => {
    const { ids } = await frozen(app)
    const round = await app.call('scorecards.show', { month: MONTH })
    expect(round).toMatchObject({ state: 'frozen', frozenByName: '王经理', isWhole: true })
    expect(round.cards.map(({ answer }) => answer)).toEqual(['silent', 'silent', 'silent'])
    const { rows } = await app.call('audit.list', { limit: 5 })
    const kept = JSON.parse(rows.find(({ call }) => call === 'scorecards.freeze')?.body ?? '{}')
    expect(kept.frozen).toMatchObject({ month: MONTH, sha256: round.sha256 })
    const before = await cardOf(app, 'li')
    expect(kept.frozen.cards[0]).toEqual({ login: 'li', total: 97.5, sha256: before.sha256 })

    // Neither new calls nor another weight nor another name changes it.
    await putCalls(app, [{ agentId: ids.li as string, at: AT + DAY, waitS: 90, talkS: 900, inTime: false }])
    const scheme = { ...SHIPPED_SCHEME, bonusBaseFen: 1 }
    await app.call('scorecards.saveScheme', { fromMonth: '2026-11', basedOn: 1, scheme, reason: '调整奖金' })
    expect(await cardOf(app, 'li')).toEqual(before)
    expect(await app.fail('scorecards.recount', { month: MONTH })).toMatchObject({ rule: 'scorecard-frozen' })
    const touch = { id: before.id, expectedSeq: before.seq }
    expect(await app.fail('scorecards.decide', { ...touch, text: '改', changes: [] })).toMatchObject({
      rule: 'scorecard-frozen',
    })
    expect(
      await app.fail('scorecards.adjust', { ...touch, indicator: 'teamwork', to: 50, reason: '改' }),
    ).toMatchObject({ rule: 'scorecard-frozen' })

    // A frozen month opens from what was frozen alone: the events behind it are not even read.
    await inStore(app, async (db) => {
      await db.updateTable('calls').set({ talkMs: 9_999_000, isInTime: 0 }).execute()
      await db.updateTable('scorecards').set({ figures: '[]', customers: '{}' }).where('id', '=', before.id).execute()
    })
    expect((await cardOf(app, 'li')).figures).toEqual(before.figures)
    expect(await app.call('scorecards.show', { month: MONTH })).toEqual(round)

    const corrected = await app.call('scorecards.correct', {
      ...touch,
      indicator: 'knowledge',
      to: 65,
      reason: '考核成绩录入有误',
    })
    expect(corrected).toMatchObject({
      ...{ isCorrected: true, isWhole: true, total: 88.5, grade: 'B', sha256: before.sha256 },
      frozenResult: { total: 97.5, grade: 'A' },
      changes: [{ stage: 'correction', from: 95, to: 65, reason: '考核成绩录入有误', byName: '王经理' }],
    })
    expect((await app.call('scorecards.show', { month: MONTH })).isWhole).toBe(true)
    const stored = await inStore(app, (db) =>
      db
        .selectFrom('scorecards')
        .select(['frozen', 'frozenTotal'])
        .where('id', '=', before.id)
        .executeTakeFirstOrThrow(),
    )
    expect([JSON.parse(stored.frozen ?? '').result.total, stored.frozenTotal]).toEqual([97.5, 9750])
    await inStore(app, async (db) => {
      const text = (stored.frozen ?? '').replace('97.5', '99.5')
      await db.updateTable('scorecards').set({ frozen: text }).where('id', '=', before.id).execute()
    })
    expect((await app.call('scorecards.show', { month: MONTH })).isWhole).toBe(false)
    expect((await cardOf(app, 'li')).isWhole).toBe(false)
  },
)

onEveryEngine(
  'S3-113 S3-114 S3-115 good results rank people first for promotion, bring a commendation with a printed certificate and a place in a training',
  async (app) => {
    const { lead, ids } = await frozen(app)
    const li = ids.li as UserId
    const input = { month: MONTH, months: 3 }
    expect(
      (await app.call('scorecards.ranking', input)).map(({ place, login, total, months }) => [
        place,
        login,
        total,
        months,
      ]),
    ).toEqual([
      [1, 'li', 97.5, 1],
      [2, 'wu', 82.13, 1],
      [3, 'sun', 50.14, 1],
    ])
    const card = await cardOf(app, 'li')
    const given = {
      userId: li,
      cardId: card.id,
      title: '服务之星',
      reason: '九月考核第一名',
      prize: '购物卡',
      prizeFen: 50_000,
      givenDay: '2026-10-20',
    }
    const honour = await app.call('honours.commend', given)
    expect(honour).toMatchObject({
      number: 'RY-2026-0001',
      name: 'li',
      month: MONTH,
      givenByName: '王经理',
      prizeFen: 50_000,
    })
    expect(await app.fail('honours.commend', { ...given, userId: ids.wu as UserId })).toMatchObject({
      rule: 'honour-other-card',
    })
    expect((await app.call('scorecards.ranking', input))[0]).toMatchObject({ login: 'li', commendations: 1 })
    const out = path.join(app.folder, '证书.pdf')
    const file = await app.call('honours.certificate', { id: honour.id, out, language: 'zh-CN' })
    const bytes = fs.readFileSync(out)
    expect([bytes.subarray(0, 5).toString(), bytes.length > 2000, file.fileName]).toEqual(['%PDF-', true, '证书.pdf'])
    const exported = await inStore(app, (db) =>
      db.selectFrom('exports').select(['fileName', 'sha256', 'purpose']).execute(),
    )
    expect(exported).toEqual([{ fileName: '证书.pdf', sha256: file.sha256, purpose: '荣誉证书打印 RY-2026-0001' }])

    const firstDay = '2026-11-12'
    await app.call('training.savePlan', { year: 2026, goal: '提高', budgetFen: 1_000_000 })
    await app.call('training.save', {
      year: 2026,
      training: course(lead, { schedule: { firstDay, minute: 840, minutes: 60, repeat: 'once', times: 1 } }),
    })
    await app.call('training.approvePlan', { year: 2026 })
    const [session] = await app.call('honours.openSessions', {})
    const reward = { userId: li, cardId: card.id, sessionId: session?.sessionId ?? '', reason: '九月优秀' }
    expect(await app.call('honours.rewardTraining', reward)).toMatchObject({
      title: '投诉处理与服务意识',
      month: MONTH,
      reason: '九月优秀',
    })
    expect(await app.fail('honours.rewardTraining', reward)).toMatchObject({ rule: 'reward-invited' })

    await app.as('agent', 'li')
    expect(await app.call('training.mine', {})).toMatchObject([{ title: '投诉处理与服务意识' }])
    expect(await app.call('honours.list', {})).toMatchObject({
      commendations: [{ title: '服务之星' }],
      rewards: [{ reason: '九月优秀' }],
    })
    expect(await app.fail('scorecards.ranking', input)).toMatchObject({ rule: 'scorecard-ranking-closed' })
    await app.as('agent', 'wu')
    expect(await app.call('honours.list', {})).toEqual({ commendations: [], rewards: [] })
    await app.as('lead', 'zhao')
    expect((await app.call('scorecards.ranking', input)).length).toBe(3)
  },
)
