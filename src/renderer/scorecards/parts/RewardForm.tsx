import { Select } from '@mantine/core'
import { useState } from 'react'
import type { UserId } from '../../../shared/ids.ts'
import { useT } from '../../i18n/use-t.ts'
import flow from '../../ui/flow.module.css'
import { dateTimeText } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import { PersonField } from '../../ui/PersonField.tsx'
import { TextAct } from '../../ui/TextAct.tsx'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'

/** S3-115: a place in a coming training for good work. */
export function RewardForm() {
  const t = useT('scorecards')
  const [userId, setUserId] = useState<UserId | null>(null)
  const [sessionId, setSessionId] = useState<string | null>(null)
  const { data } = useQuery('honours.openSessions', {}, { topics: ['training'] })
  const command = useCommand('honours.rewardTraining')
  if (!data) return null
  if (data.length === 0) return <p className={flow.faint}>{t('honours.noSessions')}</p>
  const send = async (reason: string) => {
    if (userId === null || sessionId === null) return false
    const answer = await command.run({ userId, sessionId, reason })
    if (answer.ok) tellDone(t('honours.rewarded'))
    return answer.ok
  }
  return (
    <TextAct
      keep={{ kind: 'scorecards-reward-form-reward-reason', subject: 'new' }}
      label={t('honours.rewardReason')}
      isReady={userId !== null && sessionId !== null}
      buttons={[{ label: t('honours.reward'), onSend: send, isBusy: command.isBusy }]}
    >
      <PersonField label={t('honours.rewardPerson')} value={userId} onChange={setUserId} />
      <Select
        label={t('honours.session')}
        data={data.map((one) => ({ value: one.sessionId, label: `${dateTimeText(one.startsAt)} ${one.title}` }))}
        value={sessionId}
        onChange={setSessionId}
      />
    </TextAct>
  )
}
