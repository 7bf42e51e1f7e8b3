import { type FormEvent, useState } from 'react'
import type { TripFile, TripProposal } from '../../../shared/trips/model.ts'
import {
  ANSWER_KIND_NAMES,
  type AnswerKind,
  TRIP_CHANNEL_NAMES,
  type TripChannel,
} from '../../../shared/trips/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { ChoiceField } from '../../ui/ChoiceField.tsx'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { TextArea } from '../../ui/TextArea.tsx'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { FormEnds } from './FormEnds.tsx'

type Props = { trip: TripFile; proposal: TripProposal; onDone: () => void }

/** The customer's yes, wishes or no to a version, with the channel by which it came (S4-05). */
export function AnswerForm({ trip, proposal, onDone }: Props) {
  const t = useT('trips')
  const nameOf = useName()
  const [kind, setKind] = useState<AnswerKind>('accepted')
  const [channel, setChannel] = useState<TripChannel>('phone')
  const [optionId, setOption] = useState<string | null>(proposal.options[0]?.id ?? null)
  const [text, setText] = useState('')
  const answer = useCommand('trips.answer', { quiet: true })
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const said = { kind, channel, text, optionId: kind === 'accepted' ? optionId : null }
    const about = { id: trip.id, proposalId: proposal.id, expectedSeq: trip.lastSeq }
    if (!(await answer.run({ ...about, ...said })).ok) return
    tellDone(t('saved'))
    onDone()
  }
  return (
    <form className={record.form} aria-label={t('proposal.answer')} noValidate onSubmit={(event) => void save(event)}>
      <ChoiceField
        label={t('proposal.kind')}
        data={choicesOf(ANSWER_KIND_NAMES, nameOf)}
        value={kind}
        onChange={setKind}
      />
      <ChoiceField
        label={t('fields.channel')}
        data={choicesOf(TRIP_CHANNEL_NAMES, nameOf)}
        value={channel}
        onChange={setChannel}
      />
      {kind === 'accepted' && (
        <ChoiceField
          label={t('proposal.chosen')}
          data={proposal.options.map(({ id, name }) => ({ value: id, label: name }))}
          value={optionId}
          onChange={setOption}
        />
      )}
      <TextArea
        keep={{ kind: 'trips-answer-form-said', subject: proposal.id }}
        className={record.wide ?? ''}
        minRows={1}
        label={t('proposal.said')}
        withAsterisk={kind !== 'accepted'}
        value={text}
        error={answer.fieldErrors.text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <FormEnds save={t('proposal.answer')} failure={answer.failure} isBusy={answer.isBusy} onCancel={onDone} />
    </form>
  )
}
