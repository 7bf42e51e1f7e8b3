import { z } from 'zod'
import type { Bilingual } from './contract.ts'
import { day } from './time.ts'

/** A name in both languages of the desk. */
export const bilingual = z.object({ zh: z.string().min(1), en: z.string().min(1) }) satisfies z.ZodType<Bilingual>

/**
 * How well a figure is supported: primary text, secondary source, unconfirmed, the product's own default,
 * or the client's own documents.
 */
export const SOURCE_MARKS = ['P', 'S', 'U', 'D', 'seed'] as const
export type SourceMark = (typeof SOURCE_MARKS)[number]

/** Where a figure of a policy comes from, shown beside the figure. */
export const policySource = z.object({
  mark: z.enum(SOURCE_MARKS),
  asOf: day,
  requirement: z.string().optional(),
  law: z.string().optional(),
  url: z.string().optional(),
  note: bilingual.optional(),
})
export type PolicySource = z.infer<typeof policySource>

export const POLICY_STATUSES = ['draft', 'active', 'retired'] as const
export type PolicyStatus = (typeof POLICY_STATUSES)[number]

/** What every versioned policy carries; a case keeps the version it was opened under. */
export const policyHeader = {
  id: z.string().min(1).max(64),
  version: z.number().int().min(1),
  effectiveFrom: day,
  name: bilingual,
  status: z.enum(POLICY_STATUSES),
} as const
