import { SegmentedControl } from '@mantine/core'
import { useRef, useState } from 'react'
import type { Output } from '../../../shared/contracts.ts'
import type { TripRow } from '../../../shared/trips/model.ts'
import { stageAfter, stageBefore } from '../../../shared/trips/stages.ts'
import { TRIP_STAGE_NAMES, type TripStage } from '../../../shared/trips/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { go } from '../../ui/navigation.ts'
import record from '../../ui/record.module.css'
import { useName } from '../../ui/use-name.ts'
import { useQuery } from '../../use-query.ts'
import styles from '../trips.module.css'
import { useMove } from '../use-move.ts'
import { type Back, BackDialog } from './BackDialog.tsx'
import { TripCard } from './TripCard.tsx'

type Column = Output<'trips.board'>[number]
type Move = (trip: TripRow, to: TripStage | undefined) => Promise<boolean>

/** S4-09: every running trip in its stage; taken on by dragging or by key. */
export function BoardTab() {
  const t = useT('trips')
  const me = useSession((state) => state.user?.id) ?? null
  const [isMine, setMine] = useState(false)
  const [back, setBack] = useState<Back | null>(null)
  const { move } = useMove((trip, to) => setBack({ trip, to }))
  const { data, failure, reload } = useQuery('trips.board', { ownerId: isMine ? me : null }, { topics: ['trips'] })
  const board = useRef<HTMLDivElement>(null)
  return (
    <>
      <div className={styles.next}>
        <SegmentedControl
          aria-label={t('whose.label')}
          value={isMine ? 'mine' : 'all'}
          onChange={(value) => setMine(value === 'mine')}
          data={[
            { value: 'all', label: t('whose.all') },
            { value: 'mine', label: t('whose.mine') },
          ]}
        />
        <span className={record.faint}>{t('board.hint')}</span>
      </div>
      <FailureAlert failure={failure} onRetry={reload} />
      <div className={styles.board} ref={board}>
        {(data ?? []).map((column, place) => (
          <StageColumn
            key={column.stage}
            column={column}
            place={place}
            trips={(data ?? []).flatMap(({ trips }) => trips)}
            onMove={move}
            onFocusTo={(row, way) => focusCard(board.current, place, row, way)}
          />
        ))}
      </div>
      {back && <BackDialog {...back} onClose={() => setBack(null)} />}
    </>
  )
}

type ColumnProps = {
  column: Column
  place: number
  trips: readonly TripRow[]
  onMove: Move
  onFocusTo: (row: number, way: Way) => void
}

function StageColumn({ column, place, trips, onMove, onFocusTo }: ColumnProps) {
  const t = useT('trips')
  const nameOf = useName()
  const [isOver, setOver] = useState(false)
  const stage = nameOf(TRIP_STAGE_NAMES[column.stage])
  const rest = column.count - column.trips.length
  return (
    <section
      className={styles.column}
      aria-label={t('board.column', { stage, count: column.count })}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        const trip = trips.find(({ id }) => id === event.dataTransfer.getData('text/plain'))
        if (trip) void onMove(trip, column.stage)
      }}
    >
      <div className={styles.columnHead}>
        <h2>{stage}</h2>
        <span className="num">{column.count}</span>
      </div>
      {column.count === 0 && <span className={record.faint}>{t('board.empty')}</span>}
      <ul className={styles.cards} data-column={place}>
        {column.trips.map((trip, row) => (
          <li key={trip.id}>
            <TripCard
              trip={trip}
              onOpen={() => go('trips', { id: trip.id })}
              onStep={(way) => void onMove(trip, way === 'next' ? stageAfter(trip.stage) : stageBefore(trip.stage))}
              onFocusTo={(way) => onFocusTo(row, way)}
            />
          </li>
        ))}
      </ul>
      {rest > 0 && <span className={record.faint}>{t('board.more', { count: rest })}</span>}
    </section>
  )
}

type Way = 'up' | 'down' | 'left' | 'right'

/** Up and down within a column, left and right to the next column that has a card. */
function focusCard(board: HTMLElement | null, place: number, row: number, way: Way): void {
  const cardsOf = (column: number) => [
    ...(board?.querySelectorAll<HTMLElement>(`[data-column="${column}"] [data-trip]`) ?? []),
  ]
  if (way === 'up' || way === 'down') {
    cardsOf(place)[row + (way === 'down' ? 1 : -1)]?.focus()
    return
  }
  const step = way === 'right' ? 1 : -1
  for (let column = place + step; column >= 0 && column < 6; column += step) {
    const cards = cardsOf(column)
    const card = cards[Math.min(row, cards.length - 1)]
    if (card) {
      card.focus()
      return
    }
  }
}
