import { Button } from '@mantine/core'
import {
  IconArrowForwardUp,
  IconMessageQuestion,
  IconPhone,
  IconPhoneOff,
  IconPhonePause,
  IconPhoneX,
  IconPlayerPlay,
} from '@tabler/icons-react'
import type { LiveCall } from '../../../shared/calls/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { KeyHint } from '../../ui/KeyHint.tsx'
import { useNow } from '../../ui/use-now.ts'
import styles from '../CallDock.module.css'
import { consultOf, hangUp, toggleHold, useCalls } from '../store.ts'
import { clockText, spentMs } from '../times.ts'

/** What can be done with a call that rings or is on, each with its key. */
export function CallActions({ call }: { call: LiveCall }) {
  return (
    <div className={styles.actions}>
      <Timer call={call} />
      {call.state === 'ringing' ? <Ringing call={call} /> : <Talking call={call} />}
    </div>
  )
}

function Timer({ call }: { call: LiveCall }) {
  const t = useT('calls')
  const now = useNow()
  const word = call.state === 'ringing' ? t('bar.ringing') : call.state === 'held' ? t('dock.held') : t('dock.talk')
  return (
    <div className={styles.timer} data-state={call.state} role="timer" aria-live="off">
      <span>{word}</span>
      <strong>{clockText(spentMs(call, now))}</strong>
    </div>
  )
}

function Ringing({ call: { id, direction } }: { call: LiveCall }) {
  const t = useT('calls')
  const { take, isBusy } = useCalls()
  const isInbound = direction === 'inbound'
  const desk = useT('callDesk')
  const end = (reason: 'abandoned' | 'missed' | 'declined') => void take('calls.endUnanswered', { id, reason })
  return (
    <>
      <Button
        className={`${styles.solid} ${styles.answer}`}
        disabled={isBusy}
        leftSection={<IconPhone size={15} />}
        rightSection={<KeyHint keys="f2" onBar />}
        onClick={() => void take('calls.answer', { id })}
      >
        {t(isInbound ? 'actions.answer' : 'actions.connected')}
      </Button>
      <Button
        variant="default"
        disabled={isBusy}
        leftSection={<IconPhoneX size={15} />}
        rightSection={<KeyHint keys="f8" />}
        onClick={() => end(isInbound ? 'abandoned' : 'missed')}
      >
        {t(isInbound ? 'actions.gaveUp' : 'actions.notReached')}
      </Button>
      {isInbound && (
        <Button
          variant="default"
          disabled={isBusy}
          leftSection={<IconPhoneOff size={15} />}
          onClick={() => end('missed')}
        >
          {t('actions.nobody')}
        </Button>
      )}
      {isInbound && (
        <Button
          variant="default"
          disabled={isBusy}
          leftSection={<IconPhoneX size={15} />}
          rightSection={<KeyHint keys="shift+f8" />}
          onClick={() => end('declined')}
        >
          {desk('actions.decline')}
        </Button>
      )}
    </>
  )
}

function Talking({ call }: { call: LiveCall }) {
  const t = useT('calls')
  const desk = useT('callDesk')
  const { show, isBusy } = useCalls()
  const isHeld = call.state === 'held'
  const isAsking = consultOf(call) !== undefined
  return (
    <>
      <Button
        variant={isHeld ? 'filled' : 'default'}
        className={isHeld ? (styles.solid ?? '') : ''}
        disabled={isBusy}
        leftSection={isHeld ? <IconPlayerPlay size={15} /> : <IconPhonePause size={15} />}
        rightSection={<KeyHint keys="f4" onBar={isHeld} />}
        onClick={() => toggleHold(call)}
      >
        {t(isHeld ? 'actions.resume' : 'actions.hold')}
      </Button>
      <Button
        variant="default"
        disabled={isBusy || isAsking}
        leftSection={<IconMessageQuestion size={15} />}
        rightSection={<KeyHint keys="shift+f4" />}
        onClick={() => show({ dialog: 'consult' })}
      >
        {desk('actions.consult')}
      </Button>
      <Button
        variant="default"
        disabled={isBusy || call.offer !== null}
        leftSection={<IconArrowForwardUp size={15} />}
        rightSection={<KeyHint keys="shift+f8" />}
        onClick={() => show({ dialog: 'transfer' })}
      >
        {desk('actions.transfer')}
      </Button>
      <Button
        className={`${styles.solid} ${styles.end}`}
        disabled={isBusy}
        leftSection={<IconPhoneOff size={15} />}
        rightSection={<KeyHint keys="f8" onBar />}
        onClick={() => void hangUp(call)}
      >
        {t('actions.hangUp')}
      </Button>
    </>
  )
}
