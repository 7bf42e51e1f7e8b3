import { verify } from './ed25519.ts'
import { concat, fromBase64, toBase64, utf8 } from './encoding.ts'
import { blake2b512 } from './hash.ts'

/** A public key as minisign names it: 8 bytes of id and the 32 bytes of Ed25519. */
export type MinisignKey = { keyId: Uint8Array; publicKey: Uint8Array }
/** Who signs: a public key and the function that signs bytes with its secret half. */
export type MinisignSigner = MinisignKey & { sign: (bytes: Uint8Array) => Uint8Array }

const KEY_ALGORITHM = 'Ed'
/** The file's BLAKE2b-512 is signed, not the file: minisign's form since 0.10. */
const PREHASHED = 'ED'
const KEY_FORM = /^untrusted comment: [^\n]*\n([A-Za-z0-9+/]{56})\n$/
const SIGNATURE_FORM =
  /^untrusted comment: [^\n]*\n([A-Za-z0-9+/]{99}=)\ntrusted comment: ([^\n]*)\n([A-Za-z0-9+/]{86}==)\n$/

/** A key id as minisign prints it: 16 hexadecimal digits, last byte first. */
export function keyIdText(keyId: Uint8Array): string {
  return Buffer.from(keyId).reverse().toString('hex').toUpperCase()
}

/** The public key file that `minisign -V -p` takes. */
export function printPublicKey(key: MinisignKey): string {
  const bytes = concat(utf8(KEY_ALGORITHM), key.keyId, key.publicKey)
  return `untrusted comment: minisign public key ${keyIdText(key.keyId)}\n${toBase64(bytes)}\n`
}

/** Reads a public key file, or only its second line; undefined for anything else. */
export function readPublicKey(text: string): MinisignKey | undefined {
  const line = KEY_FORM.exec(text)?.[1] ?? text.trim()
  const bytes = fromBase64(line)
  if (bytes?.length !== 42 || algorithmOf(bytes) !== KEY_ALGORITHM) return undefined
  return { keyId: bytes.slice(2, 10), publicKey: bytes.slice(10) }
}

/** The .minisig file for some bytes; the trusted comment (one line) is signed with it. */
export async function minisign(signer: MinisignSigner, bytes: Uint8Array, trustedComment: string): Promise<string> {
  const signature = signer.sign(await blake2b512(bytes))
  const globalSignature = signer.sign(concat(signature, utf8(trustedComment)))
  const line = toBase64(concat(utf8(PREHASHED), signer.keyId, signature))
  const comment = `untrusted comment: signature from key ${keyIdText(signer.keyId)}`
  return `${comment}\n${line}\ntrusted comment: ${trustedComment}\n${toBase64(globalSignature)}\n`
}

/** True when the .minisig text is this key's prehashed signature over the bytes, trusted comment included. */
export async function minisignVerify(key: MinisignKey, bytes: Uint8Array, signatureText: string): Promise<boolean> {
  const match = SIGNATURE_FORM.exec(signatureText)
  const [line, global] = [fromBase64(match?.[1] ?? ''), fromBase64(match?.[3] ?? '')]
  if (!match || line?.length !== 74 || global?.length !== 64 || algorithmOf(line) !== PREHASHED) return false
  if (Buffer.compare(line.subarray(2, 10), key.keyId) !== 0) return false
  const signature = line.slice(10)
  const isFileSigned = verify(key.publicKey, await blake2b512(bytes), signature)
  return isFileSigned && verify(key.publicKey, concat(signature, utf8(match[2] ?? '')), global)
}

function algorithmOf(bytes: Uint8Array): string {
  return String.fromCharCode(bytes[0] ?? 0, bytes[1] ?? 0)
}
