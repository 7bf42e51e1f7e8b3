import { UnstyledButton } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import type { TripRow } from '../../../shared/trips/model.ts'
import { PAYMENT_STATE_NAMES } from '../../../shared/trips/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge, TierBadge } from '../../ui/badges.tsx'
import { useName } from '../../ui/use-name.ts'
import { PAYMENT_TONES } from '../tones.ts'
import styles from '../trips.module.css'
import { useDaysText } from '../use-days-text.ts'

type Props = {
  trip: TripRow
  onOpen: () => void
  onStep: (way: 'next' | 'back') => void
  onFocusTo: (way: 'up' | 'down' | 'left' | 'right') => void
}

const FOCUS = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' } as const

const isArrow = (key: string): key is keyof typeof FOCUS => Object.hasOwn(FOCUS, key)

/** One trip on the board: whose it is, when, and what is late. Dragged or moved by ] and [. */
export function TripCard({ trip, onOpen, onStep, onFocusTo }: Props) {
  const t = useT('trips')
  const nameOf = useName()
  const daysText = useDaysText()
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === ']') onStep('next')
    else if (event.key === '[') onStep('back')
    else if (isArrow(event.key)) onFocusTo(FOCUS[event.key])
    else return
    event.preventDefault()
  }
  return (
    <UnstyledButton
      className={styles.card ?? ''}
      draggable
      data-trip={trip.id}
      aria-keyshortcuts="] ["
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', trip.id)
        event.dataTransfer.effectAllowed = 'move'
      }}
      onKeyDown={onKeyDown}
      onClick={onOpen}
    >
      <span className={styles.cardTitle}>{trip.title}</span>
      <span className={styles.cardLine}>
        <span>{trip.memberName}</span>
        <TierBadge tier={trip.memberTier} />
      </span>
      <span className={`${styles.cardLine} num`}>{daysText(trip)}</span>
      <span className={styles.cardLine}>
        <StateBadge tone={PAYMENT_TONES[trip.payment]} label={nameOf(PAYMENT_STATE_NAMES[trip.payment])} />
        {trip.lateNotices > 0 && <StateBadge tone="bad" label={t('board.late', { count: trip.lateNotices })} />}
        <span>{trip.ownerName}</span>
      </span>
    </UnstyledButton>
  )
}
