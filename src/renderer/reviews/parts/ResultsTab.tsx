import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { AgentMonth } from '../../../shared/reviews/model.ts'
import { FORM_KIND_NAMES } from '../../../shared/reviews/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { countText, today } from '../../ui/formats.ts'
import { queryRows } from '../../ui/rows.ts'
import { useName } from '../../ui/use-name.ts'
import { useQuery } from '../../use-query.ts'
import { totalTone } from '../words.ts'
import styles from './reviews.module.css'

/** Each person's month: judgements, average, lowest, and the standard where it is weakest. */
export function ResultsTab() {
  const t = useT('reviews')
  const nameOf = useName()
  const [month, setMonth] = useState(today().slice(0, 7))
  const isMonth = /^\d{4}-\d{2}$/.test(month)
  const query = useQuery('reviews.results', { month }, { topics: ['reviews'], enabled: isMonth })
  const number = (id: 'count' | 'lowest' | 'failed' | 'disputed', width = '96px') =>
    ({
      id,
      width,
      header: t(`columns.${id}`),
      align: 'right',
      cell: (row: AgentMonth) => countText(row[id]),
    }) as const
  const columns: Column<AgentMonth>[] = [
    { id: 'agent', header: t('columns.agent'), width: 'minmax(110px, 1fr)', cell: (row) => row.agentName },
    { id: 'kind', header: t('columns.kind'), width: '130px', cell: (row) => nameOf(FORM_KIND_NAMES[row.kind]) },
    number('count', '80px'),
    {
      id: 'average',
      header: t('columns.average'),
      width: '90px',
      cell: (row) => <StateBadge tone={totalTone(row.average)} label={row.average.toFixed(1)} />,
    },
    number('lowest', '80px'),
    number('failed', '130px'),
    number('disputed', '90px'),
    {
      id: 'weakest',
      header: t('columns.weakest'),
      width: 'minmax(140px, 1fr)',
      cell: ({ groups: [weakest] }) => (weakest ? `${nameOf(weakest.name)} ${weakest.average.toFixed(1)}` : '—'),
    },
    {
      id: 'actions',
      header: t('columns.actions'),
      width: '110px',
      align: 'right',
      cell: (row) => countText(row.openActions),
    },
  ]
  return (
    <>
      <div className={styles.line}>
        <TextInput
          type="month"
          aria-label={t('filters.month')}
          value={month}
          onChange={(event) => setMonth(event.currentTarget.value)}
        />
      </div>
      <DataTable
        label={t('tabs.results')}
        columns={columns}
        rows={queryRows(query, (rows) => rows)}
        rowKey={(row) => `${row.agentId} ${row.kind}`}
        empty={<EmptyState title={t('noResults')} />}
      />
    </>
  )
}
