import { found, refuse } from '../../shared/failure.ts'
import type { MemberId } from '../../shared/ids.ts'
import { DAY, DESK_ZONE } from '../../shared/time.ts'
import { familyOf } from '../duplicates/links.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { proposeTypes } from '../rules/customer-type.ts'
import { timelinessOf } from '../rules/wish.ts'
import { momentOf } from '../rules/zone.ts'
import { factsOf } from './facts.ts'
import {
  callMember,
  endSame,
  findSource,
  findTag,
  insertSource,
  listSources,
  markSeen,
  memberExists,
  passedBetween,
  saveOrigin,
  saveType,
  updateTag,
} from './queries.ts'
import { importQuestionnaires } from './questionnaires.ts'
import { mustBeOpen, putTags, saidAtOf } from './record.ts'
import { toOrigin, toSources, toTags, wishFileOf } from './views.ts'

export const wishes: FeatureHandlers<'wishes'> = {
  importQuestionnaires,

  of: async (ctx, { memberId }) => {
    const family = await familyAs(ctx, memberId)
    return wishFileOf(ctx, family, await factsOf(ctx.db, family, ctx.now))
  },

  record: async (ctx, { memberId, stage, saidAt, tags }) => {
    await mustBeOpen(ctx, memberId)
    const said = { source: 'agent', sourceId: null, stage, saidAt: saidAtOf(ctx, saidAt) } as const
    return toTags(ctx, await putTags(ctx, memberId, tags, said))
  },

  interview: async (ctx, { memberId, callId, stage, saidAt, tags, origin, note }) => {
    await mustBeOpen(ctx, memberId)
    if (tags.length === 0 && origin === null && note === '') refuse('wish-nothing-said')
    if (callId !== null) {
      const call = found(await callMember(ctx.db, callId), 'call')
      if (call.memberId !== null && !(await familyOf(ctx.db, memberId)).includes(call.memberId))
        refuse('wish-call-of-another')
    }
    const id = ctx.newId()
    await insertSource(ctx.db, {
      ...{ id, kind: 'interview', at: ctx.now, actorId: ctx.actor.id, memberId, callId, stage, note },
      ...{ fileName: null, fileSha256: null, read: 1, recorded: tags.length, rejected: 0 },
    })
    await putTags(ctx, memberId, tags, { source: 'interview', sourceId: id, stage, saidAt: saidAtOf(ctx, saidAt) })
    if (origin !== null)
      await saveOrigin(ctx.db, { ...origin, memberId, recordedAt: ctx.now, recordedBy: ctx.actor.id })
    const [view] = await toSources(ctx, [found(await findSource(ctx.db, id), 'wishSource')])
    return found(view, 'wishSource')
  },

  sources: async (ctx, { kind, before, limit }) => {
    const rows = await listSources(ctx.db, kind, before, limit + 1)
    const shown = rows.slice(0, limit)
    const last = shown.at(-1)
    return {
      rows: await toSources(ctx, shown),
      next: rows.length > limit && last ? { at: last.at, id: last.id } : null,
    }
  },

  retire: async (ctx, { id }) => {
    const tag = found(await findTag(ctx.db, id), 'wish')
    ctx.subject({ memberId: tag.memberId as MemberId })
    if (tag.endedAt !== null) refuse('wish-ended')
    await updateTag(ctx.db, id, { endedAt: ctx.now, endedBy: ctx.actor.id })
    const [view] = await toTags(ctx, [found(await findTag(ctx.db, id), 'wish')])
    return found(view, 'wish')
  },

  reinstate: async (ctx, { id }) => {
    const tag = found(await findTag(ctx.db, id), 'wish')
    await mustBeOpen(ctx, tag.memberId as MemberId)
    if (tag.endedAt !== null) {
      // One word holds of each kind: what was said anew since gives way to what is taken back into use.
      await endSame(ctx.db, tag, { endedAt: ctx.now, endedBy: ctx.actor.id })
      await updateTag(ctx.db, id, { endedAt: null, endedBy: null })
    }
    const [view] = await toTags(ctx, [found(await findTag(ctx.db, id), 'wish')])
    return found(view, 'wish')
  },

  seen: async (ctx, { memberId }) => {
    const family = await familyAs(ctx, memberId)
    return { seen: await markSeen(ctx.db, family, { seenAt: ctx.now, seenBy: ctx.actor.id }) }
  },

  setOrigin: async (ctx, { memberId, channel, campaign }) => {
    await mustBeOpen(ctx, memberId)
    const row = { memberId, channel, campaign, recordedAt: ctx.now, recordedBy: ctx.actor.id }
    await saveOrigin(ctx.db, row)
    return toOrigin(ctx, row)
  },

  decideType: async (ctx, { memberId, type, isConfirmed }) => {
    const family = await familyAs(ctx, memberId)
    const facts = await factsOf(ctx.db, family, ctx.now)
    const grounds = proposeTypes(facts.type).find((one) => one.type === type)?.grounds ?? []
    await saveType(ctx.db, {
      ...{ memberId: family[0] ?? memberId, type, isConfirmed: isConfirmed ? 1 : 0 },
      ...{ grounds: JSON.stringify(grounds), decidedAt: ctx.now, decidedBy: ctx.actor.id },
    })
    return null
  },

  timeliness: async (ctx, { from, to }) => {
    const rows = await passedBetween(ctx.db, momentOf(DESK_ZONE, from, 0), momentOf(DESK_ZONE, to, 0) + DAY)
    return timelinessOf(rows, ctx.now)
  },
}

/** All files of the person, named as the subject of the call. */
async function familyAs(ctx: Ctx, memberId: MemberId): Promise<string[]> {
  if (!(await memberExists(ctx.db, memberId))) found(null, 'member')
  ctx.subject({ memberId })
  return familyOf(ctx.db, memberId)
}
