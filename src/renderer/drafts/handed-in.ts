/** What a kept field holds at this moment, or each field of a form that is kept as one; and how its draft is forgotten. */
export type HeldText = { text: () => string | readonly string[]; forget: () => void }

const fields = new Set<HeldText>()

/** Counts a kept field among those whose text may be handed in; returns how to leave. */
export function holdText(field: HeldText): () => void {
  fields.add(field)
  return () => {
    fields.delete(field)
  }
}

/** Forgets the drafts of all fields and forms of which a text was part of what a command has just taken. */
export function textsHandedIn(input: unknown): void {
  if (fields.size === 0) return
  const taken = new Set(wordsOf(input))
  for (const field of [...fields]) if ([field.text()].flat().some((text) => isTaken(text, taken))) field.forget()
}

/** How a form may send one text as several: line by line, or number by number. */
const GAPS = [/\n/, /[\s,，;；、]+/] as const

/** True when a text, or each part of it where a form sends it in parts, is among what was taken. */
export function isTaken(text: string, taken: ReadonlySet<string>): boolean {
  const whole = text.trim()
  if (whole === '') return false
  const isWhole = (gap: RegExp) =>
    whole
      .split(gap)
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .every((part) => taken.has(part))
  return taken.has(whole) || GAPS.some(isWhole)
}

/** Every string anywhere in an input, without the space around it. */
export function wordsOf(input: unknown): string[] {
  if (typeof input === 'string') return [input.trim()]
  if (typeof input !== 'object' || input === null) return []
  return Object.values(input).flatMap(wordsOf)
}
