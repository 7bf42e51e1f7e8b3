import type { ExpressionBuilder } from 'kysely'
import type { Receiver } from '../../shared/targets/model.ts'
import type { Handler } from '../engine/handler.ts'
import { canSee, type Viewer } from '../rules/access.ts'
import type { Database, Db, Row } from '../store/types.ts'
import { scopeOf, viewerOf } from './case-file.ts'
import { kindOfRow } from './clock-store.ts'
import { rowsOf } from './lists.ts'
import { markSeen, receiversOf } from './signal-store.ts'

/** S1-45: the warnings that were told to whoever asks, newest first; from now on they count as seen by that person. */
export const escalations: Handler<'cases.escalations'> = async (ctx, { withSeen, limit }) => {
  const { db, now } = ctx
  const viewer = viewerOf(ctx)
  const scope = scopeOf(ctx)
  const found = (await toldTo(db, viewer, withSeen, limit)).filter((one) => canSee(scope, seenFacts(one, viewer.id)))
  const ids = [...new Set(found.map(({ caseId }) => caseId))]
  const cases = ids.length === 0 ? [] : await db.selectFrom('cases').selectAll().where('id', 'in', ids).execute()
  const rows = new Map((await rowsOf(db, cases)).map((row) => [String(row.id), row]))
  const fresh = found.filter((one) => one.seenAt === null)
  await markSeen(db, fresh, viewer.id, now)
  ctx.note({ read: found.length })
  return {
    rows: found.flatMap(
      ({
        caseId,
        kind,
        promise,
        promised,
        percent,
        reminder,
        count,
        at,
        level,
        tells,
        alsoTells: also,
        thirdTells: third,
        seenAt,
      }) => {
        const row = rows.get(caseId)
        if (!row) return []
        return [
          {
            ...{
              case: row,
              clock: kindOfRow({ kind, promise, promised }),
              percent,
              reminder,
              count,
              at,
              level,
              tells,
              also,
              third,
            },
            seenAt: seenAt ?? now,
            isNew: seenAt === null,
          },
        ]
      },
    ),
  }
}

type Told = Row<'clockSignals'> &
  Pick<Row<'clocks'>, 'kind' | 'promise' | 'promised' | 'caseId'> &
  Pick<Row<'cases'>, 'ownerId' | 'isRestricted'> & { assigneeId: string | null }

/** What decides whether somebody who was told may still read the case. */
export function seenFacts({ caseId, ownerId, isRestricted, assigneeId }: Told, me: string) {
  return { id: caseId, ownerId, isRestricted: isRestricted === 1, isHelper: assigneeId === me }
}

/** What clocks told a person on open cases, newest first, with when this person saw it. */
export async function toldTo(db: Db, viewer: Viewer, withSeen: boolean, limit: number): Promise<Told[]> {
  const roles = receiversOf(viewer, viewer.id)
  const lists = [await toldPerson(db, viewer.id, withSeen, limit)]
  for (const role of roles) lists.push(await toldRole(db, role, viewer.id, withSeen, limit))
  return lists
    .flat()
    .sort((a, b) => b.at - a.at)
    .slice(0, limit)
}

function toldOnOpen(db: Db) {
  return db
    .selectFrom('clockSignals')
    .innerJoin('clocks', 'clocks.id', 'clockSignals.clockId')
    .innerJoin('cases', 'cases.id', 'clocks.caseId')
    .leftJoin('subTasks', 'subTasks.id', 'clocks.item')
    .selectAll('clockSignals')
    .select([
      'clocks.kind',
      'clocks.promise',
      'clocks.promised',
      'clocks.caseId',
      'cases.ownerId',
      'cases.isRestricted',
    ])
    .select('subTasks.assigneeId')
    .where('cases.isOpen', '=', 1)
}

async function toldPerson(db: Db, me: string, withSeen: boolean, limit: number): Promise<Told[]> {
  let query = toldOnOpen(db)
    .leftJoin('seenSignals as mine', (join) =>
      join
        .onRef('mine.clockId', '=', 'clockSignals.clockId')
        .onRef('mine.percent', '=', 'clockSignals.percent')
        .onRef('mine.reminder', '=', 'clockSignals.reminder')
        .on('mine.userId', '=', me),
    )
    .select('mine.seenAt as mySeenAt')
    .where('clockSignals.toldGroup', 'in', (eb) => eb.selectFrom('toldGroups').select('id').where('userId', '=', me))
  if (!withSeen) query = query.where('mine.seenAt', 'is', null)
  const rows = await query.orderBy('clockSignals.at', 'desc').orderBy('clockSignals.clockId').limit(limit).execute()
  return rows.map(({ mySeenAt, ...row }) => ({ ...row, seenAt: mySeenAt }))
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

/** What was told to a role before each person was kept: whoever holds the role now, until the first has seen it. */
async function toldRole(db: Db, receiver: Receiver, me: string, withSeen: boolean, limit: number): Promise<Told[]> {
  let query = toldOnOpen(db).where('clockSignals.tells', '=', receiver).where('clockSignals.toldGroup', 'is', null)
  if (receiver === 'owner') query = query.where('cases.ownerId', '=', me)
  if (receiver === 'lead') query = query.where((eb) => isOwnTeam(eb, me))
  if (!withSeen) query = query.where('clockSignals.seenAt', 'is', null)
  return query.orderBy('clockSignals.at', 'desc').orderBy('clockSignals.clockId').limit(limit).execute()
}
