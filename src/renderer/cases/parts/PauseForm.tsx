import { Button, Checkbox, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { ClockExplanation } from '../../../shared/cases/views.ts'
import type { CaseId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import { KeepLines } from '../../drafts/KeepLines.tsx'
import { useT } from '../../i18n/use-t.ts'
import { useStaleWhile } from '../../ui/case-on-page.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { tellDone } from '../../ui/notify.ts'
import { useCommand } from '../../use-command.ts'
import { fromField, toField } from '../times.ts'
import styles from './page.module.css'

type Pause = NonNullable<ClockExplanation['intervals'][number]['pause']>
type Props = { caseId: CaseId; lastSeq: number; pause: Pause; name: string; onClose: (isDone: boolean) => void }

/** What a field holds, or the moment that was there before it was touched: fields know no seconds. */
const momentOf = (text: string, before: Instant | null) => (text === toField(before) ? before : fromField(text))

/** S2-70: a pause that was recorded wrongly is put right by a lead, with a reason. */
export function PauseForm({ caseId, lastSeq, pause, name, onClose }: Props) {
  const t = useT('cases')
  const u = useT('ui')
  const [from, setFrom] = useState(() => toField(pause.from))
  const [to, setTo] = useState(() => toField(pause.to))
  const [isNone, setNone] = useState(false)
  const [reason, setReason] = useState('')
  const correct = useCommand('cases.correctPause', { quiet: true })
  const stale = useStaleWhile(reason !== '')
  const begin = isNone ? pause.from : momentOf(from, pause.from)
  const end = isNone ? pause.from : momentOf(to, pause.to)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (begin === null || stale.isHeld) return
    const said = { id: caseId, pause: pause.seq, from: begin, to: end, reason, expectedSeq: lastSeq }
    if (!(await correct.run(said)).ok) return
    tellDone(t('why.pauseCorrected'))
    onClose(true)
  }
  return (
    <form
      className={styles.pauseForm}
      aria-label={t('why.correctPause', { name })}
      onSubmit={(event) => void save(event)}
    >
      <TextInput
        type="datetime-local"
        max="9999-12-31T23:59"
        label={t('why.pauseFrom')}
        withAsterisk
        data-autofocus
        autoFocus
        disabled={isNone}
        value={from}
        error={correct.fieldErrors.from}
        onChange={(event) => setFrom(event.currentTarget.value)}
      />
      {pause.to !== null && (
        <>
          <TextInput
            type="datetime-local"
            max="9999-12-31T23:59"
            label={t('why.pauseTo')}
            withAsterisk
            disabled={isNone}
            value={to}
            error={correct.fieldErrors.to}
            onChange={(event) => setTo(event.currentTarget.value)}
          />
          <Checkbox
            label={t('why.noPause')}
            checked={isNone}
            onChange={(event) => setNone(event.currentTarget.checked)}
          />
        </>
      )}
      <TextInput
        label={t('why.pauseReason')}
        description={t('why.pauseHint')}
        withAsterisk
        value={reason}
        error={correct.fieldErrors.reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <FailureAlert failure={correct.failure?.code === 'INVALID_INPUT' ? undefined : correct.failure} />
      {stale.notice(() => onClose(false))}
      <div className={styles.pauseButtons}>
        <Button size="compact-sm" variant="default" onClick={() => onClose(false)}>
          {u('actions.cancel')}
        </Button>
        <Button
          size="compact-sm"
          type="submit"
          loading={correct.isBusy}
          disabled={reason.trim() === '' || stale.isHeld || begin === null || (end === null && pause.to !== null)}
        >
          {t('why.correctPause', { name })}
        </Button>
      </div>
      <KeepLines kind="case-pause-lines" subject={`${caseId} ${pause.seq}`} onRestored={stale.onRestored} />
    </form>
  )
}
