import fs from 'node:fs'
import { refuse } from '../../shared/failure.ts'
import { forgetDevice } from '../crypto/device-file.ts'
import { unlock } from '../crypto/keyring.ts'
import { isCovered, type StoredKeyring } from '../crypto/keyring-cover.ts'
import { writeKeyring } from '../crypto/keyring-file.ts'
import { wipe } from '../crypto/sodium.ts'
import type { Desk } from '../engine/desk.ts'
import { openCovered } from '../engine/device-binding.ts'
import { keyringFile } from '../engine/keyring-place.ts'
import { checkCopy } from '../store/sqlite/copy.ts'
import { unpackBackup } from './backup-file.ts'

type Asked = { file: string; login: string; password: string; recoveryKey?: string | undefined }

/**
 * Puts a backup in place of a store that is not there. The password of one of its people must open it, every page is
 * checked, and only then it gets its name. A backup of a store that was bound to a computer opens on that computer, or
 * with the recovery key: it is then bound to none. Refuses: store-exists, backup-unreadable, wrong-password,
 * backup-sqlite-only, and as `openCovered` does.
 */
export async function restoreBackup({ address, host }: Pick<Desk, 'address' | 'host'>, asked: Asked) {
  if (address.engine !== 'sqlite') refuse('backup-sqlite-only')
  if (fs.existsSync(address.path)) refuse('store-exists')
  const part = `${address.path}.restoring`
  try {
    const unpacked = await unpackBackup(asked.file, part)
    if (!unpacked) refuse('backup-unreadable')
    const { keyring, toWrite } = await uncovered(address.path, unpacked.keyring, { ...asked, keychain: host.keychain })
    const opened = unlock(keyring, asked.login, asked.password)
    if (!opened.ok) refuse('wrong-password')
    try {
      checkCopy(part, opened.dek)
    } finally {
      wipe(opened.dek, opened.nextDek)
    }
    writeKeyring(keyringFile(address.path), toWrite)
    if (!isCovered(toWrite)) forgetDevice(address.path)
    // An anchor of what was there before would take the restored store for one that was rolled back.
    fs.rmSync(`${address.path}.anchor`, { force: true })
    fs.renameSync(part, address.path)
    return { entries: unpacked.manifest.head.sequence }
  } finally {
    for (const suffix of ['', '-wal', '-shm']) fs.rmSync(part + suffix, { force: true })
  }
}

type By = { recoveryKey?: string | undefined; keychain: Desk['host']['keychain'] }

async function uncovered(storeFile: string, stored: StoredKeyring, { keychain, recoveryKey }: By) {
  if (!isCovered(stored)) return { keyring: stored, toWrite: stored }
  const { keyring, cover } = await openCovered({ storeFile, covered: stored, keychain }, recoveryKey)
  wipe(cover)
  return { keyring, toWrite: cover ? stored : keyring }
}
