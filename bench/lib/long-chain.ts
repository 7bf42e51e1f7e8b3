import { sha256 } from '../../src/main/engine/audit.ts'
import type { OpenStore } from '../../src/main/engine/desk.ts'
import { canonicalText, linkHash } from '../../src/main/rules/audit-chain.ts'
import { bulkInsert } from '../../src/main/store/bulk-insert.ts'
import type { Row } from '../../src/main/store/types.ts'

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
    const body = canonicalText({ ...columns, entry: `entry ${n} of a chain that is made for reading` })
    sequence += 1
    hash = linkHash(hash, sequence, Buffer.from(body), sha256)
    rows.push({ ...columns, seq: sequence, body, hash })
  }
  await open.store.transaction((db) => bulkInsert(db, 'audit')(rows))
  open.head = { sequence, hash }
  open.store.anchor(open.head)
}
