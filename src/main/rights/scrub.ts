import { ERASED } from './holdings.ts'

/** Keys of a log whose values are the desk's own words: states, kinds, ids, limits. Everything else may be about a person. */
const OWN_WORDS = new Set([
  ...['step', 'emits', 'item', 'ownerId', 'to', 'from', 'facts', 'calendarId', 'choice', 'kind', 'after', 'policyId'],
  ...['tier', 'restores', 'calendarVersion', 'dueAt', 'category', 'field', 'fields'],
])

/** The same JSON without its texts: keys, numbers, flags and the desk's own words stay, so that a log can still be replayed. */
export function scrubbed(text: string): string {
  if (!/^[[{]/.test(text)) return text === '' ? '' : ERASED
  try {
    return JSON.stringify(without(JSON.parse(text)))
  } catch {
    return ERASED
  }
}

function without(value: unknown): unknown {
  if (typeof value === 'string') return value === '' ? '' : ERASED
  if (Array.isArray(value)) return value.map(without)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, OWN_WORDS.has(key) ? part : without(part)]),
  )
}
