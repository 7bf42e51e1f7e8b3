import { z } from 'zod'
import { CASE_KINDS, plainCode, SEVERITIES, TIME_CLASSES } from '../cases/words.ts'
import type { Bilingual } from '../contract.ts'
import { bilingual, policyHeader, policySource } from '../policy.ts'
import { MEMBER_TIERS } from '../tiers/model.ts'
import { instant } from '../time.ts'
import { CASE_EVENTS } from '../workflow/words.ts'
import { deskNumbers } from './desk-numbers.ts'
import { ownPackValue } from './pack-values.ts'
import { raise } from './raises.ts'
import { RECEIVERS } from './receivers.ts'

export { RECEIVERS, type Receiver } from './receivers.ts'

/** The promises that are timed, each by its own clock because they end at different events (S1-43). */
export const CLOCK_KINDS = [
  'answer',
  'respond',
  'confirm',
  'ownerAccept',
  'preliminary',
  'progress',
  'subTask',
  'approval',
  'resolve',
  'reply',
  'followUp',
  'legal',
  'appeal',
] as const
export type ClockKind = (typeof CLOCK_KINDS)[number]

export const CLOCK_KIND_NAMES: Record<ClockKind, Bilingual> = {
  answer: { zh: '解答', en: 'Answer' },
  respond: { zh: '响应', en: 'First response' },
  confirm: { zh: '确认', en: 'Confirmation' },
  ownerAccept: { zh: '责任人签收', en: 'Receipt by the owner' },
  preliminary: { zh: '初步处理', en: 'Preliminary handling' },
  progress: { zh: '进度反馈', en: 'Progress contact' },
  subTask: { zh: '协办', en: 'Sub-task' },
  approval: { zh: '方案审批', en: 'Approval' },
  resolve: { zh: '处理完毕', en: 'Resolution' },
  reply: { zh: '回复客户', en: 'Reply to the customer' },
  followUp: { zh: '回访', en: 'Follow-up' },
  legal: { zh: '法定期限', en: 'Legal limit' },
  appeal: { zh: '外部申诉答复', en: 'Answer to an authority' },
}

/** S1-43: true for a limit that others set, the law or an authority: it never stands still. */
export function neverPauses(kind: ClockKind): kind is 'legal' | 'appeal' {
  return kind === 'legal' || kind === 'appeal'
}

/** Clocks that every complaint must have (S1-44, S2-35, S5-20, S5-21). */
export const COMPLAINT_CLOCKS = [
  'respond',
  'confirm',
  'resolve',
  'reply',
  'legal',
] as const satisfies readonly ClockKind[]

/** Minutes run on any clock, `days` and working days end with the day on the calendar's wall. */
export const LIMIT_UNITS = ['minutes', 'workingMinutes', 'days', 'workingDays'] as const
export type LimitUnit = (typeof LIMIT_UNITS)[number]

export const limit = z.object({ unit: z.enum(LIMIT_UNITS), amount: z.number().int().min(1).max(1_000_000) })
export type Limit = z.infer<typeof limit>

/** `event`: not with the case, but when one of the rule's own events happens. */
export const STARTS_AT = ['received', 'registered', 'event'] as const
export type StartsAt = (typeof STARTS_AT)[number]

/** Levels of escalation: 0 a note to the owner, 1 owner, 2 lead, 3 manager, 4 manager and the month's report. */
const level = z.number().int().min(0).max(4)

/** A share of the limit, in percent, at which somebody is told. */
export const warningStep = z.object({
  percent: z.number().int().min(1).max(1000),
  level,
  tells: z.enum(RECEIVERS),
  /** A second role that is told besides. */
  also: z.enum(RECEIVERS).optional(),
})
export type WarningStep = z.infer<typeof warningStep>

const DEFAULT_STEPS: readonly Omit<WarningStep, 'percent'>[] = [
  { level: 0, tells: 'owner' },
  { level: 1, tells: 'owner' },
  { level: 2, tells: 'lead' },
  { level: 3, tells: 'manager' },
  { level: 4, tells: 'manager' },
]

/** Whom a bare percentage reaches: 75 the owner, 90 a lead, 100 and more a manager, 150 the report too. */
export function usualStep(percent: number): WarningStep {
  const place = [75, 90, 100, 150].filter((from) => percent >= from).length
  return { percent, ...(DEFAULT_STEPS[place] ?? { level: 0, tells: 'owner' }) }
}

const WHOLE = 100

/** Rising shares of the limit; the whole of it is always told. */
export const warningSteps = z
  .array(z.union([z.number().int().min(1).max(1000).transform(usualStep), warningStep]))
  .min(1)
  .refine((steps) => steps.every(({ percent }, i) => i === 0 || percent > (steps[i - 1]?.percent ?? 0)), {
    message: 'warnings-order',
  })
  .transform((steps) =>
    steps.some(({ percent }) => percent === WHOLE)
      ? steps
      : [...steps, usualStep(WHOLE)].sort((a, b) => a.percent - b.percent),
  )

/** Telling again and again after the limit has run out. */
export const reminder = z.object({
  everyMinutes: z.number().int().min(60).max(525_600),
  level,
  tells: z.enum(RECEIVERS),
  also: z.enum(RECEIVERS).optional(),
})
export type Reminder = z.infer<typeof reminder>

/** A third role that a raise tells besides the two of a step. */
const third = z.enum(RECEIVERS).optional()

/** Which cases a rule is for; a field that is left out matches everything. */
export const targetWhen = z.object({
  kinds: z.array(z.enum(CASE_KINDS)).min(1).optional(),
  tiers: z.array(z.enum(MEMBER_TIERS)).min(1).optional(),
  /** Category codes; a group also matches its details. */
  categories: z.array(z.string()).min(1).optional(),
  severities: z.array(z.enum(SEVERITIES)).min(1).optional(),
  timeClasses: z.array(z.enum(TIME_CLASSES)).min(1).optional(),
  channels: z.array(plainCode).min(1).optional(),
  isComplex: z.boolean().optional(),
})
export type TargetWhen = z.infer<typeof targetWhen>

const events = z.array(z.enum(CASE_EVENTS)).min(1)
const states = z.array(z.string()).min(1)

export const targetRule = z
  .object({
    id: z.string().min(1).max(64),
    /** The pack the rule belongs to, for example DESK-S1. */
    pack: z.string().min(1),
    name: bilingual,
    isEnabled: z.boolean(),
    clock: z.enum(CLOCK_KINDS),
    when: targetWhen,
    limit,
    calendar: z.string().min(1),
    startsAt: z.enum(STARTS_AT),
    /** The events that start it, and the states the case must then be in. */
    startsOn: events.optional(),
    startsIn: states.optional(),
    /** The events that stop this limit: a limit names what ends it (S1-43). */
    stopsOn: events,
    /** Events after which it no longer counts, besides the case being withdrawn, merged or at its end. */
    cancelsOn: events.optional(),
    /** Events that keep the promise and begin the next one: a progress contact (S2-111). */
    restartsOn: events.optional(),
    /** The limit of every further round of a repeating promise; the first one's unless told. */
    repeat: limit.optional(),
    /** Case states during which the clock stands still. */
    pausesIn: z.array(z.string()).optional(),
    /** Events that stop its time, and those that let it run on. */
    pausesOn: events.optional(),
    resumesOn: events.optional(),
    /** Warnings of its own in place of the policy's. */
    warnings: warningSteps.optional(),
    source: policySource,
  })
  .refine((rule) => !neverPauses(rule.clock) || (rule.pausesIn ?? []).length === 0, {
    message: 'legal-never-pauses',
    path: ['pausesIn'],
  })
  .refine((rule) => !neverPauses(rule.clock) || !rule.pausesOn, { message: 'legal-never-pauses', path: ['pausesOn'] })
  .refine((rule) => (rule.startsAt === 'event') === (rule.startsOn !== undefined), {
    message: 'starts-on-events',
    path: ['startsOn'],
  })
  .refine((rule) => (rule.pausesOn === undefined) === (rule.resumesOn === undefined), {
    message: 'pause-and-resume',
    path: ['resumesOn'],
  })
export type TargetRule = z.infer<typeof targetRule>

/** Answer-in-rings target of the telephone (S3-47); seconds per ring turn waiting time into rings. */
export const ringTarget = z.object({
  maxRings: z.number().int().min(1).max(60),
  secondsPerRing: z.number().min(1).max(30),
  source: policySource,
})
export type RingTarget = z.infer<typeof ringTarget>

export const targetPolicy = z
  .object({
    ...policyHeader,
    kind: z.literal('targets'),
    warnings: warningSteps,
    /** After the limit has run out; nothing more is told without it. */
    reminder: reminder.optional(),
    /** Where the warnings and the reminder come from; a rule and the telephone name their own. */
    sources: z.object({ warnings: policySource.optional(), reminder: policySource.optional() }).optional(),
    /** What lifts the warnings of some cases above those of their limits; none where it is left out. */
    raises: z.array(raise).optional(),
    ...deskNumbers,
    /** Values of rule packs as the desk reads them; the packs' own where it is left out. */
    values: z.array(ownPackValue).max(200).optional(),
    ring: ringTarget,
    rules: z.array(targetRule).min(1),
  })
  .refine(({ raises = [] }) => new Set(raises.map(({ id }) => id)).size === raises.length, {
    message: 'raise-id-twice',
    path: ['raises'],
  })
  .refine(({ values = [] }) => new Set(values.map(({ id }) => id)).size === values.length, {
    message: 'value-id-twice',
    path: ['values'],
  })
  .refine((p) => new Set(p.rules.map((rule) => rule.id)).size === p.rules.length, { message: 'rule-id-twice' })
export type TargetPolicy = z.infer<typeof targetPolicy>

/** A moment when a share of a limit was used up. */
export const clockSignal = z.object({ percent: z.number().int(), at: instant })
export type ClockSignal = z.infer<typeof clockSignal>

/** A stretch during which a clock stood still, by which step and whom; without `to` it still does. */
export const clockPause = z.object({
  from: instant,
  to: instant.optional(),
  reason: z.string(),
  by: z.string().optional(),
  /** Begun by an event, so only another event ends it. */
  isByEvent: z.literal(true).optional(),
})
export type ClockPause = z.infer<typeof clockPause>

export const CLOCK_STATES = ['running', 'paused', 'met', 'breached', 'cancelled'] as const
export type ClockState = (typeof CLOCK_STATES)[number]

/** One running or finished promise of a case; a pure function of its events, rule and calendar. */
export const caseClock = z.object({
  kind: z.enum(CLOCK_KINDS),
  policyId: z.string(),
  policyVersion: z.number().int(),
  ruleId: z.string(),
  limit,
  calendarId: z.string(),
  stopsOn: z.array(z.enum(CASE_EVENTS)),
  cancelsOn: z.array(z.enum(CASE_EVENTS)).optional(),
  restartsOn: z.array(z.enum(CASE_EVENTS)).optional(),
  repeat: limit.optional(),
  pausesIn: z.array(z.string()),
  pausesOn: z.array(z.enum(CASE_EVENTS)).optional(),
  resumesOn: z.array(z.enum(CASE_EVENTS)).optional(),
  warnings: z.array(warningStep.extend({ third })),
  reminder: reminder.extend({ third }).optional(),
  /** The raises of its policy that held when it started, by id; what they lifted stands in the warnings. */
  raises: z.array(z.string()).optional(),
  /** What it is about besides the case: one of several sub-tasks. */
  item: z.string().optional(),
  state: z.enum(CLOCK_STATES),
  startedAt: instant,
  dueAt: instant,
  /** True when the due time lies beyond the published holiday table. */
  isProvisional: z.boolean(),
  pauses: z.array(clockPause),
  /** Shares used up so far, in order. */
  signals: z.array(clockSignal),
  /** How often it was told again after the limit had run out. */
  reminders: z.number().int(),
  breachedAt: instant.optional(),
  stoppedAt: instant.optional(),
})
export type CaseClock = z.infer<typeof caseClock>
