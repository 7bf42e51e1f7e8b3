import { createReadStream } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { readEntry, readWhole, scanZip } from '../bundle/zip-reader.ts'
import { createZip } from '../bundle/zip-writer.ts'
import { utf8 } from '../crypto/encoding.ts'
import { hashFile } from '../crypto/hash-file.ts'
import { type StoredKeyring, storedKeyring } from '../crypto/keyring-cover.ts'
import { faultOf } from '../store/errors.ts'

const STORE = 'store.db'
const KEYRING = 'keyring.json'
const MANIFEST = 'backup.json'

const manifest = z.strictObject({
  format: z.literal('vip-desk-backup'),
  version: z.literal(1),
  storeId: z.string(),
  schema: z.number().int(),
  createdAt: z.number().int(),
  head: z.object({ sequence: z.number().int(), hash: z.string() }),
  store: z.object({ size: z.number().int(), sha256: z.string() }),
})
export type BackupManifest = z.infer<typeof manifest>

/** Packs a checked copy of the store with its keyring into one file, which appears whole or not at all. */
export async function packBackup(
  out: string,
  copy: string,
  keyring: StoredKeyring,
  about: Omit<BackupManifest, 'format' | 'version' | 'store'>,
): Promise<{ size: number; sha256: string }> {
  const zip = await createZip(out, about.createdAt)
  try {
    const { size } = await fs.stat(copy)
    const store = await zip.add(STORE, createReadStream(copy), size)
    await zip.add(KEYRING, [utf8(JSON.stringify(keyring))])
    const content = {
      format: 'vip-desk-backup',
      version: 1,
      ...about,
      store: { size: store.size, sha256: store.sha256 },
    }
    await zip.add(MANIFEST, [utf8(`${JSON.stringify(content, null, 2)}\n`)])
    await zip.finish()
  } finally {
    await zip.discard()
  }
  return hashFile(out)
}

/** Unpacks a backup beside its destination; undefined when the file is no whole backup of ours. */
export async function unpackBackup(
  file: string,
  storeFile: string,
): Promise<{ manifest: BackupManifest; keyring: StoredKeyring } | undefined> {
  const handle = await fs.open(file, 'r').catch(() => undefined)
  if (!handle) return undefined
  try {
    const scan = await scanZip(handle, (await handle.stat()).size)
    const entry = (name: string) => (scan.ok ? scan.entries.find((one) => one.name === name) : undefined)
    const [store, keys, about] = [entry(STORE), entry(KEYRING), entry(MANIFEST)]
    if (!store || !keys || !about) return undefined
    const parsed = manifest.safeParse(JSON.parse((await readWhole(handle, about)).toString()))
    const keyring = storedKeyring.safeParse(JSON.parse((await readWhole(handle, keys)).toString()))
    if (!parsed.success || !keyring.success) return undefined
    await fs.mkdir(path.dirname(storeFile), { recursive: true })
    await fs.writeFile(storeFile, readEntry(handle, store), { mode: 0o600 })
    const { sha256 } = await hashFile(storeFile)
    return sha256 === parsed.data.store.sha256 ? { manifest: parsed.data, keyring: keyring.data } : undefined
  } catch (error) {
    // A disk that is full says nothing about the backup.
    if (faultOf(error)) throw error
    return undefined
  } finally {
    await handle.close()
  }
}
