import { useT } from '../i18n/use-t.ts'
import { CasePanel } from '../ui/CasePanel.tsx'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import type { CasePanelProps } from '../ui/slots.ts'
import { useName } from '../ui/use-name.ts'
import { useQuery } from '../use-query.ts'
import styles from './classes.module.css'

/** S5-43 S5-44: what to do in such a matter, step by step, while the case is open. */
export function GuidePanel({ caseId, isOpen }: CasePanelProps) {
  const t = useT('classes')
  const nameOf = useName()
  const query = useQuery('classes.ofCase', { caseId }, { topics: ['classes'], clearOnChange: true })
  const steps = query.data?.guide ?? []
  if (!isOpen || (query.data && steps.length === 0)) return null
  return (
    <CasePanel title={t('guide.panel')} summary={t('steps', { count: steps.length })} isEmpty={steps.length === 0}>
      <FailureAlert failure={query.failure} onRetry={query.reload} />
      <ol className={styles.steps}>
        {steps.map((step) => (
          <li key={step.zh}>{nameOf(step)}</li>
        ))}
      </ol>
    </CasePanel>
  )
}
