import { Button, Switch } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { MatterView } from '../../../shared/meetings/matters.ts'
import { MATTER_STATE_NAMES } from '../../../shared/meetings/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { useClasses } from '../../ui/classes.ts'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { SplitView } from '../../ui/DetailPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { dayText } from '../../ui/formats.ts'
import { queryRows } from '../../ui/rows.ts'
import { namedBy, useName } from '../../ui/use-name.ts'
import { useQuery } from '../../use-query.ts'
import styles from '../parts/todos.module.css'
import { MatterForm } from './MatterForm.tsx'
import { MatterPanel } from './MatterPanel.tsx'

/** Matters to settle with other departments (S3-09, S3-119). */
export function MattersTab() {
  const t = useT('meetings')
  const nameOf = useName()
  const { deskNames } = useClasses()
  const isLead = useSession((state) => state.user?.role) !== 'agent'
  const [withSettled, setWithSettled] = useState(false)
  const [openId, setOpen] = useState<string | null>(null)
  const [form, setForm] = useState<MatterView | 'new' | null>(null)
  const query = useQuery('matters.list', { withSettled }, { topics: ['todos'] })
  const open = query.data?.find(({ id }) => id === openId)
  const columns: Column<MatterView>[] = [
    {
      id: 'due',
      header: t('matters.columns.due'),
      width: '110px',
      cell: (row) => <span className={row.isOverdue ? styles.late : undefined}>{dayText(row.dueDay)}</span>,
    },
    { id: 'title', header: t('matters.columns.title'), width: 'minmax(160px, 1fr)', cell: (row) => row.title },
    {
      id: 'departments',
      header: t('matters.columns.departments'),
      width: '200px',
      cell: (row) => row.departments.map((one) => namedBy(deskNames, one, nameOf)).join('、'),
    },
    { id: 'owner', header: t('matters.columns.owner'), width: '100px', cell: (row) => row.ownerName },
    {
      id: 'state',
      header: t('matters.columns.state'),
      width: '100px',
      cell: ({ state }) => (
        <StateBadge tone={state === 'open' ? 'info' : 'good'} label={nameOf(MATTER_STATE_NAMES[state])} />
      ),
    },
  ]
  return (
    <>
      <div className={styles.filters}>
        <Switch
          label={t('matters.withSettled')}
          checked={withSettled}
          onChange={(event) => setWithSettled(event.currentTarget.checked)}
        />
        {isLead && (
          <Button className={styles.push ?? ''} leftSection={<IconPlus size={15} />} onClick={() => setForm('new')}>
            {t('matters.raise')}
          </Button>
        )}
      </div>
      <SplitView
        list={
          <DataTable
            label={t('matters.about')}
            columns={open ? columns.filter(({ id }) => id !== 'departments' && id !== 'owner') : columns}
            rows={queryRows(query, (rows) => rows)}
            rowKey={(row) => row.id}
            onOpen={(row) => setOpen(row.id)}
            openKey={openId ?? undefined}
            empty={<EmptyState title={t('matters.empty')} />}
          />
        }
        detail={
          open ? (
            <MatterPanel
              key={open.id}
              matter={open}
              isLead={isLead}
              onEdit={() => setForm(open)}
              onClose={() => setOpen(null)}
            />
          ) : null
        }
      />
      {form !== null && (
        <MatterForm matter={form === 'new' ? null : form} onClose={() => setForm(null)} onDone={setOpen} />
      )}
    </>
  )
}
