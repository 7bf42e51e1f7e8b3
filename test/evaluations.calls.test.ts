import { expect } from 'vitest'
import { DAY } from '../src/shared/time.ts'
import type { App } from './app.ts'
import { onEngine, onEveryEngine } from './app.ts'
import { complaint, enquiry } from './cases-fixtures.ts'

const QUARTER = { fromDay: '2026-07-01', toDay: '2026-09-30' }

async function thirdQuarter(app: App, kind: 'quarterly' | 'process' = 'quarterly') {
  await app.as('agent', 'li')
  await app.call('cases.open', complaint())
  await app.call('cases.open', complaint())
  await app.call('cases.open', enquiry())
  app.wait(DAY)
  const zhao = await app.as('lead', 'zhao')
  const sheet = await app.call('evaluations.start', { kind, ...QUARTER, examined: '投诉处理时效与质量' })
  return { zhao, sheet }
}

onEveryEngine(
  'S1-71 S1-74 a quarterly evaluation keeps its figures and findings, and closes once each has a correction with person and date',
  async (app) => {
    const { zhao, sheet } = await thirdQuarter(app)
    const { id } = sheet
    expect(sheet.figures.computed).toEqual([
      { code: 'cases', value: 3 },
      { code: 'complaints', value: 2 },
      { code: 'complaintRate', value: 66.67 },
      { code: 'resolution', value: 0 },
      { code: 'onTime', value: null },
      { code: 'reopened', value: 0 },
    ])
    await app.call('evaluations.addFigure', { id, name: '满意度', value: 71.5, unit: '%' })
    await app.call('evaluations.addFinding', { id, text: '夜班首次响应偏慢' })
    const { list } = await app.call('evaluations.addFinding', { id, text: '延误类投诉答复口径不一' })
    const conclusion = '总体稳定，两项调整'
    expect(await app.fail('evaluations.close', { id, conclusion })).toMatchObject({
      rule: 'evaluation-uncorrected',
      params: { count: 2 },
    })
    const [first, second] = list.map((finding) => finding.id)
    const correct = { correction: '夜班增加一人', personId: zhao as never, dueDay: '2026-10-31' }
    await app.call('evaluations.correct', { findingId: first ?? '', ...correct })
    expect(await app.fail('evaluations.close', { id, conclusion })).toMatchObject({ params: { count: 1 } })
    await app.call('evaluations.correct', { findingId: second ?? '', ...correct, correction: '统一答复口径' })
    expect(await app.call('evaluations.close', { id, conclusion })).toMatchObject({
      state: 'closed',
      conclusion,
      closedByName: 'zhao',
      uncorrected: 0,
      figures: { entered: [{ name: '满意度', value: 71.5, unit: '%' }] },
    })
    expect(await app.fail('evaluations.addFinding', { id, text: '再加一项' })).toMatchObject({
      rule: 'evaluation-closed',
    })
    await app.call('evaluations.corrected', { findingId: first ?? '', result: '已排班', doneDay: '2026-10-01' })
    expect((await app.call('evaluations.show', { id })).list[0]).toMatchObject({ result: '已排班' })
    expect((await app.call('evaluations.list', {})).due.map(({ kind }) => kind)).toEqual(['yearly', 'process'])
  },
)

onEveryEngine(
  'S1-61 S1-62 S2-140 S2-141 S2-143 what an evaluation found becomes training of chosen people, a process change or a matter of strategy',
  async (app) => {
    const { zhao, sheet } = await thirdQuarter(app)
    const li = await app.as('agent', 'li')
    await app.as('lead', 'zhao')
    const { id } = sheet
    await app.call('evaluations.addFinding', { id, text: '延误沟通技巧不足' })
    await app.call('evaluations.addFinding', { id, text: '补偿审批环节过多' })
    const { list } = await app.call('evaluations.addFinding', { id, text: '高频商旅客人期望主动告知' })
    const [training, process, strategy] = list.map((finding) => finding.id)
    const by = { ownerId: zhao as never, dueDay: '2026-11-30' }
    await app.call('evaluations.improve', {
      ...{ findingId: training ?? '', kind: 'training', title: '延误沟通培训', ...by },
      ...{ topic: '延误沟通', trainees: [li as never] },
    })
    await app.call('evaluations.improve', { findingId: process ?? '', kind: 'process', title: '合并审批', ...by })
    const after = await app.call('evaluations.improve', {
      ...{ findingId: strategy ?? '', kind: 'customer', title: '高频客人主动告知', ...by },
    })
    expect(after.uncorrected).toBe(0)
    expect(
      after.list.map(({ improvements, correction, dueDay }) => [improvements[0]?.kind, correction, dueDay]),
    ).toEqual([
      ['training', 'GJ-2026-0001 延误沟通培训', '2026-11-30'],
      ['process', 'GJ-2026-0002 合并审批', '2026-11-30'],
      ['customer', 'GJ-2026-0003 高频客人主动告知', '2026-11-30'],
    ])
    const [item] = await app.call('improvements.of', { sourceKind: 'evaluation', sourceId: training ?? '' })
    expect(await app.call('improvements.show', { id: item?.id ?? '' })).toMatchObject({
      finding: '延误沟通技巧不足',
      topic: '延误沟通',
      ownerName: 'zhao',
      state: 'proposed',
      trainees: [{ name: 'li', trainedDay: null }],
    })
    await app.call('evaluations.close', { id, conclusion: '三项均已转为改进项' })
  },
)

onEveryEngine(
  'S1-73 S5-41 S5-76 the year is evaluated whole, and the process is reviewed and adjusted when it is due',
  async (app) => {
    app.setNow(Date.parse('2027-01-04T10:00:00+08:00'))
    const zhao = await app.as('lead', 'zhao')
    expect((await app.call('evaluations.list', {})).due).toEqual([
      { kind: 'quarterly', fromDay: '2026-10-01', toDay: '2026-12-31' },
      { kind: 'yearly', fromDay: '2026-01-01', toDay: '2026-12-31' },
      { kind: 'process', fromDay: '2026-07-01', toDay: '2026-12-31' },
    ])
    const year = { kind: 'yearly' as const, fromDay: '2026-01-01', toDay: '2026-12-31', examined: '全年投诉处理' }
    expect(await app.fail('evaluations.start', { ...year, toDay: '2026-11-30' })).toMatchObject({
      rule: 'evaluation-period-yearly',
    })
    await app.call('evaluations.start', year)
    expect(await app.fail('evaluations.start', year)).toMatchObject({ rule: 'evaluation-exists' })
    const { id } = await app.call('evaluations.start', {
      ...{ kind: 'process', fromDay: '2026-07-01', toDay: '2026-12-31', examined: '受理到回访的各环节' },
    })
    const { list } = await app.call('evaluations.addFinding', { id, text: '回访环节经常积压' })
    await app.call('evaluations.correct', {
      ...{
        findingId: list[0]?.id ?? '',
        correction: '每日固定回访时段',
        personId: zhao as never,
        dueDay: '2027-01-31',
      },
    })
    await app.call('evaluations.close', { id, conclusion: '流程有效，调整回访安排' })
    const { rows, due } = await app.call('evaluations.list', {})
    expect(rows.map(({ kind, state }) => `${kind} ${state}`).sort()).toEqual(['process closed', 'yearly open'])
    expect(due.map(({ kind }) => kind)).toEqual(['quarterly'])
  },
)

onEngine('sqlite', 'evaluations are for leads and managers, and not of days to come', async (app) => {
  await app.as('agent', 'li')
  expect(await app.fail('evaluations.list', {})).toEqual({ code: 'FORBIDDEN' })
  await app.as('lead', 'zhao')
  const next = { kind: 'quarterly' as const, fromDay: '2026-10-01', toDay: '2026-12-31', examined: '下一季度' }
  expect(await app.fail('evaluations.start', next)).toMatchObject({ rule: 'evaluation-future' })
})
