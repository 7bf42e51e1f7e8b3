import { Button, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { MemberId } from '../../shared/ids.ts'
import { MESSAGE_CHANNEL_NAMES, type MessageChannel } from '../../shared/messages/words.ts'
import { useT } from '../i18n/use-t.ts'
import { StateBadge } from '../ui/badges.tsx'
import { Section } from '../ui/DetailPanel.tsx'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { tellDone } from '../ui/notify.ts'
import styles from '../ui/record.module.css'
import { choicesOf, useName } from '../ui/use-name.ts'
import { InstantText } from '../ui/values.tsx'
import { Ways } from '../ui/Ways.tsx'
import { useCommand } from '../use-command.ts'
import { useQuery } from '../use-query.ts'
import { CareItem } from './care/CareItem.tsx'
import { PlanForm } from './care/PlanForm.tsx'
import { MessageList } from './parts/MessageList.tsx'
import { WriteForm } from './parts/WriteForm.tsx'

type Doing = 'write' | 'plan' | 'choice'

/** What a member was told, how the member is cared for, and by which channels the member wants to hear from the desk. */
export function MemberMessages({ memberId }: { memberId: MemberId }) {
  const t = useT('messages')
  const c = useT('care')
  const [doing, setDoing] = useState<Doing | null>(null)
  const options = { topics: ['messages' as const], clearOnChange: true }
  const messages = useQuery('messages.of', { memberId }, options)
  const care = useQuery('care.of', { memberId }, options)
  const ways: { id: Doing; label: string }[] = [
    { id: 'write', label: t('write.open') },
    { id: 'plan', label: c('plan.open') },
    { id: 'choice', label: t('member.choices') },
  ]
  const close = () => setDoing(null)
  return (
    <Section title={t('member.title')}>
      <FailureAlert failure={messages.failure ?? care.failure} onRetry={messages.reload} />
      <Choices memberId={memberId} />
      <div className={styles.actions}>
        <Ways ways={ways} doing={doing} onChange={setDoing} />
      </div>
      {doing === 'write' && (
        <WriteForm about={{ memberId }} start={{ occasion: 'care', channel: 'sms' }} onDone={close} />
      )}
      {doing === 'plan' && <PlanForm about={{ memberId }} onDone={close} />}
      {doing === 'choice' && <ChoiceForm memberId={memberId} onDone={close} />}
      {care.data && care.data.length > 0 && (
        <>
          <h4 className={styles.part}>{c('panel')}</h4>
          <ul className={styles.list}>
            {care.data.map((row) => (
              <li key={row.id}>
                <CareItem row={row} />
              </li>
            ))}
          </ul>
        </>
      )}
      {messages.data && messages.data.length > 0 && (
        <>
          <h4 className={styles.part}>{t('member.messages')}</h4>
          <MessageList rows={messages.data} />
        </>
      )}
    </Section>
  )
}

function Choices({ memberId }: { memberId: MemberId }) {
  const t = useT('messages')
  const nameOf = useName()
  const { data } = useQuery('messages.choices', { memberId }, { topics: ['messages'], clearOnChange: true })
  if (!data) return null
  if (data.length === 0) return <div className={styles.faint}>{t('member.noChoices')}</div>
  return (
    <ul className={styles.list} aria-label={t('member.choices')}>
      {data.map(({ channel, given, at, source }) => (
        <li key={channel} className={styles.line}>
          <StateBadge tone={given ? 'good' : 'bad'} label={t(given ? 'member.given' : 'member.refused')} />
          <span>{nameOf(MESSAGE_CHANNEL_NAMES[channel])}</span>
          <span className={styles.faint}>{source}</span>
          <span className={styles.push}>
            <InstantText at={at} />
          </span>
        </li>
      ))}
    </ul>
  )
}

/** S2-149: what the member said about one channel, and how. */
function ChoiceForm({ memberId, onDone }: { memberId: MemberId; onDone: () => void }) {
  const t = useT('messages')
  const nameOf = useName()
  const [channel, setChannel] = useState<MessageChannel>('sms')
  const [source, setSource] = useState('')
  const choose = useCommand('messages.choose')
  const save = async (given: boolean) => {
    if (!(await choose.run({ memberId, channel, given, source })).ok) return
    tellDone(t('acts.saved'))
    onDone()
  }
  return (
    <fieldset className={styles.form} aria-label={t('member.choices')}>
      <Select
        label={t('write.channel')}
        data={choicesOf(MESSAGE_CHANNEL_NAMES, nameOf)}
        value={channel}
        onChange={(value) => value !== null && setChannel(value)}
      />
      <TextInput
        label={t('member.source')}
        withAsterisk
        value={source}
        onChange={(event) => setSource(event.currentTarget.value)}
        error={choose.fieldErrors.source}
      />
      <div className={`${styles.wide} ${styles.buttons}`}>
        <Button
          variant="default"
          loading={choose.isBusy}
          disabled={source.trim() === ''}
          onClick={() => void save(false)}
        >
          {t('member.refuse')}
        </Button>
        <Button loading={choose.isBusy} disabled={source.trim() === ''} onClick={() => void save(true)}>
          {t('member.give')}
        </Button>
      </div>
    </fieldset>
  )
}
