import { TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { MESSAGE_CHANNEL_NAMES } from '../../../shared/messages/words.ts'
import type { TripFile, TripNotice } from '../../../shared/trips/model.ts'
import {
  NOTICE_ANSWER_NAMES,
  type NoticeAnswer,
  TRIP_CHANNEL_NAMES,
  type TripChannel,
} from '../../../shared/trips/words.ts'
import { KeepLines } from '../../drafts/KeepLines.tsx'
import { useT } from '../../i18n/use-t.ts'
import { ChoiceField } from '../../ui/ChoiceField.tsx'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { FormEnds } from './FormEnds.tsx'

type Props = { trip: TripFile; notice: TripNotice; onDone: () => void }
const SENT = ['email', 'sms', 'app', 'phone', 'letter'] as const

/** Hands the words to the messages: somebody else checks them, then they leave. */
export function SendForm({ trip, notice, onDone }: Props) {
  const t = useT('trips')
  const nameOf = useName()
  const [channel, setChannel] = useState<(typeof SENT)[number]>('sms')
  const send = useCommand('trips.sendNotice', { quiet: true })
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (!(await send.run({ id: trip.id, noticeId: notice.id, channel })).ok) return
    tellDone(t('notice.sent'))
    onDone()
  }
  return (
    <form className={record.form} aria-label={t('notice.send')} noValidate onSubmit={(event) => void save(event)}>
      <ChoiceField
        label={t('notice.channel')}
        data={SENT.map((value) => ({ value, label: nameOf(MESSAGE_CHANNEL_NAMES[value]) }))}
        value={channel}
        onChange={setChannel}
      />
      <FormEnds save={t('notice.send')} failure={send.failure} isBusy={send.isBusy} onCancel={onDone} />
    </form>
  )
}

/** Records that the customer was told, by which channel, and what proves it (S4-14). */
export function TellForm({ trip, notice, onDone }: Props) {
  const t = useT('trips')
  const nameOf = useName()
  const [channel, setChannel] = useState<TripChannel>('phone')
  const [proof, setProof] = useState('')
  const tell = useCommand('trips.tell', { quiet: true })
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (!(await tell.run({ id: trip.id, noticeId: notice.id, channel, proof })).ok) return
    tellDone(t('saved'))
    onDone()
  }
  return (
    <form className={record.form} aria-label={t('notice.tell')} noValidate onSubmit={(event) => void save(event)}>
      <ChoiceField
        label={t('fields.channel')}
        data={choicesOf(TRIP_CHANNEL_NAMES, nameOf)}
        value={channel}
        onChange={setChannel}
      />
      <TextInput
        label={t('notice.proof')}
        withAsterisk
        value={proof}
        error={tell.fieldErrors.proof}
        onChange={(event) => setProof(event.currentTarget.value)}
      />
      <KeepLines kind="trips-tell-lines" subject={notice.id} />
      <FormEnds
        save={t('notice.tell')}
        failure={tell.failure}
        isBusy={tell.isBusy}
        isReady={proof.trim() !== ''}
        onCancel={onDone}
      />
    </form>
  )
}

/** What the customer said to it. */
export function HearForm({ trip, notice, onDone }: Props) {
  const t = useT('trips')
  const nameOf = useName()
  const [answer, setAnswer] = useState<NoticeAnswer>('agreed')
  const [text, setText] = useState('')
  const hear = useCommand('trips.hear', { quiet: true })
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (!(await hear.run({ id: trip.id, noticeId: notice.id, answer, text })).ok) return
    tellDone(t('saved'))
    onDone()
  }
  return (
    <form className={record.form} aria-label={t('notice.hear')} noValidate onSubmit={(event) => void save(event)}>
      <ChoiceField
        label={t('notice.answer')}
        data={choicesOf(NOTICE_ANSWER_NAMES, nameOf)}
        value={answer}
        onChange={setAnswer}
      />
      <TextInput
        label={t('notice.answerText')}
        withAsterisk={answer !== 'agreed'}
        value={text}
        error={hear.fieldErrors.text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <KeepLines kind="trips-hear-lines" subject={notice.id} />
      <FormEnds save={t('notice.hear')} failure={hear.failure} isBusy={hear.isBusy} onCancel={onDone} />
    </form>
  )
}
