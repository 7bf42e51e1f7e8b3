import { Progress } from '@mantine/core'
import type { LiveCall } from '../../../shared/calls/model.ts'
import { SECOND } from '../../../shared/time.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { useNow } from '../../ui/use-now.ts'
import styles from '../CallDock.module.css'
import { clockText, ringNow, spentMs } from '../times.ts'

const TONES = { good: 'good', soon: 'warn', late: 'bad' } as const

/** S3-47: which ring sounds now, against the number within which the desk answers. */
export function RingCounter({ call }: { call: LiveCall }) {
  const t = useT('calls')
  const desk = useT('callDesk')
  const now = useNow()
  if (call.direction === 'outbound') {
    return (
      <p className={styles.rings}>
        {t('bar.calling')} <span className="num">{clockText(spentMs(call, now))}</span>
      </p>
    )
  }
  const ring = ringNow(call, now)
  const { maxRings } = call.ring
  const tone = ring > maxRings ? 'red' : ring === maxRings ? 'yellow' : 'teal'
  const word = ring > maxRings ? 'late' : ring === maxRings ? 'soon' : 'good'
  const spent = Math.max(0, Math.ceil(spentMs(call, now) / SECOND))
  return (
    <div className={styles.rings} data-tone={tone}>
      <strong>{t('dock.ring', { ring })}</strong>
      <Progress
        value={Math.min(100, (ring / maxRings) * 100)}
        color={tone}
        w={140}
        size="sm"
        aria-label={t('dock.ringTarget', { max: maxRings })}
      />
      <span>{ring > maxRings ? t('dock.ringLate', { max: maxRings }) : t('dock.ringTarget', { max: maxRings })}</span>
      <span className="num">{desk('ring.seconds', { spent, target: maxRings * call.ring.secondsPerRing })}</span>
      <StateBadge tone={TONES[word]} label={desk(`ring.${word}`)} />
    </div>
  )
}
