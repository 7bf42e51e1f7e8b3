import type { Output } from '../../shared/contracts.ts'
import type { Marks } from '../../shared/reviews/model.ts'
import { DAY, HOUR, MINUTE } from '../../shared/time.ts'
import { addDays } from '../rules/days.ts'
import { type Colleague, colleague } from './office.ts'
import type { Random } from './random.ts'
import { nextAtDesk } from './rota.ts'
import { type ClosedComplaint, closedComplaints, officeTime, today } from './surroundings.ts'
import type { Story } from './timeline.ts'
import type { World } from './world.ts'

const REVIEWS = 8

const COMMENTS = [
  '处理过程完整，告知及时，建议补充赔付依据的说明。',
  '核实充分，沟通耐心；结案总结可以更具体。',
  '首次响应及时，原因分析与措施对应，达到标准。',
  '整体良好，进度告知间隔偏长，注意主动回告。',
] as const

/** S2-131..136: the two leads judge how complaints were handled, in turn; whoever was judged answers for it. */
export function planReviews(world: World, random: Random): void {
  world.timeline.begin(officeTime(world, 8), tellReviews(world, random))
}

async function* tellReviews(world: World, random: Random): Story {
  const { office } = world
  const judged = new Set<string>()
  for (let count = 0; count < REVIEWS; count += 1) {
    const { leads, manager } = office.staff
    const reader = leads[count % leads.length] ?? manager
    const found = await findJudgeable(world, reader, judged)
    if (found) {
      judged.add(found.matter.id)
      const answerAt = await judge(world, random, reader, { ...found, isPoor: count === 3 })
      world.timeline.once(answerAt.at, answerAt.act)
    }
    yield office.now() + random.between(15, 20) * HOUR
  }
}

type Begun = { matter: ClosedComplaint; begun: Output<'reviews.begin'> }

/** The newest complaint that nobody has judged and that this lead had no hand in. */
async function findJudgeable(world: World, reader: Colleague, judged: Set<string>): Promise<Begun | undefined> {
  for (const matter of await closedComplaints(world)) {
    if (judged.has(matter.id)) continue
    const begun = await world.office.call(reader, 'reviews.begin', { caseId: matter.id })
    if (begun.refusal === null && colleague(world.office.staff, matter.ownerId).role === 'agent')
      return { matter, begun }
  }
  return undefined
}

/** Gives the marks; one poor judgement gets a coaching action and is disputed. */
async function judge(
  world: World,
  random: Random,
  reader: Colleague,
  { matter, begun, isPoor }: Begun & { isPoor: boolean },
) {
  const { office } = world
  const items = begun.form.groups.flatMap((group) => group.items).filter(({ computed }) => computed === null)
  const marks: Marks = Object.fromEntries(items.map(({ id }) => [id, isPoor ? 2 : random.between(3, 5)]))
  const comment = isPoor ? '进度告知不及时，结案总结过于简略。' : random.pick(COMMENTS)
  const { formVersion } = begun
  const { id } = await office.call(reader, 'reviews.give', { caseId: matter.id, formVersion, marks, comment })
  const agent = colleague(office.staff, matter.ownerId)
  if (isPoor) {
    const dueDay = addDays(today(world), 7)
    const text = '一对一辅导：进度告知与结案总结的写法'
    await office.call(reader, 'reviews.coach', { id, text, ownerId: agent.id, dueDay })
  }
  const text = isPoor ? '客户当日两次无法接通，已留言并有记录，请复核告知一项。' : ''
  const act = async () => {
    await office.call(agent, 'reviews.answer', { id, isDisputed: isPoor, text })
  }
  return { at: nextAtDesk(agent.place, office.now() + (isPoor ? 3 * HOUR : DAY)) + 20 * MINUTE, act }
}
