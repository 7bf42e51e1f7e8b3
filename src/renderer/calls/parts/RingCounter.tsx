import { Progress } from '@mantine/core'
import type { LiveCall } from '../../../shared/calls/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { useNow } from '../../ui/use-now.ts'
import styles from '../CallDock.module.css'
import { clockText, ringNow, spentMs } from '../times.ts'

/** S3-47: which ring sounds now, against the number within which the desk answers. */
export function RingCounter({ call }: { call: LiveCall }) {
  const t = useT('calls')
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
    </div>
  )
}
