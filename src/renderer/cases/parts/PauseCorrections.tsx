import type { ClockExplanation, PauseCorrection } from '../../../shared/cases/views.ts'
import { useT } from '../../i18n/use-t.ts'
import { dateTimeText } from '../../ui/formats.ts'
import { useName } from '../../ui/use-name.ts'
import styles from './page.module.css'

/** What a pause was recorded as, and what it truly was. */
export function useCorrectionText(): (one: Pick<PauseCorrection, 'was' | 'now'>) => string {
  const t = useT('cases')
  const span = ({ from, to }: PauseCorrection['was']) => {
    if (from === to) return t('why.correctedNone')
    return `${dateTimeText(from)} – ${to === null ? t('why.stillLasts') : dateTimeText(to)}`
  }
  return ({ was, now }) => t('why.correction', { was: span(was), now: span(now) })
}

/** Pauses of a limit that were recorded wrongly: what was put right, by whom and why. */
export function PauseCorrections({ corrections }: Pick<ClockExplanation, 'corrections'>) {
  const t = useT('cases')
  const nameOf = useName()
  const textOf = useCorrectionText()
  if (corrections.length === 0) return null
  return (
    <>
      <strong>{t('why.corrections')}</strong>
      <ol aria-label={t('why.corrections')}>
        {corrections.map((one) => (
          <li key={one.at}>
            <span>
              {[one.stepName ? nameOf(one.stepName) : '', textOf(one)].filter((part) => part !== '').join(' · ')}
            </span>
            <span className={styles.basis}>
              {t('why.correctedBy', { name: one.byName, time: dateTimeText(one.at), reason: one.reason })}
            </span>
          </li>
        ))}
      </ol>
    </>
  )
}
