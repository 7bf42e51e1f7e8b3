import { IconPhoneIncoming, IconPhoneOutgoing } from '@tabler/icons-react'
import type { CallPlace, CallRow } from '../../../shared/calls/model.ts'
import { CALL_DIRECTION_NAMES, CALL_STATE_NAMES } from '../../../shared/calls/words.ts'
import type { CallId } from '../../../shared/ids.ts'
import { call } from '../../client.ts'
import { useT } from '../../i18n/use-t.ts'
import { NameWithTier, StateBadge, type Tone } from '../../ui/badges.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useKeysetRows } from '../../ui/keyset-rows.ts'
import { useName } from '../../ui/use-name.ts'
import { InstantText } from '../../ui/values.tsx'
import { resultName } from '../result-name.ts'
import { clockText } from '../times.ts'
import styles from './calls.module.css'

type ListFilter = 'all' | 'mine' | 'missed'

export const STATE_TONES: Record<CallRow['state'], Tone> = {
  ringing: 'warn',
  talking: 'info',
  held: 'warn',
  wrapUp: 'info',
  done: 'good',
  missed: 'bad',
  abandoned: 'bad',
}

/** `text` searches all calls instead of listing those of the filter. */
type Props = { filter: ListFilter; text: string; openId: CallId | null; onOpen: (id: CallId) => void }

/** Calls of any number, newest first. */
export function CallTable({ filter, text, openId, onOpen }: Props) {
  const t = useT('calls')
  const columns = useColumns(openId !== null)
  const rows = useKeysetRows<CallRow, CallPlace>({
    key: JSON.stringify([filter, text]),
    topics: ['calls'],
    loadPage: (before) => {
      const from = before === null ? {} : { before }
      return text === '' ? call('calls.recent', { filter, ...from }) : call('search.calls', { text, ...from })
    },
    ...(text === '' ? { loadTotal: () => call('calls.total', { filter }) } : {}),
  })
  return (
    <DataTable
      label={t('title')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      onOpen={(row) => onOpen(row.id)}
      openKey={openId ?? undefined}
      empty={<EmptyState title={t('page.empty')} text={t('page.emptyText')} />}
    />
  )
}

function useColumns(isNarrow: boolean): Column<CallRow>[] {
  const t = useT('calls')
  const nameOf = useName()
  const all: Column<CallRow>[] = [
    {
      id: 'at',
      header: t('columns.at'),
      width: '164px',
      cell: ({ direction, startedAt }) => {
        const Icon = direction === 'inbound' ? IconPhoneIncoming : IconPhoneOutgoing
        return (
          <>
            <Icon
              className={styles.direction}
              size={15}
              role="img"
              aria-label={nameOf(CALL_DIRECTION_NAMES[direction])}
            />
            <InstantText at={startedAt} />
          </>
        )
      },
    },
    {
      id: 'who',
      header: t('columns.who'),
      width: 'minmax(150px, 1.3fr)',
      cell: (row) => <NameWithTier name={row.memberName ?? row.callerName ?? t('bar.newCaller')} tier={row.tier} />,
    },
    {
      id: 'phone',
      header: t('columns.phone'),
      width: '140px',
      cell: (row) => <span className="num">{row.phoneMasked}</span>,
    },
    {
      id: 'state',
      header: t('columns.state'),
      width: '112px',
      cell: (row) => <StateBadge tone={STATE_TONES[row.state]} label={nameOf(CALL_STATE_NAMES[row.state])} />,
    },
    { id: 'wait', header: t('columns.wait'), width: '128px', cell: (row) => <Rings row={row} /> },
    {
      id: 'talk',
      header: t('columns.talk'),
      width: '84px',
      align: 'right',
      cell: (row) => (row.answeredAt === null || row.endedAt === null ? '—' : clockText(row.talkMs)),
    },
    {
      id: 'result',
      header: t('columns.result'),
      width: 'minmax(100px, 1fr)',
      cell: (row) => <span>{resultName(row.resultCode, nameOf)}</span>,
    },
    {
      id: 'agent',
      header: t('columns.agent'),
      width: 'minmax(80px, 0.7fr)',
      cell: (row) => <span>{row.agentName}</span>,
    },
  ]
  const wide = ['phone', 'wait', 'talk', 'agent']
  return isNarrow ? all.filter((column) => !wide.includes(column.id)) : all
}

function Rings({ row }: { row: CallRow }) {
  const t = useT('calls')
  if (row.direction === 'outbound' || row.state === 'ringing') return <span>—</span>
  const text = t('rings', { rings: row.rings })
  if (row.isInTime === null) return <span>{text}</span>
  return <StateBadge tone={row.isInTime ? 'good' : 'warn'} label={row.isInTime ? text : `${text} · ${t('late')}`} />
}
