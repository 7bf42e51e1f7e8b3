import type { MacroStep } from '../../../shared/macros/model.ts'
import { wordsOf } from '../../../shared/macros/rules.ts'
import { VARIABLE_NAMES } from '../../../shared/messages/variables.ts'
import { useT } from '../../i18n/use-t.ts'
import { namedBy, useName } from '../../ui/use-name.ts'
import styles from './macros.module.css'

/** Steps as they were written, variables by their names. */
export function StepLines({ steps }: { steps: readonly MacroStep[] }) {
  const t = useT('macros')
  const nameOf = useName()
  const readable = (text: string) =>
    text.replace(/\{\{([^{}]*)\}\}/g, (_, name: string) => `〔${namedBy(VARIABLE_NAMES, name, nameOf)}〕`)
  return (
    <ol className={styles.steps}>
      {steps.map((step, place) => {
        const words = wordsOf(step)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps have no other name than their place
          <li key={place}>
            <strong>{t('step', { place: place + 1, act: t(`acts.${step.act}`) })}</strong>
            {words !== null && words !== '' && <div className={styles.text}>{readable(words)}</div>}
          </li>
        )
      })}
    </ol>
  )
}
