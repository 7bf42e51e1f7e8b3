import type { PolicyProblem } from '../../../shared/policies/model.ts'
import { useLanguage, useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import styles from '../policies.module.css'
import { side } from '../words.ts'

type Props = {
  problems: readonly PolicyProblem[]
  /** True: notes stand behind one line that opens. */
  isFolded?: boolean
}

/** What is wrong with a policy, errors first. */
export function Problems({ problems, isFolded = false }: Props) {
  const t = useT('policies')
  useLanguage()
  if (problems.length === 0) return <p className={styles.dim}>{t('detail.noProblems')}</p>
  const errors = problems.filter(({ level }) => level === 'error')
  const warnings = problems.filter(({ level }) => level === 'warning')
  if (!isFolded) return <List problems={[...errors, ...warnings]} />
  return (
    <>
      {errors.length > 0 && <List problems={errors} />}
      {warnings.length > 0 && (
        <details>
          <summary className={styles.dim}>{t('detail.warnings', { count: warnings.length })}</summary>
          <List problems={warnings} />
        </details>
      )}
    </>
  )
}

function List({ problems }: { problems: readonly PolicyProblem[] }) {
  const t = useT('policies')
  return (
    <ul className={styles.list} aria-label={t('detail.problems')}>
      {problems.map((problem) => (
        <li key={`${problem.code} ${problem.path} ${problem.text.en}`}>
          <StateBadge
            tone={problem.level === 'error' ? 'bad' : 'neutral'}
            label={t(problem.level === 'error' ? 'detail.error' : 'detail.warning')}
          />{' '}
          {problem.text[side()]}
        </li>
      ))}
    </ul>
  )
}
