import type { PolicySource } from '../../../shared/policy.ts'
import { MEMBER_TIER_NAMES, type TierLevel, type TierPolicy } from '../../../shared/tiers/model.ts'
import { useLanguage, useT } from '../../i18n/use-t.ts'
import { StateBadge, TierBadge, type Tone } from '../../ui/badges.tsx'
import { dayText } from '../../ui/formats.ts'
import { periodText, ruleText, side } from '../rule-text.ts'
import styles from '../tiers.module.css'

const TONES: Record<PolicySource['mark'], Tone> = { P: 'good', S: 'info', U: 'warn', D: 'neutral', seed: 'info' }

/** Where a figure comes from: how well it is supported, the page's address as text, and a note. */
export function SourceText({ source }: { source: PolicySource }) {
  const t = useT('tiers')
  return (
    <span className={styles.source}>
      <StateBadge tone={TONES[source.mark]} label={t(`programme.marks.${source.mark}`)} />{' '}
      {t('programme.asOf', { day: dayText(source.asOf) })}
      {source.note && ` · ${source.note[side()]}`}
      {source.law && ` · ${source.law}`}
      {source.url && (
        <>
          {' · '}
          <code>{source.url}</code>
        </>
      )}
    </span>
  )
}

function Qualification({ part }: { part: TierLevel['upgrade'] }) {
  return (
    <td>
      {ruleText(part.rule)} <span className={styles.dim}>({periodText(part.period)})</span>
      <SourceText source={part.source} />
    </td>
  )
}

/** A programme as a table: what each tier asks for, to enter and to keep, with the source of every figure. */
export function ProgrammeTable({ policy }: { policy: TierPolicy }) {
  const t = useT('tiers')
  useLanguage()
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>{t('programme.tier')}</th>
            <th>{t('programme.upgrade')}</th>
            <th>{t('programme.retain')}</th>
          </tr>
        </thead>
        <tbody>
          {policy.levels.map((level) => (
            <tr key={level.tier}>
              <td>
                <TierBadge tier={level.tier} />
              </td>
              <Qualification part={level.upgrade} />
              <Qualification part={level.retain} />
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.dim}>
        {t('programme.validity')}: {t('programme.months', policy.validityMonths)}
      </p>
      {policy.clauses.length > 0 && <h2 className={styles.heading}>{t('programme.clauses')}</h2>}
      {policy.clauses.map((clause) => (
        <div key={clause.id}>
          <TierBadge tier={clause.tier} /> {clause.name[side()]}: {ruleText(clause.rule)}
          {clause.isForLife && ` · ${t('programme.forLife')}`}
          <SourceText source={clause.source} />
        </div>
      ))}
      <h2 className={styles.heading}>{t('programme.entitlements')}</h2>
      {policy.entitlements.length === 0 && <p className={styles.dim}>{t('programme.noEntitlements')}</p>}
      {policy.entitlements.length > 0 && <EntitlementTable policy={policy} />}
    </>
  )
}

function EntitlementTable({ policy }: { policy: TierPolicy }) {
  const t = useT('tiers')
  const tiers = policy.levels.map((level) => level.tier)
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th>{t('programme.entitlements')}</th>
          {tiers.map((tier) => (
            <th key={tier}>{MEMBER_TIER_NAMES[tier][side()]}</th>
          ))}
          <th>{t('programme.source')}</th>
        </tr>
      </thead>
      <tbody>
        {policy.entitlements.map((item) => (
          <tr key={item.id}>
            <td>{item.text[side()]}</td>
            {tiers.map((tier) => (
              <td key={tier}>{item.tiers.includes(tier) ? '✓' : ''}</td>
            ))}
            <td>
              <SourceText source={item.source} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
