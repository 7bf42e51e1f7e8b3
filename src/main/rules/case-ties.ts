import type { TIES } from '../../shared/cases/views.ts'

/** What ties two cases: put together by a person, one merged into the other, one split off the other. */
export type Tie = (typeof TIES)[number]

type Entry = { kind: string; data: string }
type LinkData = {
  caseId?: string
  isMerged?: boolean
  isUnmerged?: boolean
  isSplit?: boolean
  isSplitFrom?: boolean
  isTakenBack?: boolean
}

/** S1-48: the cases that a log ties its own to, as they stand after its last entry; each end keeps the tie in its log. */
export function tiesIn(log: readonly Entry[]): Map<string, Tie> {
  const ties = new Map<string, Tie>()
  for (const { kind, data } of log) {
    if (kind !== 'linked') continue
    const entry = JSON.parse(data) as LinkData
    if (entry.caseId === undefined) continue
    if (entry.isUnmerged === true || entry.isTakenBack === true) ties.delete(entry.caseId)
    else ties.set(entry.caseId, tieOf(entry))
  }
  return ties
}

function tieOf({ isMerged, isSplit, isSplitFrom }: LinkData): Tie {
  if (isMerged === true) return 'merged'
  return isSplit === true || isSplitFrom === true ? 'split' : 'linked'
}
