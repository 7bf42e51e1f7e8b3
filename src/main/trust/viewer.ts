import type { Role } from '../../shared/roles.ts'
import { actingWith } from '../../shared/trust/right-rules.ts'
import type { Viewer } from '../rules/access.ts'
import type { Db } from '../store/types.ts'
import { heldNow } from './right-queries.ts'

/** A person as the rules of access see them at a moment: the own role, with what is authorised then (S3-130). */
export async function viewerAt(
  db: Db,
  { id, role: ownRole }: { id: string; role: Role },
  now: number,
): Promise<Viewer> {
  const { role, ...opened } = actingWith(ownRole, await heldNow(db, id, now), now)
  return { id, role, authorised: { ownRole, ...opened } }
}
