import { type CompiledQuery, sql } from 'kysely'
import type { Instant } from '../../shared/time.ts'
import type { News } from '../rules/clock-signals.ts'
import { type FullStatements, fullStatements } from '../store/full-statements.ts'
import type { Db } from '../store/types.ts'
import { isOfRole } from './told-groups.ts'

/** What a clock tells for the first time, and the group of people who are told each of it. */
export type Telling = { row: { id: string }; news: readonly News[]; groups: readonly string[] }

/**
 * Records what very many clocks tell for the first time. Of each clock its id is said once and each moment once; what is
 * the same for all clocks of a policy stands in the statement, which is compiled once.
 */
export function signalWriter(db: Db, now: Instant): FullStatements<Telling> {
  const writers = new Map<string, FullStatements<Telling>>()
  return {
    add: async (tellings) => {
      for (const [shape, alike] of Map.groupBy(tellings, shapeOf)) {
        const [sample] = alike
        if (!sample || sample.news.length === 0) continue
        const writer = writers.get(shape) ?? writerOf(db, sample, now)
        writers.set(shape, writer)
        await writer.add(alike)
      }
    },
    end: async () => {
      for (const writer of writers.values()) await writer.end()
    },
  }
}

/** The same for clocks that tell the same shares to the same people: their rows differ in moments and in how many reminders. */
function shapeOf({ news, groups }: Telling): string {
  let shape = ''
  for (const [n, one] of news.entries()) {
    const { percent, reminder, level, tells, also, third } = one
    shape += `${reminder === 0 ? percent : 'again'} ${level} ${tells} ${also} ${third} ${isOfRole(one) ? groups[n] : ''},`
  }
  return shape
}

/** The first of the news of a clock that tells the same people, whose group is bound once; -1 where it is every clock's. */
function sourceOf(news: readonly News[], one: News): number {
  if (isOfRole(one)) return -1
  return news.findIndex(({ tells, also, third }) => tells === one.tells && also === one.also && third === one.third)
}

/** Records what clocks of one shape tell. */
function writerOf(db: Db, sample: Telling, now: Instant): FullStatements<Telling> {
  const compiled = new Map<number, CompiledQuery>()
  const bound = sample.news.flatMap((one, n) => (sourceOf(sample.news, one) === n ? [n] : []))
  return fullStatements(async (tellings) => {
    const parameters: (string | number)[] = []
    for (const telling of tellings) {
      parameters.push(telling.row.id)
      for (const { at, reminder, count } of telling.news) {
        if (reminder === 0) parameters.push(at)
        else parameters.push(at, reminder, count)
      }
      for (const n of bound) parameters.push(telling.groups[n] ?? '')
    }
    const statement = compiled.get(tellings.length) ?? compile(db, sample, now, tellings.length)
    compiled.set(tellings.length, statement)
    await db.executeQuery({ ...statement, parameters })
  })
}

/** Each clock is joined with each share of the policy, so that its rows lie together as they do in the table. */
function compile(db: Db, { news, groups }: Telling, now: Instant, count: number): CompiledQuery {
  const names = [
    'clockId',
    ...news.flatMap(({ reminder }, n) => [`at${n}`, ...(reminder === 0 ? [] : [`reminder${n}`, `count${n}`])]),
    ...news.flatMap((one, n) => (sourceOf(news, one) === n ? [`group${n}`] : [])),
  ]
  const row = sql`(${sql.join(names.map(() => sql.val('')))})`
  const steps = news.map(
    ({ percent, level, tells, also, third }, n) =>
      sql`(${sql.join([n, percent, level, tells, also, third].map((value) => sql.lit(value)))})`,
  )
  const at = news.map((_, n) => sql`when ${sql.lit(n)} then ${number(`at${n}`)}`)
  const told = news.map((one, n) => {
    const source = sourceOf(news, one)
    return sql`when ${sql.lit(n)} then ${source < 0 ? sql.lit(groups[n] ?? '') : sql.ref(`group${source}`)}`
  })
  const again = news.findIndex(({ reminder }) => reminder > 0)
  const ofReminder = (name: string, ofShare: number) =>
    again < 0
      ? sql.lit(ofShare)
      : sql`case n when ${sql.lit(again)} then ${number(`${name}${again}`)} else ${sql.lit(ofShare)} end`
  const columns = [
    'clockId',
    'percent',
    'reminder',
    'count',
    'at',
    'recordedAt',
    'level',
    'tells',
    'alsoTells',
    'thirdTells',
    'toldGroup',
  ]
  return sql`
    insert into ${sql.table('clockSignals')} (${sql.join(columns.map((name) => sql.ref(name)))})
    with told (${sql.join(names.map((name) => sql.ref(name)))}) as (
      values ${sql.join(Array.from({ length: count }, () => row))}
    ), step (n, percent, level, tells, also, third) as (values ${sql.join(steps)})
    select ${sql.ref('clockId')}, percent, ${ofReminder('reminder', 0)}, ${ofReminder('count', 1)},
      case n ${sql.join(at, sql` `)} end, ${sql.lit(now)}, level, tells, also, third, case n ${sql.join(told, sql` `)} end
    from told cross join step
  `.compile(db)
}

const number = (name: string) => sql`cast(${sql.ref(name)} as bigint)`
