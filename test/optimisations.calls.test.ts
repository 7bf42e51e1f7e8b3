import { expect } from 'vitest'
import type { Input } from '../src/shared/contracts.ts'
import { REDESIGN } from '../src/shared/standards/optimise-words.ts'
import { type App, onEveryEngine } from './app.ts'

type Said = Partial<Input<'optimisations.record'>> & Pick<Input<'optimisations.record'>, 'stage' | 'kind'>

/** A started optimisation and how to add records to it. */
async function begin(app: App) {
  const owner = await app.as('lead', 'zhao')
  const { id } = await app.call('optimisations.start', {
    ...{ title: '行前服务流程优化', purpose: '减少客户等待，资料一次说清', ownerId: owner as never },
  })
  const add = (said: Said) =>
    app.call('optimisations.record', { id, title: `记录 ${said.kind}`, text: '内容（示例）', ...said })
  const refusal = async () => (await app.fail('optimisations.advance', { id })) as { rule?: string }
  return { id, owner, add, refusal }
}

const principles = Object.fromEntries(REDESIGN.map((one) => [one, '已对照']))
const JUNE = { fromDay: '2026-06-01', toDay: '2026-06-30' }

async function designed(app: App) {
  const work = await begin(app)
  const { records } = await work.add({ stage: 'diagnosis', kind: 'presentStep', title: '逐项电话说明签证' })
  await work.add({ stage: 'diagnosis', kind: 'interview', result: '客户希望一次收到全部资料' })
  await work.add({ stage: 'diagnosis', kind: 'need', title: '等待过长' })
  await app.call('optimisations.advance', { id: work.id })
  const replacesId = records[0]?.id ?? null
  await work.add({ stage: 'design', kind: 'newStep', title: '签约即发资料清单', replacesId })
  await work.add({ stage: 'design', kind: 'goal', title: '等待缩短一半' })
  await work.add({ stage: 'design', kind: 'measure', title: '资料清单模板' })
  await work.add({ stage: 'design', kind: 'training', fromDay: '2026-05-20' })
  await app.call('optimisations.check', { id: work.id, principles })
  await app.call('optimisations.advance', { id: work.id })
  return { ...work, replacesId }
}

onEveryEngine(
  'S4-10 S4-25 S4-26 S4-145 the diagnosis writes down the present process step by step, asks customers, and names needs and problems of a stage',
  async (app) => {
    const { id, add, refusal } = await begin(app)
    expect((await refusal()).rule).toBe('optimisation-lacks-steps')
    await add({ stage: 'diagnosis', kind: 'presentStep', title: '电话咨询', tripStage: 'enquiry' })
    expect((await refusal()).rule).toBe('optimisation-lacks-asking')
    await add({ stage: 'diagnosis', kind: 'survey', result: '回收一百二十份' })
    await add({ stage: 'diagnosis', kind: 'interview', result: '三位客户提到渠道单一' })
    expect((await refusal()).rule).toBe('optimisation-lacks-findings')
    await add({ stage: 'diagnosis', kind: 'problem', title: '咨询渠道单一', tripStage: 'enquiry' })
    await add({ stage: 'diagnosis', kind: 'need', title: '希望在线查询' })
    expect(await app.call('optimisations.advance', { id })).toMatchObject({ stage: 'design' })
    const [stored] = await app.call('optimisations.list', {})
    expect(stored?.records.map(({ kind, tripStage }) => [kind, tripStage])).toEqual([
      ['presentStep', 'enquiry'],
      ['survey', null],
      ['interview', null],
      ['problem', 'enquiry'],
      ['need', null],
    ])
  },
)

onEveryEngine(
  'S4-27 S4-28 S4-51 S4-106 S4-108 S4-146 the plan sets a new step beside the present one with goal, measures and training, checked against the four principles',
  async (app) => {
    const { id, add, refusal } = await begin(app)
    const { records } = await add({ stage: 'diagnosis', kind: 'presentStep', title: '人工录入三遍' })
    await add({ stage: 'diagnosis', kind: 'survey' })
    await add({ stage: 'diagnosis', kind: 'problem' })
    await app.call('optimisations.advance', { id })
    await add({ stage: 'design', kind: 'newStep', title: '一次录入，各部门共用', replacesId: records[0]?.id ?? null })
    expect((await refusal()).rule).toBe('optimisation-lacks-goal')
    await add({ stage: 'design', kind: 'goal', title: '录入时间减半' })
    await add({ stage: 'design', kind: 'measure', title: '统一信息单' })
    expect((await refusal()).rule).toBe('optimisation-lacks-training')
    await add({ stage: 'design', kind: 'training', title: '信息单使用培训', fromDay: '2026-05-20' })
    expect((await refusal()).rule).toBe('optimisation-lacks-principles')
    expect(await app.call('optimisations.check', { id, principles })).toMatchObject({ principles, lacks: [] })
    expect(await app.call('optimisations.advance', { id })).toMatchObject({ stage: 'trial' })
    const [stored] = await app.call('optimisations.list', {})
    expect(stored?.records.find(({ kind }) => kind === 'newStep')).toMatchObject({ replacesId: records[0]?.id })
  },
)

onEveryEngine(
  'S4-147 S4-148 a trial says where and when it ran, its effect and what changed; the rollout its places, dates and training',
  async (app) => {
    const { id, owner, add, refusal } = await designed(app)
    expect(
      await app.fail('optimisations.record', { id, stage: 'trial', kind: 'trial', title: '试点', text: '试点范围' }),
    ).toMatchObject({ rule: 'optimisation-needs-place' })
    await add({ stage: 'trial', kind: 'trial', place: '北京营业部', fromDay: '2026-06-01' })
    expect((await refusal()).rule).toBe('optimisation-lacks-trial')
    await add({ stage: 'trial', kind: 'trial', place: '北京营业部', ...JUNE, result: '等待由六分钟降为三分钟' })
    await add({ stage: 'trial', kind: 'adjustment', title: '清单增加保险一项' })
    expect(await app.call('optimisations.advance', { id })).toMatchObject({ stage: 'rollout' })
    await add({ stage: 'rollout', kind: 'place', place: '全国营业部', fromDay: '2026-07-01' })
    expect((await refusal()).rule).toBe('optimisation-lacks-training')
    await add({ stage: 'rollout', kind: 'training', fromDay: '2026-06-25', personId: owner as never })
    expect(await app.call('optimisations.advance', { id })).toMatchObject({
      stage: 'follow',
      lacks: ['optimisation-lacks-evaluation', 'optimisation-lacks-told'],
    })
  },
)

onEveryEngine(
  'S4-31 S4-63 S4-107 S4-109 S4-114 S4-149 S4-155 S4-156 S4-157 S4-158 S4-159 S4-160 the evaluation covers satisfaction, efficiency and cost; its results are told, lead to training, incentives and further changes, and only then the optimisation closes',
  async (app) => {
    const { id, owner, add } = await designed(app)
    await add({ stage: 'trial', kind: 'trial', place: '北京', ...JUNE, result: '有效' })
    await app.call('optimisations.advance', { id })
    await add({ stage: 'rollout', kind: 'place', place: '全国', fromDay: '2026-07-01' })
    await add({ stage: 'rollout', kind: 'training', fromDay: '2026-06-25' })
    await app.call('optimisations.advance', { id })
    const figure = { stage: 'follow', kind: 'evaluation', fromDay: '2026-07-01', toDay: '2026-09-30' } as const
    await add({ ...figure, effect: 'satisfaction', unit: '%', before: 71, after: 82.5 })
    await add({ ...figure, effect: 'efficiency', unit: '分钟', before: 6, after: 2.75 })
    expect(await app.fail('optimisations.close', { id, closing: '完成' })).toMatchObject({
      rule: 'optimisation-lacks-evaluation',
    })
    await add({ ...figure, effect: 'cost', unit: '元/件', before: 18, after: 12.4 })
    expect(await app.fail('optimisations.close', { id, closing: '完成' })).toMatchObject({
      rule: 'optimisation-lacks-told',
    })
    await add({ stage: 'follow', kind: 'told', title: '向营业部通报结果', personId: owner as never })
    await add({ stage: 'follow', kind: 'training', title: '补充培训', fromDay: '2026-10-08' })
    await add({ stage: 'follow', kind: 'incentive', title: '表彰试点班组' })
    await add({ stage: 'follow', kind: 'adjustment', title: '反馈后清单改为双语' })
    await add({ stage: 'follow', kind: 'idea', title: '清单改为扫码领取' })
    expect(await app.call('optimisations.close', { id, closing: '各项指标达到目标' })).toMatchObject({
      state: 'closed',
    })
    const [stored] = await app.call('optimisations.list', {})
    const follow = stored?.records.filter(({ stage }) => stage === 'follow') ?? []
    expect(follow.flatMap(({ effect, before, after }) => (effect ? [[effect, before, after]] : []))).toEqual([
      ['satisfaction', 71, 82.5],
      ['efficiency', 6, 2.75],
      ['cost', 18, 12.4],
    ])
    expect(follow.slice(3).map(({ kind, personName }) => [kind, personName])).toEqual([
      ['told', 'zhao'],
      ['training', null],
      ['incentive', null],
      ['adjustment', null],
      ['idea', null],
    ])
    expect(
      await app.fail('optimisations.record', { id, stage: 'follow', kind: 'idea', title: '再改', text: '再改一次' }),
    ).toMatchObject({ rule: 'optimisation-closed' })
  },
)

onEveryEngine(
  'S4-20 S4-21 S4-22 S4-23 S4-24 waiting time, quality, cost, loyalty and competitiveness are goals with owner and day, and what is measured shows how far each is',
  async (app) => {
    const owner = await app.as('lead', 'zhao')
    const goals = [
      { measure: 'efficiency', title: '平均等待时间', unit: '分钟', baseline: 6, target: 3, value: 4.5, percent: 50 },
      { measure: 'quality', title: '质检合格率', unit: '%', baseline: 80, target: 95, value: 95, percent: 100 },
      { measure: 'cost', title: '单件服务成本', unit: '元', baseline: 18, target: 12, value: 15, percent: 50 },
      { measure: 'loyalty', title: '复购率', unit: '%', baseline: 30, target: 40, value: 31, percent: 10 },
      { measure: 'competitiveness', title: '市场份额', unit: '%', baseline: 10, target: 12, value: 10.5, percent: 25 },
    ] as const
    for (const { value, percent: _, ...goal } of goals) {
      const { id } = await app.call('goals.set', {
        ...{ ...goal, baselineWhen: '2025', baselineSource: '2025年度统计' },
        ...{ dueDay: '2026-12-31', ownerId: owner as never },
      })
      await app.call('goals.measure', { id, day: '2026-08-31', value, source: '三季度统计' })
    }
    const stored = await app.call('goals.list', {})
    expect(
      goals.map(({ measure }) => {
        const goal = stored.find((one) => one.measure === measure)
        return [measure, goal?.ownerName, goal?.latest, goal?.progressPercent]
      }),
    ).toEqual(goals.map(({ measure, value, percent }) => [measure, 'zhao', value, percent]))
  },
)
