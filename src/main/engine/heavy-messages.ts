import type { Failure } from '../../shared/failure.ts'
import type { Actor } from '../../shared/session/model.ts'
import type { Keyring } from '../crypto/keyring.ts'
import type { StoreFault } from '../store/errors.ts'
import type { Head } from './audit.ts'
import type { Host } from './desk.ts'
import type { SystemActor } from './handler.ts'

/** What the reader's thread is started with; the key's bytes move into it and are wiped there once the store is open. */
export type ReaderStart = {
  address: string
  dataKey: Uint8Array<ArrayBuffer>
  storeId: string
  isDemo: boolean
  autoLockMinutes: number
  keyring: Keyring
  publicKey: Uint8Array
  keyId: Uint8Array
  versions: Host['versions']
}

/** One query, already known, allowed and parsed by the engine. */
export type HeavyQuery = { name: string; input: unknown; actor: Actor | SystemActor; now: number; head: Head }

export type ToReader =
  | { kind: 'run'; id: number; query: HeavyQuery }
  | { kind: 'cancel'; id: number }
  | { kind: 'close' }

export type FromReader =
  | { kind: 'answer'; id: number; value: unknown }
  | { kind: 'progress'; id: number; done: number; total: number | null; note: string | undefined }
  | { kind: 'refused'; id: number; failure: Failure }
  | { kind: 'fault'; id: number; fault: StoreFault }
  /** Anything else: the detail is for the local log only. */
  | { kind: 'failed'; id: number; detail: string }
