import type { TrayMark } from '../../shared/notices/tray.ts'

type Colour = readonly [red: number, green: number, blue: number]

const DESK: Colour = [30, 79, 163]
const WHITE: Colour = [255, 255, 255]
const DOTS: Record<Exclude<TrayMark, 'none'>, Colour> = { late: [214, 40, 40], soon: [240, 160, 0] }

/** Drawn finer than it is shown, so that edges are smooth. */
const FINER = 4

/** The tray's icon as blue, green, red and opacity of each point: a rounded tile with a V, and a dot when something waits. */
export function trayPixels(mark: TrayMark, size: number): Uint8Array {
  const pixels = new Uint8Array(size * size * 4)
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) pixels.set(blended(mark, x, y, size), (y * size + x) * 4)
  return pixels
}

function blended(mark: TrayMark, x: number, y: number, size: number): number[] {
  const sum = [0, 0, 0]
  let hits = 0
  for (let part = 0; part < FINER * FINER; part++) {
    const [dx, dy] = [part % FINER, Math.floor(part / FINER)]
    const colour = colourAt(mark, (x + (dx + 0.5) / FINER) / size, (y + (dy + 0.5) / FINER) / size)
    if (colour === null) continue
    hits += 1
    for (const i of [0, 1, 2] as const) sum[i] = (sum[i] ?? 0) + colour[i]
  }
  // The system wants colours already weakened by their opacity.
  const [red = 0, green = 0, blue = 0] = sum.map((one) => Math.round(one / FINER ** 2))
  return [blue, green, red, Math.round((255 * hits) / FINER ** 2)]
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
