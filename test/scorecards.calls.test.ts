import { expect, vi } from 'vitest'
import type { CaseId, UserId } from '../src/shared/ids.ts'
import { SHIPPED_SCHEME } from '../src/shared/scorecards/scheme.ts'
import { DAY, HOUR } from '../src/shared/time.ts'
import { type App, onEveryEngine } from './app.ts'
import { inStore, investigated, take } from './cases-fixtures.ts'
import { closedComplaint } from './reviews-fixtures.ts'
import { AFTER, cardOf, give, handIn, LEAD, MONTH, putCalls, SELF, SUMMARY, team } from './scorecards-fixtures.ts'
import { course } from './training-fixtures.ts'

const figures = async (app: App, login: string) => {
  const { figures: list } = await cardOf(app, login)
  return Object.fromEntries(
    list.map(({ indicator, hits, of, sample, value }) => [indicator, { hits, of, sample, value }]),
  )
}
const behind = async (
  app: App,
  login: string,
  indicator: 'satisfaction' | 'resolution' | 'complaintTime' | 'answerTime' | 'handlingTime' | 'knowledge',
) => app.call('scorecards.behind', { id: (await cardOf(app, login)).id, indicator })

onEveryEngine(
  'S3-97 S3-98 S3-103 a round is opened for everybody: calls in time and handling time are counted from the calls, and the calls stand behind the number',
  async (app) => {
    const { ids } = await team(app)
    const li = ids.li as UserId
    const at = Date.parse('2026-09-10T09:00:00+08:00')
    await putCalls(app, [
      { agentId: li, at, waitS: 5, talkS: 90, inTime: true },
      { agentId: li, at: at + HOUR, waitS: 30, talkS: 150, inTime: false },
      { agentId: li, at: at + 2 * HOUR, waitS: 6, talkS: 120, inTime: true },
      { agentId: li, at: at + 3 * HOUR, waitS: 40, talkS: 0, inTime: null, state: 'missed' },
      { agentId: li, at: at + 4 * HOUR, waitS: 3, talkS: 0, inTime: null, state: 'abandoned' },
      // The last moment of August and the first of October are other months.
      { agentId: li, at: Date.parse('2026-09-01T00:00:00+08:00') - 1, waitS: 5, talkS: 900, inTime: false },
      { agentId: li, at: Date.parse('2026-10-01T00:00:00+08:00'), waitS: 5, talkS: 900, inTime: false },
    ])
    expect(await app.fail('scorecards.openRound', { month: '2026-10' })).toMatchObject({
      rule: 'scorecard-month-ahead',
    })
    const round = await app.call('scorecards.openRound', { month: MONTH })
    expect(round).toMatchObject({ month: MONTH, state: 'collecting', schemeVersion: 1, people: 3, isWhole: true })
    // One and three working days after the month; the holiday week lies between.
    expect([round.selfDueAt, round.leadDueAt]).toEqual([
      Date.parse('2026-10-09T00:00:00+08:00'),
      Date.parse('2026-10-11T00:00:00+08:00'),
    ])
    expect(await figures(app, 'li')).toMatchObject({
      answerTime: { hits: 2, of: 4, sample: 4, value: 50 },
      // (90 + 150 + 120) + 3 × 30 of wrap-up, by 3
      handlingTime: { hits: 450, of: 3, sample: 3, value: 150 },
    })
    expect((await figures(app, 'wu')).answerTime).toEqual({ hits: 0, of: 0, sample: 0, value: null })
    const inTime = await behind(app, 'li', 'answerTime')
    expect(inTime).toMatchObject({ total: 4, isSame: true, figure: { hits: 2, of: 4, value: 50 } })
    expect(inTime.rows.map(({ kind, isHit, value }) => [kind, isHit, value])).toEqual([
      ['call', false, 40_000],
      ['call', true, 6000],
      ['call', false, 30_000],
      ['call', true, 5000],
    ])
    expect(await behind(app, 'li', 'handlingTime')).toMatchObject({ total: 3, isSame: true })
    expect(await app.fail('scorecards.openRound', { month: MONTH })).toMatchObject({ rule: 'scorecard-round-exists' })
    await putCalls(app, [{ agentId: li, at: at + DAY, waitS: 5, talkS: 150, inTime: true }])
    expect(await behind(app, 'li', 'answerTime')).toMatchObject({ total: 5, isSame: false })
    await app.call('scorecards.recount', { month: MONTH })
    expect(await behind(app, 'li', 'answerTime')).toMatchObject({ total: 5, isSame: true, figure: { value: 60 } })
  },
)

onEveryEngine(
  'S3-94 S3-95 S3-96 S3-106 satisfaction, resolution and complaint timeliness are counted from the cases and answers, with the credit of everybody who worked on them',
  async (app) => {
    app.setNow(Date.parse('2026-09-07T10:00:00+08:00'))
    const { ids } = await team(app)
    const alone = await closedComplaint(app, 'li')
    await app.as('agent', 'wu')
    const shared = await investigated(app)
    await app.as('manager')
    const { lastSeq } = await app.call('cases.pulse', { id: shared })
    await app.call('cases.assign', {
      id: shared,
      ownerId: ids.li as UserId,
      reason: '转由首问人',
      expectedSeq: lastSeq,
    })
    await closeAs(app, shared, 'li', 3)
    // What a later survey brings to light.
    await inStore(app, (db) =>
      db.updateTable('surveyAnswers').set({ solved: 'no' }).where('caseId', '=', shared).execute(),
    )
    // Received in September and left alone: its limits run out before the month ends.
    await app.as('agent', 'sun')
    const { id: forgotten } = await app.call('cases.open', {
      ...{ kind: 'complaint', channel: 'phone', category: 'flight.delay', memberId: null, contactName: '陈女士' },
      ...{
        contactPhone: '13800001234',
        anonymousReason: '非会员旅客',
        content: '行李延误',
        reason: '慢',
        demand: '尽快',
      },
      apologyGiven: true,
    })
    await app.as('manager')
    app.setNow(AFTER)
    await app.call('scorecards.openRound', { month: MONTH })
    const li = await figures(app, 'li')
    expect(li).toMatchObject({
      satisfaction: { hits: 1, of: 2, sample: 2, value: 50 },
      // A whole case, and two of three parts of the other; the customer called that one unsolved.
      resolution: { hits: 1, of: 1.6667, sample: 2, value: 60 },
      complaintTime: { hits: 1.6667, of: 1.6667, sample: 2, value: 100 },
    })
    expect(await figures(app, 'wu')).toMatchObject({ resolution: { hits: 0, of: 0.3333, sample: 1, value: 0 } })
    expect(await figures(app, 'sun')).toMatchObject({
      resolution: { of: 0, value: null },
      complaintTime: { hits: 0, of: 1, sample: 1, value: 0 },
    })
    const resolved = await behind(app, 'li', 'resolution')
    expect(new Set(resolved.rows.map(({ id, credit, isHit }) => JSON.stringify([id, credit, isHit])))).toEqual(
      new Set([JSON.stringify([shared, 0.6667, false]), JSON.stringify([alone, 1, true])]),
    )
    expect((await behind(app, 'sun', 'complaintTime')).rows).toMatchObject([{ id: forgotten, isHit: false }])
    expect((await cardOf(app, 'li')).customers).toEqual({ count: 2, mean: 4 })
    await app.as('agent', 'wu')
    const own = await cardOf(app, 'wu')
    expect((await app.call('scorecards.behind', { id: own.id, indicator: 'resolution' })).rows).toMatchObject([
      { id: shared, credit: 0.3333 },
    ])
  },
)

async function closeAs(app: App, id: CaseId, login: string, agentPoints: number) {
  await app.as('agent', login)
  app.wait(HOUR)
  const contact = { contactAt: app.now(), contactChannel: 'phone' }
  const done = { simpleReason: 'explained', causeText: '机务排故', measures: '整改', resultFeedback: '已说明' }
  await take(app, id, 'reply', { ...done, feedbackAt: app.now(), feedbackChannel: 'phone' })
  await take(app, id, 'attempt', contact)
  const scores = {
    satisfactionResult: 4,
    satisfactionProcess: 3,
    satisfactionAgent: agentPoints,
    satisfactionOverall: 4,
  }
  await take(app, id, 'visit', { ...contact, contactPerson: '陈女士', isSolved: 'yes', ...scores })
  await app.as('manager')
  const closing = { closingSummary: '已说明', improvement: 'process', improvementNote: '整改' }
  await take(app, id, 'close', closing)
}

onEveryEngine(
  'S3-100 the knowledge score is that of the month’s examinations, or the superior’s where none was held',
  async (app) => {
    const { lead, ids } = await team(app)
    const training = course(lead, {
      schedule: { firstDay: '2026-10-12', minute: 840, minutes: 60, repeat: 'once', times: 1 },
    })
    await app.call('training.savePlan', { year: 2026, goal: '提高', budgetFen: 1_000_000 })
    const { id } = await app.call('training.save', { year: 2026, training })
    await app.call('training.approvePlan', { year: 2026 })
    const sessionId = (await app.call('training.show', { id })).list[0]?.id ?? ''
    await app.call('training.invite', { sessionId, userIds: [ids.li as UserId] })
    app.setNow(Date.parse('2026-10-12T16:00:00+08:00'))
    await app.call('training.result', {
      sessionId,
      userId: ids.li as UserId,
      attendance: 'attended',
      score: 88,
      note: '',
    })
    const month = '2026-10'
    const { cards } = await app.call('scorecards.openRound', { month })
    const idOf = (login: string) => cards.find((card) => card.login === login)?.id ?? ''
    await app.as('lead', 'zhao')
    const refused = { id: idOf('li'), expectedSeq: 1, lead: LEAD, give: true }
    expect(await app.fail('scorecards.assess', refused)).toMatchObject({ rule: 'scorecard-knowledge-known' })
    const li = await app.call('scorecards.assess', { ...refused, lead: { ...LEAD, knowledge: null } })
    const wu = await app.call('scorecards.assess', { ...refused, id: idOf('wu') })
    const lineOf = (view: typeof li) => view.result?.lines.find(({ indicator }) => indicator === 'knowledge')
    expect([lineOf(li), lineOf(wu)]).toMatchObject([
      { counted: 88, superior: 88, unjudged: null },
      { counted: null, superior: 80, unjudged: null },
    ])
    const exams = await app.call('scorecards.behind', { id: idOf('li'), indicator: 'knowledge' })
    expect(exams).toMatchObject({ total: 1, rows: [{ kind: 'exam', value: 88, title: '投诉处理与服务意识' }] })
  },
)

onEveryEngine(
  'S3-102 weights and goals hold from a month on; what does not make 100 % is refused, and an opened month keeps its own',
  async (app) => {
    await team(app, ['li'])
    const [shipped] = await app.call('scorecards.schemes', {})
    expect(shipped).toMatchObject({ version: 1, fromMonth: null, scheme: SHIPPED_SCHEME })
    await app.call('scorecards.openRound', { month: MONTH })
    const terms = SHIPPED_SCHEME.indicators
    const wrong = { ...SHIPPED_SCHEME, indicators: { ...terms, teamwork: { ...terms.teamwork, weight: 10 } } }
    const input = { fromMonth: '2026-10', basedOn: 1, scheme: wrong, reason: '突出满意度' }
    expect(await app.fail('scorecards.saveScheme', input)).toMatchObject({
      rule: 'scorecard-weights',
      params: { sum: 95 },
    })
    const scheme = {
      ...wrong,
      indicators: { ...wrong.indicators, satisfaction: { ...terms.satisfaction, weight: 25 } },
    }
    expect(await app.fail('scorecards.saveScheme', { ...input, scheme, fromMonth: MONTH })).toMatchObject({
      rule: 'scorecard-month-begun',
    })
    expect(await app.call('scorecards.saveScheme', { ...input, scheme })).toMatchObject({
      version: 2,
      fromMonth: '2026-10',
      savedByName: '王经理',
    })
    expect(await app.fail('scorecards.saveScheme', { ...input, scheme })).toMatchObject({ code: 'CONFLICT' })
    app.setNow(Date.parse('2026-10-31T18:00:00+08:00'))
    expect(await app.call('scorecards.openRound', { month: '2026-10' })).toMatchObject({
      schemeVersion: 2,
      scheme: { indicators: { satisfaction: { weight: 25 } } },
    })
    expect(await app.call('scorecards.show', { month: MONTH })).toMatchObject({
      schemeVersion: 1,
      scheme: { indicators: { satisfaction: { weight: 20 } } },
    })
    await app.as('lead', 'zhao')
    expect(await app.fail('scorecards.saveScheme', { ...input, basedOn: 2, scheme })).toEqual({ code: 'FORBIDDEN' })
  },
)

onEveryEngine(
  'S3-104 S3-108 S3-109 the own part is drafted, handed in whole with the month’s summary, and whoever is late is reminded on the desk',
  async (app) => {
    await team(app, ['li', 'wu'])
    await app.call('scorecards.openRound', { month: MONTH })
    await app.as('agent', 'li')
    const { id, figures: own } = await cardOf(app, 'li')
    expect(own.length).toBe(9)
    const draft = {
      id,
      expectedSeq: 1,
      self: { scores: { teamwork: 90 }, comment: '' },
      summary: { ...SUMMARY, done: '' },
      handIn: false,
    }
    expect(await app.call('scorecards.saveSelf', draft)).toMatchObject({ selfState: 'draft', selfSeq: 2 })
    // The same person in another window still has the old copy.
    expect(await app.fail('scorecards.saveSelf', draft)).toEqual({ code: 'CONFLICT', entity: 'scorecard' })
    const whole = { ...draft, expectedSeq: 2, handIn: true }
    expect(await app.fail('scorecards.saveSelf', whole)).toMatchObject({ rule: 'scorecard-self-missing' })
    expect(await app.fail('scorecards.saveSelf', { ...whole, self: SELF })).toMatchObject({
      rule: 'scorecard-summary-missing',
    })
    const given = await app.call('scorecards.saveSelf', { ...whole, self: SELF, summary: SUMMARY })
    expect(given).toMatchObject({
      selfState: 'given',
      selfAt: app.now(),
      isSelfLate: false,
      self: SELF,
      summary: SUMMARY,
      result: null,
      lead: null,
    })
    expect(
      await app.fail('scorecards.saveSelf', { ...whole, expectedSeq: 3, self: SELF, summary: SUMMARY }),
    ).toMatchObject({ rule: 'scorecard-self-given' })
    expect(await app.call('scorecards.waiting', {})).toEqual([])

    await app.as('agent', 'wu')
    expect(await app.fail('scorecards.card', { id })).toEqual({ code: 'NOT_FOUND', entity: 'scorecard' })
    expect((await app.call('scorecards.show', { month: MONTH })).cards.map(({ login }) => login)).toEqual(['wu'])
    expect(await app.call('scorecards.waiting', {})).toMatchObject([{ kind: 'self', isLate: false, reminders: 0 }])
    await app.as('lead', 'zhao')
    app.setNow(AFTER + 2 * DAY)
    expect((await cardOf(app, 'wu')).self).toBeNull()
    expect(await app.call('scorecards.remind', { month: MONTH })).toMatchObject({ reminded: 2 })
    expect((await app.call('scorecards.show', { month: MONTH })).cards).toMatchObject([
      { login: 'li', isSelfLate: false },
      { login: 'wu', isSelfLate: true, reminders: 1, remindedAt: app.now() },
    ])
    expect((await app.call('scorecards.waiting', {})).map(({ kind }) => kind)).toEqual(['assess', 'assess'])
    await app.as('agent', 'wu')
    expect(await app.call('scorecards.waiting', {})).toMatchObject([{ kind: 'self', isLate: true, reminders: 1 }])
    await handIn(app, 'wu')
    expect(await cardOf(app, 'wu')).toMatchObject({ selfState: 'given', isSelfLate: true })
  },
)

onEveryEngine(
  'S3-101 S3-105 the superior gives teamwork in its two parts and a reason for every score that is moved; only the assessor does, and two hands never overwrite each other',
  async (app) => {
    const { lead, ids } = await team(app, ['li', 'wu'])
    await app.as('manager')
    await app.call('users.update', { id: ids.wu as UserId, name: 'wu', role: 'agent', leadId: null })
    const at = Date.parse('2026-09-10T09:00:00+08:00')
    await putCalls(
      app,
      Array.from({ length: 5 }, (_, i) => ({
        agentId: ids.li as string,
        at: at + i * HOUR,
        waitS: 5,
        talkS: 100,
        inTime: i < 4,
      })),
    )
    await app.call('scorecards.openRound', { month: MONTH })
    expect((await cardOf(app, 'wu')).notes).toMatchObject([{ kind: 'joined' }, { kind: 'noAssessor' }])
    const other = (await app.as('lead', 'qian')) as UserId
    const { id } = await cardOf(app, 'li')
    const input = { id, expectedSeq: 1, lead: LEAD, give: true }
    expect(await app.fail('scorecards.assess', input)).toMatchObject({ rule: 'scorecard-not-assessor' })
    await app.as('lead', 'zhao')
    const moved = (points: number, reason: string) => ({ ...LEAD, adjust: { answerTime: { points, reason } } })
    expect(await app.fail('scorecards.assess', { ...input, lead: moved(5, '') })).toMatchObject({
      rule: 'scorecard-reason-missing',
    })
    expect(await app.fail('scorecards.assess', { ...input, lead: moved(11, '因') })).toMatchObject({
      rule: 'scorecard-adjust-limit',
    })
    const view = await app.call('scorecards.assess', { ...input, lead: moved(5, '9月10日电话系统故障') })
    expect(view).toMatchObject({
      leadState: 'given',
      leadByName: 'zhao',
      lead: { teamwork: { cooperation: 80, sharing: 90 } },
    })
    const lineOf = (indicator: string) => view.result?.lines.find((line) => line.indicator === indicator)
    expect(lineOf('teamwork')).toMatchObject({ superior: 85, unjudged: null })
    // 80 % in time: two thirds of the way from 60 to 90, and 5 points for the fault.
    expect(lineOf('answerTime')).toMatchObject({ counted: 66.67, superior: 71.67 })
    expect(await app.fail('scorecards.assess', input)).toEqual({ code: 'CONFLICT', entity: 'scorecard' })

    await app.as('manager')
    const wu = await cardOf(app, 'wu')
    expect(await app.fail('scorecards.assess', { ...input, id: wu.id })).toMatchObject({
      rule: 'scorecard-no-assessor',
    })
    app.setNow(AFTER + 5 * DAY)
    expect(await app.fail('scorecards.calibrate', { month: MONTH })).toMatchObject({
      rule: 'scorecard-assessor-missing',
      params: { name: 'wu' },
    })
    const named = await app.call('scorecards.setAssessor', {
      id: wu.id,
      expectedSeq: 1,
      leadId: other,
      reason: '原主管调岗',
    })
    expect(named).toMatchObject({ leadName: 'qian', leadReason: '原主管调岗', notes: [{ kind: 'joined' }] })
    expect(
      await app.fail('scorecards.setAssessor', { id: wu.id, expectedSeq: 2, leadId: ids.li as UserId, reason: '试' }),
    ).toMatchObject({ rule: 'scorecard-cannot-assess' })
    expect(await app.fail('scorecards.calibrate', { month: MONTH })).toMatchObject({
      rule: 'scorecard-assess-open',
      params: { count: 1, name: 'wu' },
    })
    // Who changed the team within the month is told to the readers; whoever assessed at the opening still does.
    await app.call('users.update', { id: ids.li as UserId, name: 'li', role: 'agent', leadId: other })
    expect((await cardOf(app, 'li')).notes).toEqual([
      { kind: 'joined', name: '' },
      { kind: 'moved', name: 'qian' },
    ])
    expect((await cardOf(app, 'li')).leadId).toBe(lead)
  },
)

onEveryEngine(
  'somebody who left takes part when the month has work of theirs; without a self-assessment its weight goes to the superior',
  async (app) => {
    const { ids } = await team(app, ['li', 'wu', 'sun'])
    await putCalls(app, [
      { agentId: ids.wu as string, at: Date.parse('2026-09-10T09:00:00+08:00'), waitS: 5, talkS: 90, inTime: true },
    ])
    for (const login of ['wu', 'sun']) await app.call('users.disable', { id: ids[login] as UserId })
    app.setNow(AFTER)
    const round = await app.call('scorecards.openRound', { month: MONTH })
    expect(round.cards.map(({ login, notes }) => [login, notes.map(({ kind }) => kind)])).toEqual([
      ['li', ['joined']],
      ['wu', ['joined', 'left']],
    ])
    await handIn(app, 'li')
    await give(app, 'li')
    const wu = await give(app, 'wu')
    expect(wu.result?.raters).toMatchObject([
      { rater: 'self', share: 0, gap: 'noSelf' },
      { rater: 'superior', share: 100, gap: null },
      { rater: 'customer', share: 0, gap: 'fewCustomers' },
    ])
    // Nobody waits for the words of somebody who is gone.
    await app.as('manager')
    expect((await app.call('scorecards.calibrate', { month: MONTH })).state).toBe('calibrating')
  },
)

onEveryEngine(
  'a month with many cards reads the scheme they are counted by once, not once for each card',
  async (app) => {
    await team(app, ['li', 'wu', 'sun', 'he', 'qi'])
    await app.call('scorecards.openRound', { month: MONTH })
    const kept = await inStore(app, (db) => db.selectFrom('scorecardRounds').select('scheme').executeTakeFirstOrThrow())
    const parse = vi.spyOn(JSON, 'parse')
    const { cards, scheme } = await app.call('scorecards.show', { month: MONTH })
    const reads = parse.mock.calls.filter(([text]) => text === kept.scheme).length
    parse.mockRestore()
    expect([cards.length, reads]).toEqual([5, 1])
    expect(scheme).toEqual(JSON.parse(kept.scheme))
  },
)
