import fs from 'node:fs'
import path from 'node:path'
import type { StoredKeyring } from '../crypto/keyring-cover.ts'
import { keyringExists, writeKeyring } from '../crypto/keyring-file.ts'
import { keyringFile } from '../engine/keyring-place.ts'

/**
 * Lays the present keyring beside each copy of the store that was made before its tables changed: such a copy keeps the
 * key of its time, and would open with nothing once that key is gone from the store's own keyring.
 */
export function keepOldKeyring(storeFile: string, keyring: StoredKeyring): void {
  for (const copy of olderCopies(storeFile)) {
    if (!keyringExists(keyringFile(copy))) writeKeyring(keyringFile(copy), keyring)
  }
}

function olderCopies(storeFile: string): string[] {
  const folder = path.dirname(storeFile)
  const beginning = `${path.basename(storeFile)}.before-`
  return fs
    .readdirSync(folder)
    .filter((name) => name.startsWith(beginning) && name.endsWith('.backup'))
    .map((name) => path.join(folder, name))
}
