import { Button, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../i18n/use-t.ts'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { durationText } from '../ui/formats.ts'
import { TextArea } from '../ui/TextArea.tsx'
import { useCommand } from '../use-command.ts'
import { Door } from './Door.tsx'
import { isUsable, NewPassword } from './NewPassword.tsx'
import { refreshStatus, useWait } from './use-wait.ts'

/** A new password by the recovery key, when the old one is forgotten. */
export function Recover({ login: known, onBack }: { login: string; onBack: () => void }) {
  const t = useT('session')
  const ui = useT('ui')
  const [recoveryKey, setKey] = useState('')
  const [login, setLogin] = useState(known)
  const [password, setPassword] = useState('')
  const [repeated, setRepeated] = useState('')
  const command = useCommand('session.recover', { quiet: true, settle: refreshStatus })
  const wait = useWait()
  const canSend = recoveryKey.trim().length >= 10 && login !== '' && isUsable(password, repeated) && wait === 0

  const submit = async () => {
    if (!canSend || command.isBusy) return
    await command.run({ recoveryKey: recoveryKey.trim(), login, newPassword: password })
  }
  return (
    <Door title={t('recover.title')} text={t('recover.text')} onSubmit={() => void submit()}>
      <FailureAlert failure={command.failure} />
      <TextArea
        label={t('fields.recoveryKey')}
        value={recoveryKey}
        onChange={(event) => setKey(event.currentTarget.value)}
        error={command.fieldErrors.recoveryKey}
        classNames={{ input: 'mono' }}
        minRows={2}
        spellCheck={false}
        autoFocus
        required
      />
      <TextInput
        label={t('fields.login')}
        value={login}
        onChange={(event) => setLogin(event.currentTarget.value)}
        error={command.fieldErrors.login}
        autoComplete="username"
        required
      />
      <NewPassword
        label={t('fields.newPassword')}
        repeatLabel={t('fields.repeatNew')}
        value={password}
        repeated={repeated}
        onChange={setPassword}
        onRepeat={setRepeated}
        error={command.fieldErrors.newPassword}
        login={login}
      />
      <Group justify="space-between">
        <Button variant="default" onClick={onBack}>
          {ui('actions.back')}
        </Button>
        <Button type="submit" loading={command.isBusy} disabled={!canSend}>
          {wait > 0 ? t('signIn.wait', { time: durationText(wait + 999) }) : t('recover.submit')}
        </Button>
      </Group>
    </Door>
  )
}
