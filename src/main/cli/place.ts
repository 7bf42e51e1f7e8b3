import os from 'node:os'
import path from 'node:path'

const PRODUCT = 'VIP Desk'

/** The folder where the installed desk keeps its own store and its local log, as Electron names it on each system. */
export function userDataFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform = process.platform): string {
  const home = os.homedir()
  if (platform === 'win32') return path.join(env.APPDATA ?? path.join(home, 'AppData', 'Roaming'), PRODUCT)
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', PRODUCT)
  return path.join(env.XDG_CONFIG_HOME || path.join(home, '.config'), PRODUCT)
}

/** A store's address as people may see it: without the password of a database. */
export function shownAddress(address: string): string {
  if (!/^postgres(ql)?:\/\//.test(address)) return path.resolve(address.replace(/^sqlite:/, ''))
  const url = URL.parse(address)
  if (!url) return 'postgres://'
  url.password = ''
  return url.toString()
}
