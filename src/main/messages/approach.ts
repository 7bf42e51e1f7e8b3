import { allow, type Decision } from '../../shared/failure.ts'
import type { ChannelChoice } from '../../shared/messages/model.ts'
import type { MessageChannel, MessagePurpose } from '../../shared/messages/words.ts'
import { DAY, type Instant } from '../../shared/time.ts'
import { namesOf } from '../cases/case-file.ts'
import type { Ctx } from '../engine/handler.ts'
import { CARE_DAYS, canApproach, isWithinLimit, type Word } from '../rules/message-consent.ts'
import type { Db } from '../store/types.ts'
import { careSince, choicesOf, findMember, insertChoice, marketingOf } from './queries.ts'

export type Approach = {
  purpose: MessagePurpose
  channel: MessageChannel
  memberId: string | null
  /** The care contact that is carried out: it does not count against itself. */
  careId: string | null
}

/** S2-149: whether somebody may be approached so at all: consent, opt-out and how often. */
export async function mayApproach(ctx: Ctx, { purpose, channel, memberId, careId }: Approach): Promise<Decision> {
  if (purpose === 'service') return allow
  const { db, now } = ctx
  const member = memberId === null ? undefined : await findMember(db, memberId)
  const id = memberId ?? ''
  const onChannel = (await choicesOf(db, id)).find((one) => one.channel === channel)
  const consent = canApproach({
    purpose,
    channel,
    memberStatus: member?.status ?? null,
    onChannel: wordOf(onChannel),
    onMarketing: wordOf(await marketingOf(db, id)),
  })
  if (!consent.allowed) return consent
  return isWithinLimit(purpose, await careSince(db, id, now - CARE_DAYS * DAY, careId), now)
}

/** When somebody was approached since a moment: words that were sent, calls and visits that took place. */
export async function contactsSince({ db }: Ctx, memberId: string, since: Instant, careId: string | null) {
  return careSince(db, memberId, since, careId)
}

/** S2-149: what a member said about one channel; gives what was said before. */
export async function noteChoice(
  { db, now, actor, newId }: Ctx,
  { memberId, channel, given, source }: { memberId: string; channel: MessageChannel; given: boolean; source: string },
) {
  const before = (await choicesOf(db, memberId)).find((one) => one.channel === channel)
  // The last word counts, so two words are never of one moment.
  const at = Math.max(now, (before?.at ?? 0) + 1)
  await insertChoice(db, { id: newId(), memberId, channel, given: given ? 1 : 0, at, actorId: actor.id, source })
  return before
}

const wordOf = (word: { given: number; at: number } | undefined): Word | null =>
  word ? { given: word.given === 1, at: word.at } : null

/** The newest word of a member on each channel. */
export async function listChoices(db: Db, memberId: string): Promise<ChannelChoice[]> {
  const rows = await choicesOf(db, memberId)
  const newest = rows.filter((row, i) => rows.findIndex(({ channel }) => channel === row.channel) === i)
  const names = await namesOf(
    db,
    newest.map(({ actorId }) => actorId),
  )
  return newest.map(({ channel, given, at, source, actorId }) => ({
    ...{ channel, at, source },
    given: given === 1,
    actorName: names.get(actorId) ?? '',
  }))
}
