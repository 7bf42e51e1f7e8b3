import fs from 'node:fs'
import path from 'node:path'
import { CURRENT_VERSION } from '../../../migrations/index.ts'
import { refuse } from '../../shared/failure.ts'
import { clearAttempts, readAttempts } from '../crypto/attempts-file.ts'
import { flushFile } from '../crypto/durable-file.ts'
import { type Unlocked, unlock } from '../crypto/keyring.ts'
import { isCovered, type StoredKeyring } from '../crypto/keyring-cover.ts'
import { writeKeyring } from '../crypto/keyring-file.ts'
import { wipe } from '../crypto/sodium.ts'
import { appendAudit, entryBody, readHead } from '../engine/audit.ts'
import type { Desk } from '../engine/desk.ts'
import { openCovered } from '../engine/device-binding.ts'
import { keyringFile } from '../engine/keyring-place.ts'
import { asideName, clearStaged, replaceStore, settleReplacement, stagedFile } from '../engine/replacement.ts'
import { attemptsFile } from '../session/places.ts'
import { findUser } from '../session/queries.ts'
import { forgetTries, keepingTries, writeTries } from '../session/tries.ts'
import { StoreError } from '../store/errors.ts'
import { checkCopy } from '../store/sqlite/copy.ts'
import { openSqlite } from '../store/sqlite/open.ts'
import { hasStoreFile } from '../store/store-file.ts'
import { guess } from '../trust/guess.ts'
import { type BackupManifest, unpackBackup } from './backup-file.ts'
import { mustNotOpen } from './still-opens.ts'

type Asked = {
  file: string
  login: string
  password: string
  recoveryKey?: string | undefined
  replaceDamaged?: boolean | undefined
  presentPassword?: string | undefined
}

/**
 * Puts a backup in place of a store that is not there, or, when that is wanted, of one that is proved not to open: its files
 * are moved aside, none is deleted. The password of one of the backup's people must open it and waits as at the sign-in,
 * every page is checked, and what was restored, by whom and from what stands in its audit chain before it gets its name,
 * after each password that was refused meanwhile (decision 0126).
 * A backup of a store that was bound to a computer opens on that computer, or with the recovery key: it is then bound to
 * none. Refuses: store-exists, backup-unreadable, backup-newer, wrong-password, sign-in-wait, backup-sqlite-only, and as
 * `openCovered` and `mustNotOpen` do.
 */
export async function restoreBackup(desk: Desk, asked: Asked) {
  const { address, host } = desk
  const tried = { call: 'session.restore', login: asked.login } as const
  if (address.engine !== 'sqlite') refuse('backup-sqlite-only')
  settleReplacement(address.path)
  if (hasStoreFile(address.path)) {
    if (!asked.replaceDamaged) refuse('store-exists')
    const present = { ...asked, password: asked.presentPassword ?? asked.password }
    await keepingTries(desk, tried, () => mustNotOpen(desk, present))
  }
  const part = stagedFile(address.path)
  clearStaged(address.path)
  try {
    const unpacked = await unpackBackup(asked.file, part)
    if (!unpacked) refuse('backup-unreadable')
    const { manifest } = unpacked
    if (manifest.schema > CURRENT_VERSION) refuse('backup-newer')
    const { keyring, toWrite } = await keepingTries(desk, tried, () =>
      uncovered(address.path, unpacked.keyring, { ...asked, keychain: host.keychain }),
    )
    const wrongPasswordsBefore = readAttempts(attemptsFile(desk)).failures
    const opened = await keepingTries(desk, { ...tried, keyring }, async () => {
      const guessed = guess(desk, () => unlock(keyring, asked.login, asked.password))
      return guessed.ok ? guessed : refuse('wrong-password')
    })
    const aside = asideName(address.path, stampOf(host.now()))
    try {
      checkCopy(part, opened.dek)
      const told = { manifest, wrongPasswordsBefore, movedAside: aside ?? null, fileName: path.basename(asked.file) }
      await writeRow(desk, part, opened, told)
    } finally {
      wipe(opened.dek, opened.nextDek)
    }
    flushFile(part)
    writeKeyring(keyringFile(part), toWrite)
    // What was there may have an anchor: the restored store would then pass for one that was rolled back.
    replaceStore(address.path, {
      aside: aside ?? `${path.basename(address.path)}.damaged`,
      keepsDevice: isCovered(toWrite),
    })
    clearAttempts(attemptsFile(desk))
    forgetTries(desk)
    return { entries: manifest.head.sequence, movedAside: aside ?? null }
  } finally {
    clearStaged(address.path)
  }
}

type By = { recoveryKey?: string | undefined; keychain: Desk['host']['keychain'] }

async function uncovered(storeFile: string, stored: StoredKeyring, { keychain, recoveryKey }: By) {
  if (!isCovered(stored)) return { keyring: stored, toWrite: stored }
  const { keyring, cover } = await openCovered({ storeFile, covered: stored, keychain }, recoveryKey)
  wipe(cover)
  return { keyring, toWrite: cover ? stored : keyring }
}

type Told = { manifest: BackupManifest; wrongPasswordsBefore: number; movedAside: string | null; fileName: string }

// In the chain itself: a note beside the store could be taken away before anybody signs in.
async function writeRow(desk: Desk, part: string, { userId, dek }: Unlocked, told: Told): Promise<void> {
  const { manifest, fileName, wrongPasswordsBefore, movedAside } = told
  const store = openSqlite(part, dek, false)
  try {
    await store.transaction(async (db) => {
      const user = await findUser(db, userId)
      if (user?.status !== 'active') refuse('wrong-password')
      const head = await readHead(db, manifest.storeId)
      await writeTries(desk, { store, storeId: manifest.storeId }, db)
      const backup = { fileName, madeAt: manifest.createdAt, sequence: head.sequence, hash: head.hash }
      await appendAudit(store, db, manifest.storeId, {
        ...{
          at: desk.host.now(),
          actorId: userId,
          call: 'session.restore',
          outcome: 'done',
          memberId: null,
          caseId: null,
        },
        body: entryBody(user, { login: user.login }, { backup, wrongPasswordsBefore, movedAside }),
      })
    })
  } finally {
    await store.close()
  }
  // Left behind, the row would not move with the file.
  if (fs.existsSync(`${part}-wal`)) throw new StoreError('backup-failed')
}

/** A moment as part of a file's name, in UTC: 20260930-020000. */
function stampOf(at: number): string {
  return new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')
}
