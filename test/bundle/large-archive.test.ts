import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findForeignBytes, readWhole, type Scan, scanZip } from '../../src/main/bundle/zip-reader.ts'
import { createZip } from '../../src/main/bundle/zip-writer.ts'

const CREATED_AT = Date.parse('2026-11-20T08:00:00+08:00')
const ZEROS = new Uint8Array(4 << 20)
const PIECES = 1024
const SIZE = ZEROS.length * PIECES + 5
const [TIMEOUT_MS, SIZE_PLACE] = [180_000, 4]

let folder: string
let archive: string

/** A file that leaves zeros out, so that four gigabytes of them take no room on the disk. */
async function sparse(name: string) {
  const file = await fs.open(name, 'w')
  return {
    stat: () => file.stat(),
    read: file.read.bind(file),
    sync: () => file.sync(),
    close: () => file.close(),
    write: async (bytes: Uint8Array, from: number, length: number | null, at: number) => {
      if (bytes === ZEROS) return { bytesWritten: ZEROS.length - from, buffer: bytes }
      return file.write(bytes, from, length, at)
    },
  }
}

function* large() {
  for (let n = 0; n < PIECES; n++) yield ZEROS
  yield Buffer.from('tail!')
}

async function scanned(file: string): Promise<Scan & { file: fs.FileHandle; size: number }> {
  const handle = await fs.open(file)
  const { size } = await handle.stat()
  return { ...(await scanZip(handle, size)), file: handle, size }
}

describe('an archive with a member of more than four gigabytes', () => {
  beforeAll(async () => {
    folder = await fs.mkdtemp(path.join(os.tmpdir(), 'vip-desk-large-archive-'))
    archive = path.join(folder, 'large.zip')
    const zip = await createZip(archive, CREATED_AT, sparse)
    await zip.add('first.txt', [Buffer.from('before')])
    await zip.add('store.db', large(), SIZE)
    await zip.add('last.txt', [Buffer.from('behind')])
    await zip.finish()
  }, TIMEOUT_MS)

  afterAll(() => fs.rm(folder, { recursive: true, force: true }))

  test('is read as it was written, members behind it included', async () => {
    const read = await scanned(archive)
    try {
      if (!read.ok) throw new Error(read.detail)
      expect(read.entries.map(({ name, size }) => [name, size])).toEqual([
        ['first.txt', 6],
        ['store.db', SIZE],
        ['last.txt', 6],
      ])
      const [, store, last] = read.entries
      if (!store || !last) throw new Error('members are missing')
      expect(last.offset).toBeGreaterThan(2 ** 32)
      expect((await readWhole(read.file, last)).toString()).toBe('behind')
      const end = { ...store, start: store.start + SIZE - 5, size: 5 }
      expect((await readWhole(read.file, end)).toString()).toBe('tail!')
      expect(await findForeignBytes(read.file, read.size, read, CREATED_AT)).toBeUndefined()
    } finally {
      await read.file.close()
    }
  })

  test('is refused when the size of a large member or the directory behind it was changed', async () => {
    const { file, ...read } = await scanned(archive)
    await file.close()
    if (!read.ok) throw new Error(read.detail)
    const [, store] = read.entries
    if (!store) throw new Error('members are missing')
    const sizeAt = store.start - 20 + SIZE_PLACE
    for (const at of [sizeAt, sizeAt + 7, read.end + 30, read.size - 40, read.size - 70]) {
      const writable = await fs.open(archive, 'r+')
      const byte = Buffer.alloc(1)
      await writable.read(byte, 0, 1, at)
      await writable.write(Buffer.from([(byte[0] ?? 0) ^ 1]), 0, 1, at)
      const again = await scanned(archive)
      const found = again.ok ? await findForeignBytes(again.file, again.size, again, CREATED_AT) : again.detail
      await again.file.close()
      await writable.write(byte, 0, 1, at)
      await writable.close()
      expect(found, `byte ${at}`).toBeTypeOf('string')
    }
  })

  test(
    'has to know its size beforehand: one that grows so large unannounced, or has another size, is refused',
    async () => {
      const unannounced = await createZip(path.join(folder, 'unannounced.zip'), CREATED_AT, sparse)
      await expect(unannounced.add('store.db', large())).rejects.toThrow('too large')
      await unannounced.discard()
      const shorter = await createZip(path.join(folder, 'shorter.zip'), CREATED_AT, sparse)
      await expect(shorter.add('store.db', [ZEROS], SIZE)).rejects.toThrow('size')
      await shorter.discard()
      expect(await fs.readdir(folder)).toEqual(['large.zip'])
    },
    TIMEOUT_MS,
  )
})
