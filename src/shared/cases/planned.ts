/** A visit after closing carries a code in place of a text, so that every window says it in its own language (S2-170). */
export type PlannedVisit = { place: number; of: number }

/** The code of the nth of so many visits after closing. */
export function revisitCode(place: number, of: number): string {
  return `#revisit ${place}/${of}`
}

/** Which visit a follow-up's text stands for; nothing when people wrote it. */
export function readRevisit(text: string): PlannedVisit | undefined {
  const found = /^#revisit (\d+)\/(\d+)$/.exec(text)
  return found ? { place: Number(found[1]), of: Number(found[2]) } : undefined
}
