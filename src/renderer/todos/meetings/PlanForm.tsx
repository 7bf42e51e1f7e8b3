import { Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { UserId } from '../../../shared/ids.ts'
import type { Day } from '../../../shared/time.ts'
import { useT } from '../../i18n/use-t.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { DayField, FieldRow } from '../../ui/fields.tsx'
import { PersonField } from '../../ui/PersonField.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { TitleField } from '../../ui/TitleField.tsx'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'

/** A new plan of the department. */
export function PlanForm({ onClose, onDone }: { onClose: () => void; onDone: (id: string) => void }) {
  const t = useT('meetings')
  const [title, setTitle] = useState('')
  const [text, setText] = useState('')
  const [fromDay, setFrom] = useState<Day | null>(null)
  const [toDay, setTo] = useState<Day | null>(null)
  const save = useCommand('workPlans.add', { quiet: true })
  const send = async () => {
    if (fromDay === null || toDay === null) return
    const done = await save.run({ title, text, fromDay, toDay })
    if (!done.ok) return
    onClose()
    onDone(done.value.id)
  }
  return (
    <FormDialog
      keep={{ kind: 'todos-plan-form-lines', subject: 'new' }}
      title={t('plans.add')}
      save={t('plans.add')}
      failure={save.failure}
      isBusy={save.isBusy}
      isReady={title.trim() !== '' && text.trim() !== '' && fromDay !== null && toDay !== null}
      onSave={send}
      onClose={onClose}
    >
      <TitleField label={t('plans.fields.title')} value={title} onChange={setTitle} />
      <FieldRow>
        <DayField required label={t('plans.fields.from')} value={fromDay} onChange={setFrom} />
        <DayField required label={t('plans.fields.to')} value={toDay} onChange={setTo} />
      </FieldRow>
      <TextArea
        keep={{ kind: 'todos-plan-form-text', subject: 'new' }}
        required
        minRows={4}
        maxLength={8000}
        label={t('plans.fields.text')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </FormDialog>
  )
}

/** A goal of a plan: who, what is measured, until when. */
export function ItemForm({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useT('meetings')
  const [title, setTitle] = useState('')
  const [measure, setMeasure] = useState('')
  const [target, setTarget] = useState('')
  const [ownerId, setOwner] = useState<UserId | null>(null)
  const [dueDay, setDue] = useState<Day | null>(null)
  const [goalId, setGoal] = useState<string | null>(null)
  const { data = [] } = useQuery('goals.list', {}, { topics: ['improvements'] })
  const save = useCommand('workPlans.addItem', { quiet: true })
  const send = async () => {
    if (ownerId === null || dueDay === null) return
    if ((await save.run({ id, title, measure, target, ownerId, dueDay, goalId })).ok) onClose()
  }
  const fields = [
    { label: t('plans.item.measure'), value: measure, set: setMeasure },
    { label: t('plans.item.target'), value: target, set: setTarget },
  ]
  return (
    <FormDialog
      keep={{ kind: 'todos-plan-item-lines', subject: id }}
      title={t('plans.addItem')}
      save={t('plans.addItem')}
      failure={save.failure}
      isBusy={save.isBusy}
      isReady={[title, measure, target].every((one) => one.trim() !== '') && ownerId !== null && dueDay !== null}
      onSave={send}
      onClose={onClose}
    >
      <TextInput
        required
        data-autofocus
        maxLength={200}
        label={t('plans.item.title')}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <FieldRow>
        {fields.map(({ label, value, set }) => (
          <TextInput
            required
            key={label}
            maxLength={200}
            label={label}
            value={value}
            onChange={(event) => set(event.currentTarget.value)}
          />
        ))}
      </FieldRow>
      <FieldRow>
        <PersonField required label={t('plans.item.owner')} value={ownerId} onChange={setOwner} />
        <DayField required label={t('plans.item.due')} value={dueDay} onChange={setDue} />
      </FieldRow>
      <Select
        clearable
        searchable
        label={t('plans.item.goal')}
        data={data.map((goal) => ({ value: goal.id, label: goal.title }))}
        value={goalId}
        onChange={setGoal}
      />
    </FormDialog>
  )
}
