import { expect } from 'vitest'
import type { Input } from '../src/shared/contracts.ts'
import { PLAN_GOALS } from '../src/shared/improvements/goal-words.ts'
import { DAY } from '../src/shared/time.ts'
import { onEngine, onEveryEngine } from './app.ts'
import { complaint, enquiry } from './cases-fixtures.ts'

const [satisfaction] = PLAN_GOALS

onEveryEngine(
  'S1-04 S1-05 S1-68 S1-69 satisfaction is a goal with owner and date, from 65 % of the 2022 survey to 80 %, and what is measured shows how far it is',
  async (app) => {
    const zhao = await app.as('lead', 'zhao')
    if (!satisfaction) throw new Error('no plan')
    const { baselineSource, target, dueDay: _, ...plan } = satisfaction
    const goal: Input<'goals.set'> = {
      ...plan,
      title: '客户投诉处理满意度',
      target: target ?? 0,
      baselineSource: baselineSource?.zh ?? null,
      dueDay: '2026-12-31',
      ownerId: zhao as never,
    }
    expect(await app.fail('goals.set', { ...goal, baselineSource: null })).toMatchObject({
      rule: 'goal-baseline-source',
    })
    const { id } = await app.call('goals.set', goal)
    await app.call('goals.measure', { id, day: '2026-03-31', value: 68, source: '一季度调查' })
    await app.call('goals.measure', { id, day: '2026-06-30', value: 71, source: '二季度调查' })
    const [view] = await app.call('goals.list', {})
    expect(view).toMatchObject({
      baseline: 65,
      baselineWhen: '2022',
      baselineSource: '2022年度客户满意度调查',
      target: 80,
      dueDay: '2026-12-31',
      ownerName: 'zhao',
      latest: 71,
      progressPercent: 40,
      isReached: false,
      points: [
        { day: '2026-03-31', value: 68, source: '一季度调查' },
        { day: '2026-06-30', value: 71, source: '二季度调查' },
      ],
    })
    await app.call('goals.measure', { id, day: '2026-09-30', value: 80.5, source: '三季度调查' })
    expect(await app.call('goals.close', { id, state: 'reached', closing: '三季度达成' })).toMatchObject({
      state: 'reached',
      isReached: true,
      progressPercent: 103,
    })
    expect(await app.fail('goals.measure', { id, day: '2026-09-30', value: 81, source: '复核' })).toMatchObject({
      rule: 'goal-closed',
    })
  },
)

onEveryEngine(
  'S2-173 goals for resolution and complaint rate are worked out from the cases of a period',
  async (app) => {
    await app.as('agent', 'li')
    await app.call('cases.open', complaint())
    for (let i = 0; i < 3; i++) await app.call('cases.open', enquiry())
    app.wait(DAY)
    const zhao = await app.as('lead', 'zhao')
    const about = { unit: '件', dueDay: '2026-12-31', ownerId: zhao as never }
    const baseline = { baseline: 30, baselineWhen: '2025', baselineSource: '2025年度统计' }
    const rate = await app.call('goals.set', {
      ...{ ...about, ...baseline, measure: 'complaintRate', title: '投诉率降至二十', target: 20 },
    })
    const resolution = await app.call('goals.set', {
      ...{ ...about, measure: 'resolution', title: '投诉办结率', unit: '%', target: 98 },
    })
    const period = { fromDay: '2026-09-01', toDay: '2026-09-30' }
    expect(await app.call('goals.compute', { id: rate.id, ...period })).toMatchObject({
      latest: 25,
      progressPercent: 50,
      points: [{ day: '2026-09-30', value: 25, source: '2026-09-01 – 2026-09-30' }],
    })
    expect(await app.call('goals.compute', { id: resolution.id, ...period })).toMatchObject({ latest: 0 })
    const before = { fromDay: '2026-01-01', toDay: '2026-01-31' }
    expect(await app.fail('goals.compute', { id: rate.id, ...before })).toMatchObject({ rule: 'goal-no-cases' })
  },
)

onEveryEngine(
  'S1-76 S1-77 S1-78 S1-79 S1-80 the rollout timetable holds the phases of the plan; going live waits for its date',
  async (app) => {
    const zhao = await app.as('lead', 'zhao')
    const { id, items } = await app.call('projects.start', {
      ...{ kind: 'rollout', title: '投诉处理方案实施', purpose: '按方案分阶段实施', ownerId: zhao as never },
      isFromPlan: true,
    })
    expect(items.map(({ title, plannedFor, ownerName }) => [title, plannedFor, ownerName])).toEqual([
      ['方案设计与评审', '2023-01', 'zhao'],
      ['系统开发', '2023-02', 'zhao'],
      ['人员培训', '2023-03', 'zhao'],
      ['正式实施', null, 'zhao'],
    ])
    const closing = '各阶段均已完成'
    for (const { id: itemId } of items.slice(0, 3))
      await app.call('projects.moveItem', { itemId, state: 'done', note: '已完成' })
    const live = items[3]
    if (!live) throw new Error('no phase')
    const move = { itemId: live.id, state: 'running' as const, note: '上线' }
    expect(await app.fail('projects.moveItem', move)).toMatchObject({ rule: 'project-item-owner-and-time' })
    expect(await app.fail('projects.close', { id, closing })).toMatchObject({ rule: 'project-open-phases' })
    const { title, content, ownerId } = live
    await app.call('projects.changeItem', { itemId: live.id, title, content, ownerId, plannedFor: '2023-04-15' })
    await app.call('projects.moveItem', { ...move, state: 'done' })
    expect(await app.call('projects.close', { id, closing })).toMatchObject({
      state: 'closed',
      items: [{}, {}, {}, { plannedFor: '2023-04-15', state: 'done' }],
    })
  },
)

onEveryEngine(
  'S2-184 S2-185 S2-186 S2-187 the complaint process is improved as a project: mapped, measures named, followed until they work',
  async (app) => {
    const zhao = await app.as('lead', 'zhao')
    const { id } = await app.call('projects.start', {
      ...{ kind: 'process', title: '投诉处理流程优化', purpose: '缩短首次答复时间', ownerId: zhao as never },
    })
    const mapped = await app.call('projects.addItem', {
      ...{ id, kind: 'step', title: '登记', content: '坐席手工录入航班号，平均三分钟' },
    })
    const stepId = mapped.items[0]?.id ?? null
    const planned = await app.call('projects.addItem', {
      ...{ id, kind: 'measure', title: '自动带出航班', content: '按会员近期行程预填', stepId },
      ...{ plannedFor: '2026-10', ownerId: zhao as never },
    })
    const itemId = planned.items.find(({ kind }) => kind === 'measure')?.id ?? ''
    expect(await app.fail('projects.moveItem', { itemId, state: 'works', note: '有效' })).toMatchObject({
      rule: 'project-item-state',
    })
    await app.call('projects.moveItem', { itemId, state: 'running', note: '开始' })
    await app.call('projects.moveItem', { itemId, state: 'done', note: '已上线' })
    expect(await app.fail('projects.close', { id, closing: '完成' })).toMatchObject({
      rule: 'project-not-working',
      params: { count: 1 },
    })
    await app.call('projects.moveItem', { itemId, state: 'running', note: '仍需手工，继续调整' })
    await app.call('projects.moveItem', { itemId, state: 'done', note: '已调整' })
    await app.call('projects.moveItem', { itemId, state: 'works', note: '登记降至四十秒' })
    expect(await app.call('projects.close', { id, closing: '登记环节已见效' })).toMatchObject({
      state: 'closed',
      items: [
        { kind: 'measure', stepId, state: 'works', note: '登记降至四十秒' },
        { kind: 'step', title: '登记' },
      ],
    })
  },
)

onEveryEngine(
  'S1-72 what customers say without complaining is kept apart and can lead to an improvement',
  async (app) => {
    await app.as('agent', 'li')
    const said = { day: '2026-09-30', channel: 'app', tone: 'wish' as const, text: '希望提前告知登机口变更' }
    const { id } = await app.call('loop.addFeedback', said)
    await app.call('loop.addFeedback', { ...said, tone: 'praise', text: '专员很耐心' })
    await app.call('improvements.propose', {
      ...{ kind: 'idea', title: '登机口变更提醒', finding: said.text, sourceKind: 'feedback', sourceId: id },
    })
    expect(await app.call('loop.feedback', { tone: 'wish' })).toMatchObject([
      { id, text: '希望提前告知登机口变更', recordedByName: 'li', improvements: [{ title: '登机口变更提醒' }] },
    ])
    expect(await app.call('loop.feedback', {})).toHaveLength(2)
  },
)

onEveryEngine(
  'S2-177 the fourth principle is stored once the client supplies it, and its versions stay readable',
  async (app) => {
    await app.as('lead', 'zhao')
    const fourth = { place: 4, title: '持续改进', text: '每件投诉都推动改进', source: '客户补充文件' }
    await app.call('loop.setPrinciple', fourth)
    app.wait(DAY)
    await app.call('loop.setPrinciple', { ...fourth, text: '每件投诉都推动流程改进' })
    await app.as('agent', 'li')
    expect(await app.call('loop.principles', {})).toMatchObject([
      { place: 4, version: 2, text: '每件投诉都推动流程改进', setByName: 'zhao' },
      { place: 4, version: 1, text: '每件投诉都推动改进', source: '客户补充文件' },
    ])
    expect(await app.fail('loop.setPrinciple', fourth)).toEqual({ code: 'FORBIDDEN' })
  },
)

onEveryEngine('S2-176 everybody involved in a case sees the same information', async (app) => {
  await app.as('agent', 'li')
  const { id } = await app.call('cases.open', complaint())
  const seen = async () => {
    const { content, demand, contactPhone, stateName, recorded, events, clocks } = await app.call('cases.show', { id })
    return { content, demand, contactPhone, stateName, recorded, events, clocks }
  }
  const asOwner = await seen()
  await app.as('agent', 'wu')
  expect(await seen()).toEqual(asOwner)
  await app.as('lead', 'zhao')
  expect(await seen()).toEqual(asOwner)
})

onEveryEngine('S4-143 S4-144 good and poor handling stand on a person record, seen by that person', async (app) => {
  const li = await app.as('agent', 'li')
  const { number } = await app.call('cases.open', complaint())
  const wu = await app.as('agent', 'wu')
  const zhao = await app.as('lead', 'zhao')
  const deed = { day: '2026-09-30', caseNumber: number }
  const reward = await app.call('loop.addDeed', {
    ...{ ...deed, userId: li as never, kind: 'reward', form: 'commendation', reason: '一次解决重大投诉' },
  })
  expect(reward).toMatchObject({ name: 'li', caseNumber: number, decidedByName: 'zhao', isSeen: false })
  await app.call('loop.addDeed', {
    ...{ ...deed, userId: wu as never, kind: 'penalty', form: 'warning', reason: '未按时限回复且隐瞒' },
  })
  const penalty = { ...deed, kind: 'penalty' as const, reason: '测试' }
  expect(await app.fail('loop.addDeed', { ...penalty, userId: zhao as never, form: 'talk' })).toMatchObject({
    rule: 'deed-self',
  })
  expect(await app.fail('loop.addDeed', { ...penalty, userId: li as never, form: 'bonus' })).toMatchObject({
    rule: 'deed-form',
  })
  expect(await app.call('loop.deeds', {})).toHaveLength(2)
  await app.as('agent', 'wu')
  expect(await app.call('loop.deeds', { userId: li as never })).toMatchObject([
    { name: 'wu', kind: 'penalty', form: 'warning', reason: '未按时限回复且隐瞒' },
  ])
  expect(await app.fail('loop.seeDeed', { id: reward.id })).toMatchObject({ rule: 'deed-not-yours' })
})

onEngine('sqlite', 'a measure names a step of its own project', async (app) => {
  const zhao = await app.as('lead', 'zhao')
  const about = { kind: 'process' as const, purpose: '试行', ownerId: zhao as never }
  const one = await app.call('projects.start', { ...about, title: '第一个项目' })
  const other = await app.call('projects.start', { ...about, title: '第二个项目' })
  const { items } = await app.call('projects.addItem', { id: one.id, kind: 'step', title: '受理', content: '现状' })
  const stepId = items[0]?.id ?? ''
  expect(
    await app.fail('projects.addItem', { id: other.id, kind: 'measure', title: '合并', content: '合并步骤', stepId }),
  ).toEqual({ code: 'NOT_FOUND', entity: 'projectItem' })
  expect(
    await app.fail('projects.addItem', { id: one.id, kind: 'phase', title: '阶段', content: '阶段' }),
  ).toMatchObject({ rule: 'project-item-kind' })
})
