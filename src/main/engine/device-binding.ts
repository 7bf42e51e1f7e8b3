import { refuse } from '../../shared/failure.ts'
import { readDevice, writeDevice } from '../crypto/device-file.ts'
import { type CoveredKeyring, newCover, uncoverByRecovery, uncoverKeyring } from '../crypto/keyring-cover.ts'
import type { Keyring } from '../crypto/keyring-model.ts'
import { readRecoveryKey } from '../crypto/recovery-key.ts'
import { sodium, wipe } from '../crypto/sodium.ts'
import type { Keychain } from './keychain.ts'

/** A keyring that was under a cover, and the cover's key: null when the recovery key opened it in place of the computer. */
export type Uncovered = { keyring: Keyring; cover: Uint8Array | null }

type Bound = { storeFile: string; covered: CoveredKeyring; keychain: Keychain | undefined }

/**
 * Opens the keyring of a store that is bound to a computer: by this computer's keychain, or else by the recovery key.
 * Refuses: device-bound (no keychain is reached from here), device-other (it is bound elsewhere, or this keychain was made
 * anew), recovery-key-mistyped, recovery-failed.
 */
export async function openCovered({ storeFile, covered, keychain }: Bound, recoveryKey?: string): Promise<Uncovered> {
  const cover = keychain && (await coverHere(storeFile, covered.storeId, keychain))
  const keyring = cover && uncoverKeyring(covered, cover)
  if (keyring) return { keyring, cover }
  if (recoveryKey !== undefined) return { keyring: byRecovery(covered, recoveryKey), cover: null }
  const isReached = keychain && (await keychain.backend()) !== null
  return refuse(isReached ? 'device-other' : 'device-bound')
}

async function coverHere(storeFile: string, storeId: string, keychain: Keychain): Promise<Uint8Array | undefined> {
  const sealed = readDevice(storeFile, storeId)
  if (!sealed || (await keychain.backend()) === null) return undefined
  return keychain.open(sealed)
}

function byRecovery(covered: CoveredKeyring, recoveryKey: string): Keyring {
  const read = readRecoveryKey(recoveryKey)
  if (!read.ok) refuse('recovery-key-mistyped')
  const keyring = uncoverByRecovery(covered, read.pair)
  wipe(read.pair.privateKey)
  return keyring ?? refuse('recovery-failed')
}

/**
 * A new cover's key, sealed by this computer's keychain and kept beside the store once the keychain has opened it again.
 * Refuses with device-no-keychain where nothing keeps secrets, or what it gives back is not what it got.
 */
export async function newCoverHere(storeFile: string, storeId: string, keychain?: Keychain): Promise<Uint8Array> {
  if (!keychain || (await keychain.backend()) === null) refuse('device-no-keychain')
  const cover = newCover()
  const sealed = await keychain.seal(cover)
  const again = await keychain.open(sealed)
  if (again?.length !== cover.length || !sodium.memcmp(again, cover)) refuse('device-no-keychain')
  wipe(again)
  writeDevice(storeFile, storeId, sealed)
  return cover
}
