import { inRoot, ROOT } from '../paths.mjs'
import { runHere } from '../run.mjs'

/** Colours are for a terminal; in a log file they are noise, and some tools print them there when CI is set. */
const colours = process.stdout.isTTY ? {} : { NO_COLOR: '1' }

/** Runs the JavaScript file of an installed tool with its output on this terminal; answers its exit code. */
export async function tool(path, args, env = {}) {
  return await runHere(process.execPath, [inRoot('node_modules', ...path.split('/')), ...args], {
    cwd: ROOT,
    env: { ...process.env, ...colours, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
}
