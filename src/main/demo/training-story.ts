import { DAY, DESK_ZONE, HOUR } from '../../shared/time.ts'
import type { TrainingDraft } from '../../shared/training/model.ts'
import { addDays } from '../rules/days.ts'
import { dayAt } from '../rules/zone.ts'
import type { Colleague } from './office.ts'
import type { Random } from './random.ts'
import { officeTime } from './surroundings.ts'
import type { Story } from './timeline.ts'
import type { World } from './world.ts'

type Course = Pick<TrainingDraft, 'title' | 'goal' | 'content' | 'kind' | 'topics' | 'way' | 'teacher' | 'place'> & {
  /** Counted from the demo's last day. */
  first: number
  times: number
  minutes: number
  budgetFen: number
  passMark: number | null
  /** A file that it is held with, as plain text. */
  handout: { name: string; note: string; lines: readonly string[] } | null
}

const COURSES: readonly Course[] = [
  {
    ...{ title: '投诉处理五步法', goal: '投诉一次解决率提高到八成', kind: 'service', way: 'internal' },
    ...{ content: '倾听、核实、致歉、解决、回访五步与案例演练', topics: ['complaintHandling', 'communication'] },
    ...{ teacher: '程远航', place: '一号培训室', first: -16, times: 3, minutes: 120, budgetFen: 300_000, passMark: 60 },
    handout: {
      name: '投诉处理五步法-提纲.txt',
      note: '各期共用提纲（演示）',
      lines: [
        '投诉处理五步法（演示资料）',
        '一、倾听：让旅客说完，不打断、不辩解。',
        '二、核实：复述要点，核对航班、行李或订单。',
        '三、致歉：为旅客的感受致歉，不推诿。',
        '四、解决：说明方案、时限与责任人，当场确认。',
        '五、回访：到期前回访，确认旅客满意后结案。',
      ],
    },
  },
  {
    ...{ title: '航班大面积延误应急演练', goal: '延误一小时内完成首次告知', kind: 'emergency', way: 'internal' },
    ...{ content: '分级响应、告知口径与餐宿安排', topics: ['delays', 'cancellations'] },
    ...{ teacher: '顾晓岚', place: '二号培训室', first: -5, times: 1, minutes: 180, budgetFen: 200_000, passMark: 70 },
    handout: {
      name: '延误告知口径.csv',
      note: '演练用（演示）',
      lines: [
        '延误时长,告知要求',
        '1小时以内,说明原因与预计起飞时间',
        '2小时以上,提供餐食并说明改签',
        '4小时以上,安排住宿并专人跟进',
      ],
    },
  },
  {
    ...{ title: '冬春航季产品与票价', goal: '掌握新航季产品与退改规则', kind: 'business', way: 'online' },
    ...{ content: '新航线、票价产品与退改规则在线课程', topics: ['products', 'fares'] },
    ...{ teacher: '内部学习平台', place: '', first: 10, times: 1, minutes: 90, budgetFen: 100_000, passMark: null },
    handout: null,
  },
]

/** S2-179..183: the year's plan is made and approved; sessions that were held have their attendance and results. */
export function planTraining(world: World, random: Random): void {
  world.timeline.begin(officeTime(world, 55), tellPlan(world, random))
}

async function* tellPlan(world: World, random: Random): Story {
  const { office } = world
  const { manager, leads, agents } = office.staff
  const lead = leads[0] ?? manager
  const year = Number(dayAt(DESK_ZONE, world.now).slice(0, 4))
  const goal = '全员通过投诉处理与延误应急考核，贵宾客户满意度提高到八成'
  await office.call(lead, 'training.savePlan', { year, goal, budgetFen: 1_000_000 })
  const ids: string[] = []
  for (const course of COURSES) {
    const saved = await office.call(lead, 'training.save', { year, training: draftOf(world, course, lead, year) })
    ids.push(saved.id)
    if (course.handout === null) continue
    const { name, note, lines } = course.handout
    const file = { name, bytes: new TextEncoder().encode(lines.join('\r\n')) }
    await office.call(lead, 'training.addMaterial', { trainingId: saved.id, file, note })
  }
  yield office.now() + 3 * HOUR
  await office.call(manager, 'training.approvePlan', { year })
  for (const [place, id] of ids.entries()) {
    const { list } = await office.call(lead, 'training.show', { id })
    for (const [i, session] of list.entries()) {
      const group = agents.filter((one) => list.length === 1 || one.place % list.length === i)
      const userIds = group.map((one) => one.id)
      await office.call(lead, 'training.invite', { sessionId: session.id, userIds })
      const heldAt = Math.max(session.endsAt + HOUR, office.now())
      world.timeline.once(heldAt, () => enterResults(world, random, session.id, { group, course: COURSES[place] }))
    }
  }
  yield Math.max(office.now(), world.now - 2 * DAY)
  const [first] = ids
  if (!first || (await office.call(lead, 'training.show', { id: first })).attended === 0) return
  const text = '参训人员的告知与致歉更加及时，质检分数有所提高，建议下季度复训。'
  await office.call(lead, 'training.assess', { id: first, effect: 'effective', text })
}

/** The demo's last day may be near a turn of the year: a plan's sessions stay within its year. */
function draftOf(world: World, course: Course, { id: responsibleId }: Colleague, year: number): TrainingDraft {
  const { first, times, minutes, handout: _, ...words } = course
  const wanted = addDays(dayAt(DESK_ZONE, world.now), first)
  const latest = addDays(`${year}-12-31`, -7 * (times - 1))
  const firstDay = wanted < `${year}-01-01` ? `${year}-01-01` : wanted > latest ? latest : wanted
  const schedule = { firstDay, minute: 14 * 60, minutes, repeat: times > 1 ? 'weekly' : 'once', times } as const
  return { ...words, responsibleId, schedule, studyIds: [] }
}

type Held = { group: readonly Colleague[]; course: Course | undefined }

async function enterResults({ office }: World, random: Random, sessionId: string, { group, course }: Held) {
  const lead = office.staff.leads[0] ?? office.staff.manager
  for (const { id: userId } of group) {
    const attendance = random.weighted([
      ['attended', 88],
      ['excused', 9],
      ['absent', 3],
    ] as const)
    const isExamined = attendance === 'attended' && course?.passMark !== null
    const score = isExamined ? random.between(58, 98) : null
    await office.call(lead, 'training.result', { sessionId, userId, attendance, score, note: '' })
  }
}
