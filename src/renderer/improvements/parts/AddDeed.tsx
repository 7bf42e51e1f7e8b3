import { SegmentedControl, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { UserId } from '../../../shared/ids.ts'
import {
  DEED_FORM_NAMES,
  DEED_KIND_NAMES,
  DEED_KINDS,
  type DeedForm,
  type DeedKind,
  PENALTY_FORMS,
  REWARD_FORMS,
} from '../../../shared/improvements/loop-words.ts'
import type { Day } from '../../../shared/time.ts'
import { useT } from '../../i18n/use-t.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { DayField, FieldRow } from '../../ui/fields.tsx'
import { today } from '../../ui/formats.ts'
import { PersonField } from '../../ui/PersonField.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'

const FORMS: Record<DeedKind, readonly DeedForm[]> = { reward: REWARD_FORMS, penalty: PENALTY_FORMS }

/** Puts a reward or a penalty on a person's record. */
export function AddDeed({ onClose }: { onClose: () => void }) {
  const t = useT('loop')
  const u = useT('ui')
  const nameOf = useName()
  const [userId, setUser] = useState<UserId | null>(null)
  const [kind, setKind] = useState<DeedKind>('reward')
  const [form, setForm] = useState<DeedForm>('commendation')
  const [day, setDay] = useState<Day>(today())
  const [caseNumber, setCase] = useState('')
  const [reason, setReason] = useState('')
  const add = useCommand('loop.addDeed', { quiet: true })
  const choose = (chosen: DeedKind) => {
    setKind(chosen)
    setForm(FORMS[chosen][0] ?? form)
  }
  const save = async () => {
    if (userId === null) return
    const done = await add.run({ userId, kind, form, day, reason, caseNumber: caseNumber.trim() || null })
    if (done.ok) onClose()
  }
  return (
    <FormDialog
      keep={{ kind: 'improvements-deed-lines', subject: 'new' }}
      title={t('deeds.add')}
      save={u('actions.save')}
      failure={add.failure}
      isBusy={add.isBusy}
      isReady={userId !== null && reason.trim().length > 1}
      onSave={save}
      onClose={onClose}
    >
      <SegmentedControl
        aria-label={t('deeds.fields.kind')}
        value={kind}
        onChange={(value) => choose(DEED_KINDS.find((one) => one === value) ?? kind)}
        data={DEED_KINDS.map((value) => ({ value, label: nameOf(DEED_KIND_NAMES[value]) }))}
      />
      <FieldRow>
        <PersonField data-autofocus label={t('deeds.fields.person')} value={userId} onChange={setUser} />
        <Select
          label={t('deeds.fields.form')}
          data={FORMS[kind].map((value) => ({ value, label: nameOf(DEED_FORM_NAMES[value]) }))}
          value={form}
          allowDeselect={false}
          onChange={(value) => value && setForm(value)}
        />
        <DayField
          label={t('deeds.fields.day')}
          value={day}
          max={today()}
          onChange={(chosen) => setDay(chosen ?? day)}
        />
        <TextInput
          label={t('deeds.fields.caseNumber')}
          maxLength={30}
          value={caseNumber}
          error={add.fieldErrors.caseNumber}
          onChange={(event) => setCase(event.currentTarget.value)}
        />
      </FieldRow>
      <TextArea
        keep={{ kind: 'improvements-add-deed-reason', subject: 'new' }}
        required
        minRows={2}
        maxLength={2000}
        label={t('deeds.fields.reason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
