import { Tooltip, UnstyledButton } from '@mantine/core'
import { IconPhone, IconPhoneCall, IconPhonePause, IconPhoneRinging, IconWriting } from '@tabler/icons-react'
import type { LiveCall } from '../../shared/calls/model.ts'
import { CALL_STATE_NAMES } from '../../shared/calls/words.ts'
import { useT } from '../i18n/use-t.ts'
import { useSession } from '../session/store.ts'
import { KeyHint } from '../ui/KeyHint.tsx'
import { useName } from '../ui/use-name.ts'
import { useNow } from '../ui/use-now.ts'
import styles from './CallBar.module.css'
import { callerTitle } from './parts/caller-title.ts'
import { useCalls } from './store.ts'
import { clockText, spentMs } from './times.ts'

const ICONS = { ringing: IconPhoneRinging, talking: IconPhoneCall, held: IconPhonePause, wrapUp: IconWriting }

/** The telephone in the header: begins a call, and says on every page which one is on. */
export function CallBar() {
  const t = useT('calls')
  const role = useSession((state) => state.user?.role)
  const { call, show } = useCalls()
  if (role === undefined || role === 'admin') return null
  if (call !== null) return <CurrentCall call={call} />
  return (
    <UnstyledButton className={styles.start} onClick={() => show({ isDialogOpen: true })}>
      <IconPhone size={15} aria-hidden />
      <span>{t('bar.start')}</span>
      <KeyHint keys="f2" onBar />
    </UnstyledButton>
  )
}

function CurrentCall({ call }: { call: LiveCall }) {
  const t = useT('calls')
  const nameOf = useName()
  const now = useNow()
  const { isFolded, show } = useCalls()
  const Icon = call.state in ICONS ? ICONS[call.state as keyof typeof ICONS] : IconPhone
  const label = t(isFolded ? 'actions.unfold' : 'actions.fold')
  return (
    <Tooltip label={label}>
      <UnstyledButton
        className={styles.call}
        data-state={call.state}
        aria-expanded={!isFolded}
        onClick={() => show({ isFolded: !isFolded })}
      >
        <Icon size={16} aria-hidden />
        <span className="visually-hidden">{nameOf(CALL_STATE_NAMES[call.state])}</span>
        <span className={styles.who}>{callerTitle(call, t)}</span>
        <span className={styles.time}>{clockText(spentMs(call, now))}</span>
        <KeyHint keys="alt+k" onBar />
      </UnstyledButton>
    </Tooltip>
  )
}
