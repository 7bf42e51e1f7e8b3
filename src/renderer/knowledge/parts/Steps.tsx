import type { ArticleStep } from '../../../shared/knowledge/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { useWords } from '../use-words.ts'
import styles from './knowledge.module.css'

/** The numbered steps of an emergency card, each with whom to call. */
export function Steps({ steps }: { steps: readonly ArticleStep[] }) {
  const t = useT('knowledge')
  const words = useWords()
  return (
    <ol className={styles.steps}>
      {steps.map((step) => (
        <li key={step.zh}>
          {words(step)}
          {step.call.zh !== '' && <span className={styles.call}>{t('callWhom', { who: words(step.call) })}</span>}
        </li>
      ))}
    </ol>
  )
}
