import { isNarrow, reachedAmong } from '../members/reach.ts'
import type { Scope } from '../rules/access.ts'
import type { Db } from '../store/types.ts'
import type { CaseLine } from './queries.ts'

/** Lines of the queue; one of a member whom the reader does not read says its number alone, until somebody has it. */
export async function veiled(db: Db, { members }: Scope, lines: readonly CaseLine[]): Promise<CaseLine[]> {
  if (!isNarrow(members)) return [...lines]
  const free = lines.filter(({ ownerId }) => ownerId === null)
  const reached = await reachedAmong(
    db,
    members,
    free.flatMap(({ memberId }) => memberId ?? []),
  )
  const isBeyond = ({ ownerId, memberId }: CaseLine) => ownerId === null && memberId !== null && !reached.has(memberId)
  return lines.map((line) =>
    isBeyond(line) ? { ...line, title: line.number, contactName: '', contactPhone: '', memberId: null } : line,
  )
}
