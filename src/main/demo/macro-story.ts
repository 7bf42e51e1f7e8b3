import type { Input } from '../../shared/contracts.ts'
import type { CaseId } from '../../shared/ids.ts'
import { HOUR, MINUTE } from '../../shared/time.ts'
import type { Colleague } from './office.ts'
import { officeTime } from './surroundings.ts'
import type { Story } from './timeline.ts'
import type { World } from './world.ts'

type Draft = Input<'macros.save'>['macro']

const DELAY: Draft = {
  name: { zh: '延误首次安抚', en: 'First words after a delay' },
  conditions: { kinds: ['complaint'], categories: ['flight'] },
  steps: [
    { act: 'note', text: '已向{{title}}[[（{{tier}}）]]致歉并说明现状，承诺{{expectedAt}}前告知进展。' },
    { act: 'promise', text: '{{expectedAt}}前向{{title}}告知进展', inMinutes: 120 },
    { act: 'todo', text: '向运行控制核实{{number}}的航班动态', inMinutes: 60 },
  ],
}

const BAGGAGE: Draft = {
  name: { zh: '行李延误登记', en: 'Delayed baggage report' },
  conditions: { categories: ['baggage'] },
  steps: [
    { act: 'note', text: '已核对行李牌与联系方式，行李查询已发出。' },
    { act: 'followUp', text: '回电{{title}}告知行李位置', inMinutes: 240 },
    { act: 'todo', text: '查询行李系统并更新{{number}}', inMinutes: 180 },
  ],
}

const HIGH_TIER: Draft = {
  name: { zh: '高等级会员优先处理', en: 'High tier first' },
  conditions: { kinds: ['complaint'], tiers: ['diamond', 'platinum'] },
  steps: [
    { act: 'assess', urgency: 'high', importance: 'high', direction: 'investigate', text: '{{tier}}会员，优先处理' },
    { act: 'note', text: '{{title}}为{{tier}}会员，由专人跟进至办结。' },
  ],
}

const refund = (templateCode: string): Draft => ({
  name: { zh: '退票进度告知', en: 'Refund progress' },
  conditions: { categories: ['ticket'] },
  steps: [
    { act: 'note', text: '已查询退款进度，按{{expectedAt}}前到账答复。' },
    { act: 'message', templateCode, channel: 'sms' },
    { act: 'followUp', text: '确认{{number}}的退款到账', inMinutes: 24 * 60 },
  ],
})

const TOMORROW: Draft = {
  name: { zh: '下班前交代', en: 'End-of-shift notes' },
  conditions: {},
  steps: [
    { act: 'note', text: '今日处理到：{{stage}}。[[{{expectedAt}}前须答复。]]明早继续。' },
    { act: 'followUp', text: '接着处理{{number}}：{{matter}}', inMinutes: 16 * 60 },
  ],
}

/** Leads write macros for the team, an agent one of her own, and the desk uses them. */
export function planMacros(world: World): void {
  world.timeline.begin(officeTime(world, 8), tell(world))
}

async function* tell(world: World): Story {
  const { office } = world
  const { manager, leads, agents } = office.staff
  const [lead = manager] = leads
  const [agent = manager] = agents
  const wordings = await office.call(lead, 'messages.templates', {})
  const progress = wordings.find(({ occasion, state }) => occasion === 'progress' && state === 'published')
  for (const macro of [DELAY, BAGGAGE, HIGH_TIER, refund(progress?.code ?? '')])
    await office.call(lead, 'macros.save', { scope: 'team', macro })
  await office.call(agent, 'macros.save', { macro: TOMORROW })
  for (let day = 5; day > 0; day -= 2) {
    yield Math.max(office.now() + 2 * HOUR, officeTime(world, day) + 20 * MINUTE)
    await applySome(world, lead)
  }
}

/** A lead applies what fits to some open cases, and of it only the to-dos: what a case's own story counts on stays as it was. */
async function applySome({ office }: World, who: Colleague): Promise<void> {
  const cases = await office.read((db) =>
    db
      .selectFrom('cases')
      .select('id')
      .where('isOpen', '=', 1)
      .where('isRestricted', '=', 0)
      .orderBy('id', 'desc')
      .limit(40)
      .execute(),
  )
  let used = 0
  for (const { id } of cases) {
    if (used === 2) return
    const caseId = id as CaseId
    const offer = await office.call(who, 'macros.offer', { caseId })
    const best = offer?.macros.find(({ fit, acts }) => fit === 'fits' && acts.includes('todo'))
    if (!best) continue
    const about = { id: best.id, caseId, language: 'zh-CN' } as const
    const { seq: expectedSeq, steps } = await office.call(who, 'macros.preview', about)
    const skipped = steps.flatMap(({ act, failure }, place) => (act !== 'todo' || failure ? [place] : []))
    if (skipped.length === steps.length) continue
    used += 1
    await office.call(who, 'macros.run', { ...about, version: best.version, expectedSeq, skipped })
  }
}
