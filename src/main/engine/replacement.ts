import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { devicePath } from '../crypto/device-file.ts'
import { syncFolder, writeDurably } from '../crypto/durable-file.ts'
import { utf8 } from '../crypto/encoding.ts'
import { keyringCopyPath } from '../crypto/keyring-file.ts'
import { StoreError } from '../store/errors.ts'
import { anchorFile } from '../store/sqlite/anchor.ts'
import { holdLock } from '../store/sqlite/lock.ts'
import { isReplacing, replacementNote } from '../store/store-file.ts'
import { keyringFile } from './keyring-beside.ts'

/**
 * A store takes the place of another as one: its files are made whole beside it, a note says that they are, and from then
 * on whoever looks for the store first ends what the note began. Killed before the note, the old store is there; after it,
 * the new one. What was there before is moved aside under a name of its own, never deleted.
 */
const replacementSchema = z.strictObject({
  /** File name under which what was there goes on, with the same endings: a whole store. */
  aside: z.string().regex(/^[^/\\]+$/),
  /** The new store is bound to this computer as well: the sealed key stays where it is, and a copy goes aside. */
  keepsDevice: z.boolean(),
})
export type Replacement = z.infer<typeof replacementSchema>

/** Where a store is made before it takes its place. */
export function stagedFile(storeFile: string): string {
  return `${storeFile}.restoring`
}

/** Puts the staged store into its place; what was there is moved aside. Throws StoreError in-use. */
export function replaceStore(storeFile: string, replacement: Replacement): void {
  const lock = holdLock(storeFile)
  try {
    writeDurably(replacementNote(storeFile), utf8(JSON.stringify(replacement)))
    finish(storeFile)
  } finally {
    lock.release()
  }
}

/** Ends a replacement that was cut short; while another program is at it, that one ends it. */
export function settleReplacement(storeFile: string): void {
  if (!isReplacing(storeFile)) return
  try {
    const lock = holdLock(storeFile)
    try {
      if (isReplacing(storeFile)) finish(storeFile)
    } finally {
      lock.release()
    }
  } catch (error) {
    if (!(error instanceof StoreError && error.fault === 'in-use')) throw error
  }
}

/** Can be begun again at every point: a staged file that is gone is in its place already. */
function finish(storeFile: string): void {
  const note = replacementNote(storeFile)
  const { aside, keepsDevice } = replacementSchema.parse(JSON.parse(fs.readFileSync(note, 'utf8')))
  const target = path.join(path.dirname(storeFile), aside)
  const asideOf = (file: string) => target + file.slice(storeFile.length)
  const device = devicePath(storeFile)
  if (keepsDevice && fs.existsSync(device)) fs.copyFileSync(device, asideOf(device))
  const gone = [`${storeFile}-wal`, `${storeFile}-shm`, anchorFile(storeFile), ...(keepsDevice ? [] : [device])]
  for (const file of gone) moveIfThere(file, asideOf(file))
  for (const [file, staged] of placesOf(storeFile)) {
    if (!fs.existsSync(staged)) continue
    moveIfThere(file, asideOf(file))
    fs.renameSync(staged, file)
  }
  syncFolder(path.dirname(storeFile))
  fs.rmSync(note)
  syncFolder(path.dirname(storeFile))
}

function placesOf(storeFile: string): [file: string, staged: string][] {
  const [keys, stagedKeys] = [keyringFile(storeFile), keyringFile(stagedFile(storeFile))]
  return [
    [keys, stagedKeys],
    [keyringCopyPath(keys), keyringCopyPath(stagedKeys)],
    [storeFile, stagedFile(storeFile)],
  ]
}

function moveIfThere(file: string, target: string): void {
  if (fs.existsSync(file)) fs.renameSync(file, target)
}

/** Removes what a store that was being made left; nothing of the store itself. */
export function clearStaged(storeFile: string): void {
  if (isReplacing(storeFile)) return
  const staged = stagedFile(storeFile)
  for (const suffix of ['', '-wal', '-shm', '-journal', '.anchor', '.lock', '.keys', '.keys.copy'])
    fs.rmSync(staged + suffix, { force: true })
}

/** A name for what is moved aside that no file has yet; undefined where nothing is there. */
export function asideName(storeFile: string, stamp: string): string | undefined {
  const folder = path.dirname(storeFile)
  const base = path.basename(storeFile)
  const names = fs.existsSync(folder) ? fs.readdirSync(folder) : []
  const endings = ['', '-wal', '-shm', '.keys', '.keys.copy', '.anchor', '.device']
  if (!endings.some((ending) => names.includes(base + ending))) return undefined
  for (let n = 1; ; n += 1) {
    const name = `${base}.damaged-${stamp}${n === 1 ? '' : `-${n}`}`
    if (!names.some((one) => one === name || one.startsWith(`${name}.`) || one.startsWith(`${name}-wal`))) return name
  }
}
