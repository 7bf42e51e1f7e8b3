import { useT } from '../../i18n/use-t.ts'
import { TierBadge } from '../../ui/badges.tsx'
import { durationText } from '../../ui/formats.ts'
import { useNow } from '../../ui/use-now.ts'
import { useQuery } from '../../use-query.ts'
import styles from './floor.module.css'

/** Calls that wait for somebody, the longest wait first; nothing while none does. */
export function WaitingCalls() {
  const t = useT('floor')
  const now = useNow()
  const { data: calls = [] } = useQuery('calls.waiting', { mine: false }, { topics: ['calls'] })
  if (calls.length === 0) return null
  return (
    <section className={styles.waiting}>
      <h3>{t('waiting.title')}</h3>
      <ul aria-label={t('waiting.title')}>
        {calls.map(({ id, startedAt, memberName, phoneMasked, tier, toName, note }) => (
          <li key={id} className={styles.line}>
            <strong className="num">{durationText(Math.max(0, now - startedAt))}</strong>
            <span>{memberName ?? phoneMasked}</span>
            {tier !== null && tier !== 'none' && <TierBadge tier={tier} />}
            {toName !== null && <span className={styles.faint}>{t('waiting.for', { name: toName })}</span>}
            <span className={styles.faint}>{note}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
