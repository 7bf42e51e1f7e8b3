import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import type { RightsRequest } from '../../../shared/rights/model.ts'
import { DUE_STATE_NAMES, REQUEST_KIND_NAMES, REQUEST_STATE_NAMES } from '../../../shared/rights/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { SplitView } from '../../ui/DetailPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { queryRows } from '../../ui/rows.ts'
import { useName } from '../../ui/use-name.ts'
import { InstantText } from '../../ui/values.tsx'
import { useQuery } from '../../use-query.ts'
import { lastDayText } from '../last-day.ts'
import { DUE_TONES, REQUEST_TONES } from '../tones.ts'
import { RequestPanel } from './RequestPanel.tsx'
import styles from './rights.module.css'

/** The register of requests, by the end of their limit. */
export function RequestsTab() {
  const t = useT('rights')
  const nameOf = useName()
  const [view, setView] = useState<'open' | 'settled'>('open')
  const [openId, setOpenId] = useState<string | null>(null)
  const query = useQuery('rights.list', { view }, { topics: ['rights', 'clocks'] })
  const open = query.data?.find(({ id }) => id === openId)
  const all: Column<RightsRequest>[] = [
    { id: 'number', header: t('columns.number'), width: '120px', cell: (row) => row.number },
    {
      id: 'member',
      header: t('columns.member'),
      width: 'minmax(120px, 1fr)',
      cell: (row) => `${row.memberName} ${row.card}`,
    },
    {
      id: 'kind',
      header: t('columns.kind'),
      width: '150px',
      cell: (row) => nameOf(REQUEST_KIND_NAMES[row.kind]),
    },
    {
      id: 'received',
      header: t('columns.received'),
      width: '140px',
      cell: (row) => <InstantText at={row.receivedAt} />,
    },
    {
      id: 'due',
      header: t('columns.due'),
      width: '230px',
      cell: (row) => (
        <span className={styles.inline}>
          {lastDayText(row.dueAt)}
          {row.due && <StateBadge tone={DUE_TONES[row.due]} label={nameOf(DUE_STATE_NAMES[row.due])} />}
        </span>
      ),
    },
    {
      id: 'state',
      header: t('columns.state'),
      width: '110px',
      cell: (row) => <StateBadge tone={REQUEST_TONES[row.state]} label={nameOf(REQUEST_STATE_NAMES[row.state])} />,
    },
  ]
  return (
    <>
      <div className={styles.bar}>
        <SegmentedControl
          aria-label={t('request.view')}
          data={[
            { value: 'open', label: t('request.open') },
            { value: 'settled', label: t('request.settled') },
          ]}
          value={view}
          onChange={(next) => setView(next === 'settled' ? 'settled' : 'open')}
        />
      </div>
      <SplitView
        list={
          <DataTable
            label={t('tabs.requests')}
            columns={open ? all.filter(({ id }) => ['number', 'kind', 'state'].includes(id)) : all}
            rows={queryRows(query, (rows) => rows)}
            rowKey={(row) => row.id}
            onOpen={(row) => setOpenId(row.id)}
            openKey={openId ?? undefined}
            empty={<EmptyState title={t('request.none')} />}
          />
        }
        detail={open ? <RequestPanel key={open.id} request={open} onClose={() => setOpenId(null)} /> : null}
      />
    </>
  )
}
