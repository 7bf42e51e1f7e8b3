import { expect } from 'vitest'
import type { UserId } from '../src/shared/ids.ts'
import { DAY, HOUR } from '../src/shared/time.ts'
import { onEveryEngine } from './app.ts'
import { at, complaint, enquiry } from './cases-fixtures.ts'

onEveryEngine(
  'S3-116 S3-117 the weekly meeting counts last week by itself, its tasks become to-dos, the absent confirm the minutes',
  async (app) => {
    const li = (await app.as('agent', 'li')) as UserId
    const wang = (await app.as('agent', 'wang')) as UserId
    await app.call('cases.open', complaint())
    await app.call('cases.open', enquiry())
    await app.call('calls.start', { direction: 'inbound', phone: '13700004321' })
    const live = await app.call('calls.current', {})
    await app.call('calls.endUnanswered', { id: live?.id as never, reason: 'abandoned' })
    // Two weeks later the first week is the one before the last.
    app.setNow(at('2026-10-12T09:00:00'))
    const zhao = (await app.as('lead', 'zhao')) as UserId
    await app.call('cases.tick', {}).catch(() => null)
    const first = await app.call('meetings.hold', { day: '2026-10-07' })
    expect(first).toMatchObject({ weekDay: '2026-10-05', state: 'draft', chairName: 'zhao', mayEdit: true })
    expect(first.figures.week).toMatchObject({
      fromDay: '2026-09-28',
      toDay: '2026-10-05',
      offered: 1,
      abandoned: 1,
      opened: { complaint: 1, enquiry: 1, suggestion: 0, service: 0 },
      satisfaction: null,
    })
    expect(first.figures.before).toMatchObject({ offered: 0, closed: 0 })
    expect(first.summary).toContain('受理工单 2 件（+2），其中投诉 1 件')
    expect(await app.fail('meetings.hold', { day: '2026-10-05' })).toMatchObject({ rule: 'meeting-exists' })
    expect(await app.fail('meetings.publish', { id: first.id })).toMatchObject({ rule: 'meeting-empty' })

    const { id } = first
    await app.call('meetings.attend', { id, present: [zhao, li], absent: [wang] })
    const minutes = { id, heldAt: app.now(), chairId: zhao, summary: first.summary, plan: '节后航班恢复，提前备岗' }
    await app.call('meetings.write', minutes)
    const dueAt = app.now() + 2 * DAY
    const tasked = await app.call('meetings.task', { id, title: '核对延误安抚口径', people: [li, wang], dueAt })
    expect(tasked.todos.map(({ userName, title, dueAt: at }) => [userName, title, at])).toEqual(
      expect.arrayContaining([
        ['li', '核对延误安抚口径', dueAt],
        ['wang', '核对延误安抚口径', dueAt],
      ]),
    )
    expect(await app.call('meetings.publish', { id })).toMatchObject({ state: 'published', unread: 1 })
    expect(await app.fail('meetings.write', minutes)).toMatchObject({ rule: 'meeting-published' })

    await app.as('agent', 'li')
    const [task] = await app.call('todos.list', {})
    expect(task).toMatchObject({ source: 'meeting', sourceId: id, title: '核对延误安抚口径' })
    await app.call('todos.done', { id: task?.id ?? '', outcome: '已核对' })
    expect(await app.fail('meetings.acknowledge', { id })).toMatchObject({ rule: 'meeting-was-there' })
    await app.as('agent', 'wang')
    expect(await app.call('todos.count', {})).toMatchObject({ minutes: 1 })
    expect(await app.call('meetings.acknowledge', { id })).toMatchObject({ unread: 0, mustAcknowledge: false })
    expect(await app.call('todos.count', {})).toMatchObject({ minutes: 0 })

    await app.as('lead', 'zhao')
    const next = await app.call('meetings.hold', { day: '2026-10-12' })
    expect(next.earlier.map(({ userName, state, outcome }) => [userName, state, outcome])).toEqual([
      ['wang', 'open', ''],
      ['li', 'done', '已核对'],
    ])
    await app.as('agent', 'li')
    expect(
      (await app.call('meetings.list', {})).map(({ weekDay, tasks, tasksDone }) => [weekDay, tasks, tasksDone]),
    ).toEqual([['2026-10-05', 2, 1]])
  },
)

onEveryEngine(
  'S3-119 S3-09 a matter across departments has participants and a deadline, a log, and is settled',
  async (app) => {
    const li = (await app.as('agent', 'li')) as UserId
    await app.as('agent', 'wang')
    const boss = (await app.as('manager')) as UserId
    const draft = {
      title: '延误后行李信息不同步',
      text: '行李查询与地面服务的信息相差两小时',
      departments: ['baggage', 'airport'] as ('baggage' | 'airport')[],
      people: [li],
      outsiders: '地面服务部 张主任（演示）',
      ownerId: boss,
      dueDay: '2026-10-10',
    }
    const raised = await app.call('matters.raise', draft)
    expect(raised).toMatchObject({
      state: 'open',
      isOverdue: false,
      ownerName: '王经理',
      departments: ['airport', 'baggage'],
    })
    expect(await app.call('todos.list', {})).toMatchObject([
      { source: 'matter', sourceId: raised.id, dueAt: at('2026-10-10T18:00:00') },
    ])
    const { id } = raised
    await app.as('agent', 'wang')
    expect(await app.fail('matters.log', { id, text: '我不是参与人' })).toMatchObject({ rule: 'matter-not-in' })
    await app.as('agent', 'li')
    await app.call('matters.log', { id, text: '已与行李查询约定每三十分钟同步' })
    app.setNow(at('2026-10-11T09:00:00'))
    expect((await app.call('matters.list', {})).map(({ isOverdue }) => isOverdue)).toEqual([true])
    await app.as('manager')
    await app.call('matters.change', { id, ...draft, dueDay: '2026-10-20', reason: '等待系统改造' })
    const settled = await app.call('matters.settle', { id, closing: '接口已上线，信息一致' })
    expect(settled.log.map(({ action, byName }) => [action, byName])).toEqual([
      ['settled', '王经理'],
      ['changed', '王经理'],
      ['logged', 'li'],
      ['raised', '王经理'],
    ])
    expect(await app.fail('matters.log', { id, text: '补充' })).toMatchObject({ rule: 'matter-settled' })
    expect(await app.call('matters.list', {})).toEqual([])
    expect(await app.call('matters.list', { withSettled: true })).toMatchObject([{ closing: '接口已上线，信息一致' }])
  },
)

onEveryEngine('S3-08 the department has a plan whose goals show how far they are', async (app) => {
  const li = (await app.as('agent', 'li')) as UserId
  await app.as('lead', 'zhao')
  const plan = {
    title: '第四季度工作计划',
    fromDay: '2026-10-01',
    toDay: '2026-12-31',
    text: '提升投诉处理时效与满意度',
  }
  expect(await app.fail('workPlans.add', plan)).toEqual({ code: 'FORBIDDEN' })
  const boss = (await app.as('manager')) as UserId
  const { id } = await app.call('workPlans.add', plan)
  const goal = await app.call('goals.set', {
    ...{ measure: 'satisfaction', title: '投诉处理满意度', unit: '%', baseline: 65, target: 80 },
    ...{ baselineWhen: '2022', baselineSource: '年度调查', dueDay: '2026-12-31', ownerId: boss },
  })
  await app.call('goals.measure', { id: goal.id, day: '2026-09-30', value: 71, source: '三季度调查' })
  const about = { measure: '满意度', target: '80%', dueDay: '2026-12-31' }
  await app.call('workPlans.addItem', { id, ...about, title: '满意度达标', ownerId: boss, goalId: goal.id })
  const made = await app.call('workPlans.addItem', { id, ...about, title: '完善安抚话术', ownerId: li })
  const [first, second] = made.items
  expect(made.items.map(({ percent, state, goalTitle }) => [percent, state, goalTitle])).toEqual([
    [40, 'running', '投诉处理满意度'],
    [0, 'planned', null],
  ])
  await app.as('agent', 'li')
  expect(await app.fail('workPlans.report', { itemId: first?.id ?? '', percent: 100, note: '完成' })).toMatchObject({
    rule: 'plan-item-measured',
  })
  const reported = await app.call('workPlans.report', { itemId: second?.id ?? '', percent: 60, note: '已完成中文部分' })
  expect(reported).toMatchObject({
    percent: 50,
    items: [{}, { percent: 60, state: 'running', note: '已完成中文部分' }],
  })
  app.setNow(at('2027-01-02T09:00:00'))
  await app.as('manager')
  expect((await app.call('workPlans.list', {}))[0]?.items.map(({ state }) => state)).toEqual(['late', 'late'])
  await app.call('workPlans.close', { id, closing: '满意度提升，话术延至一月' })
  expect(await app.call('workPlans.list', {})).toEqual([])
})

onEveryEngine('S3-12 a manager records strategies for better service, and what they changed', async (app) => {
  const boss = (await app.as('manager')) as UserId
  const { id } = await app.call('strategies.add', {
    ...{ title: '钻石会员专席', basis: '钻石会员等待时间长于目标', text: '设两席专席，三声内接听' },
    ...{ ownerId: boss, fromDay: '2026-10-08' },
  })
  expect(await app.fail('strategies.move', { id, state: 'ended' })).toMatchObject({ rule: 'strategy-effect' })
  await app.call('strategies.move', { id, state: 'running', effect: '首周平均两声接听' })
  await app.as('lead', 'zhao')
  expect(await app.call('strategies.list', {})).toMatchObject([
    { title: '钻石会员专席', state: 'running', effect: '首周平均两声接听', ownerName: '王经理' },
  ])
})

onEveryEngine(
  'S3-10 S3-17 a manager assesses with advice, a lead records coaching, and the person reads and answers both',
  async (app) => {
    const li = (await app.as('agent', 'li')) as UserId
    const { id: caseId } = await app.call('cases.open', enquiry())
    const { number } = await app.call('cases.show', { id: caseId })
    await app.as('agent', 'wang')
    const zhao = (await app.as('lead', 'zhao')) as UserId
    const coached = await app.call('guidance.coach', {
      ...{ userId: li, day: '2026-09-29', topic: '倾听与复述', text: '旁听两通电话后逐句复盘' },
      ...{ advice: '先复述诉求再答复', nextDay: '2026-10-13', caseNumber: number },
    })
    expect(coached).toMatchObject({ kind: 'coaching', byName: 'zhao', caseId, caseNumber: number, seenAt: null })
    const assessment = { userId: li, period: '2026-09', rating: 4, text: '处理稳妥', advice: '加强英语服务' }
    expect(await app.fail('guidance.assess', assessment)).toEqual({ code: 'FORBIDDEN' })
    await app.as('manager')
    const assessed = await app.call('guidance.assess', assessment)
    expect(assessed).toMatchObject({ kind: 'assessment', rating: 4, advice: '加强英语服务', figures: { closed: 0 } })
    expect(await app.fail('guidance.assess', { ...assessment, period: '2026-11' })).toMatchObject({
      rule: 'guidance-future',
    })
    await app.as('agent', 'wang')
    expect(await app.call('guidance.list', {})).toEqual([])
    expect(await app.fail('guidance.read', { id: assessed.id })).toMatchObject({ rule: 'guidance-not-yours' })
    await app.as('agent', 'li')
    app.wait(HOUR)
    const mine = await app.call('guidance.list', {})
    expect(mine.map(({ kind, mayRead }) => [kind, mayRead])).toEqual([
      ['assessment', true],
      ['coaching', true],
    ])
    await app.call('guidance.read', { id: assessed.id, reply: '每周参加英语角' })
    await app.as('manager')
    expect((await app.call('guidance.list', { kind: 'assessment' }))[0]).toMatchObject({
      reply: '每周参加英语角',
      seenAt: app.now(),
    })
    expect(zhao).not.toBe('')
  },
)

onEveryEngine('S3-18 a lead gathers what customers said and passes it to the manager, who answers', async (app) => {
  const boss = (await app.as('manager')) as UserId
  await app.as('agent', 'li')
  await app.call('cases.open', { ...enquiry(), kind: 'suggestion', content: '贵宾厅希望提供素食', thanked: true })
  await app.call('loop.addFeedback', {
    day: '2026-09-30',
    channel: 'phone',
    tone: 'wish',
    text: '登机口变更希望短信提醒',
  })
  const zhao = (await app.as('lead', 'zhao')) as UserId
  const said = await app.call('digests.gather', { fromDay: '2026-09-28', toDay: '2026-09-30' })
  expect(said.map(({ kind }) => kind)).toEqual(['suggestion', 'feedback'])
  const items = said.map(({ kind, id }) => ({ kind, id }))
  const sent = { title: '九月第四周客户心声', text: '集中在贵宾厅与通知', items }
  expect(await app.fail('digests.send', { ...sent, toId: zhao })).toMatchObject({ rule: 'digest-to-manager' })
  const { id } = await app.call('digests.send', { ...sent, toId: boss })
  await app.as('manager')
  expect(await app.call('todos.list', {})).toMatchObject([{ title: '九月第四周客户心声', givenByName: 'zhao' }])
  await app.call('digests.answer', { id, answer: '已转餐食部门，十月起提供' })
  await app.as('lead', 'zhao')
  const [digest] = await app.call('digests.list', {})
  expect(digest).toMatchObject({ answer: '已转餐食部门，十月起提供', answeredByName: '王经理', mayAnswer: false })
  expect(digest?.items.map(({ text }) => text)).toEqual(said.map(({ text }) => text))
  expect(await app.call('todos.list', {})).toMatchObject([{ detail: '已转餐食部门，十月起提供' }])
})
