import fs from 'node:fs'
import { refuse } from '../../shared/failure.ts'
import { unlock } from '../crypto/keyring.ts'
import { writeKeyring } from '../crypto/keyring-file.ts'
import { keyringFile } from '../engine/keyring-place.ts'
import type { StoreAddress } from '../store/address.ts'
import { checkCopy } from '../store/sqlite/copy.ts'
import { unpackBackup } from './backup-file.ts'

/**
 * Puts a backup in place of a store that is not there. The password of one of its people must open it, every page is
 * checked, and only then it gets its name. Refuses: store-exists, backup-unreadable, wrong-password, backup-sqlite-only.
 */
export async function restoreBackup(
  address: StoreAddress,
  file: string,
  login: string,
  password: string,
): Promise<{ entries: number }> {
  if (address.engine !== 'sqlite') refuse('backup-sqlite-only')
  if (fs.existsSync(address.path)) refuse('store-exists')
  const part = `${address.path}.restoring`
  try {
    const unpacked = await unpackBackup(file, part)
    if (!unpacked) refuse('backup-unreadable')
    const opened = unlock(unpacked.keyring, login, password)
    if (!opened.ok) refuse('wrong-password')
    checkCopy(part, opened.dek)
    opened.dek.fill(0)
    writeKeyring(keyringFile(address.path), unpacked.keyring)
    // An anchor of what was there before would take the restored store for one that was rolled back.
    fs.rmSync(`${address.path}.anchor`, { force: true })
    fs.renameSync(part, address.path)
    return { entries: unpacked.manifest.head.sequence }
  } finally {
    for (const suffix of ['', '-wal', '-shm']) fs.rmSync(part + suffix, { force: true })
  }
}
