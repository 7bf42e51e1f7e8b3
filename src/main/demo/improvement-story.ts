import { DAY, DESK_ZONE, HOUR } from '../../shared/time.ts'
import { addDays } from '../rules/days.ts'
import { dayAt } from '../rules/zone.ts'
import { IMPROVEMENTS, type ImprovementIdea } from './improvement-plan.ts'
import type { Colleague } from './office.ts'
import { nextInOffice } from './rota.ts'
import { closedComplaints, officeTime, today } from './surroundings.ts'
import type { Story } from './timeline.ts'
import type { World } from './world.ts'

/** S2-144: findings are proposed by agents, decided on by a lead, carried out by one person and verified by another. */
export function planImprovements(world: World): void {
  for (const [place, idea] of IMPROVEMENTS.entries())
    world.timeline.begin(officeTime(world, idea.ago), tellImprovement(world, idea, place))
}

async function* tellImprovement(world: World, idea: ImprovementIdea, place: number): Story {
  const { office } = world
  const { agents, leads, manager } = office.staff
  const owner = agents[place % agents.length] ?? manager
  const lead = leads[place % leads.length] ?? manager
  const { reached } = idea
  const id = await propose(world, idea, agents[(place + 5) % agents.length] ?? manager)
  if (reached === 'proposed') return
  yield nextInOffice(office.now() + 20 * HOUR)
  if (reached === 'declined') {
    await office.call(lead, 'improvements.decline', { id, reason: '成本与受益不相称，按重点航班安排' })
    return
  }
  const dueDay = addDays(dayAt(DESK_ZONE, world.now), idea.due)
  await office.call(lead, 'improvements.accept', { id, ownerId: owner.id, dueDay })
  if (reached === 'accepted') return
  yield nextInOffice(office.now() + 26 * HOUR)
  const set = await office.call(owner, 'improvements.addMeasure', { id, text: idea.measure, ownerId: owner.id, dueDay })
  await office.call(owner, 'improvements.start', { id })
  if (reached === 'inProgress') return
  yield nextInOffice(office.now() + 9 * DAY)
  const [measure] = set.measures
  if (!measure) return
  const result = '已落实并在班前会通报'
  await office.call(owner, 'improvements.measureDone', { id, measureId: measure.id, result, doneDay: today(world) })
  await office.call(owner, 'improvements.finish', { id, text: '措施全部落实，等待验证' })
  yield nextInOffice(office.now() + 4 * DAY)
  yield* verify(world, idea, id, lead)
}

async function propose(world: World, { kind, title, finding, isOfComplaint }: ImprovementIdea, who: Colleague) {
  const [matter] = isOfComplaint ? await closedComplaints(world) : []
  const { id } = await world.office.call(who, 'improvements.propose', {
    ...{ kind, title, finding },
    ...(matter ? { sourceKind: 'case', sourceId: matter.id } : { sourceKind: 'free' }),
  })
  return id
}

async function* verify(world: World, { effect, reached }: ImprovementIdea, id: string, lead: Colleague): Story {
  if (!effect) return
  const { office } = world
  const day = today(world)
  await office.call(lead, 'improvements.verify', { id, text: '抽查两周数据，效果明显', effect: { ...effect, day } })
  if (reached !== 'closed') return
  yield nextInOffice(office.now() + 3 * DAY)
  await office.call(lead, 'improvements.close', { id, text: '纳入日常检查' })
}
