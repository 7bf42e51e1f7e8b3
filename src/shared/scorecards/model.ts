import { z } from 'zod'
import { bilingual } from '../policy.ts'
import { instant } from '../time.ts'
import { remark, written } from '../written.ts'
import { CHANGE_STAGES, COUNTED, INDICATORS, RATER_GAPS, RATERS, UNJUDGED } from './words.ts'

export const indicator = z.enum(INDICATORS)
/** Points of 100; halves and finer are told to two decimals. */
export const points = z.number().min(0).max(100)
const wholePoints = z.number().int().min(0).max(100)
const percentWeight = z.number().int().min(0).max(100)

/** A calendar month of the desk, as YYYY-MM. */
export const month = z.string().regex(/^[12]\d{3}-(0[1-9]|1[0-2])$/, { message: 'month' })

/** Weight and goal of an indicator: at the goal 100 points, at the floor none, in between in proportion. */
export const terms = z.object({
  weight: percentWeight,
  goal: z.number().min(0).max(100_000),
  floor: z.number().min(0).max(100_000),
  /** Fewer than this and the indicator is not scored. */
  minSample: z.number().int().min(1).max(10_000),
})
export type Terms = z.infer<typeof terms>

/** What the indicators that came later say in a scheme that was saved before them: they are counted and weigh nothing. */
const LATER_TERMS = {
  firstContact: { weight: 0, goal: 80, floor: 50, minSample: 5 },
  answerSpeed: { weight: 0, goal: 9, floor: 30, minSample: 5 },
  quality: { weight: 0, goal: 90, floor: 60, minSample: 2 },
} as const

const indicatorTerms = z.object({
  satisfaction: terms,
  resolution: terms,
  complaintTime: terms,
  answerTime: terms,
  handlingTime: terms,
  knowledge: terms,
  teamwork: terms,
  firstContact: terms.default(LATER_TERMS.firstContact),
  answerSpeed: terms.default(LATER_TERMS.answerSpeed),
  quality: terms.default(LATER_TERMS.quality),
})

export const grade = z.object({
  code: z.string().trim().min(1, { message: 'required' }).max(8),
  name: bilingual,
  /** Points from which the grade is given. */
  from: points,
  /** Share of the base bonus, in percent. */
  bonusPercent: z.number().int().min(0).max(1000),
})
export type Grade = z.infer<typeof grade>

/** S3-102: weights, goals, raters, grades and bonus by which a month is assessed. */
export const scheme = z.object({
  indicators: indicatorTerms,
  raters: z.record(z.enum(RATERS), percentWeight),
  /** Fewer customers than this and their weight goes to the superior. */
  minCustomers: z.number().int().min(1).max(1000),
  /** How many points a superior may move a counted score, up or down. */
  maxAdjust: wholePoints,
  grades: z.array(grade).min(1).max(8),
  bonusBaseFen: z.number().int().min(0).max(100_000_000),
  /** Who may see the ranking of all people besides the manager. */
  rankingFor: z.array(z.enum(['lead', 'agent'])).max(2),
})
export type Scheme = z.infer<typeof scheme>

/** An indicator as it was counted: shares of cases may be fractions. */
export const figure = z.object({
  indicator,
  hits: z.number(),
  of: z.number(),
  /** Calls, cases, answers or examinations behind it. */
  sample: z.number().int(),
  /** Percent, seconds or points, to two decimals; null without a sample. */
  value: z.number().nullable(),
})
export type Figure = z.infer<typeof figure>

/** What the customers gave: how many answered, and their mean of 1 to 5. */
export const customers = z.object({ count: z.number().int(), mean: z.number().nullable() })
export type Customers = z.infer<typeof customers>

/** S3-104: one's own score for every indicator that has a weight. */
export const selfMarks = z.object({ scores: z.partialRecord(indicator, wholePoints), comment: remark(2000) })
export type SelfMarks = z.infer<typeof selfMarks>

/** S3-108: the month's work in one's own words. */
export const summary = z.object({ done: remark(4000), problems: remark(4000), plan: remark(4000) })
export type Summary = z.infer<typeof summary>

/** S3-105: what the superior says to each indicator, with the reason. */
export const leadMarks = z.object({
  adjust: z.partialRecord(
    z.enum(COUNTED),
    z.object({ points: z.number().int().min(-100).max(100), reason: remark(500) }),
  ),
  /** S3-101: cooperation (配合度) and sharing of information (信息共享). */
  teamwork: z.object({ cooperation: wholePoints, sharing: wholePoints, reason: written(500) }).nullable(),
  /** Where no examination was held. */
  knowledge: z.object({ score: wholePoints, reason: written(500) }).nullable(),
  comment: remark(2000),
})
export type LeadMarks = z.infer<typeof leadMarks>

/** A superior's score that somebody else changed later, with the reason. */
export const scoreChange = z.object({
  id: z.string(),
  stage: z.enum(CHANGE_STAGES),
  indicator,
  from: points.nullable(),
  to: points,
  reason: z.string(),
  at: instant,
  byName: z.string(),
})
export type ScoreChange = z.infer<typeof scoreChange>

/** One line of the result: how an indicator came to its points. */
export const resultLine = z.object({
  indicator,
  weight: percentWeight,
  /** Its share of the result after the unjudged ones gave theirs away, in hundredths of a percent: all add up to 10,000. */
  share: z.number().int(),
  unjudged: z.enum(UNJUDGED).nullable(),
  /** By the numbers alone. */
  counted: points.nullable(),
  superior: points.nullable(),
  self: points.nullable(),
})
export type ResultLine = z.infer<typeof resultLine>

const raterLine = z.object({
  rater: z.enum(RATERS),
  weight: percentWeight,
  /** The weight that counts after a missing rater gave theirs to the superior: all add up to 100. */
  share: z.number().int(),
  points: points.nullable(),
  gap: z.enum(RATER_GAPS).nullable(),
})

/** S3-107: what a month comes to, with everything that it was made of; no total while the superior's part is missing. */
export const result = z.object({
  total: points.nullable(),
  grade: z.string().nullable(),
  bonusFen: z.number().int().nullable(),
  lines: z.array(resultLine),
  raters: z.array(raterLine),
})
export type Result = z.infer<typeof result>
