import { Checkbox, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import {
  RECIPIENT_ROLE_NAMES,
  type RecipientRole,
  SHARING_BASIS_NAMES,
  type SharingBasis,
} from '../../../shared/rights/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { ChoiceField } from '../../ui/ChoiceField.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { DayField, FieldRow } from '../../ui/fields.tsx'
import { today } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'

const EMPTY = { recipient: '', contact: '', purpose: '', fields: '', basisText: '' }
const WORDS = ['recipient', 'contact', 'purpose', 'fields', 'basisText'] as const

/** Who receives which data, what for, on what basis, and after which assessment. */
export function SharingForm({ onClose }: { onClose: () => void }) {
  const t = useT('rights')
  const u = useT('ui')
  const nameOf = useName()
  const [words, setWords] = useState(EMPTY)
  const [role, setRole] = useState<RecipientRole>('processor')
  const [basis, setBasis] = useState<SharingBasis>('contract')
  const [assessmentId, setAssessment] = useState<string | null>(null)
  const [isAbroad, setAbroad] = useState(false)
  const [fromDay, setFrom] = useState<string | null>(today())
  const [untilDay, setUntil] = useState<string | null>(null)
  const { data: assessments = [] } = useQuery('rights.assessments', {}, { topics: ['rights'] })
  const approved = assessments.filter(({ state }) => state === 'approved')
  const save = useCommand('rights.arrange', { quiet: true })
  const send = async () => {
    if (fromDay === null) return
    const result = await save.run({ ...words, role, basis, assessmentId, isAbroad, fromDay, untilDay })
    if (!result.ok) return
    tellDone(t('saved'))
    onClose()
  }
  return (
    <FormDialog
      keep={{ kind: 'rights-sharing-lines', subject: 'new' }}
      title={t('sharing.new')}
      save={u('actions.save')}
      failure={save.failure}
      isBusy={save.isBusy}
      isReady={fromDay !== null && Object.values(words).every((text) => text.trim() !== '')}
      onSave={send}
      onClose={onClose}
    >
      <FieldRow>
        <ChoiceField
          label={t('sharing.role')}
          data={choicesOf(RECIPIENT_ROLE_NAMES, nameOf)}
          value={role}
          onChange={setRole}
        />
        <ChoiceField
          label={t('sharing.basis')}
          data={choicesOf(SHARING_BASIS_NAMES, nameOf)}
          value={basis}
          onChange={setBasis}
        />
      </FieldRow>
      {WORDS.map((name) => (
        <TextInput
          key={name}
          label={t(`sharing.${name}`)}
          value={words[name]}
          onChange={(event) => setWords({ ...words, [name]: event.currentTarget.value })}
        />
      ))}
      <Select
        label={t('sharing.assessment')}
        clearable
        data={approved.map(({ id, title }) => ({ value: id, label: title }))}
        value={assessmentId}
        onChange={setAssessment}
      />
      <Checkbox
        label={t('sharing.abroad')}
        checked={isAbroad}
        onChange={(event) => setAbroad(event.currentTarget.checked)}
      />
      <FieldRow>
        <DayField label={t('sharing.from')} value={fromDay} onChange={setFrom} />
        <DayField label={t('sharing.until')} value={untilDay} onChange={setUntil} />
      </FieldRow>
    </FormDialog>
  )
}
