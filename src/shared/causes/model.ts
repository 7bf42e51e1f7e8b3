import { z } from 'zod'
import { isStorable } from '../storable.ts'

const words = (max: number) => z.string().trim().min(1).max(max).refine(isStorable, { message: 'unreadable' })
const inBoth = (max: number) => z.object({ zh: words(max), en: words(max) })

/** A cause's code: letters, digits and dashes, the same for ever. */
export const causeCode = z
  .string()
  .min(2)
  .max(30)
  .regex(/^[A-Z][A-Z0-9-]*$/)

/** One root cause, or a class of them (S2-51..57), linked to the classes of matters it explains (S2-58). */
export const causeNode = z.object({
  code: causeCode,
  parent: causeCode.nullable(),
  name: inBoth(60),
  /** Groups of case categories, for example `service` or `fare`. */
  classes: z.array(z.string().min(1).max(40)).max(20),
  isRetired: z.boolean(),
  requirement: z.string().max(60).optional(),
})
export type CauseNode = z.infer<typeof causeNode>

/** A prepared solution for a class of causes (S2-59); `{{name}}` stands for what the case knows. */
export const solutionTemplate = z.object({
  id: z.string().min(1).max(40),
  cause: causeCode,
  name: inBoth(60),
  text: inBoth(2000),
  isRetired: z.boolean(),
})
export type SolutionTemplate = z.infer<typeof solutionTemplate>

/** The whole tree as one version of it is kept. */
export const causeTree = z.object({
  nodes: z.array(causeNode).min(1).max(500),
  solutions: z.array(solutionTemplate).max(500),
})
export type CauseTree = z.infer<typeof causeTree>

/** What a solution may name of the case; everything else is left to the person who writes. */
export const SOLUTION_VARIABLES = [
  'customer',
  'number',
  'matter',
  'flight',
  'day',
  'route',
  'cause',
  'expected',
  'agent',
  'today',
] as const
export type SolutionVariable = (typeof SOLUTION_VARIABLES)[number]

/** What is wrong with a changed tree, at which code. */
export const TREE_PROBLEMS = [
  'codeTwice',
  'parentUnknown',
  'circle',
  'tooDeep',
  'usedCodeGone',
  'usedCodeMoved',
  'retiredParent',
  'classUnknown',
  'solutionTwice',
  'solutionCauseUnknown',
  'variableUnknown',
] as const
export type TreeProblem = { problem: (typeof TREE_PROBLEMS)[number]; code: string }
