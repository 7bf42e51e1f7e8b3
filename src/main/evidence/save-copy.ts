import fs from 'node:fs'
import path from 'node:path'
import type { Ctx } from '../engine/handler.ts'
import { mustBeNew } from '../engine/outside-faults.ts'

type Saved = { fileName: string; bytes: number; sha256: string }

/** Writes a kept file's content to a new place outside the store, where only its owner reads it, and notes which it was. */
export function saveCopy(
  ctx: Ctx,
  { name, size, sha256 }: { name: string; size: number; sha256: string },
  content: Uint8Array,
  out: string,
): Saved {
  mustBeNew(out)
  fs.writeFileSync(out, content, { flag: 'wx', mode: 0o600 })
  ctx.note({ name, sha256 })
  return { fileName: path.basename(out), bytes: size, sha256 }
}
