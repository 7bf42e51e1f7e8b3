import { NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { RankRow } from '../../../shared/scorecards/views.ts'
import { useT } from '../../i18n/use-t.ts'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import flow from '../../ui/flow.module.css'
import { today } from '../../ui/formats.ts'
import { queryRows } from '../../ui/rows.ts'
import { useQuery } from '../../use-query.ts'
import { plain } from '../show.ts'
import styles from './scorecards.module.css'

/** S3-114: people by the mean of their frozen months, for whomever the scheme lets see it. */
export function RankingTab() {
  const t = useT('scorecards')
  const [month, setMonth] = useState(today().slice(0, 7))
  const [months, setMonths] = useState(6)
  const query = useQuery('scorecards.ranking', { month, months }, { topics: ['scorecards'], enabled: month !== '' })
  const columns: Column<RankRow>[] = [
    { id: 'place', header: t('ranking.place'), width: '70px', align: 'right', cell: (row) => row.place },
    { id: 'name', header: t('columns.name'), width: 'minmax(100px, 1fr)', cell: (row) => row.name },
    { id: 'total', header: t('columns.total'), width: '100px', align: 'right', cell: (row) => plain(row.total) },
    { id: 'grade', header: t('columns.grade'), width: '90px', cell: (row) => row.grade },
    { id: 'months', header: t('ranking.months'), width: '90px', align: 'right', cell: (row) => row.months },
    {
      id: 'commendations',
      header: t('ranking.commendations'),
      width: '100px',
      align: 'right',
      cell: (row) => row.commendations,
    },
  ]
  return (
    <>
      <div className={styles.bar}>
        <TextInput
          type="month"
          label={t('ranking.until')}
          value={month}
          onChange={(event) => setMonth(event.currentTarget.value)}
        />
        <NumberInput
          w={120}
          label={t('ranking.span')}
          min={1}
          max={24}
          allowDecimal={false}
          value={months}
          onChange={(value) => typeof value === 'number' && value >= 1 && value <= 24 && setMonths(value)}
        />
      </div>
      <p className={flow.faint}>{t('ranking.text')}</p>
      {query.failure ? (
        <FailureAlert failure={query.failure} onRetry={query.reload} />
      ) : (
        <DataTable
          label={t('tabs.ranking')}
          columns={columns}
          rows={queryRows(query, (rows) => rows)}
          rowKey={(row) => row.userId}
          empty={<EmptyState title={t('ranking.empty')} />}
        />
      )}
    </>
  )
}
