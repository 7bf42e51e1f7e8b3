import { ENDED_STATES } from '../../shared/subtasks/words.ts'
import { useT } from '../i18n/use-t.ts'
import { CasePanel } from '../ui/CasePanel.tsx'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import type { CasePanelProps } from '../ui/slots.ts'
import { useQuery } from '../use-query.ts'
import { AskForm } from './parts/AskForm.tsx'
import { SubTaskItem } from './parts/SubTaskItem.tsx'
import styles from './parts/subtasks.module.css'

const ENDED: readonly string[] = ENDED_STATES

/** What others are asked to do for a case, and what came of it (S2-117). */
export function SubTasksPanel({ caseId, isOpen }: CasePanelProps) {
  const t = useT('subTasks')
  const query = useQuery('subTasks.of', { caseId }, { topics: ['cases'], clearOnChange: true })
  const rows = query.data?.rows ?? []
  const open = rows.filter((row) => !ENDED.includes(row.state)).length
  const count = rows.length
  const summary = open > 0 ? t('summary', { open, count }) : t('allDone', { count })
  return (
    <CasePanel title={t('title')} summary={count === 0 ? t('none') : summary} isEmpty={count === 0}>
      <FailureAlert failure={query.failure} onRetry={query.reload} />
      {count > 0 && (
        <ul className={styles.tasks}>
          {rows.map((row) => (
            <li key={row.id}>
              <SubTaskItem row={row} />
            </li>
          ))}
        </ul>
      )}
      {isOpen && query.data && <AskForm caseId={caseId} due={query.data.due} />}
    </CasePanel>
  )
}
