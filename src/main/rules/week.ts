import { WEEKDAYS } from '../../shared/calendars/model.ts'
import type { Day } from '../../shared/time.ts'
import { addDays, weekdayOf } from './days.ts'

/** The Monday of the week in which a day lies. */
export function mondayOf(day: Day): Day {
  return addDays(day, -WEEKDAYS.indexOf(weekdayOf(day)))
}
