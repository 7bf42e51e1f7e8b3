import { must, Refusal, refuse } from '../../shared/failure.ts'
import { checkScheme } from '../../shared/scorecards/scheme.ts'
import type { SchemeVersion } from '../../shared/scorecards/views.ts'
import { namesOf } from '../cases/case-file.ts'
import type { Ctx, Handler } from '../engine/handler.ts'
import { parseScheme } from './card-body.ts'
import { insertScheme, listRounds, listSchemes, type SchemeRecord } from './queries.ts'

export const schemes: Handler<'scorecards.schemes'> = async (ctx) => toVersions(ctx, await listSchemes(ctx.db))

/** S3-102: a new version from a month on; months whose round was opened keep the one they were opened with. */
export const saveScheme: Handler<'scorecards.saveScheme'> = async (ctx, { fromMonth, basedOn, scheme, reason }) => {
  const known = await listSchemes(ctx.db)
  const newest = known[0]?.version ?? 1
  if (basedOn !== newest) throw new Refusal({ code: 'CONFLICT', entity: 'scorecardScheme' })
  must(checkScheme(scheme))
  const begun = (await listRounds(ctx.db)).find(({ month }) => month >= fromMonth)
  if (begun) refuse('scorecard-month-begun', { month: begun.month })
  const row = {
    ...{ version: newest + 1, fromMonth, body: JSON.stringify(scheme), reason },
    ...{ savedAt: ctx.now, savedBy: ctx.actor.id },
  }
  await insertScheme(ctx.db, row)
  const [saved] = await toVersions(ctx, [row])
  if (!saved) throw new Error('no version')
  return saved
}

async function toVersions({ db }: Ctx, rows: readonly SchemeRecord[]): Promise<SchemeVersion[]> {
  const names = await namesOf(
    db,
    rows.map(({ savedBy }) => savedBy),
  )
  return rows.map(({ version, fromMonth, body, reason, savedAt, savedBy }) => ({
    ...{ version, fromMonth, reason, savedAt },
    savedByName: savedBy === null ? null : (names.get(savedBy) ?? ''),
    scheme: parseScheme(body),
  }))
}
