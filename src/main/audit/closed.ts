import type { AuditRow } from '../../shared/audit/contract.ts'
import { scopeOf } from '../cases/case-file.ts'
import { closedAmong } from '../cases/in-scope.ts'
import type { Ctx } from '../engine/handler.ts'

/** What stands in place of an entry's body that its reader may not have. */
const WITHHELD = JSON.stringify({ input: { withheld: true } })

/**
 * S2-10: entries about a report of misconduct that is closed to whoever asks, without what they say and of whom. `isSought`:
 * the entries were found by a member or by words, and an entry that shows neither would tell both by being there.
 */
export async function withoutClosed(ctx: Ctx, rows: AuditRow[], isSought: boolean): Promise<AuditRow[]> {
  const closed = await closedAmong(
    ctx.db,
    scopeOf(ctx),
    rows.flatMap(({ caseId }) => caseId ?? []),
  )
  const isClosed = ({ caseId }: AuditRow) => caseId !== null && closed.has(caseId)
  if (isSought) return rows.filter((row) => !isClosed(row))
  return rows.map((row) => (isClosed(row) ? { ...row, memberId: null, memberCard: null, body: WITHHELD } : row))
}
