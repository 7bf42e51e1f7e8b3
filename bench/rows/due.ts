import dayjs from 'dayjs'
import businessTime from 'dayjs-business-time'
import { addWorkingMinutes } from '../../src/main/rules/calendar.ts'
import { SHIPPED_CALENDARS } from '../../src/main/rules/packs.ts'
import type { Calendar, Weekday } from '../../src/shared/calendars/model.ts'
import { DAY, MINUTE } from '../../src/shared/time.ts'
import { longRun, median, timeOf } from '../lib/measure.ts'
import { type Random, seeded } from '../lib/random.ts'
import { type BenchRow, inWords, thousands } from '../lib/row.ts'

const FROM = Date.parse('2025-01-02T00:00:00+08:00')
const DAYS = 600
const THEIRS = 1000
const OURS = 500_000
const ROUNDS = 5
/** Due times reckoned at each size, and how much longer one may take at the largest than at the smallest. */
const SIZES = [10_000, 100_000, 1_000_000]
const EVEN = 1.5
const TURNS = 15
const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri'] as const satisfies readonly Weekday[]
const LONG = { mon: 'monday', tue: 'tuesday', wed: 'wednesday', thu: 'thursday', fri: 'friday' } as const

type Ask = { from: number; minutes: number }

/** When a limit in working minutes ends, with the holidays of China, 09:00–17:30 on weekdays. */
export async function dueTimes(): Promise<BenchRow> {
  // The other library counts on the process's own wall clock.
  process.env.TZ = 'Asia/Shanghai'
  const calendar = officeHours()
  const theirs = dayjsWith(calendar)
  const random = seeded(61)
  const asks = Array.from({ length: OURS }, () => askOf(random))
  const few = asks.slice(0, THEIRS)
  const differing = few.filter((one) => theirs(one) !== ours(one, calendar)).length
  if (differing > 0) throw new Error(`${differing} of ${THEIRS} due times differ from dayjs-business-time's`)
  const [ourTimes, theirTimes]: [number[], number[]] = [[], []]
  for (let round = 0; round < ROUNDS; round++) {
    ourTimes.push((await timeOf(() => asks.map((one) => ours(one, calendar)))) / OURS)
    theirTimes.push((await timeOf(() => few.map(theirs))) / THEIRS)
  }
  const rate = (ms: readonly number[]) => 1000 / median(ms)
  const ratio = rate(ourTimes) / rate(theirTimes)
  return {
    name: 'Due times in working minutes, holidays of China',
    baseline: `dayjs-business-time; ${thousands(THEIRS)} of ${thousands(THEIRS)} results equal`,
    ours: `${thousands(rate(ourTimes))}/s`,
    theirs: `${thousands(rate(theirTimes))}/s`,
    result: `${thousands(ratio)}×`,
    aim: '≥ 1,000×',
    isMet: ratio >= 1000,
  }
}

/**
 * What due times cost the processor at three sizes: one must cost alike however many there are. By the clock, the longer
 * runs would also hold what other programs take in between.
 */
export async function dueTimesGrowing(): Promise<BenchRow> {
  const calendar = officeHours()
  const random = seeded(62)
  const all = Array.from({ length: SIZES.at(-1) ?? 0 }, () => askOf(random))
  for (let n = 0; n < 2; n++) for (const one of all) ours(one, calendar)
  const samples = SIZES.map((): number[] => [])
  for (let round = 0; round < TURNS; round++) {
    for (const [i, size] of SIZES.entries()) {
      // Others each time: the processor learns a few that come again and again by heart.
      const from = random.below(all.length - size + 1)
      const { busyMs } = await longRun(() => sumOf(all, from, from + size, calendar))
      samples[i]?.push(busyMs)
    }
  }
  const times = samples.map(median)
  const each = times.map((ms, i) => ms / (SIZES[i] ?? 1))
  const growth = (each.at(-1) ?? 0) / (each[0] ?? 1)
  return {
    name: `${SIZES.map(thousands).join(', ')} due times`,
    baseline: 'the smallest of the three sizes',
    ours: `processor ${times.map(inWords).join(', ')}`,
    theirs: '–',
    result: `${each.map((ms) => `${(ms * 1e6).toFixed(0)} ns`).join(', ')} each; ${growth.toFixed(2)}× from the smallest to the largest`,
    aim: `linear: ≤ ${EVEN}×`,
    isMet: growth <= EVEN,
  }
}

/** The sum is used, so that no reckoning is left out. */
function sumOf(asks: readonly Ask[], from: number, to: number, calendar: Calendar): number {
  let sum = 0
  for (let n = from; n < to; n++) {
    const one = asks[n]
    if (one) sum += ours(one, calendar)
  }
  return sum
}

const askOf = (random: Random): Ask => ({
  from: FROM + random.below((DAYS * DAY) / MINUTE) * MINUTE,
  minutes: 30 + random.below(5000),
})

const ours = ({ from, minutes }: Ask, calendar: Calendar): number => addWorkingMinutes(from, minutes, calendar).due

/** China's calendar with office hours, without the make-up weekends that the other library cannot express. */
function officeHours(): Calendar {
  const china = SHIPPED_CALENDARS.find(({ id }) => id === 'CN')
  if (!china) throw new Error('the calendar of China is missing')
  const hours = [{ from: '09:00', to: '17:30' }]
  return {
    ...china,
    shifts: Object.fromEntries(WEEK.map((day) => [day, hours])),
    days: china.days.filter(({ isOffDay }) => isOffDay),
  }
}

function dayjsWith(calendar: Calendar): (ask: Ask) => number {
  dayjs.extend(businessTime)
  const hours = [{ start: '09:00:00', end: '17:30:00' }]
  const week = Object.fromEntries(WEEK.map((day) => [LONG[day], hours]))
  dayjs.setBusinessTime({ sunday: null, saturday: null, ...week } as Parameters<typeof dayjs.setBusinessTime>[0])
  dayjs.setHolidays(calendar.days.map(({ date }) => date))
  return ({ from, minutes }) => dayjs(from).addBusinessMinutes(minutes).valueOf()
}
