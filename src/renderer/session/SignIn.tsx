import { Anchor, Button, PasswordInput, TextInput, UnstyledButton } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useT } from '../i18n/use-t.ts'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { durationText } from '../ui/formats.ts'
import { useNow } from '../ui/use-now.ts'
import { useCommand } from '../use-command.ts'
import styles from './Door.module.css'
import { Door } from './Door.tsx'
import { Recover } from './Recover.tsx'
import { useSession } from './store.ts'

/** Milliseconds until the next attempt is taken; 0 when one may be made now. */
export function useWait(): number {
  const retryAt = useSession((state) => state.status?.retryAt ?? null)
  const now = useNow()
  return retryAt === null ? 0 : Math.max(0, retryAt - now)
}

/** What the store says now: after a refused attempt, the wait before the next. */
export const refreshStatus = () => useSession.getState().refresh()

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

/** Opens a locked store; also what a locked desk shows. */
export function SignIn() {
  const t = useT('session')
  const lastLogin = useSession((state) => state.lastLogin)
  const [login, setLogin] = useState(lastLogin)
  const [password, setPassword] = useState('')
  const [isRecovering, setRecovering] = useState(false)
  const command = useCommand('session.signIn', { quiet: true, settle: refreshStatus })
  const field = useRef<HTMLInputElement>(null)
  const wait = useWait()
  useEffect(() => {
    if (lastLogin !== '') field.current?.focus()
  }, [lastLogin])

  if (isRecovering) return <Recover login={login} onBack={() => setRecovering(false)} />

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
    </Door>
  )
}
