import type { FloorLevel } from '../../../shared/floor/contract.ts'
import { useT } from '../../i18n/use-t.ts'
import { TierBadge } from '../../ui/badges.tsx'
import { percentText } from '../../ui/formats.ts'
import styles from './floor.module.css'

const share = (percent: number | null) => (percent === null ? '—' : percentText(percent / 100))

/** Today's calls against the ring target of each tier, and its open cases within their limits. */
export function Levels({ levels }: { levels: readonly FloorLevel[] }) {
  const t = useT('floor')
  if (levels.length === 0) return <div className={styles.faint}>{t('levels.none')}</div>
  return (
    <table className={styles.table} aria-label={t('levels.title')}>
      <thead>
        <tr>
          <th>{t('levels.tier')}</th>
          <th data-number>{t('levels.calls')}</th>
          <th data-number>{t('levels.inTime')}</th>
          <th>{t('levels.target')}</th>
          <th data-number>{t('levels.cases')}</th>
          <th data-number>{t('levels.onTime')}</th>
        </tr>
      </thead>
      <tbody>
        {levels.map((level) => (
          <tr key={level.tier ?? 'other'}>
            <td>{level.tier === null ? t('levels.other') : <TierBadge tier={level.tier} />}</td>
            <td data-number>{level.offered}</td>
            <td data-number>{share(level.inTimePercent)}</td>
            <td>{t('levels.rings', { count: level.rings })}</td>
            <td data-number>{level.open}</td>
            <td data-number>{share(level.onTimePercent)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
