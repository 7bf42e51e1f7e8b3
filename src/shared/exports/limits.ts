import { z } from 'zod'
import { call } from '../contract.ts'
import { instant } from '../time.ts'
import { written } from '../written.ts'

/** From so many rows or people on, an export needs a second person. */
export const exportLimits = z.object({
  rows: z.number().int().min(1).max(1_000_000),
  people: z.number().int().min(1).max(1000),
})
export type ExportLimits = z.output<typeof exportLimits>

/** What holds until two people agree on something else: a product default, not a regulation. */
export const DEFAULT_EXPORT_LIMITS: ExportLimits = { rows: 5000, people: 20 }

const proposal = exportLimits.extend({
  id: z.string(),
  reason: z.string(),
  state: z.enum(['asked', 'approved', 'refused']),
  askedAt: instant,
  askedBy: z.string(),
  askedByMe: z.boolean(),
  decidedAt: instant.nullable(),
  decidedBy: z.string().nullable(),
  decisionNote: z.string().nullable(),
})
export type LimitsProposal = z.infer<typeof proposal>

/** The calls about the limits; part of the calls about exports. */
export const limitCalls = {
  limits: call({
    kind: 'query',
    access: ['manager', 'admin'],
    summary: {
      zh: '查询导出的双人审批限额及其变更',
      en: 'Read the limits from which an export needs a second person, and their changes',
    },
    input: z.object({}),
    /** `isDefault`: nobody has agreed on other limits yet. `proposals`: the newest first. */
    output: z.object({ now: exportLimits, isDefault: z.boolean(), proposals: z.array(proposal) }),
  }),
  proposeLimits: call({
    kind: 'command',
    access: ['manager'],
    summary: { zh: '提议修改导出的双人审批限额', en: 'Propose other limits for exports without a second person' },
    input: exportLimits.extend({ reason: written(500) }),
    output: z.object({ id: z.string() }),
    changes: ['exports'],
  }),
  decideLimits: call({
    kind: 'command',
    access: ['manager', 'admin'],
    summary: { zh: '批准或驳回导出限额的修改', en: 'Approve or refuse other limits for exports' },
    input: z.object({ id: z.string().max(64), isApproved: z.boolean(), note: written(500) }),
    output: exportLimits,
    changes: ['exports'],
  }),
}
