import type { Instant } from '../../shared/time.ts'
import type { ImportedCourse, ImportedEntry } from './import-case.ts'
import { isSame } from './policy-diff.ts'

/** An entry that an earlier import of the same case brought. */
export type KnownEntry = { at: Instant; toState: string | null; data: Readonly<Record<string, unknown>> }

/** How the case stands here by now. */
export type StandingHere = {
  /** Where it began. */
  start: string
  state: string
  receivedAt: Instant
  /** The last thing that its log holds, whoever wrote it. */
  lastAt: Instant
}

/** A row that does not go on from what is known: its field, the sentence and what the sentence names. */
export type LaterFault = {
  row: number
  field: string
  reason: 'already-imported' | 'before-imported' | 'handled-here'
}

export type Later = { ok: true; entries: ImportedEntry[] } | { ok: false; faults: LaterFault[] }

/** What the desk added to an entry when it took it in, not what the file said. */
const OWN = new Set(['row', 'importId'])

const said = (data: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(data).filter(([key]) => !OWN.has(key)))

/**
 * S5-64: what a later, longer log of a case adds to what is known of it. What is known must stand in it unchanged; what
 * is newer comes after all of it. A log that says otherwise is refused at its first row that does; a shorter one adds
 * nothing.
 */
export function laterEntries(known: readonly KnownEntry[], course: ImportedCourse, here: StandingHere): Later {
  const { entries } = course
  const broken = entries.findIndex((entry, i) => {
    const old = known[i]
    return old !== undefined && !isAgain(entry, old)
  })
  const [first] = entries
  const wrong = entries[broken]
  if (wrong) {
    const isKnown = known.some(({ at }) => at === wrong.at)
    return isKnown ? refused(wrong, 'id', 'already-imported') : refused(wrong, 'eventAt', 'before-imported')
  }
  if (first && course.receivedAt !== here.receivedAt) return refused(first, 'receivedAt', 'already-imported')
  const later = entries.slice(known.length)
  const [next] = later
  if (!next) return { ok: true, entries: [] }
  const state = known.findLast(({ toState }) => toState !== null)?.toState ?? here.start
  const isWorkedOn = here.state !== state || next.at < here.lastAt
  return isWorkedOn ? refused(next, 'id', 'handled-here') : { ok: true, entries: later }
}

const isAgain = ({ at, toState, data }: ImportedEntry, old: KnownEntry) =>
  at === old.at && (toState ?? null) === old.toState && isSame(said(data), said(old.data))

const refused = ({ data }: ImportedEntry, field: string, reason: LaterFault['reason']): Later => ({
  ok: false,
  faults: [{ row: data.row, field, reason }],
})
