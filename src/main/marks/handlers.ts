import type { CaseId } from '../../shared/ids.ts'
import { GONE_AFTER } from '../../shared/marks/contract.ts'
import { casesByIds, namesOf, openRow, scopeOf } from '../cases/case-file.ts'
import { readable } from '../cases/in-scope.ts'
import type { FeatureHandlers } from '../engine/handler.ts'
import { maskNumbersIn } from '../rules/masked-text.ts'
import { changedByOthers, mentionsOf, newMentionsIn, readsOf } from './mark-store.ts'
import { endOpening, openingsOf, startOpening } from './opening-store.ts'
import { forgetWindow, rememberWindow } from './presence.ts'

export const marks: FeatureHandlers<'marks'> = {
  of: async (ctx, { ids, window }) => {
    const { db, actor, now } = ctx
    if (ids.length === 0) return []
    const own = await db.selectFrom('cases').select(['id', 'ownerId']).where('id', 'in', ids).execute()
    const reads = new Set(await readsOf(db, actor.id, ids))
    const changed = new Set(await changedByOthers(db, actor.id, [...reads]))
    const named = new Set(await newMentionsIn(db, actor.id, ids))
    const openings = await openingsOf(db, ids, now - GONE_AFTER)
    const names = await namesOf(
      db,
      openings.map(({ userId }) => userId),
    )
    const openBy = (id: string) =>
      openings.filter((one) => one.caseId === id && one.window !== window).map(({ userId }) => names.get(userId) ?? '')
    return own
      .map(({ id, ownerId }) => ({
        id: id as CaseId,
        isUnread: changed.has(id) || (ownerId === actor.id && !reads.has(id)),
        isMentioned: named.has(id),
        openBy: [...new Set(openBy(id))],
      }))
      .filter((mark) => mark.isUnread || mark.isMentioned || mark.openBy.length > 0)
  },

  mentions: async (ctx, { onlyNew, limit }) => {
    const { db, actor } = ctx
    const rows = await mentionsOf(db, actor.id, onlyNew, limit)
    const names = await namesOf(
      db,
      rows.map(({ byId }) => byId),
    )
    const scope = scopeOf(ctx)
    const cases = await casesByIds(
      db,
      rows.map(({ caseId }) => caseId),
    )
    const byId = new Map((await readable(db, scope, cases)).map((row) => [row.id, row]))
    return rows.flatMap(({ caseId, at, byId: author, seenAt, data }) => {
      const row = byId.get(caseId)
      if (!row) return []
      const { text = '' }: { text?: string } = JSON.parse(data)
      return [
        {
          caseId: caseId as CaseId,
          number: row.number,
          caseTitle: row.title,
          at,
          byName: names.get(author) ?? '',
          text: maskNumbersIn(text),
          isSeen: seenAt !== null,
        },
      ]
    })
  },

  enter: async (ctx, { caseId, window }) => {
    await openRow(ctx, caseId)
    await startOpening(ctx.db, { window, caseId, userId: ctx.actor.id, openedAt: ctx.now, beatAt: ctx.now })
    rememberWindow(ctx.desk, window)
    return null
  },

  leave: async (ctx, { window }) => {
    await endOpening(ctx.db, window, ctx.actor.id)
    forgetWindow(ctx.desk, window)
    return null
  },

  others: async (ctx, { caseId, window }) => {
    const rows = (await openingsOf(ctx.db, [caseId], ctx.now - GONE_AFTER)).filter((one) => one.window !== window)
    const names = await namesOf(
      ctx.db,
      rows.map(({ userId }) => userId),
    )
    return rows.map(({ userId, openedAt }) => ({
      name: names.get(userId) ?? '',
      isMe: userId === ctx.actor.id,
      since: openedAt,
    }))
  },
}
