import { z } from 'zod'
import { isStorable } from '../storable.ts'
import { instant } from '../time.ts'

const code = z.string().min(1).max(64)

/** A word that speaks for a class, and how strongly; `a+b` asks for both, a negative weight speaks against. */
export const classWord = z.object({
  text: z
    .string()
    .trim()
    .min(1, { message: 'required' })
    .max(40)
    .refine(isStorable, { message: 'unreadable' })
    .refine((text) => text.split('+').every((part) => part.trim() !== ''), { message: 'word-parts' }),
  weight: z
    .number()
    .int()
    .min(-20)
    .max(20)
    .refine((weight) => weight !== 0, { message: 'word-weight' }),
})
export type ClassWord = z.infer<typeof classWord>

/** What words may say about a matter besides its class (S5-15, S5-16, S5-23). */
export const SIGNALS = ['urgent', 'major', 'complex', 'personal'] as const
export type Signal = (typeof SIGNALS)[number]

const words = z.array(classWord).max(400)

/** The words by which the desk classes and routes matters, and the set times of the list of gaps: one version of them. */
export const classRules = z
  .object({
    /** A class that scores less is not proposed. */
    minScore: z.number().int().min(1).max(100),
    /** From this score on a signal counts as given. */
    signalScore: z.number().int().min(1).max(100),
    /** The desk gives complaints to people by itself. */
    isAutomatic: z.boolean(),
    /** A complaint without contact for so long stands in the list of gaps (S1-11). */
    contactHours: z.number().int().min(1).max(720),
    /** The same matter of the same customer within so many days is a repeat complaint (S4-138). */
    repeatDays: z.number().int().min(1).max(365),
    classes: z.array(z.object({ category: code, words })).max(500),
    signals: z.object({ urgent: words, major: words, complex: words, personal: words }),
  })
  .refine(({ classes }) => new Set(classes.map(({ category }) => category)).size === classes.length, {
    message: 'class-twice',
    path: ['classes'],
  })
export type ClassRules = z.infer<typeof classRules>

/** A word found in a text and what it counted for. */
export const foundWord = z.object({ text: z.string(), weight: z.number() })
export type FoundWord = z.infer<typeof foundWord>

/** One class that the words speak for. */
export const classScore = z.object({ category: z.string(), score: z.number(), words: z.array(foundWord) })
export type ClassScore = z.infer<typeof classScore>

/** What the words of a text say, with what they rest on (S5-12). */
export const wordProposal = z.object({
  /** Null when no class reaches the least score. */
  category: z.string().nullable(),
  /** The best classes first. */
  scores: z.array(classScore),
  signals: z.array(z.object({ signal: z.enum(SIGNALS), score: z.number(), words: z.array(foundWord) })),
})
export type WordProposal = z.infer<typeof wordProposal>

/** What the desk's own corrected cases say: the class, how sure in percent, and the pairs of signs that decided. */
export const learnedProposal = z.object({
  category: z.string(),
  percent: z.number().int(),
  words: z.array(foundWord),
  /** On how many cases it rests. */
  cases: z.number().int(),
})
export type LearnedProposal = z.infer<typeof learnedProposal>

/** Both proposals for a text, the rules' first. */
export const classProposal = z.object({
  version: z.number().int(),
  byWords: wordProposal,
  learned: learnedProposal.nullable(),
})
export type ClassProposal = z.infer<typeof classProposal>

/** One version of the rules, as the list shows it. */
export const rulesVersion = z.object({
  version: z.number().int(),
  savedAt: instant.nullable(),
  savedByName: z.string().nullable(),
  reason: z.string(),
})
export type RulesVersion = z.infer<typeof rulesVersion>
