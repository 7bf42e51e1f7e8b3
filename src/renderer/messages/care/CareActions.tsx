import { Button, Checkbox, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import type { CareRow } from '../../../shared/care/contract.ts'
import {
  CARE_EFFECT_NAMES,
  CARE_EFFECTS,
  type CareEffect,
  CHANNEL_OF_CARE,
  MESSAGE_OCCASION,
  WRITTEN_CARE,
} from '../../../shared/care/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { go } from '../../ui/navigation.ts'
import { tellDone } from '../../ui/notify.ts'
import styles from '../../ui/record.module.css'
import { TextAct } from '../../ui/TextAct.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { Ways } from '../../ui/Ways.tsx'
import { useCommand } from '../../use-command.ts'
import { ChangeForm } from './ChangeForm.tsx'

type Doing = 'done' | 'effect' | 'change' | 'cancel'

/** What can be done with a care contact as it stands. */
export function CareActions({ row }: { row: CareRow }) {
  const t = useT('care')
  const [doing, setDoing] = useState<Doing | null>(null)
  const close = () => setDoing(null)
  const isPlanned = row.state === 'planned'
  const isDone = row.state === 'done'
  // What was called off, or was not approved, leaves the contact without a message again.
  const isFree = row.messageState === null || row.messageState === 'cancelled'
  const mayChange = isPlanned || (isDone && (row.effect !== null || !row.isReached))
  const ways: { id: Doing; label: string }[] = [
    ...(isPlanned ? [{ id: 'done' as const, label: t('acts.done') }] : []),
    ...(isDone ? [{ id: 'effect' as const, label: t('acts.saveEffect') }] : []),
    ...(mayChange ? [{ id: 'change' as const, label: t('acts.change') }] : []),
    ...(isPlanned ? [{ id: 'cancel' as const, label: t('acts.cancel') }] : []),
  ]
  if (ways.length === 0) return null
  const write = () =>
    go('messages', { careId: row.id, occasion: MESSAGE_OCCASION[row.occasion], channel: CHANNEL_OF_CARE[row.kind] })
  return (
    <>
      <div className={styles.actions}>
        {isPlanned && WRITTEN_CARE.includes(row.kind) && (
          <>
            <MessageAct row={row} isFree={isFree} />
            {isFree && (
              <Button size="compact-xs" variant="default" onClick={write}>
                {t('acts.message')}
              </Button>
            )}
          </>
        )}
        <Ways ways={ways} doing={doing} onChange={setDoing} />
      </div>
      {doing === 'done' && <DoneForm id={row.id} onDone={close} />}
      {doing === 'effect' && <EffectForm row={row} onDone={close} />}
      {doing === 'change' && <ChangeForm row={row} onDone={close} />}
      {doing === 'cancel' && <CancelForm id={row.id} onDone={close} />}
    </>
  )
}

/** S2-147: the message by one key; the same button, which keeps the focus, leads to it once it waits. */
function MessageAct({ row, isFree }: { row: CareRow; isFree: boolean }) {
  const t = useT('care')
  const prepare = useCommand('messages.prepareCare')
  const run = async () => {
    if (!isFree) return go('messages')
    if (prepare.isBusy) return
    const done = await prepare.run({ careId: row.id })
    if (!done.ok) return
    const { isQuiet, row: message } = done.value
    tellDone(t(message.state === 'toCheck' ? 'acts.quickCheck' : isQuiet ? 'acts.quickNight' : 'acts.quickReady'))
  }
  return (
    <Button size="compact-xs" variant="light" onClick={() => void run()}>
      {t(isFree ? 'acts.quick' : 'acts.waiting')}
    </Button>
  )
}

type FormProps = { id: string; onDone: () => void }

function DoneForm({ id, onDone }: FormProps) {
  const t = useT('care')
  const done = useCommand('care.done')
  const [isReached, setReached] = useState(true)
  const [said, setSaid] = useState({ needs: '', opinions: '' })
  const save = async (result: string) => {
    const { ok } = await done.run({ id, isReached, result, ...said })
    if (ok) {
      tellDone(t('acts.saved'))
      onDone()
    }
    return ok
  }
  return (
    <TextAct
      keep={{ kind: 'messages-done-form-result', subject: id }}
      label={t('acts.result')}
      buttons={[{ label: t('acts.done'), onSend: save, isBusy: done.isBusy, isMain: true }]}
    >
      <Checkbox
        className={styles.wide ?? ''}
        label={t('acts.reached')}
        checked={isReached}
        onChange={(event) => setReached(event.currentTarget.checked)}
      />
      <TextArea
        keep={{ kind: 'messages-done-form-needs', subject: id }}
        label={t('acts.needs')}
        minRows={1}
        value={said.needs}
        onChange={(event) => setSaid({ ...said, needs: event.currentTarget.value })}
      />
      <TextArea
        keep={{ kind: 'messages-done-form-opinions', subject: id }}
        label={t('acts.opinions')}
        minRows={1}
        value={said.opinions}
        onChange={(event) => setSaid({ ...said, opinions: event.currentTarget.value })}
      />
    </TextAct>
  )
}

function EffectForm({ row, onDone }: { row: CareRow; onDone: () => void }) {
  const t = useT('care')
  const nameOf = useName()
  const told = useCommand('care.effect')
  const [effect, setEffect] = useState<CareEffect>(row.effect ?? 'better')
  const save = async (text: string) => {
    const { ok } = await told.run({ id: row.id, effect, text })
    if (ok) {
      tellDone(t('acts.saved'))
      onDone()
    }
    return ok
  }
  return (
    <TextAct
      keep={{ kind: 'messages-effect-form-effect-text', subject: row.id }}
      label={t('acts.effectText')}
      buttons={[{ label: t('acts.saveEffect'), onSend: save, isBusy: told.isBusy, isMain: true }]}
    >
      <SegmentedControl
        className={styles.wide ?? ''}
        aria-label={t('acts.effect')}
        data={choicesOf(CARE_EFFECT_NAMES, nameOf)}
        value={effect}
        onChange={(value) => setEffect(CARE_EFFECTS.find((one) => one === value) ?? 'same')}
      />
    </TextAct>
  )
}

function CancelForm({ id, onDone }: FormProps) {
  const t = useT('care')
  const cancel = useCommand('care.cancel')
  const save = async (reason: string) => {
    const { ok } = await cancel.run({ id, reason })
    if (ok) {
      tellDone(t('acts.saved'))
      onDone()
    }
    return ok
  }
  return (
    <TextAct
      keep={{ kind: 'messages-cancel-form-cancel', subject: id }}
      label={t('acts.reason')}
      buttons={[{ label: t('acts.cancel'), onSend: save, isBusy: cancel.isBusy }]}
    />
  )
}
