import { Button } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../i18n/use-t.ts'
import { CasePanel } from '../ui/CasePanel.tsx'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import styles from '../ui/record.module.css'
import type { CasePanelProps } from '../ui/slots.ts'
import { useQuery } from '../use-query.ts'
import { CareItem } from './care/CareItem.tsx'
import { PlanForm } from './care/PlanForm.tsx'

/** S2-145..151: how the customer of a case is cared for, and what it did. */
export function CarePanel({ caseId }: CasePanelProps) {
  const t = useT('care')
  const [isPlanning, setPlanning] = useState(false)
  const query = useQuery('care.of', { caseId }, { topics: ['messages'], clearOnChange: true })
  const rows = query.data ?? []
  const open = rows.filter(({ state }) => state === 'planned').length
  return (
    <CasePanel
      title={t('panel')}
      summary={rows.length === 0 ? t('none') : t('count', { count: rows.length, open })}
      isEmpty={rows.length === 0}
    >
      <FailureAlert failure={query.failure} onRetry={query.reload} />
      <ul className={styles.list}>
        {rows.map((row) => (
          <li key={row.id}>
            <CareItem row={row} />
          </li>
        ))}
      </ul>
      {isPlanning ? (
        <PlanForm about={{ caseId }} onDone={() => setPlanning(false)} />
      ) : (
        <div className={styles.actions}>
          <Button size="compact-sm" variant="default" onClick={() => setPlanning(true)}>
            {t('plan.open')}
          </Button>
        </div>
      )}
    </CasePanel>
  )
}
