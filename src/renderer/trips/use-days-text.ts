import type { TripRow } from '../../shared/trips/model.ts'
import { useT } from '../i18n/use-t.ts'
import { dayText } from '../ui/formats.ts'

/** The days of a trip as a person reads them. */
export function useDaysText(): (trip: Pick<TripRow, 'startsOn' | 'endsOn'>) => string {
  const t = useT('trips')
  return ({ startsOn, endsOn }) => {
    if (startsOn === null) return t('board.noDays')
    return endsOn === null ? dayText(startsOn) : t('board.days', { from: dayText(startsOn), to: dayText(endsOn) })
  }
}
