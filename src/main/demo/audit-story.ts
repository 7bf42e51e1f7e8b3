import { HOUR, MINUTE } from '../../shared/time.ts'
import { addDays } from '../rules/days.ts'
import { type ClosedComplaint, closedComplaints, officeTime, today } from './surroundings.ts'
import type { Story } from './timeline.ts'
import type { World } from './world.ts'

/** A sample is drawn of no less than so many closed complaints, none of the auditor's own. */
const LEAST_CLOSED = 8
const SAMPLE = 5

const FINDINGS = [
  ['none', '记录完整，时限与告知符合要求'],
  ['none', '证据与结论一致，无发现'],
  ['remark', '结案总结未写明预防措施的责任人'],
  ['none', '回访记录完整'],
  ['deviation', '进度告知晚于约定时间，无说明'],
] as const

/** S2-138 S2-139: an audit by sample from plan to conclusion, and a case that others may learn from. */
export function planAudit(world: World): void {
  world.timeline.begin(officeTime(world, 6), tellAudit(world))
  world.timeline.once(officeTime(world, 4), () => publishStudy(world))
}

async function* tellAudit(world: World): Story {
  const { office } = world
  const auditor = office.staff.leads.at(-1) ?? office.staff.manager
  if ((await withoutHandOf(world, auditor.id)).length < LEAST_CLOSED) return
  const day = today(world)
  const { id } = await office.call(office.staff.manager, 'reviews.planAudit', {
    ...{ title: '投诉办理月度抽查（演示）', subject: 'case', plannedDay: day },
    ...{ fromDay: addDays(day, -60), toDay: addDays(day, -1), auditorId: auditor.id },
    rule: { by: 'all', percent: null, count: SAMPLE, always: [], kinds: ['complaint'] },
  })
  yield office.now() + 2 * HOUR
  const { items } = await office.call(auditor, 'reviews.drawAudit', { id })
  for (const [i, item] of items.entries()) {
    yield office.now() + 25 * MINUTE
    const [grade, finding] = FINDINGS[i % FINDINGS.length] ?? FINDINGS[0]
    await office.call(auditor, 'reviews.finding', { itemId: item.id, grade, finding })
  }
  yield office.now() + HOUR
  const conclusion = '抽查的投诉总体符合要求；进度告知偶有延迟，已列入改进清单。'
  await office.call(auditor, 'reviews.closeAudit', { id, conclusion })
}

/** Closed complaints of the past days in which a person had no hand. */
async function withoutHandOf(world: World, userId: string): Promise<ClosedComplaint[]> {
  const handled = await world.office.read((db) =>
    db.selectFrom('caseEvents').select('caseId').where('actorId', '=', userId).distinct().execute(),
  )
  const ids = new Set<string>(handled.map(({ caseId }) => caseId))
  return (await closedComplaints(world)).filter(({ id }) => !ids.has(id))
}

/** A lead picks a case, the manager reads it and releases it without anybody's data. */
async function publishStudy(world: World): Promise<void> {
  const { office } = world
  const { manager, leads } = office.staff
  const [matter] = await closedComplaints(world)
  if (!matter) return
  const title = '从一次投诉看主动告知的时机（演示）'
  const lessons = '先说明已知事实与下一次告知时间，再说明原因；承诺的时间宁可留有余地。'
  const picked = await office.call(leads[0] ?? manager, 'reviews.pickStudy', {
    ...{ caseId: matter.id, title, lessons, reason: '过程完整，适合新员工学习' },
  })
  const text = picked.suspects.reduce((words, suspect) => words.replaceAll(suspect, '某'), picked.text)
  if (text !== picked.text) await office.call(manager, 'reviews.editStudy', { id: picked.id, title, text, lessons })
  await office.call(manager, 'reviews.releaseStudy', { id: picked.id, hasNoPeople: true })
}
