import fs from 'node:fs'
import path from 'node:path'
import type { BenchRow } from './row.ts'

const FILE = path.resolve(import.meta.dirname, '../../docs/benchmarks.json')

/** What one part of the benchmarks measured at full size: when, how busy the machine was at its end, and its rows. */
export type Measured = { part: string; day: string; load: string; rows: BenchRow[] }

/** The parts as they were measured last, whichever run that was. */
export function readRecord(): Measured[] {
  return fs.existsSync(FILE) ? JSON.parse(fs.readFileSync(FILE, 'utf8')) : []
}

/** Puts newly measured parts in place of their former figures, in the order of the parts; what is measured no more goes. */
export function keepRecord(measured: readonly Measured[], order: readonly string[]): Measured[] {
  const latest = new Map([...readRecord(), ...measured].map((one) => [one.part, one]))
  const kept = order.flatMap((part) => latest.get(part) ?? [])
  fs.writeFileSync(FILE, `${JSON.stringify(kept, null, 2)}\n`)
  return kept
}
