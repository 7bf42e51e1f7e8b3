import { isSame } from '../../shared/three-way.ts'

/** How a draft and what was typed stand one after the other: on lines of their own, or on one line. */
export type Gap = '\n' | ' '

/** What a field held before anybody wrote, what its draft holds, and what was typed before the draft had come. */
export type Texts = { base: string; draft: string; typed: string }

/**
 * The draft of a field together with what its writer typed before it came, so that no letter of either is lost: the
 * typing goes to where it was meant in a text that both changed, and behind the draft where the field began empty or
 * both changed the same place.
 */
export function joinText({ base, draft, typed }: Texts, gap: Gap): string {
  if (typed === base) return draft
  if (draft === base || typed.startsWith(draft)) return typed
  const ours = edit(base, typed)
  const theirs = edit(base, draft)
  const shift = theirs.put.length - (theirs.to - theirs.from)
  const lay = (by: number) => draft.slice(0, ours.from + by) + ours.put + draft.slice(ours.to + by)
  if (base !== '' && ours.to <= theirs.from) return lay(0)
  if (base !== '' && ours.from >= theirs.to) return lay(shift)
  if (draft === '' || ours.put === '' || /\s$/.test(draft)) return draft + ours.put
  return draft + gap + ours.put
}

/** The one stretch of `base` that became other words in `text`. */
function edit(base: string, text: string): { from: number; to: number; put: string } {
  const most = Math.min(base.length, text.length)
  let from = 0
  while (from < most && base[from] === text[from]) from += 1
  let tail = 0
  while (tail < most - from && base.at(-1 - tail) === text.at(-1 - tail)) tail += 1
  return { from, to: base.length - tail, put: text.slice(from, text.length - tail) }
}

/** Where the caret that stood in what was typed belongs once the draft is there too: behind the same letters. */
export function caretIn(joined: string, typed: string, caret: number): number {
  const behind = typed.slice(caret)
  if (joined.endsWith(behind)) return joined.length - behind.length
  return joined.startsWith(typed.slice(0, caret)) ? caret : joined.length
}

type Parts = Record<string, unknown>

const isParts = (value: unknown): value is Parts => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The text of the field that is being written: what tells words from the name of a choice. */
export type Written = { text: string; gap: Gap }

/**
 * The same for a whole form, part by part: the text being written is joined, rows that were added go behind those of
 * the draft, and of a choice that was made anew the new one stands. `seq` is the newest entry of a case that a writer had seen: of two
 * the older stands, so that what others did since the draft was written is shown beside it.
 */
export function joinForms<T>(base: T, draft: T, typed: T, written: Written | null): T
export function joinForms(base: unknown, draft: unknown, typed: unknown, written: Written | null): unknown {
  if (isSame(typed, base)) return draft
  if (isSame(draft, base)) return typed
  if (typeof draft === 'string' && typeof typed === 'string' && typed === written?.text)
    return joinText({ base: typeof base === 'string' ? base : '', draft, typed }, written.gap)
  if (Array.isArray(base) && Array.isArray(draft) && Array.isArray(typed)) {
    const isLonger = isSame(typed.slice(0, base.length), base)
    return isLonger ? [...draft, ...typed.slice(base.length)] : typed
  }
  if (!isParts(draft) || !isParts(typed)) return typed
  const start = isParts(base) ? base : {}
  const names = [...new Set([...Object.keys(draft), ...Object.keys(typed)])]
  const part = (name: string): unknown => {
    const [older, newer] = [draft[name], typed[name]]
    if (name === 'seq' && typeof older === 'number' && typeof newer === 'number') return Math.min(older, newer)
    return joinForms(start[name], older, newer, written)
  }
  return Object.fromEntries(names.map((name) => [name, part(name)]))
}
