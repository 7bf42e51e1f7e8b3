import { UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import type { FloorCall, FloorPerson } from '../../../shared/floor/contract.ts'
import { FLOOR_STATE_NAMES, type FloorState } from '../../../shared/floor/words.ts'
import type { UserId } from '../../../shared/ids.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge, TierBadge, type Tone } from '../../ui/badges.tsx'
import { durationText } from '../../ui/formats.ts'
import { useName } from '../../ui/use-name.ts'
import { useNow } from '../../ui/use-now.ts'
import { carried, carriesCases } from './drag.ts'
import styles from './floor.module.css'

const TONES: Record<FloorState, Tone> = {
  ringing: 'warn',
  talking: 'info',
  held: 'warn',
  wrapUp: 'info',
  ready: 'good',
  afterCall: 'info',
  break: 'neutral',
  training: 'neutral',
  away: 'neutral',
  offline: 'neutral',
}

type Props = {
  people: readonly FloorPerson[]
  chosen: UserId | null
  onChoose: (id: UserId) => void
  onDrop: (ids: string[], to: UserId) => void
}

/** Who is there and what everybody has to do; a case that is dropped on a person is meant for them. */
export function People({ people, chosen, onChoose, onDrop }: Props) {
  const t = useT('floor')
  if (people.length === 0) return <div className={styles.faint}>{t('people.none')}</div>
  return (
    <ul className={styles.people} aria-label={t('people.title')}>
      {people.map((person) => (
        <li key={person.userId}>
          <Card person={person} isChosen={person.userId === chosen} onChoose={onChoose} onDrop={onDrop} />
        </li>
      ))}
    </ul>
  )
}

type CardProps = { person: FloorPerson; isChosen: boolean } & Pick<Props, 'onChoose' | 'onDrop'>

function Card({ person, isChosen, onChoose, onDrop }: CardProps) {
  const t = useT('floor')
  const nameOf = useName()
  const [isOver, setOver] = useState(false)
  const { userId, name, state, since, call, shows, open, maxOpen, pressing, overdue, soon, quality } = person
  return (
    <UnstyledButton
      className={styles.person ?? ''}
      data-chosen={isChosen || undefined}
      data-over={isOver || undefined}
      aria-pressed={isChosen}
      onClick={() => onChoose(userId)}
      onDragOver={(event) => {
        if (!carriesCases(event.dataTransfer)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        onDrop(carried(event.dataTransfer), userId)
      }}
    >
      <span className={styles.line}>
        <strong>{name}</strong>
        <StateBadge tone={TONES[state]} label={nameOf(FLOOR_STATE_NAMES[state])} />
        {since !== null && state !== 'offline' && <Since at={since} />}
      </span>
      {call && <OnCall call={call} />}
      {shows && (
        <span className={styles.line}>
          <span className={styles.faint}>{t('people.shows')}</span>
          <span className="num">{shows.number}</span>
          {shows.tier !== 'none' && <TierBadge tier={shows.tier} />}
          <span className={styles.cut}>{shows.title}</span>
        </span>
      )}
      <span className={styles.line}>
        {t('people.load', { open, max: maxOpen })}
        {overdue > 0 && <span className={styles.late}>{t('people.overdue', { count: overdue })}</span>}
        {soon > 0 && <span className={styles.faint}>{t('people.soon', { count: soon })}</span>}
        {pressing > 0 && <span className={styles.faint}>{t('people.pressing', { count: pressing })}</span>}
      </span>
      <span className={styles.faint}>
        {t('people.today', { closed: person.closedToday, answered: person.answeredToday })}
        {quality !== null && ` · ${t('people.quality', { points: quality })}`}
      </span>
    </UnstyledButton>
  )
}

/** With whom, how long in all, and how long the customer has been on hold. */
function OnCall({ call }: { call: FloorCall }) {
  const t = useT('floor')
  const { isInbound, memberName, phoneMasked, tier, startedAt, answeredAt, heldSince } = call
  return (
    <>
      <span className={styles.line}>
        <span className={styles.faint}>{t(isInbound ? 'people.callFrom' : 'people.callTo')}</span>
        <span className={styles.cut}>{memberName ?? phoneMasked}</span>
        {tier !== null && tier !== 'none' && <TierBadge tier={tier} />}
      </span>
      <span className={styles.line}>
        <Since at={answeredAt ?? startedAt} />
        {heldSince !== null && (
          <span className={styles.late}>
            {t('people.held')} <Since at={heldSince} />
          </span>
        )}
      </span>
    </>
  )
}

function Since({ at }: { at: number }) {
  const now = useNow()
  return <span className={`num ${styles.faint}`}>{durationText(Math.max(0, now - at))}</span>
}
