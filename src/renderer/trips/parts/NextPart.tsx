import { Button } from '@mantine/core'
import { useState } from 'react'
import type { TripFile } from '../../../shared/trips/model.ts'
import { stageAfter, stageBefore } from '../../../shared/trips/stages.ts'
import { TRIP_STAGE_NAMES, TRIP_STATE_NAMES } from '../../../shared/trips/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { TextAct } from '../../ui/TextAct.tsx'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import styles from '../trips.module.css'
import { useMove } from '../use-move.ts'
import { type Back, BackDialog } from './BackDialog.tsx'

/** What a trip still needs before it may go on, and the way on, back or out. */
export function NextPart({ trip }: { trip: TripFile }) {
  const t = useT('trips')
  const nameOf = useName()
  const [back, setBack] = useState<Back | null>(null)
  const [ending, setEnding] = useState<'done' | 'cancelled' | null>(null)
  const { move, isBusy } = useMove((one, to) => setBack({ trip: one, to }))
  if (trip.state !== 'open')
    return (
      <div className={record.faint}>
        {t('next.ended', { state: nameOf(TRIP_STATE_NAMES[trip.state]), note: trip.closingNote })}
      </div>
    )
  const [after, before] = [stageAfter(trip.stage), stageBefore(trip.stage)]
  const isReady = trip.missing.length === 0
  return (
    <>
      <div className={styles.next}>
        <Missing trip={trip} />
        <div className={`${styles.next} ${styles.push}`}>
          <Button variant="subtle" color="gray" onClick={() => setEnding(ending === 'cancelled' ? null : 'cancelled')}>
            {t('next.cancel')}
          </Button>
          {before && (
            <Button variant="default" onClick={() => setBack({ trip, to: before })}>
              {t('board.back', { stage: nameOf(TRIP_STAGE_NAMES[before]) })}
            </Button>
          )}
          {after ? (
            <Button loading={isBusy} disabled={!isReady} onClick={() => void move(trip, after)}>
              {t('next.go', { stage: nameOf(TRIP_STAGE_NAMES[after]) })}
            </Button>
          ) : (
            <Button disabled={!isReady} onClick={() => setEnding(ending === 'done' ? null : 'done')}>
              {t('next.done')}
            </Button>
          )}
        </div>
      </div>
      {ending && <End trip={trip} as={ending} />}
      {back && <BackDialog {...back} onClose={() => setBack(null)} />}
    </>
  )
}

function Missing({ trip }: { trip: TripFile }) {
  const t = useT('trips')
  if (trip.missing.length === 0) return <StateBadge tone="good" label={t('next.ready')} />
  return (
    <>
      <span className={record.faint}>{t('next.missing')}</span>
      <ul className={styles.missing} aria-label={t('next.missing')}>
        {trip.missing.map((one) => (
          <li key={one}>
            <StateBadge tone="warn" label={t(`missing.${one}`)} />
          </li>
        ))}
      </ul>
    </>
  )
}

function End({ trip, as }: { trip: TripFile; as: 'done' | 'cancelled' }) {
  const t = useT('trips')
  const end = useCommand('trips.end')
  const save = async (note: string) => {
    const ended = await end.run({ id: trip.id, as, note, expectedSeq: trip.lastSeq })
    if (ended.ok) tellDone(t('saved'))
    return ended.ok
  }
  const isDone = as === 'done'
  return (
    <TextAct
      keep={{ kind: 'trips-next-part-cancel-reason', subject: trip.id }}
      label={t(isDone ? 'next.doneNote' : 'next.cancelReason')}
      buttons={[{ label: t(isDone ? 'next.done' : 'next.cancel'), onSend: save, isBusy: end.isBusy, isMain: true }]}
    />
  )
}
