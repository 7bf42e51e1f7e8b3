import { Anchor, Button, Group, PasswordInput, Text, TextInput } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useState } from 'react'
import { shell } from '../client.ts'
import { useT } from '../i18n/use-t.ts'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { bytesText, countText, durationText } from '../ui/formats.ts'
import { tellDone, tellKept } from '../ui/notify.ts'
import { TextArea } from '../ui/TextArea.tsx'
import { useCommand } from '../use-command.ts'
import { Door } from './Door.tsx'
import { refreshStatus, useWait } from './use-wait.ts'

type Picked = { token: string; name: string; bytes: number }

type Props = {
  onBack: () => void
  /** Whose sign-in was refused because the store there does not open: it is moved aside first. */
  replaces?: { login: string }
}

/** Puts a backup in place on a machine that has no store yet, or of a store that does not open. */
export function Restore({ onBack, replaces }: Props) {
  const t = useT('session')
  const [file, setFile] = useState<Picked | null>(null)
  const [login, setLogin] = useState(replaces?.login ?? '')
  const [presentPassword, setPresent] = useState('')
  const [password, setPassword] = useState('')
  const [recoveryKey, setKey] = useState('')
  const command = useCommand('session.restore', { quiet: true, settle: refreshStatus })
  const wait = useWait()
  const canSend = file !== null && login !== '' && password !== ''
  const pick = async () => {
    const picked = await shell('shell.pickFile', { purpose: 'backup' })
    if (picked.ok && picked.value !== null) setFile(picked.value)
  }
  const submit = async () => {
    if (file === null || !canSend || wait > 0 || command.isBusy) return
    const result = await command.run({
      ...{ file: file.token, login, password },
      ...(recoveryKey.trim() === '' ? {} : { recoveryKey: recoveryKey.trim() }),
      ...(replaces ? { replaceDamaged: true } : {}),
      ...(presentPassword === '' ? {} : { presentPassword }),
    })
    if (!result.ok) return
    const { entries, movedAside } = result.value
    tellDone(t('restore.done', { entries: countText(entries) }))
    if (replaces && movedAside !== null) tellKept(t('restore.movedAside', { name: movedAside }))
    if (replaces) onBack()
  }
  return (
    <Door
      title={t(replaces ? 'restore.replaceTitle' : 'restore.title')}
      text={t(replaces ? 'restore.replaceText' : 'restore.text')}
      onSubmit={() => void submit()}
    >
      <FailureAlert failure={command.failure} />
      <Group gap="xs">
        <Button variant="default" leftSection={<IconFileImport size={15} />} onClick={() => void pick()} autoFocus>
          {t('restore.pick')}
        </Button>
        <Text size="sm" c="dimmed">
          {file ? `${file.name} · ${bytesText(file.bytes)}` : t('restore.none')}
        </Text>
      </Group>
      <TextInput
        label={t('fields.login')}
        value={login}
        onChange={(event) => setLogin(event.currentTarget.value)}
        autoComplete="username"
        spellCheck={false}
      />
      <PasswordInput
        label={t('fields.password')}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        autoComplete="current-password"
      />
      {replaces && (
        <PasswordInput
          label={t('restore.presentPassword')}
          description={t('restore.presentHint')}
          value={presentPassword}
          onChange={(event) => setPresent(event.currentTarget.value)}
          autoComplete="off"
        />
      )}
      <TextArea
        label={t('restore.recoveryKey')}
        description={t('restore.recoveryHint')}
        value={recoveryKey}
        error={command.fieldErrors.recoveryKey}
        onChange={(event) => setKey(event.currentTarget.value)}
        classNames={{ input: 'mono' }}
        minRows={2}
        spellCheck={false}
      />
      <Button type="submit" size="sm" loading={command.isBusy} disabled={!canSend || wait > 0}>
        {wait > 0 ? t('signIn.wait', { time: durationText(wait + 999) }) : t('restore.submit')}
      </Button>
      <Anchor component="button" type="button" size="sm" onClick={onBack}>
        {t(replaces ? 'restore.backToSignIn' : 'restore.back')}
      </Anchor>
    </Door>
  )
}
