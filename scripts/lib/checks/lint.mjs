import { single } from './tally.mjs'
import { tool } from './tool.mjs'

/** Checks rules, import order and format of the whole tree; counts as one. */
export async function checkLint() {
  return single((await tool('@biomejs/biome/bin/biome', ['check', '--error-on-warnings'])) === 0)
}
