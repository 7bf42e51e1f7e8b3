import path from 'node:path'
import { app, BrowserWindow } from 'electron'
import { hardenContents } from './harden.ts'
import { PAGE_URL } from './page-protocol.ts'

/** Opens one window of the desk: sandboxed, isolated, with the preload script as its only way out. */
export function openWindow(): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 1024,
    minHeight: 680,
    show: false,
    title: 'VIP Desk',
    backgroundColor: '#f4f6fa',
    autoHideMenuBar: true,
    webPreferences: {
      preload: path.join(import.meta.dirname, '../preload/preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  })
  hardenContents(window.webContents)
  reviveAfterCrash(window)
  window.once('ready-to-show', () => window.show())
  void window.loadURL(PAGE_URL)
  return window
}

const MOST_REVIVALS = 3

/** A page whose process died is loaded again: the engine still knows who is signed in, and drafts are in the store. */
function reviveAfterCrash({ webContents }: BrowserWindow): void {
  let revivals = 0
  webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || revivals >= MOST_REVIVALS) return
    revivals += 1
    webContents.reload()
  })
}
