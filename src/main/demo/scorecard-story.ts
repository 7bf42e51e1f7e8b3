import { INDICATORS } from '../../shared/scorecards/words.ts'
import { DAY, HOUR } from '../../shared/time.ts'
import { shiftMonth } from '../rules/days.ts'
import type { Random } from './random.ts'
import { officeTime, today } from './surroundings.ts'
import type { Story } from './timeline.ts'
import type { World } from './world.ts'

const SUMMARY = {
  done: '按班次接听来电，跟进投诉与回访，无遗留（演示）',
  problems: '延误高峰时段首次告知偏慢（演示）',
  plan: '练习延误告知话术，分享一个典型案例（演示）',
}

/** S3-103..S3-112: the month before is assessed from the first self-assessment to the published result. */
export function planScorecards(world: World, random: Random): void {
  world.timeline.begin(officeTime(world, 8), assessMonth(world, random))
}

async function* assessMonth(world: World, random: Random): Story {
  const { office } = world
  const { manager, agents } = office.staff
  const month = shiftMonth(today(world).slice(0, 7), -1)
  await office.call(manager, 'scorecards.openRound', { month, userIds: agents.map(({ id }) => id) })
  yield office.now() + HOUR
  for (const agent of agents) {
    const [row] = (await office.call(agent, 'scorecards.show', { month })).cards
    if (!row) continue
    const scores = Object.fromEntries(INDICATORS.map((one) => [one, random.between(78, 96)]))
    const self = { scores, comment: '' }
    await office.call(agent, 'scorecards.saveSelf', {
      id: row.id,
      expectedSeq: 1,
      self,
      summary: SUMMARY,
      handIn: true,
    })
  }
  yield office.now() + DAY
  await giveMarks(world, random, month)
  await office.call(manager, 'scorecards.calibrate', { month })
  await office.call(manager, 'scorecards.publish', { month })
  yield office.now() + 2 * HOUR
  for (const agent of agents) {
    const [row] = (await office.call(agent, 'scorecards.show', { month })).cards
    // One is still thinking about it.
    if (!row || agent.place === 0) continue
    await office.call(agent, 'scorecards.answer', { id: row.id, expectedSeq: row.seq, answer: 'confirmed', text: '' })
  }
  const [best] = [...(await office.call(manager, 'scorecards.show', { month })).cards].sort(
    (a, b) => (b.total ?? 0) - (a.total ?? 0),
  )
  if (!best) return
  await office.call(manager, 'honours.commend', {
    ...{ userId: best.userId, cardId: best.id, title: '服务之星', reason: `${month} 月度考核第一名（演示）` },
    ...{ prize: '荣誉证书与购物卡', prizeFen: 50_000, givenDay: today(world) },
  })
}

/** Everybody is marked by their lead, or by the manager where nobody leads them. */
async function giveMarks({ office }: World, random: Random, month: string): Promise<void> {
  const { manager, leads } = office.staff
  for (const row of (await office.call(manager, 'scorecards.show', { month })).cards) {
    const lead = leads.find(({ id }) => id === row.leadId) ?? leads[0] ?? manager
    let seq = row.seq
    if (row.leadId !== lead.id) {
      const named = { id: row.id, expectedSeq: seq, leadId: lead.id, reason: '由值班主管评价（演示）' }
      seq = (await office.call(manager, 'scorecards.setAssessor', named)).seq
    }
    const card = await office.call(lead, 'scorecards.card', { id: row.id })
    const exams = card.figures.find(({ indicator }) => indicator === 'knowledge')?.sample ?? 0
    const knowledge = exams > 0 ? null : { score: random.between(70, 98), reason: '当面抽问二十题（演示）' }
    const teamwork = {
      cooperation: random.between(70, 98),
      sharing: random.between(65, 98),
      reason: '按支援与分享记录（演示）',
    }
    const marks = { adjust: {}, teamwork, knowledge, comment: '按计划完成本月工作（演示）' }
    await office.call(lead, 'scorecards.assess', { id: row.id, expectedSeq: seq, lead: marks, give: true })
  }
}
