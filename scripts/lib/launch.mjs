import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { openDisplay } from './display.mjs'
import { electronArguments, electronExecutable } from './electron-path.mjs'
import { optionValue } from './launch-arguments.mjs'
import { newFileInCache, ROOT } from './paths.mjs'
import { runHere } from './run.mjs'
import { say } from './say.mjs'
import { Stop } from './stop.mjs'

/** The app has its own, shorter limit; this one is for an app that does not even start. */
const SMOKE_MS = 180_000

function explainVirtualScreen(picture) {
  say(`
  This machine has no display: the window opens on a virtual screen. Ctrl-C ends it.
  本机没有显示器，窗口打开在虚拟显示器上。
  A picture of the open window is saved as 窗口截图保存在: ${picture}
`)
}

/** A picture of an earlier run must not pass for one of this run. */
function makeWayFor(picture) {
  mkdirSync(dirname(picture), { recursive: true })
  rmSync(picture, { force: true })
}

/** Opens the built app and answers its exit code. */
export async function launchApp(args) {
  const display = await openDisplay()
  const smoke = optionValue(args, '--smoke')
  const withPicture = [...args]
  if (smoke) makeWayFor(smoke)
  else if (display.isVirtual) {
    const picture = optionValue(args, '--screenshot') ?? newFileInCache('screenshots', 'desk.png')
    makeWayFor(picture)
    explainVirtualScreen(picture)
    if (!optionValue(args, '--screenshot')) withPicture.push(`--screenshot=${picture}`)
  }
  Object.assign(process.env, display.env)
  try {
    const code = await runHere(electronExecutable(), [...electronArguments(), ROOT, ...withPicture], {
      cwd: ROOT,
      timeoutMs: smoke ? SMOKE_MS : undefined,
    })
    if (smoke && !existsSync(smoke)) throw new Stop(`The window was not seen working: no picture in ${smoke}.`)
    return code
  } finally {
    display.close()
  }
}
