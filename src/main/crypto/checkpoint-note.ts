import { type Checkpoint, checkpointText, parseCheckpoint } from '../rules/audit-chain.ts'
import { verify } from './ed25519.ts'
import { concat, fromBase64, toBase64, utf8 } from './encoding.ts'
import { sha256Bytes } from './hash.ts'

/** Who signs checkpoints: an Ed25519 public key and the function that signs with its secret half. */
export type NoteSigner = { publicKey: Uint8Array; sign: (bytes: Uint8Array) => Uint8Array }

const NOTE_FORM = /^((?:[^\n]+\n){3})\n— (\S+) ([A-Za-z0-9+/]+={0,2})\n$/
const ED25519 = 1

/** A checkpoint as a signed note (C2SP signed-note with one Ed25519 signature, named by the origin). */
export function signCheckpoint(signer: NoteSigner, checkpoint: Checkpoint): string {
  const text = checkpointText(checkpoint)
  const signature = concat(noteKeyHash(checkpoint.origin, signer.publicKey), signer.sign(utf8(text)))
  return `${text}\n— ${checkpoint.origin} ${toBase64(signature)}\n`
}

/** The checkpoint in a signed note; undefined unless it is well formed and signed with this key. */
export function openCheckpoint(publicKey: Uint8Array, note: string): Checkpoint | undefined {
  const [, text = '', name = '', encoded = ''] = NOTE_FORM.exec(note) ?? []
  const checkpoint = parseCheckpoint(text)
  const bytes = fromBase64(encoded)
  if (!checkpoint || checkpoint.origin !== name || bytes?.length !== 68) return undefined
  if (Buffer.compare(bytes.subarray(0, 4), noteKeyHash(name, publicKey)) !== 0) return undefined
  return verify(publicKey, utf8(text), bytes.slice(4)) ? checkpoint : undefined
}

function noteKeyHash(name: string, publicKey: Uint8Array): Uint8Array {
  return sha256Bytes(concat(utf8(`${name}\n`), Uint8Array.of(ED25519), publicKey)).slice(0, 4)
}
