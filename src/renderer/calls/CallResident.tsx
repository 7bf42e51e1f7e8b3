import { useEffect } from 'react'
import type { LiveCall } from '../../shared/calls/model.ts'
import { onPush } from '../client.ts'
import { useT } from '../i18n/use-t.ts'
import { useSession } from '../session/store.ts'
import { useShortcut } from '../ui/keys.ts'
import { CallDock } from './CallDock.tsx'
import { newCaseFrom, openMember } from './open.ts'
import { ConsultDialog } from './parts/ConsultDialog.tsx'
import { StartDialog } from './parts/StartDialog.tsx'
import { TransferDialog } from './parts/TransferDialog.tsx'
import { WaitingStrip } from './parts/WaitingStrip.tsx'
import { tellRefusedLink } from './refused-link.ts'
import { consultOf, hangUp, startCalls, toggleHold, useCalls } from './store.ts'

/** What the telephone keeps on every page: the current call, its keys, its dock and the dialog that begins one. */
export function CallResident() {
  const role = useSession((state) => state.user?.role)
  return role === undefined || role === 'admin' ? null : <Telephone />
}

function Telephone() {
  const { call, waiting, isDialogOpen, isFolded, show } = useCalls()
  useEffect(() => startCalls(), [])
  useEffect(() => onPush(tellRefusedLink), [])
  return (
    <>
      {waiting.length > 0 && <WaitingStrip waiting={waiting} />}
      <StartKeys isOn={call === null} />
      {call !== null && <CallKeys call={call} />}
      {call !== null && !isFolded && <CallDock key={call.id} call={call} />}
      <ConsultDialog id={call?.id ?? null} />
      <TransferDialog call={call} />
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
  const desk = useT('callDesk')
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
  useShortcut(hold, () => toggleHold(call), isOn)
  const consult = { id: 'calls.consult', keys: 'shift+f4', label: desk('actions.consult'), group, always: true }
  useShortcut(consult, () => show({ dialog: 'consult' }), isOn && consultOf(call) === undefined)
  const transfer = { id: 'calls.transfer', keys: 'shift+f8', label: desk('actions.transfer'), group, always: true }
  useShortcut(transfer, () => show({ dialog: 'transfer' }), isOn && call.offer === null)
  const decline = { id: 'calls.decline', keys: 'shift+f8', label: desk('actions.decline'), group, always: true }
  const refuse = () => void take('calls.endUnanswered', { id, reason: 'declined' })
  useShortcut(decline, refuse, isRinging && isInbound)
  const end = {
    id: 'calls.end',
    keys: 'f8',
    label: t(isInbound ? 'actions.gaveUp' : 'actions.notReached'),
    group,
    always: true,
  }
  const reason = isInbound ? 'abandoned' : 'missed'
  useShortcut(end, () => void take('calls.endUnanswered', { id, reason }), isRinging)
  const over = { id: 'calls.hangUp', keys: 'f8', label: t('actions.hangUp'), group, always: true }
  useShortcut(over, () => void hangUp(call), isOn)
  const member = { id: 'calls.member', keys: 'f7', label: t('actions.openMember'), group, always: true }
  useShortcut(member, () => memberId !== null && openMember(memberId), memberId !== null)
  const newCase = { id: 'calls.case', keys: 'f9', label: t('actions.newCase'), group, always: true }
  useShortcut(newCase, () => newCaseFrom(call), !isRinging)
  const fold = { id: 'calls.fold', keys: 'alt+k', label: t(isFolded ? 'actions.unfold' : 'actions.fold'), group }
  useShortcut(fold, () => show({ isFolded: !isFolded }))
  return null
}
