import { sha256 } from '../crypto/hash.ts'
import { type ChainHead, canonicalText, genesisHash, type JsonObject, linkHash } from '../rules/audit-chain.ts'
import { kept } from '../store/kept.ts'
import type { Store } from '../store/store.ts'
import type { Db, Row } from '../store/types.ts'

/** What one audit row says: who did or saw what, when, about whom. */
export type AuditEntry = {
  at: number
  actorId: string
  call: string
  outcome: 'done' | 'refused'
  memberId: string | null
  caseId: string | null
  body: JsonObject
}

export type Head = ChainHead

/** The body of a row: a name of its own, who acted as the store knew them then, with what, and what the call adds. */
export function entryBody(
  { login, role }: { login: string; role: string },
  input: JsonObject,
  detail: JsonObject = {},
): JsonObject {
  return { entry: crypto.randomUUID(), login, role, input, ...detail }
}

/** After the commit: the open store goes on from this head, and the anchor outside it follows. */
export function noteHead(open: { store: Store; head: Head }, head: Head): void {
  open.head = head
  open.store.anchor(head)
}

const newest = kept((db) => db.selectFrom('audit').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1))
const insertEntry = kept((db, at: Row<'audit'>) =>
  db.insertInto('audit').values({
    seq: at.seq,
    at: at.at,
    actorId: at.actorId,
    call: at.call,
    outcome: at.outcome,
    memberId: at.memberId,
    caseId: at.caseId,
    body: at.body,
    hash: at.hash,
  }),
)

/** The newest entry of the chain, or its beginning, which names the store. */
export async function readHead(db: Db, storeId: string): Promise<Head> {
  const [last] = await newest(db, {})
  return last ? { sequence: last.seq, hash: last.hash } : { sequence: 0, hash: genesisHash(storeId, sha256) }
}

/** Appends one row to the hash chain inside the business transaction and returns the new head. */
export async function appendAudit(store: Store, db: Db, storeId: string, entry: AuditEntry): Promise<Head> {
  await store.lockChain(db)
  const previous = store.headIn(db) ?? (await readHead(db, storeId))
  const sequence = previous.sequence + 1
  const { body, ...columns } = entry
  const text = canonicalText({ ...columns, ...body })
  const hash = linkHash(previous.hash, sequence, text, sha256)
  await insertEntry(db, { ...columns, seq: sequence, body: text, hash })
  const head = { sequence, hash }
  store.noteHead(db, head)
  return head
}
