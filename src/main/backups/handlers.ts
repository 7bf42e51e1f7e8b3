import fs from 'node:fs'
import path from 'node:path'
import { type BackupRow, USUAL_HOURS, USUALLY_KEPT } from '../../shared/backups/model.ts'
import { found, refuse } from '../../shared/failure.ts'
import { READS } from '../../shared/reads.ts'
import { namesOf } from '../cases/case-file.ts'
import { requireOpen } from '../engine/desk.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { mustBeNamedFile } from '../files/named-file.ts'
import { nextBackup } from '../rules/backup-plan.ts'
import { drill } from './drill.ts'
import { type BackupRecord, findBackup, newestBackups, readPlan, savePlan } from './queries.ts'
import { makeBackup, mustBeFolder } from './run.ts'

export const backups: FeatureHandlers<'backups'> = {
  show: async (ctx, { limit }) => {
    const { db } = ctx
    const rows = await newestBackups(db, limit)
    return {
      plan: await readPlan(db),
      nextAt: await nextAt(ctx),
      isShared: requireOpen(ctx.desk).store.engine !== 'sqlite',
      rows: await toRows(ctx, rows),
    }
  },

  plan: async (ctx, { isOn, out, ...wanted }) => {
    if (requireOpen(ctx.desk).store.engine !== 'sqlite') refuse('backup-sqlite-only')
    const before = await readPlan(ctx.db)
    ctx.note({ before: before && { isOn: before.isOn, everyHours: before.everyHours, keep: before.keep } })
    const folder = out ?? before?.folder
    if (folder === undefined) return isOn ? refuse('backup-no-plan') : { plan: null }
    if (isOn) mustBeFolder(folder)
    const { everyHours = before?.everyHours ?? USUAL_HOURS, keep = before?.keep ?? USUALLY_KEPT } = wanted
    const since = before?.isOn ? before.since : ctx.now
    const plan = { isOn, folder, everyHours, keep, since }
    await savePlan(ctx.db, plan)
    return { plan }
  },

  nextRun: async (ctx) => ({ at: await nextAt(ctx) }),

  run: async (ctx) => {
    const plan = await readPlan(ctx.db)
    if (!plan) refuse('backup-no-plan')
    const [row] = await toRows(ctx, [await makeBackup(ctx, requireOpen(ctx.desk), plan)])
    return found(row, 'backup')
  },

  drill: async (ctx, { id, file, password }) => {
    const place = file ?? fileOf(found(await findBackup(ctx.db, id ?? ''), 'backup'))
    if (!fs.existsSync(place)) refuse('backup-gone', { name: path.basename(place) })
    await mustBeNamedFile(place, READS.pieces)
    return drill(ctx, requireOpen(ctx.desk), place, password)
  },
}

async function nextAt({ db, now }: Ctx): Promise<number | null> {
  const plan = await readPlan(db)
  if (!plan?.isOn) return null
  const [last] = await newestBackups(db, 1)
  return nextBackup(plan, last, now)
}

const fileOf = ({ folder, fileName }: BackupRecord) => path.join(folder, fileName)

async function toRows(ctx: Ctx, records: readonly BackupRecord[]): Promise<BackupRow[]> {
  const names = await namesOf(
    ctx.db,
    records.map(({ madeBy }) => madeBy),
  )
  return records.map((record) => {
    const { madeBy, seq, ...row } = record
    const isThere = row.outcome === 'done' && row.removedAt === null && fs.existsSync(fileOf(record))
    return { ...row, madeByName: names.get(madeBy) ?? null, isThere }
  })
}
