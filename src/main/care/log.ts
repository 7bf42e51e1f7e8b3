import type { CaseId } from '../../shared/ids.ts'
import { openFile } from '../cases/case-file.ts'
import { record } from '../cases/record.ts'
import type { Ctx } from '../engine/handler.ts'
import type { CareRecord } from './queries.ts'

/** Puts what happened to a care contact into the log of its case, when it has one. */
export async function logCare(
  ctx: Ctx,
  { id, caseId, kind }: Pick<CareRecord, 'id' | 'caseId' | 'kind'>,
  act: 'planned' | 'done' | 'effect' | 'changed' | 'cancelled',
  text: string,
): Promise<void> {
  if (caseId === null) return
  const file = await openFile(ctx, caseId as CaseId)
  await record(ctx, file, { kind: 'care', data: { act, text, careId: id, careKind: kind } })
}
