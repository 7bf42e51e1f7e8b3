import { z } from 'zod'
import { categoryCode, SEVERITIES } from '../cases/words.ts'
import { call } from '../contract.ts'
import { caseId } from '../ids.ts'
import { DESK_ROLES, LEAD_ROLES } from '../roles.ts'
import { instant } from '../time.ts'
import { expectedSeq, written } from '../written.ts'
import { classProposal, classRules, foundWord, rulesVersion } from './classes.ts'

const count = z.number().int().min(0)

/** What was proposed for a case, why, and which class it has now. */
export const caseClassing = z.object({
  caseId,
  lastSeq: z.number().int(),
  category: z.string(),
  /** Null for a case of before classes were proposed. */
  proposal: classProposal.nullable(),
  correctedAt: instant.nullable(),
  correctedByName: z.string().nullable(),
  mayCorrect: z.boolean(),
})
export type CaseClassing = z.infer<typeof caseClassing>

/** How often proposals of a period were right (S5-13). */
export const classAccuracy = z.object({
  cases: count,
  /** Where the words said nothing. */
  silent: count,
  hits: count,
  /** Right in the group, if not in the detail. */
  groupHits: count,
  learned: z.object({ cases: count, hits: count }),
  categories: z.array(z.object({ category: z.string(), cases: count, proposed: count, hits: count })),
  /** What was proposed against what it was, the most frequent first. */
  confusion: z.array(z.object({ proposed: z.string().nullable(), category: z.string(), cases: count })),
  misses: z.array(
    z.object({
      caseId,
      number: z.string(),
      title: z.string(),
      proposed: z.string().nullable(),
      category: z.string(),
      words: z.array(foundWord),
      at: instant,
    }),
  ),
})
export type ClassAccuracy = z.infer<typeof classAccuracy>

/** Proposing the class of a matter from its words, with reasons, and measuring how often that is right (S5-08..13). */
export const classing = {
  rules: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '查看分类规则', en: 'Show the words by which matters are classed' },
    input: z.object({ version: z.number().int().min(1).optional() }),
    output: z.object({ version: z.number().int(), rules: classRules }),
  }),
  versions: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出分类规则的各版', en: 'List the versions of the classing rules' },
    input: z.object({}),
    output: z.array(rulesVersion),
  }),
  saveRules: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '保存新一版分类规则', en: 'Save a new version of the classing rules' },
    input: z.object({ rules: classRules, basedOn: z.number().int().min(1), reason: written(500) }),
    output: z.object({ version: z.number().int() }),
    changes: ['policies', 'cases'],
  }),
  propose: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '根据文字建议分类并说明依据', en: 'Propose a class from the words, with the reasons' },
    input: z.object({ text: z.string().max(8000) }),
    output: classProposal,
  }),
  show: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '查看工单的分类依据', en: 'Show why a case has its class' },
    input: z.object({ id: caseId }),
    output: caseClassing,
  }),
  correct: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '更正工单分类', en: 'Correct the class of a case' },
    input: z.object({
      id: caseId,
      category: categoryCode,
      severity: z.enum(SEVERITIES).optional(),
      reason: written(500),
      expectedSeq,
    }),
    output: caseClassing,
    changes: ['cases', 'clocks'],
  }),
  accuracy: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '统计分类命中率', en: 'Measure how often the proposed class was right' },
    input: z.object({ from: instant, to: instant }),
    output: classAccuracy,
    heavy: true,
  }),
  learn: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '从已核定的工单学习分类', en: 'Learn classes from the cases that people settled' },
    input: z.object({}),
    output: z.object({ cases: count, classes: count, at: instant.nullable() }),
    changes: ['policies'],
    heavy: true,
  }),
}
