import { Checkbox, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { TripFile } from '../../../shared/trips/model.ts'
import { BOOKING_KIND_NAMES, type BookingKind } from '../../../shared/trips/words.ts'
import { KeepLines } from '../../drafts/KeepLines.tsx'
import { useT } from '../../i18n/use-t.ts'
import { ChoiceField } from '../../ui/ChoiceField.tsx'
import { DayField } from '../../ui/fields.tsx'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { YuanField } from '../../ui/YuanField.tsx'
import { useCommand } from '../../use-command.ts'
import { FormEnds } from './FormEnds.tsx'

/** S4-11: a booking in one form: what, from whom, for how much; the days of the trip stand there already. */
export function BookForm({ trip, onDone }: { trip: TripFile; onDone: () => void }) {
  const t = useT('trips')
  const nameOf = useName()
  const [kind, setKind] = useState<BookingKind>('hotel')
  const [about, setAbout] = useState({ title: '', supplier: '', reference: '' })
  const [priceFen, setPrice] = useState<number | null>(null)
  const [days, setDays] = useState({ fromDay: trip.startsOn, toDay: trip.endsOn })
  const [isConfirmed, setConfirmed] = useState(false)
  const book = useCommand('trips.book', { quiet: true })
  const { title, supplier } = about
  const isReady = title.trim() !== '' && supplier.trim() !== '' && priceFen !== null
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (priceFen === null) return
    const state = isConfirmed ? 'confirmed' : 'requested'
    if (!(await book.run({ id: trip.id, kind, ...about, ...days, priceFen, state })).ok) return
    tellDone(t('saved'))
    onDone()
  }
  const field = (name: keyof typeof about, label: string, isRequired: boolean) => (
    <TextInput
      label={label}
      withAsterisk={isRequired}
      value={about[name]}
      error={book.fieldErrors[name]}
      onChange={(event) => setAbout({ ...about, [name]: event.currentTarget.value })}
    />
  )
  return (
    <form className={record.form} aria-label={t('booking.add')} noValidate onSubmit={(event) => void save(event)}>
      <ChoiceField
        label={t('booking.kind')}
        data={choicesOf(BOOKING_KIND_NAMES, nameOf)}
        value={kind}
        onChange={setKind}
      />
      {field('title', t('booking.what'), true)}
      {field('supplier', t('booking.supplier'), true)}
      <YuanField
        label={t('booking.price')}
        withAsterisk
        value={priceFen}
        error={book.fieldErrors.priceFen}
        onChange={setPrice}
      />
      <DayField label={t('booking.from')} value={days.fromDay} onChange={(fromDay) => setDays({ ...days, fromDay })} />
      <DayField label={t('booking.to')} value={days.toDay} onChange={(toDay) => setDays({ ...days, toDay })} />
      {field('reference', t('booking.reference'), false)}
      <Checkbox
        label={t('booking.isConfirmed')}
        checked={isConfirmed}
        onChange={(event) => setConfirmed(event.currentTarget.checked)}
      />
      <div className={`${record.wide} ${record.faint}`}>{t('booking.protect')}</div>
      <KeepLines kind="trips-book-lines" subject={trip.id} />
      <FormEnds
        save={t('booking.add')}
        failure={book.failure}
        isBusy={book.isBusy}
        isReady={isReady}
        onCancel={onDone}
      />
    </form>
  )
}
