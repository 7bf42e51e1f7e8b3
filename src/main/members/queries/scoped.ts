import type { Compilable } from 'kysely'
import type { Reach } from '../../cases/in-scope.ts'
import { EVERY_MEMBER, type Scope } from '../../rules/access.ts'
import { kept } from '../../store/kept.ts'
import type { Db } from '../../store/types.ts'
import { isNarrow } from '../reach.ts'

export { inScope } from '../../cases/in-scope.ts'

type WithUser<Values> = Values & { userId: string }

/** A kept statement over cases: one for each reach that a reader can have, so that none is ever run with another's. */
export function keptInScope<Values extends Record<string, unknown>, R>(
  build: (db: Db, scope: Reach, at: Values) => Compilable<R>,
): (db: Db, scope: Scope, values: Values) => Promise<R[]> {
  const reaching = (reach: Pick<Reach, 'rows' | 'seesRestricted'>) =>
    kept((db, at: WithUser<Values>) =>
      build(db, { ...reach, userId: at.userId, openedCases: [], members: EVERY_MEMBER }, at),
    )
  const nothing = reaching({ rows: 'none', seesRestricted: false })
  const everything = reaching({ rows: 'all', seesRestricted: true })
  const unrestricted = reaching({ rows: 'all', seesRestricted: false })
  return async (db, scope, values) => {
    // A list has no place in a kept statement, and few people have a case opened to them or read only some members.
    if (scope.openedCases.length > 0 || isNarrow(scope.members))
      return (await db.executeQuery<R>(build(db, scope, values).compile())).rows
    const run = scope.rows === 'none' ? nothing : scope.seesRestricted ? everything : unrestricted
    return run(db, { ...values, userId: scope.userId })
  }
}
