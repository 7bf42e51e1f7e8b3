import { LOYALTY_FORMULA, LOYALTY_PART_NAMES } from '../../../shared/members/loyalty.ts'
import type { MemberOverview } from '../../../shared/members/overview.ts'
import type { TierCheck } from '../../../shared/tiers/model.ts'
import { figureText, measureName, tierName } from '../../../shared/tiers/sentences.ts'
import { failureText } from '../../failure-text.ts'
import { useLanguage, useT } from '../../i18n/use-t.ts'
import { TierBadge } from '../../ui/badges.tsx'
import { Section } from '../../ui/DetailPanel.tsx'
import { dateText, kmText, moneyText, percentText } from '../../ui/formats.ts'
import { useName } from '../../ui/use-name.ts'
import styles from './overview.module.css'

/** The tier with what it gives and may be offered now, the way to the next one, and loyalty with its parts. */
export function TierBlock({ overview }: { overview: MemberOverview }) {
  const t = useT('people')
  const u = useT('ui')
  const m = useT('members')
  const nameOf = useName()
  const { tier, offers, year } = overview
  return (
    <Section title={t('overview.tier')}>
      <div className={styles.row}>
        <TierBadge tier={tier.tier} />
        <span className={styles.dim}>
          {tier.tier !== 'none' &&
            (tier.until === null ? m('file.forLife') : m('file.until', { day: dateText(tier.until) }))}
          {tier.outlook !== null && ` · ${t('overview.outlook', { tier: u(`tiers.${tier.outlook}`) })}`}
        </span>
      </div>
      <p className={styles.small}>
        {t('overview.year', {
          distance: kmText(year.distanceKm),
          segments: year.segments,
          spend: moneyText(year.spendFen + year.partnerSpendFen),
        })}
      </p>
      <Next overview={overview} />
      <p className={styles.small}>
        <span className={styles.dim}>{t('overview.offers')}: </span>
        {offers.entitlements.length === 0
          ? t('overview.noOffers')
          : offers.entitlements.map(({ text }) => nameOf(text)).join(' · ')}
      </p>
      <p className={styles.small}>
        {offers.mayOffer
          ? t('overview.mayOffer')
          : t('overview.mayNotOffer', {
              reason: failureText({ code: 'RULE', rule: offers.refusedBy ?? '', params: offers.refusedParams }),
            })}
      </p>
      <Loyalty overview={overview} />
    </Section>
  )
}

function Next({ overview: { tier } }: { overview: MemberOverview }) {
  const t = useT('people')
  const side = useLanguage() === 'en' ? 'en' : 'zh'
  if (tier.next === null) return <p className={styles.small}>{t('overview.top')}</p>
  return (
    <ul className={styles.rows} aria-label={t('overview.next', { tier: tierName(tier.next.tier, side) })}>
      {tier.next.checks.map(({ measure, value, atLeast }) => (
        <li key={measure}>
          <div className={styles.row}>
            <span className={styles.grow}>
              {t('overview.next', { tier: tierName(tier.next?.tier ?? 'none', side) })} {measureName(measure, side)}
            </span>
            <span className="num">
              {figureText(measure, value, side)} / {figureText(measure, atLeast, side)}
            </span>
          </div>
          <div className={styles.bar} aria-hidden>
            <div style={{ width: percentText(shareOf(value, atLeast)) }} />
          </div>
        </li>
      ))}
    </ul>
  )
}

function shareOf(value: TierCheck['value'], atLeast: TierCheck['atLeast']): number {
  if (typeof value === 'string' || typeof atLeast === 'string') return value === atLeast ? 1 : 0
  return atLeast <= 0 ? 1 : Math.min(1, value / atLeast)
}

function Loyalty({ overview: { loyalty } }: { overview: MemberOverview }) {
  const t = useT('people')
  const nameOf = useName()
  return (
    <p className={styles.small} title={nameOf(LOYALTY_FORMULA)}>
      <span className={styles.dim}>{t('overview.loyalty')}: </span>
      <strong className="num">{loyalty.score}</strong>{' '}
      <span className={styles.dim}>
        {loyalty.parts
          .filter(({ weight }) => weight > 0)
          .map(({ part, points, weight }) =>
            t('overview.loyaltyParts', {
              part: nameOf(LOYALTY_PART_NAMES[part]),
              points: Math.round(points),
              weight: percentText(weight),
            }),
          )
          .join(' + ')}
      </span>
    </p>
  )
}
