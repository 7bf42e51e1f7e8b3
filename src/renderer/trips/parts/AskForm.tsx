import { type FormEvent, useState } from 'react'
import { TRIP_CHANNEL_NAMES, type TripChannel } from '../../../shared/trips/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { ChoiceField } from '../../ui/ChoiceField.tsx'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { TextArea } from '../../ui/TextArea.tsx'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { FormEnds } from './FormEnds.tsx'

const FIELDS = ['product', 'price', 'itinerary', 'answer'] as const

/** Records what was asked about product, price and itinerary, and what was answered (S4-02). */
export function AskForm({ id, onDone }: { id: string; onDone: () => void }) {
  const t = useT('trips')
  const nameOf = useName()
  const [channel, setChannel] = useState<TripChannel>('phone')
  const [asked, setAsked] = useState({ product: '', price: '', itinerary: '', answer: '' })
  const ask = useCommand('trips.ask', { quiet: true })
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (!(await ask.run({ id, channel, ...asked })).ok) return
    tellDone(t('saved'))
    onDone()
  }
  return (
    <form className={record.form} aria-label={t('enquiry.add')} noValidate onSubmit={(event) => void save(event)}>
      <ChoiceField
        label={t('fields.channel')}
        data={choicesOf(TRIP_CHANNEL_NAMES, nameOf)}
        value={channel}
        onChange={setChannel}
      />
      {FIELDS.map((field) => (
        <TextArea
          keep={{ kind: 'trips-ask-form', subject: `${id} ${field}` }}
          key={field}
          minRows={1}
          label={t(`enquiry.${field}`)}
          value={asked[field]}
          error={ask.fieldErrors[field]}
          onChange={(event) => setAsked({ ...asked, [field]: event.currentTarget.value })}
        />
      ))}
      <FormEnds save={t('enquiry.add')} failure={ask.failure} isBusy={ask.isBusy} onCancel={onDone} />
    </form>
  )
}
