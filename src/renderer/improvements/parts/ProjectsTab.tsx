import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { PROJECT_KIND_NAMES, PROJECT_STATE_NAMES } from '../../../shared/improvements/project-words.ts'
import type { ProjectView } from '../../../shared/improvements/projects.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { SplitView } from '../../ui/DetailPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { queryRows } from '../../ui/rows.ts'
import { useName } from '../../ui/use-name.ts'
import { useQuery } from '../../use-query.ts'
import { PROJECT_TONES } from '../tones.ts'
import styles from './improvements.module.css'
import { ProjectPanel } from './ProjectPanel.tsx'
import { StartProject } from './StartProject.tsx'

/** What has to be done in a project: its phases or measures, and how many of them are. */
function progressOf({ kind, items }: ProjectView) {
  const followed = items.filter((item) => item.kind !== 'step' && item.state !== 'dropped')
  const end = kind === 'rollout' ? 'done' : 'works'
  return { done: followed.filter(({ state }) => state === end).length, all: followed.length }
}

function useColumns(isNarrow: boolean): Column<ProjectView>[] {
  const t = useT('loop')
  const nameOf = useName()
  const all: Column<ProjectView>[] = [
    { id: 'title', header: t('projects.columns.title'), width: 'minmax(160px, 1fr)', cell: (row) => row.title },
    {
      id: 'kind',
      header: t('projects.columns.kind'),
      width: '150px',
      cell: (row) => nameOf(PROJECT_KIND_NAMES[row.kind]),
    },
    {
      id: 'progress',
      header: t('projects.columns.progress'),
      width: '80px',
      align: 'right',
      cell: (row) => t('projects.progress', progressOf(row)),
    },
    { id: 'owner', header: t('projects.columns.owner'), width: '110px', cell: (row) => row.ownerName },
    {
      id: 'state',
      header: t('projects.columns.state'),
      width: '110px',
      cell: (row) => <StateBadge tone={PROJECT_TONES[row.state]} label={nameOf(PROJECT_STATE_NAMES[row.state])} />,
    },
  ]
  return isNarrow ? all.filter(({ id }) => ['title', 'progress', 'state'].includes(id)) : all
}

/** Rollouts by their timetable, and projects that improve the complaint process (S1-76, S2-184). */
export function ProjectsTab() {
  const t = useT('loop')
  const isLead = useSession((state) => state.user?.role) !== 'agent'
  const [openId, setOpen] = useState<string | null>(null)
  const [isStarting, setStarting] = useState(false)
  const query = useQuery('projects.list', {}, { topics: ['improvements'] })
  const open = query.data?.find(({ id }) => id === openId)
  const columns = useColumns(open !== undefined)
  return (
    <>
      {isLead && (
        <div className={styles.filters}>
          <Button className={styles.push ?? ''} leftSection={<IconPlus size={15} />} onClick={() => setStarting(true)}>
            {t('projects.start')}
          </Button>
        </div>
      )}
      <SplitView
        list={
          <DataTable
            label={t('projects.title')}
            columns={columns}
            rows={queryRows(query, (rows) => rows)}
            rowKey={(row) => row.id}
            onOpen={(row) => setOpen(row.id)}
            openKey={openId ?? undefined}
            empty={<EmptyState title={t('projects.empty')} text={t('projects.emptyText')} />}
          />
        }
        detail={
          open ? <ProjectPanel key={open.id} project={open} isLead={isLead} onClose={() => setOpen(null)} /> : null
        }
      />
      {isStarting && <StartProject onClose={() => setStarting(false)} onDone={setOpen} />}
    </>
  )
}
