import type { PolicyProblem } from '../../../shared/policies/model.ts'
import styles from '../policies.module.css'
import { side } from '../words.ts'

/** What the check finds wrong with one stage or step, said where it stands. */
export function Faults({ problems, at }: { problems: readonly PolicyProblem[]; at: string }) {
  const found = problems.filter(({ level, path }) => level === 'error' && path === at)
  return found.map(({ code, text }) => (
    <div key={`${code} ${text.en}`} className={styles.fault} data-fault={at}>
      {text[side()]}
    </div>
  ))
}
