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
  window.once('ready-to-show', () => window.show())
  void window.loadURL(PAGE_URL)
  return window
}
