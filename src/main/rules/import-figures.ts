import type { FieldChange } from '../../shared/imports/model.ts'
import type { MemberDraft } from './member-fields.ts'

/** What was flown, spent and earned in one month; money in fen (S3-35, S3-36). */
export type Figures = {
  distanceKm: number
  segments: number
  spendFen: number
  partnerSpendFen: number
  points: number
}

const NAMES = [
  'distanceKm',
  'segments',
  'spendFen',
  'partnerSpendFen',
  'points',
] as const satisfies readonly (keyof Figures)[]
const NOTHING: Figures = { distanceKm: 0, segments: 0, spendFen: 0, partnerSpendFen: 0, points: 0 }

/** True when a row says anything that belongs to a month. */
export function hasFigures(draft: MemberDraft): boolean {
  return NAMES.some((name) => draft[name] !== undefined)
}

/** A month's figures with what a row says in place of what was there; a figure that the row does not name stays. */
export function mergeFigures(
  stored: Figures | undefined,
  draft: MemberDraft,
  period: string,
): { figures: Figures; changes: FieldChange[] } {
  const figures = { ...(stored ?? NOTHING) }
  const changes: FieldChange[] = []
  for (const name of NAMES) {
    const after = draft[name]
    if (after === undefined || (stored && stored[name] === after)) continue
    changes.push({ field: name, period, before: stored ? stored[name] : null, after })
    figures[name] = after
  }
  return { figures, changes }
}
