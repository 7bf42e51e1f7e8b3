import { type FigureId, figureSpec } from '../../shared/reports/figures.ts'
import type { Difference, Report } from '../../shared/reports/model.ts'
import { SPREAD_NAMES } from '../../shared/reports/words.ts'

type Line = Omit<Difference, 'issued' | 'now'> & { value: number | null }

/** Every number of a report under a name of its own. */
function linesOf(report: Report): Map<string, Line> {
  const lines = new Map<string, Line>()
  const put = (line: Line) => lines.set(`${line.part} ${line.id}`, line)
  for (const { id, value } of report.figures) {
    const { name, unit } = figureSpec(id as FigureId)
    put({ part: 'figures', id, name, unit, value })
  }
  for (const { id, rows } of report.spreads) {
    for (const row of rows) {
      const of = SPREAD_NAMES[id]
      const name = { zh: `${of.zh}：${row.name.zh}`, en: `${of.en}: ${row.name.en}` }
      const value = row.complaint + row.enquiry + row.suggestion + row.service
      put({ part: 'spreads', id: `${id} ${row.key}`, name, unit: 'count', value })
    }
  }
  for (const { key, name, onTime, decided } of report.clocks) {
    const value = decided === 0 ? null : onTime / decided
    put({ part: 'clocks', id: key, name, unit: 'share', value })
  }
  for (const { key, name, median } of report.stages) put({ part: 'stages', id: key, name, unit: 'ms', value: median })
  for (const { key, name, count } of report.causes) put({ part: 'causes', id: key, name, unit: 'count', value: count })
  return lines
}

/** S1-60: the numbers that are no longer what was issued; a row that came or went stands against nothing. */
export function differencesOf(issued: Report, now: Report): Difference[] {
  // A table or number that reports did not have yet when this one was issued says nothing against it.
  const spreads = now.spreads.filter(({ id }) => issued.spreads.some((one) => one.id === id))
  const figures = now.figures.filter(({ id }) => issued.figures.some((one) => one.id === id))
  const [before, after] = [linesOf(issued), linesOf({ ...now, spreads, figures })]
  const found: Difference[] = []
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [old, fresh] = [before.get(key), after.get(key)]
    const line = old ?? fresh
    if (!line || (old?.value ?? null) === (fresh?.value ?? null)) continue
    const { part, id, name, unit } = line
    found.push({ part, id, name, unit, issued: old?.value ?? null, now: fresh?.value ?? null })
  }
  return found
}
