import { Loader } from '@mantine/core'
import { useState } from 'react'
import type { WorkflowProblem } from '../../../shared/workflow/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { useQuery } from '../../use-query.ts'
import { useNameOf } from '../use-name-of.ts'
import { Diagram } from './Diagram.tsx'
import { StateDetail } from './StateDetail.tsx'
import styles from './workflow.module.css'

/** One version drawn, with what its check finds, and one stage in full. */
export function WorkflowSheet({ policyId }: { policyId: string }) {
  const nameOf = useNameOf()
  const [chosen, setChosen] = useState<string | null>(null)
  const sheet = useQuery('workflow.show', { policyId }, { topics: ['policies'] })
  if (sheet.failure) return <FailureAlert failure={sheet.failure} onRetry={sheet.reload} />
  if (!sheet.data) return <Loader size="sm" />
  const { definition, problems, open } = sheet.data
  const counts = new Map(open.map(({ state, count }) => [state, count]))
  return (
    <div className={styles.columns}>
      <div className={styles.drawn}>
        <Check
          problems={problems}
          nameAt={(where) => {
            const found = [...definition.states, ...definition.transitions].find(({ id }) => id === where)
            return found ? nameOf(found.name) : where
          }}
        />
        <Diagram definition={definition} counts={counts} chosen={chosen} onChoose={setChosen} />
      </div>
      <StateDetail definition={definition} state={chosen} count={chosen === null ? 0 : (counts.get(chosen) ?? 0)} />
    </div>
  )
}

type CheckProps = { problems: readonly WorkflowProblem[]; nameAt: (where: string) => string }

function Check({ problems, nameAt }: CheckProps) {
  const t = useT('workflow')
  return (
    <section className={styles.check} aria-label={t('check')} data-sound={problems.length === 0 || undefined}>
      {problems.length === 0
        ? t('sound')
        : problems.map(({ code, where }) => (
            <div key={`${code} ${where}`}>{t(`problems.${code}`, { where: nameAt(where) })}</div>
          ))}
    </section>
  )
}
