import { Button, Group, Select } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { AuditRow } from '../../shared/audit/contract.ts'
import type { UserId } from '../../shared/ids.ts'
import { useLanguage, useT } from '../i18n/use-t.ts'
import { StateBadge } from '../ui/badges.tsx'
import { type Column, DataTable } from '../ui/DataTable.tsx'
import { SplitView } from '../ui/DetailPanel.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { queryRows } from '../ui/rows.ts'
import { InstantText } from '../ui/values.tsx'
import { useQuery } from '../use-query.ts'
import { auditedCalls, callText } from './call-names.ts'
import { ChainReport, useChain } from './parts/Chain.tsx'
import { EntryPanel } from './parts/EntryPanel.tsx'

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
      cell: (row) => (row.actorId === 'system' ? t('system') : row.actorName),
    },
    {
      id: 'call',
      header: t('columns.call'),
      width: 'minmax(180px, 1.6fr)',
      cell: (row) => callText(row.call, language),
    },
    { id: 'member', header: t('columns.member'), width: '130px', cell: (row) => row.memberCard ?? '' },
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
  const language = useLanguage()
  const [actor, setActor] = useState<string | null>(null)
  const [name, setName] = useState<string | null>(null)
  const [before, setBefore] = useState<number[]>([])
  const [openRow, setOpenRow] = useState<AuditRow | null>(null)
  const people = useQuery('users.list', { includeDisabled: true }, { topics: ['users'] })
  const at = before.at(-1)
  const filter = {
    limit: PAGE,
    ...(actor ? { actor: actor as UserId } : {}),
    ...(name ? { call: name } : {}),
    ...(at === undefined ? {} : { before: at }),
  }
  const query = useQuery('audit.list', filter)
  const calls = useMemo(() => auditedCalls(language), [language])
  const chain = useChain()
  const columns = useColumns()
  const last = query.data?.rows.at(-1)

  return (
    <div className="page">
      <PageHeader title={t('title')} subtitle={t('subtitle')} actions={chain.actions}>
        <Select
          w={180}
          aria-label={t('filters.actor')}
          placeholder={t('filters.anyone')}
          data={(people.data ?? []).map(({ id, name: label }) => ({ value: id, label }))}
          value={actor}
          onChange={(value) => {
            setActor(value)
            setBefore([])
          }}
          clearable
          searchable
        />
        <Select
          w={280}
          aria-label={t('filters.call')}
          placeholder={t('filters.anything')}
          data={calls}
          value={name}
          onChange={(value) => {
            setName(value)
            setBefore([])
          }}
          clearable
          searchable
        />
        <Group gap="xs" ml="auto">
          <Button variant="default" disabled={before.length === 0} onClick={() => setBefore(before.slice(0, -1))}>
            {t('newer')}
          </Button>
          <Button
            variant="default"
            disabled={!query.data?.more || !last}
            onClick={() => last && setBefore([...before, last.seq])}
          >
            {t('older')}
          </Button>
        </Group>
      </PageHeader>
      <ChainReport report={chain.report} />
      <SplitView
        list={
          <DataTable
            label={t('title')}
            columns={openRow ? columns.filter(({ id }) => id !== 'member') : columns}
            rows={queryRows(query, (answer) => answer.rows)}
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
