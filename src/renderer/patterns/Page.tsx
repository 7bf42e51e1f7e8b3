import { Button, SegmentedControl } from '@mantine/core'
import { IconRadar2 } from '@tabler/icons-react'
import { useState } from 'react'
import type { PatternAlert } from '../../shared/patterns/contract.ts'
import { ALERT_STATE_NAMES, type AlertState, DIMENSION_NAMES } from '../../shared/patterns/words.ts'
import type { LookNumbers } from '../../shared/targets/desk-numbers.ts'
import { useT } from '../i18n/use-t.ts'
import { StateBadge } from '../ui/badges.tsx'
import { type Column, DataTable } from '../ui/DataTable.tsx'
import { SplitView } from '../ui/DetailPanel.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { countText, dateTimeText } from '../ui/formats.ts'
import { tellDone } from '../ui/notify.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { queryRows } from '../ui/rows.ts'
import { InstantText } from '../ui/values.tsx'
import { useCommand } from '../use-command.ts'
import { useQuery } from '../use-query.ts'
import { AlertPanel } from './parts/AlertPanel.tsx'
import { ALERT_TONES, useName, useValueText } from './words.ts'

/** Days of complaints that are needed before the desk looks by itself. */
const firstDays = ({ windowDays, leastHistory }: LookNumbers) => (leastHistory + 1) * windowDays

const STATES: Record<'current' | 'closed', AlertState[]> = { current: ['open', 'acknowledged'], closed: ['closed'] }

function useColumns(isNarrow: boolean): Column<PatternAlert>[] {
  const t = useT('patterns')
  const nameOf = useName()
  const valueText = useValueText()
  const all: Column<PatternAlert>[] = [
    { id: 'raisedAt', header: t('columns.raisedAt'), width: '140px', cell: (row) => <InstantText at={row.raisedAt} /> },
    {
      id: 'dimension',
      header: t('columns.dimension'),
      width: '84px',
      cell: (row) => nameOf(DIMENSION_NAMES[row.dimension]),
    },
    { id: 'value', header: t('columns.value'), width: 'minmax(84px, 1fr)', cell: valueText },
    {
      id: 'count',
      header: t('columns.count'),
      width: '70px',
      align: 'right',
      cell: (row) => countText(row.figures.count),
    },
    {
      id: 'usual',
      header: t('columns.usual'),
      width: '84px',
      align: 'right',
      cell: (row) => row.figures.expected.toFixed(1),
    },
    {
      id: 'limit',
      header: t('columns.limit'),
      width: '64px',
      align: 'right',
      cell: (row) => countText(row.figures.limit),
    },
    {
      id: 'state',
      header: t('columns.state'),
      width: '136px',
      cell: (row) => <StateBadge tone={ALERT_TONES[row.state]} label={nameOf(ALERT_STATE_NAMES[row.state])} />,
    },
    { id: 'owner', header: t('columns.owner'), width: '96px', cell: (row) => row.ownerName ?? '—' },
  ]
  return isNarrow ? all.filter(({ id }) => !['raisedAt', 'usual', 'limit', 'owner'].includes(id)) : all
}

/** Complaints that heap up beyond what their own history explains (S4-141). */
export function Page() {
  const t = useT('patterns')
  const [shown, setShown] = useState<keyof typeof STATES>('current')
  const [openId, setOpenId] = useState<string | null>(null)
  const query = useQuery('patterns.list', { states: STATES[shown] }, { topics: ['cases'] })
  const { data: run } = useQuery('patterns.nextRun', {}, { topics: ['cases'] })
  const evaluate = useCommand('patterns.evaluate')
  const columns = useColumns(openId !== null)
  const open = query.data?.find(({ id }) => id === openId)
  const look = async () => {
    const looked = await evaluate.run({})
    if (looked.ok) tellDone(t('evaluated', looked.value))
  }
  return (
    <div className="page">
      <PageHeader
        title={t('title')}
        subtitle={
          run?.lastAt
            ? t('lastRun', { time: dateTimeText(run.lastAt) })
            : run && t('neverRun', { days: firstDays(run.numbers), hours: run.everyHours })
        }
        actions={
          <Button leftSection={<IconRadar2 size={15} />} loading={evaluate.isBusy} onClick={() => void look()}>
            {t('evaluate')}
          </Button>
        }
      >
        <SegmentedControl
          aria-label={t('states.label')}
          value={shown}
          onChange={(value) => setShown(value === 'closed' ? 'closed' : 'current')}
          data={[
            { value: 'current', label: t('states.current') },
            { value: 'closed', label: t('states.closed') },
          ]}
        />
      </PageHeader>
      <SplitView
        list={
          <DataTable
            label={t('title')}
            columns={columns}
            rows={queryRows(query, (rows) => rows)}
            rowKey={(row) => row.id}
            onOpen={(row) => setOpenId(row.id)}
            openKey={openId ?? undefined}
            empty={<EmptyState title={t('empty')} text={t('emptyText')} />}
          />
        }
        detail={open ? <AlertPanel key={open.id} alert={open} onClose={() => setOpenId(null)} /> : null}
      />
    </div>
  )
}
