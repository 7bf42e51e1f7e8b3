/** Height of one row, in CSS pixels. */
export const ROW_HEIGHT = 30

/** Chromium cuts elements near 33.5 million device pixels; this stays below it on a screen of four pixels a point. */
const MAX_HEIGHT = 8_000_000

/** Rows drawn above and below what is seen. */
const MARGIN_ROWS = 8

/**
 * The geometry of a list that may be taller than an element can be: `offset` is where the view stands in the
 * list, `top` is the scroll position that stands for it; they are the same until the list is too tall.
 */
export type ScrollWindow = {
  height: number
  isScaled: boolean
  maxOffset: number
  toTop: (offset: number) => number
  toOffset: (top: number) => number
}

/** Geometry for a number of rows in a view of some height. */
export function scrollWindow(total: number, view: number): ScrollWindow {
  const full = total * ROW_HEIGHT
  const height = Math.min(full, MAX_HEIGHT)
  const maxOffset = Math.max(0, full - view)
  const maxTop = Math.max(0, height - view)
  const factor = maxTop === 0 || maxOffset === 0 ? 1 : maxTop / maxOffset
  const isScaled = full > MAX_HEIGHT
  return {
    height,
    isScaled,
    maxOffset,
    toTop: (offset) => (isScaled ? offset * factor : offset),
    toOffset: (top) => (isScaled ? Math.min(maxOffset, top / factor) : top),
  }
}

/** Rows to draw at an offset: from inclusive, to exclusive. */
export function drawnRows(total: number, view: number, offset: number): { from: number; to: number } {
  const from = Math.max(0, Math.floor(offset / ROW_HEIGHT) - MARGIN_ROWS)
  const to = Math.min(total, Math.ceil((offset + view) / ROW_HEIGHT) + MARGIN_ROWS)
  return { from: Math.min(from, to), to }
}

/** The offset that brings a row into view with the least movement. */
export function offsetShowing(index: number, view: number, offset: number): number {
  const start = index * ROW_HEIGHT
  if (start < offset) return start
  if (start + ROW_HEIGHT > offset + view) return start + ROW_HEIGHT - view
  return offset
}
