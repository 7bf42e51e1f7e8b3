import type { BothFigures } from '../../../shared/exceptional/contract.ts'
import type { Failure } from '../../../shared/failure.ts'
import { figureSpec } from '../../../shared/reports/figures.ts'
import { INDICATOR_TABLE } from '../../../shared/scorecards/indicators.ts'
import { useT } from '../../i18n/use-t.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { dayText } from '../../ui/formats.ts'
import record from '../../ui/record.module.css'
import { useName } from '../../ui/use-name.ts'
import { useQuery } from '../../use-query.ts'
import { NumbersTable } from '../parts/NumbersTable.tsx'
import { valueText } from '../value-text.ts'

type Props = { both: BothFigures | undefined; failure: Failure | undefined; onRetry: () => void }

const CALLS = ['calls', 'answeredPct', 'abandonedPct', 'asaS', 'ahtS'] as const
const plain = (value: number | null) => (value === null ? '—' : String(value))
type Row = { key: string; name: string; all: string; without: string }

/** Every figure twice: with all days, and without the exceptional ones. */
export function BothTables({ both, failure, onRetry }: Props) {
  const t = useT('exceptional')
  const nameOf = useName()
  if (!both) return <FailureAlert failure={failure} onRetry={onRetry} />
  const { days, figures, calls, period } = both
  const columns = columnsOf(t)
  const counted = figures
    .filter(({ all }) => all.value !== null && all.value !== 0)
    .map(({ all, without }): Row => {
      const { name, unit } = figureSpec(all.id)
      return {
        ...{ key: all.id, name: nameOf(name) },
        ...{ all: valueText(all.value, unit), without: valueText(without.value, unit) },
      }
    })
  const ofCalls = CALLS.map((key): Row => {
    const unit = key.endsWith('Pct') ? '%' : ''
    const text = (value: number | null) => (value === null ? '—' : `${value}${unit}`)
    return { key, name: t(`callFigures.${key}`), all: text(calls.all[key]), without: text(calls.without[key]) }
  })
  return (
    <>
      <p>{days.length === 0 ? t('nothingLeft') : t('left', { days: days.map(dayText).join('、') })}</p>
      <p className={record.faint}>{t('rule')}</p>
      <NumbersTable label={t('both')} columns={columns} rows={counted} rowKey={({ key }) => key} empty="—" />
      <h3 className={record.part}>{t('calls')}</h3>
      <NumbersTable label={t('calls')} columns={columns} rows={ofCalls} rowKey={({ key }) => key} empty="—" />
      {period.kind === 'month' && <People month={period.key} />}
    </>
  )
}

const columnsOf = (t: ReturnType<typeof useT<'exceptional'>>) => [
  { header: t('figure'), cell: (row: Row) => row.name },
  { header: t('all'), isNumber: true, cell: (row: Row) => row.all },
  { header: t('without'), isNumber: true, cell: (row: Row) => row.without },
]

function People({ month }: { month: string }) {
  const t = useT('exceptional')
  const nameOf = useName()
  const { data, failure, reload } = useQuery('exceptional.scorecards', { month }, {})
  const rows = (data?.people ?? []).flatMap(({ userId, name, figures }) =>
    figures.map(({ all, without }) => ({
      key: `${userId} ${all.indicator}`,
      person: name,
      name: nameOf(INDICATOR_TABLE[all.indicator].name),
      all: plain(all.value),
      without: plain(without.value),
    })),
  )
  return (
    <>
      <h3 className={record.part}>{t('people')}</h3>
      <FailureAlert failure={failure} onRetry={reload} />
      <NumbersTable
        label={t('people')}
        columns={[
          { header: t('person'), cell: (row) => row.person },
          { header: t('figure'), cell: (row) => row.name },
          { header: t('all'), isNumber: true, cell: (row) => row.all },
          { header: t('without'), isNumber: true, cell: (row) => row.without },
        ]}
        rows={rows}
        rowKey={({ key }) => key}
        empty="—"
      />
    </>
  )
}
