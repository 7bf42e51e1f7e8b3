import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readJson, readText, writeJson } from './files.mjs'
import { inCache, inRoot } from './paths.mjs'
import { run } from './run.mjs'
import { step } from './step.mjs'

const PROBE_MS = 5_000
const DOWNLOAD_MS = 15 * 60_000
const RETRY_AFTER_MS = 24 * 60 * 60_000

const failureFile = inCache('electron', 'official-download-failed.json')
const packageFolder = inRoot('node_modules', 'electron')

const pinnedVersion = () => readJson(join(packageFolder, 'package.json'))?.version

/** The executable the electron package has unpacked, or null. */
function unpacked() {
  const name = readText(join(packageFolder, 'path.txt'))
  const version = readText(join(packageFolder, 'dist', 'version'))
    ?.trim()
    .replace(/^v/, '')
  const file = name && join(packageFolder, 'dist', name)
  return file && version === pinnedVersion() && existsSync(file) ? file : null
}

function failedLately() {
  const failure = readJson(failureFile)
  return failure?.version === pinnedVersion() && Date.now() - failure.at < RETRY_AFTER_MS
}

function rememberFailure(reason) {
  writeJson(failureFile, { version: pinnedVersion(), at: Date.now(), reason })
  return { without: `not available (${reason}), asked again in a day 下载不可用，改用备用方案` }
}

const environment = () => ({
  ...process.env,
  NODE_USE_ENV_PROXY: '1',
  ELECTRON_GET_USE_PROXY: '1',
  electron_config_cache: inCache('electron', 'downloads'),
})

/** Asks the download host for the head of one file: a closed network shall cost seconds, not minutes. */
async function canReachHost() {
  const mirror =
    process.env.npm_config_electron_mirror ??
    process.env.ELECTRON_MIRROR ??
    'https://github.com/electron/electron/releases/download/'
  const ask = `fetch(process.argv[1], { method: 'HEAD' }).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))`
  const address = `${mirror}v${pinnedVersion()}/SHASUMS256.txt`
  const { code } = await run(process.execPath, ['-e', ask, address], { env: environment(), timeoutMs: PROBE_MS })
  return code === 0
}

async function download() {
  if (!(await canReachHost())) return rememberFailure('its host does not answer')
  const script = join(packageFolder, 'install.js')
  const { output } = await run(process.execPath, [script], {
    cwd: packageFolder,
    env: environment(),
    timeoutMs: DOWNLOAD_MS,
  })
  return unpacked() ? 'downloaded' : rememberFailure(output.trim().split('\n').at(0) ?? 'it did not finish')
}

/** The pinned Electron as its makers publish it, or null when this network does not have it. */
export async function fetchOfficialElectron() {
  if (!unpacked() && failedLately()) return null
  await step({
    title: `Electron ${pinnedVersion()}, the official download 官方 Electron`,
    isDone: () => unpacked() !== null,
    work: download,
  })
  return unpacked()
}
