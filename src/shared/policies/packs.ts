import { z } from 'zod'
import { compensationRule } from '../compensation/policy.ts'
import type { Bilingual } from '../contract.ts'
import { bilingual, policySource, SOURCE_MARKS } from '../policy.ts'
import { targetRule } from '../targets/model.ts'
import { raise } from '../targets/raises.ts'
import { day, instant } from '../time.ts'
import { policyChange, policyProblem } from './model.ts'

/** A value that is told with its source and that nothing in the program carries out by itself. */
export const packValue = z.strictObject({
  id: z.string().min(1),
  name: bilingual,
  value: bilingual,
  source: policySource,
})

export type PackValue = z.infer<typeof packValue>

/** A set of rules with where each of them comes from, that a desk may switch on and off as a whole (S3-03). */
export const rulePack = z.strictObject({
  id: z.string().min(1).max(64),
  name: bilingual,
  about: bilingual,
  /** From and to which day the source itself is in force; null where that is open or was not found. */
  effectiveFrom: day.nullable(),
  effectiveTo: day.nullable(),
  rules: z.array(targetRule),
  raises: z.array(raise),
  /** Amounts, and the causes that open the way to each. */
  tariff: z.array(compensationRule.extend({ scopes: z.array(z.string()).min(1) }).strict()),
  values: z.array(packValue),
})
export type RulePack = z.infer<typeof rulePack>

/** Where a pack stands: in the policy in force as shipped, changed there, not there, or only to be read. */
export const PACK_STATES = ['on', 'changed', 'off', 'reading'] as const
export type PackState = (typeof PACK_STATES)[number]

export const PACK_STATE_NAMES: Record<PackState, Bilingual> = {
  on: { zh: '已启用', en: 'On' },
  changed: { zh: '已启用，有改动', en: 'On, changed here' },
  off: { zh: '未启用', en: 'Off' },
  reading: { zh: '仅供查阅', en: 'To be read' },
}

export const packLine = z.object({
  id: z.string(),
  name: bilingual,
  about: bilingual,
  effectiveFrom: day.nullable(),
  effectiveTo: day.nullable(),
  state: z.enum(PACK_STATES),
  /** The policy that it changes; null for one that is only to be read. */
  kind: z.enum(['targets', 'compensation']).nullable(),
  /** How well its values are supported, each mark once. */
  marks: z.array(z.enum(SOURCE_MARKS)),
  count: z.number().int(),
})
export type PackLine = z.infer<typeof packLine>

/** One value of a pack in words, with its source. */
export const packItem = z.object({
  id: z.string(),
  name: bilingual,
  text: bilingual,
  source: policySource,
  /** A value that is told and not carried out: a draft may say something else in its place. */
  isTold: z.boolean(),
  /** What the pack itself says, where the policy in force says something else. */
  shipped: bilingual.nullable(),
})
export type PackItem = z.infer<typeof packItem>

/** A draft that can take a pack in besides what it has. */
export const packDraft = z.object({ id: z.string(), version: z.number().int(), name: bilingual, revision: instant })

export const packDetail = packLine.extend({
  items: z.array(packItem),
  /** What switching it would change in the policy in force, and what would then be wrong. */
  changes: z.array(policyChange),
  problems: z.array(policyProblem),
  drafts: z.array(packDraft),
})
export type PackDetail = z.infer<typeof packDetail>
