import { existsSync } from 'node:fs'
import { inRoot } from '../paths.mjs'
import { say } from '../say.mjs'
import { single } from './tally.mjs'
import { tool } from './tool.mjs'

/** Each part of the tree is checked with only the globals it may use, then everything together. */
const PROJECTS = ['src/shared/tsconfig.json', 'src/main/tsconfig.json', 'src/renderer/tsconfig.json', 'tsconfig.json']

/** Type-checks the whole tree; counts as one. */
export async function checkTypes() {
  let isPassed = true
  for (const project of PROJECTS.filter((file) => existsSync(inRoot(file)))) {
    isPassed = (await tool('typescript/bin/tsc', ['-p', project])) === 0 && isPassed
  }
  if (isPassed) say('  no type errors')
  return single(isPassed)
}
