import { Button } from '@mantine/core'
import { useT } from '../i18n/use-t.ts'
import { CasePanel } from '../ui/CasePanel.tsx'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { dateTimeText } from '../ui/formats.ts'
import record from '../ui/record.module.css'
import type { CasePanelProps } from '../ui/slots.ts'
import { useFormOpen } from '../ui/use-record-form.ts'
import { useQuery } from '../use-query.ts'
import { ChooseForm, draftOfCause } from './parts/ChooseForm.tsx'
import styles from './parts/causes.module.css'
import { Solutions } from './parts/Solutions.tsx'
import { pathText, useName } from './tree.ts'

/** The root cause of a case (S2-51..57), and prepared solutions for its class (S2-59). */
export function CausePanel({ caseId, lastSeq }: CasePanelProps) {
  const t = useT('causes')
  const nameOf = useName()
  const query = useQuery(
    'causes.of',
    { caseId },
    { topics: ['cases', 'policies'], clearOnChange: true, version: lastSeq },
  )
  const { data: tree } = useQuery('causes.tree', {}, { topics: ['policies'] })
  const [isChanging, setChanging] = useFormOpen(draftOfCause(caseId))
  const chosen = query.data?.chosen ?? null
  const { mayChoose = false, suggested = [], solutions = [] } = query.data ?? {}
  const isForm = mayChoose && (chosen === null || isChanging)
  return (
    <CasePanel
      title={t('title')}
      summary={chosen && tree ? pathText(chosen.code, tree, nameOf) : t('none')}
      isEmpty={chosen === null && !isChanging}
      actions={
        chosen !== null &&
        mayChoose && (
          <Button size="compact-xs" variant="subtle" onClick={() => setChanging(!isChanging)}>
            {t('change')}
          </Button>
        )
      }
    >
      <FailureAlert failure={query.failure} onRetry={query.reload} />
      {chosen && (
        <div className={styles.chosen}>
          <div>
            <span className="mono">{chosen.code}</span> <span className={styles.text}>{chosen.text}</span>
          </div>
          <div className={record.faint}>
            {t('chosenBy', {
              name: chosen.chosenByName,
              time: dateTimeText(chosen.chosenAt),
              version: chosen.version,
            })}
          </div>
        </div>
      )}
      {isForm && tree && (
        <ChooseForm
          caseId={caseId}
          lastSeq={lastSeq}
          tree={tree}
          suggested={suggested}
          before={chosen}
          onWrite={() => setChanging(true)}
          onDone={() => setChanging(false)}
        />
      )}
      {chosen && tree && <Solutions caseId={caseId} ids={solutions} tree={tree} />}
    </CasePanel>
  )
}
