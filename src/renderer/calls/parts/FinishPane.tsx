import { Button, Select, TextInput } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { LiveCall } from '../../../shared/calls/model.ts'
import { CALL_RESULT_NAMES, CALL_RESULTS, type CallResult } from '../../../shared/calls/words.ts'
import { HOUR } from '../../../shared/time.ts'
import { KeepLines } from '../../drafts/KeepLines.tsx'
import { useT } from '../../i18n/use-t.ts'
import { KeyHint } from '../../ui/KeyHint.tsx'
import { useShortcut } from '../../ui/keys.ts'
import { useName } from '../../ui/use-name.ts'
import { useNow } from '../../ui/use-now.ts'
import styles from '../CallDock.module.css'
import { useCalls } from '../store.ts'
import { clockText, deskField, deskInstant, spentMs } from '../times.ts'

export type Finish = { resultCode: CallResult; callBackAt?: number; callBackText?: string }

type Props = { call: LiveCall; onFinish: (finish: Finish) => Promise<void> }

/** What the call came to, whether somebody calls back, and the end of the record. */
export function FinishPane({ call, onFinish }: Props) {
  const t = useT('calls')
  const nameOf = useName()
  const now = useNow()
  const isBusy = useCalls((state) => state.isBusy)
  const [code, setCode] = useState<CallResult | null>(null)
  const [isTried, setTried] = useState(false)
  const [backAt, setBackAt] = useState(() => deskField(Date.now() + HOUR))
  const [backText, setBackText] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])

  const isBack = code === 'call-back-promised'
  const at = deskInstant(backAt)
  const submit = () => {
    setTried(true)
    if (code === null) return field.current?.focus()
    const promise = isBack && at !== undefined ? { callBackAt: at, callBackText: backText } : {}
    void onFinish({ resultCode: code, ...promise })
  }
  useShortcut({ id: 'calls.finish', keys: 'mod+enter', label: t('actions.finish'), group: t('title') }, submit)

  return (
    <div className={styles.finish}>
      <Select
        ref={field}
        label={t('record.resultCode')}
        withAsterisk
        searchable
        selectFirstOptionOnChange
        maxDropdownHeight={360}
        comboboxProps={{ position: 'top-start', offset: 24 }}
        value={code}
        error={isTried && code === null && t('issues.required')}
        data={CALL_RESULTS.map((value) => ({ value, label: nameOf(CALL_RESULT_NAMES[value]) }))}
        onChange={(value) => setCode(CALL_RESULTS.find((known) => known === value) ?? null)}
      />
      {isBack && (
        <>
          <TextInput
            type="datetime-local"
            label={t('record.callBackAt')}
            withAsterisk
            value={backAt}
            error={isTried && (at === undefined || at <= now) && t('rules.call-back-time')}
            onChange={(event) => setBackAt(event.currentTarget.value)}
          />
          <TextInput
            label={t('record.callBackText')}
            maxLength={500}
            value={backText}
            onChange={(event) => setBackText(event.currentTarget.value)}
          />
        </>
      )}
      <KeepLines kind="call-finish-lines" subject={call.id} />
      <div className={styles.line}>
        <Button
          className={styles.solid ?? ''}
          loading={isBusy}
          leftSection={<IconCheck size={15} />}
          rightSection={<KeyHint keys="mod+enter" onBar />}
          onClick={submit}
        >
          {t('actions.finish')}
        </Button>
        <span className={styles.dim}>
          {t('dock.wrapUp')} <span className="num">{clockText(spentMs(call, now))}</span>
        </span>
      </div>
    </div>
  )
}
