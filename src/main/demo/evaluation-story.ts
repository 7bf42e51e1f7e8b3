import { DAY, DESK_ZONE, HOUR } from '../../shared/time.ts'
import { addDays } from '../rules/days.ts'
import { lastPeriod } from '../rules/improvement-evaluation.ts'
import { dayAt } from '../rules/zone.ts'
import { officeTime, today } from './surroundings.ts'
import type { Story } from './timeline.ts'
import type { World } from './world.ts'

/** What was found wrong, and how it is put right. */
const FINDINGS = [
  ['夜班首次响应偏慢', '夜班增加一名值守，交接班核对未响应清单'],
  ['延误类投诉答复口径不一', '统一答复口径并纳入班前会'],
] as const

/** What was measured on the way from 65 % of the survey of 2022 to 80 %. */
const MEASURED = [
  [48, 67.2],
  [33, 69.5],
  [18, 72.1],
  [4, 74.6],
] as const

/** S1-04 S1-69 S1-71 S1-76: the last quarter is evaluated, the goal measured, the plan's timetable followed. */
export function planEvaluation(world: World): void {
  world.timeline.begin(officeTime(world, 25), tellEvaluation(world))
  world.timeline.begin(officeTime(world, 50), tellGoal(world))
  world.timeline.begin(officeTime(world, 52), tellRollout(world))
}

async function* tellEvaluation(world: World): Story {
  const { office } = world
  const { manager, leads } = office.staff
  const period = lastPeriod('quarterly', today(world))
  const examined = '投诉处理时效、答复质量与回访'
  const { id } = await office.call(manager, 'evaluations.start', { kind: 'quarterly', ...period, examined })
  await office.call(manager, 'evaluations.addFigure', { id, name: '投诉处理满意度', value: 72.1, unit: '%' })
  yield office.now() + 2 * HOUR
  for (const [place, [text, correction]] of FINDINGS.entries()) {
    const { list } = await office.call(manager, 'evaluations.addFinding', { id, text })
    const findingId = list.at(-1)?.id ?? ''
    const person = leads[place % leads.length] ?? manager
    const dueDay = addDays(today(world), 14 + 7 * place)
    await office.call(manager, 'evaluations.correct', { findingId, correction, personId: person.id, dueDay })
  }
  yield office.now() + HOUR
  const conclusion = '总体稳定，满意度持续上升；两项问题已明确责任人与期限。'
  await office.call(manager, 'evaluations.close', { id, conclusion })
}

async function* tellGoal(world: World): Story {
  const { office } = world
  const { manager } = office.staff
  const { id } = await office.call(manager, 'goals.set', {
    ...{ measure: 'satisfaction', title: '客户投诉处理满意度提高到80%', unit: '%', target: 80 },
    ...{ baseline: 65, baselineWhen: '2022', baselineSource: '2022年度客户满意度调查' },
    ...{ dueDay: addDays(dayAt(DESK_ZONE, world.now), 120), ownerId: manager.id },
  })
  for (const [ago, value] of MEASURED) {
    yield officeTime(world, ago)
    await office.call(manager, 'goals.measure', { id, day: today(world), value, source: '回访汇总（演示）' })
  }
}

/** The timetable of the client's plan: three phases are behind the desk, going live is under way. */
async function* tellRollout(world: World): Story {
  const { office } = world
  const { manager } = office.staff
  const { items } = await office.call(manager, 'projects.start', {
    ...{ kind: 'rollout', title: '投诉处理方案实施时间表', ownerId: manager.id, isFromPlan: true },
    purpose: '按方案完成设计、系统开发、人员培训与正式实施',
  })
  for (const item of items) {
    yield office.now() + DAY
    const { id: itemId, title, content, plannedFor } = item
    if (plannedFor === null) {
      const about = { itemId, title, content, ownerId: manager.id, plannedFor: today(world).slice(0, 7) }
      await office.call(manager, 'projects.changeItem', about)
    }
    const moved = plannedFor === null ? ('running' as const) : ('done' as const)
    const note = moved === 'done' ? '已按计划完成并验收' : '试运行中，逐步切换'
    await office.call(manager, 'projects.moveItem', { itemId, state: moved, note })
  }
}
