import type { FileRow } from '../rules/import-mapping.ts'
import type { TableLimits } from './limits.ts'
import { FileRefused } from './table.ts'
import { type NumberKind, serialText } from './xlsx-dates.ts'
import { unescaped } from './xlsx-strings.ts'
import type { XmlHandlers } from './xlsx-xml.ts'

/** What a cell's content means is said elsewhere in the workbook. */
export type SheetContext = {
  strings: readonly string[]
  kinds: readonly NumberKind[]
  is1904: boolean
  limits: TableLimits
}

/** A worksheet's own limits; a row number beyond them is an attack or damage. */
const LAST_ROW = 1_048_576
const LAST_COLUMN = 16_384

/** Column number, from 1, of a reference such as AB12; 0 when it is none. */
export function columnOf(reference: string): number {
  let column = 0
  for (let at = 0; at < reference.length && at < 4; at += 1) {
    const code = reference.charCodeAt(at)
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return column
}

/** Text of a number as a person would write it: 0.1 for 0.10000000000000001, 13812345678 for 1.3812345678E10. */
function numberText(written: string, kind: NumberKind, is1904: boolean): string {
  const value = Number(written)
  if (written.trim() === '' || Number.isNaN(value)) return written
  return kind === 'number' ? String(value) : (serialText(value, kind, is1904) ?? written)
}

type CellState = { column: number; type: string; style: number; text: string }

function cellText(cell: CellState, row: number, { strings, kinds, is1904 }: SheetContext): string {
  if (cell.text === '') return ''
  if (cell.type === 's') {
    const text = /^\d+$/.test(cell.text) ? strings[Number(cell.text)] : undefined
    if (text === undefined) throw new FileRefused('damaged', { row, column: cell.column })
    return text
  }
  if (cell.type === 'n') return numberText(cell.text, kinds[cell.style] ?? 'number', is1904)
  if (cell.type === 'b') return cell.text === '1' ? 'TRUE' : 'FALSE'
  return unescaped(cell.text)
}

/**
 * Reads a worksheet's rows as texts. Merged areas are never expanded: a merged cell has its text where it stands first.
 * Formulas count by their stored result. Rows without a text are left out, and styled empty cells cost nothing.
 */
export function sheetHandlers(context: SheetContext, emit: (row: FileRow) => void): Omit<XmlHandlers, 'pause'> {
  const { limits } = context
  const cell: CellState = { column: 0, type: 'n', style: 0, text: '' }
  let isData = false
  let isValue = false
  let aids = 0
  let row = 0
  let count = 0
  let width = 0
  let cells: string[] = []

  const openRow = (reference: string | undefined) => {
    const number = reference === undefined ? row + 1 : Number(reference)
    if (number > LAST_ROW) throw new FileRefused('too-many-rows', { row: number, params: { max: LAST_ROW } })
    if (!Number.isInteger(number) || number <= row) throw new FileRefused('damaged', { row })
    row = number
    cells = []
    cell.column = 0
  }
  const openCell = (attributes: Record<string, string>) => {
    cell.column = attributes.r === undefined ? cell.column + 1 : columnOf(attributes.r)
    if (cell.column < 1 || cell.column > LAST_COLUMN) throw new FileRefused('damaged', { row })
    cell.type = attributes.t ?? 'n'
    cell.style = Number(attributes.s ?? 0)
    cell.text = ''
  }
  const closeCell = () => {
    const text = cellText(cell, row, context)
    if (text === '') return
    if (text.length > limits.cell)
      throw new FileRefused('cell-too-long', { row, column: cell.column, params: { max: limits.cell } })
    if (cell.column > limits.columns)
      throw new FileRefused('too-many-columns', { row, params: { max: limits.columns } })
    while (cells.length < cell.column - 1) cells.push('')
    cells[cell.column - 1] = text
  }
  const closeRow = () => {
    if (cells.length === 0) return
    count += 1
    if (count > limits.rows) throw new FileRefused('too-many-rows', { row, params: { max: limits.rows } })
    width ||= cells.length
    while (cells.length < width) cells.push('')
    emit({ row, cells })
  }
  return {
    open: (name, attributes) => {
      if (name === 'rPh') aids += 1
      isValue = isData && aids === 0 && (name === 'v' || name === 't')
      if (name === 'sheetData') isData = true
      else if (!isData) return
      else if (name === 'row') openRow(attributes.r)
      else if (name === 'c') openCell(attributes)
    },
    text: (piece) => {
      if (!isValue) return
      cell.text += piece
      if (cell.text.length > limits.cell * 2)
        throw new FileRefused('cell-too-long', { row, column: cell.column, params: { max: limits.cell } })
    },
    close: (name) => {
      isValue = false
      if (name === 'rPh') aids -= 1
      if (name === 'sheetData') isData = false
      else if (!isData) return
      else if (name === 'c') closeCell()
      else if (name === 'row') closeRow()
    },
  }
}
