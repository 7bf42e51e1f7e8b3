import type { AttemptView } from '../../shared/exams/model.ts'
import { DAY, DESK_ZONE, HOUR, MINUTE } from '../../shared/time.ts'
import { monthAt } from '../rules/zone.ts'
import type { Colleague } from './office.ts'
import type { Random } from './random.ts'
import { officeTime } from './surroundings.ts'
import type { Story } from './timeline.ts'
import type { World } from './world.ts'

const ANY = { topic: null, difficulty: null } as const
const BLUEPRINT = [
  { ...ANY, kind: 'single', count: 6, points: 10 },
  { ...ANY, kind: 'trueFalse', count: 4, points: 5 },
  { ...ANY, kind: 'short', count: 1, points: 20 },
] as const

/** S3-99: last month's knowledge exam was sat by the team; this month's stands open. */
export function planExams(world: World, random: Random): void {
  world.timeline.begin(officeTime(world, 25), tellExams(world, random))
}

async function* tellExams(world: World, random: Random): Story {
  const { office } = world
  const { leads, manager, agents } = office.staff
  const lead = leads[0] ?? manager
  await office.call(lead, 'exams.adoptBank', {})
  const paper = { title: '月度业务测评', blueprint: [...BLUEPRINT], minutes: 40, passMark: 60, maxAttempts: 2 }
  const { id: paperId } = await office.call(lead, 'exams.savePaper', { paper })
  const everybody = agents.map(({ id }) => id)
  const month = monthAt(DESK_ZONE, office.now())
  const times = { opensAt: office.now(), closesAt: office.now() + 5 * DAY }
  const first = { paperId, title: `${month} 业务知识测评`, month, ...times }
  const { id: examId } = await office.call(manager, 'exams.publish', { ...first, userIds: everybody })
  for (const agent of agents.slice(0, 4)) {
    yield office.now() + HOUR
    const sheet = await office.call(agent, 'exams.sit', { examId })
    await answer(world, random, agent, sheet)
    yield office.now() + 20 * MINUTE
    await office.call(agent, 'exams.handIn', { attemptId: sheet.id })
    const short = { attemptId: sheet.id, place: 11, points: random.between(8, 19), remark: '要点较完整' }
    await office.call(manager, 'exams.mark', short)
  }
  yield world.now - DAY
  const now = monthAt(DESK_ZONE, office.now())
  const open = { opensAt: office.now(), closesAt: office.now() + 7 * DAY, month: now, title: `${now} 业务知识测评` }
  await office.call(manager, 'exams.publish', { paperId, ...open, userIds: everybody })
}

/** Most answers are right: what is right stands in the bank. */
async function answer(world: World, random: Random, agent: Colleague, sheet: AttemptView): Promise<void> {
  const { office } = world
  const rows = await office.read((db) =>
    db
      .selectFrom('examAnswers as answer')
      .innerJoin('examQuestionVersions as version', (join) =>
        join.onRef('version.questionId', '=', 'answer.questionId').onRef('version.version', '=', 'answer.version'),
      )
      .select(['answer.place', 'version.body'])
      .where('answer.attemptId', '=', sheet.id)
      .execute(),
  )
  const keys = new Map(rows.map(({ place, body }) => [place, (JSON.parse(body) as { right: number[] }).right]))
  for (const { place, kind, options } of sheet.questions) {
    const right = keys.get(place) ?? []
    const wrong = options.map((one) => one.place).filter((one) => !right.includes(one))
    const choices = kind === 'short' ? [] : random.chance(0.8) ? right : wrong.slice(0, 1)
    const text = kind === 'short' ? '先致歉安抚，核实情况，给出方案和时间，跟进到客户满意。' : ''
    await office.call(agent, 'exams.answer', { attemptId: sheet.id, place, answer: { choices, text } })
  }
}
