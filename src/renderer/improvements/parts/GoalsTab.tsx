import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { GOAL_STATE_NAMES } from '../../../shared/improvements/goal-words.ts'
import type { GoalView } from '../../../shared/improvements/goals.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { SplitView } from '../../ui/DetailPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { dayText, figureText } from '../../ui/formats.ts'
import { queryRows } from '../../ui/rows.ts'
import { useName } from '../../ui/use-name.ts'
import { useQuery } from '../../use-query.ts'
import { GOAL_TONES } from '../tones.ts'
import { GoalPanel } from './GoalPanel.tsx'
import styles from './improvements.module.css'
import { SetGoal } from './SetGoal.tsx'

function useColumns(isNarrow: boolean): Column<GoalView>[] {
  const t = useT('loop')
  const nameOf = useName()
  const all: Column<GoalView>[] = [
    { id: 'title', header: t('goals.columns.title'), width: 'minmax(150px, 1fr)', cell: (row) => row.title },
    {
      id: 'baseline',
      header: t('goals.columns.baseline'),
      width: '90px',
      align: 'right',
      cell: (row) => figureText(row.baseline, row.unit),
    },
    {
      id: 'latest',
      header: t('goals.columns.latest'),
      width: '90px',
      align: 'right',
      cell: (row) => figureText(row.latest, row.unit),
    },
    {
      id: 'target',
      header: t('goals.columns.target'),
      width: '90px',
      align: 'right',
      cell: (row) => figureText(row.target, row.unit),
    },
    {
      id: 'progress',
      header: t('goals.columns.progress'),
      width: '80px',
      align: 'right',
      cell: (row) => (row.progressPercent === null ? '—' : `${row.progressPercent}%`),
    },
    {
      id: 'due',
      header: t('goals.columns.due'),
      width: '110px',
      cell: (row) => <span className={row.isOverdue ? styles.late : undefined}>{dayText(row.dueDay)}</span>,
    },
    { id: 'owner', header: t('goals.columns.owner'), width: '96px', cell: (row) => row.ownerName },
    {
      id: 'state',
      header: t('goals.columns.state'),
      width: '100px',
      cell: (row) => <StateBadge tone={GOAL_TONES[row.state]} label={nameOf(GOAL_STATE_NAMES[row.state])} />,
    },
  ]
  return isNarrow ? all.filter(({ id }) => ['title', 'latest', 'target', 'state'].includes(id)) : all
}

/** Goals with owner and date, and how far each is (S1-04, S1-69, S2-173). */
export function GoalsTab() {
  const t = useT('loop')
  const isLead = useSession((state) => state.user?.role) !== 'agent'
  const [openId, setOpen] = useState<string | null>(null)
  const [isSetting, setSetting] = useState(false)
  const query = useQuery('goals.list', {}, { topics: ['improvements'] })
  const open = query.data?.find(({ id }) => id === openId)
  const columns = useColumns(open !== undefined)
  return (
    <>
      {isLead && (
        <div className={styles.filters}>
          <Button className={styles.push ?? ''} leftSection={<IconPlus size={15} />} onClick={() => setSetting(true)}>
            {t('goals.set')}
          </Button>
        </div>
      )}
      <SplitView
        list={
          <DataTable
            label={t('goals.title')}
            columns={columns}
            rows={queryRows(query, (rows) => rows)}
            rowKey={(row) => row.id}
            onOpen={(row) => setOpen(row.id)}
            openKey={openId ?? undefined}
            empty={<EmptyState title={t('goals.empty')} text={t('goals.emptyText')} />}
          />
        }
        detail={open ? <GoalPanel key={open.id} goal={open} isLead={isLead} onClose={() => setOpen(null)} /> : null}
      />
      {isSetting && <SetGoal onClose={() => setSetting(false)} onDone={setOpen} />}
    </>
  )
}
