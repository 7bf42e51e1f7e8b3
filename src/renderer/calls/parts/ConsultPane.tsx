import { Button, TextInput } from '@mantine/core'
import { IconPlayerPlay } from '@tabler/icons-react'
import type { LiveCall } from '../../../shared/calls/model.ts'
import { KeepLines } from '../../drafts/KeepLines.tsx'
import { useT } from '../../i18n/use-t.ts'
import { KeyHint } from '../../ui/KeyHint.tsx'
import { useNow } from '../../ui/use-now.ts'
import styles from '../CallDock.module.css'
import { consultOf, endConsult, useCalls } from '../store.ts'
import { clockText } from '../times.ts'

/** The colleague who is being asked while the customer holds, for how long, and what they say. */
export function ConsultPane({ call }: { call: LiveCall }) {
  const t = useT('callDesk')
  const now = useNow()
  const { consultAnswer, show, isBusy } = useCalls()
  const asking = consultOf(call)
  if (!asking) return null
  return (
    <section className={styles.aside} aria-label={t('consult.title')}>
      <span className={styles.line}>
        <strong>{t('consult.running', { name: asking.asked })}</strong>
        <span className="num" role="timer" aria-live="off">
          {clockText(now - asking.startedAt)}
        </span>
        <span className={styles.dim}>{asking.question}</span>
      </span>
      <span className={styles.row}>
        <TextInput
          className={styles.wide ?? ''}
          aria-label={t('consult.answer')}
          placeholder={t('consult.answer')}
          maxLength={1000}
          value={consultAnswer}
          onChange={(event) => show({ consultAnswer: event.currentTarget.value })}
        />
        <KeepLines kind="call-answer-lines" subject={call.id} />
        <Button
          className={styles.solid ?? ''}
          disabled={isBusy}
          leftSection={<IconPlayerPlay size={15} />}
          rightSection={<KeyHint keys="f4" onBar />}
          onClick={() => void endConsult(true)}
        >
          {t('consult.end')}
        </Button>
      </span>
    </section>
  )
}
