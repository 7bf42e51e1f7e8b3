import type { Row } from '../../src/main/store/types.ts'
import { DAY } from '../../src/shared/time.ts'
import { NOW } from './desk.ts'
import type { Random } from './random.ts'

const FAMILY = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高']
const GIVEN = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰']
const PROVINCES = ['上海', '北京', '广东', '四川', '江苏', '浙江', '湖北', '陕西'] as const
const TIERS = ['diamond', 'platinum', 'gold', 'silver', 'none', 'none', 'none', 'none'] as const
const QUESTION = '旅客来电询问航班改期后的座位安排与行李额度，并希望优先安排靠过道座位，'

/** The mobile number of the n-th made member, as it is stored; every number is another. */
export const mobileOf = (n: number): string => `+8613${String((n * 7919) % 1_000_000_000).padStart(9, '0')}`

/** The n-th made member. */
export function memberRow(n: number, random: Random): Row<'members'> {
  const mobile = mobileOf(n)
  const tier = random.pick(TIERS)
  const since = NOW - random.below(1500) * DAY
  return {
    id: random.id(),
    cardNo: `VD${String(n).padStart(9, '0')}`,
    name: random.pick(FAMILY) + random.pick(GIVEN) + random.pick(GIVEN),
    namePinyin: `${random.pick(['wang', 'li', 'zhang', 'liu'])}${random.below(100_000)}`,
    nameInitials: 'wxm',
    nameOther: '',
    gender: random.pick(['female', 'male']),
    birthDate: null,
    language: 'zh-CN',
    title: '',
    mobile,
    mobileBackwards: [...mobile.slice(-8)].reverse().join(''),
    email: `m${n}@example.com`,
    wechat: null,
    documentType: null,
    documentNo: null,
    documentBackwards: null,
    province: random.pick(PROVINCES),
    city: '',
    level: null,
    tier,
    tierSince: tier === 'none' ? null : since,
    tierUntil: null,
    vipReason: tier === 'none' ? null : '年飞行里程达标',
    vipSince: tier === 'none' ? null : since,
    preferences: '["靠过道"]',
    careNotes: '',
    status: 'active',
    enrolledOn: '2020-01-01',
    leftOn: null,
    verifiedAt: null,
    createdAt: since,
    updatedAt: since,
    createdBy: null,
  }
}

/** The n-th made call, of one of the members, answered by one of the agents. */
export function callRow(
  n: number,
  random: Random,
  memberIds: readonly string[],
  agentIds: readonly string[],
): Row<'calls'> {
  const startedAt = NOW - random.below(3 * 365) * DAY - random.below(DAY)
  const talkMs = 30_000 + random.below(600_000)
  return {
    id: random.id(),
    number: `CALL-${String(n).padStart(9, '0')}`,
    direction: 'inbound',
    state: 'done',
    memberId: random.pick(memberIds),
    phone: mobileOf(random.below(1_000_000)),
    callerName: null,
    agentId: random.pick(agentIds),
    startedAt,
    answeredAt: startedAt + 6000,
    endedAt: startedAt + 6000 + talkMs,
    wrapUpEndedAt: startedAt + 30_000 + talkMs,
    heldSince: null,
    rings: 2,
    waitMs: 6000,
    talkMs,
    holdMs: 0,
    wrapUpMs: 24_000,
    maxRings: 3,
    isInTime: 1,
    greeting: null,
    question: n % 5 === 0 ? `${QUESTION}${n}` : `咨询${n}`,
    process: '已查询并说明',
    result: '客户满意',
    resultCode: 'solved',
    callBackOf: null,
  }
}
