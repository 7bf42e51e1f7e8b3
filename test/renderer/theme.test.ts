import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { variables } from '../../src/renderer/ui/theme.ts'
import { CLOCK_COLOURS, STATE_COLOURS, TIER_COLOURS } from '../../src/renderer/ui/theme-tones.ts'

const UI = path.resolve(import.meta.dirname, '../../src/renderer/ui')
const read = (name: string) => fs.readFileSync(path.join(UI, name), 'utf8')
/** Least contrast of words of this size (WCAG 2.2, 1.4.3 AA). */
const AA = 4.5
const SCHEMES = ['light', 'dark'] as const

/** Relative luminance of `#rgb` or `#rrggbb` as WCAG defines it. */
function luminance(colour: string): number {
  const hex = colour.slice(1)
  const full = hex.length === 3 ? [...hex].map((sign) => sign + sign).join('') : hex
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(full.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

/** The surfaces of a scheme in high contrast, as the style sheet gives them. */
function highContrast(scheme: string): Record<string, string> {
  const block = read('contrast.css').split(`[data-mantine-color-scheme="${scheme}"] {`)[1]?.split('}')[0] ?? ''
  return Object.fromEntries([...block.matchAll(/(--[\w-]+): (#\w+);/g)].map(([, name, value]) => [name, value]))
}

test('contrast is reckoned as the guideline does', () => {
  expect(contrast('#000', '#ffffff')).toBe(21)
  expect(contrast('#777777', '#fff')).toBeCloseTo(4.48, 2)
})

test('the words of every tier and state can be read on their ground by day, by night and in high contrast', () => {
  const shades = Object.entries({ ...TIER_COLOURS, ...STATE_COLOURS })
  expect(shades).toHaveLength(10)
  const faint = shades.flatMap(([name, colour]) =>
    SCHEMES.flatMap((scheme) => {
      const { ground, words } = colour[scheme]
      return contrast(ground, words) < AA ? [`${name} ${scheme} ${contrast(ground, words).toFixed(2)}`] : []
    }),
  )
  expect(faint).toEqual([])
})

test('the words of a clock that runs out can be read on every surface, also in high contrast', () => {
  const own = variables({} as Parameters<typeof variables>[0])
  const faint = SCHEMES.flatMap((scheme) =>
    [own[scheme], highContrast(scheme)].flatMap((surfaces) =>
      ['--desk-surface', '--desk-canvas', '--desk-hover', '--desk-active', '--desk-selected'].flatMap((name) =>
        Object.entries(CLOCK_COLOURS).flatMap(([tone, colour]) => {
          const ground = Object.entries(surfaces).find(([one]) => one === name)?.[1]
          if (ground === undefined) return [`no ${name}`]
          const found = contrast(ground, colour[scheme])
          return found < AA ? [`${tone} ${scheme} on ${name} ${found.toFixed(2)}`] : []
        }),
      ),
    ),
  )
  expect(faint).toEqual([])
})

test('badges have no colour of their own: each tone they know is named in the theme', () => {
  const sheet = read('badges.module.css')
  expect(sheet).not.toMatch(/#[0-9a-f]{3,8}\b/i)
  const known = [...sheet.matchAll(/\.badge\[data-tone="(\w+)"\]/g)].map(([, name]) => name)
  expect(known.sort()).toEqual(Object.keys({ ...TIER_COLOURS, ...STATE_COLOURS }).sort())
  const own = variables({} as Parameters<typeof variables>[0])
  for (const [, name] of sheet.matchAll(/var\((--(?:tone|clock)-[\w-]+)\)/g))
    for (const scheme of SCHEMES) expect(own[scheme]).toHaveProperty([name ?? ''])
})
