import type { Db } from '../store/types.ts'

export type ChainRow = { sequence: number; body: string; hash: string }

/** The next rows of the chain after a sequence number, in order. */
export function readChain(db: Db, after: number, limit: number): Promise<ChainRow[]> {
  return db
    .selectFrom('audit')
    .select(['seq as sequence', 'body', 'hash'])
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute()
}

/** The hash that the store holds of one entry. */
export async function hashAt(db: Db, sequence: number): Promise<string | undefined> {
  const row = await db.selectFrom('audit').select('hash').where('seq', '=', sequence).executeTakeFirst()
  return row?.hash
}

/** How many entries there are up to a sequence number: as many, when none was taken out. */
export async function countUpTo(db: Db, sequence: number): Promise<number> {
  const { n } = await db
    .selectFrom('audit')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('seq', '<=', sequence)
    .executeTakeFirstOrThrow()
  return Number(n)
}

/** Signed checkpoints after a sequence number, oldest first. */
export async function readCheckpoints(db: Db): Promise<{ seq: number; note: string }[]> {
  return db.selectFrom('checkpoints').select(['seq', 'note']).orderBy('seq').execute()
}

/** The newest checkpoint at or before a sequence number. */
export async function checkpointBefore(db: Db, sequence: number): Promise<{ seq: number; note: string } | undefined> {
  return db
    .selectFrom('checkpoints')
    .select(['seq', 'note'])
    .where('seq', '<=', sequence)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** A place of the chain that was sent out. */
export type Anchored = { sequence: number; hash: string; sentAt: number; keptBy: string }

/** Every place of the chain that was sent out, the newest first. */
export function readAnchors(db: Db): Promise<Anchored[]> {
  return db
    .selectFrom('auditAnchors')
    .select(['sequence', 'hash', 'sentAt', 'keptBy'])
    .orderBy('sentAt', 'desc')
    .orderBy('sequence', 'desc')
    .execute()
}
