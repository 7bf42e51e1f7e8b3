import fs from 'node:fs'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { ReadableStream as WebStream } from 'node:stream/web'
import { Decrypter, Encrypter } from 'age-encryption'
import type { Encryption } from '../../shared/exports/model.ts'
import { refuse } from '../../shared/failure.ts'
import { syncFolder } from '../crypto/durable-file.ts'
import type { Problem } from './problems.ts'
import { openSealed, type ReadableFile } from './sealed-file.ts'

/** Fewer characters are guessed too soon once the file is in other hands. */
export const PASSPHRASE_MIN_LENGTH = 12
const AGE_HEAD = 'age-encryption.org/v1\n'

/** How a bundle is encrypted: for whom, and the age encrypter that does it. */
export type Sealing = { kind: Exclude<Encryption, 'none'>; encrypter: Encrypter }

/** The encryption somebody asked for; undefined for none; refuses a short passphrase, a key that is none, and both at once. */
export function sealingOf(wanted: {
  passphrase?: string | undefined
  recipientKeys?: readonly string[] | undefined
}): Sealing | undefined {
  const keys = wanted.recipientKeys ?? []
  const encrypter = new Encrypter()
  if (keys.length > 0 && wanted.passphrase) refuse('export-encrypt-once')
  if (wanted.passphrase) {
    if ([...wanted.passphrase].length < PASSPHRASE_MIN_LENGTH)
      refuse('export-passphrase', { min: PASSPHRASE_MIN_LENGTH })
    encrypter.setPassphrase(wanted.passphrase.normalize('NFKC'))
    return { kind: 'passphrase', encrypter }
  }
  if (keys.length === 0) return undefined
  for (const key of keys) {
    try {
      encrypter.addRecipient(key)
    } catch {
      refuse('export-recipient-key', { key: key.slice(0, 16) })
    }
  }
  return { kind: 'recipients', encrypter }
}

/** Writes bytes encrypted to a new file, which appears whole or not at all. */
export async function writeAge(to: string, sealing: Sealing, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  const temporary = `${to}.part`
  const file = await open(temporary, 'w', 0o600)
  try {
    const stream = await sealing.encrypter.encrypt(WebStream.from(bytes) as ReadableStream<Uint8Array>)
    for await (const piece of stream) await writeAll(file, piece)
    await file.sync()
    await file.close()
    await rename(temporary, to)
    syncFolder(path.dirname(to))
  } finally {
    await file.close().catch(() => undefined)
    await rm(temporary, { force: true })
  }
}

type Opened = { ok: true; source: string | ReadableFile; close: () => Promise<void> } | { ok: false; problem: Problem }

/** Opens a bundle to be verified: a plain one as it is, an encrypted one with a passphrase or an identity. */
export async function openBundle(
  file: string,
  keys: { passphrase?: string | undefined; identity?: string | undefined },
): Promise<Opened> {
  if (!isAge(file)) return { ok: true, source: file, close: async () => undefined }
  const decrypter = new Decrypter()
  try {
    if (keys.passphrase) decrypter.addPassphrase(keys.passphrase.normalize('NFKC'))
    for (const line of identitiesIn(keys.identity ?? '')) decrypter.addIdentity(line)
  } catch {
    return { ok: false, problem: { code: 'encrypted', detail: 'the identity is not an age identity' } }
  }
  if (!keys.passphrase && !keys.identity)
    return {
      ok: false,
      problem: { code: 'encrypted', detail: 'the bundle is encrypted: it needs its passphrase or identity' },
    }
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vip-desk-open-'))
  const sealed = await openSealed(path.join(folder, 'bundle'))
  const close = async () => {
    await sealed.close()
    fs.rmSync(folder, { recursive: true, force: true })
  }
  try {
    let at = 0
    const clear = await decrypter.decrypt(
      WebStream.from(fs.createReadStream(file)) as ReadableStream<Uint8Array<ArrayBuffer>>,
    )
    for await (const piece of clear) at += (await sealed.write(piece, 0, null, at)).bytesWritten
    return { ok: true, source: sealed, close }
  } catch {
    await close()
    return { ok: false, problem: { code: 'encrypted', detail: 'this key does not open the bundle, or it was changed' } }
  }
}

function isAge(file: string): boolean {
  try {
    const descriptor = fs.openSync(file, 'r')
    try {
      const head = Buffer.alloc(AGE_HEAD.length)
      fs.readSync(descriptor, head, 0, head.length, 0)
      return head.toString('latin1') === AGE_HEAD
    } finally {
      fs.closeSync(descriptor)
    }
  } catch {
    return false
  }
}

/** The secret keys of an identity file: comments and blank lines stay out. */
function identitiesIn(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
}

async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  let written = 0
  while (written < bytes.length) written += (await file.write(bytes, written, bytes.length - written)).bytesWritten
}
