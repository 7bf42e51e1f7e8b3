import type { CaseId } from '../../shared/ids.ts'
import { openFile } from '../cases/case-file.ts'
import { record } from '../cases/record.ts'
import type { Ctx } from '../engine/handler.ts'
import type { PromiseLine } from './queries.ts'

type Act = 'promised' | 'promiseKept' | 'promiseMoved' | 'promiseBroken' | 'promiseReleased'

/** Puts what happened to a promise into the log of its case, when it has one. */
export async function logPromise(
  ctx: Ctx,
  { id, caseId }: Pick<PromiseLine, 'id' | 'caseId'>,
  act: Act,
  text: string,
): Promise<void> {
  if (caseId === null) return
  const file = await openFile(ctx, caseId as CaseId)
  await record(ctx, file, { kind: 'promise', data: { act, text, promiseId: id } })
}
