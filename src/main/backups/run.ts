import fs from 'node:fs'
import path from 'node:path'
import type { BackupPlan } from '../../shared/backups/model.ts'
import { Refusal, refuse } from '../../shared/failure.ts'
import { DESK_ZONE } from '../../shared/time.ts'
import { writeBackup } from '../admin/write-backup.ts'
import type { OpenStore } from '../engine/desk.ts'
import type { Ctx } from '../engine/handler.ts'
import { outsideFaultOf } from '../engine/outside-faults.ts'
import { beyondPlan } from '../rules/backup-plan.ts'
import { dayAt, minuteAt } from '../rules/zone.ts'
import { faultOf } from '../store/errors.ts'
import { clearLeftovers } from './leftovers.ts'
import { type BackupRecord, insertBackup, markRemoved, namesIn, standingBackups } from './queries.ts'

/**
 * Makes one backup by the plan and takes away those beyond it. One that fails is on record with its reason, and takes no
 * older one away.
 */
export async function makeBackup(ctx: Ctx, open: OpenStore, { folder, keep }: BackupPlan): Promise<BackupRecord> {
  const made = await insertBackup(ctx.db, await attempt(ctx, open, folder))
  if (made.outcome === 'done') await removeBeyond(ctx, keep)
  return made
}

type Attempt = Omit<BackupRecord, 'seq'>

async function attempt(ctx: Ctx, open: OpenStore, folder: string): Promise<Attempt> {
  const began = performance.now()
  const fileName = freeName(folder, ctx.now, await namesIn(ctx.db, folder))
  const row = { id: ctx.newId(), at: ctx.now, folder, fileName, madeBy: ctx.actor.id, removedAt: null }
  const took = () => Math.round(performance.now() - began)
  try {
    clearLeftovers(folder, ctx.now)
    const { size, sha256 } = await writeBackup(ctx, open, path.join(folder, fileName))
    const content = { bytes: size, sha256, entries: open.head.sequence }
    return { ...row, ...content, tookMs: took(), outcome: 'done', fault: null }
  } catch (error) {
    ctx.signal.throwIfAborted()
    const fault = reasonOf(error)
    if (fault === 'unknown') ctx.desk.host.log('backup', error)
    return { ...row, bytes: 0, sha256: '', entries: 0, tookMs: took(), outcome: 'failed', fault }
  }
}

/** Whether a folder can take backups. Refuses with backup-no-folder. */
export function mustBeFolder(folder: string): void {
  try {
    if (!path.isAbsolute(folder) || !fs.statSync(folder).isDirectory()) throw new Error('no folder')
    fs.accessSync(folder, fs.constants.W_OK)
  } catch {
    refuse('backup-no-folder', { name: path.basename(folder) || folder })
  }
}

async function removeBeyond(ctx: Ctx, keep: number): Promise<void> {
  const removed: string[] = []
  for (const { id, folder, fileName } of beyondPlan(await standingBackups(ctx.db), keep)) {
    if (!isRemoved(path.join(folder, fileName))) continue
    await markRemoved(ctx.db, id, ctx.now)
    removed.push(fileName)
  }
  ctx.note({ removed })
}

/** A file that cannot be removed now is tried again after the next backup. */
function isRemoved(file: string): boolean {
  try {
    fs.rmSync(file, { force: true })
    return true
  } catch {
    return false
  }
}

/** A name that no file has and no backup ever had: one that was moved away must not be taken for a later one. */
function freeName(folder: string, now: number, known: ReadonlySet<string>): string {
  const minute = minuteAt(DESK_ZONE, now)
  const clock = [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join('')
  const stem = `vip-desk-${dayAt(DESK_ZONE, now)}-${clock}`
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? `${stem}.backup` : `${stem}-${n}.backup`
    if (!known.has(name) && !fs.existsSync(path.join(folder, name))) return name
  }
}

/** By what name the reason of a failed backup is told. */
function reasonOf(error: unknown): string {
  const fault = faultOf(error)
  if (fault) return `store-${fault}`
  const failure = error instanceof Refusal ? error.failure : outsideFaultOf(error)
  return failure?.code === 'RULE' ? failure.rule : 'unknown'
}
