import { mustRun, run } from './run.mjs'

/** npm's own settings that would make a set-up talk about other things than its result. */
const CALM = ['--no-audit', '--no-fund', '--no-update-notifier']

/** How to start npm: the one that started us when there is one, with the Node that runs this script. */
function npmCommand(args) {
  const starter = process.env.npm_execpath
  if (starter?.endsWith('npm-cli.js')) return { command: process.execPath, args: [starter, ...args], shell: false }
  return { command: 'npm', args, shell: process.platform === 'win32' }
}

/** Runs npm quietly; what it printed is shown only when it failed. */
export async function npm(args, { cwd, what, mayFail = false }) {
  const { command, args: full, shell } = npmCommand([...args, ...CALM])
  return await (mayFail ? run : mustRun)(command, full, { cwd, what, shell, env: process.env })
}
