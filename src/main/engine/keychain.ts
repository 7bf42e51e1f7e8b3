import type { KeychainName } from '../../shared/keys/keychains.ts'

/**
 * The system's keychain of this person on this computer, as far as the program that runs the engine reaches one: the
 * window does, the command line does not.
 */
export type Keychain = {
  /** What keeps secrets here; null where nothing does, or only in readable text. */
  backend(): Promise<KeychainName | null>
  /** Seals a secret so that only this keychain opens it. */
  seal(secret: Uint8Array): Promise<Uint8Array>
  /** Undefined when this keychain did not seal it. */
  open(sealed: Uint8Array): Promise<Uint8Array | undefined>
}
