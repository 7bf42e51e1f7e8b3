import { Button, Switch } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { WorkPlanView } from '../../../shared/meetings/plans.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { SplitView } from '../../ui/DetailPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { dayText } from '../../ui/formats.ts'
import { queryRows } from '../../ui/rows.ts'
import { useQuery } from '../../use-query.ts'
import styles from '../parts/todos.module.css'
import { PlanForm } from './PlanForm.tsx'
import { PlanPanel } from './PlanPanel.tsx'
import { Strategies } from './Strategies.tsx'

/** The department's plans and, for leads and managers, the strategies for better service (S3-08, S3-12). */
export function PlansTab() {
  const t = useT('meetings')
  const role = useSession((state) => state.user?.role)
  const [withClosed, setWithClosed] = useState(false)
  const [openId, setOpen] = useState<string | null>(null)
  const [isAdding, setAdding] = useState(false)
  const query = useQuery('workPlans.list', { withClosed }, { topics: ['todos', 'improvements'] })
  const open = query.data?.find(({ id }) => id === openId)
  const columns: Column<WorkPlanView>[] = [
    { id: 'title', header: t('plans.columns.title'), width: 'minmax(150px, 1fr)', cell: (row) => row.title },
    {
      id: 'period',
      header: t('plans.columns.period'),
      width: '210px',
      cell: (row) => t('plans.period', { from: dayText(row.fromDay), to: dayText(row.toDay) }),
    },
    { id: 'items', header: t('plans.columns.items'), width: '70px', align: 'right', cell: (row) => row.items.length },
    {
      id: 'progress',
      header: t('plans.columns.progress'),
      width: '80px',
      align: 'right',
      cell: ({ percent }) => (percent === null ? '—' : t('plans.percent', { percent })),
    },
  ]
  return (
    <>
      <div className={styles.filters}>
        <Switch
          label={t('plans.withClosed')}
          checked={withClosed}
          onChange={(event) => setWithClosed(event.currentTarget.checked)}
        />
        {role === 'manager' && (
          <Button className={styles.push ?? ''} leftSection={<IconPlus size={15} />} onClick={() => setAdding(true)}>
            {t('plans.add')}
          </Button>
        )}
      </div>
      <SplitView
        list={
          <DataTable
            label={t('plans.columns.title')}
            columns={open ? columns.filter(({ id }) => id !== 'period') : columns}
            rows={queryRows(query, (rows) => rows)}
            rowKey={(row) => row.id}
            onOpen={(row) => setOpen(row.id)}
            openKey={openId ?? undefined}
            empty={<EmptyState title={t('plans.empty')} />}
          />
        }
        detail={
          open ? (
            <PlanPanel key={open.id} plan={open} isManager={role === 'manager'} onClose={() => setOpen(null)} />
          ) : null
        }
      />
      {role !== 'agent' && <Strategies isManager={role === 'manager'} />}
      {isAdding && <PlanForm onClose={() => setAdding(false)} onDone={setOpen} />}
    </>
  )
}
