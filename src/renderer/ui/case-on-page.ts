import { createContext, type ReactNode, useCallback, useContext, useState } from 'react'
import type { Instant } from '../../shared/time.ts'

/** What can be done with a form whose case others have changed. */
export type StaleWays = {
  /** The form holds as things stand now; not offered where it no longer can. */
  onApply: () => void
  /** The writer takes what the others did and drops the form. */
  onDrop: () => void
  /** What of the form others changed, where it began with what was recorded. */
  changed?: readonly ChangedField[]
}

/** A field of a form that somebody else changed: what it holds now, and whether the writer changed it too. */
export type ChangedField = { label: string; theirs: string; isBoth: boolean }

/** What the page of a case knows of it, for the forms that features put there. */
export type CaseOnPage = {
  /** The newest entry that the page shows. */
  lastSeq: number
  /** The newest entry that was written by that moment. */
  seqAt: (at: Instant) => number
  /** Whether somebody else wrote entries after that one. */
  hasOthers: (since: number) => boolean
  /** Who wrote what after that entry, and what can be done. */
  notice: (since: number, ways: StaleWays) => ReactNode
}

export const CaseOnPage = createContext<CaseOnPage | null>(null)

/** How a form stands to what others did to its case since it was begun. */
export type Stale = {
  /** True while what others did is not answered: the form is not to be handed in. */
  isHeld: boolean
  /** The newest entry the page shows; null where no case is shown. */
  lastSeq: number | null
  /** Says who did what, while it is not answered. */
  notice: (ways: StaleWays) => ReactNode
}

/** `since`: the newest entry its writer had before them when the form was begun; null while nothing is written. */
export function useStale(since: number | null): Stale {
  const page = useContext(CaseOnPage)
  const isHeld = page !== null && since !== null && page.hasOthers(since)
  return {
    isHeld,
    lastSeq: page?.lastSeq ?? null,
    notice: (ways) => (isHeld ? page.notice(since, ways) : null),
  }
}

type Plain = Omit<Stale, 'notice'> & {
  notice: (onDrop: () => void) => ReactNode
  /** For a field that keeps its own text: when what came back in it had been kept last. */
  onRestored: (at: Instant) => void
}

/**
 * The same for a form of which no entry is kept: it is begun when something is written, or was when its text had been
 * kept last, and begun anew by applying it.
 */
export function useStaleWhile(isWritten: boolean, restoredAt: Instant | null = null): Plain {
  const page = useContext(CaseOnPage)
  const now = page?.lastSeq ?? null
  const [told, setTold] = useState<Instant | null>(null)
  const onRestored = useCallback((at: Instant) => setTold((old) => Math.min(old ?? at, at)), [])
  const [{ since, from }, setBegun] = useState(NOT_BEGUN)
  const keptAt = restoredAt ?? told
  // A text may come back after another field of the form has its own.
  if (page !== null && isWritten && (since === null || (keptAt !== null && keptAt !== from))) {
    const seq = keptAt === null ? page.lastSeq : page.seqAt(keptAt)
    setBegun({ since: Math.min(since ?? seq, seq), from: keptAt ?? from })
  }
  if (!isWritten && since !== null) setBegun(NOT_BEGUN)
  const stale = useStale(since)
  const notice = (onDrop: () => void) =>
    stale.notice({
      onApply: () => setBegun({ since: now, from }),
      onDrop: () => {
        setTold(null)
        onDrop()
      },
    })
  return { ...stale, notice, onRestored }
}

type Begun = { since: number | null; from: Instant | null }
const NOT_BEGUN: Begun = { since: null, from: null }
