import { type ReactNode, useMemo } from 'react'
import type { CaseView } from '../../../shared/cases/views.ts'
import { useSession } from '../../session/store.ts'
import { CaseOnPage } from '../../ui/case-on-page.ts'
import { ByOthers } from './ByOthers.tsx'
import { byOthers } from './use-meanwhile.ts'

/** Tells the forms that features put on the page of a case what others do to it. */
export function OnPage({ view, children }: { view: CaseView; children: ReactNode }) {
  const me = useSession((session) => session.user?.id)
  const page = useMemo<CaseOnPage>(
    () => ({
      lastSeq: view.lastSeq,
      seqAt: (at) => Math.max(1, ...view.events.map(({ seq, recordedAt }) => (recordedAt <= at ? (seq ?? 1) : 1))),
      hasOthers: (since) => byOthers(view, since, me).length > 0,
      notice: (since, { onApply, onDrop, changed }) => (
        <ByOthers
          isInPanel
          view={view}
          meanwhile={{ others: byOthers(view, since, me) }}
          changed={changed}
          onApply={onApply}
          onDrop={onDrop}
        />
      ),
    }),
    [view, me],
  )
  return <CaseOnPage value={page}>{children}</CaseOnPage>
}
