import type { Bilingual } from '../../shared/contract.ts'
import type { TierReason } from '../../shared/tiers/model.ts'
import { reasonsText } from '../../shared/tiers/sentences.ts'
import { type ChangeReason, changeReason } from '../../shared/tiers/views.ts'

const RATING = '{"kind":"rating",'

/** S3-30: what a member's file keeps as the reason of a rating: its figures, so that each reader gets their own words. */
export function vipReasonOfRating(reasons: TierReason[]): string {
  return JSON.stringify({ kind: 'rating', reasons } satisfies ChangeReason)
}

/** The reason in a member's file, in words; what somebody wrote, or an earlier version stored, is a text already. */
export function vipReasonText(stored: string | null): Bilingual | null {
  const text = stored ?? ''
  if (text === '') return null
  const reason = text.startsWith(RATING) ? changeReason.safeParse(asJson(text)).data : undefined
  if (reason?.kind !== 'rating') return { zh: text, en: text }
  return { zh: reasonsText(reason.reasons, 'zh'), en: reasonsText(reason.reasons, 'en') }
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
