import { Button } from '@mantine/core'
import type { PlansView } from '../../shared/plans/model.ts'
import { PLAN_STATUS_NAMES } from '../../shared/plans/words.ts'
import { useT } from '../i18n/use-t.ts'
import { CasePanel } from '../ui/CasePanel.tsx'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import styles from '../ui/record.module.css'
import type { CasePanelProps } from '../ui/slots.ts'
import { useName } from '../ui/use-name.ts'
import { type FormOpen, useFormOpen } from '../ui/use-record-form.ts'
import { useQuery } from '../use-query.ts'
import { PlanFacts } from './parts/PlanFacts.tsx'
import { PlanForm } from './parts/PlanForm.tsx'
import { PlanSteps } from './parts/PlanSteps.tsx'
import { draftOfPlan } from './plan-draft.ts'

/** S2-99..112: what is going to be done, version by version, from draft to evidence. */
export function PlanPanel({ caseId, lastSeq, kind }: CasePanelProps) {
  const t = useT('plans')
  const nameOf = useName()
  const form = useFormOpen(draftOfPlan(caseId))
  const query = useQuery('plans.show', { id: caseId }, { clearOnChange: true, version: lastSeq })
  const { data: view, reload } = query
  if (kind !== 'complaint' && view?.versions.length === 0) return null
  const newest = view?.versions[0]
  const summary = newest ? nameOf(PLAN_STATUS_NAMES[newest.status]) : t('none')
  return (
    <CasePanel title={t('title')} summary={summary} isEmpty={newest === undefined && !form[0]}>
      <FailureAlert failure={query.failure} onRetry={reload} />
      {view && <Body view={view} form={form} />}
    </CasePanel>
  )
}

const DRAFTABLE = ['draft', 'returned', 'executed']
const REVISABLE = ['approved', 'executing']

function Body({ view, form }: { view: PlansView; form: FormOpen }) {
  const t = useT('plans')
  const [newest, ...older] = view.versions
  const isDraftable = newest === undefined || DRAFTABLE.includes(newest.status)
  const isRevisable = newest !== undefined && REVISABLE.includes(newest.status)
  const mayWrite = view.may.draft && (isDraftable || isRevisable)
  const [isWriting, setWriting] = form
  const close = () => setWriting(false)
  return (
    <>
      {newest && !isWriting && <PlanFacts plan={newest} />}
      {newest && !isWriting && <PlanSteps key={`${newest.version} ${newest.status}`} view={view} plan={newest} />}
      {mayWrite && !isWriting && (
        <div className={styles.actions}>
          <Button size="compact-sm" variant="default" onClick={() => setWriting(true)}>
            {t(isRevisable ? 'actions.revise' : 'actions.draft')}
          </Button>
        </div>
      )}
      {isWriting && <PlanForm view={view} isRevision={isRevisable} onClose={close} />}
      {older.length > 0 && (
        <details>
          <summary className={styles.part}>{t('older')}</summary>
          {older.map((plan) => (
            <PlanFacts key={plan.id} plan={plan} />
          ))}
        </details>
      )}
    </>
  )
}
