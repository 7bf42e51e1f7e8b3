import type { MemberFile } from '../../../shared/members/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { TierBadge } from '../../ui/badges.tsx'
import { Section } from '../../ui/DetailPanel.tsx'
import { dateText } from '../../ui/formats.ts'
import { useName } from '../../ui/use-name.ts'
import styles from '../members.module.css'

/** The tier, how long it is good for, and what may be offered for it (S3-44, S3-45). */
export function TierCard({ file: { member, entitlements } }: { file: MemberFile }) {
  const t = useT('members')
  const nameOf = useName()
  const { tier, tierSince, tierUntil, vipReason, level } = member
  const isVip = tier !== 'none'
  return (
    <Section title={t('file.tier')}>
      <div className={styles.line}>
        <TierBadge tier={tier} />
        {isVip && (
          <span className={styles.dim}>
            {tierSince !== null && `${t('file.since', { day: dateText(tierSince) })} · `}
            {tierUntil === null ? t('file.forLife') : t('file.until', { day: dateText(tierUntil) })}
          </span>
        )}
      </div>
      {vipReason && (
        <div className={styles.dim}>
          {t('file.vipReason')}: {nameOf(vipReason)}
        </div>
      )}
      {level && (
        <div className={styles.dim}>
          {t('file.level')}: {level}
        </div>
      )}
      {entitlements.length === 0 ? (
        <span className={styles.dim}>{t('file.noEntitlements')}</span>
      ) : (
        <ul className={styles.benefits}>
          {entitlements.map(({ id, text }) => (
            <li key={id}>{nameOf(text)}</li>
          ))}
        </ul>
      )}
    </Section>
  )
}
