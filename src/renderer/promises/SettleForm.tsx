import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { PROMISE_ACT_NAMES, type PromiseAct } from '../../shared/promises/words.ts'
import { HOUR, type Instant } from '../../shared/time.ts'
import { KeepLines } from '../drafts/KeepLines.tsx'
import { useT } from '../i18n/use-t.ts'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { MomentField } from '../ui/MomentField.tsx'
import { tellDone } from '../ui/notify.ts'
import styles from '../ui/record.module.css'
import { useName } from '../ui/use-name.ts'
import { useCommand } from '../use-command.ts'

type Props = { id: string; act: PromiseAct; dueAt: Instant; onClose: () => void }

/** Settles or moves a promise, with the words that this needs. */
export function SettleForm({ id, act, dueAt, onClose }: Props) {
  const t = useT('promises')
  const u = useT('ui')
  const nameOf = useName()
  const [text, setText] = useState('')
  const [at, setAt] = useState<Instant | null>(Math.max(dueAt, Date.now()) + HOUR)
  const commands = {
    keep: useCommand('promises.keep', { quiet: true }),
    move: useCommand('promises.move', { quiet: true }),
    break: useCommand('promises.break', { quiet: true }),
    release: useCommand('promises.release', { quiet: true }),
  }
  const { isBusy, failure } = commands[act]
  const isReady = text.trim() !== '' && (act !== 'move' || at !== null)
  const run = () => {
    if (act === 'keep') return commands.keep.run({ id, outcome: text })
    if (act === 'move') return commands.move.run({ id, dueAt: at ?? 0, reason: text })
    return commands[act].run({ id, reason: text })
  }
  const save = async () => {
    if (!isReady || isBusy) return
    if (!(await run()).ok) return
    tellDone(t('settled'))
    onClose()
  }
  return (
    <form
      noValidate
      className={styles.form}
      aria-label={nameOf(PROMISE_ACT_NAMES[act])}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      {failure && (
        <div className={styles.wide}>
          <FailureAlert failure={failure} />
        </div>
      )}
      {act === 'move' && <MomentField label={t('newDue')} withAsterisk value={at} onChange={setAt} />}
      <TextInput
        className={act === 'move' ? '' : (styles.wide ?? '')}
        label={t(act === 'keep' ? 'outcome' : 'reason')}
        withAsterisk
        data-autofocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <KeepLines kind="promise-settle-lines" subject={`${id} ${act}`} />
      <div className={`${styles.wide} ${styles.buttons}`}>
        <Button variant="default" onClick={onClose}>
          {u('actions.cancel')}
        </Button>
        <Button type="submit" loading={isBusy} disabled={!isReady}>
          {t('confirm')}
        </Button>
      </div>
    </form>
  )
}
