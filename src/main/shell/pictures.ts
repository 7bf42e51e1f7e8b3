import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { app, type BrowserWindow } from 'electron'
import type { StartOptions } from './options.ts'

// A demo desk makes its store first, which takes a while on a busy machine.
const SMOKE_TIMEOUT_MS = 150_000

/** Saves what a window shows as a PNG. */
async function savePicture(window: BrowserWindow, file: string): Promise<void> {
  const picture = await window.webContents.capturePage()
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, picture.toPNG())
}

/** For machines: a picture of the first usable window, then the end (`--smoke`), or just the picture (`--screenshot`). */
export function pictureWhenReady(options: StartOptions): (window: BrowserWindow) => Promise<void> {
  let isDone = false
  const timer = options.smoke
    ? setTimeout(() => fail('the window was not usable in time'), SMOKE_TIMEOUT_MS)
    : undefined
  return async (window) => {
    const file = options.smoke ?? options.screenshot
    if (!file || isDone) return
    isDone = true
    // The page may be drawn a moment before the window is seen.
    if (!window.isVisible()) await once(window, 'show')
    clearTimeout(timer)
    // One painted frame later: ready means usable, a picture wants it drawn too.
    setTimeout(() => {
      savePicture(window, file).then(
        () => {
          process.stdout.write(`${options.smoke ? 'smoke' : 'screenshot'}: saved ${file}\n`)
          // Not at once: the engine's thread may still be reading its program.
          if (options.smoke) app.quit()
        },
        (error) => fail(String(error)),
      )
    }, 300)
  }
}

function fail(reason: string): void {
  process.stderr.write(`smoke: ${reason}\n`)
  app.exit(1)
}
