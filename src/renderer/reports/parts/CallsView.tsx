import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { PRIORITY_NAMES } from '../../../shared/cases/words.ts'
import { KPI_DEFINITIONS, type KpiRow } from '../../../shared/reports/kpi.ts'
import { KPI_GROUPS, type KpiGroup, SERVICE_LEVELS_S } from '../../../shared/reports/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { Facts, Section } from '../../ui/DetailPanel.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { countText } from '../../ui/formats.ts'
import { namedBy, useName } from '../../ui/use-name.ts'
import { useQuery } from '../../use-query.ts'
import { SmallMark, type ViewProps } from './FiguresView.tsx'
import { type NumbersColumn, NumbersTable } from './NumbersTable.tsx'
import styles from './reports.module.css'

const seconds = (value: number | null) => (value === null ? '—' : `${value.toFixed(1)} s`)
type Say = ReturnType<typeof useT<'reports'>>

const DEFINED: { of: keyof typeof KPI_DEFINITIONS; name: (t: Say) => string }[] = [
  { of: 'calls', name: (t) => t('kpi.calls') },
  { of: 'abandoned', name: (t) => t('kpi.abandoned') },
  { of: 'answeredPct', name: (t) => t('kpi.answeredPct') },
  { of: 'asaS', name: (t) => t('kpi.asa') },
  { of: 'ahtS', name: (t) => t('kpi.aht') },
  { of: 'serviceLevel', name: (t) => t('kpi.level', { n: 'N' }) },
  { of: 'csatMean', name: (t) => t('kpi.csat') },
]

const percent = (value: number | null | undefined) => (value == null ? '—' : `${value.toFixed(1)}%`)

/** S3-77 S4-112: the telephone in the period, by agent, lead, category or priority. */
export function CallsView({ report }: ViewProps) {
  const t = useT('reports')
  const nameOf = useName()
  const [by, setBy] = useState<KpiGroup>('agent')
  const { from, to } = report.period
  const query = useQuery('reports.kpi', { from, to, by })
  const nameIn = ({ key, name }: KpiRow) => {
    if (by === 'none') return t('kpi.groups.none')
    if (by === 'priority' && key !== '') return namedBy(PRIORITY_NAMES, key, nameOf)
    return name || t('kpi.none')
  }
  const columns: NumbersColumn<KpiRow>[] = [
    {
      header: t('kpi.group'),
      cell: (row) => (
        <>
          {nameIn(row)}
          {row.isSmall && <SmallMark />}
        </>
      ),
    },
    { header: t('kpi.calls'), isNumber: true, cell: ({ calls }) => countText(calls) },
    { header: t('kpi.abandoned'), isNumber: true, cell: ({ abandoned }) => countText(abandoned) },
    { header: t('kpi.answeredPct'), isNumber: true, cell: ({ answeredPct }) => percent(answeredPct) },
    { header: t('kpi.asa'), isNumber: true, cell: ({ asaS }) => seconds(asaS) },
    { header: t('kpi.aht'), isNumber: true, cell: ({ ahtS }) => seconds(ahtS) },
    ...SERVICE_LEVELS_S.map((n) => ({
      header: t('kpi.level', { n }),
      isNumber: true,
      cell: ({ serviceLevel }: KpiRow) => percent(serviceLevel[n]),
    })),
    { header: t('kpi.csat'), isNumber: true, cell: ({ csatMean }) => csatMean?.toFixed(2) ?? '—' },
  ]
  const rows = (query.data?.rows ?? []).filter(({ calls }) => calls > 0)
  return (
    <div className={styles.scroll}>
      <div className={styles.line}>
        <SegmentedControl
          aria-label={t('kpi.by')}
          value={by}
          onChange={(value) => setBy(KPI_GROUPS.find((one) => one === value) ?? 'agent')}
          data={KPI_GROUPS.map((value) => ({ value, label: t(`kpi.groups.${value}`) }))}
        />
      </div>
      <FailureAlert failure={query.failure} onRetry={query.reload} />
      <NumbersTable
        label={t('views.calls')}
        columns={columns}
        rows={rows}
        rowKey={({ key }) => key}
        empty={t('kpi.empty')}
      />
      <Section title={t('definition')} level={2}>
        <Facts
          columns={2}
          facts={DEFINED.map(({ of, name }) => ({ label: name(t), value: nameOf(KPI_DEFINITIONS[of]) }))}
        />
      </Section>
    </div>
  )
}
