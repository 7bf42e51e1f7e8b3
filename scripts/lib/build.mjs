import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { readText, writeWhole } from './files.mjs'
import { inRoot, ROOT } from './paths.mjs'
import { mustRun } from './run.mjs'
import { step } from './step.mjs'

/** Everything the built app is made of. */
const INPUTS = [
  'src',
  'migrations',
  'policies',
  'resources',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
]

const stampFile = inRoot('out', '.inputs.sha256')

function filesOf(name) {
  const path = inRoot(name)
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

function inputsHash() {
  const hash = createHash('sha256')
  for (const file of INPUTS.flatMap(filesOf))
    hash
      .update(`${relative(ROOT, file)}\0`)
      .update(readFileSync(file))
      .update('\0')
  return hash.digest('hex')
}

/** Builds the app into out/ when anything it is made of has changed. */
export async function buildApp() {
  await step({
    title: 'The app, built 构建应用',
    isDone: () => readText(stampFile) === inputsHash(),
    work: async () => {
      rmSync(stampFile, { force: true })
      const before = inputsHash()
      const bin = inRoot('node_modules', 'electron-vite', 'bin', 'electron-vite.js')
      await mustRun(process.execPath, [bin, 'build', '--logLevel', 'warn'], { cwd: ROOT, what: 'electron-vite build' })
      writeWhole(stampFile, before)
    },
  })
}
