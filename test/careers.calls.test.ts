import { expect } from 'vitest'
import { DAY, HOUR } from '../src/shared/time.ts'
import { onEngine, onEveryEngine } from './app.ts'
import { inStore } from './cases-fixtures.ts'
import { teams } from './people-fixtures.ts'
import { course } from './training-fixtures.ts'

const TODAY = '2026-09-30'

onEveryEngine(
  'S3-91 S3-92 S4-111 everybody sees the career path with its criteria against stored evidence, and a promotion is approved by a second person',
  async (app) => {
    const { li, sun } = await teams(app)
    await app.signIn('zhao')
    await app.call('careers.setPost', { userId: li, post: 'specialist', since: '2025-03-01' })
    await inStore(app, (db) => seedReview(db, li, app.now() - 30 * DAY, 91))
    await app.signIn('li')
    const { posts } = await app.call('careers.ladder', {})
    expect(posts.map(({ post }) => post)).toEqual(['specialist', 'senior', 'supervisor', 'manager'])
    expect(posts[1]?.criteria).toEqual({ months: 12, exams: 80, quality: 85, trainings: 2 })
    expect(await app.call('careers.file', {})).toMatchObject({
      ...{ post: 'specialist', next: 'senior', isOwn: true, mayLead: false },
      checks: [
        { criterion: 'months', need: 12, have: 18, isMet: true },
        { criterion: 'exams', have: null, isMet: false },
        { criterion: 'quality', need: 85, have: 91, isMet: true },
        { criterion: 'trainings', have: 0, isMet: false },
      ],
    })
    const up = {
      userId: li,
      kind: 'promotion',
      toPost: 'senior',
      effectiveDay: TODAY,
      reason: '带教新人成效好',
    } as const
    expect(await app.fail('careers.propose', up)).toEqual({ code: 'FORBIDDEN' })
    await app.signIn('qian')
    expect(await app.fail('careers.propose', up)).toMatchObject({ rule: 'not-your-team' })
    await app.signIn('zhao')
    expect(await app.fail('careers.propose', { ...up, kind: 'transfer' })).toMatchObject({ rule: 'move-direction' })
    const move = await app.call('careers.propose', up)
    expect(move).toMatchObject({ state: 'proposed', fromPost: 'specialist', mayDecide: false })
    expect(await app.fail('careers.propose', up)).toMatchObject({ rule: 'move-open' })
    const yes = { id: move.id, isApproved: true, note: '同意' }
    expect(await app.fail('careers.decide', yes)).toMatchObject({ rule: 'move-second-person' })
    await app.signIn('boss')
    expect(await app.call('careers.decide', yes)).toMatchObject({
      ...{ state: 'approved', proposedByName: 'zhao', decidedByName: '王经理', decisionNote: '同意' },
    })
    expect(await app.fail('careers.decide', yes)).toMatchObject({ rule: 'move-decided' })
    expect(await app.call('careers.moves', {})).toMatchObject([{ name: 'li', toPost: 'senior' }])
    const stored = await inStore(app, (db) =>
      db.selectFrom('careerMoves').select(['userId', 'fromPost', 'toPost', 'state', 'effectiveDay']).execute(),
    )
    expect(stored).toEqual([
      { userId: li, fromPost: 'specialist', toPost: 'senior', state: 'approved', effectiveDay: TODAY },
    ])
    await app.signIn('li')
    expect(await app.call('careers.file', {})).toMatchObject({ post: 'senior', postSince: TODAY, next: 'supervisor' })
    expect(await app.fail('careers.file', { userId: sun })).toMatchObject({ rule: 'not-your-team' })
  },
)

onEveryEngine(
  'S3-93 S4-91 S4-92 S4-93 certificates with their expiry, and incentives of pay, promotion and honour fitted to one person, whose effect is evaluated',
  async (app) => {
    const { li, wu } = await teams(app)
    await app.signIn('li')
    const facts = { birthYear: 1995, sex: null, profession: '民航运输', aimPost: null, aimDay: null } as const
    await app.call('careers.saveFacts', { facts: { ...facts, wish: '希望多参加外部培训' } })
    await app.signIn('zhao')
    const certificate = { name: '民航客运员', issuer: '职业技能鉴定中心', number: 'K-1', issuedDay: '2024-11-01' }
    const file = await app.call('careers.addCertificate', {
      userId: li,
      certificate: { ...certificate, expiresDay: '2026-10-31' },
    })
    expect(file).toMatchObject({ facts: { wish: '希望多参加外部培训' }, certificates: [{ standing: 'soon' }] })
    expect(
      await app.fail('careers.addCertificate', {
        userId: li,
        certificate: { ...certificate, expiresDay: '2020-01-01' },
      }),
    ).toMatchObject({ rule: 'certificate-days' })
    expect(await app.call('careers.expiring', {})).toMatchObject([{ personName: 'li', expiresDay: '2026-10-31' }])
    const given = { reason: '季度质检第一', fits: '', certificateId: null, givenDay: '2026-09-01' }
    const kinds = [
      { kind: 'pay', title: '季度奖金', amountFen: 200_000 },
      { kind: 'promotion', title: '优先晋升资格', amountFen: null },
      { kind: 'honour', title: '服务之星', amountFen: null },
    ] as const
    for (const one of kinds) await app.call('careers.reward', { userId: wu, incentive: { ...given, ...one } })
    const fitted = {
      ...{ ...given, kind: 'honour' as const, title: '外部培训名额', amountFen: null, fits: '本人希望多参加外部培训' },
      certificateId: file.certificates[0]?.id ?? null,
    }
    const rewarded = await app.call('careers.reward', { userId: li, incentive: fitted })
    expect(rewarded.incentives).toMatchObject([{ title: '外部培训名额', fits: '本人希望多参加外部培训' }])
    expect(await app.fail('careers.reward', { userId: wu, incentive: fitted })).toMatchObject({
      rule: 'incentive-certificate',
    })
    await inStore(app, async (db) => {
      await seedReview(db, li, Date.parse('2026-08-01T10:00:00+08:00'), 80)
      await seedReview(db, li, Date.parse('2026-09-15T10:00:00+08:00'), 92)
    })
    const id = rewarded.incentives[0]?.id ?? ''
    const judged = await app.call('careers.evaluate', { id, effect: 'effective', text: '质检分明显提高' })
    expect(judged.incentives).toMatchObject([
      {
        ...{ effect: 'effective', effectText: '质检分明显提高', evaluatedByName: 'zhao' },
        figures: { qualityBefore: 80, qualityAfter: 92, examBefore: null, examAfter: null },
      },
    ])
    const all = await app.call('careers.incentives', { from: '2026-01-01', to: '2026-12-31' })
    expect(all.map(({ kind }) => kind).sort()).toEqual(['honour', 'honour', 'pay', 'promotion'])
    const stored = await inStore(app, (db) => db.selectFrom('incentives').select(['kind', 'effect']).execute())
    expect(stored).toHaveLength(4)
    await app.signIn('wu')
    expect((await app.call('careers.file', {})).incentives).toHaveLength(3)
    expect(await app.call('careers.expiring', {})).toEqual([])
  },
)

onEveryEngine(
  'S4-84 S4-86 posts list abilities, people have theirs, the gap is shown, and each person has a development plan',
  async (app) => {
    const { li } = await teams(app)
    await app.signIn('li')
    const step = { title: '跟听二十通投诉电话', ability: 'complaints', trainingId: null, dueDay: '2026-11-30' } as const
    await app.call('careers.addStep', { userId: li, step })
    expect(await app.fail('careers.assess', { userId: li, ability: 'complaints', level: 4 })).toEqual({
      code: 'FORBIDDEN',
    })
    await app.signIn('zhao')
    await app.call('careers.assess', { userId: li, ability: 'business', level: 2, note: '' })
    const file = await app.call('careers.assess', { userId: li, ability: 'communication', level: 1, note: '表达偏快' })
    expect(file.gaps).toEqual(
      expect.arrayContaining([
        { ability: 'business', need: 2, have: 2, missing: 0 },
        { ability: 'communication', need: 2, have: 1, missing: 1 },
        { ability: 'complaints', need: 1, have: 0, missing: 1 },
      ]),
    )
    expect(file.abilityNotes).toEqual({ business: '', communication: '表达偏快' })
    expect(file.steps).toMatchObject([{ title: '跟听二十通投诉电话', state: 'open', isLate: false }])
    expect(await app.call('careers.people', {})).toMatchObject([
      { name: 'li', post: 'specialist', gaps: 5, openSteps: 1 },
      { name: 'wu', openSteps: 0 },
      { name: 'zhao', post: 'supervisor' },
    ])
    await app.signIn('li')
    const done = { id: file.steps[0]?.id ?? '', state: 'done', note: '已完成并小结' } as const
    expect((await app.call('careers.closeStep', done)).steps).toMatchObject([{ state: 'done', note: '已完成并小结' }])
    const stored = await inStore(app, (db) => db.selectFrom('developmentSteps').select(['userId', 'state']).execute())
    expect(stored).toEqual([{ userId: li, state: 'done' }])
    await app.signIn('sun')
    expect(await app.fail('careers.closeStep', done)).toMatchObject({ rule: 'not-your-team' })
  },
)

onEveryEngine(
  'S4-28 S4-88 S4-89 S4-90 courses belong to posts, cover business, skill and teamwork, are online, in class, lectures or outside, and may belong to an optimisation project',
  async (app) => {
    const { zhao, li } = await teams(app)
    await app.signIn('zhao')
    const year = 2026
    await app.call('training.savePlan', { year, goal: '全年计划', budgetFen: 0 })
    const project = await app.call('projects.start', {
      ...{ kind: 'process', title: '投诉流程优化', purpose: '缩短投诉处理时间', ownerId: zhao },
    })
    const made = [
      { way: 'online', content: 'business', form: 'online' },
      { way: 'internal', content: 'skill', form: 'classroom' },
      { way: 'internal', content: 'teamwork', form: 'lecture' },
      { way: 'external', content: 'skill', form: 'outside' },
    ] as const
    const ids: string[] = []
    for (const { way, content, form } of made) {
      const training = course(zhao, { title: `课程 ${form}`, way, budgetFen: 0 })
      const { id } = await app.call('training.save', { year, training })
      ids.push(id)
      app.wait(1000)
      const projectId = form === 'classroom' ? project.id : null
      await app.call('careers.saveCourse', {
        trainingId: id,
        course: { content, form, posts: ['specialist', 'senior'], projectId },
      })
    }
    expect(await app.call('careers.courses', { year })).toMatchObject([
      { title: '课程 online', course: { content: 'business', form: 'online', posts: ['specialist', 'senior'] } },
      { course: { content: 'skill', form: 'classroom' }, projectTitle: '投诉流程优化' },
      { course: { content: 'teamwork', form: 'lecture' }, projectTitle: null },
      { course: { content: 'skill', form: 'outside' } },
    ])
    const wrong = { content: 'skill' as const, form: 'outside' as const, posts: [], projectId: null }
    expect(await app.fail('careers.saveCourse', { trainingId: ids[0] ?? '', course: wrong })).toMatchObject({
      rule: 'course-form',
    })
    expect(
      await app.fail('careers.saveCourse', {
        trainingId: ids[0] ?? '',
        course: { ...wrong, form: 'online' as const, projectId: 'none' },
      }),
    ).toEqual({ code: 'NOT_FOUND', entity: 'project' })
    const stored = await inStore(app, (db) =>
      db.selectFrom('courses').select(['form', 'projectId']).where('projectId', 'is not', null).execute(),
    )
    expect(stored).toEqual([{ form: 'classroom', projectId: project.id }])
    await app.signIn('li')
    const { courses } = await app.call('careers.file', { userId: li })
    expect(courses.map(({ title, attended }) => ({ title, attended }))).toEqual(
      made.map(({ form }) => ({ title: `课程 ${form}`, attended: false })),
    )
  },
)

onEveryEngine(
  'S4-85 a view shows staff by age, sex and profession, and no group so small that it names somebody',
  async (app) => {
    await teams(app)
    const said = { li: ['female', 1997], wu: ['female', 1998], zhao: ['female', 1999], qian: ['male', 1980] } as const
    for (const [login, [sex, birthYear]] of Object.entries(said)) {
      await app.signIn(login)
      const facts = { birthYear, sex, profession: '民航运输', wish: null, aimPost: null, aimDay: null }
      await app.call('careers.saveFacts', { facts })
    }
    await app.signIn('boss')
    const shown = await app.call('careers.structure', {})
    expect(shown).toMatchObject({
      ...{ people: 6, least: 3 },
      sex: [
        { key: 'female', count: 3 },
        { key: 'hidden', count: 3 },
      ],
      age: [
        { key: '25-29', count: 3 },
        { key: 'hidden', count: 3 },
      ],
      profession: [{ key: 'hidden', count: 6 }],
    })
    await app.signIn('zhao')
    expect((await app.call('careers.structure', {})).people).toBe(3)
    await app.signIn('li')
    expect(await app.fail('careers.structure', {})).toEqual({ code: 'FORBIDDEN' })
  },
)

onEveryEngine(
  'S4-87 shifts are set for people and adjusted to the calls expected of each hour from the weeks before',
  async (app) => {
    const { li, wu, sun } = await teams(app)
    await inStore(app, (db) => seedCalls(db, app.now() - 7 * DAY, 20))
    await app.signIn('zhao')
    const day = TODAY
    const early = { startMinute: 8 * 60, endMinute: 9 * 60 }
    await app.call('careers.setShift', { userId: li, day, span: early })
    await app.call('careers.setShift', { userId: wu, day, span: early })
    expect(await app.fail('careers.setShift', { userId: sun, day, span: early })).toMatchObject({
      rule: 'not-your-team',
    })
    const before = await app.call('careers.roster', { day })
    expect(before.hours[10]).toEqual({ hour: 10, expected: 20, needed: 3, present: 0 })
    expect(before).toMatchObject({ weeks: 1, handlingMs: 300_000, advice: [{ hour: 10, missing: 3, spareHour: 8 }] })
    await app.call('careers.setShift', { userId: wu, day, span: { startMinute: 10 * 60, endMinute: 18 * 60 } })
    const after = await app.call('careers.roster', { day })
    expect(after.hours[10]).toMatchObject({ present: 1 })
    expect(after.shifts).toMatchObject([
      { name: 'li', startMinute: 480 },
      { name: 'wu', startMinute: 600 },
    ])
    await app.call('careers.setShift', { userId: li, day, span: null })
    const stored = await inStore(app, (db) => db.selectFrom('staffShifts').select(['userId', 'startMinute']).execute())
    expect(stored).toEqual([{ userId: wu, startMinute: 600 }])
    app.hasMadeRows()
  },
)

onEveryEngine(
  'S4-94 S4-95 activities across departments and care for staff are recorded; counselling is seen by the person, the recorder and the manager only',
  async (app) => {
    const { li, wu } = await teams(app)
    await app.signIn('zhao')
    const about = { day: TODAY, content: '航站楼联合演练', departments: ['地面服务部'], userIds: [li, wu] }
    const joint = { ...about, kind: 'crossDepartment' as const, title: '延误保障联合演练' }
    expect(await app.fail('careers.addActivity', { activity: { ...joint, departments: [] } })).toMatchObject({
      rule: 'activity-departments',
    })
    await app.call('careers.addActivity', { activity: joint })
    const birthday = { ...about, kind: 'care' as const, title: '生日会', departments: [] }
    await app.call('careers.addActivity', { activity: birthday })
    const talk = { ...birthday, kind: 'counselling' as const, title: '心理咨询一次', userIds: [li] }
    expect(await app.call('careers.addActivity', { activity: talk })).toMatchObject({
      ...{ kind: 'counselling', people: ['li'], recordedByName: 'zhao' },
    })
    const span = { from: '2026-09-01', to: '2026-09-30' }
    const seenBy = async (login: string) => {
      await app.signIn(login)
      return (await app.call('careers.activities', span)).map(({ kind }) => kind).sort()
    }
    expect(await seenBy('li')).toEqual(['care', 'counselling', 'crossDepartment'])
    expect(await seenBy('wu')).toEqual(['care', 'crossDepartment'])
    expect(await seenBy('sun')).toEqual([])
    expect(await seenBy('qian')).toEqual([])
    expect(await seenBy('boss')).toEqual(['care', 'counselling', 'crossDepartment'])
    const stored = await inStore(app, (db) => db.selectFrom('staffActivityPeople').select('userId').execute())
    expect(stored).toHaveLength(5)
  },
)

onEngine('sqlite', 'the path is changed by the manager alone, in versions, and nobody judges oneself', async (app) => {
  const { zhao } = await teams(app)
  const { version: _, ...ladder } = await app.call('careers.ladder', {})
  const posts = ladder.posts.map((one) => (one.post === 'senior' ? { ...one, criteria: { months: 6 } } : one))
  expect(await app.call('careers.saveLadder', { ladder: { posts }, reason: '调整' })).toMatchObject({ version: 2 })
  expect(
    await app.fail('careers.saveLadder', { ladder: { posts: [...posts].reverse() }, reason: '乱序' }),
  ).toMatchObject({
    rule: 'ladder-posts',
  })
  await app.signIn('zhao')
  expect(await app.fail('careers.saveLadder', { ladder: { posts }, reason: '调整' })).toEqual({ code: 'FORBIDDEN' })
  expect(await app.fail('careers.assess', { userId: zhao, ability: 'business', level: 4 })).toMatchObject({
    rule: 'not-oneself',
  })
  expect((await app.call('careers.ladder', {})).posts[1]?.criteria).toEqual({ months: 6 })
})

type Db = Parameters<Parameters<typeof inStore>[1]>[0]

async function seedReview(db: Db, agentId: string, reviewedAt: number, total: number): Promise<void> {
  const reviewer = await db.selectFrom('users').select('id').where('login', '=', 'boss').executeTakeFirstOrThrow()
  await db
    .insertInto('caseReviews')
    .values({
      ...{ id: crypto.randomUUID(), kind: 'complaint', caseId: null, callId: null, number: 'x', formVersion: 1 },
      ...{ reviewerId: reviewer.id, agentId, reviewedAt, month: '2026-09', total, firstTotal: null, isFailed: 0 },
      ...{ body: '[]', comment: '', state: 'given', answer: null, answeredAt: null, decision: null },
      ...{ decisionText: null, decidedAt: null, decidedBy: null },
    })
    .execute()
}

async function seedCalls(db: Db, at: number, count: number): Promise<void> {
  const call = {
    ...{
      direction: 'inbound' as const,
      state: 'done' as const,
      memberId: null,
      phone: '1',
      callerName: null,
      agentId: null,
    },
    ...{ startedAt: at, answeredAt: at, endedAt: at + HOUR, wrapUpEndedAt: null, heldSince: null, rings: 1 },
    ...{ waitMs: 0, talkMs: 240_000, holdMs: 0, wrapUpMs: 60_000, maxRings: null, isInTime: null, greeting: null },
    ...{ question: '', process: '', result: '', resultCode: null, callBackOf: null },
  }
  for (let i = 0; i < count; i++)
    await db
      .insertInto('calls')
      .values({ ...call, id: `c${i}`, number: `T${i}` })
      .execute()
}
