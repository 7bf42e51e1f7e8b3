import { useEffect, useState } from 'react'
import type { UnfinishedRow, UnfinishedState } from '../../../shared/exports/unfinished.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge, type Tone } from '../../ui/badges.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { SplitView } from '../../ui/DetailPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { bytesText } from '../../ui/formats.ts'
import { queryRows } from '../../ui/rows.ts'
import { InstantText } from '../../ui/values.tsx'
import type { Query } from '../../use-query.ts'
import { UnfinishedPanel } from './UnfinishedPanel.tsx'
import { useListFocus } from './use-list-focus.ts'

const TONES: Record<UnfinishedState, Tone> = {
  ...{ running: 'info', kept: 'good', anew: 'warn', gone: 'bad', elsewhere: 'neutral' },
}
const WIDE_ONLY = ['at', 'by', 'purpose', 'size']

function useColumns(isNarrow: boolean): Column<UnfinishedRow>[] {
  const t = useT('unfinishedExports')
  const exports = useT('exports')
  const all: Column<UnfinishedRow>[] = [
    { id: 'at', header: t('columns.begunAt'), width: '140px', cell: (row) => <InstantText at={row.begunAt} /> },
    { id: 'by', header: t('columns.begunBy'), width: 'minmax(80px, 0.6fr)', cell: (row) => row.begunBy },
    { id: 'file', header: exports('columns.file'), width: 'minmax(100px, 1fr)', cell: (row) => row.fileName },
    { id: 'purpose', header: exports('columns.purpose'), width: 'minmax(130px, 1.6fr)', cell: (row) => row.purpose },
    {
      id: 'done',
      header: t('columns.done'),
      width: '110px',
      cell: ({ done, files }) => (done ? t('doneOf', { files: done.files, all: files }) : t('unseen')),
    },
    {
      id: 'size',
      header: t('columns.size'),
      width: '90px',
      align: 'right',
      cell: ({ done }) => done && bytesText(done.bytes),
    },
    {
      id: 'state',
      header: t('columns.state'),
      width: '124px',
      cell: ({ state }) => <StateBadge tone={TONES[state]} label={t(`states.${state}`)} />,
    },
  ]
  return isNarrow ? all.filter(({ id }) => !WIDE_ONLY.includes(id)) : all
}

/** Large exports that were begun and did not end: each goes on from here, or is discarded with its folder. */
export function UnfinishedTab({ query }: { query: Query<UnfinishedRow[]> }) {
  const t = useT('unfinishedExports')
  const { list, focusList } = useListFocus()
  const [openId, setOpenId] = useState<string | null>(null)
  // Folders change without the desk: whoever comes here sees them as they are now.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is opened
  useEffect(() => query.reload(), [])
  const open = query.data?.find(({ id }) => id === openId)
  const close = () => {
    setOpenId(null)
    focusList()
  }
  const isGone = openId !== null && query.data !== undefined && open === undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what went away is closed
  useEffect(() => {
    if (isGone) close()
  }, [isGone])
  return (
    <SplitView
      list={
        <div ref={list} style={{ display: 'contents' }}>
          <DataTable
            label={t('tab')}
            columns={useColumns(open !== undefined)}
            rows={queryRows(query, (rows) => rows)}
            rowKey={(row) => row.id}
            onOpen={(row) => setOpenId(row.id)}
            openKey={open?.id}
            empty={<EmptyState title={t('empty')} />}
          />
        </div>
      }
      detail={open ? <UnfinishedPanel key={open.id} row={open} onClose={close} /> : null}
    />
  )
}
