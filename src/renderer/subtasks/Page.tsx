import { SegmentedControl, Select, Switch } from '@mantine/core'
import { useState } from 'react'
import type { Department } from '../../shared/cases/words.ts'
import { SUB_TASK_LISTS, type SubTaskRow } from '../../shared/subtasks/contract.ts'
import { SUB_TASK_STATE_NAMES } from '../../shared/subtasks/words.ts'
import { useT } from '../i18n/use-t.ts'
import type { PageProps } from '../pages.ts'
import { StateBadge } from '../ui/badges.tsx'
import { Countdown } from '../ui/Countdown.tsx'
import { useClasses } from '../ui/classes.ts'
import { type Column, DataTable } from '../ui/DataTable.tsx'
import { SplitView } from '../ui/DetailPanel.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { queryRows } from '../ui/rows.ts'
import { namedBy } from '../ui/use-name.ts'
import { InstantText } from '../ui/values.tsx'
import { useQuery } from '../use-query.ts'
import { Sheet } from './parts/Sheet.tsx'
import { STATE_TONES, useName } from './words.ts'

type List = (typeof SUB_TASK_LISTS)[number]

function useColumns(isNarrow: boolean): Column<SubTaskRow>[] {
  const t = useT('subTasks')
  const nameOf = useName()
  const { deskNames } = useClasses()
  const isRunning = (row: SubTaskRow) => row.state === 'open' || row.state === 'accepted' || row.state === 'returned'
  const all: Column<SubTaskRow>[] = [
    {
      id: 'due',
      header: t('columns.due'),
      width: '136px',
      cell: (row) => (isRunning(row) ? <Countdown dueAt={row.dueAt} /> : <InstantText at={row.dueAt} />),
    },
    {
      id: 'state',
      header: t('columns.state'),
      width: '124px',
      cell: (row) => <StateBadge tone={STATE_TONES[row.state]} label={nameOf(SUB_TASK_STATE_NAMES[row.state])} />,
    },
    {
      id: 'case',
      header: t('columns.case'),
      width: '150px',
      cell: (row) => <span className="num">{row.caseNumber}</span>,
    },
    { id: 'question', header: t('columns.question'), width: 'minmax(140px, 1fr)', cell: (row) => row.question },
    {
      id: 'department',
      header: t('columns.department'),
      width: '120px',
      cell: (row) => namedBy(deskNames, row.department, nameOf),
    },
    { id: 'assignee', header: t('columns.assignee'), width: '96px', cell: (row) => row.assigneeName ?? '—' },
    { id: 'requestedBy', header: t('columns.requestedBy'), width: '96px', cell: (row) => row.requestedByName },
  ]
  return isNarrow ? all.filter(({ id }) => !['department', 'assignee', 'requestedBy'].includes(id)) : all
}

/** What colleagues ask of this person, of a department, and what this person asked of others (S2-36). */
export function Page({ params }: PageProps) {
  const t = useT('subTasks')
  const nameOf = useName()
  const { deskNames } = useClasses()
  const [list, setList] = useState<List>('mine')
  const [department, setDepartment] = useState<Department | null>(null)
  const [includeEnded, setIncludeEnded] = useState(false)
  const [openId, setOpenId] = useState<string | null>(typeof params.id === 'string' ? params.id : null)
  const query = useQuery('subTasks.list', { list, department, includeEnded }, { topics: ['cases'] })
  const columns = useColumns(openId !== null)
  return (
    <div className="page">
      <PageHeader title={t('pageTitle')}>
        <SegmentedControl
          aria-label={t('lists.label')}
          value={list}
          onChange={(value) => setList(SUB_TASK_LISTS.find((each) => each === value) ?? 'mine')}
          data={SUB_TASK_LISTS.map((value) => ({ value, label: t(`lists.${value}`) }))}
        />
        <Select
          aria-label={t('columns.department')}
          placeholder={t('anyDepartment')}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('anyDepartment') }}
          data={Object.entries(deskNames).map(([value, name]) => ({
            value,
            label: nameOf(name),
          }))}
          value={department}
          onChange={setDepartment}
          w={180}
        />
        <Switch
          label={t('includeEnded')}
          checked={includeEnded}
          onChange={(event) => setIncludeEnded(event.currentTarget.checked)}
        />
      </PageHeader>
      <SplitView
        list={
          <DataTable
            label={t('pageTitle')}
            columns={columns}
            rows={queryRows(query, (rows) => rows)}
            rowKey={(row) => row.id}
            onOpen={(row) => setOpenId(row.id)}
            openKey={openId ?? undefined}
            empty={<EmptyState title={t('empty')} text={t('emptyText')} />}
          />
        }
        detail={openId ? <Sheet key={openId} id={openId} onClose={() => setOpenId(null)} /> : null}
      />
    </div>
  )
}
