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

type NamedProps = { name: string; tier: TierName | null }

/** Somebody with their tier in one line of a table: a long name gives way, the tier does not. */
export function NameWithTier({ name, tier }: NamedProps) {
  return (
    <span className={styles.named}>
      <span className={styles.name}>{name}</span>
      {tier && tier !== 'none' && <TierBadge tier={tier} />}
    </span>
  )
}
