import { Alert } from '@mantine/core'
import { useState } from 'react'
import type { BackupRow } from '../../../shared/backups/model.ts'
import { failureText } from '../../failure-text.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge, type Tone } from '../../ui/badges.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { SplitView } from '../../ui/DetailPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { bytesText, dateTimeText } from '../../ui/formats.ts'
import { queryRows } from '../../ui/rows.ts'
import { InstantText } from '../../ui/values.tsx'
import { useQuery } from '../../use-query.ts'
import { BackupPanel } from './BackupPanel.tsx'
import { BackupPlan } from './BackupPlan.tsx'
import { type BackupState, failureOf, stateOf } from './backup-words.ts'
import { useListFocus } from './use-list-focus.ts'

const TONES: Record<BackupState, Tone> = { there: 'good', removed: 'neutral', gone: 'warn', failed: 'bad' }
/** Beside an open backup; the name of its file says when it was made. */
const WIDE_ONLY = ['at', 'size', 'by']
/** More than a plan can keep, so that what still stands is seen among those that failed or gave way. */
const SHOWN = 300

function useColumns(isNarrow: boolean): Column<BackupRow>[] {
  const t = useT('backups')
  const all: Column<BackupRow>[] = [
    { id: 'at', header: t('columns.at'), width: '140px', cell: (row) => <InstantText at={row.at} /> },
    { id: 'file', header: t('columns.file'), width: 'minmax(120px, 1.6fr)', cell: (row) => row.fileName },
    {
      id: 'size',
      header: t('columns.size'),
      width: '90px',
      align: 'right',
      cell: (row) => row.outcome === 'done' && bytesText(row.bytes),
    },
    {
      id: 'by',
      header: t('columns.by'),
      width: 'minmax(90px, 1fr)',
      cell: (row) => row.madeByName ?? t('desk'),
    },
    {
      id: 'state',
      header: t('columns.state'),
      width: '116px',
      cell: (row) => <StateBadge tone={TONES[stateOf(row)]} label={t(`states.${stateOf(row)}`)} />,
    },
  ]
  return isNarrow ? all.filter(({ id }) => !WIDE_ONLY.includes(id)) : all
}

/** The plan of backups, and every backup that was made by it; one that is opened can be proved by a drill. */
export function BackupsTab() {
  const t = useT('backups')
  const exports = useT('exports')
  const { list, focusList } = useListFocus()
  const [openId, setOpenId] = useState<string | null>(null)
  const query = useQuery('backups.show', { limit: SHOWN }, { topics: ['backups'] })
  const open = query.data?.rows.find(({ id }) => id === openId)
  const columns = useColumns(open !== undefined)
  const [newest] = query.data?.rows ?? []
  const isOff = query.data !== undefined && query.data.plan?.isOn !== true
  const close = () => {
    setOpenId(null)
    focusList()
  }
  if (query.data?.isShared) return <Alert>{exports('rules.backup-sqlite-only')}</Alert>
  return (
    <>
      {query.data && <BackupPlan plan={query.data.plan} nextAt={query.data.nextAt} />}
      {isOff && (
        <Alert color="yellow" variant="light" p="xs" role="status">
          {t('off')}
        </Alert>
      )}
      {newest?.outcome === 'failed' && (
        <Alert color="red" variant="light" p="xs" role="alert">
          {t('lastFailed', { at: dateTimeText(newest.at), reason: failureText(failureOf(newest)) })}
        </Alert>
      )}
      <SplitView
        list={
          <div ref={list} style={{ display: 'contents' }}>
            <DataTable
              label={t('list')}
              columns={columns}
              rows={queryRows(query, ({ rows }) => rows)}
              rowKey={(row) => row.id}
              onOpen={(row) => setOpenId(row.id)}
              openKey={open?.id}
              empty={<EmptyState title={t('empty')} text={t(isOff ? 'emptyOff' : 'emptyOn')} />}
            />
          </div>
        }
        detail={open ? <BackupPanel key={open.id} row={open} onClose={close} /> : null}
      />
    </>
  )
}
