import { Anchor, Button, Group, PasswordInput, Text, TextInput } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useState } from 'react'
import { shell } from '../client.ts'
import { useT } from '../i18n/use-t.ts'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { bytesText, countText } from '../ui/formats.ts'
import { tellDone } from '../ui/notify.ts'
import { TextArea } from '../ui/TextArea.tsx'
import { useCommand } from '../use-command.ts'
import { Door } from './Door.tsx'
import { useSession } from './store.ts'

type Picked = { token: string; name: string; bytes: number }

/** Puts a backup in place on a machine that has no store yet. */
export function Restore({ onBack }: { onBack: () => void }) {
  const t = useT('session')
  const [file, setFile] = useState<Picked | null>(null)
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [recoveryKey, setKey] = useState('')
  const command = useCommand('session.restore', { quiet: true })
  const canSend = file !== null && login !== '' && password !== ''
  const pick = async () => {
    const picked = await shell('shell.pickFile', { purpose: 'backup' })
    if (picked.ok && picked.value !== null) setFile(picked.value)
  }
  const submit = async () => {
    if (file === null || !canSend || command.isBusy) return
    const result = await command.run({
      ...{ file: file.token, login, password },
      ...(recoveryKey.trim() === '' ? {} : { recoveryKey: recoveryKey.trim() }),
    })
    if (!result.ok) return
    tellDone(t('restore.done', { entries: countText(result.value.entries) }))
    await useSession.getState().refresh()
  }
  return (
    <Door title={t('restore.title')} text={t('restore.text')} onSubmit={() => void submit()}>
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
      <Button type="submit" size="sm" loading={command.isBusy} disabled={!canSend}>
        {t('restore.submit')}
      </Button>
      <Anchor component="button" type="button" size="sm" onClick={onBack}>
        {t('restore.back')}
      </Anchor>
    </Door>
  )
}
