import { useRef } from 'react'
import type { DraftKey } from '../../shared/drafts/model.ts'
import { DraftHint } from './DraftHint.tsx'
import { useKeptLines } from './use-kept-lines.ts'

/**
 * Stands in a form and keeps all its one-line texts under one name while they are typed; says when an earlier writing
 * came back. Secrets, lists, days and figures are left out by what they are.
 */
export function KeepLines({ kind, subject }: DraftKey) {
  const mark = useRef<HTMLDivElement>(null)
  const draft = useKeptLines({ kind, subject }, mark)
  const isShown = draft.restoredAt !== null || draft.saving === 'failed'
  return (
    <div ref={mark} hidden={!isShown} style={{ gridColumn: '1 / -1' }}>
      {isShown && <DraftHint draft={draft} />}
    </div>
  )
}
