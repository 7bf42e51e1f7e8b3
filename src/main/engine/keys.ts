import type { Keyring } from '../crypto/keyring.ts'
import type { SigningKey } from '../crypto/signing.ts'
import type { KeyringPlace } from './keyring-place.ts'

/** The secrets of an open store. */
export type Keys = {
  dataKey: Uint8Array
  keyring: Keyring
  place: KeyringPlace
  signing: SigningKey
  /** How a renewal of the data key that had been cut short was ended when the store was opened. */
  settled?: 'kept' | 'renewed'
}
