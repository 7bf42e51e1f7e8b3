import { z } from 'zod'
import { CASE_KINDS, CHANNELS, SEVERITIES, TIME_CLASSES } from '../cases/words.ts'
import type { Bilingual } from '../contract.ts'
import { bilingual, policyHeader, policySource } from '../policy.ts'
import { MEMBER_TIERS } from '../tiers/model.ts'
import { instant } from '../time.ts'
import { CASE_EVENTS } from '../workflow/words.ts'

/** The promises that are timed, each by its own clock because they end at different events (S1-43). */
export const CLOCK_KINDS = ['answer', 'respond', 'confirm', 'resolve', 'reply', 'legal'] as const
export type ClockKind = (typeof CLOCK_KINDS)[number]

export const CLOCK_KIND_NAMES: Record<ClockKind, Bilingual> = {
  answer: { zh: '解答', en: 'Answer' },
  respond: { zh: '响应', en: 'First response' },
  confirm: { zh: '确认', en: 'Confirmation' },
  resolve: { zh: '处理完毕', en: 'Resolution' },
  reply: { zh: '回复客户', en: 'Reply to the customer' },
  legal: { zh: '法定期限', en: 'Legal limit' },
}

/** Clocks that every complaint must have (S1-44, S2-35, S5-20, S5-21). */
export const COMPLAINT_CLOCKS = [
  'respond',
  'confirm',
  'resolve',
  'reply',
  'legal',
] as const satisfies readonly ClockKind[]

export const LIMIT_UNITS = ['minutes', 'workingMinutes', 'workingDays'] as const
export type LimitUnit = (typeof LIMIT_UNITS)[number]

export const limit = z.object({ unit: z.enum(LIMIT_UNITS), amount: z.number().int().min(1).max(1_000_000) })
export type Limit = z.infer<typeof limit>

export const STARTS_AT = ['received', 'registered'] as const
export type StartsAt = (typeof STARTS_AT)[number]

/** Which cases a rule is for; a field that is left out matches everything. */
export const targetWhen = z.object({
  kinds: z.array(z.enum(CASE_KINDS)).min(1).optional(),
  tiers: z.array(z.enum(MEMBER_TIERS)).min(1).optional(),
  /** Category codes; a group also matches its details. */
  categories: z.array(z.string()).min(1).optional(),
  severities: z.array(z.enum(SEVERITIES)).min(1).optional(),
  timeClasses: z.array(z.enum(TIME_CLASSES)).min(1).optional(),
  channels: z.array(z.enum(CHANNELS)).min(1).optional(),
  isComplex: z.boolean().optional(),
})
export type TargetWhen = z.infer<typeof targetWhen>

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
    /** The events that stop this limit: a limit names what ends it (S1-43). */
    stopsOn: z.array(z.enum(CASE_EVENTS)).min(1),
    /** Case states during which the clock stands still. */
    pausesIn: z.array(z.string()).optional(),
    source: policySource,
  })
  .refine((rule) => rule.clock !== 'legal' || (rule.pausesIn ?? []).length === 0, { message: 'legal-never-pauses' })
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
    /** Shares of the limit, in percent, at which the desk is told; rising. */
    warnings: z.array(z.number().int().min(1).max(1000)).min(1),
    ring: ringTarget,
    rules: z.array(targetRule).min(1),
  })
  .refine((p) => new Set(p.rules.map((rule) => rule.id)).size === p.rules.length, { message: 'rule-id-twice' })
  .refine((p) => p.warnings.every((percent, i) => i === 0 || percent > (p.warnings[i - 1] ?? 0)), {
    message: 'warnings-order',
  })
export type TargetPolicy = z.infer<typeof targetPolicy>

/** A moment when a share of a limit was used up. */
export const clockSignal = z.object({ percent: z.number().int(), at: instant })
export type ClockSignal = z.infer<typeof clockSignal>

/** A stretch during which a clock stood still; without `to` it still does. */
export const clockPause = z.object({ from: instant, to: instant.optional(), reason: z.string() })
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
  pausesIn: z.array(z.string()),
  warnings: z.array(z.number().int()),
  state: z.enum(CLOCK_STATES),
  startedAt: instant,
  dueAt: instant,
  /** True when the due time lies beyond the published holiday table. */
  isProvisional: z.boolean(),
  pauses: z.array(clockPause),
  /** Signals already given, in order. */
  signals: z.array(clockSignal),
  breachedAt: instant.optional(),
  stoppedAt: instant.optional(),
})
export type CaseClock = z.infer<typeof caseClock>
