import { Anchor, NumberInput } from '@mantine/core'
import { useState } from 'react'
import type { GapRow, UnnamedTask } from '../../../shared/routing/gaps-contract.ts'
import { GAP_NAMES, type Gap } from '../../../shared/routing/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge, type Tone } from '../../ui/badges.tsx'
import { useClasses } from '../../ui/classes.ts'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { go } from '../../ui/navigation.ts'
import record from '../../ui/record.module.css'
import { queryRows } from '../../ui/rows.ts'
import { namedBy, useName } from '../../ui/use-name.ts'
import { InstantText } from '../../ui/values.tsx'
import { useQuery } from '../../use-query.ts'
import { useCaseColumns } from './case-columns.tsx'
import styles from './routing.module.css'

const TONES: Record<Gap, Tone> = {
  owner: 'bad',
  nextStep: 'bad',
  notQualified: 'bad',
  overdue: 'bad',
  contact: 'warn',
  unseen: 'warn',
}

/** Open complaints that lack an owner, a next step or contact, and tasks that name nobody (S1-11, S4-137, S5-22). */
export function GapsTab() {
  const t = useT('routing')
  const nameOf = useName()
  const [hours, setHours] = useState<number | null>(null)
  const query = useQuery('gaps.list', hours === null ? {} : { contactHours: hours }, { topics: ['cases', 'clocks'] })
  const { contactHours = 24, open = 0, tasks = [] } = query.data ?? {}
  const columns: Column<GapRow>[] = [
    ...useCaseColumns<GapRow>(),
    {
      id: 'gaps',
      header: t('columns.gaps'),
      width: 'minmax(300px, 1fr)',
      cell: ({ gaps }) => (
        <span className={styles.badges}>
          {gaps.map((gap) => (
            <StateBadge key={gap} tone={TONES[gap]} label={nameOf(GAP_NAMES[gap])} />
          ))}
        </span>
      ),
    },
    {
      id: 'lastContact',
      header: t('columns.lastContact'),
      width: '140px',
      cell: (row) => <InstantText at={row.lastContactAt} />,
    },
    { id: 'due', header: t('columns.due'), width: '140px', cell: (row) => <InstantText at={row.case.nextDueAt} /> },
  ]
  return (
    <>
      <div className={styles.bar}>
        <NumberInput
          label={t('contactHours')}
          w={170}
          min={1}
          max={720}
          allowDecimal={false}
          value={hours ?? contactHours}
          onChange={(value) => setHours(typeof value === 'number' && value >= 1 && value <= 720 ? value : null)}
        />
        <span className={record.faint}>{t('gapsIntro', { open, hours: contactHours })}</span>
      </div>
      <DataTable
        label={t('tabs.gaps')}
        columns={columns}
        rows={queryRows(query, (answer) => answer.rows)}
        rowKey={(row) => row.case.id}
        onOpen={(row) => go('cases', { id: row.case.id })}
        empty={<EmptyState title={t('gapsNone')} text={t('gapsNoneText')} />}
      />
      <Tasks tasks={tasks} />
    </>
  )
}

function Tasks({ tasks }: { tasks: readonly UnnamedTask[] }) {
  const t = useT('routing')
  const nameOf = useName()
  const { deskNames } = useClasses()
  return (
    <section className={styles.below} aria-label={t('tasks')}>
      <h2>{t('tasks')}</h2>
      {tasks.length === 0 && <div className={record.faint}>{t('tasksNone')}</div>}
      <ul className={record.list}>
        {tasks.map((task) => (
          <li key={task.id} className={record.line}>
            <Anchor component="button" type="button" className="num" onClick={() => go('cases', { id: task.caseId })}>
              {task.caseNumber}
            </Anchor>
            <StateBadge tone="warn" label={t(`taskKinds.${task.kind}`)} />
            <span>{task.text}</span>
            <span className={record.faint}>{task.department && namedBy(deskNames, task.department, nameOf)}</span>
            <span className={record.push}>
              <InstantText at={task.dueAt} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
