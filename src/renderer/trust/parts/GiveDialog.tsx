import { Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { UserId } from '../../../shared/ids.ts'
import { AUTHORISATION_NAMES, RIGHTS, type Right } from '../../../shared/trust/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { FieldRow } from '../../ui/fields.tsx'
import { MomentField } from '../../ui/MomentField.tsx'
import { tellDone } from '../../ui/notify.ts'
import { PersonField } from '../../ui/PersonField.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'

type Props = {
  /** The number of the one restricted case to be read, where the dialog is about one. */
  about?: string
  onClose: () => void
  onDone: (id: string) => void
}

/** S3-130: gives one person one right, for a reason and a time. */
export function GiveDialog({ about = '', onClose, onDone }: Props) {
  const t = useT('trust')
  const nameOf = useName()
  const [userId, setUser] = useState<UserId | null>(null)
  const [right, setRight] = useState<Right>(about === '' ? 'leadRights' : 'restrictedCases')
  const [number, setNumber] = useState(about)
  const caseNumber = right === 'restrictedCases' ? number.trim() : ''
  const [fromAt, setFrom] = useState<number | null>(null)
  const [untilAt, setUntil] = useState<number | null>(null)
  const [reason, setReason] = useState('')
  const give = useCommand('authorisations.give', { quiet: true })
  const save = async () => {
    if (userId === null || untilAt === null) return
    const done = await give.run({ userId, right, caseNumber, fromAt, untilAt, reason })
    if (!done.ok) return
    tellDone(t('saved'))
    onClose()
    onDone(done.value.id)
  }
  return (
    <FormDialog
      keep={{ kind: 'trust-give-lines', subject: 'new' }}
      title={t('acts.give')}
      save={t('acts.give')}
      failure={give.failure}
      isBusy={give.isBusy}
      isReady={userId !== null && untilAt !== null && reason.trim() !== ''}
      onSave={save}
      onClose={onClose}
    >
      <FieldRow>
        <PersonField required data-autofocus label={t('fields.person')} value={userId} onChange={setUser} />
        <Select
          label={t('fields.right')}
          data={RIGHTS.map((value) => ({ value, label: nameOf(AUTHORISATION_NAMES[value]) }))}
          value={right}
          allowDeselect={false}
          onChange={(value) => setRight(RIGHTS.find((one) => one === value) ?? 'leadRights')}
        />
        {right === 'restrictedCases' && (
          <TextInput
            label={t('fields.onlyCase')}
            maxLength={30}
            value={number}
            onChange={(event) => setNumber(event.currentTarget.value)}
          />
        )}
        <MomentField label={t('fields.start')} value={fromAt} onChange={setFrom} />
        <MomentField required label={t('fields.until')} value={untilAt} onChange={setUntil} />
      </FieldRow>
      <TextArea
        keep={{ kind: 'trust-give-dialog-reason', subject: 'new' }}
        required
        minRows={2}
        maxLength={500}
        label={t('fields.reason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
