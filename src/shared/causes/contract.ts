import { z } from 'zod'
import { CASE_KINDS } from '../cases/words.ts'
import { call } from '../contract.ts'
import { caseId } from '../ids.ts'
import { DESK_ROLES, LEAD_ROLES } from '../roles.ts'
import { language } from '../session/model.ts'
import { isStorable } from '../storable.ts'
import { instant } from '../time.ts'
import { causeCode, causeTree } from './model.ts'

const said = (min: number, max: number) =>
  z.string().trim().min(min).max(max).refine(isStorable, { message: 'unreadable' })

/** One version of the tree: who saved it, when and why. */
export const treeVersion = z.object({
  version: z.number().int(),
  savedAt: instant.nullable(),
  savedByName: z.string().nullable(),
  reason: z.string(),
})
export type TreeVersion = z.infer<typeof treeVersion>

/** How often a cause was found over a period: by itself, and with all that stand below it. */
export const causeCount = z.object({
  code: z.string(),
  own: z.number().int(),
  total: z.number().int(),
  /** Of all cases of the period for which a cause was found. */
  share: z.number(),
})
export type CauseCount = z.infer<typeof causeCount>

/** The tree of root causes, the cause of each case, and prepared solutions. */
export const causes = {
  tree: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '查看原因码表', en: 'Look at the tree of causes' },
    input: z.object({ version: z.number().int().min(1).optional() }),
    output: causeTree.extend({ version: z.number().int(), used: z.array(z.string()) }),
  }),
  versions: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出原因码表的历次版本', en: 'List the versions of the tree of causes' },
    input: z.object({}),
    output: z.array(treeVersion),
  }),
  save: call({
    kind: 'command',
    access: ['manager'],
    summary: { zh: '修改原因码表（形成新版本）', en: 'Change the tree of causes, as a new version' },
    input: z.object({ tree: causeTree, basedOn: z.number().int().min(1), reason: said(2, 300) }),
    output: z.object({ version: z.number().int() }),
    changes: ['policies'],
  }),
  choose: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '认定工单的根本原因', en: 'Record the root cause of a case' },
    input: z.object({ caseId, code: causeCode, text: said(2, 2000), expectedSeq: z.number().int().min(1) }),
    output: z.object({ code: z.string(), version: z.number().int() }),
    changes: ['cases'],
  }),
  of: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '查看工单的原因与可选方案', en: 'Look at the cause of a case and what may solve it' },
    input: z.object({ caseId }),
    output: z.object({
      chosen: z
        .object({
          code: z.string(),
          text: z.string(),
          version: z.number().int(),
          chosenAt: instant,
          chosenByName: z.string(),
        })
        .nullable(),
      /** Codes that explain matters of this class, before all others. */
      suggested: z.array(z.string()),
      solutions: z.array(z.string()),
      mayChoose: z.boolean(),
    }),
  }),
  solution: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '套用解决方案模板', en: 'Fill in a prepared solution for a case' },
    input: z.object({ caseId, solutionId: z.string().min(1).max(40), language: language.default('zh-CN') }),
    output: z.object({ text: z.string(), missing: z.array(z.string()) }),
    discloses: true,
  }),
  counts: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '统计一段时间内的原因', en: 'Count causes over a period' },
    input: z.object({ from: instant, to: instant, kind: z.enum(CASE_KINDS).default('complaint') }),
    output: z.object({ counts: z.array(causeCount), found: z.number().int(), without: z.number().int() }),
    heavy: true,
  }),
}
