import { useEffect, useRef } from 'react'
import type { DraftKey } from '../../shared/drafts/model.ts'
import type { Instant } from '../../shared/time.ts'
import { DraftHint } from './DraftHint.tsx'
import { useKeptLines } from './use-kept-lines.ts'

/** `onRestored`: told when kept texts came back, with the moment they had been saved. */
type Props = DraftKey & { onRestored?: (at: Instant) => void }

/**
 * Stands in a form and keeps all its one-line texts under one name while they are typed; says when an earlier writing
 * came back. Secrets, lists, days and figures are left out by what they are.
 */
export function KeepLines({ kind, subject, onRestored }: Props) {
  const mark = useRef<HTMLDivElement>(null)
  const draft = useKeptLines({ kind, subject }, mark)
  const { restoredAt } = draft
  useEffect(() => {
    if (restoredAt !== null) onRestored?.(restoredAt)
  }, [restoredAt, onRestored])
  const isShown = restoredAt !== null || draft.saving === 'failed'
  return (
    <div ref={mark} hidden={!isShown} style={{ gridColumn: '1 / -1' }}>
      {isShown && <DraftHint draft={draft} />}
    </div>
  )
}
