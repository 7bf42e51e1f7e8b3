import { allow, type Decision } from '../../shared/failure.ts'
import type { ChannelChoice } from '../../shared/messages/model.ts'
import type { MessageChannel, MessagePurpose } from '../../shared/messages/words.ts'
import { DAY } from '../../shared/time.ts'
import { namesOf } from '../cases/case-file.ts'
import type { Ctx } from '../engine/handler.ts'
import { CARE_DAYS, canApproach, isWithinLimit, type Word } from '../rules/message-consent.ts'
import type { Db } from '../store/types.ts'
import { careSince, choicesOf, findMember, marketingOf } from './queries.ts'

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
