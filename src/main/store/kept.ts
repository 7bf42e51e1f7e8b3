import type { Compilable, CompiledQuery, DialectAdapter } from 'kysely'
import type { Db } from './types.ts'

/** Where a value goes when a kept statement runs. */
class Place {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

const places = new Proxy({}, { get: (_, name) => new Place(String(name)) })

/**
 * A statement that Kysely builds once and then runs many times with other values: building one costs as much as a hot
 * point read. All that changes from one run to the next has to come through `at`; whatever else `build` looks at, such as
 * a variable around it, stays for ever as it was the first time. A list for `in` cannot change its length, so it has no place here.
 */
export function kept<Values extends Record<string, unknown>, R>(
  build: (db: Db, at: Values) => Compilable<R>,
): (db: Db, values: Values) => Promise<R[]> {
  // One for each way that a connection speaks: the engines write the same statement differently.
  const compiled = new WeakMap<DialectAdapter, CompiledQuery<R>>()
  return async (db, values) => {
    const { adapter } = db.getExecutor()
    let query = compiled.get(adapter)
    if (!query) {
      query = build(db, places as Values).compile()
      compiled.set(adapter, query)
    }
    const parameters = query.parameters.map((each) => (each instanceof Place ? values[each.name] : each))
    const { rows } = await db.executeQuery<R>({ ...query, parameters })
    return rows
  }
}

const STEP = 16

/**
 * A statement over a list of values, built once for every sixteen that the list grows by; what is missing to the next
 * sixteen is the first value again. None of the values gives no rows, without asking. Lists longer than
 * `parts.ts` allows are for the caller to divide.
 */
export function keptList<V, R>(
  build: (db: Db, list: V[]) => Compilable<R>,
): (db: Db, list: readonly V[]) => Promise<R[]> {
  const bySize = new Map<number, (db: Db, values: Record<string, V>) => Promise<R[]>>()
  return async (db, list) => {
    const [first] = list
    if (first === undefined) return []
    const size = Math.ceil(list.length / STEP) * STEP
    let run = bySize.get(size)
    if (!run) {
      run = kept((on, at: Record<string, V>) =>
        build(
          on,
          Array.from({ length: size }, (_, n) => at[n] as V),
        ),
      )
      bySize.set(size, run)
    }
    return run(db, Object.fromEntries(Array.from({ length: size }, (_, n) => [n, list[n] ?? first])))
  }
}

const SHAPES = 100

/**
 * A statement that takes several shapes, by what it is asked, each built once: `plan` hands every value that changes
 * through `use`, always in the same order for the same shape, and names the shape by what it gets back.
 */
export function keptShapes<Ask, R>(
  plan: (ask: Ask, use: <V>(value: V) => V) => { shape: string; build: (db: Db) => Compilable<R> },
): (db: Db, ask: Ask) => Promise<R[]> {
  const byShape = new Map<string, (db: Db, values: Record<string, unknown>) => Promise<R[]>>()
  return (db, ask) => {
    const values: Record<string, unknown> = {}
    let count = 0
    const use = <V>(value: V): V => {
      const name = String(count++)
      values[name] = value
      return new Place(name) as V
    }
    const { shape, build } = plan(ask, use)
    const known = byShape.get(shape)
    if (known) return known(db, values)
    const run = kept(build)
    if (byShape.size >= SHAPES) byShape.clear()
    byShape.set(shape, run)
    return run(db, values)
  }
}
