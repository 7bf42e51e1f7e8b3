import { type Colour, pixelsOf } from './pixels.ts'

const DISC: Colour = [200, 34, 34]
const WHITE: Colour = [255, 255, 255]

/** Three by five cells each, row by row. */
const GLYPHS: Readonly<Record<string, string>> = {
  ...{ 1: '.#.##..#..#.###', 2: '##...#.#.#..###', 3: '##...#.#...###.', 4: '#.##.####..#..#', 5: '####..##...###.' },
  ...{ 6: '.###..####.####', 7: '###..#.#..#..#.', 8: '####.#####.####', 9: '####.####..###.', '+': '....#.###.#....' },
}
const [COLUMNS, ROWS] = [3, 5]

/** The badge on a program's icon: a red disc with one or two white signs, a digit or a digit and a plus. */
export function badgePixels(text: string, size: number): Uint8Array {
  const signs = [...text]
  const columns = signs.length * (COLUMNS + 1) - 1
  const cell = signs.length > 1 ? 3 / 32 : 4 / 32
  const isWritten = (x: number, y: number) => {
    const column = Math.floor((x - 0.5) / cell + columns / 2)
    const row = Math.floor((y - 0.5) / cell + ROWS / 2)
    if (column < 0 || column >= columns || row < 0 || row >= ROWS) return false
    const [place, within] = [Math.floor(column / (COLUMNS + 1)), column % (COLUMNS + 1)]
    return within < COLUMNS && GLYPHS[signs[place] ?? '']?.[row * COLUMNS + within] === '#'
  }
  return pixelsOf(size, (x, y) => {
    if (Math.hypot(x - 0.5, y - 0.5) > 0.5) return null
    return isWritten(x, y) ? WHITE : DISC
  })
}
