import { existsSync } from 'node:fs'
import { readJson, readText, sha256, writeWhole } from './files.mjs'
import { npm } from './npm.mjs'
import { inRoot } from './paths.mjs'
import { step } from './step.mjs'
import { Stop } from './stop.mjs'

const lockFile = inRoot('package-lock.json')
const installedFile = inRoot('node_modules', '.package-lock.json')
const stampFile = inRoot('node_modules', '.installed-lock.sha256')

const lockHash = () => sha256(readText(lockFile) ?? '')

/** Whether npm's own record of node_modules holds every package of the lock file, in its version. */
function holdsWholeLock() {
  const wanted = readJson(lockFile)?.packages
  const installed = readJson(installedFile)?.packages
  if (!wanted || !installed) return false
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || installed[path]?.version === version || (optional && !existsSync(inRoot(path))),
  )
}

function isInstalled() {
  if (readText(stampFile) === lockHash()) return true
  if (!holdsWholeLock()) return false
  writeWhole(stampFile, lockHash())
  return true
}

/** Installs exactly the packages of package-lock.json; no package may run a script of its own while doing so. */
export async function installPackages() {
  if (!existsSync(lockFile)) throw new Stop('package-lock.json is missing: this is not a whole copy of the project.')
  await step({
    title: 'Packages of package-lock.json 安装依赖包',
    isDone: isInstalled,
    work: async () => {
      await npm(['ci', '--ignore-scripts'], { cwd: inRoot(), what: 'npm ci' })
      writeWhole(stampFile, lockHash())
      return `${Object.keys(readJson(installedFile)?.packages ?? {}).length} packages`
    },
  })
}
