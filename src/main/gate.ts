import { BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron'
import type { Push } from '../shared/bridge.ts'
import type { Failure, Result } from '../shared/failure.ts'
import type { EngineHost } from './shell/engine-host.ts'
import { createFileTokens } from './shell/file-tokens.ts'
import { PAGE_ORIGIN } from './shell/page-protocol.ts'

/** The most a window may send in one call; the longest legal text is far below it. */
const MAX_INPUT_CHARS = 4_000_000

const MAX_JOB_CHARS = 100

/** What checks inputs by schema is read when it is first wanted: the first window need not wait for zod. */
const dialogs = () => import('./shell/dialogs.ts')
const holding = () => import('./shell/hold-input.ts')

type ShellHandler = (window: BrowserWindow, input: unknown) => Promise<unknown>

export type GateEvents = {
  ready: (window: BrowserWindow) => void
  newWindow: () => void
  demo: () => void
  comfort: (input: unknown) => void
  copy: (input: unknown) => Promise<{ copied: boolean }>
}

/**
 * The only place that listens to windows. A message is answered when it comes from the main frame of one of our own
 * windows showing our own page, and is small enough; everything else is refused before it is looked at.
 */
export function openGate(engine: EngineHost, events: GateEvents): void {
  const tokens = createFileTokens()
  const shell: Record<string, ShellHandler> = {
    'shell.pickFile': async (window, input) => (await dialogs()).pickFile(window, tokens, input),
    'shell.pickSave': async (window, input) => (await dialogs()).pickSave(window, tokens, input),
    'shell.pickFolder': async (window) => (await dialogs()).pickFolder(window, tokens),
    'shell.hold': async (_window, input) => tokens.hold((await holding()).holdInput.parse(input)),
    'shell.cancel': async (_window, input) => {
      const asked = readJob(input)
      if (asked === undefined || asked === 'unusable') throw new TypeError('no job is named')
      engine.cancel(asked.job)
      return null
    },
    'shell.ready': async (window) => {
      events.ready(window)
      return null
    },
    'shell.comfort': async (_window, input) => {
      events.comfort(input)
      return null
    },
    'shell.copy': async (_window, input) => events.copy(input),
    'shell.demo': async () => {
      events.demo()
      return null
    },
    'shell.newWindow': async () => {
      events.newWindow()
      return null
    },
  }

  ipcMain.handle(
    'desk:call',
    async (event, name: unknown, input: unknown, options: unknown): Promise<Result<unknown>> => {
      const window = senderWindow(event)
      if (!window) return refused({ code: 'FORBIDDEN' })
      const job = readJob(options)
      if (typeof name !== 'string' || job === 'unusable' || !isSmall(input))
        return refused({ code: 'INVALID_INPUT', issues: [{ path: '', reason: 'too-large' }] })
      if (name.startsWith('shell.')) return answerShell(shell, window, name, input)
      const swapped = tokens.swap(input)
      if (swapped === undefined && input !== undefined)
        return refused({ code: 'INVALID_INPUT', issues: [{ path: 'file', reason: 'file-token' }] })
      return engine.request(name, swapped, job)
    },
  )
}

/** Sends to every window of the desk. */
export function pushToWindows(push: Push): void {
  for (const window of BrowserWindow.getAllWindows()) window.webContents.send('desk:push', push)
}

/** Tells the window that is brought to the front when somebody comes back to the desk. */
export function pushToFirst(push: Push): void {
  BrowserWindow.getAllWindows()[0]?.webContents.send('desk:push', push)
}

function senderWindow(event: IpcMainInvokeEvent): BrowserWindow | undefined {
  const frame = event.senderFrame
  const window = BrowserWindow.fromWebContents(event.sender)
  if (!frame || !window || frame !== event.sender.mainFrame) return undefined
  return frame.url.startsWith(`${PAGE_ORIGIN}/`) ? window : undefined
}

/** The job a page names for a heavy call, if it names one. By hand: a schema would have to be loaded before the first window. */
function readJob(options: unknown): { job: string } | undefined | 'unusable' {
  if (options === undefined) return undefined
  if (typeof options !== 'object' || options === null) return 'unusable'
  const job = 'job' in options ? options.job : undefined
  if (job === undefined) return undefined
  return typeof job === 'string' && job.length >= 1 && job.length <= MAX_JOB_CHARS ? { job } : 'unusable'
}

// Cycles and giant strings do arrive over the bridge: what JSON cannot hold, or holds too much of, is refused.
function isSmall(input: unknown): boolean {
  try {
    return (JSON.stringify(input) ?? '').length <= MAX_INPUT_CHARS
  } catch {
    return false
  }
}

async function answerShell(
  shell: Record<string, ShellHandler>,
  window: BrowserWindow,
  name: string,
  input: unknown,
): Promise<Result<unknown>> {
  const handler = Object.hasOwn(shell, name) ? shell[name] : undefined
  if (!handler) return refused({ code: 'UNKNOWN_CALL' })
  try {
    return { ok: true, value: await handler(window, input) }
  } catch {
    return refused({ code: 'INVALID_INPUT', issues: [] })
  }
}

function refused(failure: Failure): Result<never> {
  return { ok: false, failure }
}
