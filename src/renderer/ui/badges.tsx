import { useT } from '../i18n/use-t.ts'
import styles from './badges.module.css'

export type TierName = 'diamond' | 'platinum' | 'gold' | 'silver' | 'none'

/** A member's tier, in words and colour. */
export function TierBadge({ tier }: { tier: TierName }) {
  const t = useT('ui')
  return (
    <span className={`${styles.badge} ${styles.tier}`} data-tone={tier}>
      {t(`tiers.${tier}`)}
    </span>
  )
}

export type Tone = 'neutral' | 'info' | 'good' | 'warn' | 'bad'

/** A state in words; the colour only repeats what the words say. */
export function StateBadge({ tone, label }: { tone: Tone; label: string }) {
  return (
    <span className={styles.badge} data-tone={tone}>
      {label}
    </span>
  )
}
