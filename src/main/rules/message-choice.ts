import type { MessageTemplate } from '../../shared/messages/model.ts'
import type { MessageChannel, Occasion } from '../../shared/messages/words.ts'
import type { MemberTier } from '../../shared/tiers/model.ts'

/** Ways in which a customer who wrote online can be answered. */
export type Reachable = { email: string; phone: string; isMember: boolean }

/** S5-58: channels whose complaints are answered by themselves; who reports misconduct is not written to. */
const ANSWERED_GROUPS = ['internet', 'mobile', 'social']

/** True for a complaint that comes in online, where nobody is there to hear that it was accepted. */
export function isAnsweredByItself(channel: string, group: string | undefined): boolean {
  return channel === 'email' || (group !== undefined && ANSWERED_GROUPS.includes(group))
}

/** S5-58: how the acknowledgement goes back: the way the complaint came, else by what is known of the customer. */
export function acknowledgementChannel(channel: string, { email, phone, isMember }: Reachable): MessageChannel {
  if (channel === 'app' && isMember) return 'app'
  if (email !== '') return 'email'
  return phone === '' ? 'web' : 'sms'
}

/** The wording in use that fits best: made for the channel before any, made for the tier before any. */
export function bestTemplate(
  templates: readonly MessageTemplate[],
  { occasion, channel, tier }: { occasion: Occasion; channel: MessageChannel; tier: MemberTier },
): MessageTemplate | undefined {
  const weight = (one: MessageTemplate) => (one.channel === channel ? 2 : 0) + (one.tier === tier ? 1 : 0)
  return templates
    .filter((one) => one.state === 'published' && one.occasion === occasion)
    .filter((one) => one.channel === 'any' || one.channel === channel)
    .filter((one) => one.tier === 'any' || one.tier === tier)
    .toSorted((a, b) => weight(b) - weight(a) || a.code.localeCompare(b.code))[0]
}
