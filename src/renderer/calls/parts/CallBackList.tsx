import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import type { CallBack } from '../../../shared/calls/model.ts'
import { CALL_STATE_NAMES } from '../../../shared/calls/words.ts'
import type { CallId } from '../../../shared/ids.ts'
import { useT } from '../../i18n/use-t.ts'
import { NameWithTier } from '../../ui/badges.tsx'
import { Countdown } from '../../ui/Countdown.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { dateTimeText } from '../../ui/formats.ts'
import { queryRows } from '../../ui/rows.ts'
import { useName } from '../../ui/use-name.ts'
import { useQuery } from '../../use-query.ts'
import { CallBackActs } from './CallBackActs.tsx'
import { CloseCallBack, type Closing } from './CloseCallBack.tsx'
import styles from './calls.module.css'

/** People who were not answered or were promised a call, the most urgent first. */
export function CallBackList({ isNarrow, onOpen }: { isNarrow: boolean; onOpen: (id: CallId) => void }) {
  const t = useT('calls')
  const [isAll, setAll] = useState(false)
  const [closing, setClosing] = useState<Closing | null>(null)
  const query = useQuery('calls.callBacks', { mine: !isAll }, { topics: ['calls', 'cases'] })
  const columns = useColumns(setClosing, isNarrow)
  return (
    <>
      <div className={styles.bar}>
        <Checkbox
          label={t('page.everyone')}
          checked={isAll}
          onChange={(event) => setAll(event.currentTarget.checked)}
        />
      </div>
      <DataTable
        label={t('page.callBacks')}
        columns={columns}
        rows={queryRows(query, (list) => list)}
        rowKey={(row) => row.id}
        onOpen={(row) => onOpen(row.callId)}
        empty={<EmptyState title={t('page.noCallBacks')} />}
      />
      <CloseCallBack shown={closing} onClose={() => setClosing(null)} />
    </>
  )
}

/** What stands beside an open call still says who, by when, and lets them be called. */
const BESIDE = ['due', 'who', 'actions']

function useColumns(onClose: (closing: Closing) => void, isNarrow: boolean): Column<CallBack>[] {
  const t = useT('calls')
  const desk = useT('callDesk')
  const nameOf = useName()
  const needed = useQuery('settings.read', {}, { topics: ['settings'] }).data?.callBackTries ?? 1
  const aboutOf = ({ text, callNumber, callState, callingName }: CallBack) => {
    if (callingName !== null) return desk('back.calling', { name: callingName })
    return text === callNumber ? `${nameOf(CALL_STATE_NAMES[callState])} ${callNumber}` : text
  }
  const all: Column<CallBack>[] = [
    { id: 'due', header: t('columns.due'), width: '140px', cell: (row) => <Countdown dueAt={row.dueAt} /> },
    {
      id: 'who',
      header: t('columns.who'),
      width: 'minmax(130px, 1fr)',
      cell: (row) => <NameWithTier name={row.memberName ?? t('bar.newCaller')} tier={row.tier} />,
    },
    {
      id: 'phone',
      header: t('columns.phone'),
      width: '130px',
      cell: (row) => <span className="num">{row.phoneMasked}</span>,
    },
    {
      id: 'about',
      header: t('columns.about'),
      width: 'minmax(120px, 1fr)',
      cell: (row) => <span>{aboutOf(row)}</span>,
    },
    {
      id: 'tries',
      header: desk('back.tries'),
      width: '86px',
      cell: ({ tries, lastTryAt }) => (
        <span title={lastTryAt === null ? undefined : dateTimeText(lastTryAt)}>
          {desk('back.triesOf', { tries, needed })}
        </span>
      ),
    },
    { id: 'owner', header: t('columns.owner'), width: '90px', cell: (row) => <span>{row.ownerName}</span> },
    {
      id: 'actions',
      header: t('columns.actions'),
      width: '280px',
      cell: (row) => <CallBackActs row={row} needed={needed} onClose={onClose} />,
    },
  ]
  return isNarrow ? all.filter(({ id }) => BESIDE.includes(id)) : all
}
