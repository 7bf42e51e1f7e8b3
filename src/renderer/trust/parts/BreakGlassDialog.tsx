import { Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { dateTimeText } from '../../ui/formats.ts'
import { go } from '../../ui/navigation.ts'
import { tellDone } from '../../ui/notify.ts'
import { TextArea } from '../../ui/TextArea.tsx'
import { useCommand } from '../../use-command.ts'

/** S3-129: opens one restricted case for an hour, where something must be done at once. */
export function BreakGlassDialog({ onClose }: { onClose: () => void }) {
  const t = useT('trust')
  const [caseNumber, setNumber] = useState('')
  const [reason, setReason] = useState('')
  const open = useCommand('authorisations.breakGlass', { quiet: true })
  const save = async () => {
    const done = await open.run({ caseNumber, reason })
    if (!done.ok) return
    tellDone(t('glass.done', { at: dateTimeText(done.value.untilAt) }))
    onClose()
    go('cases', { id: done.value.caseId })
  }
  return (
    <FormDialog
      keep={{ kind: 'trust-break-glass-lines', subject: 'new' }}
      title={t('glass.title')}
      save={t('acts.breakGlass')}
      failure={open.failure}
      isBusy={open.isBusy}
      isReady={caseNumber.trim() !== '' && reason.trim() !== ''}
      onSave={save}
      onClose={onClose}
    >
      <Text size="sm">{t('glass.text')}</Text>
      <TextInput
        required
        data-autofocus
        label={t('fields.caseNumber')}
        value={caseNumber}
        onChange={(event) => setNumber(event.currentTarget.value)}
      />
      <TextArea
        keep={{ kind: 'trust-break-glass-dialog-reason', subject: 'new' }}
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
