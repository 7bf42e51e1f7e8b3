import type { Topic } from './contract.ts'
import type { Failure, Result } from './failure.ts'
import type { NoticePlace } from './notices/places.ts'
import type { Waits } from './notices/tray.ts'
import type { NoticeKind } from './notices/words.ts'
import type { Language } from './session/model.ts'
import type { TextSize } from './settings/looks.ts'

/** How far a heavy call has come; `total` is null while it is unknown. */
export type Progress = { job: string; done: number; total: number | null; note: string | null }

/** The job under which a demo desk reports how far it is with making its store. */
export const DEMO_JOB = 'demo'

/** What the desk tells a window without being asked. */
export type Push =
  | { kind: 'changed'; topics: Topic[] }
  | { kind: 'progress'; progress: Progress }
  | { kind: 'command'; command: string }
  /** The engine's thread died and another one took its place: the store is locked, though nobody locked it. */
  | { kind: 'engine-ended' }
  | { kind: 'waiting'; userId: string; waits: Waits }
  | { kind: 'notice'; userId: string; notices: PushedNotice[]; onlyAway: boolean; unread: number }
  /** Somebody chose a notification: whoever was told is led to what it speaks of. */
  | { kind: 'go'; userId: string; place: NoticePlace }

export type PushedNotice = { kind: NoticeKind; caseNumber: string | null; place: NoticePlace }

/** Options of one request: a job name lets the window follow and cancel a heavy call. */
export type RequestOptions = { job?: string }

/**
 * The whole of what the preload script exposes to the page as `window.desk`:
 * one function to ask, one to listen (returns how to stop listening).
 */
export type Bridge = {
  call(name: string, input: unknown, options?: RequestOptions): Promise<Result<unknown>>
  listen(listener: (push: Push) => void): () => void
}

/**
 * Calls answered by the shell, not by the engine: they open the system's own dialogs.
 * The page gets tokens for files, never paths.
 */
export type ShellCalls = {
  'shell.pickFile': {
    input: { purpose: 'members' | 'bundle' | 'backup' | 'evidence' | 'pack' }
    output: { token: string; name: string; bytes: number } | null
  }
  'shell.pickSave': {
    input: { purpose: 'history' | 'errors' | 'backup' | 'checkpoint' | 'mail' | 'copy' | 'pack'; suggested: string }
    output: { token: string; name: string } | null
  }
  /** A folder to write into; the page sees its own name, not where it lies. */
  'shell.pickFolder': { input: Record<string, never>; output: { token: string; name: string } | null }
  /** Takes the content of a dropped or pasted file, part by part in base64; the first part has no token yet. */
  'shell.hold': { input: { token: string | null; name: string; part: string }; output: { token: string } }
  /** Puts a text on the system's clipboard for a minute, or until the desk locks. */
  'shell.copy': { input: { text: string }; output: { copied: boolean } }
  'shell.cancel': { input: { job: string }; output: null }
  'shell.ready': { input: Record<string, never>; output: null }
  /** How large everything is drawn in every window, and in which language the system's notifications speak. */
  'shell.comfort': { input: { textSize: TextSize; language: Language }; output: null }
  /** Starts the program again with its demonstration store; the present store is closed and left as it is. */
  'shell.demo': { input: Record<string, never>; output: null }
  'shell.newWindow': { input: Record<string, never>; output: null }
}
export type ShellCallName = keyof ShellCalls
export type ShellFailure = Failure
