import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { tellDone } from '../../ui/notify.ts'
import { useCommand } from '../../use-command.ts'
import { OWN_FIELDS } from '../insert.ts'
import { useKnowledge } from '../store.ts'
import styles from './knowledge.module.css'

type Props = { useId: string; title: string }

/** Whether what was used helped; when it did not, why, if somebody wants to say. */
export function Rating({ useId, title }: Props) {
  const t = useT('knowledge')
  const rate = useCommand('knowledge.rate')
  const [reason, setReason] = useState<string | null>(null)
  const send = async (helped: boolean) => {
    const done = await rate.run({ useId, helped, reason: reason ?? '' })
    if (!done.ok) return
    tellDone(t('use.told'))
    const { lastUse, setLastUse } = useKnowledge.getState()
    if (lastUse?.useId === useId) setLastUse(null)
  }
  return (
    <div className={styles.line} {...OWN_FIELDS}>
      <span>{t('use.asked', { title })}</span>
      {reason === null ? (
        <>
          <Button size="compact-xs" variant="default" loading={rate.isBusy} onClick={() => void send(true)}>
            {t('use.helped')}
          </Button>
          <Button size="compact-xs" variant="default" onClick={() => setReason('')}>
            {t('use.unhelped')}
          </Button>
        </>
      ) : (
        <>
          <TextInput
            aria-label={t('use.reason')}
            placeholder={t('use.reason')}
            maxLength={300}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button size="compact-sm" loading={rate.isBusy} onClick={() => void send(false)}>
            {t('use.send')}
          </Button>
        </>
      )}
    </div>
  )
}

/** The question about what was used last, where there is no case to ask it on. */
export function LastUse() {
  const lastUse = useKnowledge((state) => state.lastUse)
  return lastUse && <Rating key={lastUse.useId} {...lastUse} />
}
