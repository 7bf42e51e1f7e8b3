import type { Return } from '../../shared/contracts.ts'
import { found, Refusal, refuse } from '../../shared/failure.ts'
import type { CaseId } from '../../shared/ids.ts'
import { UNDO_FOR } from '../../shared/macros/model.ts'
import { classBack, giveBack } from '../bulk/undo.ts'
import { openRow } from '../cases/case-file.ts'
import { note } from '../cases/changes.ts'
import { followUpDone } from '../cases/follow-ups.ts'
import type { Ctx } from '../engine/handler.ts'
import { delivering } from '../messages/deliver.ts'
import { inSavepoint } from '../store/savepoint.ts'
import { todos } from '../todos/handlers.ts'
import { quiet } from './do-step.ts'
import type { Part } from './run.ts'
import { findMacro, findRun, markUndone, updateMacro } from './store.ts'

/**
 * Takes a macro back within its time, the last step first, by entries of its own: the history keeps both.
 * Promises to a customer and answers that were used stay; so does everything when somebody has worked on the case since.
 */
export async function undoRun(ctx: Ctx, runId: string): Promise<Return<'macros.undo'>> {
  const run = found(await findRun(ctx.db, runId), 'macroRun')
  if (run.userId !== ctx.actor.id) refuse('macro-run-not-yours')
  if (run.undoneAt !== null) refuse('macro-undone')
  if (ctx.now > run.at + UNDO_FOR) refuse('macro-undo-late', { seconds: UNDO_FOR / 1000 })
  const caseId = run.caseId as CaseId
  const row = await openRow(ctx, caseId)
  if (row.lastSeq !== run.seq) refuse('macro-case-moved')
  const macro = found(await findMacro(ctx.db, run.macroId), 'macro')
  const parts: Part[] = JSON.parse(run.parts)
  const words = `撤回快捷操作 / macro taken back：${[macro.name, macro.nameEn].filter((name) => name !== '').join(' / ')}`
  const outcomes = []
  for (const part of parts.toReversed())
    outcomes.push({
      place: part.place,
      act: part.act,
      isDone: await isUndone(ctx, () => undoPart(quiet(ctx), caseId, part, words)),
    })
  await markUndone(ctx.db, runId, ctx.now)
  await updateMacro(ctx.db, macro.id, { undone: macro.undone + 1 })
  ctx.note({ macro: macro.name, undone: outcomes.filter(({ isDone }) => isDone).map(({ act }) => act) })
  return outcomes.toReversed()
}

/** False for what can only be put right by hand. */
async function undoPart(ctx: Ctx, id: CaseId, part: Part, words: string): Promise<boolean> {
  const { act, before, followUpId, todoId, messageId } = part
  switch (act) {
    case 'note':
      await note(ctx, { id, text: words })
      return true
    case 'class':
    case 'assess':
      if (before) await classBack(ctx, id, before, act === 'class' ? 'classed' : 'assessed', words)
      return before !== null
    case 'assign':
      if (before) await giveBack(ctx, id, before, words)
      return before !== null
    case 'followUp':
      await followUpDone(ctx, { followUpId: found(followUpId, 'followUp'), outcome: words })
      return true
    case 'todo':
      await todos.drop(ctx, { id: found(todoId, 'todo') })
      return true
    case 'message':
      await delivering.cancel(ctx, { id: found(messageId, 'message'), reason: words })
      return true
    case 'promise':
    case 'article':
      return false
  }
}

async function isUndone(ctx: Ctx, work: () => Promise<boolean>): Promise<boolean> {
  try {
    return await inSavepoint(ctx.db, work)
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}
