/** Digits of a row's number inside an id: enough for two thousand million rows. */
const DIGITS = 6
const LENGTH = 16

/** What the ids of everything that one import makes begin with. */
export function seriesOf(importId: string): string {
  return importId.replaceAll('-', '').slice(0, LENGTH)
}

/**
 * Id of the member that a row of an import makes. The ids of one import stand in the order of its rows, so that the store
 * appends instead of searching the place of each, and tell by themselves which row made the member.
 */
export function createdId(series: string, row: number): string {
  return series + row.toString(36).padStart(DIGITS, '0')
}

/** The row of the file that made this member. */
export function rowOfCreated(series: string, id: string): number {
  return Number.parseInt(id.slice(series.length), 36)
}

/** Ids that stand in a row behind a beginning of their own. */
export function idsBehind(series: string): () => string {
  let count = 0
  return () => {
    count += 1
    return createdId(series, count)
  }
}
