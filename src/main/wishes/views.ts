import type { CallId, MemberId } from '../../shared/ids.ts'
import {
  type CustomerTypeView,
  type Origin,
  typeGround,
  type WishFile,
  type WishSourceView,
  type WishTag,
} from '../../shared/wishes/model.ts'
import { CUSTOMER_TYPES, ORIGIN_CHANNELS, WISH_TOPICS } from '../../shared/wishes/words.ts'
import { namesOf } from '../cases/case-file.ts'
import type { Ctx } from '../engine/handler.ts'
import { proposeTypes } from '../rules/customer-type.ts'
import type { Row } from '../store/types.ts'
import type { MemberFacts } from './facts.ts'
import { originsOf, type SourceLine, tagsOf, typesOf, type WishRecord } from './queries.ts'

/** Tags as they are shown. */
export async function toTags(ctx: Ctx, rows: readonly WishRecord[]): Promise<WishTag[]> {
  const names = await namesOf(
    ctx.db,
    rows.map(({ recordedBy }) => recordedBy),
  )
  return rows.map((row) => {
    const { id, value, note, source, stage, saidAt, recordedAt, recordedBy, seenAt, endedAt } = row
    return {
      ...{ id, value, note, source, stage, saidAt, recordedAt, seenAt, endedAt },
      memberId: row.memberId as MemberId,
      topic: WISH_TOPICS.find((topic) => topic === row.topic) ?? 'other',
      recordedByName: names.get(recordedBy) ?? '',
    }
  })
}

/** Everything that is kept of a person's wishes, with the types the figures propose. */
export async function wishFileOf(ctx: Ctx, family: readonly string[], facts: MemberFacts): Promise<WishFile> {
  const tags = await toTags(ctx, await tagsOf(ctx.db, family))
  return {
    tags: tags.filter(({ endedAt }) => endedAt === null),
    past: tags.filter(({ endedAt }) => endedAt !== null),
    origin: await originOf(ctx, family),
    types: await typesFor(ctx, family, facts),
    habits: facts.habits,
  }
}

/** Where a person came from: what stands in the file that counts, else in the oldest of the others. */
export async function originOf(ctx: Ctx, family: readonly string[]): Promise<Origin | null> {
  const rows = await originsOf(ctx.db, family)
  const [oldest] = [...rows].sort((a, b) => a.recordedAt - b.recordedAt)
  const row = rows.find(({ memberId }) => memberId === family[0]) ?? oldest
  return row === undefined ? null : toOrigin(ctx, row)
}

export async function toOrigin(ctx: Ctx, row: Row<'memberOrigins'>): Promise<Origin> {
  const names = await namesOf(ctx.db, [row.recordedBy])
  return {
    channel: ORIGIN_CHANNELS.find((channel) => channel === row.channel) ?? 'other',
    campaign: row.campaign,
    recordedAt: row.recordedAt,
    recordedByName: names.get(row.recordedBy) ?? '',
  }
}

/** S4-74: each kind of customer that is proposed or was decided on, with its grounds. */
export async function typesFor(ctx: Ctx, family: readonly string[], facts: MemberFacts): Promise<CustomerTypeView[]> {
  const decided = await typesOf(ctx.db, family[0] ?? '')
  const proposed = new Map(proposeTypes(facts.type).map(({ type, grounds }) => [type, grounds]))
  const names = await namesOf(
    ctx.db,
    decided.map(({ decidedBy }) => decidedBy),
  )
  return CUSTOMER_TYPES.flatMap((type) => {
    const word = decided.find((row) => row.type === type)
    const grounds = proposed.get(type)
    if (!word && !grounds) return []
    return [
      {
        type,
        isProposed: grounds !== undefined,
        grounds: grounds ?? typeGround.array().parse(JSON.parse(word?.grounds ?? '[]')),
        isConfirmed: word ? word.isConfirmed === 1 : null,
        decidedAt: word?.decidedAt ?? null,
        decidedByName: word ? (names.get(word.decidedBy) ?? '') : null,
      },
    ]
  })
}

export async function toSources(ctx: Ctx, rows: readonly SourceLine[]): Promise<WishSourceView[]> {
  const names = await namesOf(
    ctx.db,
    rows.map(({ actorId }) => actorId),
  )
  return rows.map(({ actorId, fileSha256: _, ...row }) => ({
    ...row,
    memberId: row.memberId as MemberId | null,
    callId: row.callId as CallId | null,
    byName: names.get(actorId) ?? '',
  }))
}
