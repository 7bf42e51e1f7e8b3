import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { compileAddon } from './electron-addon.mjs'
import { FALLBACK_VERSION, makeFallbackElectron } from './electron-fallback.mjs'
import { fetchOfficialElectron } from './electron-official.mjs'
import { readText, writeJson } from './files.mjs'
import { inCache } from './paths.mjs'
import { whyNoSandbox } from './sandbox.mjs'
import { Stop } from './stop.mjs'

const NAMES = { linux: 'electron', win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' }

/** An Electron somebody put on this machine and named in Electron's own variable. */
function ownElectron() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (!folder) return null
  const executable = join(folder, NAMES[process.platform] ?? 'electron')
  if (!existsSync(executable)) throw new Stop(`ELECTRON_OVERRIDE_DIST_PATH names a folder without ${executable}.`)
  return { kind: 'own', executable, version: readText(join(folder, 'version'))?.trim() ?? 'unknown' }
}

async function officialElectron() {
  const executable = await fetchOfficialElectron()
  if (!executable) return null
  const version = readText(join(dirname(executable), 'version')) ?? readText(join(executable, '../../../../version'))
  return { kind: 'official', executable, version: version?.trim().replace(/^v/, '') ?? 'unknown' }
}

async function fallbackElectron() {
  const executable = await makeFallbackElectron()
  await compileAddon()
  return { kind: 'fallback', executable, version: FALLBACK_VERSION }
}

/** Brings an Electron that can open a window here, and writes down which one for the tests to find. */
export async function needElectron() {
  const electron = ownElectron() ?? (await officialElectron()) ?? (await fallbackElectron())
  const chosen = { ...electron, withoutSandbox: await whyNoSandbox(electron.executable) }
  writeJson(inCache('electron', 'path.json'), chosen)
  return chosen
}
