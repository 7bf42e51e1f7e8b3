import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import type { TripRow } from '../../../shared/trips/model.ts'
import { PAYMENT_STATE_NAMES, TRIP_STAGE_NAMES, TRIP_STATES, type TripState } from '../../../shared/trips/words.ts'
import { call } from '../../client.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useKeysetRows } from '../../ui/keyset-rows.ts'
import { go } from '../../ui/navigation.ts'
import { useName } from '../../ui/use-name.ts'
import { PAYMENT_TONES } from '../tones.ts'
import styles from '../trips.module.css'
import { useDaysText } from '../use-days-text.ts'

function useColumns(): Column<TripRow>[] {
  const t = useT('trips')
  const nameOf = useName()
  const daysText = useDaysText()
  return [
    {
      id: 'number',
      header: t('columns.number'),
      width: '116px',
      cell: (row) => <span className="num">{row.number}</span>,
    },
    { id: 'title', header: t('columns.title'), width: 'minmax(150px, 2fr)', cell: (row) => row.title },
    { id: 'member', header: t('columns.member'), width: 'minmax(90px, 1fr)', cell: (row) => row.memberName },
    { id: 'destination', header: t('columns.destination'), width: 'minmax(90px, 1fr)', cell: (row) => row.destination },
    {
      id: 'days',
      header: t('columns.days'),
      width: '190px',
      cell: (row) => <span className="num">{daysText(row)}</span>,
    },
    { id: 'stage', header: t('columns.stage'), width: '128px', cell: (row) => nameOf(TRIP_STAGE_NAMES[row.stage]) },
    {
      id: 'payment',
      header: t('columns.payment'),
      width: '132px',
      cell: (row) => <StateBadge tone={PAYMENT_TONES[row.payment]} label={nameOf(PAYMENT_STATE_NAMES[row.payment])} />,
    },
    { id: 'owner', header: t('columns.owner'), width: '90px', cell: (row) => row.ownerName },
  ]
}

/** Every trip of a state, the newest first. */
export function ListTab() {
  const t = useT('trips')
  const [state, setState] = useState<TripState>('open')
  const rows = useKeysetRows<TripRow, { openedAt: number; id: string }>({
    key: state,
    topics: ['trips'],
    loadPage: (after) => call('trips.list', { state, ...(after ? { after } : {}) }),
  })
  return (
    <>
      <div className={styles.next}>
        <SegmentedControl
          aria-label={t('states.label')}
          value={state}
          onChange={(value) => setState(TRIP_STATES.find((one) => one === value) ?? 'open')}
          data={TRIP_STATES.map((value) => ({ value, label: t(`states.${value}`) }))}
        />
      </div>
      <DataTable
        label={t('tabs.list')}
        columns={useColumns()}
        rows={rows}
        rowKey={(row) => row.id}
        onOpen={(row) => go('trips', { id: row.id })}
        minWidth={900}
        empty={<EmptyState title={t('list.empty')} text={t('list.emptyText')} />}
      />
    </>
  )
}
