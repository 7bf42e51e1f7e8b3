import { PasswordInput, Text } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { tellDone } from '../../ui/notify.ts'
import { TextArea } from '../../ui/TextArea.tsx'
import { useCommand } from '../../use-command.ts'

/** Ends the binding to this computer, with a reason and the own password. */
export function ReleaseDialog({ onClose }: { onClose: () => void }) {
  const t = useT('keys')
  const [reason, setReason] = useState('')
  const [password, setPassword] = useState('')
  const release = useCommand('keys.release', { quiet: true })
  const save = async () => {
    const done = await release.run({ reason, password })
    setPassword('')
    if (!done.ok) return
    tellDone(t('device.releasedDone'))
    onClose()
  }
  return (
    <FormDialog
      title={t('device.release')}
      save={t('device.release')}
      failure={release.failure}
      isBusy={release.isBusy}
      isReady={reason.trim() !== '' && password !== ''}
      onSave={save}
      onClose={onClose}
    >
      <Text size="sm">{t('device.releaseHint')}</Text>
      <TextArea
        data-autofocus
        required
        minRows={2}
        maxLength={500}
        label={t('reason')}
        value={reason}
        error={release.fieldErrors.reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <PasswordInput
        required
        autoComplete="off"
        label={t('password')}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
