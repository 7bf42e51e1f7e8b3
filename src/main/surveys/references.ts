import type { Ctx } from '../engine/handler.ts'
import { findByRef } from './queries.ts'

/** Signs that nobody mistakes for another when reading them aloud or typing them. */
const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const LENGTH = 6

/** A short reference by which an answer finds back to its question; no two are alike. */
export async function newReference(ctx: Ctx, taken: ReadonlySet<string> = new Set()): Promise<string> {
  for (;;) {
    let rest = Number.parseInt(ctx.newId().replaceAll('-', '').slice(-8), 16)
    let ref = ''
    while (ref.length < LENGTH) {
      ref += SIGNS[rest % SIGNS.length] ?? ''
      rest = Math.floor(rest / SIGNS.length)
    }
    if (!taken.has(ref) && (await findByRef(ctx.db, ref)) === undefined) return ref
  }
}
