import { existsSync } from 'node:fs'
import { inRoot, typedIn } from './paths.mjs'
import { runHere } from './run.mjs'
import { prepareNode } from './set-up.mjs'
import { Stop } from './stop.mjs'

/** Runs one of the project's TypeScript programs as it is, where the person is, and answers its exit code. */
export async function runTypeScript(...path) {
  await prepareNode({ quiet: true })
  const program = inRoot(...path)
  if (!existsSync(program)) throw new Stop(`${program} is missing: this is not a whole copy of the project.`)
  const args = ['--disable-warning=ExperimentalWarning', program, ...process.argv.slice(2)]
  return await runHere(process.execPath, args, { cwd: typedIn() })
}
