import { expect, test } from 'vitest'
import { seeded } from '../bench/lib/random.ts'
import { brokenLimit } from '../src/renderer/ui/paste-limit.ts'
import type { EvidenceKind } from '../src/shared/evidence/kinds.ts'
import { claimedSize, isDrawable } from '../src/shared/evidence/pixels.ts'
import { bombs } from './support/pictures.ts'

test('the size that a picture claims is read before it is drawn, in each form', () => {
  const claimed = bombs.map(({ name, kind, bytes }) => [name, claimedSize(kind, bytes)])
  expect(claimed).toEqual([
    ['giant.png', { width: 60_000, height: 60_000 }],
    ['giant.gif', { width: 65_535, height: 65_535 }],
    ['giant.jpg', { width: 65_500, height: 65_500 }],
    ['giant.webp', { width: 16_384, height: 16_384 }],
  ])
  expect(bombs.map(({ kind, bytes }) => isDrawable(claimedSize(kind, bytes) ?? { width: 0, height: 0 }))).toEqual(
    bombs.map(() => false),
  )
  expect(isDrawable({ width: 12_000, height: 9000 })).toBe(true)
})

test('no bytes whatever make the reading of a size fail or go on without end', () => {
  const random = seeded(7)
  const kinds: EvidenceKind[] = ['png', 'gif', 'jpeg', 'webp', 'heic', 'text']
  let [read, silent] = [0, 0]
  for (let round = 0; round < 3000; round++) {
    const { bytes } = bombs[round % bombs.length] ?? { bytes: new Uint8Array() }
    const cut = Uint8Array.from(bytes.subarray(0, random.below(bytes.length + 1)))
    for (let n = 0; n < 4 && cut.length > 0; n++) cut[random.below(cut.length)] = random.below(256)
    for (const kind of kinds) {
      const size = claimedSize(kind, cut)
      if (size === null) silent += 1
      else read += 1
    }
  }
  process.stdout.write(`claimed sizes of broken pictures: ${read} read, ${silent} not told, 0 failed\n`)
  expect(read + silent).toBe(3000 * kinds.length)
})

test('a pasted text goes in whole or not at all', () => {
  expect(brokenLimit({ limit: 500, staying: 400, put: 100 })).toBeNull()
  expect(brokenLimit({ limit: 500, staying: 400, put: 101 })).toBe(500)
  expect(brokenLimit({ limit: -1, staying: 5_000_000, put: 200_000 })).toBeNull()
  expect(brokenLimit({ limit: -1, staying: 0, put: 200_001 })).toBe(200_000)
})
