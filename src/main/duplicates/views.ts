import { type FileBrief, type MergeView, SAME, type Same, type Suggestion } from '../../shared/duplicates/model.ts'
import type { MemberId } from '../../shared/ids.ts'
import { namesOf } from '../cases/case-file.ts'
import type { Ctx } from '../engine/handler.ts'
import { documentMask } from '../members/rows.ts'
import { maskValue } from '../rules/masking.ts'
import { sameScore } from '../rules/member-merge.ts'
import type { Db } from '../store/types.ts'
import { type FileRow, filesAlike, filesByIds, type MergeRecord } from './queries.ts'

/** A file as far as two are compared by it, its numbers masked. */
export function toBrief({ id, cardNo, name, tier, mobile, documentType, documentNo, birthDate }: FileRow): FileBrief {
  return {
    ...{ name, tier, birthDate },
    id: id as MemberId,
    card: cardNo,
    maskedMobile: maskValue('phone', mobile ?? ''),
    maskedDocument: maskValue(documentMask(documentType), documentNo ?? ''),
  }
}

/** What these files have in common, read from the lists of what was found. */
export function sameIn(found: readonly { id: string; same: Same }[], id: string): Same[] {
  return SAME.filter((same) => found.some((one) => one.id === id && one.same === same))
}

/** Files outside the family that look like the same person's, the surest first. */
export async function suggestionsFor(db: Db, file: FileRow, family: readonly string[]): Promise<Suggestion[]> {
  const found = (await filesAlike(db, file)).filter(({ id }) => !family.includes(id))
  const files = await filesByIds(
    db,
    found.map(({ id }) => id),
  )
  return [...files.values()]
    .map((row) => {
      const same = sameIn(found, row.id)
      return { file: toBrief(row), same, score: sameScore(same) }
    })
    .sort((a, b) => b.score - a.score || (a.file.card < b.file.card ? -1 : 1))
}

/** Merges as lists show them. */
export async function toMerges(ctx: Ctx, rows: readonly MergeRecord[]): Promise<MergeView[]> {
  const files = await filesByIds(
    ctx.db,
    rows.flatMap(({ winnerId, loserId }) => [winnerId, loserId]),
  )
  const names = await namesOf(
    ctx.db,
    rows.flatMap(({ mergedBy, undoneBy }) => [mergedBy, undoneBy]),
  )
  return rows.flatMap((row) => {
    const { id, reason, mergedAt, mergedBy, undoneAt, undoneBy, undoReason, grounds } = row
    const winner = files.get(row.winnerId)
    const loser = files.get(row.loserId)
    if (!winner || !loser) return []
    const kept: unknown = JSON.parse(grounds)
    const same = SAME.filter((one) => Array.isArray(kept) && kept.includes(one))
    return [
      {
        ...{ id, same, reason, mergedAt, undoneAt, undoReason },
        winner: toBrief(winner),
        loser: toBrief(loser),
        mergedByName: names.get(mergedBy) ?? '',
        undoneByName: undoneBy === null ? null : (names.get(undoneBy) ?? ''),
      },
    ]
  })
}
