import { useState } from 'react'
import type { WorkflowDefinition, WorkflowProblem } from '../../../shared/workflow/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { useQuery } from '../../use-query.ts'
import { useNameOf } from '../use-name-of.ts'
import { useRecordWords } from '../use-record-words.ts'
import { Diagram } from './Diagram.tsx'
import { StateDetail } from './StateDetail.tsx'
import styles from './workflow.module.css'

/** One version drawn, with what its check finds, and one stage in full. */
export function WorkflowSheet({ policyId }: { policyId: string }) {
  const nameOf = useNameOf()
  const [chosen, setChosen] = useState<string | null>(null)
  const sheet = useQuery('workflow.show', { policyId }, { topics: ['policies'] })
  if (sheet.failure) return <FailureAlert failure={sheet.failure} onRetry={sheet.reload} />
  if (!sheet.data) return <Waiting />
  const { definition, problems, clocks, open } = sheet.data
  const counts = new Map(open.map(({ state, count }) => [state, count]))
  return (
    <div className={styles.columns}>
      <div className={styles.drawn}>
        <Check
          problems={problems}
          definition={definition}
          nameAt={(where) => {
            const found = [...definition.states, ...definition.transitions].find(({ id }) => id === where)
            return found ? nameOf(found.name) : where
          }}
        />
        <Diagram definition={definition} counts={counts} chosen={chosen} onChoose={setChosen} />
      </div>
      <StateDetail
        definition={definition}
        clocks={clocks}
        state={chosen}
        count={chosen === null ? 0 : (counts.get(chosen) ?? 0)}
      />
    </div>
  )
}

type CheckProps = {
  problems: readonly WorkflowProblem[]
  definition: WorkflowDefinition
  nameAt: (where: string) => string
}

function Check({ problems, definition, nameAt }: CheckProps) {
  const t = useT('workflow')
  const recordWords = useRecordWords(definition)
  return (
    <section className={styles.check} aria-label={t('check')} data-sound={problems.length === 0 || undefined}>
      {problems.length === 0
        ? t('sound')
        : problems.map(({ code, where, record = '' }) => (
            <div key={`${code} ${where} ${record}`}>
              {t(`problems.${code}`, { where: nameAt(where), record: recordWords(record) })}
            </div>
          ))}
    </section>
  )
}
