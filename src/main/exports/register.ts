import fs from 'node:fs'
import path from 'node:path'
import { refuse } from '../../shared/failure.ts'
import { sha256 as hash } from '../crypto/hash.ts'
import { readHead } from '../engine/audit.ts'
import type { Ctx } from '../engine/handler.ts'
import { mustBeNew } from '../engine/outside-faults.ts'
import { csvLine } from '../files/csv-cell.ts'
import { insertExport } from './queries.ts'

export type Listed = { out: string; purpose: string; lines: readonly (readonly string[])[] }

/**
 * Writes a list of people to a new file for a spreadsheet and enters it in the register of exports, with the head of the
 * audit chain it stands on. No file stays without its row: `undo` takes it away when what follows fails.
 */
export async function writeList(ctx: Ctx, { out, purpose, lines }: Listed) {
  const { open } = ctx.desk
  if (!open) refuse('store-missing')
  mustBeNew(out)
  const text = `\ufeff${lines.map(csvLine).join('')}`
  const sha256 = hash(text)
  const rows = Math.max(0, lines.length - 1)
  fs.writeFileSync(out, text, { flag: 'wx', mode: 0o600 })
  const undo = () => fs.rmSync(out, { force: true })
  try {
    const head = await readHead(ctx.db, open.storeId)
    const file = { fileName: path.basename(out), rows, sha256 }
    const about = { id: ctx.newId(), at: ctx.now, actorId: ctx.actor.id, memberId: null, head: head.hash }
    await insertExport(ctx.db, { ...about, ...file, purpose, requester: ctx.actor.name })
    ctx.note({ export: { id: about.id, ...file } })
    return { ...file, undo }
  } catch (error) {
    undo()
    throw error
  }
}
