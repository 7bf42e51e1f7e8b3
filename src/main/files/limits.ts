/** How much of a file is ever read; whatever lies beyond refuses the file. */
export type TableLimits = {
  /** Bytes of the file itself. */
  bytes: number
  rows: number
  columns: number
  /** Characters of one cell; a spreadsheet's own limit. */
  cell: number
  /** Bytes that the parts of a workbook may have once unpacked, all together. */
  inflatedBytes: number
  /** Unpacked bytes per packed byte; sheets have 5 to 40, bombs 1,000. */
  inflationRatio: number
  /** Different texts of a workbook, which are held in memory, and their characters all together. */
  strings: number
  stringChars: number
  /** Memory of the thread that reads a workbook, MB, and how long it may say nothing, ms. */
  heapMb: number
  stallMs: number
}

export const TABLE_LIMITS: TableLimits = {
  bytes: 1024 ** 3,
  rows: 5_000_000,
  columns: 500,
  cell: 32_767,
  inflatedBytes: 2 * 1024 ** 3,
  inflationRatio: 100,
  strings: 8_000_000,
  stringChars: 150_000_000,
  heapMb: 1024,
  stallMs: 60_000,
}

/** A small workbook may unpack to this much whatever its ratio: short repetitive sheets pack well. */
export const INFLATION_FLOOR = 16 * 1024 ** 2
