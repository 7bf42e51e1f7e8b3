import { Select } from '@mantine/core'
import { useState } from 'react'
import { CASE_KIND_NAMES, type CaseKind } from '../../../shared/cases/words.ts'
import type { CauseCount } from '../../../shared/causes/contract.ts'
import type { Day } from '../../../shared/time.ts'
import { DAY } from '../../../shared/time.ts'
import { useT } from '../../i18n/use-t.ts'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { DayField } from '../../ui/fields.tsx'
import { countText, percentText, today } from '../../ui/formats.ts'
import record from '../../ui/record.module.css'
import { rowsOf } from '../../ui/rows.ts'
import { useQuery } from '../../use-query.ts'
import { pathText, useName } from '../tree.ts'
import styles from './causes.module.css'

const startOf = (day: Day) => Date.parse(`${day}T00:00:00+08:00`)

/** How often each cause was found over a period, with all that stand below it. */
export function CountsView() {
  const t = useT('causes')
  const nameOf = useName()
  const [from, setFrom] = useState<Day>(today(Date.now() - 90 * DAY))
  const [to, setTo] = useState<Day>(today())
  const [kind, setKind] = useState<CaseKind>('complaint')
  const { data: tree } = useQuery('causes.tree', {}, { topics: ['policies'] })
  const period = { from: startOf(from), to: startOf(to) + DAY, kind }
  const { data } = useQuery('causes.counts', period, { topics: ['cases'] })
  const columns: Column<CauseCount>[] = [
    { id: 'code', header: t('columns.code'), width: '150px', cell: (row) => <span className="mono">{row.code}</span> },
    {
      id: 'name',
      header: t('columns.name'),
      width: 'minmax(160px, 1fr)',
      cell: (row) => (tree ? pathText(row.code, tree, nameOf) : row.code),
    },
    { id: 'own', header: t('counts.own'), width: '96px', align: 'right', cell: (row) => countText(row.own) },
    { id: 'total', header: t('counts.total'), width: '110px', align: 'right', cell: (row) => countText(row.total) },
    { id: 'share', header: t('counts.share'), width: '84px', align: 'right', cell: (row) => percentText(row.share) },
    {
      id: 'bar',
      header: '',
      width: 'minmax(80px, 0.6fr)',
      cell: (row) => (
        <div className={styles.bar} aria-hidden>
          <span style={{ width: `${Math.round(row.share * 100)}%` }} />
        </div>
      ),
    },
  ]
  return (
    <>
      <div className={styles.line}>
        <DayField aria-label={t('counts.from')} value={from} onChange={(day) => day && setFrom(day)} />
        <DayField aria-label={t('counts.to')} value={to} onChange={(day) => day && setTo(day)} />
        <Select
          aria-label={t('counts.kind')}
          data={Object.entries(CASE_KIND_NAMES).map(([value, name]) => ({
            value: value as CaseKind,
            label: nameOf(name),
          }))}
          value={kind}
          onChange={(value) => value && setKind(value)}
        />
        {data && (
          <span className={record.faint}>{t('counts.found', { found: data.found, without: data.without })}</span>
        )}
      </div>
      <DataTable
        label={t('tabs.counts')}
        columns={columns}
        rows={rowsOf(data?.counts ?? [])}
        rowKey={(row) => row.code}
        empty={<EmptyState title={t('counts.empty')} />}
      />
    </>
  )
}
