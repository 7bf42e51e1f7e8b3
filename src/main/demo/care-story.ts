import type { CareKind, CareOccasion } from '../../shared/care/words.ts'
import type { MemberId } from '../../shared/ids.ts'
import { DESK_ZONE, HOUR } from '../../shared/time.ts'
import { momentOf } from '../rules/zone.ts'
import type { Colleague } from './office.ts'
import { closedComplaints, dayFromEnd, officeTime } from './surroundings.ts'
import type { Story } from './timeline.ts'
import type { World } from './world.ts'

type CareIdea = {
  daysAgo: number
  /** Counted from the demo's last day. */
  due: number
  kind: CareKind
  occasion: CareOccasion
  reason: string
  result?: string
  effect?: string
  message?: 'wording' | 'own'
}

const CARE: readonly CareIdea[] = [
  {
    ...{ daysAgo: 13, due: -11, kind: 'phone', occasion: 'regular', reason: '季度定期沟通' },
    ...{ result: '已致电问候，客户对近期航班满意', effect: '客户表示愿意继续接收出行提醒' },
  },
  {
    ...{ daysAgo: 8, due: -6, kind: 'phone', occasion: 'delay', reason: '航班长时间延误后的问候' },
    result: '已致电说明延误原因并致歉',
  },
  { daysAgo: 6, due: -2, kind: 'visit', occasion: 'afterMatter', reason: '投诉办结后的登门回访' },
  { daysAgo: 3, due: 0, kind: 'sms', occasion: 'birthday', reason: '会员生日问候', message: 'wording' },
  { daysAgo: 2, due: 0, kind: 'email', occasion: 'regular', reason: '半年服务回顾', message: 'own' },
  { daysAgo: 1, due: 5, kind: 'phone', occasion: 'regular', reason: '新晋白金会员权益介绍' },
]

/** S2-145..151: customers are looked after without having complained, or after they have. */
export function planCare(world: World): void {
  for (const [place, idea] of CARE.entries())
    world.timeline.begin(officeTime(world, idea.daysAgo), tellCare(world, idea, place))
}

async function* tellCare(world: World, idea: CareIdea, place: number): Story {
  const { office } = world
  const owner = office.staff.agents[place * 2] ?? office.staff.manager
  const [matter] = idea.occasion === 'afterMatter' ? await closedComplaints(world) : []
  const memberId = (await welcoming(world))[place]
  if (!matter && !memberId) return
  const { kind, reason } = idea
  const { id, dueDay } = await office.call(owner, 'care.plan', {
    ...(matter ? { caseId: matter.id } : { memberId: memberId ?? null }),
    ...{ kind, reason, ownerId: owner.id, dueDay: dayFromEnd(world, idea.due) },
    occasion: !matter && idea.occasion === 'afterMatter' ? 'regular' : idea.occasion,
  })
  if (idea.message) await writeTo(world, owner, idea, id)
  if (!idea.result) return
  yield momentOf(DESK_ZONE, dueDay, 10 * 60 + 7 * place)
  const said = { result: idea.result, needs: '希望提前获知登机口变更', opinions: '认可贵宾专线的响应' }
  await office.call(owner, 'care.done', { id, isReached: true, ...said })
  if (!idea.effect) return
  yield office.now() + 26 * HOUR
  await office.call(owner, 'care.effect', { id, effect: 'better', text: idea.effect })
}

/** The words that carry a care contact out: a wording goes as it is, words of one's own wait to be checked. */
async function writeTo(
  { office }: World,
  owner: Colleague,
  { kind, message }: CareIdea,
  careId: string,
): Promise<void> {
  const channel = kind === 'sms' ? 'sms' : 'email'
  await office.call(owner, 'messages.prepare', {
    ...{ careId, channel },
    ...(message === 'wording'
      ? { occasion: 'birthday', templateId: 'birthday@1' }
      : {
          occasion: 'care',
          subject: '半年服务回顾（演示）',
          body: '感谢您半年来的信任，附上为您整理的出行与里程小结。',
        }),
  })
}

/** Members with a telephone and an address who agreed to hear from the desk and never said no. */
async function welcoming({ office }: World): Promise<MemberId[]> {
  const rows = await office.read((db) =>
    db
      .selectFrom('consents')
      .innerJoin('members', 'members.id', 'consents.memberId')
      .select('members.id')
      .where('consents.purpose', '=', 'marketing')
      .where('members.status', '=', 'active')
      .where('members.mobile', 'is not', null)
      .where('members.email', 'is not', null)
      .groupBy(['members.id', 'members.cardNo'])
      .having(({ fn }) => fn.min('consents.given'), '=', 1)
      .orderBy('members.cardNo')
      .limit(CARE.length)
      .execute(),
  )
  return rows.map(({ id }) => id as MemberId)
}
