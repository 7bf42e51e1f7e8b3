import type { Push, RequestOptions } from '../../shared/bridge.ts'
import type { Result } from '../../shared/failure.ts'
import type { KeychainName } from '../../shared/keys/keychains.ts'

/** What the engine's thread is started with. */
export type EngineWorkerData = {
  address: string
  isDemo: boolean
  versions: { app: string; electron: string; node: string }
}

export type KeychainQuestion = { ask: 'backend' } | { ask: 'seal' | 'open'; bytes: Uint8Array }
export type KeychainAnswer = { backend: KeychainName | null } | { bytes: Uint8Array | undefined } | { error: string }

export type ToEngine =
  | { kind: 'request'; id: number; name: string; input: unknown; options: RequestOptions | undefined }
  | { kind: 'cancel'; job: string }
  | { kind: 'close'; reason: string }
  /** A window is painted: from now on there is time to read the program. */
  | { kind: 'painted' }
  /** What the keychain said to a question. */
  | ({ kind: 'keychain'; id: number } & KeychainAnswer)

export type FromEngine =
  | { kind: 'answer'; id: number; result: Result<unknown> }
  | { kind: 'push'; push: Push }
  | { kind: 'log'; message: string; detail: string }
  /** Asked of the system's keychain, which only the main process reaches. */
  | ({ kind: 'keychain'; id: number } & KeychainQuestion)
  /** The store was closed: nothing of it should stay in memory. */
  | { kind: 'closed' }
  /** Everything is on disk after a `close`. */
  | { kind: 'ended' }
