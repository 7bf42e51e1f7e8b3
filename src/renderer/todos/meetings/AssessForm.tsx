import { NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { UserId } from '../../../shared/ids.ts'
import { useT } from '../../i18n/use-t.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { FieldRow } from '../../ui/fields.tsx'
import { today } from '../../ui/formats.ts'
import { PersonField } from '../../ui/PersonField.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import { StaffFacts } from './StaffFacts.tsx'

type Props = { onClose: () => void; onDone: (id: string) => void }

const MONTH = /^20\d\d-(0[1-9]|1[0-2])$/

/** S3-10: a judgement on a month with advice, beside the figures of that month. */
export function AssessForm({ onClose, onDone }: Props) {
  const t = useT('meetings')
  const [userId, setUser] = useState<UserId | null>(null)
  const [period, setPeriod] = useState(today().slice(0, 7))
  const [rating, setRating] = useState(3)
  const [text, setText] = useState('')
  const [advice, setAdvice] = useState('')
  const isAsked = userId !== null && MONTH.test(period)
  const { data } = useQuery('guidance.figures', { userId: userId ?? ('' as UserId), period }, { enabled: isAsked })
  const save = useCommand('guidance.assess', { quiet: true })
  const send = async () => {
    if (userId === null) return
    const done = await save.run({ userId, period, rating, text, advice })
    if (!done.ok) return
    onClose()
    onDone(done.value.id)
  }
  const texts = [
    { label: t('guidance.fields.judgement'), value: text, set: setText },
    { label: t('guidance.fields.advice'), value: advice, set: setAdvice },
  ]
  return (
    <FormDialog
      keep={{ kind: 'todos-assessment-lines', subject: 'new' }}
      title={t('guidance.assess')}
      save={t('guidance.assess')}
      failure={save.failure}
      isBusy={save.isBusy}
      isReady={isAsked && text.trim() !== '' && advice.trim() !== ''}
      onSave={send}
      onClose={onClose}
    >
      <FieldRow columns={3}>
        <PersonField required data-autofocus label={t('guidance.fields.user')} value={userId} onChange={setUser} />
        <TextInput
          required
          type="month"
          label={t('guidance.fields.period')}
          value={period}
          onChange={(event) => setPeriod(event.currentTarget.value)}
        />
        <NumberInput
          required
          min={1}
          max={5}
          allowDecimal={false}
          label={t('guidance.fields.rating')}
          value={rating}
          onChange={(value) => setRating(typeof value === 'number' ? value : 3)}
        />
      </FieldRow>
      {data && <StaffFacts figures={data} />}
      {texts.map(({ label, value, set }) => (
        <TextArea
          required
          key={label}
          keep={{ kind: 'todos-assessment', subject: label }}
          minRows={3}
          maxLength={4000}
          label={label}
          value={value}
          onChange={(event) => set(event.currentTarget.value)}
        />
      ))}
    </FormDialog>
  )
}
