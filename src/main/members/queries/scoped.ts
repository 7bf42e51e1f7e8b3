import type { Compilable, ExpressionBuilder } from 'kysely'
import type { Scope } from '../../rules/access.ts'
import { kept } from '../../store/kept.ts'
import type { Database, Db } from '../../store/types.ts'

type Reach = Pick<Scope, 'rows' | 'seesRestricted'>

/** S2-10: a report of misconduct is read by leads, managers and its own handler. */
export function inScope(eb: ExpressionBuilder<Database, 'cases'>, scope: Reach & Pick<Scope, 'userId'>) {
  if (scope.rows === 'none') return eb('cases.id', 'is', null)
  if (scope.seesRestricted) return eb('cases.id', 'is not', null)
  return eb.or([eb('cases.isRestricted', '=', 0), eb('cases.ownerId', '=', scope.userId)])
}

type WithUser<Values> = Values & { userId: string }

/** A kept statement over cases: one for each reach that a reader can have, so that none is ever run with another's. */
export function keptInScope<Values extends Record<string, unknown>, R>(
  build: (db: Db, scope: Reach & Pick<Scope, 'userId'>, at: Values) => Compilable<R>,
): (db: Db, scope: Scope, values: Values) => Promise<R[]> {
  const reaching = (reach: Reach) => kept((db, at: WithUser<Values>) => build(db, { ...reach, userId: at.userId }, at))
  const nothing = reaching({ rows: 'none', seesRestricted: false })
  const everything = reaching({ rows: 'all', seesRestricted: true })
  const unrestricted = reaching({ rows: 'all', seesRestricted: false })
  return (db, scope, values) => {
    const run = scope.rows === 'none' ? nothing : scope.seesRestricted ? everything : unrestricted
    return run(db, { ...values, userId: scope.userId })
  }
}
