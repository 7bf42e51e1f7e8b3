import { forgetDevice } from '../crypto/device-file.ts'
import { coverKeyring, isCovered, type StoredKeyring, uncoverKeyring } from '../crypto/keyring-cover.ts'
import { readKeyring, writeKeyring } from '../crypto/keyring-file.ts'
import type { Keyring } from '../crypto/keyring-model.ts'
import { wipe } from '../crypto/sodium.ts'
import { newCoverHere, openCovered } from './device-binding.ts'
import type { Keychain } from './keychain.ts'
import type { KeyringPlace } from './keyring-place.ts'
import { isStoreThere } from './store-there.ts'

/** The file that holds the keyring of a store file. */
export function keyringFile(storeFile: string): string {
  return `${storeFile}.keys`
}

/** The keyring beside a store file: under a cover while the store is bound to this computer. */
export function besideFile(file: string, keychain?: Keychain): KeyringPlace {
  const path = keyringFile(file)
  let cover: Uint8Array | null = null
  // Read by the recovery key: bound elsewhere until this place writes it, which ends that binding.
  let taken: Keyring | undefined
  const leaving = (keyring: Keyring): StoredKeyring => (cover ? coverKeyring(keyring, cover) : keyring)
  const write = (keyring: Keyring) => {
    writeKeyring(path, leaving(keyring))
    if (!cover) forgetDevice(file)
    taken = undefined
  }
  /** Writes under another cover, or none; what stood before stays in force when that fails. */
  const change = (next: Uint8Array | null, keyring: Keyring) => {
    const before = cover
    cover = next
    try {
      write(keyring)
    } catch (error) {
      cover = before
      writeBack(() => write(keyring))
      throw error
    }
    wipe(before)
  }
  return {
    // A keyring alone is what is left of a creation that was cut short: nothing was ever stored under it.
    hasStore: () => isStoreThere(file),
    read: async (recoveryKey) => {
      const { keyring: covered } = readKeyring(path)
      if (!isCovered(covered)) return covered
      if (taken?.revision === covered.revision) return taken
      const known = cover && uncoverKeyring(covered, cover)
      if (known) return known
      const opened = await openCovered({ storeFile: file, covered, keychain }, recoveryKey)
      cover = opened.cover
      if (!cover) taken = opened.keyring
      return opened.keyring
    },
    write: async (keyring) => write(keyring),
    // Nobody else has the file while it is open.
    latest: async (keyring) => keyring,
    leaving,
    binding: {
      isBound: () => cover !== null,
      keychain: async () => (await keychain?.backend()) ?? null,
      bind: async (keyring) => change(await newCoverHere(file, keyring.storeId, keychain), keyring),
      release: async (keyring) => change(null, keyring),
    },
    close: () => wipe(cover),
  }
}

// One of the two copies may have been written before the disk was full; each form opens, so a second failure loses nothing.
function writeBack(write: () => void): void {
  try {
    write()
  } catch {
    // The first failure is the one to tell.
  }
}
