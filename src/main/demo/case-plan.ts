import type { CaseKind, Channel, Severity } from '../../shared/cases/words.ts'
import { HOUR, type Instant, MINUTE, SECOND } from '../../shared/time.ts'
import type { CallPlan } from './call-plan.ts'
import { momentOfCall } from './call-plan.ts'
import { type CaseIdea, openCase, type Turn } from './case-opening.ts'
import { tellCase } from './case-story.ts'
import type { Random } from './random.ts'
import type { Story } from './timeline.ts'
import { customerWheel, type World } from './world.ts'

type Shares<T> = readonly (readonly [value: T, share: number])[]

const KINDS: Shares<CaseKind> = [
  ['enquiry', 44],
  ['service', 30],
  ['complaint', 19],
  ['suggestion', 7],
]
const SEVERITIES: Shares<Severity> = [
  ['general', 72],
  ['major', 22],
  ['urgent', 6],
]

/** How many of each kind come by telephone; the others come by these channels. */
const BY_PHONE: Record<CaseKind, number> = { enquiry: 0.62, service: 0.6, complaint: 0.5, suggestion: 0.35 }
const CHANNELS: Record<CaseKind, Shares<Channel>> = {
  enquiry: [
    ['chat', 42],
    ['wechat', 35],
    ['app', 23],
  ],
  service: [
    ['app', 32],
    ['wechat', 30],
    ['chat', 18],
    ['email', 10],
    ['airport', 10],
  ],
  complaint: [
    ['app', 22],
    ['wechat', 16],
    ['website', 14],
    ['email', 12],
    ['airport', 10],
    ['chat', 8],
    ['weibo', 6],
    ['regulator', 4],
    ['counter', 3],
    ['consumerHotline', 2],
    ['letter', 2],
    ['partner', 1],
  ],
  suggestion: [
    ['app', 36],
    ['wechat', 22],
    ['website', 20],
    ['email', 14],
    ['weibo', 4],
    ['airport', 4],
  ],
}

const TURNS: Record<CaseKind, Shares<Turn>> = {
  enquiry: [
    ['usual', 87],
    ['waits', 13],
  ],
  service: [
    ['usual', 82],
    ['waits', 10],
    ['withdrawn', 5],
    ['notSolved', 3],
  ],
  complaint: [
    ['usual', 70],
    ['waits', 12],
    ['notSolved', 6],
    ['withdrawn', 4],
    ['rejected', 3],
    ['merged', 3],
    ['reopened', 2],
  ],
  suggestion: [['usual', 1]],
}

/** Every end that a case may come to stands at least this often in a demo of usual size. */
const SEEN_AT_LEAST = 2

/** Matters of the whole demo: some come out of calls, the others by themselves. */
export type CasePlan = { fromCalls: Map<CallPlan, CaseIdea>; others: CaseIdea[] }

export function planCases(random: Random, count: number, world: World, calls: readonly CallPlan[]): CasePlan {
  const draw = customerWheel(random, world.customers)
  const free = random.shuffled(
    calls.filter((call) => call.customer !== null && call.direction === 'inbound' && call.end === 'answered'),
  )
  const fromCalls = new Map<CallPlan, CaseIdea>()
  const others: CaseIdea[] = []
  const turns = turnsOf(random, count)
  for (const { kind, turn } of turns) {
    const severity = kind === 'complaint' ? random.weighted(SEVERITIES) : 'general'
    const call = random.chance(BY_PHONE[kind]) && turn !== 'merged' ? free.pop() : undefined
    if (call) {
      fromCalls.set(call, {
        kind,
        turn,
        severity,
        channel: 'phone',
        customer: call.customer,
        receivedAt: call.at,
        isAcknowledged: true,
      })
      continue
    }
    const channel = random.weighted(CHANNELS[kind])
    const latest = world.now - 2 * MINUTE
    // What a case may still come to has to happen before the demo ends.
    const receivedAt = momentOfCall(
      random,
      world.from + 3 * HOUR,
      turn === 'usual' ? latest : Math.max(world.from + 4 * HOUR, latest - 120 * HOUR),
    )
    const isAcknowledged = random.chance(
      channel === 'chat' || channel === 'airport' || channel === 'counter' ? 0.9 : 0.3,
    )
    others.push({ kind, turn, severity, channel, customer: draw(), receivedAt, isAcknowledged })
  }
  return { fromCalls, others }
}

function turnsOf(random: Random, count: number): { kind: CaseKind; turn: Turn }[] {
  const rare: { kind: CaseKind; turn: Turn }[] = (
    ['rejected', 'merged', 'reopened', 'withdrawn', 'notSolved'] as const
  ).map((turn) => ({ kind: 'complaint', turn }))
  rare.push({ kind: 'service', turn: 'withdrawn' })
  const sure = Array.from({ length: SEEN_AT_LEAST }, () => rare)
    .flat()
    .slice(0, Math.floor(count / 4))
  const usual = Array.from({ length: count - sure.length }, () => {
    const kind = random.weighted(KINDS)
    return { kind, turn: random.weighted(TURNS[kind]) }
  })
  return random.shuffled([...sure, ...usual])
}

/** A matter that reaches the desk by itself: it is registered some time after the customer sent it. */
export async function* tellArrival(world: World, random: Random, idea: CaseIdea): Story {
  yield Math.min(idea.receivedAt + lagOf(random, idea), Math.max(idea.receivedAt, world.now - SECOND))
  const told = await openCase(world, random, idea)
  yield* tellCase(world, random, told)
}

function lagOf(random: Random, { kind, channel, pace }: CaseIdea): Instant {
  if (pace !== undefined) return random.between(10, 40) * SECOND
  if (kind === 'enquiry') return random.between(8, 70) * SECOND
  switch (channel) {
    case 'chat':
    case 'airport':
    case 'counter':
      return random.between(20, 180) * SECOND
    case 'letter':
    case 'regulator':
    case 'consumerHotline':
    case 'partner':
      return random.between(15, 300) * MINUTE
    default:
      return random.between(1, 18) * MINUTE
  }
}
