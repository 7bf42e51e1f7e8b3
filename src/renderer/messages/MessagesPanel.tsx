import { Button } from '@mantine/core'
import { useState } from 'react'
import { WAITING_STATES } from '../../shared/messages/words.ts'
import { useT } from '../i18n/use-t.ts'
import { CasePanel } from '../ui/CasePanel.tsx'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import styles from '../ui/record.module.css'
import type { CasePanelProps } from '../ui/slots.ts'
import { useQuery } from '../use-query.ts'
import { MessageList } from './parts/MessageList.tsx'
import { WriteForm } from './parts/WriteForm.tsx'

const WAITING: readonly string[] = WAITING_STATES

/** What the customer of a case was told and is to be told (S5-30..33, S4-132). */
export function MessagesPanel({ caseId, kind }: CasePanelProps) {
  const t = useT('messages')
  const [isWriting, setWriting] = useState(false)
  const query = useQuery('messages.of', { caseId }, { topics: ['messages'], clearOnChange: true })
  const rows = query.data ?? []
  const waiting = rows.filter(({ state }) => WAITING.includes(state)).length
  const summary = rows.length === 0 ? t('none') : t('count', { count: rows.length, waiting })
  return (
    <CasePanel title={t('panel')} summary={summary} isEmpty={rows.length === 0}>
      <FailureAlert failure={query.failure} onRetry={query.reload} />
      <MessageList rows={rows} />
      {isWriting ? (
        <WriteForm
          about={{ caseId }}
          start={{ occasion: kind === 'suggestion' ? 'thanks' : 'progress', channel: 'sms' }}
          onDone={() => setWriting(false)}
        />
      ) : (
        <div className={styles.actions}>
          <Button size="compact-sm" variant="default" onClick={() => setWriting(true)}>
            {t('write.open')}
          </Button>
        </div>
      )}
    </CasePanel>
  )
}
