import { Button } from '@mantine/core'
import { useState } from 'react'
import type { TripBooking, TripFile } from '../../../shared/trips/model.ts'
import { bookingStatesAfter, canBook } from '../../../shared/trips/proposals.ts'
import {
  BOOKING_KIND_NAMES,
  BOOKING_STATE_NAMES,
  PAYMENT_KIND_NAMES,
  PAYMENT_METHOD_NAMES,
  PAYMENT_STATE_NAMES,
} from '../../../shared/trips/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { Facts, Section } from '../../ui/DetailPanel.tsx'
import { dayText } from '../../ui/formats.ts'
import record from '../../ui/record.module.css'
import { useName } from '../../ui/use-name.ts'
import { InstantText, Money } from '../../ui/values.tsx'
import { BOOKING_TONES, PAYMENT_TONES } from '../tones.ts'
import { BookForm } from './BookForm.tsx'
import { PayForm } from './PayForm.tsx'
import { SetBookingForm } from './SetBookingForm.tsx'

/** What is booked, in which state, and what is paid of it (S4-04, S4-57). */
export function BookingsTab({ trip }: { trip: TripFile }) {
  const t = useT('trips')
  const [doing, setDoing] = useState<'book' | 'pay' | null>(null)
  const mayBook = trip.state === 'open' && canBook(trip.stage).allowed
  const mayPay = trip.state === 'open' && trip.stage !== 'enquiry'
  const toggle = (one: 'book' | 'pay') => setDoing(doing === one ? null : one)
  const close = () => setDoing(null)
  return (
    <>
      <Section
        title={t('booking.title')}
        level={2}
        actions={
          mayBook && (
            <Button aria-pressed={doing === 'book'} onClick={() => toggle('book')}>
              {t('booking.add')}
            </Button>
          )
        }
      >
        {doing === 'book' && <BookForm trip={trip} onDone={close} />}
        <Bookings trip={trip} />
      </Section>
      <Section
        title={t('money.title')}
        level={2}
        actions={
          mayPay && (
            <Button variant="default" aria-pressed={doing === 'pay'} onClick={() => toggle('pay')}>
              {t('money.add')}
            </Button>
          )
        }
      >
        {doing === 'pay' && <PayForm trip={trip} onDone={close} />}
        <Payments trip={trip} />
      </Section>
    </>
  )
}

function Bookings({ trip }: { trip: TripFile }) {
  const t = useT('trips')
  const [setting, setSetting] = useState<string | null>(null)
  if (trip.bookings.length === 0) return <div className={record.faint}>{t('booking.none')}</div>
  return (
    <ul className={record.list}>
      {trip.bookings.map((one) => (
        <li key={one.id}>
          <BookingLine
            booking={one}
            isSettable={trip.state === 'open' && bookingStatesAfter(one.state).length > 0}
            isSetting={setting === one.id}
            onSet={() => setSetting(setting === one.id ? null : one.id)}
          />
          {setting === one.id && <SetBookingForm trip={trip} booking={one} onDone={() => setSetting(null)} />}
        </li>
      ))}
    </ul>
  )
}

type LineProps = { booking: TripBooking; isSettable: boolean; isSetting: boolean; onSet: () => void }

function BookingLine({ booking, isSettable, isSetting, onSet }: LineProps) {
  const t = useT('trips')
  const nameOf = useName()
  const { fromDay, toDay, reference, note } = booking
  const days = [fromDay, toDay === fromDay ? null : toDay].filter((one) => one !== null).map(dayText)
  return (
    <div className={record.line}>
      <StateBadge tone={BOOKING_TONES[booking.state]} label={nameOf(BOOKING_STATE_NAMES[booking.state])} />
      <span className={record.faint}>{nameOf(BOOKING_KIND_NAMES[booking.kind])}</span>
      <strong>{booking.title}</strong>
      <span>{booking.supplier}</span>
      <span className="num">{days.join(' – ')}</span>
      {reference !== '' && (
        <span className={`${record.faint} num`}>
          {t('booking.reference')} {reference}
        </span>
      )}
      {note !== '' && <span className={record.faint}>{note}</span>}
      <span className={record.push}>
        <Money fen={booking.priceFen} />
      </span>
      {isSettable && (
        <Button size="compact-xs" variant="default" aria-pressed={isSetting} onClick={onSet}>
          {t('booking.set')}
        </Button>
      )}
    </div>
  )
}

function Payments({ trip }: { trip: TripFile }) {
  const t = useT('trips')
  const nameOf = useName()
  const { money, payments } = trip
  return (
    <>
      <Facts
        columns={3}
        facts={[
          { label: t('money.total'), value: <Money fen={money.totalFen} /> },
          {
            label: t('money.paid'),
            value: (
              <>
                <Money fen={money.paidFen} />{' '}
                <StateBadge tone={PAYMENT_TONES[money.state]} label={nameOf(PAYMENT_STATE_NAMES[money.state])} />
              </>
            ),
          },
          { label: t('money.open'), value: <Money fen={money.openFen} /> },
        ]}
      />
      {payments.length === 0 && <div className={record.faint}>{t('money.none')}</div>}
      <ul className={record.list}>
        {payments.map((one) => (
          <li key={one.id} className={record.line}>
            <span>{nameOf(PAYMENT_KIND_NAMES[one.kind])}</span>
            <strong>
              <Money fen={one.amountFen} />
            </strong>
            <span className={record.faint}>
              {[nameOf(PAYMENT_METHOD_NAMES[one.method]), one.reference].filter((part) => part !== '').join(' · ')}
            </span>
            <span className={record.faint}>{t('money.taken', { name: one.takenByName })}</span>
            <span className={record.push}>
              <InstantText at={one.paidAt} />
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
