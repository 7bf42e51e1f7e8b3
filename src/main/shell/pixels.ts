export type Colour = readonly [red: number, green: number, blue: number]

/** Drawn finer than it is shown, so that edges are smooth. */
const FINER = 4

/**
 * A square picture as blue, green, red and opacity of each point; `colourAt` tells the colour at a place of the unit
 * square, or null outside the drawing.
 */
export function pixelsOf(size: number, colourAt: (x: number, y: number) => Colour | null): Uint8Array {
  const pixels = new Uint8Array(size * size * 4)
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) pixels.set(blended(colourAt, x, y, size), (y * size + x) * 4)
  return pixels
}

function blended(colourAt: (x: number, y: number) => Colour | null, x: number, y: number, size: number): number[] {
  const sum = [0, 0, 0]
  let hits = 0
  for (let part = 0; part < FINER * FINER; part++) {
    const [dx, dy] = [part % FINER, Math.floor(part / FINER)]
    const colour = colourAt((x + (dx + 0.5) / FINER) / size, (y + (dy + 0.5) / FINER) / size)
    if (colour === null) continue
    hits += 1
    for (const i of [0, 1, 2] as const) sum[i] = (sum[i] ?? 0) + colour[i]
  }
  // The system wants colours already weakened by their opacity.
  const [red = 0, green = 0, blue = 0] = sum.map((one) => Math.round(one / FINER ** 2))
  return [blue, green, red, Math.round((255 * hits) / FINER ** 2)]
}
