import { z } from 'zod'
import { IMPORTANCES, type Importance, PRIORITIES, type Priority, URGENCIES, type Urgency } from '../cases/words.ts'
import { type PolicySource, policySource } from '../policy.ts'
import { MEMBER_TIERS } from '../tiers/model.ts'
import { type QueueNumbers, queueNumbers } from './queue-numbers.ts'

/** How many standard deviations above what is usual a count stands out; each has its chance of a false warning. */
export const SIGMAS = [2, 2.5, 3, 3.5, 4] as const
export type Sigmas = (typeof SIGMAS)[number]

/** The chance of a false warning per thing and window, as so many standard deviations of a normal curve leave it. */
export const FALSE_ALARMS: Record<Sigmas, number> = {
  2: 0.02275,
  2.5: 0.00621,
  3: 0.00135,
  3.5: 0.000233,
  4: 0.0000317,
}

const look = z.object({
  windowDays: z.number().int().min(1).max(31),
  historyWindows: z.number().int().min(3).max(52),
  /** Fewer complaints than this are no pattern, whatever was usual before. */
  leastCount: z.number().int().min(2).max(1000),
  /** Windows with cases that are needed before anything can be called usual. */
  leastHistory: z.number().int().min(3).max(52),
  sigmas: z.union([z.literal(2), z.literal(2.5), z.literal(3), z.literal(3.5), z.literal(4)]),
})

const isEnoughHistory = ({ leastHistory, historyWindows }: z.infer<typeof look>) => leastHistory <= historyWindows
const otherwise = { message: 'patterns-history', path: ['leastHistory'] }

/** S4-141: how early warnings are found: the window, the windows before it, the least count and the width of the limit. */
export const lookNumbers = look.refine(isEnoughHistory, otherwise)
export type LookNumbers = z.infer<typeof lookNumbers>

/** The same with where the numbers come from, as a policy holds them. */
export const patternNumbers = look.extend({ source: policySource }).refine(isEnoughHistory, otherwise)
export type PatternNumbers = z.infer<typeof patternNumbers>

/** S4-141 S4-161: how many hours after one look at complaints and results the desk looks again by itself. */
export const rhythmNumbers = z.object({ everyHours: z.number().int().min(1).max(168), source: policySource })
export type RhythmNumbers = z.infer<typeof rhythmNumbers>

/** One field of the matrix: how urgent, then how important. */
export type PriorityCell = `${Urgency}-${Importance}`

/** Every field of the matrix, row by row. */
export const PRIORITY_CELLS: readonly PriorityCell[] = URGENCIES.flatMap((urgency) =>
  IMPORTANCES.map((importance): PriorityCell => `${urgency}-${importance}`),
)

const priority = z.enum(PRIORITIES)
const cells = Object.fromEntries(PRIORITY_CELLS.map((cell) => [cell, priority])) as Record<
  PriorityCell,
  typeof priority
>
const tiers = Object.fromEntries(MEMBER_TIERS.map((tier) => [tier, z.number().int().min(0).max(3)])) as Record<
  (typeof MEMBER_TIERS)[number],
  z.ZodNumber
>

/** S2-30 S3-46: which priority follows from urgency and importance, and how many places a tier moves a case up. */
export const priorityNumbers = z.object({
  matrix: z.object(cells),
  tierPlaces: z.object(tiers),
  source: policySource,
})
export type PriorityNumbers = z.infer<typeof priorityNumbers>

/** How many failed attempts, how far apart and over how long in all, stand for a customer who cannot be reached. */
export const attemptNumbers = z.object({
  enough: z.number().int().min(1).max(10),
  /** Attempts nearer to each other than this count as one. */
  gapMinutes: z.number().int().min(0).max(10_080),
  /** From the first to the last of those that count at least so long; 0 asks for nothing more than the gaps. */
  spanMinutes: z.number().int().min(0).max(43_200),
  source: policySource,
})
export type AttemptNumbers = z.infer<typeof attemptNumbers>

/** The numbers of the desk beside its limits, as a targets policy may hold them. */
export const deskNumbers = {
  patterns: patternNumbers.optional(),
  looks: rhythmNumbers.optional(),
  priorities: priorityNumbers.optional(),
  queue: queueNumbers.optional(),
  attempts: attemptNumbers.optional(),
} as const

export type DeskNumbers = {
  patterns: PatternNumbers
  looks: RhythmNumbers
  priorities: PriorityNumbers
  queue: QueueNumbers
  attempts: AttemptNumbers
}
export type NumberPart = keyof DeskNumbers
export const NUMBER_PARTS = [
  'patterns',
  'looks',
  'priorities',
  'queue',
  'attempts',
] as const satisfies readonly NumberPart[]

const shipped = (requirement: string): PolicySource => ({
  mark: 'D',
  asOf: '2026-11-23',
  requirement,
  note: { zh: '文件未规定，采用产品默认值，可修改', en: 'The documents set none: product default, editable' },
})

const matrix: Record<PriorityCell, Priority> = {
  ...{ 'low-low': 'p4', 'low-normal': 'p4', 'low-high': 'p3' },
  ...{ 'normal-low': 'p4', 'normal-normal': 'p3', 'normal-high': 'p2' },
  ...{ 'high-low': 'p3', 'high-normal': 'p2', 'high-high': 'p1' },
}

/** What holds where a policy names none: every store from before these numbers could be changed. */
export const SHIPPED_NUMBERS: DeskNumbers = {
  patterns: {
    ...{ windowDays: 7, historyWindows: 12, leastCount: 3, leastHistory: 4, sigmas: 3 },
    source: shipped('S4-141'),
  },
  looks: { everyHours: 6, source: shipped('S4-141') },
  priorities: {
    matrix,
    tierPlaces: { diamond: 2, platinum: 1, gold: 1, silver: 0, none: 0 },
    source: shipped('S2-30'),
  },
  queue: {
    horizonMinutes: 480,
    tierLeads: { diamond: 120, platinum: 90, gold: 60, silver: 30, none: 0 },
    severityLeads: { urgent: 120, major: 60, general: 0 },
    source: shipped('S5-18'),
  },
  attempts: { enough: 3, gapMinutes: 120, spanMinutes: 0, source: shipped('S1-50') },
}

/** The numbers that a policy holds, the shipped ones where it holds none. */
export function numbersOf(policy: { [P in NumberPart]?: DeskNumbers[P] | undefined }): DeskNumbers {
  return {
    patterns: policy.patterns ?? SHIPPED_NUMBERS.patterns,
    looks: policy.looks ?? SHIPPED_NUMBERS.looks,
    priorities: policy.priorities ?? SHIPPED_NUMBERS.priorities,
    queue: policy.queue ?? SHIPPED_NUMBERS.queue,
    attempts: policy.attempts ?? SHIPPED_NUMBERS.attempts,
  }
}
