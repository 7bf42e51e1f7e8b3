import { useEffect } from 'react'
import type { LiveCall } from '../../shared/calls/model.ts'
import { useT } from '../i18n/use-t.ts'
import { useSession } from '../session/store.ts'
import { useShortcut } from '../ui/keys.ts'
import { CallDock } from './CallDock.tsx'
import { newCaseFrom, openMember } from './open.ts'
import { StartDialog } from './parts/StartDialog.tsx'
import { startCalls, useCalls } from './store.ts'

/** What the telephone keeps on every page: the current call, its keys, its dock and the dialog that begins one. */
export function CallResident() {
  const role = useSession((state) => state.user?.role)
  return role === undefined || role === 'admin' ? null : <Telephone />
}

function Telephone() {
  const { call, isDialogOpen, isFolded, show } = useCalls()
  useEffect(() => startCalls(), [])
  return (
    <>
      <StartKeys isOn={call === null} />
      {call !== null && <CallKeys call={call} />}
      {call !== null && !isFolded && <CallDock key={call.id} call={call} />}
      <StartDialog isOpen={isDialogOpen} onClose={() => show({ isDialogOpen: false })} />
    </>
  )
}

function StartKeys({ isOn }: { isOn: boolean }) {
  const t = useT('calls')
  const show = useCalls((state) => state.show)
  const key = { id: 'calls.start', keys: 'f2', label: t('bar.start'), group: t('title'), always: true }
  useShortcut(key, () => show({ isDialogOpen: true }), isOn)
  return null
}

/** The keys of a call; each works only while its step can be taken. */
function CallKeys({ call }: { call: LiveCall }) {
  const t = useT('calls')
  const { take, show, isFolded } = useCalls()
  const { id, state, direction, memberId } = call
  const isInbound = direction === 'inbound'
  const group = t('title')
  const isRinging = state === 'ringing'
  const isOn = state === 'talking' || state === 'held'
  const answer = {
    id: 'calls.answer',
    keys: 'f2',
    label: t(isInbound ? 'actions.answer' : 'actions.connected'),
    group,
    always: true,
  }
  useShortcut(answer, () => void take('calls.answer', { id }), isRinging)
  const hold = {
    id: 'calls.hold',
    keys: 'f4',
    label: t(state === 'held' ? 'actions.resume' : 'actions.hold'),
    group,
    always: true,
  }
  useShortcut(hold, () => void take(state === 'held' ? 'calls.resume' : 'calls.hold', { id }), isOn)
  const end = {
    id: 'calls.end',
    keys: 'f8',
    label: t(isInbound ? 'actions.gaveUp' : 'actions.notReached'),
    group,
    always: true,
  }
  const reason = isInbound ? 'abandoned' : 'missed'
  useShortcut(end, () => void take('calls.endUnanswered', { id, reason }), isRinging)
  const hangUp = { id: 'calls.hangUp', keys: 'f8', label: t('actions.hangUp'), group, always: true }
  useShortcut(hangUp, () => void take('calls.hangUp', { id }), isOn)
  const member = { id: 'calls.member', keys: 'f7', label: t('actions.openMember'), group, always: true }
  useShortcut(member, () => memberId !== null && openMember(memberId), memberId !== null)
  const newCase = { id: 'calls.case', keys: 'f9', label: t('actions.newCase'), group, always: true }
  useShortcut(newCase, () => newCaseFrom(call), !isRinging)
  const fold = { id: 'calls.fold', keys: 'alt+k', label: t(isFolded ? 'actions.unfold' : 'actions.fold'), group }
  useShortcut(fold, () => show({ isFolded: !isFolded }))
  return null
}
