import type { ExpressionBuilder } from 'kysely'
import type { Receiver } from '../../shared/targets/model.ts'
import type { Handler } from '../engine/handler.ts'
import { canSee } from '../rules/access.ts'
import type { Database, Db, Row } from '../store/types.ts'
import { scopeOf, viewerOf } from './case-file.ts'
import { rowsOf } from './lists.ts'
import { markSeen, receiversOf } from './signal-store.ts'

/** S1-45: the warnings that are meant for whoever asks, newest first; from now on they count as seen. */
export const escalations: Handler<'cases.escalations'> = async (ctx, { withSeen, limit }) => {
  const { db, now } = ctx
  const viewer = viewerOf(ctx)
  const scope = scopeOf(ctx)
  const found = (await toldTo(db, receiversOf(viewer, viewer.id), viewer.id, withSeen, limit)).filter((one) =>
    canSee(scope, { ownerId: one.ownerId, isRestricted: one.isRestricted === 1 }),
  )
  const ids = [...new Set(found.map(({ caseId }) => caseId))]
  const cases = ids.length === 0 ? [] : await db.selectFrom('cases').selectAll().where('id', 'in', ids).execute()
  const rows = new Map((await rowsOf(db, cases)).map((row) => [String(row.id), row]))
  for (const receiver of new Set(found.map(({ tells }) => tells))) {
    const fresh = found.filter((one) => one.tells === receiver && one.seenAt === null)
    await markSeen(db, [...new Set(fresh.map(({ clockId }) => clockId))], [receiver], viewer.id, now)
  }
  ctx.note({ read: found.length })
  return {
    rows: found.flatMap(({ caseId, kind, promise, percent, reminder, count, at, level, tells, seenAt }) => {
      const row = rows.get(caseId)
      if (!row) return []
      return [
        {
          ...{ case: row, clock: promise ?? kind, percent, reminder, count, at, level, tells },
          seenAt: seenAt ?? now,
          isNew: seenAt === null,
        },
      ]
    }),
  }
}

type Told = Row<'clockSignals'> &
  Pick<Row<'clocks'>, 'kind' | 'promise' | 'caseId'> &
  Pick<Row<'cases'>, 'ownerId' | 'isRestricted'>

/** What clocks told these receivers on open cases, newest first. */
export async function toldTo(
  db: Db,
  receivers: readonly Receiver[],
  me: string,
  withSeen: boolean,
  limit: number,
): Promise<Told[]> {
  const lists = await Promise.all(receivers.map((receiver) => toldToOne(db, receiver, me, withSeen, limit)))
  return lists
    .flat()
    .sort((a, b) => b.at - a.at)
    .slice(0, limit)
}

/** S5-22: a lead is told about their own team; about people without a lead who is still there, every lead is. */
function isOwnTeam(eb: ExpressionBuilder<Database, 'cases'>, me: string) {
  const teamLead = eb
    .selectFrom('users as owner')
    .innerJoin('users as lead', 'lead.id', 'owner.leadId')
    .whereRef('owner.id', '=', 'cases.ownerId')
    .where('lead.status', '=', 'active')
    .where('lead.role', '=', 'lead')
    .select('lead.id')
  return eb.or([eb(teamLead, 'is', null), eb(teamLead, '=', me)])
}

async function toldToOne(db: Db, receiver: Receiver, me: string, withSeen: boolean, limit: number): Promise<Told[]> {
  let query = db
    .selectFrom('clockSignals')
    .innerJoin('clocks', 'clocks.id', 'clockSignals.clockId')
    .innerJoin('cases', 'cases.id', 'clocks.caseId')
    .selectAll('clockSignals')
    .select(['clocks.kind', 'clocks.promise', 'clocks.caseId', 'cases.ownerId', 'cases.isRestricted'])
    .where('clockSignals.tells', '=', receiver)
    .where('cases.isOpen', '=', 1)
  if (receiver === 'owner') query = query.where('cases.ownerId', '=', me)
  if (receiver === 'lead') query = query.where((eb) => isOwnTeam(eb, me))
  if (!withSeen) query = query.where('clockSignals.seenAt', 'is', null)
  return query.orderBy('clockSignals.at', 'desc').orderBy('clockSignals.clockId').limit(limit).execute()
}
