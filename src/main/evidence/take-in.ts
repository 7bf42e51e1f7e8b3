import type { HeldFile } from '../../shared/evidence/contract.ts'
import type { EvidenceKind } from '../../shared/evidence/kinds.ts'
import { type Decision, found, must } from '../../shared/failure.ts'
import { sha256 } from '../crypto/hash.ts'
import { type Attached, claimedKind, HEAD_BYTES, isNewContent, type Offered } from '../rules/evidence.ts'
import { readOffered } from './vault.ts'

/** A file that is kept from now on, with the fingerprint of its content. */
export type Taken = { name: string; kind: EvidenceKind; size: number; sha256: string; bytes: Uint8Array }

/** S2-49: reads a file that somebody wants kept; refuses one that `canTake` refuses, and content that is there already. */
export async function takeIn(
  given: string | HeldFile,
  there: readonly Attached[],
  canTake: (offered: Offered, there: readonly Attached[]) => Decision,
): Promise<Taken> {
  const { name, size, bytes } = await readOffered(given)
  must(canTake({ name, size, head: bytes.subarray(0, HEAD_BYTES) }, there))
  const digest = sha256(bytes)
  must(isNewContent(digest, there))
  return { name, kind: found(claimedKind(name), 'evidence'), size, sha256: digest, bytes }
}
