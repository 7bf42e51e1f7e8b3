import { Button } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../i18n/use-t.ts'
import { CasePanel } from '../ui/CasePanel.tsx'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import record from '../ui/record.module.css'
import type { CasePanelProps } from '../ui/slots.ts'
import { useQuery } from '../use-query.ts'
import { OpenDialog } from './parts/OpenDialog.tsx'
import { TripLines } from './parts/TripLines.tsx'

/** The trips that came of an enquiry; other kinds of case start none. */
export function CaseTrips({ caseId, kind }: CasePanelProps) {
  return kind === 'enquiry' ? <Trips caseId={caseId} /> : null
}

function Trips({ caseId }: Pick<CasePanelProps, 'caseId'>) {
  const t = useT('trips')
  const [isOpening, setOpening] = useState(false)
  const options = { topics: ['trips' as const, 'cases' as const], clearOnChange: true }
  const { data = [], failure, reload } = useQuery('trips.of', { caseId }, options)
  const { data: matter } = useQuery('cases.show', { id: caseId }, { enabled: isOpening, clearOnChange: true })
  const open = data.filter(({ state }) => state === 'open').length
  return (
    <CasePanel
      title={t('panel.title')}
      summary={data.length === 0 ? t('panel.none') : t('panel.summary', { open, count: data.length })}
      isEmpty={data.length === 0}
      actions={
        <Button size="compact-sm" variant="default" onClick={() => setOpening(true)}>
          {t('panel.start')}
        </Button>
      }
    >
      <FailureAlert failure={failure} onRetry={reload} />
      <TripLines trips={data} />
      {isOpening && matter && matter.memberId === null && <div className={record.faint}>{t('panel.noMember')}</div>}
      {isOpening && matter && matter.memberId !== null && (
        <OpenDialog
          memberId={matter.memberId}
          caseId={caseId}
          title={matter.title.slice(0, 120)}
          onClose={() => setOpening(false)}
        />
      )}
    </CasePanel>
  )
}
