import { Loader, MantineProvider, Progress, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { Suspense, useEffect, useMemo, useState } from 'react'
import { DEMO_JOB } from '../shared/bridge.ts'
import { shell } from './client.ts'
import { loadTexts } from './i18n/i18n.ts'
import { useT } from './i18n/use-t.ts'
import { SignIn } from './session/SignIn.tsx'
import { useSession } from './session/store.ts'
import { FailureAlert } from './ui/FailureAlert.tsx'
import { startKeys } from './ui/keys.ts'
import { later } from './ui/later.tsx'
import { startPasteLimit } from './ui/paste-limit.ts'
import { usePreferences } from './ui/preferences.ts'
import { themeWith, variables } from './ui/theme.ts'
import { useProgress } from './ui/use-progress.ts'

/** What comes after the first screen may say words of any feature. */
async function withTexts<T>(part: Promise<T>): Promise<T> {
  await loadTexts()
  return part
}

// Only the sign-in screen is part of what a window starts with.
const FirstRun = later(async () => (await withTexts(import('./session/FirstRun.tsx'))).FirstRun)
const ForcedChange = later(async () => (await withTexts(import('./session/ForcedChange.tsx'))).ForcedChange)
const RecoveryKey = later(async () => (await withTexts(import('./session/RecoveryKey.tsx'))).RecoveryKey)
const Begin = later(async () => (await withTexts(import('./session/Begin.tsx'))).Begin)
const Notices = later(async () => (await import('./ui/Notices.tsx')).Notices)
const Desk = later(async () => {
  const { Desk, prepareParts } = await withTexts(import('./ui/Desk.tsx'))
  prepareParts()
  return Desk
})

type View = 'waiting' | 'first-run' | 'recovery-key' | 'begin' | 'sign-in' | 'forced-change' | 'desk'

function useView(): View {
  const { status, user, isCreating, recoveryKey, isNew, mustChangePassword } = useSession()
  if (recoveryKey !== null) return 'recovery-key'
  if (isCreating || status?.state === 'none') return 'first-run'
  if (status === null) return 'waiting'
  if (status.state === 'locked' || user === null) return 'sign-in'
  if (isNew) return 'begin'
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

let isReadyTold = false

function Screen({ view }: { view: View }) {
  const { failure, refresh } = useSession()
  useEffect(() => {
    if (view === 'waiting' || isReadyTold) return
    isReadyTold = true
    void shell('shell.ready', {})
    requestIdleCallback(() => void Desk.prepare())
  }, [view])
  switch (view) {
    case 'first-run':
      return <FirstRun />
    case 'recovery-key':
      return <RecoveryKey />
    case 'begin':
      return <Begin />
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

/** True once the first screen is there and nothing is left to do for it. */
function useIdle(): boolean {
  const [isIdle, setIdle] = useState(false)
  useEffect(() => {
    const waiting = requestIdleCallback(() => setIdle(true))
    return () => cancelIdleCallback(waiting)
  }, [])
  return isIdle
}

/** The whole window: which screen is shown follows from the session alone. */
export function App() {
  const scheme = usePreferences((state) => state.scheme)
  const isIdle = useIdle()
  const view = useView()
  const u = useT('ui')
  const close = u('actions.close')
  const showPassword = u('actions.showPassword')
  const theme = useMemo(() => themeWith({ close, showPassword }), [close, showPassword])
  useEffect(() => startKeys(), [])
  useEffect(() => startPasteLimit(), [])
  useEffect(() => {
    // Nothing said about somebody's work stays in sight once the desk is locked.
    if (view === 'sign-in') notifications.clean()
  }, [view])

  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      defaultColorScheme="auto"
      {...(scheme === 'auto' ? {} : { forceColorScheme: scheme })}
    >
      <Suspense fallback={<main className="waiting" />}>
        <Screen view={view} />
      </Suspense>
      <Suspense fallback={null}>{isIdle && <Notices />}</Suspense>
    </MantineProvider>
  )
}
