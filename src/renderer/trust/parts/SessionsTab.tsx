import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import type { DeskSession } from '../../../shared/trust/model.ts'
import { PROGRAM_NAMES, SESSION_END_NAMES } from '../../../shared/trust/words.ts'
import { call } from '../../client.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { confirmDialog } from '../../ui/confirm.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useKeysetRows } from '../../ui/keyset-rows.ts'
import { tellDone } from '../../ui/notify.ts'
import { useName } from '../../ui/use-name.ts'
import { InstantText } from '../../ui/values.tsx'
import { useCommand } from '../../use-command.ts'
import styles from './trust.module.css'

function useColumns(): Column<DeskSession>[] {
  const t = useT('trust')
  const nameOf = useName()
  return [
    { id: 'person', header: t('columns.person'), width: 'minmax(110px, 1fr)', cell: (row) => row.userName },
    { id: 'place', header: t('columns.place'), width: 'minmax(120px, 1fr)', cell: (row) => row.place },
    { id: 'program', header: t('columns.program'), width: '110px', cell: (row) => nameOf(PROGRAM_NAMES[row.program]) },
    { id: 'started', header: t('columns.started'), width: '150px', cell: (row) => <InstantText at={row.startedAt} /> },
    { id: 'ended', header: t('columns.ended'), width: '150px', cell: (row) => <InstantText at={row.endedAt} /> },
    {
      id: 'how',
      header: t('columns.how'),
      width: '170px',
      cell: ({ endedHow, endedByName }) =>
        endedHow === null ? '' : [nameOf(SESSION_END_NAMES[endedHow]), endedByName].filter(Boolean).join(' · '),
    },
    { id: 'act', header: t('columns.state'), width: '130px', cell: (row) => <State row={row} /> },
  ]
}

function State({ row }: { row: DeskSession }) {
  const t = useT('trust')
  const end = useCommand('trust.endSession')
  if (row.isThis) return <StateBadge tone="good" label={t('thisOne')} />
  if (row.endedAt !== null) return null
  const ask = async () => {
    const isSure = await confirmDialog({ title: t('acts.endSession'), text: `${row.userName} · ${row.place}` })
    if (isSure && (await end.run({ id: row.id })).ok) tellDone(t('saved'))
  }
  return (
    <Button size="compact-xs" variant="default" loading={end.isBusy} onClick={() => void ask()}>
      {t('acts.endSession')}
    </Button>
  )
}

/** Who signed in where and how it ended; a session left open elsewhere is ended from here. */
export function SessionsTab() {
  const t = useT('trust')
  const [isOpenOnly, setOpenOnly] = useState(false)
  const rows = useKeysetRows({
    key: String(isOpenOnly),
    topics: ['trust', 'session'],
    loadPage: (before: { at: number; id: string } | null) =>
      call('trust.sessions', { isOpenOnly, ...(before ? { before } : {}) }),
  })
  return (
    <>
      <div className={styles.filters}>
        <Checkbox
          label={t('fields.openOnly')}
          checked={isOpenOnly}
          onChange={(event) => setOpenOnly(event.currentTarget.checked)}
        />
      </div>
      <DataTable
        label={t('tabs.sessions')}
        columns={useColumns()}
        rows={rows}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t('empty.sessions')} />}
      />
    </>
  )
}
