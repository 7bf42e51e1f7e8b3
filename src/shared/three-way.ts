/** A part of a record that somebody else changed since a form was begun; `isBoth` where its writer changed it otherwise. */
export type ChangedPart<T> = { name: keyof T & string; isBoth: boolean }

/**
 * What a writer has of a record, laid over what somebody else saved since both began with `base`: a part that only one
 * of them changed is kept, and where both changed the same, the writer's stands. Lists whose rows have an id are taken
 * row by row and field by field, sets of ticks tick by tick; everything else, such as a limit with its unit, is one value.
 */
export function threeWay<T extends object>(base: T, mine: T, theirs: T): T
export function threeWay(base: object, mine: object, theirs: object): object {
  return each({ ...base }, { ...mine }, { ...theirs }, part)
}

/** The parts that somebody else changed since both began with `base`, in the order in which they stand. */
export function changedParts<T extends object>(base: T, mine: T, theirs: T): ChangedPart<T>[] {
  const names = Object.keys(theirs) as (keyof T & string)[]
  return names
    .filter((name) => !isSame(theirs[name], base[name]))
    .map((name) => ({ name, isBoth: !isSame(mine[name], base[name]) && !isSame(mine[name], theirs[name]) }))
}

type Parts = Record<string, unknown>
type Row = { id: string }

const isParts = (value: unknown): value is Parts => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Boxes by name, each ticked or not. */
const isTicks = (value: unknown): value is Parts =>
  isParts(value) && Object.values(value).every((tick) => typeof tick === 'boolean')

/** A list whose rows each have an id of their own. */
function isRows(value: unknown): value is Row[] {
  if (!Array.isArray(value)) return false
  const ids: unknown[] = value.map((row: unknown) => (isParts(row) ? row.id : undefined))
  return ids.every((id) => typeof id === 'string') && new Set(ids).size === ids.length
}

// A sign before each id: an object would put names that are numbers before all others.
const byId = (rows: readonly Row[]): Parts => Object.fromEntries(rows.map((row) => [`#${row.id}`, row]))

type Choose = (base: unknown, mine: unknown, theirs: unknown) => unknown

/** Name by name, in the order of the writer's own; what one has dropped and the other left alone is gone. */
function each(base: Parts, mine: Parts, theirs: Parts, choose: Choose): Parts {
  const names = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])]
  return Object.fromEntries(
    names
      .map((name) => [name, choose(own(base, name), own(mine, name), own(theirs, name))] as const)
      .filter(([, value]) => value !== undefined),
  )
}

const part: Choose = (base, mine, theirs) => {
  if (isSame(mine, base)) return theirs
  if (isSame(theirs, base)) return mine
  if (isTicks(base) && isTicks(mine) && isTicks(theirs)) return each(base, mine, theirs, part)
  if (isRows(base) && isRows(mine) && isRows(theirs))
    return Object.values(each(byId(base), byId(mine), byId(theirs), row))
  return mine
}

const row: Choose = (base, mine, theirs) =>
  isParts(base) && isParts(mine) && isParts(theirs) ? each(base, mine, theirs, part) : part(base, mine, theirs)

const own = (parts: Parts, name: string): unknown => (Object.hasOwn(parts, name) ? parts[name] : undefined)

/** Whether two values say the same, in whatever order their parts stand. */
export function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, place) => isSame(item, other[place]))
  if (!isParts(one) || !isParts(other)) return false
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...names].every((name) => isSame(own(one, name), own(other, name)))
}
