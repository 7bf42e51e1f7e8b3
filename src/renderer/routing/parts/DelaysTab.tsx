import type { DelayRow } from '../../../shared/routing/gaps-contract.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { countText, durationText } from '../../ui/formats.ts'
import { go } from '../../ui/navigation.ts'
import record from '../../ui/record.module.css'
import { queryRows } from '../../ui/rows.ts'
import { StatCard } from '../../ui/StatCard.tsx'
import { InstantText } from '../../ui/values.tsx'
import { useQuery } from '../../use-query.ts'
import { useCaseColumns } from './case-columns.tsx'
import { PeriodField, usePeriod } from './Period.tsx'
import styles from './routing.module.css'

const durationOr = (ms: number | null | undefined) => (typeof ms === 'number' ? durationText(ms) : '—')

/** First-response times, and complaints that were answered late, are still awaited or are past a limit (S4-135). */
export function DelaysTab() {
  const t = useT('routing')
  const { period, days, setDays } = usePeriod()
  const query = useQuery('gaps.delays', period, { topics: ['cases', 'clocks'] })
  const { data } = query
  const columns: Column<DelayRow>[] = [
    ...useCaseColumns<DelayRow>(),
    {
      id: 'received',
      header: t('columns.received'),
      width: '140px',
      cell: (row) => <InstantText at={row.case.receivedAt} />,
    },
    {
      id: 'response',
      header: t('columns.response'),
      width: '110px',
      align: 'right',
      cell: (row) => durationText(row.responseMs),
    },
    {
      id: 'state',
      header: t('columns.state'),
      width: '140px',
      cell: ({ answeredAt, isResponseLate }) =>
        isResponseLate && <StateBadge tone="bad" label={answeredAt === null ? t('awaited') : t('late')} />,
    },
    {
      id: 'overdue',
      header: t('columns.overdue'),
      width: '110px',
      align: 'right',
      cell: (row) => (row.overdueMs > 0 ? durationText(row.overdueMs) : '—'),
    },
  ]
  return (
    <>
      <div className={styles.bar}>
        <PeriodField days={days} onChange={setDays} />
      </div>
      <div className={record.cards}>
        <StatCard label={t('cards.complaints')} value={countText(data?.complaints ?? 0)} />
        <StatCard label={t('cards.answered')} value={countText(data?.answered ?? 0)} />
        <StatCard label={t('cards.within')} value={data?.withinPercent == null ? '—' : `${data.withinPercent}%`} />
        <StatCard label={t('cards.median')} value={durationOr(data?.medianMs)} />
        <StatCard label={t('cards.mean')} value={durationOr(data?.meanMs)} />
      </div>
      <DataTable
        label={t('tabs.delays')}
        columns={columns}
        rows={queryRows(query, (answer) => answer.rows)}
        rowKey={(row) => row.case.id}
        onOpen={(row) => go('cases', { id: row.case.id })}
        empty={<EmptyState title={t('delaysNone')} />}
      />
    </>
  )
}
