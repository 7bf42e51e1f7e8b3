import type { TierAnalysis } from '../../../shared/analysis/contract.ts'
import { SPEND_BANDS_YUAN } from '../../../shared/analysis/rules.ts'
import { useT } from '../../i18n/use-t.ts'
import { TierBadge } from '../../ui/badges.tsx'
import { Section } from '../../ui/DetailPanel.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { countText, dayText, percentText } from '../../ui/formats.ts'
import styles from '../../ui/record.module.css'
import { Money } from '../../ui/values.tsx'
import { useQuery } from '../../use-query.ts'

const share = (part: number, whole: number) => (whole === 0 ? '—' : percentText(part / whole))

/** S3-11: the members by tier, spending and activity, and the service they got within twelve months. */
export function MembersView() {
  const t = useT('analysis')
  const { data, failure, reload } = useQuery('analysis.members', {})
  if (!data) return <FailureAlert failure={failure} onRetry={reload} />
  const { fromDay, toDay, left, tiers } = data
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable to scroll it by keyboard
    <section className={styles.scroll} tabIndex={0} aria-label={t('tiers')}>
      <p className={styles.faint}>{t('period', { from: dayText(fromDay), to: dayText(toDay), left })}</p>
      <Section level={2} title={t('tiers')}>
        <Tiers tiers={tiers} />
        <p className={styles.faint}>{t('hint')}</p>
      </Section>
      <Section level={2} title={t('bands')}>
        <Bands tiers={tiers} />
      </Section>
    </section>
  )
}

const HEADS = ['members', 'active', 'cooling', 'dormant', 'spend', 'average'] as const
const SERVICE = ['calls', 'cases', 'complaints', 'per1000', 'satisfaction'] as const

function Tiers({ tiers }: { tiers: readonly TierAnalysis[] }) {
  const t = useT('analysis')
  return (
    <table className={styles.table} aria-label={t('tiers')}>
      <thead>
        <tr>
          <th>{t('columns.tier')}</th>
          {[...HEADS, ...SERVICE].map((name) => (
            <th key={name} data-number>
              {t(`columns.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {tiers.map((row) => (
          <tr key={row.tier}>
            <td>
              <TierBadge tier={row.tier} />
            </td>
            <td data-number>{countText(row.members)}</td>
            {[row.active, row.cooling, row.dormant].map((count, i) => (
              <td key={HEADS[i + 1]} data-number>
                {`${countText(count)} · ${share(count, row.members)}`}
              </td>
            ))}
            <td data-number>
              <Money fen={row.spendFen} />
            </td>
            <td data-number>{row.members === 0 ? '—' : <Money fen={Math.round(row.spendFen / row.members)} />}</td>
            <td data-number>{countText(row.calls)}</td>
            <td data-number>{countText(row.cases)}</td>
            <td data-number>{countText(row.complaints)}</td>
            <td data-number>{row.members === 0 ? '—' : Math.round((row.complaints / row.members) * 10_000) / 10}</td>
            <td data-number>
              {row.satisfaction === null
                ? '—'
                : t('answers', { points: row.satisfaction, count: countText(row.answers) })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Bands({ tiers }: { tiers: readonly TierAnalysis[] }) {
  const t = useT('analysis')
  const nameOf = (i: number) => {
    const [from, to] = [SPEND_BANDS_YUAN[i] ?? 0, SPEND_BANDS_YUAN[i + 1]]
    if (i === 0) return t('none')
    if (to === undefined) return t('over', { from: countText(from) })
    return t('upTo', { from: countText(from), to: countText(to) })
  }
  return (
    <table className={styles.table} aria-label={t('bands')}>
      <thead>
        <tr>
          <th>{t('columns.tier')}</th>
          {SPEND_BANDS_YUAN.map((from, i) => (
            <th key={from} data-number>
              {nameOf(i)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {tiers.map((row) => (
          <tr key={row.tier}>
            <td>
              <TierBadge tier={row.tier} />
            </td>
            {row.bands.map((count, i) => (
              <td key={SPEND_BANDS_YUAN[i]} data-number>
                {`${countText(count)} · ${share(count, row.members)}`}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
