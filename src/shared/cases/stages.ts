import { z } from 'zod'
import type { Bilingual } from '../contract.ts'
import { instant } from '../time.ts'

/** Which way the handling is to go (S2-102). */
export const DIRECTIONS = ['explain', 'apologise', 'correct', 'compensate', 'investigate', 'partner'] as const
export type Direction = (typeof DIRECTIONS)[number]

export const DIRECTION_NAMES: Record<Direction, Bilingual> = {
  explain: { zh: '解释说明', en: 'Explain' },
  apologise: { zh: '致歉安抚', en: 'Apologise' },
  correct: { zh: '更正办理', en: 'Put right' },
  compensate: { zh: '评估补偿', en: 'Consider compensation' },
  investigate: { zh: '深入调查', en: 'Investigate thoroughly' },
  partner: { zh: '协同外部单位', en: 'Work with a partner' },
}

/** What a visit after closing found (S2-167, S2-171). */
export const REVISIT_OUTCOMES = ['solved', 'recurred', 'unreached'] as const
export type RevisitOutcome = (typeof REVISIT_OUTCOMES)[number]

export const REVISIT_OUTCOME_NAMES: Record<RevisitOutcome, Bilingual> = {
  solved: { zh: '问题已解决', en: 'All is well' },
  recurred: { zh: '问题复现', en: 'The problem is back' },
  unreached: { zh: '未联系到', en: 'Not reached' },
}

/** Why a small complaint needs no finding of liability and no plan (S2-178). */
export const SIMPLE_REASON_NAMES: Readonly<Record<string, Bilingual>> = {
  explained: { zh: '解释说明后无异议', en: 'Explained, no objection' },
  apologised: { zh: '致歉后接受', en: 'Apology accepted' },
  informed: { zh: '提供所需信息', en: 'Information given' },
  serviceGiven: { zh: '当场办理完成', en: 'Served on the spot' },
  noFault: { zh: '查明无责任方', en: 'Nobody is at fault' },
}

/** A time told to the customer beside the fact; null while there is none (S1-37). */
export const toldTime = z.object({ toldAt: instant, expectedAt: instant, actualAt: instant.nullable() })

/** A hand-over and its receipt (S2-36). */
export const handOver = z.object({
  at: instant,
  toName: z.string(),
  byName: z.string(),
  acceptedAt: instant.nullable(),
  /** This person may receipt it now. */
  isMine: z.boolean(),
})

/** One thing that must stand on record, and whether it does (S2-178). */
export const checkedNeed = z.object({ record: z.string(), isMet: z.boolean() })
