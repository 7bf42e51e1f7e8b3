import fs from 'node:fs'
import path from 'node:path'
import { app, BrowserWindow, Menu, powerMonitor, session, clipboard as systemClipboard } from 'electron'
import type { Push } from '../shared/bridge.ts'
import { openGate, pushToFirst, pushToWindows } from './gate.ts'
import { type DeskClipboard, openClipboard } from './shell/clipboard.ts'
import { type EngineHost, startEngineHost } from './shell/engine-host.ts'
import { hardenSession, refuseDebugPort } from './shell/harden.ts'
import { askKeychain } from './shell/keychain.ts'
import { openNotices } from './shell/notices.ts'
import { readOptions } from './shell/options.ts'
import { registerScheme, servePage } from './shell/page-protocol.ts'
import { pictureWhenReady } from './shell/pictures.ts'
import { openTelephone } from './shell/telephone.ts'
import { openTray } from './shell/tray.ts'
import { openWindow } from './shell/window.ts'

refuseDebugPort()
registerScheme()
// Native date fields follow Chromium's language, which would otherwise be the system's: the desk speaks Chinese first.
if (!app.commandLine.hasSwitch('lang')) app.commandLine.appendSwitch('lang', 'zh-CN')
const options = readOptions(process.argv)
if (app.requestSingleInstanceLock()) void start()
else app.quit()

async function start(): Promise<void> {
  // The engine's thread begins while Chromium gets ready, and answers the page's first question without its whole program.
  const versions = { app: app.getVersion(), electron: process.versions.electron ?? '', node: process.versions.node }
  const engine = startEngineHost(
    { address: storeAddress(), isDemo: options.isDemo, versions },
    { push: tellWindows, log: writeLog, keychain: askKeychain },
  )
  const telephone = openTelephone(
    engine,
    { push: tellWindows, log: writeLog, showWindow: showFirstWindow },
    process.argv,
  )
  const notices = openNotices({ tellFirst: pushToFirst, log: writeLog, showWindow: showFirstWindow })
  const clipboard = openClipboard(systemClipboard)
  const tray = openTray(engine, { log: writeLog, showWindow: showFirstWindow })
  function tellWindows(push: Push): void {
    pushToWindows(push)
    telephone.hear(push)
    notices.hear(push)
    tray.hear(push)
    // Locked, or somebody else: what was copied for the one before does not stay.
    if (push.kind === 'changed' && push.topics.includes('session')) void clipboard.forget()
  }
  await app.whenReady()
  // The page has its own menu and keys; the system's would shadow them.
  Menu.setApplicationMenu(null)
  hardenSession(session.defaultSession)
  servePage(session.defaultSession, path.join(import.meta.dirname, '../renderer'))
  const takePicture = pictureWhenReady(options)
  openGate(engine, {
    ready: (window) => {
      engine.painted()
      tray.appear()
      void takePicture(window)
    },
    newWindow: openWindow,
    demo: startDemo,
    comfort: (input) => tray.speak(notices.comfort(input)),
    copy: clipboard.copy,
  })
  openWindow()
  lockWhenAway(engine)
  endCleanly(engine, clipboard)
}

function storeAddress(): string {
  return options.store ?? path.join(app.getPath('userData'), options.isDemo ? 'demo.db' : 'desk.db')
}

/** Ends the program the usual way and starts it again on its demonstration store, beside the one that is open now. */
function startDemo(): void {
  const args = process.argv.slice(1).filter((one) => one !== '--demo' && !one.startsWith('--store='))
  // Inside an AppImage the program's own path is gone with the image that ends.
  app.relaunch({ args: [...args, '--demo'], execPath: process.env.APPIMAGE ?? process.execPath })
  app.quit()
}

function showFirstWindow(): void {
  const [window] = BrowserWindow.getAllWindows()
  if (window?.isMinimized()) window.restore()
  window?.focus()
}

/** An unattended desk is a locked one: the screen lock, sleep and another person's session lock the store too. */
function lockWhenAway(engine: EngineHost): void {
  powerMonitor.on('lock-screen', () => void engine.request('session.lock', { reason: 'screen' }))
  powerMonitor.on('suspend', () => void engine.request('session.lock', { reason: 'suspend' }))
  // macOS tells that somebody else took the screen without locking it; elsewhere a switch locks the screen.
  powerMonitor.on('user-did-resign-active', () => void engine.request('session.lock', { reason: 'switch' }))
}

/** Quits only after the store is closed and everything is on disk; nothing copied stays behind. */
function endCleanly(engine: EngineHost, clipboard: DeskClipboard): void {
  let isClosed = false
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', (event) => {
    if (isClosed) return
    event.preventDefault()
    void Promise.allSettled([clipboard.forget(), engine.close('asked')]).finally(() => {
      isClosed = true
      app.quit()
    })
  })
}

/** The local log: details of internal failures by reference, never sent anywhere. */
function writeLog(line: string): void {
  const file = path.join(app.getPath('userData'), 'desk.log')
  fs.appendFileSync(file, `${new Date().toISOString()} ${line}\n`)
}
