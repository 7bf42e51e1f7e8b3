import { found } from '../../shared/failure.ts'
import type { CaseId, UserId } from '../../shared/ids.ts'
import { placeOf } from '../../shared/notices/places.ts'
import { quietBecause } from '../../shared/notices/rules.ts'
import { dueCounts, SOON } from '../../shared/notices/tray.ts'
import { QUIET_REASONS } from '../../shared/notices/words.ts'
import { DESK_ZONE } from '../../shared/time.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { minuteAt } from '../rules/zone.ts'
import { readPersonal } from '../settings/personal.ts'
import { findUserById } from '../users/queries.ts'
import {
  countUnread,
  insertNotices,
  knownSources,
  listNotices,
  type NoticeRecord,
  numbersOf,
  ownDueAts,
  readAll,
} from './queries.ts'
import { type Candidate, candidatesFor } from './sources.ts'

/** Notifications outside the window: each person's own rules decide what is shown and what stays quiet. */
export const notices: FeatureHandlers<'notices'> = {
  waiting: async (ctx, { userId }) => {
    const { db, now } = ctx
    const rules = (await readPersonal(db, userId)).notices
    return {
      ...dueCounts(await ownDueAts(db, userId, now + SOON), now),
      fresh: (await freshFor(ctx, userId)).length,
      unread: await countUnread(db, userId),
      showsCount: rules.showsCount,
    }
  },

  take: async (ctx, { userId }) => {
    const { db, now } = ctx
    const rules = (await readPersonal(db, userId)).notices
    const minute = minuteAt(DESK_ZONE, now)
    const rows = (await freshFor(ctx, userId)).map(({ isMine, kind, ...one }): NoticeRecord => {
      const why = quietBecause({ kind, isMine }, rules, minute)
      const { source, caseId, at } = one
      const verdict = why === null ? 'shown' : 'quiet'
      return { id: ctx.newId(), userId, kind, source, caseId, at, verdict, why: why ?? '', readAt: null }
    })
    await insertNotices(db, rows)
    const shown = rows.filter(({ verdict }) => verdict === 'shown')
    const numbers = await numbersOf(
      db,
      shown.flatMap(({ caseId }) => caseId ?? []),
    )
    ctx.note({ shown: shown.length, quiet: rows.length - shown.length })
    return {
      show: shown.map(({ id, kind, source, caseId }) => ({
        ...{ id, kind, place: placeOf(kind, source, caseId) },
        caseNumber: caseId === null ? null : (numbers.get(caseId) ?? null),
      })),
      onlyAway: rules.onlyAway,
      unread: rules.showsCount ? await countUnread(db, userId) : 0,
    }
  },

  list: async ({ db, actor }, { limit }) =>
    (await listNotices(db, actor.id, limit)).map(({ id, kind, source, caseId, caseNumber, at, why, readAt }) => ({
      ...{ id, kind, caseNumber, at, readAt, place: placeOf(kind, source, caseId) },
      caseId: caseId as CaseId | null,
      quiet: QUIET_REASONS.find((one) => one === why) ?? null,
    })),

  read: async (ctx) => ({ read: await readAll(ctx.db, ctx.actor.id, ctx.now) }),
}

/** What a person has not been told yet. */
async function freshFor({ db, now }: Ctx, userId: UserId): Promise<Candidate[]> {
  const { id, role } = found(await findUserById(db, userId), 'user')
  if (role === 'admin') return []
  const all = await candidatesFor(db, { id, role }, now)
  const known = await knownSources(
    db,
    id,
    all.map(({ source }) => source),
  )
  return all.filter(({ source }, i) => !known.has(source) && all.findIndex((one) => one.source === source) === i)
}
