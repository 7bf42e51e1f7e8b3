import { Button } from '@mantine/core'
import { useState } from 'react'
import type { MeetingView, WeekFigures } from '../../../shared/meetings/contract.ts'
import { MEETING_STATE_NAMES } from '../../../shared/meetings/words.ts'
import { TODO_STATE_NAMES } from '../../../shared/todos/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { DetailPanel, Section } from '../../ui/DetailPanel.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { dateTimeText, dayText } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import { useName } from '../../ui/use-name.ts'
import { InstantText } from '../../ui/values.tsx'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import { TODO_TONES } from '../parts/todo-words.ts'
import styles from '../parts/todos.module.css'
import { Attendance } from './Attendance.tsx'
import { Minutes } from './Minutes.tsx'
import { TaskForm } from './TaskForm.tsx'

/** The minutes of one meeting: figures, words, who was there, and what is to be done. */
export function MeetingPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useT('meetings')
  const nameOf = useName()
  const { data: meeting, failure } = useQuery('meetings.show', { id }, { topics: ['todos'] })
  const acknowledge = useCommand('meetings.acknowledge')
  const publish = useCommand('meetings.publish')
  if (!meeting) return <FailureAlert failure={failure} />
  const day = dayText(meeting.weekDay)
  const send = async () => {
    if ((await publish.run({ id })).ok) tellDone(t('meetings.published'))
  }
  return (
    <DetailPanel
      title={t('meetings.title', { day })}
      label={t('meetings.detail', { day })}
      badges={
        <StateBadge
          tone={meeting.state === 'draft' ? 'warn' : 'good'}
          label={nameOf(MEETING_STATE_NAMES[meeting.state])}
        />
      }
      actions={
        meeting.mayEdit ? (
          <Button size="compact-sm" loading={publish.isBusy} onClick={() => void send()}>
            {t('meetings.publish')}
          </Button>
        ) : (
          meeting.mustAcknowledge && (
            <Button size="compact-sm" loading={acknowledge.isBusy} onClick={() => void acknowledge.run({ id })}>
              {t('meetings.acknowledge')}
            </Button>
          )
        )
      }
      onClose={onClose}
    >
      <Figures meeting={meeting} />
      <Minutes key={meeting.state} meeting={meeting} />
      <Attendance meeting={meeting} />
      <Tasks meeting={meeting} />
    </DetailPanel>
  )
}

const COUNTS = ['offered', 'answered', 'inTime', 'missed', 'abandoned'] as const
const KINDS = ['enquiry', 'complaint', 'suggestion', 'service'] as const
const ENDS = ['closed', 'breaches', 'answers', 'satisfaction', 'poor'] as const

function Figures({ meeting }: { meeting: MeetingView }) {
  const t = useT('meetings')
  const recount = useCommand('meetings.recount')
  const { week, before } = meeting.figures
  const line = (
    name: (typeof COUNTS)[number] | (typeof KINDS)[number] | (typeof ENDS)[number],
    of: (one: WeekFigures) => number | null,
  ) => (
    <tr key={name}>
      <td>{t(`figures.${name}`)}</td>
      <td data-number>{of(week) ?? '—'}</td>
      <td data-number>{of(before) ?? '—'}</td>
    </tr>
  )
  return (
    <Section
      title={t('meetings.figures')}
      actions={
        meeting.mayEdit && (
          <Button
            size="compact-sm"
            variant="default"
            loading={recount.isBusy}
            onClick={() => void recount.run({ id: meeting.id })}
          >
            {t('meetings.recount')}
          </Button>
        )
      }
    >
      <table className={styles.table} aria-label={t('meetings.figures')}>
        <thead>
          <tr>
            <th>{`${dayText(week.fromDay)} – ${dateTimeText(meeting.figuresAt)}`}</th>
            <th data-number>{t('meetings.now')}</th>
            <th data-number>{t('meetings.before')}</th>
          </tr>
        </thead>
        <tbody>
          {COUNTS.map((name) => line(name, (one) => one[name]))}
          {KINDS.map((name) => line(name, (one) => one.opened[name]))}
          {ENDS.map((name) => line(name, (one) => one[name]))}
        </tbody>
      </table>
    </Section>
  )
}

function Tasks({ meeting }: { meeting: MeetingView }) {
  const t = useT('meetings')
  const isLead = useSession((state) => state.user?.role) !== 'agent'
  const [isAdding, setAdding] = useState(false)
  return (
    <>
      <Section
        title={t('meetings.todos')}
        actions={
          isLead && (
            <Button size="compact-sm" variant="default" onClick={() => setAdding(true)}>
              {t('meetings.addTask')}
            </Button>
          )
        }
      >
        <TaskList label={t('meetings.todos')} tasks={meeting.todos} />
      </Section>
      <Section title={t('meetings.earlier')}>
        <TaskList label={t('meetings.earlier')} tasks={meeting.earlier} />
      </Section>
      {isAdding && <TaskForm id={meeting.id} onClose={() => setAdding(false)} />}
    </>
  )
}

function TaskList({ label, tasks }: { label: string; tasks: MeetingView['todos'] }) {
  const t = useT('meetings')
  const nameOf = useName()
  if (tasks.length === 0) return <div className={styles.faint}>{t('meetings.none')}</div>
  return (
    <ul className={styles.list} aria-label={label}>
      {tasks.map((task) => (
        <li key={task.id}>
          <div className={styles.line}>
            <strong>{task.title}</strong>
            <span>{task.userName}</span>
            <InstantText at={task.dueAt} />
            <StateBadge tone={TODO_TONES[task.state]} label={nameOf(TODO_STATE_NAMES[task.state])} />
          </div>
          {task.outcome !== '' && <div className={styles.faint}>{task.outcome}</div>}
        </li>
      ))}
    </ul>
  )
}
