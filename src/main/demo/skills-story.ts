import type { DEPARTMENTS } from '../../shared/cases/words.ts'
import type { UserId } from '../../shared/ids.ts'
import type { Language, SkillKind } from '../../shared/routing/words.ts'
import { HOUR } from '../../shared/time.ts'
import { addMonths } from '../rules/days.ts'
import type { Told } from './case-opening.ts'
import type { Colleague } from './office.ts'
import { officeTime, today } from './surroundings.ts'
import type { World } from './world.ts'

type Department = (typeof DEPARTMENTS)[number]

/** Who looks after the main categories: the agent's place and the deputy's. */
const SPECIALISTS: readonly (readonly [category: string, place: number, deputy: number, department: Department])[] = [
  ['flight.delay', 0, 1, 'vip'],
  ['flight.cancel', 1, 0, 'vip'],
  ['baggage.delayed', 2, 3, 'baggage'],
  ['baggage.damaged', 3, 2, 'baggage'],
  ['ticket.refund', 4, 5, 'ticketing'],
  ['ticket.change', 5, 4, 'ticketing'],
  ['loyalty.mileage', 6, 7, 'loyalty'],
  ['service.quality', 8, 9, 'vip'],
  ['service.attitude', 9, 8, 'vip'],
  ['equipment.seat', 10, 11, 'cabin'],
]

const SPOKEN: readonly (readonly [place: number, language: Language])[] = [
  [0, 'en'],
  [3, 'en'],
  [6, 'en'],
  [9, 'en'],
  [2, 'yue'],
  [5, 'ja'],
  [7, 'ko'],
]

/** Every second agent has passed the training for complex complaints. */
const isQualified = (place: number) => place % 2 === 0

/** Skills are written down some days before the demo's end; what was given out before stays where it is. */
export function planSkills(world: World): void {
  world.timeline.once(officeTime(world, 3), () => grantSkills(world))
  world.timeline.once(specialistsNamedAt(world), () => nameSpecialists(world))
}

const specialistsNamedAt = (world: World) => officeTime(world, 5)

/** S2-34: once categories have their specialists, a lead gives a case to anybody else. */
export function assigner(world: World, usual: Colleague): Colleague {
  const { office } = world
  return office.now() < specialistsNamedAt(world) ? usual : (office.staff.leads[0] ?? office.staff.manager)
}

async function grantSkills(world: World): Promise<void> {
  const { office } = world
  const { agents, leads, manager } = office.staff
  const validUntil = addMonths(today(world), 12)
  const grant = (who: Colleague, kind: SkillKind, code: string, evidence: string, until: string | null = null) => {
    const lead = leads[who.place % leads.length] ?? manager
    return office.call(lead, 'routing.grantSkill', { userId: who.id, kind, code, evidence, validUntil: until })
  }
  for (const agent of agents) {
    await grant(agent, 'complaints', '', '投诉处理岗前培训合格（演示）')
    if (isQualified(agent.place)) await grant(agent, 'complex', '', '复杂投诉专项培训合格（演示）', validUntil)
    const named = SPECIALISTS.find(([, place]) => place === agent.place)
    if (named) await grant(agent, 'category', named[0], '分类专人任命')
  }
  for (const [place, language] of SPOKEN) {
    const agent = agents[place]
    if (agent) await grant(agent, 'language', language, '语言等级证书（演示）')
  }
}

async function nameSpecialists({ office }: World): Promise<void> {
  const { agents, leads, manager } = office.staff
  const idAt = (place: number): UserId | null => agents[place]?.id ?? null
  for (const [category, place, deputy, department] of SPECIALISTS) {
    const row = { category, specialistId: idAt(place), deputyId: idAt(deputy), department }
    await office.call(leads[0] ?? manager, 'workflow.setSpecialist', row)
  }
}

/** So many classes are corrected after the words of the matter were read again. */
const CORRECTED = 3

/** S5-13: before people's skills are kept, the owner takes over the class that the words speak for. */
export async function correctClass(world: World, told: Told, who: Colleague): Promise<void> {
  const { office } = world
  if (world.corrected >= CORRECTED || told.idea.pace !== undefined) return
  if (office.now() > officeTime(world, 4) - HOUR) return
  const { proposal, category } = await office.call(who, 'classing.show', { id: told.id })
  const proposed = proposal?.byWords.category ?? null
  if (proposed === null || proposed === category) return
  world.corrected += 1
  const reason = '与客户核对后，按诉求内容更正分类'
  await office.call(who, 'classing.correct', {
    ...{ id: told.id, category: proposed, reason, expectedSeq: told.state.lastSeq },
  })
  told.state = await office.call(who, 'cases.show', { id: told.id })
}
