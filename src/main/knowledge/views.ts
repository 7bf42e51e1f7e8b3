import { z } from 'zod'
import { type ArticleRow, type ArticleView, articleStep, articleTier } from '../../shared/knowledge/model.ts'
import { DESK_ZONE } from '../../shared/time.ts'
import { namesOf } from '../cases/case-file.ts'
import type { Ctx } from '../engine/handler.ts'
import { standingOf } from '../rules/knowledge.ts'
import { dayAt } from '../rules/zone.ts'
import type { Db } from '../store/types.ts'
import { type ArticleRecord, publishedOf, talliesOf } from './queries.ts'

const steps = z.array(articleStep)
const channels = z.array(z.string())
const NO_TALLY = { uses: 0, helped: 0, unhelped: 0, thanks: 0 }

/** Today at the desk. */
export const todayOf = (ctx: Pick<Ctx, 'now'>) => dayAt(DESK_ZONE, ctx.now)

/** Versions as they are shown, in the order given. */
export async function toViews(ctx: Pick<Ctx, 'db' | 'now'>, records: readonly ArticleRecord[]): Promise<ArticleView[]> {
  const { db } = ctx
  const codes = records.map(({ code }) => code)
  const published = Map.groupBy(await publishedOf(db, codes), ({ code }) => code)
  const tallies = await talliesOf(db, codes)
  const names = await peopleOf(db, records)
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? ''))
  const today = todayOf(ctx)
  return records.map((record) => {
    const { code: _, ...tally } = tallies.get(record.code) ?? { code: '', ...NO_TALLY }
    return {
      ...plainOf(record),
      standing: standingOf(record, published.get(record.code) ?? [], today),
      tally,
      authorName: nameOf(record.authorId),
      reviewedByName: nameOf(record.reviewedBy),
      withdrawnByName: nameOf(record.withdrawnBy),
    }
  })
}

function plainOf(record: ArticleRecord) {
  const { id, code, version, kind, state, keywords, category, company, validFrom, validUntil } = record
  const { changeNote, authorId, updatedAt, reviewedAt, reviewNote, withdrawnAt, withdrawReason } = record
  return {
    ...{ id, code, version, kind, state, keywords, category, company, validFrom, validUntil },
    ...{ changeNote, authorId, updatedAt, reviewedAt, reviewNote, withdrawnAt, withdrawReason },
    title: { zh: record.titleZh, en: record.titleEn },
    body: { zh: record.bodyZh, en: record.bodyEn },
    steps: steps.parse(JSON.parse(record.steps)),
    channels: channels.parse(JSON.parse(record.channels)),
    tier: articleTier.parse(record.tier),
    isShipped: authorId === null,
  }
}

async function peopleOf(db: Db, records: readonly ArticleRecord[]) {
  return namesOf(
    db,
    records.flatMap(({ authorId, reviewedBy, withdrawnBy }) => [authorId, reviewedBy, withdrawnBy]),
  )
}

/** The part of a view that a list shows. */
export function toRow(view: ArticleView): ArticleRow {
  const { id, code, version, kind, state, standing, title, category, tier, company } = view
  const { validFrom, validUntil, isShipped, authorName, updatedAt, tally } = view
  return {
    ...{ id, code, version, kind, state, standing, title, category, tier, company },
    ...{ validFrom, validUntil, isShipped, authorName, updatedAt, tally },
  }
}
