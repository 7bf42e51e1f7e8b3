import type { Ability } from '../../shared/careers/words.ts'
import { DAY, DESK_ZONE } from '../../shared/time.ts'
import { addDays } from '../rules/days.ts'
import { dayAt } from '../rules/zone.ts'
import type { Colleague } from './office.ts'
import type { Random } from './random.ts'
import { officeTime } from './surroundings.ts'
import type { Story } from './timeline.ts'
import type { World } from './world.ts'

const WISHES = ['外部培训机会', '固定双休', '公开表扬', '绩效奖金']
const ASSESSED: readonly Ability[] = ['business', 'communication', 'complaints']

/** S3-91..93 S4-84..95: people's aims and abilities, a certificate that expires soon, an incentive, a promotion, care, shifts. */
export function planCareers(world: World, random: Random): void {
  world.timeline.begin(officeTime(world, 12), tellCareers(world, random))
}

async function* tellCareers(world: World, random: Random): Story {
  const { office } = world
  const { manager, agents } = office.staff
  const today = dayAt(DESK_ZONE, world.now)
  for (const [i, agent] of agents.entries()) await tellPerson(world, random, agent, i)
  const [first, second] = agents
  if (!first || !second) return
  const certificate = { name: '民航客运员（高级）', issuer: '职业技能鉴定中心', number: 'KY-2024-018' }
  const days = { issuedDay: addDays(today, -700), expiresDay: addDays(today, 30) }
  await office.call(manager, 'careers.addCertificate', { userId: first.id, certificate: { ...certificate, ...days } })
  const incentive = { kind: 'honour', title: '服务之星', reason: '当月质检第一', fits: '本人看重公开表扬' } as const
  await office.call(manager, 'careers.reward', {
    userId: first.id,
    incentive: { ...incentive, amountFen: null, certificateId: null, givenDay: addDays(today, -10) },
  })
  const up = { kind: 'promotion', toPost: 'senior', effectiveDay: addDays(today, 1), reason: '带教新人成效好' } as const
  await office.call(manager, 'careers.propose', { userId: second.id, ...up })
  const people = agents.map(({ id }) => id)
  const joint = { kind: 'crossDepartment' as const, title: '延误保障联合演练', departments: ['地面服务部'] }
  const about = { day: addDays(today, -6), content: '与地面服务部演练大面积延误的告知与安置。', userIds: people }
  await office.call(manager, 'careers.addActivity', { activity: { ...joint, ...about } })
  const birthday = { kind: 'care' as const, title: '季度生日会', departments: [] }
  await office.call(manager, 'careers.addActivity', {
    activity: { ...birthday, ...about, content: '为当季员工庆生。' },
  })
  yield world.now - DAY / 2
  for (const [i, agent] of agents.entries()) {
    const span = i % 2 === 0 ? { startMinute: 480, endMinute: 960 } : { startMinute: 780, endMinute: 1260 }
    await office.call(manager, 'careers.setShift', { userId: agent.id, day: today, span })
  }
}

async function tellPerson(world: World, random: Random, agent: Colleague, place: number): Promise<void> {
  const { office } = world
  const unsaid = { birthYear: null, sex: null, aimDay: null, aimPost: null }
  const facts = { ...unsaid, profession: '民航运输', wish: WISHES[place % WISHES.length] ?? null }
  await office.call(agent, 'careers.saveFacts', { facts })
  const { manager } = office.staff
  for (const ability of ASSESSED) {
    const assessed = { userId: agent.id, ability, level: random.between(1, 3), note: '' }
    await office.call(manager, 'careers.assess', assessed)
  }
  if (place > 2) return
  const dueDay = addDays(dayAt(DESK_ZONE, world.now), 30 + place * 15)
  const step = { title: '跟听二十通投诉电话并小结', ability: 'complaints', trainingId: null, dueDay } as const
  await office.call(agent, 'careers.addStep', { userId: agent.id, step })
}
