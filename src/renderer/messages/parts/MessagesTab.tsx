import { Anchor, Button, Select } from '@mantine/core'
import { IconFileExport } from '@tabler/icons-react'
import { useState } from 'react'
import type { MessageRow } from '../../../shared/messages/model.ts'
import {
  MESSAGE_CHANNEL_NAMES,
  MESSAGE_STATE_NAMES,
  type MessageChannel,
  OCCASION_NAMES,
  WAITING_STATES,
} from '../../../shared/messages/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { Countdown } from '../../ui/Countdown.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { DetailPanel, SplitView } from '../../ui/DetailPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { go } from '../../ui/navigation.ts'
import { queryRows } from '../../ui/rows.ts'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { InstantText } from '../../ui/values.tsx'
import { useQuery } from '../../use-query.ts'
import styles from '../messages.module.css'
import { MESSAGE_TONES } from '../tones.ts'
import { FileForm } from './FileForm.tsx'
import { MessageContent } from './MessageContent.tsx'

function useColumns(isSent: boolean, isNarrow: boolean): Column<MessageRow>[] {
  const t = useT('messages')
  const nameOf = useName()
  const all: Column<MessageRow>[] = [
    {
      id: 'due',
      header: t('columns.due'),
      width: isNarrow ? '116px' : '150px',
      cell: (row) => (row.dueAt === null ? t('noLimit') : <Countdown dueAt={row.dueAt} />),
    },
    { id: 'sentAt', header: t('columns.sentAt'), width: '140px', cell: (row) => <InstantText at={row.sentAt} /> },
    {
      id: 'state',
      header: t('columns.state'),
      width: isNarrow ? '110px' : '124px',
      cell: (row) => <StateBadge tone={MESSAGE_TONES[row.state]} label={nameOf(MESSAGE_STATE_NAMES[row.state])} />,
    },
    {
      id: 'occasion',
      header: t('columns.occasion'),
      width: 'minmax(76px, 1fr)',
      cell: (row) => nameOf(OCCASION_NAMES[row.occasion]),
    },
    {
      id: 'channel',
      header: t('columns.channel'),
      width: '130px',
      cell: (row) => nameOf(MESSAGE_CHANNEL_NAMES[row.channel]),
    },
    {
      id: 'person',
      header: t('columns.person'),
      width: isNarrow ? '88px' : '120px',
      cell: (row) => row.personName || '—',
    },
    {
      id: 'case',
      header: t('columns.case'),
      width: '150px',
      cell: (row) => <span className="num">{row.caseNumber ?? '—'}</span>,
    },
    {
      id: 'by',
      header: t('columns.by'),
      width: '96px',
      cell: (row) => (row.isAutomatic ? t('automatic') : row.createdByName),
    },
    { id: 'reply', header: t('columns.reply'), width: '140px', cell: (row) => <InstantText at={row.repliedAt} /> },
  ]
  const hidden = isSent ? ['due', 'state'] : ['sentAt', 'reply']
  return all.filter(({ id }) => !hidden.includes(id) && !(isNarrow && ['channel', 'case', 'by', 'reply'].includes(id)))
}

/** Messages that wait to be sent, the most pressing first, or those that were sent. */
export function MessagesTab({ isSent }: { isSent: boolean }) {
  const t = useT('messages')
  const nameOf = useName()
  const isManager = useSession((session) => session.user?.role === 'manager')
  const [channel, setChannel] = useState<MessageChannel | null>(null)
  const [openId, setOpenId] = useState<string | null>(null)
  const [isWriting, setWriting] = useState(false)
  const states = isSent ? (['sent'] as const) : WAITING_STATES
  const query = useQuery('messages.waiting', { states: [...states], channel }, { topics: ['messages'] })
  const open = query.data?.find(({ id }) => id === openId)
  const columns = useColumns(isSent, open !== undefined)
  return (
    <>
      <div className={styles.filters}>
        <Select
          aria-label={t('columns.channel')}
          placeholder={t('anyChannel')}
          clearable
          clearButtonProps={{ 'aria-label': t('anyChannel') }}
          data={choicesOf(MESSAGE_CHANNEL_NAMES, nameOf)}
          value={channel}
          onChange={setChannel}
          w={180}
        />
        {isManager && !isSent && (
          <Button
            className={styles.push ?? ''}
            variant="default"
            leftSection={<IconFileExport size={15} />}
            onClick={() => setWriting(true)}
          >
            {t('file.open')}
          </Button>
        )}
      </div>
      <SplitView
        list={
          <DataTable
            label={t(isSent ? 'tabs.sent' : 'tabs.waiting')}
            columns={columns}
            rows={queryRows(query, (rows) => rows)}
            rowKey={(row) => row.id}
            onOpen={(row) => setOpenId(row.id)}
            openKey={openId ?? undefined}
            empty={
              isSent ? <EmptyState title={t('emptySent')} /> : <EmptyState title={t('empty')} text={t('emptyText')} />
            }
          />
        }
        detail={
          open ? (
            <DetailPanel
              key={open.id}
              title={nameOf(OCCASION_NAMES[open.occasion])}
              label={t('detail')}
              badges={<StateBadge tone={MESSAGE_TONES[open.state]} label={nameOf(MESSAGE_STATE_NAMES[open.state])} />}
              onClose={() => setOpenId(null)}
            >
              <div className={styles.detail}>
                {open.caseId !== null && (
                  <Anchor component="button" type="button" onClick={() => go('cases', { id: open.caseId ?? '' })}>
                    {t('acts.openCase')} <span className="num">{open.caseNumber}</span>
                  </Anchor>
                )}
                <MessageContent id={open.id} state={open.state} />
              </div>
            </DetailPanel>
          ) : null
        }
      />
      <FileForm isOpen={isWriting} onClose={() => setWriting(false)} />
    </>
  )
}
