import { dirname } from 'node:path'
import { readJson } from './files.mjs'
import { inCache } from './paths.mjs'

/** Which Electron the set-up chose: { kind, executable, version, withoutSandbox }. Throws when there was no set-up yet. */
export function electronInUse() {
  const electron = readJson(inCache('electron', 'path.json'))
  if (!electron) throw new Error('No Electron here yet: run `npm test` or `npm start` once.')
  return electron
}

/** The executable file of that Electron. */
export function electronExecutable() {
  return electronInUse().executable
}

/** Switches the launcher adds on this machine, never the app itself. */
export function electronArguments() {
  const sandbox = electronInUse().withoutSandbox ? ['--no-sandbox'] : []
  // On a virtual screen it only complains about the graphics card and the session bus that are not there.
  const onVirtualScreen = process.env.VIPDESK_VIRTUAL_SCREEN ? ['--disable-gpu', '--log-level=3'] : []
  return [...sandbox, ...onVirtualScreen]
}

/** What has to be in the environment of tools that start Electron by its package's name. */
export function electronEnvironment() {
  const { kind, executable } = electronInUse()
  return kind === 'official' ? {} : { ELECTRON_OVERRIDE_DIST_PATH: dirname(executable) }
}
