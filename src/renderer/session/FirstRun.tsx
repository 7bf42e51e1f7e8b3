import { Anchor, Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../i18n/use-t.ts'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { usePreferences } from '../ui/preferences.ts'
import { useCommand } from '../use-command.ts'
import { Door } from './Door.tsx'
import { isUsable, NewPassword } from './NewPassword.tsx'
import { Restore } from './Restore.tsx'
import { useSession } from './store.ts'

const LOGIN_FORM = /^[a-z][a-z0-9._-]{1,31}$/

/** Makes the encrypted store and its first manager. */
export function FirstRun() {
  const t = useT('session')
  const language = usePreferences((state) => state.language)
  const [login, setLogin] = useState('')
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [repeated, setRepeated] = useState('')
  const [isRestoring, setRestoring] = useState(false)
  const command = useCommand('session.create', { quiet: true })
  const hasBadLogin = login !== '' && !LOGIN_FORM.test(login)
  const canSend = LOGIN_FORM.test(login) && name.trim() !== '' && isUsable(password, repeated)

  const submit = async () => {
    if (!canSend || command.isBusy) return
    const { set, refresh } = useSession.getState()
    set({ isCreating: true })
    const result = await command.run({ login, name, password, language })
    // The key is put in place before the session may show the desk: it is seen once or never.
    if (result.ok) set({ recoveryKey: result.value.recoveryKey })
    await refresh()
    set({ isCreating: false })
  }
  if (isRestoring) return <Restore onBack={() => setRestoring(false)} />
  return (
    <Door title={t('firstRun.title')} step={1} text={t('firstRun.text')} onSubmit={() => void submit()}>
      <FailureAlert failure={command.failure} />
      <TextInput
        label={t('fields.name')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={command.fieldErrors.name}
        maxLength={60}
        autoFocus
        required
      />
      <TextInput
        label={t('fields.login')}
        description={t('fields.loginHint')}
        value={login}
        onChange={(event) => setLogin(event.currentTarget.value.trim().toLowerCase())}
        error={command.fieldErrors.login ?? (hasBadLogin ? t('issues.login') : undefined)}
        autoComplete="username"
        spellCheck={false}
        required
      />
      <NewPassword
        label={t('fields.password')}
        repeatLabel={t('fields.repeat')}
        value={password}
        repeated={repeated}
        onChange={setPassword}
        onRepeat={setRepeated}
        error={command.fieldErrors.password}
        login={login}
      />
      <Button type="submit" size="sm" loading={command.isBusy} disabled={!canSend}>
        {t('firstRun.submit')}
      </Button>
      <Anchor component="button" type="button" size="sm" onClick={() => setRestoring(true)}>
        {t('firstRun.restore')}
      </Anchor>
    </Door>
  )
}
