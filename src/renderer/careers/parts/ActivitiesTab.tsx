import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Activity } from '../../../shared/careers/desk-model.ts'
import { ACTIVITY_KIND_NAMES, type ActivityKind } from '../../../shared/careers/words.ts'
import type { UserId } from '../../../shared/ids.ts'
import type { Day } from '../../../shared/time.ts'
import { KeepLines } from '../../drafts/KeepLines.tsx'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { ChoiceField } from '../../ui/ChoiceField.tsx'
import type { Column } from '../../ui/DataTable.tsx'
import { DetailPanel, Facts, Section } from '../../ui/DetailPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { DayField, FieldRow } from '../../ui/fields.tsx'
import flow from '../../ui/flow.module.css'
import { dayText, today } from '../../ui/formats.ts'
import { ListTab } from '../../ui/ListTab.tsx'
import { tellDone } from '../../ui/notify.ts'
import { queryRows } from '../../ui/rows.ts'
import { TeamField } from '../../ui/TeamField.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'

/** S4-94 S4-95: activities across departments and care for staff, of the last two years. */
export function ActivitiesTab() {
  const t = useT('careers')
  const nameOf = useName()
  const isLead = useSession((state) => state.user?.role) !== 'agent'
  const to = today()
  const from = `${Number(to.slice(0, 4)) - 1}-01-01`
  const query = useQuery('careers.activities', { from, to: '9999-12-31' }, { topics: ['careers'] })
  const columns: Column<Activity>[] = [
    { id: 'day', header: t('activities.day'), width: '120px', cell: (row) => dayText(row.day) },
    { id: 'kind', header: t('activities.kind'), width: '150px', cell: (row) => nameOf(ACTIVITY_KIND_NAMES[row.kind]) },
    { id: 'name', header: t('activities.name'), width: 'minmax(140px, 1fr)', cell: (row) => row.title },
    { id: 'people', header: t('activities.people'), width: 'minmax(120px, 1fr)', cell: (row) => row.people.join('、') },
  ]
  return (
    <ListTab
      label={t('tabs.activities')}
      rows={queryRows(query, (rows) => rows)}
      columns={columns}
      narrow={['day', 'name']}
      empty={<EmptyState title={t('activities.empty')} />}
      lead={<span className={flow.faint}>{t('activities.hint')}</span>}
      add={isLead ? t('activities.add') : null}
      form={(close) => <ActivityForm onClose={close} />}
      panel={(id, close) => {
        const activity = query.data?.find((row) => row.id === id)
        return activity ? <ActivityPanel key={id} activity={activity} onClose={close} /> : null
      }}
    />
  )
}

function ActivityPanel({ activity, onClose }: { activity: Activity; onClose: () => void }) {
  const t = useT('careers')
  const nameOf = useName()
  const { title, kind, day, departments, people, content, recordedByName } = activity
  return (
    <DetailPanel title={title} label={t('activities.detail', { title })} onClose={onClose}>
      <Section title={nameOf(ACTIVITY_KIND_NAMES[kind])}>
        <Facts
          facts={[
            { label: t('activities.day'), value: dayText(day) },
            { label: t('activities.people'), value: people.join('、') },
            { label: t('activities.departments'), value: departments.join('、') || '—' },
          ]}
        />
        <p className={flow.text}>{content}</p>
        <p className={flow.faint}>{t('activities.by', { name: recordedByName })}</p>
      </Section>
    </DetailPanel>
  )
}

function ActivityForm({ onClose }: { onClose: () => void }) {
  const t = useT('careers')
  const nameOf = useName()
  const [kind, setKind] = useState<ActivityKind>('care')
  const [title, setTitle] = useState('')
  const [day, setDay] = useState<Day | null>(today())
  const [departments, setDepartments] = useState('')
  const [content, setContent] = useState('')
  const [userIds, setPeople] = useState<UserId[]>([])
  const add = useCommand('careers.addActivity', { quiet: true })
  const save = async () => {
    if (day === null) return
    const list = departments
      .split(/[、,，;；]/)
      .map((one) => one.trim())
      .filter((one) => one !== '')
    const done = await add.run({ activity: { kind, title, day, departments: list, content, userIds } })
    if (!done.ok) return
    tellDone(t('saved'))
    onClose()
  }
  return (
    <DetailPanel title={t('activities.add')} label={t('activities.add')} onClose={onClose}>
      <Section title={t('activities.content')}>
        <div className={flow.stack}>
          <KeepLines kind="careers-activity-lines" subject="new" />
          <FailureAlert failure={add.failure} />
          <FieldRow>
            <ChoiceField
              label={t('activities.kind')}
              data={choicesOf(ACTIVITY_KIND_NAMES, nameOf)}
              value={kind}
              onChange={setKind}
            />
            <DayField label={t('activities.day')} value={day} onChange={setDay} />
            <TextInput
              label={t('activities.name')}
              maxLength={120}
              value={title}
              onChange={(event) => setTitle(event.currentTarget.value)}
            />
            <TextInput
              label={t('activities.departments')}
              value={departments}
              onChange={(event) => setDepartments(event.currentTarget.value)}
            />
          </FieldRow>
          <TeamField label={t('activities.people')} value={userIds} onChange={setPeople} />
          <TextArea
            keep={{ kind: 'careers-activity-form-content', subject: 'new' }}
            label={t('activities.content')}
            minRows={2}
            maxLength={2000}
            value={content}
            onChange={(event) => setContent(event.currentTarget.value)}
          />
          <Button
            className={flow.push ?? ''}
            loading={add.isBusy}
            disabled={title.trim() === '' || day === null || userIds.length === 0}
            onClick={() => void save()}
          >
            {t('activities.save')}
          </Button>
        </div>
      </Section>
    </DetailPanel>
  )
}
