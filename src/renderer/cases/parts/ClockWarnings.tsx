import type { ClockView } from '../../../shared/cases/views.ts'
import { RECEIVER_NAMES } from '../../../shared/policies/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { dateTimeText } from '../../ui/formats.ts'
import { useName } from '../../ui/use-name.ts'
import styles from './page.module.css'

/** S1-45: what a limit has told, whom, and when they saw it. */
export function ClockWarnings({ clock }: { clock: ClockView }) {
  const t = useT('cases')
  const whatOf = useWarning()
  if (clock.signals.length === 0) return null
  return (
    <>
      <strong>{t('why.told')}</strong>
      <ol>
        {clock.signals.map((signal) => (
          <li key={`${signal.percent} ${signal.reminder}`}>
            <span>{whatOf(signal)}</span>
            <span className={`num ${styles.push}`}>{dateTimeText(signal.at)}</span>
            <span className={styles.when}>
              {signal.seenAt === null ? t('why.unseen') : t('why.seen', { time: dateTimeText(signal.seenAt) })}
            </span>
          </li>
        ))}
      </ol>
    </>
  )
}

type Warning = Pick<ClockView['signals'][number], 'percent' | 'reminder' | 'count' | 'tells'>

/** A warning in words: the share or the reminders after the limit, and whom it tells. */
export function useWarning(): (warning: Warning) => string {
  const t = useT('cases')
  const nameOf = useName()
  return ({ percent, reminder, count, tells }) => {
    const who = nameOf(RECEIVER_NAMES[tells])
    if (reminder === 0) return t('why.share', { percent, who })
    if (count === 1) return t('why.reminder', { first: reminder, who })
    return t('why.reminders', { first: reminder, last: reminder + count - 1, who })
  }
}
