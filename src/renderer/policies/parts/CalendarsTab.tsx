import { Button } from '@mantine/core'
import { useState } from 'react'
import type { CalendarLine } from '../../../shared/calendars/contract.ts'
import { useLanguage, useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { SplitView } from '../../ui/DetailPanel.tsx'
import { dayText } from '../../ui/formats.ts'
import { queryRows } from '../../ui/rows.ts'
import { useQuery } from '../../use-query.ts'
import styles from '../policies.module.css'
import { side } from '../words.ts'
import { CalendarPanel } from './CalendarPanel.tsx'
import { Covered } from './Covered.tsx'
import { HoursDialog } from './HoursDialog.tsx'

function useColumns(isNarrow: boolean): Column<CalendarLine>[] {
  const t = useT('policies')
  const all: Column<CalendarLine>[] = [
    { id: 'id', header: t('hours.id'), width: '80px', cell: (row) => row.id },
    { id: 'name', header: t('calendars.name'), width: 'minmax(120px, 1fr)', cell: (row) => row.name[side()] },
    { id: 'zone', header: t('calendars.zone'), width: '130px', cell: (row) => row.zone },
    {
      id: 'covered',
      header: t('calendars.covered'),
      width: '220px',
      cell: ({ alwaysOpen, coverage }) =>
        alwaysOpen ? '—' : t('calendars.until', { from: dayText(coverage.from), to: dayText(coverage.to) }),
    },
    { id: 'missing', header: t('versions.state'), width: '210px', cell: (row) => <Covered line={row} /> },
  ]
  return isNarrow ? all.filter(({ id }) => id === 'id' || id === 'name') : all
}

/** The desk's calendars: what they cover, their days and hours, and how they came about. */
export function CalendarsTab() {
  const t = useT('policies')
  useLanguage()
  const isManager = useSession((state) => state.user?.role === 'manager')
  const [openId, setOpenId] = useState<string | null>(null)
  const [isMaking, setMaking] = useState(false)
  const query = useQuery('calendars.list', {}, { topics: ['policies'] })
  const columns = useColumns(openId !== null)
  return (
    <>
      <div className={styles.line}>
        {(query.data ?? [])
          .filter(({ missingYear }) => missingYear !== null)
          .map((line) => (
            <span key={line.id}>
              {line.name[side()]}: <Covered line={line} />
            </span>
          ))}
        {isManager && (
          <Button className={styles.push ?? ''} onClick={() => setMaking(true)}>
            {t('calendars.create')}
          </Button>
        )}
      </div>
      <SplitView
        list={
          <DataTable
            label={t('calendars.label')}
            columns={columns}
            rows={queryRows(query, (rows) => rows)}
            rowKey={(row) => row.id}
            onOpen={(row) => setOpenId(row.id)}
            openKey={openId ?? undefined}
          />
        }
        detail={openId === null ? null : <CalendarPanel key={openId} id={openId} onClose={() => setOpenId(null)} />}
      />
      {isMaking && <HoursDialog detail={null} all={query.data ?? []} onClose={() => setMaking(false)} />}
    </>
  )
}
