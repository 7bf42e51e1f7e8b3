import type { TripRow } from '../../shared/trips/model.ts'
import { TRIP_STAGE_NAMES, TRIP_STAGES, type TripStage } from '../../shared/trips/words.ts'
import { useT } from '../i18n/use-t.ts'
import { tellDone } from '../ui/notify.ts'
import { useName } from '../ui/use-name.ts'
import { useCommand } from '../use-command.ts'

type Moved = Pick<TripRow, 'id' | 'stage' | 'lastSeq'>

/** Takes a trip to a stage and says so; a step back is asked for its reason by `onBack` first. */
export function useMove(onBack: (trip: Moved, to: TripStage) => void) {
  const t = useT('trips')
  const nameOf = useName()
  const advance = useCommand('trips.advance')
  const move = async (trip: Moved, to: TripStage | undefined, reason = ''): Promise<boolean> => {
    if (to === undefined || to === trip.stage) return false
    if (reason === '' && TRIP_STAGES.indexOf(to) < TRIP_STAGES.indexOf(trip.stage)) {
      onBack(trip, to)
      return false
    }
    const moved = await advance.run({ id: trip.id, to, reason, expectedSeq: trip.lastSeq })
    if (moved.ok) tellDone(t('board.moved', { stage: nameOf(TRIP_STAGE_NAMES[to]) }))
    return moved.ok
  }
  return { move, isBusy: advance.isBusy }
}
