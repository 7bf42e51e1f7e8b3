import { Button, SegmentedControl, Switch } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { TodoView } from '../../../shared/todos/contract.ts'
import { TODO_LISTS, TODO_SOURCE_NAMES, TODO_STATE_NAMES, type TodoList } from '../../../shared/todos/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { Countdown } from '../../ui/Countdown.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { SplitView } from '../../ui/DetailPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useShortcut } from '../../ui/keys.ts'
import { queryRows } from '../../ui/rows.ts'
import { useName } from '../../ui/use-name.ts'
import { useQuery } from '../../use-query.ts'
import { TodoForm } from './TodoForm.tsx'
import { TodoPanel } from './TodoPanel.tsx'
import { TODO_TONES, useTodoTitle } from './todo-words.ts'
import styles from './todos.module.css'

function useColumns(list: TodoList, isNarrow: boolean): Column<TodoView>[] {
  const t = useT('todos')
  const nameOf = useName()
  const titleOf = useTodoTitle()
  const all: (Column<TodoView> & { isWide?: boolean })[] = [
    {
      id: 'due',
      header: t('columns.due'),
      width: '150px',
      cell: ({ dueAt, state }) =>
        dueAt === null ? (
          <span className={styles.faint}>{t('noDue')}</span>
        ) : (
          <Countdown dueAt={dueAt} state={state === 'open' ? 'running' : 'met'} />
        ),
    },
    { id: 'title', header: t('columns.title'), width: 'minmax(160px, 1fr)', cell: (row) => titleOf(row) },
    {
      id: 'who',
      header: list === 'mine' ? t('columns.from') : t('columns.who'),
      width: '110px',
      isWide: true,
      cell: (row) => (list === 'mine' ? nameOf(TODO_SOURCE_NAMES[row.source]) : row.userName),
    },
    {
      id: 'state',
      header: t('columns.state'),
      width: '120px',
      cell: ({ state }) => <StateBadge tone={TODO_TONES[state]} label={nameOf(TODO_STATE_NAMES[state])} />,
    },
  ]
  return isNarrow ? all.filter(({ isWide }) => !isWide) : all
}

/** To-dos: one's own and those one gave; a link may ask for one of them. */
export function TodosTab({ asked }: { asked?: { id: string; isGiven: boolean } | undefined }) {
  const t = useT('todos')
  const [list, setList] = useState<TodoList>(asked?.isGiven ? 'given' : 'mine')
  const [withEnded, setWithEnded] = useState(false)
  const [openId, setOpen] = useState<string | null>(asked?.id ?? null)
  const [form, setForm] = useState<TodoView | 'new' | null>(null)
  const query = useQuery('todos.list', { list, withEnded }, { topics: ['todos', 'cases'] })
  const open = query.data?.find(({ id }) => id === openId)
  const columns = useColumns(list, open !== undefined)
  useShortcut({ id: 'todos.add', keys: 'alt+n', label: t('add'), group: t('title') }, () => setForm('new'))
  return (
    <>
      <div className={styles.filters}>
        <SegmentedControl
          aria-label={t('lists.label')}
          value={list}
          onChange={(value) => setList(TODO_LISTS.find((one) => one === value) ?? 'mine')}
          data={TODO_LISTS.map((value) => ({ value, label: t(`lists.${value}`) }))}
        />
        <Switch
          label={t('withEnded')}
          checked={withEnded}
          onChange={(event) => setWithEnded(event.currentTarget.checked)}
        />
        <Button className={styles.push ?? ''} leftSection={<IconPlus size={15} />} onClick={() => setForm('new')}>
          {t('add')}
        </Button>
      </div>
      <SplitView
        list={
          <DataTable
            label={t('tabs.todos')}
            columns={columns}
            rows={queryRows(query, (rows) => rows)}
            rowKey={(row) => row.id}
            onOpen={(row) => setOpen(row.id)}
            openKey={openId ?? undefined}
            empty={<EmptyState title={t('empty')} text={t('emptyText')} />}
          />
        }
        detail={
          open ? (
            <TodoPanel key={open.id} todo={open} onEdit={() => setForm(open)} onClose={() => setOpen(null)} />
          ) : null
        }
      />
      {form !== null && <TodoForm todo={form === 'new' ? null : form} onClose={() => setForm(null)} />}
    </>
  )
}
