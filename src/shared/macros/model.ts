import { z } from 'zod'
import { DIRECTIONS } from '../cases/stages.ts'
import { CASE_KINDS, categoryCode, IMPORTANCES, SEVERITIES, URGENCIES } from '../cases/words.ts'
import { caseId, userId } from '../ids.ts'
import { namesIn, unknownIn } from '../messages/text.ts'
import { MESSAGE_CHANNELS } from '../messages/words.ts'
import { isStorable } from '../storable.ts'
import { MEMBER_TIERS } from '../tiers/model.ts'
import { DAY, instant, MINUTE, SECOND } from '../time.ts'
import { remark, written } from '../written.ts'
import { isFilledVariable } from './variables.ts'

export const macroId = z.string().min(1).max(64)

/** Personal ones are seen by their owner alone; those of the team are written by leads. */
export const MACRO_SCOPES = ['own', 'team'] as const
export type MacroScope = (typeof MACRO_SCOPES)[number]

/** A name in one language, in characters. */
export const LONGEST_NAME = 60
/** Steps of one macro at most. */
export const MOST_STEPS = 12
/** Personal macros of one person, and macros of the team, at most. */
export const MOST_MACROS = 60
/** How long after it a macro can be taken back, in milliseconds. */
export const UNDO_FOR = 30 * SECOND
/** How long after a preview what it showed may still be applied, in milliseconds. */
export const PREVIEW_FOR = 30 * MINUTE

/** Words of a step, with variables between double braces that the store can fill in. */
const words = (longest: number, least = 1) =>
  z
    .string()
    .trim()
    .min(least, { message: 'required' })
    .max(longest)
    .refine(isStorable, { message: 'unreadable' })
    .refine((text) => unknownIn(text).length === 0 && namesIn(text).every(isFilledVariable), {
      message: 'macro-variable-unknown',
    })

/** Minutes from the moment it is applied until it is due; two months at most. */
const inMinutes = z
  .number()
  .int()
  .min(5)
  .max((60 * DAY) / MINUTE)
/** Null: whoever applies the macro. */
const person = userId.nullable().default(null)

export const MACRO_ACTS = [
  ...(['note', 'class', 'assess', 'assign', 'followUp', 'todo', 'promise', 'message', 'article'] as const),
] as const
export type MacroAct = (typeof MACRO_ACTS)[number]

/** As much as the single act takes, in characters; 0 where a step has no words of its own. */
export const LONGEST = {
  ...{ note: 4000, class: 500, assess: 1000, assign: 500, followUp: 500, todo: 200, promise: 500 },
  ...{ message: 0, article: 0 },
} as const satisfies Record<MacroAct, number>

/** One act of a macro; each is one of the acts on a single case. */
export const macroStep = z.discriminatedUnion('act', [
  z.object({ act: z.literal('note'), text: words(LONGEST.note) }),
  z.object({
    act: z.literal('class'),
    category: categoryCode,
    severity: z.enum(SEVERITIES).nullable().default(null),
    text: words(LONGEST.class),
  }),
  z.object({
    act: z.literal('assess'),
    urgency: z.enum(URGENCIES),
    importance: z.enum(IMPORTANCES),
    direction: z.enum(DIRECTIONS),
    text: words(LONGEST.assess, 0).default(''),
  }),
  z.object({ act: z.literal('assign'), ownerId: person, text: words(LONGEST.assign, 0).default('') }),
  z.object({ act: z.literal('followUp'), text: words(LONGEST.followUp), inMinutes, ownerId: person }),
  z.object({ act: z.literal('todo'), text: words(LONGEST.todo), inMinutes, ownerId: person }),
  z.object({ act: z.literal('promise'), text: words(LONGEST.promise), inMinutes }),
  z.object({ act: z.literal('message'), templateCode: z.string().min(1).max(64), channel: z.enum(MESSAGE_CHANNELS) }),
  z.object({ act: z.literal('article'), articleCode: z.string().min(1).max(64) }),
])
export type MacroStep = z.output<typeof macroStep>

/** For which cases a macro is offered first; an empty list means any. */
export const macroConditions = z.object({
  kinds: z.array(z.enum(CASE_KINDS)).max(CASE_KINDS.length).default([]),
  /** A group stands for all categories below it. */
  categories: z.array(categoryCode).max(20).default([]),
  tiers: z.array(z.enum(MEMBER_TIERS)).max(MEMBER_TIERS.length).default([]),
})
export type MacroConditions = z.output<typeof macroConditions>

export const macroSteps = z.array(macroStep).min(1, { message: 'required' }).max(MOST_STEPS)

/** A macro's name for each language; where the English one is empty, the Chinese one stands. */
export const macroName = z.object({ zh: written(LONGEST_NAME), en: remark(LONGEST_NAME) })
const givenName = z.object({ zh: z.string(), en: z.string() })

/** What somebody writes. */
export const macroDraft = z.object({ name: macroName, conditions: macroConditions, steps: macroSteps })
export type MacroDraft = z.output<typeof macroDraft>

/** One macro in a list. */
export const macroRow = z.object({
  id: macroId,
  scope: z.enum(MACRO_SCOPES),
  name: givenName,
  version: z.number().int(),
  conditions: macroConditions,
  acts: z.array(z.enum(MACRO_ACTS)),
  ownerName: z.string(),
  uses: z.number().int(),
  /** How often it was taken back. */
  undone: z.number().int(),
  lastUsedAt: instant.nullable(),
  /** Nobody has used it for a long time. */
  isIdle: z.boolean(),
  isArchived: z.boolean(),
  mayChange: z.boolean(),
})
export type MacroRow = z.infer<typeof macroRow>

export const macroVersion = z.object({
  version: z.number().int(),
  at: instant,
  byName: z.string(),
  name: givenName,
  conditions: macroConditions,
  steps: macroSteps,
})
export type MacroVersion = z.infer<typeof macroVersion>

/** One macro with its steps and all its versions, the newest first. */
export const macroFile = macroRow.extend({ steps: macroSteps, versions: z.array(macroVersion) })
export type MacroFile = z.infer<typeof macroFile>

/** How well a macro fits a case: its conditions are met, it has none, or it is for other cases. */
export const FITS = ['fits', 'any', 'other'] as const
export type Fit = (typeof FITS)[number]

export const offeredMacro = macroRow.pick({ id: true, name: true, scope: true, version: true, acts: true }).extend({
  fit: z.enum(FITS),
})
export type OfferedMacro = z.infer<typeof offeredMacro>

export const stepFailure = z.object({
  code: z.string(),
  rule: z.string().optional(),
  entity: z.string().optional(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})

const change = z.object({ from: z.string().nullable(), to: z.string().nullable() }).nullable()

/** What one step would do to a case, with its words as they would be written, or why it cannot. */
export const previewedStep = z.object({
  act: z.enum(MACRO_ACTS),
  /** Null where there is nothing to write. */
  text: z.string().nullable(),
  longest: z.number().int(),
  /** Variables that have no value here; a blank stands for each. */
  missing: z.array(z.string()),
  dueAt: instant.nullable(),
  personName: z.string().nullable(),
  /** The wording or article that is used. */
  name: z.object({ zh: z.string(), en: z.string() }).nullable(),
  message: z
    .object({ subject: z.string(), body: z.string(), maskedAddress: z.string(), needsCheck: z.boolean() })
    .nullable(),
  owner: change,
  priority: change,
  category: change,
  failure: stepFailure.nullable(),
  mayUndo: z.boolean(),
})
export type PreviewedStep = z.infer<typeof previewedStep>

export const macroPreview = z.object({
  caseId,
  number: z.string(),
  seq: z.number().int(),
  /** The moment from which deadlines are counted when it is applied. */
  previewedAt: instant,
  steps: z.array(previewedStep),
})
export type MacroPreview = z.infer<typeof macroPreview>
