import type { Push } from '../../shared/bridge.ts'
import { refuse } from '../../shared/failure.ts'
import type { Actor } from '../../shared/session/model.ts'
import type { Instant } from '../../shared/time.ts'
import type { StoreAddress } from '../store/address.ts'
import type { Store } from '../store/store.ts'
import type { Head } from './audit.ts'
import type { HeavyReader } from './heavy.ts'
import type { Keychain } from './keychain.ts'
import type { Keys } from './keys.ts'

/** What the engine gets from the program it runs in: the window's worker, the command line or a test. */
export type Host = {
  now(): Instant
  /** Milliseconds since the computer started, its sleep included; without them no jump of the clock is noticed. */
  steady?: () => number
  newId(): string
  /** Local log for what must not cross the bridge. */
  log(message: string, error: unknown): void
  push(push: Push): void
  versions: { app: string; electron: string; node: string }
  /** Cost of a password's derivation; people's desks use the default, tests the smallest allowed. */
  passwordCost: PasswordCost
  /** The program of the thread that answers heavy queries; without one they are answered in the engine's own thread. */
  readerThread?: URL
  /** The system's keychain, where this program reaches one. */
  keychain?: Keychain
}

export type PasswordCost = { opslimit: number; memlimit: number }

/** Who is signed in on this engine, since when nothing was done, and whether a one-time password must be replaced first. */
export type Session = {
  actor: Actor
  lastActiveAt: Instant
  mustChangePassword: boolean
  /** Of this sign-in on record, once it is there. */
  id?: string
}

/** An opened store with its keys, a second connection that only reads, and the thread for heavy queries. */
export type OpenStore = {
  store: Store
  reader: Store | null
  heavy: HeavyReader | null
  storeId: string
  keys: Keys
  isDemo: boolean
  autoLockMinutes: number
  head: Head
}

/** The state of one engine: a store address, perhaps an open store, perhaps a signed-in person. */
export type Desk = {
  readonly host: Host
  address: StoreAddress
  open: OpenStore | null
  session: Session | null
}

/** The open store of a desk; refuses with store-missing where none is open. */
export function requireOpen({ open }: Pick<Desk, 'open'>): OpenStore {
  if (!open) refuse('store-missing')
  return open
}
