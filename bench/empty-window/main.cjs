// The least that Electron can show: one window without a page of its own, pictured and ended as the desk's smoke run is.
const fs = require('node:fs')
const { app, BrowserWindow } = require('electron')

const PICTURE_AFTER_MS = 300
const picture = process.argv.find((argument) => argument.startsWith('--smoke='))?.slice('--smoke='.length)

app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1440, height: 900, show: false })
  window.once('ready-to-show', () => {
    window.show()
    setTimeout(async () => {
      fs.writeFileSync(picture, (await window.webContents.capturePage()).toPNG())
      process.stdout.write('smoke: saved\n', () => app.exit(0))
    }, PICTURE_AFTER_MS)
  })
  window.loadURL('data:text/html,<title>empty</title>')
})
