import { authorityKey } from '../../shared/compensation/tariff-words.ts'
import { changeText } from '../../shared/policies/change-words.ts'
import type { PolicyChange, PolicyKind } from '../../shared/policies/model.ts'
import { NUMBER_PARTS, SHIPPED_NUMBERS } from '../../shared/targets/desk-numbers.ts'

/** The header says which version it is, not what it says. */
const HEADER = new Set(['version', 'status', 'id'])

type Rec = Readonly<Record<string, unknown>>
const isRecord = (value: unknown): value is Rec => typeof value === 'object' && value !== null && !Array.isArray(value)

/** What reads as one thing: a name in two languages, a limit with its unit, a source, a reminder. */
export function isWhole(value: unknown): boolean {
  if (!isRecord(value)) return !Array.isArray(value)
  const keys = Object.keys(value).sort().join()
  return (
    keys === 'en,zh' ||
    keys === 'amount,unit' ||
    keys === 'count,days' ||
    'mark' in value ||
    'everyMinutes' in value ||
    isFormula(value)
  )
}

/** A formula reads as one sentence. */
const isFormula = (value: Rec) => value.type === 'free' || ('type' in value && 'input' in value)

/** The name that an item of a list goes by, whatever its place; undefined for one that has none. */
export const keyOf = (item: unknown): string | undefined => {
  if (!isRecord(item)) return undefined
  const { role, tier, form } = item
  if (typeof role === 'string' && typeof tier === 'string' && typeof form === 'string')
    return authorityKey({ role, tier, form })
  const key = item.id ?? item.name ?? item.tier
  return typeof key === 'string' ? key : undefined
}

const isKeyed = (list: readonly unknown[]): boolean =>
  list.length > 0 && list.every((item) => keyOf(item) !== undefined)

type Raw = Omit<PolicyChange, 'text'>

/** What one version says otherwise than another: by path, an item of a list by its own id, each with a sentence. */
export function diffPolicies(kind: PolicyKind, before: unknown, after: unknown): PolicyChange[] {
  const found = compared('', without(before), without(after))
  return found.map((change) => ({ ...change, text: changeText(kind, change, { before, after }) }))
}

/** The same without words, for comparing. */
export function pathsChanged(before: unknown, after: unknown): string[] {
  return compared('', without(before), without(after)).map(({ path }) => path)
}

function without(policy: unknown): unknown {
  if (!isRecord(policy)) return policy
  return spelledOut(Object.fromEntries(Object.entries(policy).filter(([key]) => !HEADER.has(key))))
}

/** A policy with what it leaves to what is usual, so that two compare part by part. */
export function spelledOut(said: unknown): unknown {
  if (!isRecord(said)) return said
  // A policy without raises has none, so the first one is an item that comes, like any other; one without numbers of
  // the desk has the shipped ones, so that a change of them is told number by number.
  const missing = NUMBER_PARTS.filter((part) => !Object.hasOwn(said, part)).map((part) => [part, SHIPPED_NUMBERS[part]])
  return { raises: [], values: [], ...said, ...Object.fromEntries(missing) }
}

function compared(path: string, before: unknown, after: unknown): Raw[] {
  if (before === undefined && after === undefined) return []
  if (before === undefined) return [{ path, change: 'added', after }]
  if (after === undefined) return [{ path, change: 'removed', before }]
  if (Array.isArray(before) && Array.isArray(after)) return comparedLists(path, before, after)
  if (isRecord(before) && isRecord(after) && !isWhole(before) && !isWhole(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    return keys.flatMap((key) => compared(path === '' ? key : `${path}.${key}`, before[key], after[key]))
  }
  return isSame(before, after) ? [] : [{ path, change: 'changed', before, after }]
}

function comparedLists(path: string, before: readonly unknown[], after: readonly unknown[]): Raw[] {
  if (!isKeyed([...before, ...after])) return isSame(before, after) ? [] : [{ path, change: 'changed', before, after }]
  const find = (list: readonly unknown[], key: string) => list.find((item) => keyOf(item) === key)
  const keys = [...new Set([...before, ...after].map((item) => keyOf(item) ?? ''))]
  const inside = keys.flatMap((key) => compared(`${path}[${key}]`, find(before, key), find(after, key)))
  const order = (list: readonly unknown[], other: readonly unknown[]) =>
    list.map((item) => keyOf(item) ?? '').filter((key) => find(other, key) !== undefined)
  const [old, now] = [order(before, after), order(after, before)]
  return isSame(old, now) ? inside : [...inside, { path: `${path}.order`, change: 'changed', before: old, after: now }]
}

/** True when two values say the same, whatever the order of their keys. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, i) => isSame(item, b[i]))
  if (!isRecord(a) || !isRecord(b)) return Object.is(a, b)
  const keys = (value: Rec) => Object.keys(value).filter((key) => value[key] !== undefined)
  return keys(a).length === keys(b).length && keys(a).every((key) => isSame(a[key], b[key]))
}
