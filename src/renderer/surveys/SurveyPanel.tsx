import { Button } from '@mantine/core'
import { useT } from '../i18n/use-t.ts'
import { StateBadge } from '../ui/badges.tsx'
import { CasePanel } from '../ui/CasePanel.tsx'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import type { CasePanelProps } from '../ui/slots.ts'
import { useCommand } from '../use-command.ts'
import { useQuery } from '../use-query.ts'
import { DecideForm } from './parts/DecideForm.tsx'
import { Given } from './parts/Given.tsx'
import { Interview } from './parts/Interview.tsx'
import { Measures } from './parts/Measures.tsx'
import styles from './parts/surveys.module.css'
import { useSummary } from './summary.ts'

/** What the customer says about a case: the interview, every answer of every round, and what was decided (S1-51, S5-54). */
export function SurveyPanel({ caseId, lastSeq, isOpen }: CasePanelProps) {
  const t = useT('surveys')
  const summaryOf = useSummary()
  const query = useQuery(
    'surveys.ofCase',
    { caseId },
    { topics: ['cases', 'policies'], clearOnChange: true, version: lastSeq },
  )
  const invite = useCommand('surveys.invite')
  const { invitations = [], answers = [], accepted = null, mayAsk = false } = query.data ?? {}
  const open = invitations.filter(({ state }) => state === 'open')
  const isWaiting = answers.some(({ isPoor, decision }) => isPoor && decision === null)
  const [newest] = answers
  const ask = (isUnasked: boolean) =>
    void invite.run({ about: { kind: 'case', caseId }, channel: isUnasked ? 'other' : 'phone', isUnasked })
  return (
    <CasePanel
      title={t('panel')}
      summary={
        <>
          {newest ? summaryOf(newest) : t('none')} {isWaiting && <StateBadge tone="bad" label={t('waiting')} />}
        </>
      }
      isEmpty={open.length === 0 && !isWaiting}
      actions={
        <>
          {mayAsk && open.length === 0 && (
            <Button size="compact-xs" loading={invite.isBusy} onClick={() => ask(false)}>
              {t('begin')}
            </Button>
          )}
          {open.length === 0 && (
            <Button size="compact-xs" variant="subtle" loading={invite.isBusy} onClick={() => ask(true)}>
              {t('unasked')}
            </Button>
          )}
        </>
      }
    >
      <FailureAlert failure={query.failure} onRetry={query.reload} />
      {open.map((invitation) => (
        <Interview key={invitation.id} invitation={invitation} lastSeq={lastSeq} />
      ))}
      {answers.map((answer) => (
        <div key={answer.id} className={styles.answer}>
          <Given answer={answer} />
          {answer.isPoor && answer.decision === null && <DecideForm answer={answer} />}
        </div>
      ))}
      <Measures caseId={caseId} lastSeq={lastSeq} accepted={accepted} isOpen={isOpen} />
    </CasePanel>
  )
}
