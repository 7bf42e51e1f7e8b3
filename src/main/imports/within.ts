import type { ImportRow } from '../../shared/imports/contract.ts'
import { isNarrow } from '../members/reach.ts'
import type { Scope } from '../rules/access.ts'
import type { Db } from '../store/types.ts'
import { countMade } from './intake-queries.ts'
import { countChanges } from './queries.ts'

/**
 * S3-129: an import as its reader may count it. For a narrow scope it is what the import made and changed within it; the
 * other figures are of the whole file, which tells about members beyond, and stay away.
 */
export async function countedWithin(db: Db, scope: Scope, row: ImportRow): Promise<ImportRow> {
  if (!isNarrow(scope.members)) return row
  const { kind, id } = row
  const counts =
    kind === 'members'
      ? await countChanges(db, scope.members, id)
      : { created: await countMade(db, scope, kind, id), updated: null }
  return { ...row, ...counts, read: null, unchanged: null, rejected: null }
}
