import { electronInUse } from './electron-path.mjs'
import { needElectron } from './electron-runtime.mjs'
import { needChineseFont } from './fonts.mjs'
import { installPackages } from './install.mjs'
import { needRecentNode } from './node-toolchain.mjs'
import { linkTestPostgres } from './package-scripts.mjs'
import { beQuiet, mention, say } from './say.mjs'
import { needLibraries } from './system-libraries.mjs'

/** What the command line and the tests without a window need: a recent Node and the packages. */
export async function prepareNode({ quiet = false } = {}) {
  if (quiet) beQuiet()
  await needRecentNode()
  mention(`Setting up VIP Desk 准备运行环境 (Node ${process.versions.node})`)
  await installPackages()
  await linkTestPostgres()
}

const KINDS = {
  official: 'the official download 官方版本',
  fallback: 'the fallback from the npm registry 备用版本',
  own: 'from ELECTRON_OVERRIDE_DIST_PATH 自备版本',
}

/** Which Electron a run uses, in words. */
export function electronInWords() {
  const { kind, version } = electronInUse()
  return `Electron ${version}, ${KINDS[kind]}`
}

const WITHOUT_SANDBOX = {
  root: "Started as root: Chromium's sandbox is off in this run 以 root 运行，沙箱关闭",
  kernel: "This kernel gives users no sandbox: Chromium's is off in this run 系统不支持沙箱，本次关闭",
}

/** What opening a window needs besides: an Electron, the libraries it loads and a font. */
export async function prepareWindow() {
  const { executable, withoutSandbox } = await needElectron()
  await needLibraries(executable)
  await needChineseFont()
  say(`  Using ${electronInWords()}`)
  if (withoutSandbox) say(`  ${WITHOUT_SANDBOX[withoutSandbox]}`)
}
