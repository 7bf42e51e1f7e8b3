import { Text } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { tellDone } from '../../ui/notify.ts'
import { useCommand } from '../../use-command.ts'
import { OwnPasswordField, ReasonField } from './key-fields.tsx'

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
      keep={null}
      title={t('device.release')}
      save={t('device.release')}
      failure={release.failure}
      isBusy={release.isBusy}
      isReady={reason.trim() !== '' && password !== ''}
      onSave={save}
      onClose={onClose}
    >
      <Text size="sm">{t('device.releaseHint')}</Text>
      <ReasonField isFirst value={reason} error={release.fieldErrors.reason} onChange={setReason} />
      <OwnPasswordField value={password} onChange={setPassword} />
    </FormDialog>
  )
}
