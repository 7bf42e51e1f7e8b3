import { allow, type Decision, deny } from '../../shared/failure.ts'
import { DAY, type Instant } from '../../shared/time.ts'
import type { SpendHabits, Timeliness } from '../../shared/wishes/model.ts'
import { CLOSED_TOPICS, WISH_VALUES, type WishTopic } from '../../shared/wishes/words.ts'

/** S4-36..44: a topic with a list takes a value of it, the others take a few words too. */
export function canTag(topic: WishTopic, value: string): Decision {
  const isKnown = Object.hasOwn(WISH_VALUES[topic], value)
  return isKnown || !CLOSED_TOPICS.includes(topic) ? allow : deny('wish-unknown-value', { value })
}

/** The code of a value that somebody wrote in words of either language; the words themselves for an open topic. */
export function codeOf(topic: WishTopic, written: string): string | undefined {
  const text = written.normalize('NFKC').trim()
  const wanted = text.toLowerCase()
  for (const [code, { zh, en }] of Object.entries(WISH_VALUES[topic]))
    if ([code, zh, en].some((word) => word.toLowerCase() === wanted)) return code
  return CLOSED_TOPICS.includes(topic) || text === '' ? undefined : text
}

type Passed = { saidAt: Instant; recordedAt: Instant; seenAt: Instant | null }

/** The middle value; of an even number the lower of the two middles. */
function median(values: readonly number[]): number | null {
  if (values.length === 0) return null
  return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? null
}

/** S4-80: how long information takes from the member's mouth into the file and on to a colleague. */
export function timelinessOf(passed: readonly Passed[], now: Instant): Timeliness {
  const seen = passed.filter(({ seenAt }) => seenAt !== null)
  const old = passed.filter(({ recordedAt }) => recordedAt <= now - DAY)
  const inTime = old.filter(({ recordedAt, seenAt }) => seenAt !== null && seenAt - recordedAt <= DAY)
  return {
    count: passed.length,
    medianToRecord: median(passed.map(({ saidAt, recordedAt }) => Math.max(0, recordedAt - saidAt))),
    seen: seen.length,
    medianToSee: median(seen.map(({ recordedAt, seenAt }) => Math.max(0, (seenAt ?? recordedAt) - recordedAt))),
    withinDay: old.length === 0 ? null : inTime.length / old.length,
    unseen: passed.length - seen.length,
  }
}

type Spend = { amountFen: number; kind: 'own' | 'partner' }

/** S4-70: what somebody pays for, as figures of some months. */
export function habitsOf(spends: readonly Spend[], cabins: readonly string[], months: number): SpendHabits {
  const sum = (of: readonly Spend[]) => of.reduce((total, { amountFen }) => total + amountFen, 0)
  const total = sum(spends)
  const counts = new Map<string, number>()
  for (const cabin of cabins) counts.set(cabin, (counts.get(cabin) ?? 0) + 1)
  const [most] = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
  return {
    months,
    spends: spends.length,
    totalFen: total,
    meanFen: spends.length === 0 ? 0 : Math.round(total / spends.length),
    partnerShare: total === 0 ? 0 : sum(spends.filter(({ kind }) => kind === 'partner')) / total,
    cabin: most?.[0] ?? null,
    trips: cabins.length,
  }
}
