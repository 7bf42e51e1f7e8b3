import type { Input } from '../../shared/contracts.ts'
import { REDESIGN } from '../../shared/standards/optimise-words.ts'
import { DRAFTING } from '../../shared/standards/words.ts'
import { DAY, HOUR } from '../../shared/time.ts'
import { addDays } from '../rules/days.ts'
import { lastWhole } from '../rules/standards.ts'
import { officeTime, today } from './surroundings.ts'
import type { Story } from './timeline.ts'
import type { World } from './world.ts'

type Standard = Omit<Input<'standards.draft'>, 'code' | 'principles'> & { value: number | null; correction?: string }

const STANDARDS: readonly Standard[] = [
  {
    ...{ aspect: 'attitude', title: '使用规范称谓与结束语', unit: '%', direction: 'atLeast', target: 95, value: 92.5 },
    ...{ text: '来电以尊称开头，以规范结束语结束', method: '每月抽听录音三十通，计合格率' },
    ...{ frequency: 'month', figure: 'entered', correction: '班前会复习结束语，次周复听' },
  },
  {
    ...{ aspect: 'content', title: '航变信息一次说清', unit: '%', direction: 'atLeast', target: 98, value: 98.4 },
    ...{ text: '改签、退票、食宿口径完整准确', method: '每月抽查三十件航变咨询，计信息完整率' },
    ...{ frequency: 'month', figure: 'entered' },
  },
  {
    ...{ aspect: 'response', title: '投诉按时解决', unit: '%', direction: 'atLeast', target: 90, value: null },
    ...{ text: '投诉在承诺时限内解决', method: '由系统按解决时限计算' },
    ...{ frequency: 'month', figure: 'onTime' },
  },
  {
    ...{ aspect: 'safety', title: '个人信息核对后再提供', unit: '件', direction: 'atMost', target: 0, value: 0 },
    ...{ text: '未核对身份不提供会员信息', method: '每月核对录音与查询日志，计违规件数' },
    ...{ frequency: 'month', figure: 'entered' },
  },
]

type Told = Pick<Input<'optimisations.record'>, 'stage' | 'kind' | 'title' | 'text'> &
  Partial<Input<'optimisations.record'>>

const DIAGNOSIS: readonly Told[] = [
  { stage: 'diagnosis', kind: 'presentStep', title: '航变后逐个电话告知', text: '坐席按名单逐个拨打，平均每人六分钟' },
  {
    stage: 'diagnosis',
    kind: 'interview',
    title: '访谈三位白金会员',
    text: '希望先收到短信再来电',
    result: '先文字后电话',
  },
  { stage: 'diagnosis', kind: 'problem', title: '高峰时告知过慢', text: '大面积延误时一小时内只能告知四成' },
]

const DESIGN: readonly Told[] = [
  { stage: 'design', kind: 'newStep', title: '先发消息，未读者再来电', text: '消息附改签选项，半小时未读转人工' },
  { stage: 'design', kind: 'goal', title: '一小时内告知九成', text: '大面积延误时首次告知时限' },
  { stage: 'design', kind: 'measure', title: '航变消息模板', text: '分等级的中英文模板' },
]

/** S4-97 S4-146: a library of standards, the last month measured, and an optimisation that is being tried. */
export function planStandards(world: World): void {
  world.timeline.begin(officeTime(world, 45), tellStandards(world))
  world.timeline.begin(officeTime(world, 30), tellOptimisation(world))
}

async function* tellStandards(world: World): Story {
  const { office } = world
  const { manager, leads } = office.staff
  const keeper = leads[0] ?? manager
  await office.call(manager, 'standards.appoint', { userId: keeper.id, duty: '服务质量检查', fromDay: today(world) })
  const principles = Object.fromEntries(DRAFTING.map((one) => [one, '已对照，符合']))
  const ids: string[] = []
  for (const { value: _, correction: __, ...draft } of STANDARDS) {
    const { id } = await office.call(keeper, 'standards.draft', { ...draft, principles })
    await office.call(manager, 'standards.approve', { id })
    ids.push(id)
  }
  yield office.now() + 40 * DAY
  const period = lastWhole('month', today(world))
  const figures = await office.call(manager, 'evaluations.figures', period)
  for (const [place, { value, correction, figure }] of STANDARDS.entries()) {
    // A small demo may have no complaint that ended in the month.
    if (value === null && figures.find(({ code }) => code === figure)?.value === null) continue
    const id = ids[place] ?? ''
    const { results } = await office.call(keeper, 'standards.measure', { id, ...period, value, note: '按测量方法统计' })
    const dueDay = addDays(today(world), 14)
    if (correction)
      await office.call(keeper, 'standards.correct', {
        ...{ resultId: results[0]?.id ?? '', text: correction, personId: keeper.id, dueDay },
      })
  }
}

async function* tellOptimisation(world: World): Story {
  const { office } = world
  const { manager, leads } = office.staff
  const lead = leads[1] ?? manager
  const { id } = await office.call(manager, 'optimisations.start', {
    ...{ title: '大面积航变告知流程优化', purpose: '航变时更快告知会员，减少重复来电', ownerId: lead.id },
  })
  for (const told of DIAGNOSIS) await office.call(lead, 'optimisations.record', { id, ...told })
  yield office.now() + 2 * DAY
  await office.call(lead, 'optimisations.advance', { id })
  for (const told of DESIGN) await office.call(lead, 'optimisations.record', { id, ...told })
  const fromDay = today(world)
  await office.call(lead, 'optimisations.record', {
    ...{ id, stage: 'design', kind: 'training', title: '消息模板使用培训', text: '两个班次各半小时', fromDay },
  })
  const principles = Object.fromEntries(REDESIGN.map((one) => [one, '已对照，符合']))
  await office.call(lead, 'optimisations.check', { id, principles })
  yield office.now() + 3 * HOUR
  await office.call(manager, 'optimisations.advance', { id })
  await office.call(lead, 'optimisations.record', {
    ...{ id, stage: 'trial', kind: 'trial', title: '白金会员先试', text: '先在白金会员中试行', place: '一组', fromDay },
  })
}
