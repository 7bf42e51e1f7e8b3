import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import type { AuditRow } from '../../shared/audit/contract.ts'
import type { AuditFilter } from '../../shared/audit/filter.ts'
import { call } from '../client.ts'
import { useLanguage, useT } from '../i18n/use-t.ts'
import { StateBadge } from '../ui/badges.tsx'
import { type Column, DataTable } from '../ui/DataTable.tsx'
import { SplitView } from '../ui/DetailPanel.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useKeysetRows } from '../ui/keyset-rows.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { InstantText } from '../ui/values.tsx'
import { actorText, callText } from './call-names.ts'
import { ChainReport, StartReport, useChain } from './parts/Chain.tsx'
import { EntryPanel } from './parts/EntryPanel.tsx'
import { Filters } from './parts/Filters.tsx'
import { Views } from './parts/Views.tsx'

const PAGE = 200

function useColumns(): Column<AuditRow>[] {
  const t = useT('audit')
  const language = useLanguage()
  return [
    { id: 'seq', header: t('columns.seq'), width: '80px', align: 'right', cell: (row) => row.seq },
    { id: 'at', header: t('columns.at'), width: '150px', cell: (row) => <InstantText at={row.at} /> },
    {
      id: 'actor',
      header: t('columns.actor'),
      width: 'minmax(90px, 0.6fr)',
      cell: (row) => actorText(t, row),
    },
    {
      id: 'call',
      header: t('columns.call'),
      width: 'minmax(180px, 1.6fr)',
      cell: (row) => callText(row.call, language),
    },
    { id: 'member', header: t('columns.member'), width: '130px', cell: (row) => row.memberCard ?? '' },
    { id: 'case', header: t('columns.case'), width: '170px', cell: (row) => row.caseNumber ?? '' },
    {
      id: 'outcome',
      header: t('columns.outcome'),
      width: '100px',
      cell: (row) => <StateBadge tone={row.outcome === 'done' ? 'good' : 'bad'} label={t(`outcome.${row.outcome}`)} />,
    },
  ]
}

/** The audit log: who did or saw what, when, about whom; and the proof that nobody changed it (S3-131). */
export function Page() {
  const t = useT('audit')
  const [filter, setFilter] = useState<AuditFilter>({})
  const [openRow, setOpenRow] = useState<AuditRow | null>(null)
  // Each reading of the log is itself an entry: none for every letter that is typed.
  const [asked] = useDebouncedValue(filter, 350)
  const rows = useKeysetRows<AuditRow, number>({
    key: JSON.stringify(asked),
    loadPage: (before) => call('audit.list', { ...asked, limit: PAGE, ...(before === null ? {} : { before }) }),
  })
  const chain = useChain()
  const columns = useColumns()
  const shown = openRow ? columns.filter(({ id }) => id !== 'member' && id !== 'case') : columns

  return (
    <div className="page">
      <PageHeader title={t('title')} subtitle={t('subtitle')} actions={chain.actions}>
        <Filters filter={filter} onChange={setFilter} />
        <Views filter={filter} onOpen={setFilter} />
      </PageHeader>
      {chain.report ? <ChainReport report={chain.report} /> : <StartReport />}
      <SplitView
        list={
          <DataTable
            label={t('title')}
            columns={shown}
            rows={rows}
            rowKey={(row) => String(row.seq)}
            onOpen={setOpenRow}
            openKey={openRow ? String(openRow.seq) : undefined}
            empty={<EmptyState title={t('empty')} />}
          />
        }
        detail={openRow ? <EntryPanel key={openRow.seq} row={openRow} onClose={() => setOpenRow(null)} /> : null}
      />
      {chain.dialog}
    </div>
  )
}
