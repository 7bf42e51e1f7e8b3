import { BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron'
import { z } from 'zod'
import type { Push } from '../shared/bridge.ts'
import type { Failure, Result } from '../shared/failure.ts'
import { pickFile, pickFileInput, pickSave, pickSaveInput } from './shell/dialogs.ts'
import type { EngineHost } from './shell/engine-host.ts'
import { createFileTokens } from './shell/file-tokens.ts'
import { PAGE_ORIGIN } from './shell/page-protocol.ts'

/** The most a window may send in one call; the longest legal text is far below it. */
const MAX_INPUT_CHARS = 4_000_000

const requestOptions = z.object({ job: z.string().min(1).max(100).optional() }).optional()

type ShellHandler = (window: BrowserWindow, input: unknown) => Promise<unknown>

export type GateEvents = { ready: (window: BrowserWindow) => void; newWindow: () => void }

/**
 * The only place that listens to windows. A message is answered when it comes from the main frame of one of our own
 * windows showing our own page, and is small enough; everything else is refused before it is looked at.
 */
export function openGate(engine: EngineHost, events: GateEvents): void {
  const tokens = createFileTokens()
  const shell: Record<string, ShellHandler> = {
    'shell.pickFile': (window, input) => pickFile(window, tokens, pickFileInput.parse(input)),
    'shell.pickSave': (window, input) => pickSave(window, tokens, pickSaveInput.parse(input)),
    'shell.cancel': async (_window, input) => {
      engine.cancel(z.object({ job: z.string() }).parse(input).job)
      return null
    },
    'shell.ready': async (window) => {
      events.ready(window)
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
      const parsed = requestOptions.safeParse(options)
      if (typeof name !== 'string' || !parsed.success || !isSmall(input))
        return refused({ code: 'INVALID_INPUT', issues: [{ path: '', reason: 'too-large' }] })
      if (name.startsWith('shell.')) return answerShell(shell, window, name, input)
      const swapped = tokens.swap(input)
      if (swapped === undefined && input !== undefined)
        return refused({ code: 'INVALID_INPUT', issues: [{ path: 'file', reason: 'file-token' }] })
      return engine.request(name, swapped, parsed.data?.job ? { job: parsed.data.job } : undefined)
    },
  )
}

/** Sends to every window of the desk. */
export function pushToWindows(push: Push): void {
  for (const window of BrowserWindow.getAllWindows()) window.webContents.send('desk:push', push)
}

function senderWindow(event: IpcMainInvokeEvent): BrowserWindow | undefined {
  const frame = event.senderFrame
  const window = BrowserWindow.fromWebContents(event.sender)
  if (!frame || !window || frame !== event.sender.mainFrame) return undefined
  return frame.url.startsWith(`${PAGE_ORIGIN}/`) ? window : undefined
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
