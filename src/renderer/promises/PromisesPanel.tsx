import { useT } from '../i18n/use-t.ts'
import { CasePanel } from '../ui/CasePanel.tsx'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import type { CasePanelProps } from '../ui/slots.ts'
import { useQuery } from '../use-query.ts'
import { Promised } from './Promised.tsx'

/** What was promised to the customer of a case, each promise with its own clock. */
export function PromisesPanel({ caseId, isOpen }: CasePanelProps) {
  const t = useT('promises')
  const query = useQuery('promises.of', { caseId }, { topics: ['cases'], clearOnChange: true })
  const all = query.data ?? []
  const standing = all.filter(({ settledAt }) => settledAt === null).length
  return (
    <CasePanel
      title={t('title')}
      summary={all.length === 0 ? t('none') : t('count', { standing, count: all.length })}
      isEmpty={all.length === 0}
    >
      <FailureAlert failure={query.failure} onRetry={query.reload} />
      <Promised about={{ caseId }} all={all} canMake={isOpen} />
    </CasePanel>
  )
}
