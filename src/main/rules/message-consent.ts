import { allow, type Decision, deny } from '../../shared/failure.ts'
import type { MessageChannel, MessagePurpose } from '../../shared/messages/words.ts'
import { DAY, DESK_ZONE, type Instant } from '../../shared/time.ts'
import { minuteAt } from './zone.ts'

/** What somebody said once: yes or no, and when. */
export type Word = { given: boolean; at: Instant }

export type Approach = {
  purpose: MessagePurpose
  channel: MessageChannel
  /** Whether the person is a member of the programme now; null for somebody who never was one. */
  memberStatus: 'active' | 'left' | null
  /** The member's newest word on this channel. */
  onChannel: Word | null
  /** The member's newest word on offers and events. */
  onMarketing: Word | null
}

/** Care by these channels disturbs: not at night. */
const DISTURBING: readonly MessageChannel[] = ['sms', 'app', 'phone']
const QUIET_FROM = 21 * 60
const QUIET_UNTIL = 9 * 60

/** Care and offers together, at most so many within so many days. */
export const MOST_CARE = 3
export const CARE_DAYS = 30

/**
 * S2-149: an answer in somebody's own matter is always allowed; care and offers go to members only, by a channel they
 * consented to and did not opt out of. A no to a channel stands until a yes to that channel; a later no to offers
 * and events ends every earlier yes.
 */
export function canApproach({ purpose, channel, memberStatus, onChannel, onMarketing }: Approach): Decision {
  if (purpose === 'service') return allow
  if (memberStatus !== 'active') return deny('care-not-member')
  if (onChannel && !onChannel.given) return deny('care-opted-out', { channel })
  if (onMarketing && !onMarketing.given && onMarketing.at >= (onChannel?.at ?? 0)) return deny('care-no-consent')
  const isWelcome = onChannel?.given === true || onMarketing?.given === true
  if (!isWelcome) return deny('care-no-consent')
  if (purpose === 'offer' && onMarketing?.given !== true) return deny('care-offer-no-consent')
  return allow
}

/** S2-149: care does not ring, beep or light up a telephone between nine in the evening and nine in the morning. */
export function canDisturb(purpose: MessagePurpose, channel: MessageChannel, now: Instant): Decision {
  if (purpose === 'service' || !DISTURBING.includes(channel)) return allow
  const minute = minuteAt(DESK_ZONE, now)
  return minute >= QUIET_FROM || minute < QUIET_UNTIL ? deny('care-quiet-hours') : allow
}

/** S2-149: nobody is cared for more often than they can bear; `before` are the moments of earlier care. */
export function isWithinLimit(purpose: MessagePurpose, before: readonly Instant[], now: Instant): Decision {
  if (purpose === 'service') return allow
  const lately = before.filter((at) => at > now - CARE_DAYS * DAY && at <= now)
  return lately.length >= MOST_CARE ? deny('care-too-often', { most: MOST_CARE, days: CARE_DAYS }) : allow
}
