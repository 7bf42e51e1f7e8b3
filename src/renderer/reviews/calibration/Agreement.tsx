import type { CalibrationResult, CalibrationView } from '../../../shared/calibration/contract.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { Section } from '../../ui/DetailPanel.tsx'
import record from '../../ui/record.module.css'
import { useName } from '../../ui/use-name.ts'
import { alphaText, LEVEL_TONES } from './show.ts'

type Props = { view: CalibrationView; result: CalibrationResult }

/** How far the readers agree on the total and on each item, who is milder, and which marks stand apart. */
export function Agreement({ view, result }: Props) {
  const t = useT('calibration')
  const nameOf = useName()
  const items = view.form.groups.flatMap((group) => group.items)
  const named = (id: string) => {
    const item = items.find((one) => one.id === id)
    return item ? nameOf(item.name) : id
  }
  const rows = [{ itemId: '', ...result.total, outliers: [] }, ...result.items]
  return (
    <Section title={t('result')}>
      <p className={record.faint}>{t('statistic', { paired: result.total.paired })}</p>
      <table className={record.table} aria-label={t('result')}>
        <thead>
          <tr>
            <th scope="col">{t('item')}</th>
            <th scope="col" data-number>
              {t('alpha')}
            </th>
            <th scope="col">{t('level')}</th>
            <th scope="col">{t('outliers')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ itemId, alpha, level, outliers }) => (
            <tr key={itemId}>
              <th scope="row">{itemId === '' ? t('total') : named(itemId)}</th>
              <td data-number>{alphaText(alpha)}</td>
              <td>
                <StateBadge tone={LEVEL_TONES[level]} label={t(`levels.${level}`)} />
              </td>
              <td>
                {outliers.map((one) => (
                  <div key={`${one.number} ${one.userId}`}>{t('outlier', one)}</div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {t('leaning')}: {result.raters.map((rater) => leaningText(t, rater)).join(' · ')}
      </p>
    </Section>
  )
}

type T = ReturnType<typeof useT<'calibration'>>

function leaningText(t: T, { name, leaning }: CalibrationResult['raters'][number]): string {
  const points = Math.round(Math.abs(leaning ?? 0) * 10) / 10
  if (points === 0) return t('even', { name })
  return t((leaning ?? 0) > 0 ? 'milder' : 'stricter', { name, points })
}
