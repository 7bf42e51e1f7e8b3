import { useT } from '../i18n/use-t.ts'
import { CasePanel } from '../ui/CasePanel.tsx'
import { Facts } from '../ui/DetailPanel.tsx'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import type { CasePanelProps } from '../ui/slots.ts'
import { useName } from '../ui/use-name.ts'
import { useQuery } from '../use-query.ts'
import { valueText } from './value-text.ts'

/** S1-06 S2-131: how long one case waited for its first feedback, took in all, and stood in each stage. */
export function TimesPanel({ caseId, lastSeq, kind }: CasePanelProps) {
  const t = useT('reports')
  const nameOf = useName()
  const { data, failure, reload } = useQuery(
    'reports.ofCase',
    { caseId },
    { clearOnChange: true, version: lastSeq, enabled: kind === 'complaint' },
  )
  if (kind !== 'complaint') return null
  const { firstFeedbackMs = null, handlingMs = null, closureMs = null, stages = [] } = data ?? {}
  return (
    <CasePanel
      title={t('case.title')}
      summary={
        firstFeedbackMs === null
          ? t('case.none')
          : `${t('case.firstFeedback')} ${valueText(firstFeedbackMs, 'ms')} · ${t('case.handling')} ${valueText(handlingMs, 'ms')}`
      }
      isEmpty
    >
      <FailureAlert failure={failure} onRetry={reload} />
      <Facts
        columns={3}
        facts={[
          { label: t('case.firstFeedback'), value: valueText(firstFeedbackMs, 'ms') },
          { label: t('case.handling'), value: valueText(handlingMs, 'ms') },
          { label: t('case.closure'), value: valueText(closureMs, 'ms') },
          ...stages.map(({ name, ms, isRunning }) => ({
            label: nameOf(name),
            value: isRunning ? `${valueText(ms, 'ms')} (${t('case.running')})` : valueText(ms, 'ms'),
          })),
        ]}
      />
    </CasePanel>
  )
}
