import { TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { TripBooking, TripFile } from '../../../shared/trips/model.ts'
import { bookingStatesAfter } from '../../../shared/trips/proposals.ts'
import { BOOKING_STATE_NAMES, type BookingState } from '../../../shared/trips/words.ts'
import { KeepLines } from '../../drafts/KeepLines.tsx'
import { useT } from '../../i18n/use-t.ts'
import { ChoiceField } from '../../ui/ChoiceField.tsx'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { useName } from '../../ui/use-name.ts'
import { YuanField } from '../../ui/YuanField.tsx'
import { useCommand } from '../../use-command.ts'
import { FormEnds } from './FormEnds.tsx'

type Props = { trip: TripFile; booking: TripBooking; onDone: () => void }

/** Takes a booking to its next state. */
export function SetBookingForm({ trip, booking, onDone }: Props) {
  const t = useT('trips')
  const nameOf = useName()
  const choices = bookingStatesAfter(booking.state)
  const [state, setState] = useState<BookingState>(choices[0] ?? booking.state)
  const [reference, setReference] = useState(booking.reference)
  const [priceFen, setPrice] = useState<number | null>(booking.priceFen)
  const [note, setNote] = useState('')
  const set = useCommand('trips.setBooking', { quiet: true })
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const about = { id: trip.id, bookingId: booking.id, state, note, expectedSeq: trip.lastSeq }
    const more = { ...(reference.trim() ? { reference } : {}), ...(priceFen === null ? {} : { priceFen }) }
    if (!(await set.run({ ...about, ...more })).ok) return
    tellDone(t('saved'))
    onDone()
  }
  return (
    <form className={record.form} aria-label={t('booking.set')} noValidate onSubmit={(event) => void save(event)}>
      <ChoiceField
        label={t('booking.state')}
        data={choices.map((value) => ({ value, label: nameOf(BOOKING_STATE_NAMES[value]) }))}
        value={state}
        onChange={setState}
      />
      <TextInput
        label={t('booking.reference')}
        value={reference}
        error={set.fieldErrors.reference}
        onChange={(event) => setReference(event.currentTarget.value)}
      />
      <YuanField label={t('booking.price')} value={priceFen} onChange={setPrice} />
      <TextInput
        label={t('booking.note')}
        withAsterisk={state !== 'confirmed'}
        value={note}
        error={set.fieldErrors.note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <KeepLines kind="trips-booking-lines" subject={booking.id} />
      <FormEnds save={t('booking.set')} failure={set.failure} isBusy={set.isBusy} onCancel={onDone} />
    </form>
  )
}
