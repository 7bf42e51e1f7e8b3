import type { DraftedKind, PolicyChange } from '../../shared/policies/model.ts'
import type { ShippedChange, ShippedConflict } from '../../shared/policies/shipped.ts'
import { diffPolicies, isSame, isWhole, keyOf, pathsChanged, spelledOut } from './policy-diff.ts'
import { shapePolicy } from './policy-shape.ts'

/** What is said of a policy beside what it says; a merge leaves the desk's. */
const HEADER: readonly string[] = ['id', 'kind', 'version', 'effectiveFrom', 'status']

/** Numbers that hold only together: half of each would be nobody's choice. */
const TOGETHER = new Set(['patterns', 'queue', 'attempts'])

type Rec = Readonly<Record<string, unknown>>
const isRecord = (value: unknown): value is Rec => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The policy that a merge ends in, and the places where both said something else than before. */
type Merged = { policy: Rec; conflicts: string[] }

/** How a merge goes: whose word holds where both changed, and whether an item that both changed is taken apart. */
type How = { isTheirs: (path: string) => boolean; isFine: boolean; conflicts: string[] }

/** A shipped policy as the desk took it, the desk's own version of it, and the same as it is shipped now. */
export type Shipments = { base: unknown; mine: unknown; theirs: unknown }

/** What became of a newer shipped policy: the desk's version with it, change by change, and what stands in its way. */
export type ShippedMerge = { policy: Rec; changes: ShippedChange[]; conflicts: ShippedConflict[] }

/**
 * Lays what a newer shipped policy changed over the desk's own version, field by field; where both changed, the desk's
 * stands unless the path is among `theirs`. Where fields of both would be no policy, whole items are taken instead.
 */
export function mergeShipped(kind: DraftedKind, all: Shipments, theirs: readonly string[] = []): ShippedMerge {
  const { policy, conflicts } = merged(kind, all, new Set(theirs))
  const [shipped, own] = [diffPolicies(kind, all.base, all.theirs), diffPolicies(kind, all.base, all.mine)]
  const moved = pathsChanged(all.mine, policy)
  const fateOf = ({ path }: PolicyChange): ShippedChange['fate'] => {
    if (conflicts.some((one) => touches(one, path))) return 'conflict'
    return moved.some((one) => touches(one, path)) ? 'taken' : 'had'
  }
  const texts = (list: readonly PolicyChange[], at: string) =>
    list.filter(({ path }) => touches(at, path)).map(({ text }) => text)
  return {
    policy,
    changes: shipped.filter(isSaid).map((change) => ({ ...change, fate: fateOf(change) })),
    conflicts: conflicts.map((path) => ({ path, shipped: texts(shipped, path), own: texts(own, path) })),
  }
}

/** The day from which the product's own version counts says nothing about the desk's. */
const isSaid = ({ path }: PolicyChange) => path !== 'effectiveFrom'

/** Whether one place lies in another. */
function touches(one: string, other: string): boolean {
  const isIn = (inner: string, outer: string) =>
    inner === outer || (inner.startsWith(outer) && ['.', '['].includes(inner[outer.length] ?? ''))
  return isIn(one, other) || isIn(other, one)
}

function merged(kind: DraftedKind, all: Shipments, theirs: ReadonlySet<string>): Merged {
  const fine = attempt(kind, all, { isTheirs: (path) => theirs.has(path), isFine: true, conflicts: [] })
  if (shapePolicy(kind, fine.policy).policy) return fine
  return attempt(kind, all, { isTheirs: (path) => theirs.has(path), isFine: false, conflicts: [] })
}

function attempt(kind: DraftedKind, all: Shipments, how: How): Merged {
  const full = (policy: unknown) => (kind === 'targets' ? spelledOut(policy) : policy)
  const [base, mine, theirs] = [full(all.base), full(all.mine), full(all.theirs)]
  const whole = part(how, '', base, mine, theirs)
  const own: Rec = isRecord(all.mine) ? all.mine : {}
  // What the desk's version leaves to what is usual is not spelled out in it for having been compared.
  const said = Object.entries(isRecord(whole) ? whole : {}).filter(
    ([key, value]) => Object.hasOwn(own, key) || !isSame(value, isRecord(mine) ? mine[key] : undefined),
  )
  const header = HEADER.filter((key) => Object.hasOwn(own, key)).map((key) => [key, own[key]])
  return { policy: { ...Object.fromEntries(said), ...Object.fromEntries(header) }, conflicts: how.conflicts }
}

function part(how: How, path: string, base: unknown, mine: unknown, theirs: unknown): unknown {
  if (HEADER.includes(path) || isSame(theirs, base) || isSame(mine, theirs)) return mine
  if (isSame(mine, base)) return theirs
  if (isApart(path, how) && areFields(mine, theirs)) return fields(how, path, isRecord(base) ? base : {}, mine, theirs)
  if (areItems(mine) && areItems(theirs) && (base === undefined || areItems(base)))
    return items(how, path, base ?? [], mine, theirs)
  how.conflicts.push(path)
  return how.isTheirs(path) ? theirs : mine
}

const isApart = (path: string, { isFine }: How) => !TOGETHER.has(path) && (isFine || !path.endsWith(']'))

const areFields = (mine: unknown, theirs: unknown): boolean =>
  isRecord(mine) && isRecord(theirs) && !isWhole(mine) && !isWhole(theirs)

function fields(how: How, path: string, base: Rec, mine: unknown, theirs: unknown): Rec {
  const [own, other] = [isRecord(mine) ? mine : {}, isRecord(theirs) ? theirs : {}]
  const names = [...new Set([...Object.keys(own), ...Object.keys(other)])]
  const values = names.map((name) => {
    const here = path === '' ? name : `${path}.${name}`
    return [name, part(how, here, base[name], own[name], other[name])] as const
  })
  return Object.fromEntries(values.filter(([, value]) => value !== undefined))
}

/** A list whose items each have a key of their own. */
function areItems(value: unknown): value is readonly unknown[] {
  if (!Array.isArray(value)) return false
  const keys = value.map(keyOf)
  return keys.every((key) => key !== undefined) && new Set(keys).size === keys.length
}

type Items = readonly unknown[]

const keysOf = (list: Items): string[] => list.map((item) => keyOf(item) ?? '')

function items(how: How, path: string, base: Items, mine: Items, theirs: Items): unknown[] {
  const find = (list: Items, key: string) => list.find((item) => keyOf(item) === key)
  const order = inOrder(how, path, [keysOf(base), keysOf(mine), keysOf(theirs)])
  return order
    .map((key) => part(how, `${path}[${key}]`, find(base, key), find(mine, key), find(theirs, key)))
    .filter((item) => item !== undefined)
}

type Keys = readonly string[]

/** Whoever moved what was there before has the say on the order; what the other added stands behind what it stood behind. */
function inOrder(how: How, path: string, [base, mine, theirs]: readonly [Keys, Keys, Keys]): string[] {
  const common = (list: Keys) => list.filter((key) => [base, mine, theirs].every((one) => one.includes(key)))
  const [was, own, other] = [common(base), common(mine), common(theirs)]
  const isConflict = !isSame(own, was) && !isSame(other, was) && !isSame(own, other)
  const place = `${path}.order`
  if (isConflict) how.conflicts.push(place)
  const isTheirs = isConflict ? how.isTheirs(place) : isSame(own, was)
  return isTheirs ? withMore(theirs, mine) : withMore(mine, theirs)
}

function withMore(first: Keys, more: Keys): string[] {
  const result = [...first]
  more.forEach((key, i) => {
    if (!result.includes(key)) result.splice(i === 0 ? 0 : result.indexOf(more[i - 1] ?? '') + 1, 0, key)
  })
  return result
}
