import { addWorkingDays, addWorkingMinutes, workingMsBetween } from '../../src/main/rules/calendar.ts'
import { shippedCalendar } from '../../src/main/rules/packs.ts'

// Run as its own process under a chosen TZ; prints due times and open times over four years.
const cn = shippedCalendar('CN')
const first = Date.UTC(2023, 0, 1)
const lines: string[] = [String(new Date(first).getTimezoneOffset())]
for (let hour = 0; hour < 4 * 365 * 24; hour += 7) {
  const at = first + hour * 3_600_000
  const days = addWorkingDays(at, 10, cn)
  const minutes = addWorkingMinutes(at, 2880, cn)
  lines.push([days.due, days.isProvisional, minutes.due, workingMsBetween(at, days.due, cn)].join(','))
}
process.stdout.write(lines.join('\n'))
