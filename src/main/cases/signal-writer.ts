import { type CompiledQuery, sql } from 'kysely'
import type { Instant } from '../../shared/time.ts'
import type { News } from '../rules/clock-signals.ts'
import type { Db } from '../store/types.ts'

/** Clocks of one statement, most first; far below either engine's limit of parameters. */
const CLOCKS = [100, 10, 1]

/** What a clock tells for the first time. */
type Telling = { row: { id: string }; news: readonly News[] }

/** Clocks that tell the same shares to the same people: their rows differ in moments and in how many reminders. */
type Alike = { shape: string; news: readonly News[]; tellings: Telling[] }

/**
 * Records what very many clocks tell for the first time. Of each clock its id is said once and each moment once; what is
 * the same for all clocks of a policy stands in the statement, which is compiled once.
 */
export function signalWriter(db: Db, now: Instant) {
  const compiled = new Map<string, CompiledQuery>()

  const statement = ({ shape, news }: Alike, count: number): CompiledQuery => {
    const key = `${count} ${shape}`
    const made = compiled.get(key) ?? compile(db, news, now, count)
    compiled.set(key, made)
    return made
  }

  return async (tellings: readonly Telling[]): Promise<void> => {
    for (const alike of groupAlike(tellings)) {
      let from = 0
      for (const count of CLOCKS) {
        for (; from + count <= alike.tellings.length; from += count) {
          const parameters: (string | number)[] = []
          for (let at = from; at < from + count; at++) {
            const { row, news } = alike.tellings[at] ?? { row: { id: '' }, news: [] }
            parameters.push(row.id)
            for (const { at: moment, reminder, count: missed } of news) {
              if (reminder === 0) parameters.push(moment)
              else parameters.push(moment, reminder, missed)
            }
          }
          await db.executeQuery({ ...statement(alike, count), parameters })
        }
      }
    }
  }
}

function groupAlike(tellings: readonly Telling[]): Iterable<Alike> {
  const groups = new Map<string, Alike>()
  for (const telling of tellings) {
    let shape = ''
    for (const { percent, reminder, level, tells } of telling.news)
      shape += `${reminder === 0 ? percent : 'again'} ${level} ${tells},`
    if (shape === '') continue
    const known = groups.get(shape)
    if (known) known.tellings.push(telling)
    else groups.set(shape, { shape, news: telling.news, tellings: [telling] })
  }
  return groups.values()
}

function compile(db: Db, news: readonly News[], now: Instant, count: number): CompiledQuery {
  const names = [
    'clockId',
    ...news.flatMap(({ reminder }, n) => [`at${n}`, ...(reminder === 0 ? [] : [`reminder${n}`, `count${n}`])]),
  ]
  const row = sql`(${sql.join(names.map(() => sql.val('')))})`
  const each = news.map(
    ({ percent, reminder, level, tells }, n) => sql`
      select ${sql.ref('clockId')}, ${sql.lit(percent)},
        ${reminder === 0 ? sql.lit(0) : number(`reminder${n}`)}, ${reminder === 0 ? sql.lit(1) : number(`count${n}`)},
        ${number(`at${n}`)}, ${sql.lit(now)}, ${sql.lit(level)}, ${sql.lit(tells)} from told`,
  )
  const columns = ['clockId', 'percent', 'reminder', 'count', 'at', 'recordedAt', 'level', 'tells']
  return sql`
    insert into ${sql.table('clockSignals')} (${sql.join(columns.map((name) => sql.ref(name)))})
    with told (${sql.join(names.map((name) => sql.ref(name)))}) as (
      values ${sql.join(Array.from({ length: count }, () => row))}
    )
    ${sql.join(each, sql` union all `)}
  `.compile(db)
}

const number = (name: string) => sql`cast(${sql.ref(name)} as bigint)`
