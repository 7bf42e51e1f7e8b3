import { Alert, Anchor, Button, PasswordInput, TextInput, UnstyledButton } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { Failure } from '../../shared/failure.ts'
import { useT } from '../i18n/use-t.ts'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { durationText } from '../ui/formats.ts'
import { useCommand } from '../use-command.ts'
import styles from './Door.module.css'
import { Door } from './Door.tsx'
import { Recover } from './Recover.tsx'
import { Restore } from './Restore.tsx'
import { useSession } from './store.ts'
import { refreshStatus, useWait } from './use-wait.ts'

/** The first person of each role: a whole desk of names would push the form off the screen. */
const onePerRole = <T extends { role: string }>(people: readonly T[]): T[] =>
  people.filter(({ role }, place) => people.findIndex((one) => one.role === role) === place)

function DemoLogins({ onPick }: { onPick: (login: string, password: string) => void }) {
  const t = useT('session')
  const ui = useT('ui')
  const status = useSession((state) => state.status)
  if (!status?.demo || status.demoLogins.length === 0) return null
  return (
    <section className={styles.logins} aria-label={t('signIn.demoTitle')}>
      <h2>{t('signIn.demoTitle')}</h2>
      {onePerRole(status.demoLogins).map((one) => (
        <UnstyledButton key={one.login} className={styles.login} onClick={() => onPick(one.login, one.password)}>
          <strong>{one.name}</strong>
          <span>{ui(`roles.${one.role}`)}</span>
          <span className={styles.secret}>{`${one.login} / ${one.password}`}</span>
        </UnstyledButton>
      ))}
    </section>
  )
}

/** What a store is refused for that only a backup mends. */
const DAMAGES = [
  ...[
    'store-damaged',
    'store-missing',
    'store-empty-file',
    'store-wrong-key',
    'store-rolled-back',
    'store-read-failed',
  ],
  ...['keyring-missing', 'keyring-tampered'],
]

const isDamage = (failure: Failure | undefined) => failure?.code === 'RULE' && DAMAGES.includes(failure.rule)

/** Opens a locked store; also what a locked desk shows. */
export function SignIn() {
  const t = useT('session')
  const lastLogin = useSession((state) => state.lastLogin)
  const isInterrupted = useSession((state) => state.isInterrupted)
  const [login, setLogin] = useState(lastLogin)
  const [password, setPassword] = useState('')
  const [isRecovering, setRecovering] = useState(false)
  const [isRestoring, setRestoring] = useState(false)
  const command = useCommand('session.signIn', { quiet: true, settle: refreshStatus })
  const field = useRef<HTMLInputElement>(null)
  const wait = useWait()
  useEffect(() => {
    if (lastLogin !== '') field.current?.focus()
  }, [lastLogin])

  if (isRecovering) return <Recover login={login} onBack={() => setRecovering(false)} />

  if (isRestoring) return <Restore replaces={{ login }} onBack={() => setRestoring(false)} />

  const submit = async () => {
    if (command.isBusy || wait > 0 || login === '' || password === '') return
    const result = await command.run({ login, password })
    if (result.ok) return
    setPassword('')
    field.current?.focus()
  }
  const pick = (picked: string, secret: string) => {
    setLogin(picked)
    setPassword(secret)
    field.current?.focus()
  }
  return (
    <Door
      title={t('signIn.title')}
      text={t('signIn.locked')}
      onSubmit={() => void submit()}
      below={<DemoLogins onPick={pick} />}
    >
      {isInterrupted && (
        <Alert color="orange" variant="light" role="status" p="xs" icon={<IconAlertTriangle size={16} />}>
          {t('signIn.interrupted')}
        </Alert>
      )}
      <FailureAlert failure={command.failure} />
      <TextInput
        label={t('fields.login')}
        value={login}
        onChange={(event) => setLogin(event.currentTarget.value)}
        autoComplete="username"
        autoCapitalize="off"
        spellCheck={false}
        autoFocus={lastLogin === ''}
      />
      <PasswordInput
        ref={field}
        label={t('fields.password')}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        autoComplete="current-password"
      />
      <Button type="submit" size="sm" loading={command.isBusy} disabled={wait > 0}>
        {wait > 0 ? t('signIn.wait', { time: durationText(wait + 999) }) : t('signIn.submit')}
      </Button>
      <Anchor component="button" type="button" size="sm" onClick={() => setRecovering(true)}>
        {t('signIn.forgot')}
      </Anchor>
      {isDamage(command.failure) && (
        <Anchor component="button" type="button" size="sm" onClick={() => setRestoring(true)}>
          {t('signIn.replace')}
        </Anchor>
      )}
    </Door>
  )
}
