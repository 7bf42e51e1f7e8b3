import { Select } from '@mantine/core'
import { useState } from 'react'
import type { Department } from '../../../shared/cases/words.ts'
import type { LiabilityCounts, LiabilityRow } from '../../../shared/liability/model.ts'
import {
  GROUND_NAMES,
  GROUNDS,
  type Ground,
  PARTIES,
  PARTY_NAMES,
  type Party,
} from '../../../shared/liability/words.ts'
import type { Day } from '../../../shared/time.ts'
import { call } from '../../client.ts'
import { useT } from '../../i18n/use-t.ts'
import { useClasses } from '../../ui/classes.ts'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { DayField } from '../../ui/fields.tsx'
import { countText, percentText } from '../../ui/formats.ts'
import { useKeysetRows } from '../../ui/keyset-rows.ts'
import { go } from '../../ui/navigation.ts'
import styles from '../../ui/record.module.css'
import { choicesOf, namedBy, useName } from '../../ui/use-name.ts'
import { InstantText } from '../../ui/values.tsx'
import { useQuery } from '../../use-query.ts'
import { ListTable } from './ListTable.tsx'

const DAY_MS = 86_400_000
const from = (day: Day | null) => (day === null ? {} : { from: Date.parse(`${day}T00:00:00+08:00`) })
const until = (day: Day | null) => (day === null ? {} : { until: Date.parse(`${day}T00:00:00+08:00`) + DAY_MS })

function useColumns(): Column<LiabilityRow>[] {
  const l = useT('liability')
  const nameOf = useName()
  const { deskNames } = useClasses()
  return [
    {
      id: 'case',
      header: l('columns.case'),
      width: '150px',
      cell: (row) => <span className="num">{row.caseNumber}</span>,
    },
    { id: 'party', header: l('fields.party'), width: '110px', cell: (row) => nameOf(PARTY_NAMES[row.party]) },
    {
      id: 'grounds',
      header: l('columns.grounds'),
      width: 'minmax(140px, 2fr)',
      cell: (row) => row.grounds.map((ground) => nameOf(GROUND_NAMES[ground])).join('；'),
    },
    {
      id: 'departments',
      header: l('columns.departments'),
      width: 'minmax(100px, 1fr)',
      cell: (row) => row.departments.map((one) => namedBy(deskNames, one, nameOf)).join('、'),
    },
    { id: 'finalAt', header: l('columns.finalAt'), width: '140px', cell: (row) => <InstantText at={row.finalAt} /> },
  ]
}

/** S2-97 S2-98: final findings, searched and counted. */
export function RecordsTab() {
  const l = useT('liability')
  const u = useT('ui')
  const nameOf = useName()
  const { deskNames } = useClasses()
  const [party, setParty] = useState<Party | null>(null)
  const [ground, setGround] = useState<Ground | null>(null)
  const [department, setDepartment] = useState<Department | null>(null)
  const [first, setFirst] = useState<Day | null>(null)
  const [last, setLast] = useState<Day | null>(null)
  const period = { ...from(first), ...until(last) }
  const filter = {
    ...period,
    ...(party ? { party } : {}),
    ...(ground ? { ground } : {}),
    ...(department ? { department } : {}),
  }
  const counts = useQuery('liability.counts', period, { topics: ['cases'] })
  const rows = useKeysetRows({
    key: JSON.stringify(filter),
    topics: ['cases'],
    loadPage: async (after: { finalAt: number; id: string } | null) => {
      const page = await call('liability.list', { ...filter, ...(after ? { after } : {}) })
      if (!page.ok) return page
      const end = page.value.rows.at(-1)
      const next = page.value.hasMore && end ? { finalAt: end.finalAt, id: end.id } : null
      return { ok: true, value: { rows: page.value.rows, total: counts.data?.total ?? page.value.rows.length, next } }
    },
  })
  const clear = { clearable: true, clearButtonProps: { 'aria-label': u('actions.clear') } }
  return (
    <>
      <div className={styles.line}>
        <Select
          {...clear}
          aria-label={l('fields.party')}
          placeholder={l('filters.anyParty')}
          value={party}
          data={choicesOf(PARTY_NAMES, nameOf)}
          onChange={(value) => setParty(PARTIES.find((one) => one === value) ?? null)}
        />
        <Select
          {...clear}
          aria-label={l('fields.grounds')}
          placeholder={l('filters.anyGround')}
          value={ground}
          data={choicesOf(GROUND_NAMES, nameOf)}
          onChange={(value) => setGround(GROUNDS.find((one) => one === value) ?? null)}
        />
        <Select
          {...clear}
          aria-label={l('fields.department')}
          placeholder={l('filters.anyDepartment')}
          value={department}
          data={choicesOf(deskNames, nameOf)}
          onChange={setDepartment}
        />
        <DayField aria-label={l('filters.from')} value={first} onChange={setFirst} />
        <DayField aria-label={l('filters.until')} value={last} onChange={setLast} />
      </div>
      {counts.data && counts.data.total > 0 && <Counts counts={counts.data} />}
      <DataTable
        label={l('counts.total')}
        columns={useColumns()}
        rows={rows}
        rowKey={(row) => row.id}
        onOpen={(row) => go('cases', { id: row.caseId })}
        empty={<EmptyState title={l('emptyList')} />}
      />
    </>
  )
}

function Counts({ counts }: { counts: LiabilityCounts }) {
  const l = useT('liability')
  const nameOf = useName()
  const { deskNames } = useClasses()
  const groups: [label: string, rows: { name: string; count: number; share?: number }[]][] = [
    [l('counts.party'), counts.parties.map((one) => ({ name: nameOf(PARTY_NAMES[one.party]), count: one.count }))],
    [l('counts.ground'), counts.grounds.map((one) => ({ name: nameOf(GROUND_NAMES[one.ground]), count: one.count }))],
    [
      l('counts.department'),
      counts.departments.map(({ department, count, percentSum }) => ({
        ...{ name: namedBy(deskNames, department, nameOf), count, share: percentSum / count / 100 },
      })),
    ],
    [l('counts.month'), counts.months.map((one) => ({ name: one.month, count: one.count }))],
  ]
  return (
    <details>
      <summary className={styles.part}>
        {l('counts.total')}: {countText(counts.total)}
      </summary>
      <div className={styles.form}>
        {groups.map(([label, rows]) => (
          <div key={label}>
            <h3 className={styles.part}>{label}</h3>
            <ListTable
              label={label}
              columns={[
                { header: l('countColumns.name'), cell: (row) => row.name },
                { header: l('countColumns.count'), cell: (row) => countText(row.count), isNumber: true },
                ...(label === l('counts.department')
                  ? [
                      {
                        header: l('countColumns.share'),
                        cell: (row: { share?: number }) => percentText(row.share ?? 0),
                        isNumber: true,
                      },
                    ]
                  : []),
              ]}
              rows={rows}
              rowKey={({ name }) => name}
              empty=""
            />
          </div>
        ))}
      </div>
    </details>
  )
}
