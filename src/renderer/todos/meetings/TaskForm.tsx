import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { UserId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import { useT } from '../../i18n/use-t.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { MomentField } from '../../ui/MomentField.tsx'
import { PeopleField } from '../../ui/PeopleField.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { useCommand } from '../../use-command.ts'

/** A task of a meeting: it becomes a to-do of everybody named (S3-117). */
export function TaskForm({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useT('meetings')
  const [title, setTitle] = useState('')
  const [detail, setDetail] = useState('')
  const [people, setPeople] = useState<UserId[]>([])
  const [dueAt, setDue] = useState<Instant | null>(null)
  const save = useCommand('meetings.task', { quiet: true })
  const send = async () => {
    if (dueAt === null) return
    if ((await save.run({ id, title, detail, people, dueAt })).ok) onClose()
  }
  return (
    <FormDialog
      keep={{ kind: 'todos-task-form-lines', subject: id }}
      title={t('meetings.addTask')}
      save={t('meetings.addTask')}
      failure={save.failure}
      isBusy={save.isBusy}
      isReady={title.trim() !== '' && people.length > 0 && dueAt !== null}
      onSave={send}
      onClose={onClose}
    >
      <TextInput
        required
        data-autofocus
        maxLength={200}
        label={t('meetings.task.title')}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <TextArea
        keep={{ kind: 'todos-task-form-detail', subject: id }}
        minRows={2}
        maxLength={2000}
        label={t('meetings.task.detail')}
        value={detail}
        onChange={(event) => setDetail(event.currentTarget.value)}
      />
      <PeopleField label={t('meetings.task.people')} value={people} onChange={setPeople} />
      <MomentField required label={t('meetings.task.due')} value={dueAt} onChange={setDue} />
    </FormDialog>
  )
}
