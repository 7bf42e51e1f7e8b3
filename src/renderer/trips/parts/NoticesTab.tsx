import { Button } from '@mantine/core'
import { useState } from 'react'
import type { TripFile } from '../../../shared/trips/model.ts'
import { canAlter } from '../../../shared/trips/proposals.ts'
import { CHANGE_ORIGIN_NAMES } from '../../../shared/trips/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { Section } from '../../ui/DetailPanel.tsx'
import record from '../../ui/record.module.css'
import { useName } from '../../ui/use-name.ts'
import { InstantText, Money } from '../../ui/values.tsx'
import { ChangeForm } from './ChangeForm.tsx'
import { ConfirmForm } from './ConfirmForm.tsx'
import { NoticePart } from './NoticePart.tsx'

/** Changes of the itinerary and everything that the customer is told, with its proof (S4-13, S4-14, S4-58). */
export function NoticesTab({ trip }: { trip: TripFile }) {
  const t = useT('trips')
  const [doing, setDoing] = useState<'confirm' | 'change' | null>(null)
  const isOpen = trip.state === 'open'
  const toggle = (one: 'confirm' | 'change') => setDoing(doing === one ? null : one)
  const close = () => setDoing(null)
  const isBooked = trip.bookings.some(({ state }) => state !== 'cancelled')
  return (
    <>
      <Section
        title={t('notice.confirmations')}
        level={2}
        actions={
          isOpen &&
          isBooked && (
            <Button variant="default" aria-pressed={doing === 'confirm'} onClick={() => toggle('confirm')}>
              {t('notice.write')}
            </Button>
          )
        }
      >
        {doing === 'confirm' && <ConfirmForm trip={trip} onDone={close} />}
        {trip.confirmations.length === 0 && <div className={record.faint}>{t('notice.none')}</div>}
        {trip.confirmations.toReversed().map((notice) => (
          <NoticePart key={notice.id} trip={trip} notice={notice} />
        ))}
      </Section>
      <Section
        title={t('change.title')}
        level={2}
        actions={
          isOpen &&
          canAlter(trip.stage, null, null).allowed && (
            <Button variant="default" aria-pressed={doing === 'change'} onClick={() => toggle('change')}>
              {t('change.add')}
            </Button>
          )
        }
      >
        {doing === 'change' && <ChangeForm trip={trip} onDone={close} />}
        <Changes trip={trip} />
      </Section>
    </>
  )
}

function Changes({ trip }: { trip: TripFile }) {
  const t = useT('trips')
  const nameOf = useName()
  if (trip.changes.length === 0) return <div className={record.faint}>{t('change.none')}</div>
  return (
    <ul className={record.list}>
      {trip.changes
        .toReversed()
        .map(({ id, origin, reason, before, after, costFen, decidedAt, decidedByName, notice }) => (
          <li key={id}>
            <div className={record.line}>
              <StateBadge tone="info" label={nameOf(CHANGE_ORIGIN_NAMES[origin])} />
              <span>{t('change.line', { before, after })}</span>
              <span className={record.faint}>{reason}</span>
              {costFen !== 0 && <Money fen={costFen} />}
              <span className={record.push}>
                {decidedByName} <InstantText at={decidedAt} />
              </span>
            </div>
            <NoticePart trip={trip} notice={notice} />
          </li>
        ))}
    </ul>
  )
}
