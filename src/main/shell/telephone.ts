import fs from 'node:fs'
import path from 'node:path'
import { app } from 'electron'
import type { Push } from '../../shared/bridge.ts'
import { LINK_SCHEME, linkAmong } from '../../shared/calls/link.ts'
import { type CallLinks, holdLinks } from './call-links.ts'
import type { EngineHost } from './engine-host.ts'

type Outside = { push: (push: Push) => void; log: (line: string) => void; showWindow: () => void }

/** The telephone system's way in: links from the system, from this start and from later ones. */
export type Telephone = {
  /** Tells what the desk pushes to its windows: a sign-in lets waiting calls in, settings say whether links are taken. */
  hear(push: Push): void
}

/** Listens for links at once: on a Mac the first may come before the program is ready. */
export function openTelephone(engine: EngineHost, outside: Outside, argv: readonly string[]): Telephone {
  const { push, log, showWindow } = outside
  const links = holdLinks({
    announce: (call) => engine.request('calls.incoming', call),
    refuse: (reason) => push({ kind: 'command', command: `calls.link-refused.${reason}` }),
    log,
    now: Date.now,
  })
  app.on('open-url', (event, url) => {
    event.preventDefault()
    offer(links, [url], showWindow)
  })
  app.on('second-instance', (_event, secondArgv) => {
    showWindow()
    links.offer(secondArgv)
  })
  if (linkAmong(argv)) links.offer(argv)
  return {
    hear: (heard) => {
      if (heard.kind !== 'changed') return
      if (heard.topics.includes('session')) links.retry()
      if (heard.topics.some((topic) => topic === 'session' || topic === 'settings')) void keepRegistration(engine, log)
    },
  }
}

function offer(links: CallLinks, argv: readonly string[], showWindow: () => void): void {
  if (links.offer(argv)) showWindow()
}

/** Says that this program once asked the system for the links: only then there is something to give back. */
const marker = () => path.join(app.getPath('userData'), 'telephone-links')

/** Asks the system to open `vipdesk:` links with this program, or gives them back, as the desk's settings say. */
async function keepRegistration(engine: EngineHost, log: Outside['log']): Promise<void> {
  const settings = await engine.request('settings.read', {})
  if (!settings.ok) return
  const isWanted = wantsLinks(settings.value)
  if (isWanted === fs.existsSync(marker())) return
  if (isWanted) fs.writeFileSync(marker(), '')
  else fs.rmSync(marker(), { force: true })
  const isDone = isWanted
    ? app.setAsDefaultProtocolClient(LINK_SCHEME, ...startedBy())
    : app.removeAsDefaultProtocolClient(LINK_SCHEME, ...startedBy())
  if (!isDone) log(`the system did not ${isWanted ? 'give' : 'take back'} the links of the telephone system`)
}

function wantsLinks(settings: unknown): boolean {
  return typeof settings === 'object' && settings !== null && 'callLinks' in settings && settings.callLinks === true
}

/** How the system starts this program; everything after the dashes is a link, never a switch. */
function startedBy(): [string, string[]] {
  const own = app.isPackaged ? [] : [app.getAppPath()]
  return [process.execPath, [...own, '--']]
}
