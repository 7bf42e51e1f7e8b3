import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { MeetingRow } from '../../../shared/meetings/contract.ts'
import { MEETING_STATE_NAMES } from '../../../shared/meetings/words.ts'
import { useLanguage, useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { SplitView } from '../../ui/DetailPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { dayText, today } from '../../ui/formats.ts'
import { queryRows } from '../../ui/rows.ts'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import styles from '../parts/todos.module.css'
import { MeetingPanel } from './MeetingPanel.tsx'

/** The weekly meetings, newest first (S3-116). */
export function MeetingsTab() {
  const t = useT('meetings')
  const nameOf = useName()
  const language = useLanguage()
  const isLead = useSession((state) => state.user?.role) !== 'agent'
  const [openId, setOpen] = useState<string | null>(null)
  const query = useQuery('meetings.list', {}, { topics: ['todos'] })
  const hold = useCommand('meetings.hold')
  const columns: Column<MeetingRow>[] = [
    {
      id: 'week',
      header: t('meetings.columns.week'),
      width: 'minmax(120px, 1fr)',
      cell: (row) => dayText(row.weekDay),
    },
    { id: 'chair', header: t('meetings.columns.chair'), width: '110px', cell: (row) => row.chairName },
    {
      id: 'tasks',
      header: t('meetings.columns.tasks'),
      width: '80px',
      align: 'right',
      cell: (row) => t('meetings.tasks', { done: row.tasksDone, all: row.tasks }),
    },
    { id: 'unread', header: t('meetings.columns.unread'), width: '80px', align: 'right', cell: (row) => row.unread },
    {
      id: 'state',
      header: t('meetings.columns.state'),
      width: '110px',
      cell: ({ state }) => (
        <StateBadge tone={state === 'draft' ? 'warn' : 'good'} label={nameOf(MEETING_STATE_NAMES[state])} />
      ),
    },
  ]
  const begin = async () => {
    const done = await hold.run({ day: today(), language })
    if (done.ok) setOpen(done.value.id)
  }
  return (
    <>
      {isLead && (
        <div className={styles.filters}>
          <Button
            className={styles.push ?? ''}
            leftSection={<IconPlus size={15} />}
            loading={hold.isBusy}
            onClick={() => void begin()}
          >
            {t('meetings.hold')}
          </Button>
        </div>
      )}
      <SplitView
        list={
          <DataTable
            label={t('meetings.minutes')}
            columns={openId === null ? columns : columns.filter(({ id }) => id !== 'chair' && id !== 'unread')}
            rows={queryRows(query, (rows) => rows)}
            rowKey={(row) => row.id}
            onOpen={(row) => setOpen(row.id)}
            openKey={openId ?? undefined}
            empty={<EmptyState title={t('meetings.empty')} text={t('meetings.emptyText')} />}
          />
        }
        detail={openId === null ? null : <MeetingPanel key={openId} id={openId} onClose={() => setOpen(null)} />}
      />
    </>
  )
}
