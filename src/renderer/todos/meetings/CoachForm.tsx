import { Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { UserId } from '../../../shared/ids.ts'
import type { Day } from '../../../shared/time.ts'
import { useT } from '../../i18n/use-t.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { DayField, FieldRow } from '../../ui/fields.tsx'
import { today } from '../../ui/formats.ts'
import { PersonField } from '../../ui/PersonField.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'

type Props = { onClose: () => void; onDone: (id: string) => void }

/** S3-17: coaching given to a person, with what was agreed. */
export function CoachForm({ onClose, onDone }: Props) {
  const t = useT('meetings')
  const [userId, setUser] = useState<UserId | null>(null)
  const [day, setDay] = useState<Day | null>(today())
  const [nextDay, setNext] = useState<Day | null>(null)
  const [topic, setTopic] = useState('')
  const [text, setText] = useState('')
  const [advice, setAdvice] = useState('')
  const [caseNumber, setCase] = useState('')
  const [trainingId, setTraining] = useState<string | null>(null)
  const { data: plan } = useQuery('training.plan', { year: Number(today().slice(0, 4)) }, { topics: ['training'] })
  const save = useCommand('guidance.coach', { quiet: true })
  const send = async () => {
    if (userId === null || day === null) return
    const done = await save.run({ userId, day, topic, text, advice, nextDay, caseNumber, trainingId })
    if (!done.ok) return
    onClose()
    onDone(done.value.id)
  }
  return (
    <FormDialog
      keep={{ kind: 'todos-coach-form-lines', subject: 'new' }}
      title={t('guidance.coach')}
      save={t('guidance.coach')}
      failure={save.failure}
      isBusy={save.isBusy}
      isReady={userId !== null && day !== null && topic.trim() !== '' && text.trim() !== ''}
      onSave={send}
      onClose={onClose}
    >
      <FieldRow>
        <PersonField required data-autofocus label={t('guidance.fields.user')} value={userId} onChange={setUser} />
        <DayField required label={t('guidance.fields.day')} value={day} onChange={setDay} />
      </FieldRow>
      <TextInput
        required
        maxLength={120}
        label={t('guidance.fields.topic')}
        value={topic}
        onChange={(event) => setTopic(event.currentTarget.value)}
      />
      <TextArea
        keep={{ kind: 'todos-coach-form-text', subject: 'new' }}
        required
        minRows={3}
        maxLength={4000}
        label={t('guidance.fields.text')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <TextArea
        keep={{ kind: 'todos-coach-form-agreed', subject: 'new' }}
        minRows={2}
        maxLength={4000}
        label={t('guidance.fields.agreed')}
        value={advice}
        onChange={(event) => setAdvice(event.currentTarget.value)}
      />
      <FieldRow columns={3}>
        <DayField label={t('guidance.fields.next')} value={nextDay} onChange={setNext} />
        <TextInput
          maxLength={40}
          label={t('guidance.fields.case')}
          value={caseNumber}
          onChange={(event) => setCase(event.currentTarget.value)}
        />
        <Select
          clearable
          searchable
          label={t('guidance.fields.training')}
          data={(plan?.trainings ?? []).map(({ id, title }) => ({ value: id, label: title }))}
          value={trainingId}
          onChange={setTraining}
        />
      </FieldRow>
    </FormDialog>
  )
}
