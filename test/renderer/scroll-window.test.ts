import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawnRows, offsetShowing, ROW_HEIGHT, scrollWindow } from '../../src/renderer/ui/scroll-window.ts'

const VIEW = 600
/** Chromium's limit of 33.5 million device pixels, on a screen with four of them to a point. */
const TALLEST = 33_554_428 / 4

test('a million rows fit below the tallest element a browser draws', () =>
  expect(scrollWindow(1_000_000, VIEW).height).toBeLessThan(TALLEST))

test('the end of the scroll bar is the end of the list, at any length', () =>
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5_000_000 }), (total) => {
      const { height, maxOffset, toOffset } = scrollWindow(total, VIEW)
      const { to } = drawnRows(total, VIEW, toOffset(Math.max(0, height - VIEW)))
      expect([to, maxOffset]).toEqual([total, Math.max(0, total * ROW_HEIGHT - VIEW)])
    }),
  ))

test('any row can be brought into view and is then drawn', () =>
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5_000_000 }), fc.nat(), fc.nat(), (total, someIndex, someOffset) => {
      const { maxOffset, toTop, toOffset } = scrollWindow(total, VIEW)
      const index = someIndex % total
      const offset = Math.min(maxOffset, offsetShowing(index, VIEW, someOffset % (maxOffset + 1)))
      const { from, to } = drawnRows(total, VIEW, offset)
      expect(index >= from && index < to).toBe(true)
      expect(Math.abs(toOffset(toTop(offset)) - offset)).toBeLessThan(0.01)
    }),
  ))
