import { SegmentedControl, Switch } from '@mantine/core'
import { useState } from 'react'
import type { RoadRow } from '../../shared/journeys/model.ts'
import { useT } from '../i18n/use-t.ts'
import { StateBadge } from '../ui/badges.tsx'
import { type Column, DataTable } from '../ui/DataTable.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import flow from '../ui/flow.module.css'
import { dayText } from '../ui/formats.ts'
import { go } from '../ui/navigation.ts'
import { queryRows } from '../ui/rows.ts'
import { InstantText } from '../ui/values.tsx'
import { useQuery } from '../use-query.ts'

type View = 'road' | 'afterSales'

/** S4-60 S4-19: who is on the road today, and who came back and has not been heard. */
export function RoadList() {
  const t = useT('journeys')
  const [view, setView] = useState<View>('road')
  const [isMine, setMine] = useState(false)
  const query = useQuery('journeys.road', { view, isMine }, { topics: ['trips'] })
  return (
    <div className="page">
      <div className={flow.line}>
        <SegmentedControl
          aria-label={t('road.view')}
          value={view}
          onChange={(value) => setView(value === 'road' ? 'road' : 'afterSales')}
          data={[
            { value: 'road', label: t('road.road') },
            { value: 'afterSales', label: t('road.afterSales') },
          ]}
        />
        <Switch label={t('road.mine')} checked={isMine} onChange={(event) => setMine(event.currentTarget.checked)} />
      </div>
      <DataTable
        label={t(view === 'road' ? 'pageTabs.road' : 'road.afterSales')}
        columns={useColumns()}
        rows={queryRows(query, (rows) => rows)}
        rowKey={(row) => row.tripId}
        onOpen={(row) => go('trips', { id: row.tripId, tab: tabFor(view, row) })}
        empty={<EmptyState title={t(view === 'road' ? 'road.empty' : 'road.emptyAfter')} />}
      />
    </div>
  )
}

/** Where somebody goes on who opens a trip from the list. */
function tabFor(view: View, { openEmergencies }: RoadRow): string {
  if (openEmergencies > 0) return 'emergency'
  return view === 'road' ? 'services' : 'afterSales'
}

function useColumns(): Column<RoadRow>[] {
  const t = useT('journeys')
  return [
    { id: 'trip', header: t('road.trip'), width: 'minmax(180px, 2fr)', cell: (row) => `${row.number} ${row.title}` },
    { id: 'member', header: t('road.member'), width: '110px', cell: (row) => row.memberName },
    { id: 'days', header: t('road.days'), width: '190px', cell: daysOf },
    {
      id: 'next',
      header: t('road.next'),
      width: '150px',
      cell: (row) => (row.nextDueAt === null ? t('road.noContact') : <InstantText at={row.nextDueAt} />),
    },
    { id: 'state', header: t('road.state'), width: 'minmax(130px, 1fr)', cell: (row) => <Standing row={row} /> },
    { id: 'owner', header: t('road.owner'), width: '100px', cell: (row) => row.ownerName },
  ]
}

const daysOf = ({ startsOn, endsOn }: RoadRow) =>
  [startsOn, endsOn].flatMap((day) => (day === null ? [] : dayText(day))).join(' – ')

function Standing({ row: { openEmergencies, troubles, isOverdue, missed } }: { row: RoadRow }) {
  const t = useT('journeys')
  if (openEmergencies > 0) return <StateBadge tone="bad" label={t('road.emergencies', { count: openEmergencies })} />
  if (troubles > 0) return <StateBadge tone="warn" label={t('road.troubles', { count: troubles })} />
  if (isOverdue) return <StateBadge tone="bad" label={t('road.overdue')} />
  if (missed > 0) return <StateBadge tone="warn" label={t('road.missed', { count: missed })} />
  return <StateBadge tone="good" label={t('road.calm')} />
}
