import type { CaseKind, Channel } from '../../shared/cases/words.ts'
import type { MemberTier } from '../../shared/tiers/model.ts'
import { HOUR, type Instant, MINUTE, SECOND } from '../../shared/time.ts'
import type { CaseIdea } from './case-opening.ts'
import { tellArrival } from './case-plan.ts'
import type { Random } from './random.ts'
import { customerWheel, type World } from './world.ts'

/** One case that stands in the queue when somebody first looks: received so long ago, left in this state. */
type Scene = {
  kind: CaseKind
  ago: number
  state: string
  tier?: MemberTier
  channel?: Channel
  severity?: CaseIdea['severity']
  isAcknowledged?: boolean
}

const GOLD = 'gold'

/** Due within the next hour; each lies so far back that its limit ends soon. */
const SOON: Scene[] = [
  { kind: 'service', ago: 24 * HOUR - 34 * MINUTE, state: 'assigned' },
  { kind: 'complaint', ago: 12 * HOUR - 41 * MINUTE, state: 'registered', tier: GOLD, isAcknowledged: true },
  { kind: 'complaint', ago: 21 * MINUTE, state: 'registered', tier: 'platinum' },
  { kind: 'complaint', ago: 3 * HOUR + 12 * MINUTE, state: 'registered', tier: 'diamond', isAcknowledged: true },
  { kind: 'service', ago: 24 * HOUR - 12 * MINUTE, state: 'assigned', tier: 'platinum' },
  { kind: 'service', ago: 9 * MINUTE, state: 'registered', tier: GOLD },
  { kind: 'enquiry', ago: 55 * SECOND, state: 'registered', tier: 'silver', channel: 'chat' },
  { kind: 'complaint', ago: 24 * HOUR - 52 * MINUTE, state: 'investigating', severity: 'major', tier: GOLD },
]

/** Overrun: somebody has to explain. */
const OVERDUE: Scene[] = [
  { kind: 'service', ago: 26 * HOUR, state: 'assigned' },
  { kind: 'complaint', ago: 51 * HOUR, state: 'investigating', tier: 'silver' },
  { kind: 'enquiry', ago: 16 * MINUTE, state: 'registered', channel: 'wechat' },
  { kind: 'complaint', ago: 5 * HOUR, state: 'registered', tier: 'diamond', isAcknowledged: true },
]

/** Later today and in the next days, in every state that a case can be left in. */
const LATER: Scene[] = [
  { kind: 'service', ago: 22 * HOUR, state: 'assigned' },
  { kind: 'service', ago: 20.5 * HOUR, state: 'assigned', tier: GOLD },
  { kind: 'service', ago: 18 * HOUR, state: 'assigned' },
  { kind: 'complaint', ago: 44 * HOUR, state: 'investigating', tier: GOLD },
  { kind: 'complaint', ago: 20 * HOUR, state: 'assigned', tier: 'platinum' },
  { kind: 'complaint', ago: 7 * HOUR, state: 'confirmed', tier: GOLD },
  { kind: 'complaint', ago: 2 * HOUR, state: 'confirmed', tier: 'platinum', severity: 'major' },
  { kind: 'complaint', ago: 9 * HOUR, state: 'assigned', tier: 'silver' },
  { kind: 'complaint', ago: 30 * HOUR, state: 'waitingCustomer', tier: GOLD },
  { kind: 'complaint', ago: 26 * HOUR, state: 'waitingCustomer', tier: 'diamond' },
  { kind: 'complaint', ago: 34 * HOUR, state: 'replied', tier: 'platinum' },
  { kind: 'complaint', ago: 60 * HOUR, state: 'replied', tier: GOLD },
  { kind: 'complaint', ago: 6 * HOUR, state: 'investigating', severity: 'urgent', tier: GOLD },
  { kind: 'complaint', ago: 28 * HOUR, state: 'waitingPartner', tier: GOLD },
  { kind: 'complaint', ago: 8 * HOUR, state: 'liability', severity: 'major', tier: GOLD },
  { kind: 'complaint', ago: 10 * HOUR, state: 'plan', severity: 'major', tier: 'platinum' },
  { kind: 'complaint', ago: 16 * HOUR, state: 'approval', severity: 'major', tier: GOLD },
  { kind: 'complaint', ago: 20 * HOUR, state: 'executing', severity: 'major', tier: 'silver' },
  { kind: 'complaint', ago: 50 * HOUR, state: 'followUp', tier: GOLD },
  { kind: 'complaint', ago: 40 * HOUR, state: 'external', tier: 'silver' },
  { kind: 'enquiry', ago: 20 * HOUR, state: 'assigned' },
  { kind: 'enquiry', ago: 40 * HOUR, state: 'assigned', tier: GOLD },
  { kind: 'enquiry', ago: 28 * HOUR, state: 'waitingCustomer' },
  { kind: 'enquiry', ago: 4 * MINUTE, state: 'answered', channel: 'chat' },
  { kind: 'service', ago: 12 * HOUR, state: 'waitingCustomer' },
  { kind: 'service', ago: 6 * HOUR, state: 'answered' },
  { kind: 'service', ago: 3 * HOUR, state: 'answered', tier: 'platinum' },
  { kind: 'suggestion', ago: 5 * HOUR, state: 'registered' },
  { kind: 'suggestion', ago: 27 * HOUR, state: 'assigned' },
  { kind: 'suggestion', ago: 50 * HOUR, state: 'decided', tier: GOLD },
  { kind: 'suggestion', ago: 45 * HOUR, state: 'answered' },
  { kind: 'complaint', ago: 8 * HOUR, state: 'registered', channel: 'reportEmail', isAcknowledged: true },
]

const SCENES = [...SOON, ...OVERDUE, ...LATER]
const CHANNELS: readonly Channel[] = ['app', 'wechat', 'website', 'email']

/** How many of a demo's cases are set into its queue. */
export function sceneCount(cases: number): number {
  return Math.min(SCENES.length, Math.floor(cases / 3))
}

/** Some time before the first of them was received. */
export function scenesFrom(now: Instant): Instant {
  return now - Math.max(...SCENES.map(({ ago }) => ago)) - HOUR
}

/** Sets the cases that stand in the queue at first sight, with customers of the tier that each needs by then. */
export async function setScenes(world: World, random: (purpose: string) => Random, count: number): Promise<void> {
  const dice = random('scenes')
  const tiers = await tiersNow(world)
  const draw = customerWheel(dice, world.customers)
  SCENES.slice(0, count).forEach(
    ({ kind, ago, state, tier, channel, severity = 'general', isAcknowledged = false }, i) => {
      const idea: CaseIdea = {
        kind,
        channel: channel ?? dice.pick(CHANNELS),
        severity,
        customer: channel === 'reportEmail' ? null : draw(({ id }) => tier === undefined || tiers.get(id) === tier),
        receivedAt: world.now - Math.round(ago),
        turn: 'usual',
        isAcknowledged,
        pace: Math.max(SECOND, Math.min(12 * MINUTE, ago / 30)),
        stopAt: state,
      }
      world.timeline.begin(idea.receivedAt, tellArrival(world, random(`scene ${i}`), idea))
    },
  )
}

async function tiersNow({ office }: World): Promise<Map<string, MemberTier>> {
  return office.read(
    async (db) =>
      new Map((await db.selectFrom('members').select(['id', 'tier']).execute()).map(({ id, tier }) => [id, tier])),
  )
}
