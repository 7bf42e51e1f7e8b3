import type { TrayMark } from '../../shared/notices/tray.ts'
import { type Colour, pixelsOf } from './pixels.ts'

const DESK: Colour = [30, 79, 163]
const WHITE: Colour = [255, 255, 255]
const DOTS: Record<Exclude<TrayMark, 'none'>, Colour> = { late: [214, 40, 40], soon: [240, 160, 0] }

/** The tray's icon as its points: a rounded tile with a V, and a dot when something waits. */
export function trayPixels(mark: TrayMark, size: number): Uint8Array {
  return pixelsOf(size, (x, y) => colourAt(mark, x, y))
}

/** The colour at a place of the unit square, or null outside the drawing. */
function colourAt(mark: TrayMark, x: number, y: number): Colour | null {
  if (mark !== 'none') {
    const away = Math.hypot(x - 0.74, y - 0.26)
    if (away < 0.22) return DOTS[mark]
    if (away < 0.27) return null
  }
  if (isLetter(x, y)) return WHITE
  return isTile(x, y) ? DESK : null
}

function isTile(x: number, y: number): boolean {
  const [dx, dy] = [Math.max(0, Math.abs(x - 0.5) - 0.28), Math.max(0, Math.abs(y - 0.5) - 0.28)]
  return Math.hypot(dx, dy) < 0.2
}

function isLetter(x: number, y: number): boolean {
  if (y < 0.28 || y > 0.76) return false
  const reach = ((0.76 - y) / 0.48) * 0.2 + 0.045
  const from = Math.abs(x - 0.5)
  return from <= reach && from >= reach - 0.1
}
