import { expect } from 'vitest'
import type { UserId } from '../src/shared/ids.ts'
import { DAY } from '../src/shared/time.ts'
import type { TrainingDraft } from '../src/shared/training/model.ts'
import { type App, onEngine, onEveryEngine } from './app.ts'
import { inStore } from './cases-fixtures.ts'
import { closedComplaint, marksOf } from './reviews-fixtures.ts'
import { course } from './training-fixtures.ts'

const YEAR = { year: 2026 }

/** The year's plan by the lead, with one training; answers the lead and the training. */
async function planned(app: App, more: Partial<TrainingDraft> = {}) {
  const zhao = (await app.as('lead', 'zhao')) as UserId
  await app.call('training.savePlan', { ...YEAR, goal: '全年满意度提高五个百分点', budgetFen: 1_000_000 })
  const view = await app.call('training.save', { ...YEAR, training: course(zhao, more) })
  return { zhao, view }
}

onEveryEngine(
  'S2-179 S2-180 S2-181 S2-182 S3-79 S3-80 a year has its training plan with goal, content, way, time and money; approved, its sessions are set',
  async (app) => {
    const { zhao, view } = await planned(app)
    expect(view).toMatchObject({
      goal: '投诉一次解决率提高到八成',
      content: '投诉五步法、同理心表达、服务意识',
      way: 'internal',
      responsibleName: 'zhao',
      list: [],
    })
    const dear = course(zhao, { title: '外部课程', way: 'external', teacher: '民航学院', budgetFen: 800_000 })
    expect(await app.fail('training.save', { ...YEAR, training: dear })).toMatchObject({
      rule: 'training-budget',
      params: { over: 1000 },
    })
    expect(await app.fail('training.approvePlan', YEAR)).toEqual({ code: 'FORBIDDEN' })
    await app.as('manager')
    const approved = await app.call('training.approvePlan', YEAR)
    expect(approved).toMatchObject({
      state: 'approved',
      approvedByName: '王经理',
      plannedFen: 300_000,
      trainings: [{ sessions: 3, nextAt: Date.parse('2026-10-12T14:00:00+08:00') }],
    })
    expect(await app.fail('training.approvePlan', YEAR)).toMatchObject({ rule: 'training-plan-approved' })
    const stored = await inStore(app, (db) =>
      db.selectFrom('trainingSessions').select('startsAt').orderBy('place').execute(),
    )
    expect(stored.map(({ startsAt }) => new Date(startsAt).toISOString())).toEqual([
      '2026-10-12T06:00:00.000Z',
      '2026-11-12T06:00:00.000Z',
      '2026-12-12T06:00:00.000Z',
    ])
    const more = { ...YEAR, goal: '目标不变', budgetFen: 2_000_000 }
    expect(await app.call('training.savePlan', more)).toMatchObject({ state: 'draft', approvedByName: null })
  },
)

onEveryEngine(
  'S1-82 S3-81 S3-82 S3-83 S3-84 S5-25 S5-26 S5-27 trainings cover business, service skills, emergencies and the industry, with their subjects',
  async (app) => {
    const { zhao } = await planned(app)
    const kinds = [
      { kind: 'business', topics: ['routes', 'timetables', 'fares', 'products'] },
      {
        kind: 'service',
        topics: ['communication', 'problemSolving', 'complaintHandling', 'serviceAwareness', 'emotions'],
      },
      { kind: 'emergency', topics: ['delays', 'cancellations'] },
      { kind: 'industry', topics: ['trends'] },
    ] as const
    for (const { kind, topics } of kinds) {
      const training = course(zhao, { title: kind, kind, topics: [...topics], budgetFen: 0 })
      expect(await app.call('training.save', { ...YEAR, training })).toMatchObject({ kind, topics })
    }
    const odd = course(zhao, { kind: 'business', topics: ['emotions'] })
    expect(await app.fail('training.save', { ...YEAR, training: odd })).toMatchObject({ rule: 'training-topic' })
    const stored = await inStore(app, (db) => db.selectFrom('trainings').select(['kind', 'topics']).execute())
    expect(stored).toEqual(
      expect.arrayContaining(kinds.map(({ kind, topics }) => ({ kind, topics: JSON.stringify(topics) }))),
    )
  },
)

onEveryEngine(
  'S3-85 S3-86 S3-87 S3-88 a training is internal with its lecturer, external with the institution, online, or a seminar on real cases without identities',
  async (app) => {
    const caseId = await closedComplaint(app, 'li')
    const { zhao } = await planned(app, { budgetFen: 0 })
    const picked = await app.call('reviews.pickStudy', {
      ...{ caseId, title: '延误沟通', reason: '典型', lessons: '及时通报' },
    })
    const ways = [
      { way: 'external', teacher: '民航学院' },
      { way: 'online', teacher: 'https://learn.example/service' },
    ] as const
    for (const one of ways)
      expect(
        await app.call('training.save', { ...YEAR, training: course(zhao, { ...one, budgetFen: 0 }) }),
      ).toMatchObject(one)
    const seminar = course(zhao, { way: 'caseStudy', teacher: '王经理', budgetFen: 0 })
    expect(await app.fail('training.save', { ...YEAR, training: seminar })).toMatchObject({ rule: 'training-no-case' })
    const withCase = { ...seminar, studyIds: [picked.id] }
    expect(await app.fail('training.save', { ...YEAR, training: withCase })).toMatchObject({
      rule: 'training-case-unreleased',
    })
    await app.as('manager')
    await app.call('reviews.releaseStudy', { id: picked.id, hasNoPeople: true })
    expect(await app.call('training.save', { ...YEAR, training: withCase })).toMatchObject({
      way: 'caseStudy',
      studies: [{ id: picked.id, title: '延误沟通' }],
    })
    const { text } = await app.call('reviews.study', { id: picked.id })
    expect(text).not.toMatch(/陈女士|13800001234/)
  },
)

onEveryEngine(
  'S3-29 S3-89 S2-183 people are invited, attendance and examination are stored, agents see their own, and the effect is assessed',
  async (app) => {
    const caseId = await closedComplaint(app, 'li')
    const li = (await app.as('agent', 'li')) as UserId
    const wu = (await app.as('agent', 'wu')) as UserId
    const { view } = await planned(app)
    const begun = await app.call('reviews.begin', { caseId })
    const { total } = await app.call('reviews.give', { caseId, formVersion: 1, marks: marksOf(begun, 2) })
    await app.as('manager')
    await app.call('training.approvePlan', YEAR)
    await app.as('lead', 'zhao')
    const { list } = await app.call('training.show', { id: view.id })
    const [first, second] = list
    if (!first || !second) throw new Error('no sessions')
    const sessionId = first.id
    await app.call('training.invite', { sessionId, userIds: [li, wu] })
    expect((await app.call('training.invite', { sessionId, userIds: [li] })).invited).toBe(2)
    const result = { sessionId, userId: li, attendance: 'attended', score: 85, note: '表达进步明显' } as const
    expect(await app.fail('training.result', result)).toMatchObject({ rule: 'training-not-begun' })
    expect(await app.fail('training.assess', { id: view.id, effect: 'effective', text: '好' })).toMatchObject({
      rule: 'training-nobody-came',
    })
    app.setNow(first.endsAt)
    const { score: _, ...unscored } = result
    expect(await app.fail('training.result', { ...unscored, score: null })).toMatchObject({
      rule: 'training-score-missing',
    })
    await app.call('training.result', result)
    const after = await app.call('training.result', {
      ...result,
      userId: wu,
      attendance: 'absent',
      score: null,
      note: '',
    })
    expect(after.list[0]?.people).toEqual(
      expect.arrayContaining([
        { userId: li, name: 'li', attendance: 'attended', score: 85, isPassed: true, note: '表达进步明显' },
        { userId: wu, name: 'wu', attendance: 'absent', score: null, isPassed: null, note: '' },
      ]),
    )
    expect(after.figures).toMatchObject({ invited: 2, attended: 1, examined: 1, passed: 1, qualityBefore: total })
    const report = await app.call('reports.show', { kind: 'month', period: '2026-10' })
    expect(report.figures.filter(({ id }) => id.startsWith('training'))).toMatchObject([
      { id: 'trainingSessions', value: 1 },
      { id: 'trainingAttended', hits: 1, of: 2 },
      { id: 'trainingPassed', hits: 1, of: 1 },
    ])
    expect(await app.call('training.assess', { id: view.id, effect: 'effective', text: '评分上升' })).toMatchObject({
      effect: 'effective',
      effectText: '评分上升',
      effectFigures: { attended: 1, averageScore: 85 },
      assessedByName: 'zhao',
    })
    expect(await app.fail('training.cancelSession', { sessionId, reason: '改期' })).toMatchObject({
      rule: 'training-begun',
    })
    expect((await app.call('training.cancelSession', { sessionId: second.id, reason: '讲师出差' })).sessions).toBe(2)

    await app.as('agent', 'li')
    expect(await app.call('training.mine', {})).toMatchObject([
      { title: '投诉处理与服务意识', attendance: 'attended', score: 85, isPassed: true, teacher: '赵主管' },
    ])
    expect(await app.fail('training.show', { id: view.id })).toEqual({ code: 'FORBIDDEN' })
    await app.as('agent', 'sun')
    expect(await app.call('training.mine', {})).toEqual([])
  },
)

onEngine('sqlite', 'a training with invited people keeps its times', async (app) => {
  const li = (await app.as('agent', 'li')) as UserId
  const { zhao, view } = await planned(app)
  await app.as('manager')
  await app.call('training.approvePlan', YEAR)
  const { schedule } = course(zhao)
  const later = { ...course(zhao), schedule: { ...schedule, firstDay: '2026-10-19' } }
  const moved = await app.call('training.save', { ...YEAR, id: view.id, training: later })
  expect(moved.list.map(({ startsAt }) => startsAt)[0]).toBe(Date.parse('2026-10-12T14:00:00+08:00') + 7 * DAY)
  await app.call('training.invite', { sessionId: moved.list[0]?.id ?? '', userIds: [li] })
  expect(await app.fail('training.save', { ...YEAR, id: view.id, training: course(zhao) })).toMatchObject({
    rule: 'training-invited',
  })
  expect(await app.call('training.plan', { year: 2027 })).toBeNull()
})
