import { type CaseFile, fileOf } from '../cases/case-file.ts'
import type { Ctx } from '../engine/handler.ts'
import { keepProposal } from './classings.ts'
import { isRoutedByDesk, routeCase } from './decide.ts'

/**
 * S5-08 S5-17: a complaint that was just registered keeps what its words proposed and, where the desk gives complaints
 * out by itself, goes to whom skill and load say unless the form named somebody.
 */
export async function afterOpening(ctx: Ctx, file: CaseFile, isGiven: boolean): Promise<CaseFile> {
  const { row } = file
  if (row.kind !== 'complaint') return file
  await keepProposal(ctx.db, row, ctx.now)
  if (isGiven || !(await isRoutedByDesk(ctx.db, row))) return file
  return routeCase(ctx, await fileOf(ctx, row), 'opened')
}
