import type { CaseId } from '../../shared/ids.ts'
import type { ArticleDraft } from '../../shared/knowledge/model.ts'
import { HOUR } from '../../shared/time.ts'
import type { Colleague } from './office.ts'
import { officeTime, today } from './surroundings.ts'
import type { Story } from './timeline.ts'
import type { World } from './world.ts'

type Idea = Pick<ArticleDraft, 'kind' | 'title' | 'body' | 'keywords'> & { company?: string; isLeft?: boolean }

const TIPS: readonly Idea[] = [
  {
    kind: 'experience',
    title: { zh: '延误时先说下一次什么时候来电', en: 'In a delay say first when you will call again' },
    body: {
      zh: '客户最怕没人管。先约定下次来电时间，再说原因，情绪会平稳很多。',
      en: 'Customers fear being left alone. Promise the next call first, then tell the cause.',
    },
    keywords: '延误 安抚 来电',
  },
  {
    kind: 'industry',
    title: { zh: '同业行李实时追踪的做法', en: 'How others trace bags as they travel' },
    body: {
      zh: '同业在出发、中转和到达三处扫描行李，客户可随时查询；可供我们改进时参考。',
      en: 'Others scan bags at departure, transfer and arrival, and customers can look; worth considering here.',
    },
    keywords: '行李 追踪',
  },
  {
    kind: 'answer',
    title: { zh: '婴儿车怎么托运', en: 'Taking a pushchair' },
    body: { zh: '{{title}}您好，折叠婴儿车可免费托运，也可在登机口交运。', en: '' },
    keywords: '婴儿车 推车',
    isLeft: true,
  },
]

const BINDING: readonly Idea[] = [
  {
    kind: 'notice',
    title: { zh: '冬春航季退改规则调整', en: 'Changed rules for refunds this winter' },
    body: {
      zh: '{{title}}您好，自本航季起，部分舱位的退改手续费有调整，具体以客票为准。',
      en: '{{title}}, from this season the fees of some fares have changed; your ticket shows them.',
    },
    keywords: '退票 改签 新规',
  },
  {
    kind: 'travel',
    title: { zh: '远山科技差旅政策', en: 'Travel rules of Yuanshan Technology' },
    body: { zh: '国内航班限经济舱，改签须经差旅主管同意，酒店每晚不超过600元。', en: '' },
    keywords: '',
    company: '远山科技',
  },
]

/** S3-57 S3-59 S3-118 S4-81: colleagues hand knowledge on, leads review it, answers are used and rated. */
export function planKnowledge(world: World): void {
  world.timeline.begin(officeTime(world, 9), tellWriting(world))
  world.timeline.once(officeTime(world, 1), () => tellUse(world))
}

async function* tellWriting(world: World): Story {
  const { office } = world
  const { manager, leads, agents } = office.staff
  const lead = leads[0] ?? manager
  const author = agents[0] ?? manager
  const mine = await writeAll(world, author, TIPS)
  const binding = await writeAll(world, lead, BINDING)
  yield office.now() + 2 * HOUR
  const reviewed = TIPS.flatMap(({ isLeft }, place) => (isLeft ? [] : [mine[place] ?? '']))
  for (const id of [...reviewed, ...binding])
    await office.call(manager, 'knowledge.review', { id, isApproved: true, note: '可用' })
  for (const id of reviewed) {
    const { article } = await office.call(manager, 'knowledge.show', { id })
    for (const who of [lead, ...agents.slice(1, 4)]) await office.call(who, 'knowledge.thank', { code: article.code })
  }
  for (const who of [manager, ...agents.slice(0, 3)])
    await office.call(who, 'knowledge.acknowledge', { id: binding[0] ?? '' })
}

async function writeAll({ office, ...world }: World, who: Colleague, ideas: readonly Idea[]): Promise<string[]> {
  const ids: string[] = []
  for (const { isLeft: _, ...idea } of ideas) {
    const article = { ...idea, validFrom: today({ office, ...world }) }
    const { id } = await office.call(who, 'knowledge.save', { article })
    await office.call(who, 'knowledge.submit', { id })
    ids.push(id)
  }
  return ids
}

/** The last cases had answers from the knowledge base; one did not help, and something was not found. */
async function tellUse({ office }: World): Promise<void> {
  const { manager, agents } = office.staff
  const cases = await office.read((db) =>
    db.selectFrom('cases').select('id').where('isOpen', '=', 1).orderBy('id', 'desc').limit(6).execute(),
  )
  for (const [place, { id }] of cases.entries()) {
    const caseId = id as CaseId
    const [best] = (await office.call(manager, 'knowledge.suggest', { caseId })).filter(
      ({ kind }) => kind !== 'emergency',
    )
    if (!best) continue
    const { useId } = await office.call(manager, 'knowledge.use', { id: best.id, caseId, language: 'zh-CN' })
    const helped = place !== 2
    await office.call(manager, 'knowledge.rate', { useId, helped, reason: helped ? '' : '没有写明各舱位的费率' })
  }
  const asker = agents[1] ?? manager
  for (const text of ['婴儿车', '婴儿车', '滑雪板 托运']) await office.call(asker, 'knowledge.missed', { text })
}
