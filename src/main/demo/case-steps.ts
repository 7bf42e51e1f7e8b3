import type { ContactChannel } from '../../shared/cases/axes.ts'
import type { Channel } from '../../shared/cases/words.ts'
import type { ClockKind } from '../../shared/targets/model.ts'
import { HOUR, type Instant, MINUTE } from '../../shared/time.ts'
import type { StepData } from '../../shared/workflow/model.ts'
import type { Told } from './case-opening.ts'
import type { Colleague } from './office.ts'
import { fill, habits } from './phrases.ts'
import type { Random } from './random.ts'
import { noteLoad, turnOf, type World } from './world.ts'

/** A share of the limits is overrun on purpose, so that the desk has something to learn from. */
const LATE = 0.1

/** Takes a step of the workflow; the case is given back to nobody when it has come to its end. */
export async function take(world: World, told: Told, who: Colleague, step: string, data: StepData = {}): Promise<void> {
  const { id, lastSeq } = told.state
  told.state = await world.office.call(who, 'cases.advance', { id, step, data, expectedSeq: lastSeq })
  if (!told.state.isOpen) settle(world, told)
}

function settle(world: World, told: Told): void {
  noteLoad(world, told.owner.id, -1)
  world.complaints = world.complaints.filter(({ id }) => id !== told.id)
}

/** True when the case stands where it is to be left. */
export function isLeft({ idea, state }: Told): boolean {
  return idea.stopAt === state.state || !state.isOpen
}

/** When the next of these limits runs out; none when none of them runs. */
export function dueOf({ state }: Told, kinds: readonly ClockKind[]): Instant | undefined {
  const running = state.clocks
    .filter(({ kind, state, stoppedAt }) => stoppedAt === null && state !== 'paused' && kinds.includes(kind))
    .map(({ dueAt }) => dueAt)
  return running.length === 0 ? undefined : Math.min(...running)
}

type Turn = { at: Instant; who: Colleague }

/** When and by whom the next thing is done: within a share of a limit, sometimes after it. */
export function within(
  world: World,
  random: Random,
  told: Told,
  kinds: readonly ClockKind[],
  [from, to]: readonly [number, number],
): Turn {
  const now = world.office.now()
  const { pace } = told.idea
  if (pace !== undefined) return { at: now + pace * (0.5 + random.next()), who: told.owner }
  const due = dueOf(told, kinds)
  if (due === undefined || due <= now)
    return turnOf(world, told.owner, now + random.between(30, 300) * MINUTE, now + 12 * HOUR)
  const isLate = random.chance(LATE)
  const wanted = isLate
    ? due + random.around((due - now) * 0.15, 0.7)
    : now + (due - now) * (from + random.next() * (to - from))
  return turnOf(world, told.owner, wanted, isLate ? due + 12 * HOUR : due - Math.min(5 * MINUTE, (due - now) * 0.1))
}

/** When and by whom something without a limit is done. */
export function after(world: World, random: Random, told: Told, [least, most]: readonly [number, number]): Turn {
  const now = world.office.now()
  if (told.idea.pace !== undefined) return { at: now + told.idea.pace * (0.5 + random.next()), who: told.owner }
  const wanted = now + random.between(least, most)
  return turnOf(world, told.owner, wanted, wanted + 16 * HOUR)
}

/** How a customer who came by a channel is answered. */
export function answerChannel(channel: Channel): ContactChannel {
  switch (channel) {
    case 'email':
    case 'website':
      return 'email'
    case 'wechat':
      return 'wechat'
    case 'airport':
    case 'counter':
    case 'faceToFace':
      return 'faceToFace'
    case 'letter':
      return 'letter'
    default:
      return 'phone'
  }
}

/** A contact with the customer besides the steps of the workflow. */
export async function speak(
  world: World,
  random: Random,
  told: Told,
  who: Colleague,
  text = random.pick(habits.contactNotes),
): Promise<void> {
  const { idea, id } = told
  const person = idea.customer?.name ?? '匿名客户'
  told.state = await world.office.call(who, 'cases.contact', { id, channel: answerChannel(idea.channel), person, text })
}

/** A note about the work on a case. */
export async function jot(world: World, random: Random, told: Told, who: Colleague): Promise<void> {
  told.state = await world.office.call(who, 'cases.note', { id: told.id, text: random.pick(habits.progressNotes) })
}

/** One of several phrases about this case, filled in. */
export function phrase({ subject }: Told, random: Random, list: readonly string[]): string {
  return fill(random.pick(list), subject.details)
}
