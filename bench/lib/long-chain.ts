import { sha256 } from '../../src/main/crypto/hash.ts'
import type { OpenStore } from '../../src/main/engine/desk.ts'
import { canonicalText, linkHash } from '../../src/main/rules/audit-chain.ts'
import { bulkInsert } from '../../src/main/store/bulk-insert.ts'
import type { Row } from '../../src/main/store/types.ts'

const idOf = (n: number) => `00000000-0000-4000-a000-${String(n).padStart(12, '0')}`

/** What a usual entry says beside its columns: 300 bytes in all. */
const entryOf = (n: number) => ({
  entry: idOf(n),
  input: { id: idOf(n * 7), reason: '客户来电' },
  login: 'agent17',
  role: 'agent',
})

/** Adds entries to an open store's audit chain, many at a time, and moves its head. */
export async function lengthenChain(open: OpenStore, entries: number): Promise<void> {
  let { sequence, hash } = open.head
  const rows: Row<'audit'>[] = []
  for (let n = 0; n < entries; n++) {
    const columns = {
      at: n,
      actorId: 'system',
      call: 'test.entry',
      outcome: 'done',
      memberId: null,
      caseId: null,
    } as const
    const body = canonicalText({ ...columns, ...entryOf(n) })
    sequence += 1
    hash = linkHash(hash, sequence, body, sha256)
    rows.push({ ...columns, seq: sequence, body, hash })
  }
  open.head = { sequence, hash }
  await open.store.transaction(async (db) => {
    await bulkInsert(db, 'audit')(rows)
    open.store.noteHead(db, open.head)
  })
  open.store.anchor(open.head)
}
