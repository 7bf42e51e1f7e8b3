import { z } from 'zod'
import {
  type Customers,
  customers,
  type Figure,
  figure,
  type LeadMarks,
  leadMarks,
  type Result,
  result,
  type Scheme,
  type SelfMarks,
  type Summary,
  scheme,
  scoreChange,
  selfMarks,
  summary,
} from '../../shared/scorecards/model.ts'
import { combine } from '../../shared/scorecards/rules.ts'
import { personNote } from '../../shared/scorecards/views.ts'
import type { CardRecord, ChangeRecord } from './queries.ts'

/** A card as it is frozen: everything that its result was made of, and the result. */
export const frozenCard = z.object({
  month: z.string(),
  person: z.object({ userId: z.string(), login: z.string(), name: z.string() }),
  leadName: z.string().nullable(),
  notes: z.array(personNote),
  schemeVersion: z.number().int(),
  scheme,
  countedAt: z.number().int(),
  figures: z.array(figure),
  customers,
  self: selfMarks.nullable(),
  summary: summary.nullable(),
  lead: leadMarks.nullable(),
  changes: z.array(scoreChange),
  result,
  answer: z.string(),
  answerText: z.string(),
  decisionText: z.string(),
})
export type FrozenCard = z.infer<typeof frozenCard>

/** What a card is made of, read from its row. */
export type CardParts = {
  figures: Figure[]
  customers: Customers
  self: SelfMarks | null
  summary: Summary | null
  lead: LeadMarks | null
}

const read = <T>(shape: z.ZodType<T>, text: string | null): T | null =>
  text === null ? null : shape.parse(JSON.parse(text))

export function partsOf(card: CardRecord): CardParts {
  return {
    figures: z.array(figure).parse(JSON.parse(card.figures)),
    customers: customers.parse(JSON.parse(card.customers)),
    self: read(selfMarks, card.self),
    summary: read(summary, card.summary),
    lead: read(leadMarks, card.lead),
  }
}

const toScores = (changes: readonly ChangeRecord[]) =>
  changes.map(({ indicator, toScore }) => ({ indicator, to: toScore / 100 }))

/** S3-107: what a card comes to now; only what was handed in and given counts. */
export function resultOf(card: CardRecord, terms: Scheme, changes: readonly ChangeRecord[]): Result {
  const { figures, customers: asked, self, lead } = partsOf(card)
  return combine({
    scheme: terms,
    figures,
    customers: asked,
    self: card.selfState === 'given' ? self : null,
    lead: card.leadState === 'given' ? lead : null,
    changes: toScores(changes),
  })
}

/** A frozen card with the corrections that came after the freeze; the frozen text itself stays what it is. */
export function correctedResult(card: FrozenCard, corrections: readonly ChangeRecord[]): Result {
  if (corrections.length === 0) return card.result
  const before = card.changes.map(({ indicator, to }) => ({ indicator, to }))
  return combine({ ...card, changes: [...before, ...toScores(corrections)] })
}

export const parseScheme = (text: string): Scheme => scheme.parse(JSON.parse(text))
export const parseFrozen = (text: string): FrozenCard => frozenCard.parse(JSON.parse(text))
