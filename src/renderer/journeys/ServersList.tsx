import { useState } from 'react'
import type { ServerRow } from '../../shared/journeys/model.ts'
import { SERVICE_KIND_NAMES } from '../../shared/journeys/words.ts'
import { useT } from '../i18n/use-t.ts'
import { StateBadge } from '../ui/badges.tsx'
import { type Column, DataTable } from '../ui/DataTable.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { DayField } from '../ui/fields.tsx'
import flow from '../ui/flow.module.css'
import { countText, today } from '../ui/formats.ts'
import { queryRows } from '../ui/rows.ts'
import { useName } from '../ui/use-name.ts'
import { InstantText } from '../ui/values.tsx'
import { useQuery } from '../use-query.ts'

/** S4-17: what customers gave guides and others who serve, the lowest average first. */
export function ServersList() {
  const t = useT('journeys')
  const [to, setTo] = useState(today())
  const [from, setFrom] = useState(`${today().slice(0, 4)}-01-01`)
  const query = useQuery('journeys.servers', { from, to }, { topics: ['trips'] })
  return (
    <div className="page">
      <div className={flow.line}>
        <DayField aria-label={t('servers.from')} value={from} onChange={(day) => day && setFrom(day)} />
        <span>–</span>
        <DayField aria-label={t('servers.to')} value={to} onChange={(day) => day && setTo(day)} />
      </div>
      <DataTable
        label={t('pageTabs.servers')}
        columns={useColumns()}
        rows={queryRows(query, (rows) => rows)}
        rowKey={(row) => JSON.stringify([row.kind, row.name, row.person])}
        empty={<EmptyState title={t('servers.empty')} />}
      />
    </div>
  )
}

function useColumns(): Column<ServerRow>[] {
  const t = useT('journeys')
  const nameOf = useName()
  return [
    { id: 'kind', header: t('servers.kind'), width: '90px', cell: (row) => nameOf(SERVICE_KIND_NAMES[row.kind]) },
    { id: 'person', header: t('servers.person'), width: 'minmax(110px, 1fr)', cell: (row) => row.person || t('none') },
    { id: 'name', header: t('servers.name'), width: 'minmax(130px, 1.4fr)', cell: (row) => row.name },
    {
      id: 'average',
      header: t('servers.average'),
      width: '90px',
      align: 'right',
      cell: (row) => (
        <StateBadge
          tone={row.average >= 4 ? 'good' : row.average >= 3 ? 'warn' : 'bad'}
          label={row.average.toFixed(2)}
        />
      ),
    },
    { id: 'count', header: t('servers.count'), width: '80px', align: 'right', cell: (row) => countText(row.count) },
    { id: 'lowest', header: t('servers.lowest'), width: '70px', align: 'right', cell: (row) => countText(row.lowest) },
    { id: 'lastAt', header: t('servers.last'), width: '140px', cell: (row) => <InstantText at={row.lastAt} /> },
    { id: 'last', header: t('after.text'), width: 'minmax(140px, 2fr)', cell: (row) => row.lastText || t('none') },
  ]
}
