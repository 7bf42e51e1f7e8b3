import { Button } from '@mantine/core'
import { useState } from 'react'
import type { JourneyRating, JourneyView } from '../../../shared/journeys/model.ts'
import { SERVICE_KIND_NAMES } from '../../../shared/journeys/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { Section } from '../../ui/DetailPanel.tsx'
import flow from '../../ui/flow.module.css'
import { dateTimeText } from '../../ui/formats.ts'
import record from '../../ui/record.module.css'
import { useName } from '../../ui/use-name.ts'
import { ContactList } from './ContactList.tsx'
import { Journey } from './Journey.tsx'
import styles from './journeys.module.css'
import { RatingDialog } from './RatingDialog.tsx'

/** S4-08 S4-17 S4-19: what the customer thought of it, asked until there is an answer. */
export function AfterTab({ tripId }: { tripId: string }) {
  return (
    <Journey tripId={tripId}>
      {(journey) => (
        <>
          <Asking journey={journey} />
          <Ratings journey={journey} />
        </>
      )}
    </Journey>
  )
}

function Asking({ journey: { contacts, state } }: { journey: JourneyView }) {
  const t = useT('journeys')
  const asked = contacts.filter(({ purpose }) => purpose === 'afterSales')
  const isAnswered = asked.some(({ isReached }) => isReached)
  const isWaiting = asked.some((contact) => contact.state === 'planned')
  return (
    <Section title={t('after.asking')}>
      {isAnswered && <StateBadge tone="good" label={t('after.answered')} />}
      {isWaiting && <StateBadge tone="warn" label={t('after.waiting')} />}
      <ContactList label={t('after.asking')} contacts={asked} empty={t('after.none')} isOpen={state !== 'cancelled'} />
    </Section>
  )
}

type Subject = { serviceId: string | null; kind: string; who: string; rating: JourneyRating | null }

function Ratings({ journey }: { journey: JourneyView }) {
  const t = useT('journeys')
  const nameOf = useName()
  const [rated, setRated] = useState<Subject | null>(null)
  const { tripId, stage, state, rating, services } = journey
  const mayRate = state !== 'cancelled' && (stage === 'inTrip' || stage === 'afterTrip')
  const subjects: Subject[] = [
    { serviceId: null, kind: '', who: t('after.trip'), rating },
    ...services
      .filter((service) => service.state !== 'cancelled')
      .map(({ id, kind, name, person, rating: given }) => ({
        ...{ serviceId: id, kind: nameOf(SERVICE_KIND_NAMES[kind]), rating: given },
        who: person === '' ? name : `${name} · ${person}`,
      })),
  ]
  return (
    <Section title={t('after.ratings')}>
      {!mayRate && <div className={record.faint}>{t('after.early')}</div>}
      <ul className={styles.list} aria-label={t('after.ratings')}>
        {subjects.map((subject) => (
          <li key={subject.serviceId ?? 'trip'}>
            <Rated subject={subject} onRate={mayRate ? () => setRated(subject) : null} />
          </li>
        ))}
      </ul>
      {rated && (
        <RatingDialog
          tripId={tripId}
          serviceId={rated.serviceId}
          who={rated.who}
          known={rated.rating}
          onClose={() => setRated(null)}
        />
      )}
    </Section>
  )
}

function Rated({ subject: { kind, who, rating }, onRate }: { subject: Subject; onRate: (() => void) | null }) {
  const t = useT('journeys')
  const tone = rating === null ? 'neutral' : rating.score >= 4 ? 'good' : rating.score === 3 ? 'warn' : 'bad'
  return (
    <>
      <div className={flow.line}>
        {kind !== '' && <span className={styles.kind}>{kind}</span>}
        <strong>{who}</strong>
        <StateBadge
          tone={tone}
          label={rating === null ? t('after.notRated') : t('after.points', { score: rating.score })}
        />
        {rating && (
          <span className={record.faint}>
            {t('checklist.by', { name: rating.recordedByName, time: dateTimeText(rating.ratedAt) })}
          </span>
        )}
        {onRate && (
          <span className={styles.push}>
            <Button size="compact-xs" variant="default" aria-label={`${t('after.rate')} ${who}`} onClick={onRate}>
              {t('after.rate')}
            </Button>
          </span>
        )}
      </div>
      {rating && rating.text !== '' && <p className={flow.text}>{rating.text}</p>}
    </>
  )
}
