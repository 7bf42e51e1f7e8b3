import { Button } from '@mantine/core'
import type { WaitingCall } from '../../../shared/calls/waiting.ts'
import { useT } from '../../i18n/use-t.ts'
import { TierBadge } from '../../ui/badges.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { queryRows } from '../../ui/rows.ts'
import { useNow } from '../../ui/use-now.ts'
import { useQuery } from '../../use-query.ts'
import { useCalls } from '../store.ts'
import { clockText } from '../times.ts'
import { useWaitWords } from '../wait-words.ts'
import styles from './calls.module.css'

/** Every call that waits at the desk, also for colleagues, the longest wait first. */
export function WaitingTable() {
  const t = useT('callDesk')
  const query = useQuery('calls.waiting', { mine: false }, { topics: ['calls'] })
  const columns = useColumns()
  return (
    <DataTable
      label={t('waiting.title')}
      columns={columns}
      rows={queryRows(query, (list) => list)}
      rowKey={(row) => row.id}
      empty={<EmptyState title={t('waiting.none')} />}
    />
  )
}

function Waited({ startedAt }: WaitingCall) {
  const now = useNow()
  return <span className="num">{clockText(now - startedAt)}</span>
}

function useColumns(): Column<WaitingCall>[] {
  const t = useT('callDesk')
  const calls = useT('calls')
  const words = useWaitWords()
  const { call, take, isBusy } = useCalls()
  return [
    { id: 'waited', header: t('waiting.columns.waited'), width: '90px', cell: (row) => <Waited {...row} /> },
    {
      id: 'who',
      header: calls('columns.who'),
      width: 'minmax(140px, 1fr)',
      cell: (row) => (
        <>
          {words.who(row)} {row.tier && row.tier !== 'none' && <TierBadge tier={row.tier} />}
        </>
      ),
    },
    {
      id: 'from',
      header: t('waiting.columns.from'),
      width: '130px',
      cell: (row) => <span>{words.from(row) || t('waiting.telephone')}</span>,
    },
    {
      id: 'to',
      header: t('waiting.columns.to'),
      width: '130px',
      cell: (row) => <span>{words.to(row) || t('waiting.anybody')}</span>,
    },
    {
      id: 'note',
      header: t('waiting.columns.note'),
      width: 'minmax(0, 1.4fr)',
      cell: (row) => <span>{row.note}</span>,
    },
    {
      id: 'actions',
      header: t('waiting.columns.actions'),
      width: '90px',
      cell: ({ id }) => (
        <span className={styles.buttons}>
          <Button
            size="compact-xs"
            disabled={call !== null || isBusy}
            onClick={() => void take('calls.takeWaiting', { id })}
          >
            {t('actions.take')}
          </Button>
        </span>
      ),
    },
  ]
}
