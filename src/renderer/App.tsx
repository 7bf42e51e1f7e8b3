import { Loader, MantineProvider, Progress, Stack, Text } from '@mantine/core'
import { ModalsProvider } from '@mantine/modals'
import { Notifications, notifications } from '@mantine/notifications'
import { useEffect, useMemo } from 'react'
import { DEMO_JOB } from '../shared/bridge.ts'
import { shell } from './client.ts'
import { useT } from './i18n/use-t.ts'
import { FirstRun } from './session/FirstRun.tsx'
import { ForcedChange } from './session/ForcedChange.tsx'
import { RecoveryKey } from './session/RecoveryKey.tsx'
import { SignIn } from './session/SignIn.tsx'
import { startSession, useSession } from './session/store.ts'
import { Desk } from './ui/Desk.tsx'
import { FailureAlert } from './ui/FailureAlert.tsx'
import { startKeys } from './ui/keys.ts'
import { useProgress } from './ui/ProgressDialog.tsx'
import { usePreferences } from './ui/preferences.ts'
import { themeWith, variables } from './ui/theme.ts'

type View = 'waiting' | 'first-run' | 'recovery-key' | 'sign-in' | 'forced-change' | 'desk'

function useView(): View {
  const { status, user, isCreating, recoveryKey, mustChangePassword } = useSession()
  if (recoveryKey !== null) return 'recovery-key'
  if (isCreating || status?.state === 'none') return 'first-run'
  if (status === null) return 'waiting'
  if (status.state === 'locked' || user === null) return 'sign-in'
  if (mustChangePassword === null) return 'waiting'
  return mustChangePassword ? 'forced-change' : 'desk'
}

/** A demo desk makes its store before it can answer: that takes a while, so it is told. */
function Waiting() {
  const t = useT('session')
  const step = useProgress(DEMO_JOB)
  if (!step) return <Loader size="sm" />
  return (
    <Stack w={320} gap="xs">
      <Text size="sm" role="status">
        {t('makingDemo')}
      </Text>
      <Progress value={step.done} aria-label={t('makingDemo')} />
    </Stack>
  )
}

function Screen({ view }: { view: View }) {
  const { failure, refresh } = useSession()
  switch (view) {
    case 'first-run':
      return <FirstRun />
    case 'recovery-key':
      return <RecoveryKey />
    case 'sign-in':
      return <SignIn />
    case 'forced-change':
      return <ForcedChange />
    case 'desk':
      return <Desk />
    case 'waiting':
      return (
        <main className="waiting">
          {failure ? <FailureAlert failure={failure} onRetry={() => void refresh()} /> : <Waiting />}
        </main>
      )
  }
}

let isReadyTold = false

/** The whole window: which screen is shown follows from the session alone. */
export function App() {
  const scheme = usePreferences((state) => state.scheme)
  const view = useView()
  const u = useT('ui')
  const close = u('actions.close')
  const showPassword = u('actions.showPassword')
  const theme = useMemo(() => themeWith({ close, showPassword }), [close, showPassword])
  useEffect(() => startSession(), [])
  useEffect(() => startKeys(), [])
  useEffect(() => {
    // Nothing said about somebody's work stays in sight once the desk is locked.
    if (view === 'sign-in') notifications.clean()
  }, [view])
  useEffect(() => {
    if (view === 'waiting' || isReadyTold) return
    isReadyTold = true
    void shell('shell.ready', {})
  }, [view])

  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      defaultColorScheme="auto"
      {...(scheme === 'auto' ? {} : { forceColorScheme: scheme })}
    >
      {/* Dialogs belong to a screen: when the desk locks, an open one goes with it. */}
      <ModalsProvider key={view}>
        <Screen view={view} />
      </ModalsProvider>
      <Notifications position="bottom-right" limit={4} />
    </MantineProvider>
  )
}
