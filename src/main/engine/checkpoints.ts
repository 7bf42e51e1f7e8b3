import { signCheckpoint } from '../crypto/checkpoint-note.ts'
import { keyIdText } from '../crypto/minisign.ts'
import { sign } from '../crypto/signing.ts'
import { checkpointOrigin } from '../rules/audit-chain.ts'
import type { Db } from '../store/types.ts'
import type { Head } from './audit.ts'
import type { OpenStore } from './desk.ts'

/** A checkpoint is signed at least after this many entries; also at lock and at every export. */
export const CHECKPOINT_EVERY = 1000

/** Signs the present head of the audit chain, so that whoever lacks the key cannot rewrite what came before it. */
export async function writeCheckpoint(open: OpenStore, db: Db, head: Head, now: number): Promise<string> {
  const { signing } = open.keys
  const note = signCheckpoint(
    { publicKey: signing.publicKey, sign: (bytes) => sign(signing, bytes) },
    { origin: checkpointOrigin(open.storeId), head },
  )
  const row = {
    seq: head.sequence,
    at: now,
    keyId: keyIdText(signing.keyId),
    note,
    signature: note.trimEnd().split('\n').at(-1) ?? '',
  }
  await db
    .insertInto('checkpoints')
    .values(row)
    .onConflict((conflict) => conflict.column('seq').doNothing())
    .execute()
  return note
}

/** Signs a checkpoint when enough entries have passed since the last one. */
export async function writeCheckpointWhenDue(open: OpenStore, head: Head, now: number): Promise<void> {
  if (head.sequence % CHECKPOINT_EVERY !== 0) return
  await open.store.transaction((db) => writeCheckpoint(open, db, head, now))
}
