import type { Table } from '../files/table.ts'
import { intake, type Stored } from './intake.ts'
import { batchesOf } from './open.ts'
import type { Plan } from './plan.ts'
import { type Work, workMaker } from './work.ts'

/** What a part of the file's rows came to, and the share of the file read so far. */
export type Part = { work: Work; share: number }

/** Where an import gets its parts from; `close` ends it wherever it is. */
export type PartSource = { parts: AsyncIterable<Part>; close: () => Promise<void> }

/** Reads a table to its end, judging its rows batch after batch. */
export async function* partsOf(table: Table, plan: Plan, stored: Stored, signal: AbortSignal): AsyncGenerator<Part> {
  const judge = intake(plan, stored)
  const toWork = workMaker(plan)
  for await (const { rows, share } of batchesOf(table, signal)) yield { work: toWork(await judge(rows)), share }
}
