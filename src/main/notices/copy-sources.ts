import { copySource } from '../../shared/notices/places.ts'
import { DESK_ZONE, type Instant } from '../../shared/time.ts'
import type { Viewer } from '../rules/access.ts'
import { addDays } from '../rules/days.ts'
import { dayAt, momentOf } from '../rules/zone.ts'
import type { Db } from '../store/types.ts'
import type { Candidate } from './sources.ts'

const MOST = 100

/** S3-133: copies that should be destroyed and of which nobody has said so; every manager is told on the day after. */
export async function copyNews(
  db: Db,
  { id: me, role }: Pick<Viewer, 'id' | 'role'>,
  now: Instant,
): Promise<Candidate[]> {
  if (role !== 'manager') return []
  const rows = await db
    .selectFrom('exportCopies as copy')
    .innerJoin('exports', 'exports.id', 'copy.exportId')
    .select(['copy.exportId', 'copy.destroyBy', 'exports.actorId'])
    .where('copy.destroyedOn', 'is', null)
    .where('copy.destroyBy', '<', dayAt(DESK_ZONE, now))
    .orderBy('copy.destroyBy', 'desc')
    .limit(MOST)
    .execute()
  return rows.flatMap(({ exportId, destroyBy, actorId }): Candidate[] => {
    if (destroyBy === null) return []
    const at = momentOf(DESK_ZONE, addDays(destroyBy, 1), 0)
    return [{ kind: 'reminder', source: copySource(exportId, destroyBy), caseId: null, isMine: actorId === me, at }]
  })
}
