import { guardFormula } from '../bundle/csv.ts'

const QUOTED = /[",;\r\n\t]|^\s|\s$/

/** One cell of a CSV file for people: RFC 4180 quoting, ' before whatever would run as a formula, no NUL. */
export function csvCell(text: string): string {
  const safe = guardFormula(text).replaceAll('\0', '\ufffd')
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** One line of a CSV file for people. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}
