import { Text } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { tellDone } from '../../ui/notify.ts'
import { TextArea } from '../../ui/TextArea.tsx'
import { useCommand } from '../../use-command.ts'
import { OwnPasswordField } from './key-fields.tsx'

/** Asks for the recovery key, which must be at hand before the store is bound, and for the own password. */
export function BindDialog({ onClose }: { onClose: () => void }) {
  const t = useT('keys')
  const [recoveryKey, setKey] = useState('')
  const [password, setPassword] = useState('')
  const bind = useCommand('keys.bind', { quiet: true })
  const save = async () => {
    const done = await bind.run({ password, recoveryKey: recoveryKey.trim() })
    setPassword('')
    if (!done.ok) return
    tellDone(t('device.boundDone', { keychain: t(`device.keychains.${done.value.keychain}`) }))
    onClose()
  }
  return (
    <FormDialog
      keep={null}
      title={t('device.bind')}
      save={t('device.bind')}
      failure={bind.failure}
      isBusy={bind.isBusy}
      isReady={recoveryKey.trim().length >= 10 && password !== ''}
      onSave={save}
      onClose={onClose}
    >
      <Text size="sm">{t('device.points.recovery')}</Text>
      <TextArea
        data-autofocus
        required
        minRows={2}
        maxLength={400}
        spellCheck={false}
        classNames={{ input: 'mono' }}
        label={t('device.recoveryKey')}
        value={recoveryKey}
        error={bind.fieldErrors.recoveryKey}
        onChange={(event) => setKey(event.currentTarget.value)}
      />
      <OwnPasswordField value={password} onChange={setPassword} />
    </FormDialog>
  )
}
