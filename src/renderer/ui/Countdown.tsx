import { type Instant, MINUTE } from '../../shared/time.ts'
import { useT } from '../i18n/use-t.ts'
import styles from './badges.module.css'
import { countdownText, dateTimeText } from './formats.ts'
import { useNow } from './use-now.ts'

type Props = {
  dueAt: Instant
  /** Turns amber from here on; a quarter of an hour before the end when left out. */
  warnAt?: Instant
  /** Engine time minus this machine's time, when they differ. */
  offset?: number
  /** A clock that stands still says so instead of counting. */
  state?: 'running' | 'paused' | 'met'
}

/** Time left until a target, or time over it: grey, amber, red. Not announced each second to screen readers. */
export function Countdown({ dueAt, warnAt = dueAt - 15 * MINUTE, offset = 0, state = 'running' }: Props) {
  const t = useT('ui')
  const now = useNow() + offset
  if (state !== 'running') {
    return (
      <span className={styles.clock} data-tone="neutral">
        {t(`countdown.${state}`)}
      </span>
    )
  }
  const tone = now > dueAt ? 'bad' : now >= warnAt ? 'warn' : 'normal'
  return (
    <time
      className={styles.clock}
      data-tone={tone}
      dateTime={new Date(dueAt).toISOString()}
      title={dateTimeText(dueAt)}
      aria-live="off"
    >
      {countdownText(dueAt, now)}
    </time>
  )
}
