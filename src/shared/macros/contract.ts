import { z } from 'zod'
import { call } from '../contract.ts'
import { callId, caseId } from '../ids.ts'
import { ownMessage } from '../messages/model.ts'
import { DESK_ROLES } from '../roles.ts'
import { language } from '../session/model.ts'
import { instant } from '../time.ts'
import { expectedSeq, remark } from '../written.ts'
import {
  MACRO_ACTS,
  MACRO_SCOPES,
  MOST_STEPS,
  macroDraft,
  macroFile,
  macroId,
  macroPreview,
  macroRow,
  macroSteps,
  offeredMacro,
} from './model.ts'

const version = z.number().int().min(1)
const place = z
  .number()
  .int()
  .min(0)
  .max(MOST_STEPS - 1)
const changes = ['macros'] as const

/** Macros: one key does what somebody does on many cases, each step by the rules of the single act. */
export const macros = {
  list: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出本人与团队的快捷操作', en: 'List macros, own and of the team' },
    input: z.object({ archived: z.boolean().default(false) }),
    output: z.array(macroRow),
  }),
  show: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '查看快捷操作及各版本', en: 'Show a macro with its versions' },
    input: z.object({ id: macroId }),
    output: macroFile,
  }),
  offer: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出适合工单或通话的快捷操作', en: 'List the macros for a case or a call, the fitting ones first' },
    input: z.object({
      caseId: caseId.nullable().default(null),
      /** The newest open case that came from this call. */
      callId: callId.nullable().default(null),
    }),
    output: z.object({ caseId, number: z.string(), macros: z.array(offeredMacro) }).nullable(),
  }),
  save: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '新增快捷操作或保存新版本', en: 'Write a macro or a new version of it' },
    input: z.object({
      /** The macro that gets a new version, with the version that was changed; null for a new one. */
      basedOn: z.object({ id: macroId, version }).nullable().default(null),
      scope: z.enum(MACRO_SCOPES).default('own'),
      macro: macroDraft,
    }),
    output: macroFile,
    changes,
  }),
  archive: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '停用快捷操作', en: 'Put a macro out of use' },
    input: z.object({ id: macroId }),
    output: macroRow,
    changes,
  }),
  restore: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '恢复已停用的快捷操作', en: 'Put a macro back into use' },
    input: z.object({ id: macroId }),
    output: macroRow,
    changes,
  }),
  preview: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '预览快捷操作对工单的每一步', en: 'Say what each step of a macro would do to a case' },
    input: z.object({ id: macroId, caseId, language }),
    output: macroPreview,
    discloses: true,
  }),
  tryOut: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '在工单上试用未保存的快捷操作', en: 'Try steps that are not saved on a case, changing nothing' },
    input: z.object({ caseNumber: z.string().trim().min(1).max(40), steps: macroSteps, language }),
    output: macroPreview,
    discloses: true,
  }),
  run: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '对工单执行快捷操作', en: 'Apply a macro to a case: every step or none' },
    input: z.object({
      id: macroId,
      version,
      caseId,
      expectedSeq,
      language,
      /** When it was looked at: deadlines count from there. Now when left out. */
      previewedAt: instant.nullable().default(null),
      /** Words that a person changed or has seen, by the step's place; the others are filled in again. */
      texts: z
        .array(z.object({ place, text: remark(4000) }))
        .max(MOST_STEPS)
        .default([]),
      /** Messages that a person worded anew, by the step's place; the others are filled in again. */
      messages: z.array(ownMessage.extend({ place })).max(MOST_STEPS).default([]),
      /** Places of steps that are left out this time. */
      skipped: z.array(place).max(MOST_STEPS).default([]),
    }),
    output: z.object({
      runId: z.string(),
      undoUntil: instant,
      /** Steps that can be taken back. */
      mayUndo: z.boolean(),
      done: z.array(z.object({ place: z.number().int(), act: z.enum(MACRO_ACTS) })),
    }),
    changes: ['macros', 'cases', 'clocks', 'todos', 'messages', 'knowledge'],
  }),
  undo: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '撤回快捷操作', en: 'Take a macro back' },
    input: z.object({ runId: z.string().min(1).max(64) }),
    output: z.array(z.object({ place: z.number().int(), act: z.enum(MACRO_ACTS), isDone: z.boolean() })),
    changes: ['macros', 'cases', 'clocks', 'todos', 'messages'],
  }),
}
