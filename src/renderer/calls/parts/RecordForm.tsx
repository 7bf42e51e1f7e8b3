import { Textarea } from '@mantine/core'
import { Suspense, useEffect, useRef, useState } from 'react'
import { type CallRecord, callRecord, type LiveCall, RECORD_LENGTH } from '../../../shared/calls/model.ts'
import { call as ask } from '../../client.ts'
import { DraftHint } from '../../drafts/DraftHint.tsx'
import { useDraft } from '../../drafts/use-draft.ts'
import { useT } from '../../i18n/use-t.ts'
import { useShortcut } from '../../ui/keys.ts'
import { tellDone, tellFailure } from '../../ui/notify.ts'
import { slots } from '../../ui/slots.ts'
import styles from '../CallDock.module.css'
import { useCalls } from '../store.ts'
import { type Finish, FinishPane } from './FinishPane.tsx'

const FIELDS = ['question', 'process', 'result'] as const

/** S3-50, S3-70: what is asked, done and reached, written during the call; kept while it is typed. */
export function RecordForm({ call }: { call: LiveCall }) {
  const t = useT('calls')
  const take = useCalls((state) => state.take)
  const { id } = call
  const { question, process, result } = call
  const draft = useDraft<CallRecord>('call-record', id, { initial: { question, process, result }, shape: callRecord })
  const first = useRef<HTMLTextAreaElement>(null)
  const [isTried, setTried] = useState(false)
  const { value } = draft
  useEffect(() => first.current?.focus(), [])
  const focusKey = { id: 'calls.record', keys: 'f6', label: t('actions.focusRecord'), group: t('title'), always: true }
  useShortcut(focusKey, () => first.current?.focus())

  /** Text whose field is left also goes into the call itself, where others can read it. */
  const keep = async () => {
    if (FIELDS.every((field) => value[field] === call[field])) return
    const kept = await ask('calls.record', { id, ...value })
    if (!kept.ok) tellFailure(kept.failure)
  }
  const finish = async (finished: Finish) => {
    setTried(true)
    const done = await take('calls.finish', { id, ...value, ...finished })
    if (!done.ok) return
    await draft.discard()
    tellDone(t('told.finished'))
  }
  const isMissing = (field: keyof CallRecord) => isTried && value[field].trim() === ''

  return (
    <div className={styles.record}>
      <div className={styles.fields}>
        {FIELDS.map((field, index) => (
          <Textarea
            key={field}
            ref={index === 0 ? first : null}
            label={t(`record.${field}`)}
            withAsterisk
            maxLength={RECORD_LENGTH}
            value={value[field]}
            error={isMissing(field) && t('issues.required')}
            onBlur={() => void keep()}
            onChange={(event) => {
              const text = event.currentTarget.value
              draft.set((old) => ({ ...old, [field]: text }))
            }}
            classNames={{ root: styles.field ?? '', wrapper: styles.fill ?? '', input: styles.fill ?? '' }}
          />
        ))}
        {call.state === 'wrapUp' && <FinishPane call={call} onFinish={finish} />}
      </div>
      <div className={styles.row}>
        <DraftHint draft={draft} canDrop={false} />
        <Suspense fallback={null}>
          {slots.callRecord.map((Part, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list is fixed when the program is built
            <Part key={index} callId={id} />
          ))}
        </Suspense>
      </div>
    </div>
  )
}
