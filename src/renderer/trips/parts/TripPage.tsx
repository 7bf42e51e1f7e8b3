import { ActionIcon, Anchor, Button } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { type ReactNode, Suspense, useState } from 'react'
import type { TripFile } from '../../../shared/trips/model.ts'
import {
  PAYMENT_STATE_NAMES,
  TRIP_CHANNEL_NAMES,
  TRIP_STAGE_NAMES,
  TRIP_STAGES,
  TRIP_STATE_NAMES,
} from '../../../shared/trips/words.ts'
import { useFullT, useT } from '../../i18n/use-t.ts'
import { StateBadge, TierBadge } from '../../ui/badges.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { useShortcut } from '../../ui/keys.ts'
import { go } from '../../ui/navigation.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { PageTabs } from '../../ui/PageTabs.tsx'
import record from '../../ui/record.module.css'
import { slots } from '../../ui/slots.ts'
import { useName } from '../../ui/use-name.ts'
import { Waiting } from '../../ui/Waiting.tsx'
import { useQuery } from '../../use-query.ts'
import { PAYMENT_TONES, STATE_TONES } from '../tones.ts'
import styles from '../trips.module.css'
import { useDaysText } from '../use-days-text.ts'
import { BookingsTab } from './BookingsTab.tsx'
import { EditDialog } from './EditDialog.tsx'
import { LogTab } from './LogTab.tsx'
import { NeedsTab } from './NeedsTab.tsx'
import { NextPart } from './NextPart.tsx'
import { NoticesTab } from './NoticesTab.tsx'
import { ProposalsTab } from './ProposalsTab.tsx'

type Tab = { id: string; label: string; content: () => ReactNode }

/** Which part of a trip its stage is about. */
const FIRST_TAB = {
  enquiry: 'needs',
  booking: 'bookings',
  confirmation: 'proposals',
  preTrip: 'checklist',
  inTrip: 'services',
  afterTrip: 'afterSales',
} as const

/** One trip: where it stands, what comes next, and everything that belongs to it in tabs. */
export function TripPage({ id, tab: first }: { id: string; tab: string | null }) {
  const t = useT('trips')
  const {
    data: trip,
    failure,
    reload,
  } = useQuery('trips.file', { id }, { topics: ['trips', 'messages'], clearOnChange: true })
  useShortcut({ id: 'trips.back', keys: 'alt+q', label: t('back'), group: t('title') }, () => go('trips'))
  if (trip) return <Shown key={trip.id} trip={trip} first={first} />
  return <div className="page">{failure ? <FailureAlert failure={failure} onRetry={reload} /> : <Waiting />}</div>
}

function Shown({ trip, first }: { trip: TripFile; first: string | null }) {
  const t = useT('trips')
  const full = useFullT()
  const [isEditing, setEditing] = useState(false)
  const [chosen, setTab] = useState<string>(first ?? FIRST_TAB[trip.stage])
  const tabs: Tab[] = [
    { id: 'needs', label: t('tabs.needs'), content: () => <NeedsTab trip={trip} /> },
    { id: 'proposals', label: t('tabs.proposals'), content: () => <ProposalsTab trip={trip} /> },
    { id: 'bookings', label: t('tabs.bookings'), content: () => <BookingsTab trip={trip} /> },
    { id: 'notices', label: t('tabs.notices'), content: () => <NoticesTab trip={trip} /> },
    ...slots.tripTabs.map(({ id, label, component: Part }) => ({
      id,
      label: full(label),
      content: () => (
        <Suspense fallback={null}>
          <Part tripId={trip.id} />
        </Suspense>
      ),
    })),
    { id: 'log', label: t('tabs.log'), content: () => <LogTab trip={trip} /> },
  ]
  const tab = tabs.some(({ id }) => id === chosen) ? chosen : 'needs'
  return (
    <div className="page">
      <PageHeader
        title={trip.title}
        subtitle={<span className="num">{trip.number}</span>}
        actions={
          <>
            {trip.state === 'open' && (
              <Button variant="default" onClick={() => setEditing(true)}>
                {t('edit')}
              </Button>
            )}
            <ActionIcon variant="subtle" color="gray" aria-label={t('back')} onClick={() => go('trips')}>
              <IconArrowLeft size={16} />
            </ActionIcon>
          </>
        }
      />
      <Facts trip={trip} />
      <Steps trip={trip} />
      <NextPart trip={trip} />
      <PageTabs
        tabs={tabs.map((one) => ({ ...one, content: () => <Scroll>{one.content()}</Scroll> }))}
        value={tab}
        onChange={setTab}
      />
      {isEditing && <EditDialog trip={trip} onClose={() => setEditing(false)} />}
    </div>
  )
}

function Scroll({ children }: { children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable to scroll it by keyboard
    <div className={`${styles.scroll} ${styles.stack}`} tabIndex={0}>
      {children}
    </div>
  )
}

function Facts({ trip }: { trip: TripFile }) {
  const nameOf = useName()
  const daysText = useDaysText()
  const { caseId, caseNumber } = trip
  return (
    <div className={styles.facts}>
      <Anchor component="button" type="button" onClick={() => go('members', { id: trip.memberId })}>
        {trip.memberName}
      </Anchor>
      <TierBadge tier={trip.memberTier} />
      <span>{trip.destination}</span>
      <span className="num">{daysText(trip)}</span>
      <span className={record.faint}>
        {nameOf(TRIP_CHANNEL_NAMES[trip.channel])} · {trip.ownerName}
      </span>
      {caseId !== null && (
        <Anchor component="button" type="button" className="num" onClick={() => go('cases', { id: caseId })}>
          {caseNumber}
        </Anchor>
      )}
      <StateBadge tone={PAYMENT_TONES[trip.payment]} label={nameOf(PAYMENT_STATE_NAMES[trip.payment])} />
      {trip.state !== 'open' && (
        <StateBadge tone={STATE_TONES[trip.state]} label={nameOf(TRIP_STATE_NAMES[trip.state])} />
      )}
    </div>
  )
}

function Steps({ trip }: { trip: TripFile }) {
  const nameOf = useName()
  const at = TRIP_STAGES.indexOf(trip.stage)
  return (
    <ol className={styles.steps}>
      {TRIP_STAGES.map((stage, place) => (
        <li
          key={stage}
          className={styles.step}
          data-done={place < at || undefined}
          aria-current={place === at ? 'step' : undefined}
        >
          {nameOf(TRIP_STAGE_NAMES[stage])}
        </li>
      ))}
    </ol>
  )
}
