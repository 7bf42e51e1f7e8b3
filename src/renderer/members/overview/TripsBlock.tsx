import type { BookingView } from '../../../shared/flights/model.ts'
import { CABIN_NAMES, CABINS, FLIGHT_STATUS_NAMES } from '../../../shared/flights/words.ts'
import type { MemberOverview } from '../../../shared/members/overview.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { Section } from '../../ui/DetailPanel.tsx'
import { useName } from '../../ui/use-name.ts'
import { InstantText } from '../../ui/values.tsx'
import styles from './overview.module.css'

/** Where the member goes next and was last. */
export function TripsBlock({ overview: { coming, past } }: { overview: MemberOverview }) {
  const t = useT('people')
  return (
    <Section title={t('overview.trips')}>
      {coming.length + past.length === 0 && <span className={styles.dim}>{t('overview.noTrips')}</span>}
      <ul className={styles.rows}>
        {coming.map((booking) => (
          <Trip key={booking.id} booking={booking} when={t('overview.coming')} isComing />
        ))}
        {past.map((booking) => (
          <Trip key={booking.id} booking={booking} when={t('overview.past')} />
        ))}
      </ul>
    </Section>
  )
}

type TripProps = { booking: BookingView; when: string; isComing?: boolean }

function Trip({ booking: { flight, cabin, seat }, when, isComing = false }: TripProps) {
  const nameOf = useName()
  const known = CABINS.find((one) => one === cabin)
  const isNews = flight.status !== 'scheduled' && flight.status !== 'arrived' && flight.status !== 'departed'
  return (
    <li className={styles.row}>
      <span className={styles.dim}>{when}</span>
      <span className={styles.grow}>
        {isComing ? <strong className="num">{flight.flightNo}</strong> : <span className="num">{flight.flightNo}</span>}{' '}
        {flight.origin}–{flight.destination}{' '}
        {[known ? nameOf(CABIN_NAMES[known]) : cabin, seat].filter(Boolean).join(' ')}
      </span>
      {isNews && <StateBadge tone="warn" label={nameOf(FLIGHT_STATUS_NAMES[flight.status])} />}
      <InstantText at={flight.departsAt} />
    </li>
  )
}
