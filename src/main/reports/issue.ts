import { found, refuse } from '../../shared/failure.ts'
import type { IssuedReport, Report } from '../../shared/reports/model.ts'
import { report as reportShape } from '../../shared/reports/model.ts'
import { namesOf } from '../cases/case-file.ts'
import { sha256 } from '../crypto/hash.ts'
import type { Ctx, Handler } from '../engine/handler.ts'
import { differencesOf } from '../rules/report-diff.ts'
import type { Db } from '../store/types.ts'
import { askedPeriod, countReport, narrowScopeOf } from './count.ts'
import { findIssued, type IssuedRecord, insertIssued, issuedList, lastVersion } from './issued-queries.ts'

/** S1-60: counts the report and keeps it as it is handed out, with its fingerprint. */
export const issue: Handler<'reports.issue'> = async (ctx, { note, ...asked }) => {
  mustReadAll(ctx)
  const period = askedPeriod(ctx, asked)
  const counted = reportShape.parse(await countReport(ctx, period))
  const body = JSON.stringify(counted)
  const version = (await lastVersion(ctx.db, period.kind, period.key)) + 1
  const row: IssuedRecord = {
    id: ctx.newId(),
    number: `BG-${period.key}-${version}`,
    kind: period.kind,
    period: period.key,
    version,
    issuedAt: ctx.now,
    issuedBy: ctx.actor.id,
    note,
    sha256: sha256(body),
    body,
  }
  await insertIssued(ctx.db, row)
  ctx.note({ report: { id: row.id, number: row.number, sha256: row.sha256 } })
  const [view] = await views(ctx.db, [row])
  return found(view, 'report')
}

export const issued: Handler<'reports.issued'> = async ({ db }, { limit }) => views(db, await issuedList(db, limit))

export const issuedReport: Handler<'reports.issuedReport'> = async ({ db }, { id }) => {
  const row = found(await findIssued(db, id), 'report')
  return { ...(await openIssued(db, row)), isWhole: isWhole(row) }
}

/** What is different now from what was handed out; the issued copy stays what it is. */
export const compareIssued: Handler<'reports.compareIssued'> = async (ctx, { id }) => {
  mustReadAll(ctx)
  const row = found(await findIssued(ctx.db, id), 'report')
  const { report } = await openIssued(ctx.db, row)
  const now = await countReport(ctx, askedPeriod(ctx, { kind: row.kind, period: row.period }))
  return { asOf: ctx.now, differences: differencesOf(report, now) }
}

// What is handed out is of all members, and so is what it is compared with.
function mustReadAll(ctx: Ctx): void {
  if (narrowScopeOf(ctx)) refuse('report-of-all')
}

/** True when the kept copy is still what its fingerprint says. */
export const isWhole = ({ body, sha256: fingerprint }: IssuedRecord) => sha256(body) === fingerprint

/** The report in an issued row, beside what is known about its issue. */
export async function openIssued(db: Db, row: IssuedRecord): Promise<{ issued: IssuedReport; report: Report }> {
  const [view] = await views(db, [row])
  return { issued: found(view, 'report'), report: reportShape.parse(JSON.parse(row.body)) }
}

type Listed = Omit<IssuedRecord, 'body'>

async function views(db: Db, rows: readonly Listed[]): Promise<IssuedReport[]> {
  const names = await namesOf(
    db,
    rows.map(({ issuedBy }) => issuedBy),
  )
  return rows.map(({ id, number, kind, period, version, issuedAt, issuedBy, note, sha256: fingerprint }) => {
    const issuedByName = names.get(issuedBy) ?? ''
    return { id, number, kind, period, version, issuedAt, issuedByName, note, sha256: fingerprint }
  })
}
