import type { BookingView } from '../../../shared/flights/model.ts'
import { BOOKING_STATUS_NAMES, CABIN_NAMES, CABINS, FLIGHT_STATUS_NAMES } from '../../../shared/flights/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge, type Tone } from '../../ui/badges.tsx'
import { Section } from '../../ui/DetailPanel.tsx'
import { useName } from '../../ui/use-name.ts'
import { InstantText } from '../../ui/values.tsx'
import styles from '../members.module.css'

const FLIGHT_TONES: Record<BookingView['flight']['status'], Tone> = {
  scheduled: 'neutral',
  departed: 'info',
  arrived: 'good',
  delayed: 'warn',
  cancelled: 'bad',
  diverted: 'bad',
}

/** Where the member is going and has been (S3-72). */
export function FlightsCard({ coming, past }: { coming: readonly BookingView[]; past: readonly BookingView[] }) {
  const t = useT('members')
  if (coming.length + past.length === 0) {
    return (
      <Section title={t('file.pastFlights')}>
        <span className={styles.dim}>{t('file.noFlights')}</span>
      </Section>
    )
  }
  return (
    <>
      {coming.length > 0 && <FlightList title={t('file.comingFlights')} bookings={coming} />}
      {past.length > 0 && <FlightList title={t('file.pastFlights')} bookings={past} />}
    </>
  )
}

function FlightList({ title, bookings }: { title: string; bookings: readonly BookingView[] }) {
  const t = useT('members')
  const nameOf = useName()
  return (
    <Section title={title}>
      <ul className={styles.plain}>
        {bookings.map(({ id, flight, pnr, maskedTicket, cabin, seat, status }) => {
          const cabinName = CABINS.find((each) => each === cabin)
          const isNews = flight.status !== 'scheduled' && flight.status !== 'arrived'
          return (
            <li key={id}>
              <div className={styles.line}>
                <span>
                  <strong className="num">{flight.flightNo}</strong> {flight.origin}–{flight.destination}{' '}
                  {isNews && (
                    <StateBadge tone={FLIGHT_TONES[flight.status]} label={nameOf(FLIGHT_STATUS_NAMES[flight.status])} />
                  )}
                  {flight.delayMinutes > 0 && (
                    <span className={styles.dim}> {t('file.delayed', { minutes: flight.delayMinutes })}</span>
                  )}
                </span>
                <InstantText at={flight.departsAt} />
              </div>
              <span className={`${styles.dim} num`}>
                {[
                  cabinName ? nameOf(CABIN_NAMES[cabinName]) : cabin,
                  seat,
                  pnr,
                  maskedTicket,
                  nameOf(BOOKING_STATUS_NAMES[status]),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
