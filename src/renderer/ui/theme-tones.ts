/** One colour of the desk: the ground, the line around it, and the words on it. */
export type Shade = { ground: string; line: string; words: string }

/** A colour by day and by night. */
export type ToneColour = { light: Shade; dark: Shade }

const plain = (ground: string, words: string): Shade => ({ ground, line: 'transparent', words })

/** The tiers' colours, each named as the tier is. */
export const TIER_COLOURS = {
  diamond: { light: plain('#0d2547', '#e3efff'), dark: plain('#dbe9ff', '#0d2547') },
  platinum: {
    light: { ground: '#e4e8ee', line: '#b4bdc9', words: '#333f50' },
    dark: { ground: '#454f60', line: '#66738a', words: '#eef2f7' },
  },
  gold: {
    light: { ground: '#fcf0cd', line: '#e2c46e', words: '#6b4a00' },
    dark: { ground: '#4a3a10', line: '#7d6420', words: '#ffe19a' },
  },
  silver: {
    light: { ground: '#f3f5f7', line: '#d0d7df', words: '#4d5968' },
    dark: { ground: '#2a313d', line: '#465163', words: '#c5cedb' },
  },
  none: { light: plain('#eef1f5', '#465365'), dark: plain('#28303c', '#c0c9d6') },
} as const satisfies Record<string, ToneColour>

/** The colours of states: what they say stands in words too. */
export const STATE_COLOURS = {
  neutral: TIER_COLOURS.none,
  info: { light: plain('#e3edfb', '#184c93'), dark: plain('#1f3556', '#a9c8f5') },
  good: { light: plain('#e0f4e8', '#14603a'), dark: plain('#173826', '#92dbb3') },
  warn: { light: plain('#fdeed3', '#7a4a00'), dark: plain('#45330f', '#ffcf7d') },
  bad: { light: plain('#fde6e3', '#a01f13'), dark: plain('#4c1f1b', '#ffb1a8') },
} as const satisfies Record<string, ToneColour>

/** The words of a clock that is running out, on the page's own ground. */
export const CLOCK_COLOURS = {
  warn: { light: '#7d4a00', dark: '#ffc766' },
  bad: { light: '#a81f14', dark: '#ff8f85' },
} as const

/** The style variables of all these colours: `--tone-gold`, `--tone-gold-line`, `--tone-gold-words`, `--clock-bad`. */
export function toneVariables(scheme: 'light' | 'dark'): Record<`--${string}`, string> {
  const shades = Object.entries({ ...TIER_COLOURS, ...STATE_COLOURS }).flatMap(([name, { [scheme]: shade }]) => [
    [`--tone-${name}`, shade.ground],
    [`--tone-${name}-line`, shade.line],
    [`--tone-${name}-words`, shade.words],
  ])
  const clocks = Object.entries(CLOCK_COLOURS).map(([name, { [scheme]: words }]) => [`--clock-${name}`, words])
  return Object.fromEntries([...shades, ...clocks])
}
