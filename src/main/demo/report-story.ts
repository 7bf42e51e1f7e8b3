import { shiftMonth } from '../rules/days.ts'
import { officeTime, today } from './surroundings.ts'
import type { World } from './world.ts'

/** S1-60: the complaint report of the month before is counted and handed out. */
export function planReport(world: World): void {
  world.timeline.once(officeTime(world, 9), async () => {
    const { office } = world
    const period = shiftMonth(today(world).slice(0, 7), -1)
    const note = '投诉月度分析报告（演示），已抄送各责任部门'
    await office.call(office.staff.leads[0] ?? office.staff.manager, 'reports.issue', { kind: 'month', period, note })
  })
}
