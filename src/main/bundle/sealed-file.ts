import { createCipheriv, randomBytes } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'

const BLOCK = 16
const CHUNK = 1024 * 1024

/** What an archive is read from: an open file, or one that is unsealed while it is read. */
export type ReadableFile = {
  read(buffer: Buffer, offset: number, length: number, position: number): Promise<{ bytesRead: number }>
  stat(): Promise<{ size: number; isFile(): boolean }>
}
/** What an archive is written to; every place is written once. */
export type WritableFile = {
  write(bytes: Uint8Array, offset: number, length: number | null, position: number): Promise<{ bytesWritten: number }>
  sync(): Promise<void>
  close(): Promise<void>
}
export type SealedFile = ReadableFile & WritableFile & { bytes(): AsyncGenerator<Uint8Array> }

/** What a sealed file is opened with; never used for two contents. */
export type FileSecret = { key: Uint8Array; start: Uint8Array }
export const newFileSecret = (): FileSecret => ({ key: randomBytes(32), start: randomBytes(8) })

/**
 * A working file whose content never touches the disk in clear: sealed (AES-256-CTR, each place written once) with a key
 * that lives only in this memory unless the caller keeps it, so that what a killed program leaves behind says nothing.
 */
export async function openSealed(
  path: string,
  { key, start }: FileSecret = newFileSecret(),
  flags: 'w+' | 'r' = 'w+',
): Promise<SealedFile> {
  const file = await open(path, flags, 0o600)
  const cipherAt = (position: number) => {
    const counter = Buffer.alloc(BLOCK)
    counter.set(start)
    counter.writeBigUInt64BE(BigInt(Math.floor(position / BLOCK)), 8)
    const cipher = createCipheriv('aes-256-ctr', key, counter)
    cipher.update(Buffer.alloc(position % BLOCK))
    return cipher
  }
  const change = (bytes: Uint8Array, position: number) => cipherAt(position).update(bytes)
  return {
    async write(bytes, offset, length, position) {
      const wanted = bytes.subarray(offset, offset + (length ?? bytes.length - offset))
      await writeFully(file, change(wanted, position), position)
      return { bytesWritten: wanted.length }
    },
    async read(buffer, offset, length, position) {
      const { bytesRead } = await file.read(buffer, offset, length, position)
      change(buffer.subarray(offset, offset + bytesRead), position).copy(buffer, offset)
      return { bytesRead }
    },
    async *bytes() {
      const cipher = cipherAt(0)
      const sealed = Buffer.alloc(CHUNK)
      let at = 0
      for (;;) {
        const { bytesRead } = await file.read(sealed, 0, CHUNK, at)
        if (bytesRead === 0) return
        yield cipher.update(sealed.subarray(0, bytesRead))
        at += bytesRead
      }
    },
    stat: () => file.stat(),
    sync: () => file.sync(),
    close: () => file.close(),
  }
}

async function writeFully(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  let written = 0
  while (written < bytes.length) {
    written += (await file.write(bytes, written, bytes.length - written, position + written)).bytesWritten
  }
}
