import { run } from './run.mjs'
import { Stop } from './stop.mjs'

const isRoot = process.getuid?.() === 0

/** Whether a program is on PATH. */
export async function hasProgram(name, args = ['--version']) {
  return (await run(name, args)).code !== null
}

/** Newer Debian and Ubuntu releases carry some libraries as NAMEt64. */
async function currentName(name) {
  if (!name.startsWith('lib')) return name
  return (await run('apt-cache', ['show', `${name}t64`])).code === 0 ? `${name}t64` : name
}

/** Installs Debian packages when we may, and otherwise stops with the one line to run. */
export async function installSystemPackages(names, why) {
  if (!(await hasProgram('apt-get'))) throw new Stop(`${why}. Please install what Debian calls: ${names.join(' ')}`)
  if (!isRoot) {
    throw new Stop(`${why}. Please run this once (请先运行一次):\n\n  sudo apt-get install -y ${names.join(' ')}\n`)
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  // A stale list is good enough when the mirror cannot be reached: the install below decides.
  await run('apt-get', ['update'], { env })
  const found = await Promise.all(names.map(currentName))
  const result = await run('apt-get', ['install', '-y', '--no-install-recommends', ...found], { env })
  if (result.code !== 0) {
    throw new Stop(`${why}, and apt-get could not install ${found.join(' ')}:\n${result.output.slice(-2000)}`)
  }
}

/** Sees to it that node-gyp finds python3, make and a C++ compiler. */
export async function needCompiler() {
  const programs = [
    ['python3', 'python3'],
    ['make', 'make'],
    ['g++', 'g++'],
  ]
  const missing = []
  for (const [program, name] of programs) if (!(await hasProgram(program))) missing.push(name)
  if (missing.length > 0) await installSystemPackages(missing, `Compiling needs ${missing.join(', ')}`)
}
