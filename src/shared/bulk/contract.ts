import { z } from 'zod'
import { call } from '../contract.ts'
import { caseId } from '../ids.ts'
import { DESK_ROLES } from '../roles.ts'
import { instant } from '../time.ts'
import { bulkAct, bulkItem, chosenCase, MOST_AT_ONCE } from './model.ts'

const cases = z.array(chosenCase).min(1).max(MOST_AT_ONCE)
const changes = ['cases', 'clocks'] as const

/** One act on many cases of the queue. */
export const bulk = {
  preview: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '预览批量操作对每件的结果', en: 'Say for each of many cases what an act would do, or why not' },
    input: z.object({ cases, act: bulkAct }),
    output: z.array(bulkItem),
    discloses: true,
  }),
  run: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '对多件执行同一操作', en: 'Do one act to many cases' },
    input: z.object({
      cases,
      act: bulkAct,
      /** True: when one case refuses, none is changed. */
      isAllOrNone: z.boolean().default(false),
    }),
    output: z.object({ runId: z.string(), undoUntil: instant, items: z.array(bulkItem) }),
    changes,
  }),
  undo: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '撤回批量操作', en: 'Take an act on many cases back' },
    input: z.object({ runId: z.string().min(1).max(64) }),
    output: z.array(z.object({ id: caseId, number: z.string(), isDone: z.boolean() })),
    changes,
  }),
}
