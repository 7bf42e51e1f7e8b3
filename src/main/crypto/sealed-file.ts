import { z } from 'zod'
import { concat, fromBase64, toBase64, utf8 } from './encoding.ts'
import { sodium, wipe } from './sodium.ts'
import { subkey } from './subkeys.ts'

/** Content is sealed in pieces of this many bytes, so that no statement grows with the file. */
export const PIECE_BYTES = 256 * 1024

const base64 = z.string().refine((text) => fromBase64(text) !== undefined, 'base64')

/** A file's own key as it is kept: wrapped by a key that comes from the data key. */
const sealedFileKey = z.strictObject({ version: z.literal(1), nonce: base64, sealed: base64, header: base64 })

/**
 * Seals content under a key of its own with libsodium's secretstream. `about` is bound to the key: content that is found
 * under other facts, or in another place, does not open.
 */
export function sealFile(dek: Uint8Array, about: string, content: Uint8Array): { key: string; pieces: Uint8Array[] } {
  const fileKey = sodium.crypto_secretstream_xchacha20poly1305_keygen()
  const { state, header } = sodium.crypto_secretstream_xchacha20poly1305_init_push(fileKey)
  const count = Math.max(1, Math.ceil(content.length / PIECE_BYTES))
  const pieces = Array.from({ length: count }, (_, place) => {
    const part = content.subarray(place * PIECE_BYTES, (place + 1) * PIECE_BYTES)
    const tag =
      place === count - 1
        ? sodium.crypto_secretstream_xchacha20poly1305_TAG_FINAL
        : sodium.crypto_secretstream_xchacha20poly1305_TAG_MESSAGE
    return sodium.crypto_secretstream_xchacha20poly1305_push(state, part, null, tag)
  })
  const key = wrapKey(dek, about, fileKey, toBase64(header))
  wipe(fileKey)
  return { key, pieces }
}

/** Opens sealed content; undefined when a piece is missing, altered, out of order, or stands under other facts. */
export function openFile(
  dek: Uint8Array,
  about: string,
  key: string,
  pieces: readonly Uint8Array[],
): Uint8Array | undefined {
  const unwrapped = unwrapKey(dek, about, key)
  if (!unwrapped) return undefined
  const state = sodium.crypto_secretstream_xchacha20poly1305_init_pull(unwrapped.header, unwrapped.fileKey)
  wipe(unwrapped.fileKey)
  const parts: Uint8Array[] = []
  let isFinished = false
  for (const piece of pieces) {
    const pulled: Pulled = isFinished ? false : pull(state, piece)
    if (!pulled) return undefined
    parts.push(pulled.message)
    isFinished = pulled.tag === sodium.crypto_secretstream_xchacha20poly1305_TAG_FINAL
  }
  // A stream whose last piece is gone ends without a word: only the final tag says that all is there.
  return isFinished ? concat(...parts) : undefined
}

/** Wraps a file's key under a new data key; the content itself stays as it is. */
export function resealFileKey(oldDek: Uint8Array, newDek: Uint8Array, about: string, key: string): string | undefined {
  const unwrapped = unwrapKey(oldDek, about, key)
  if (!unwrapped) return undefined
  const wrapped = wrapKey(newDek, about, unwrapped.fileKey, toBase64(unwrapped.header))
  wipe(unwrapped.fileKey)
  return wrapped
}

type PullState = ReturnType<typeof sodium.crypto_secretstream_xchacha20poly1305_init_pull>

type Pulled = { message: Uint8Array; tag: number } | false

function pull(state: PullState, piece: Uint8Array): Pulled {
  try {
    return sodium.crypto_secretstream_xchacha20poly1305_pull(state, piece, null)
  } catch {
    // A piece too short to be one throws instead of answering.
    return false
  }
}

function wrapKey(dek: Uint8Array, about: string, fileKey: Uint8Array, header: string): string {
  const nonce = sodium.randombytes_buf(24)
  const key = subkey(dek, 'evidenceKey')
  const sealed = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(fileKey, bound(about, header), null, nonce, key)
  wipe(key)
  return JSON.stringify({ version: 1, nonce: toBase64(nonce), sealed: toBase64(sealed), header })
}

function unwrapKey(dek: Uint8Array, about: string, text: string) {
  const kept = parse(text)
  const [nonce, sealed, header] = [kept?.nonce, kept?.sealed, kept?.header].map((part) => fromBase64(part ?? ''))
  if (!kept || !nonce || !sealed || !header) return undefined
  const key = subkey(dek, 'evidenceKey')
  try {
    const context = bound(about, kept.header)
    const fileKey = sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, sealed, context, nonce, key)
    return { fileKey, header }
  } catch {
    return undefined
  } finally {
    wipe(key)
  }
}

function parse(text: string): z.output<typeof sealedFileKey> | undefined {
  try {
    return sealedFileKey.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

function bound(about: string, header: string): Uint8Array {
  return utf8(`vip-desk evidence v1|${header}|${about}`)
}
