import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { DeedView } from '../../../shared/improvements/loop.ts'
import { DEED_FORM_NAMES, DEED_KIND_NAMES } from '../../../shared/improvements/loop-words.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { dayText } from '../../ui/formats.ts'
import { queryRows } from '../../ui/rows.ts'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import { AddDeed } from './AddDeed.tsx'
import styles from './improvements.module.css'

function useColumns(): Column<DeedView>[] {
  const t = useT('loop')
  const nameOf = useName()
  const me = useSession((state) => state.user?.id)
  const see = useCommand('loop.seeDeed')
  return [
    { id: 'day', header: t('deeds.columns.day'), width: '110px', cell: (row) => dayText(row.day) },
    { id: 'name', header: t('deeds.columns.name'), width: '96px', cell: (row) => row.name },
    {
      id: 'kind',
      header: t('deeds.columns.kind'),
      width: '110px',
      cell: (row) => (
        <StateBadge tone={row.kind === 'reward' ? 'good' : 'bad'} label={nameOf(DEED_KIND_NAMES[row.kind])} />
      ),
    },
    { id: 'form', header: t('deeds.columns.form'), width: '150px', cell: (row) => nameOf(DEED_FORM_NAMES[row.form]) },
    { id: 'reason', header: t('deeds.columns.reason'), width: 'minmax(140px, 1fr)', cell: (row) => row.reason },
    {
      id: 'caseNumber',
      header: t('deeds.columns.caseNumber'),
      width: '150px',
      cell: (row) => <span className="num">{row.caseNumber ?? '—'}</span>,
    },
    { id: 'by', header: t('deeds.columns.by'), width: '96px', cell: (row) => row.decidedByName },
    {
      id: 'seen',
      header: t('deeds.columns.seen'),
      width: '130px',
      cell: (row) =>
        row.userId === me && !row.isSeen ? (
          <Button size="compact-xs" variant="default" onClick={() => void see.run({ id: row.id })}>
            {t('deeds.see')}
          </Button>
        ) : row.isSeen ? (
          t('deeds.seen')
        ) : (
          t('deeds.unseen')
        ),
    },
  ]
}

/** Rewards for outstanding and penalties for poor handling; an agent sees their own (S4-143, S4-144). */
export function DeedsTab() {
  const t = useT('loop')
  const isLead = useSession((state) => state.user?.role) !== 'agent'
  const [isAdding, setAdding] = useState(false)
  const query = useQuery('loop.deeds', {}, { topics: ['improvements'] })
  const columns = useColumns()
  return (
    <>
      {isLead && (
        <div className={styles.filters}>
          <Button className={styles.push ?? ''} leftSection={<IconPlus size={15} />} onClick={() => setAdding(true)}>
            {t('deeds.add')}
          </Button>
        </div>
      )}
      <DataTable
        label={t('deeds.title')}
        columns={columns}
        rows={queryRows(query, (rows) => rows)}
        rowKey={(row) => row.id}
        minWidth={860}
        empty={<EmptyState title={t('deeds.empty')} text={t('deeds.emptyText')} />}
      />
      {isAdding && <AddDeed onClose={() => setAdding(false)} />}
    </>
  )
}
