import type { RESEMBLANCES, SIMILARITIES } from '../../shared/cases/views.ts'

type Similarity = (typeof SIMILARITIES)[number]
type Matter = { memberId: string | null; digits: string; category: string; flightNo: string; flightDay: string }
type Known = {
  memberId: string | null
  contactDigits: string
  category: string
  flightNo: string | null
  flightDay: string | null
}

const groupOf = (category: string) => category.split('.')[0]

/** In what a case resembles a matter that is being told: the person, the group of the category, the flight. */
export function similarityOf(matter: Matter, known: Known): Similarity[] {
  const reasons: Similarity[] = []
  if (matter.memberId !== null && matter.memberId === known.memberId) reasons.push('member')
  if (matter.digits !== '' && matter.digits === known.contactDigits) reasons.push('phone')
  if (matter.category !== '' && groupOf(matter.category) === groupOf(known.category)) reasons.push('category')
  const isFlight = matter.flightNo !== '' && matter.flightNo === known.flightNo
  if (isFlight && (matter.flightDay === '' || matter.flightDay === known.flightDay)) reasons.push('flight')
  return reasons
}

/** S1-10: likely the same matter: the same person with the same subject or flight; until a subject is known, any open case. */
export function isLikely(
  reasons: readonly Similarity[],
  { isOpen, hasMatter }: { isOpen: boolean; hasMatter: boolean },
): boolean {
  const isPerson = reasons.includes('member') || reasons.includes('phone')
  const isMatter = reasons.includes('category') || reasons.includes('flight')
  return isPerson && (isMatter || (!hasMatter && isOpen))
}

type Resemblance = (typeof RESEMBLANCES)[number]
type Whose = Pick<Known, 'memberId' | 'contactDigits' | 'flightNo' | 'flightDay'>

/** What speaks for it that two cases belong together: the same flight on the same day, whoever was on it; the same person; the same words. */
export function resemblancesOf(own: Whose, other: Whose, hasSameWords: boolean): Resemblance[] {
  const isFlight = own.flightNo !== null && own.flightDay !== null && own.flightNo === other.flightNo
  const isMember = own.memberId !== null && own.memberId === other.memberId
  const isPhone = own.contactDigits !== '' && own.contactDigits === other.contactDigits
  return [
    ...(isFlight && own.flightDay === other.flightDay ? (['flight'] as const) : []),
    ...(isMember ? (['member'] as const) : []),
    ...(isPhone && !isMember ? (['phone'] as const) : []),
    ...(hasSameWords ? (['words'] as const) : []),
  ]
}

/** Fewer shared words than this are chance. */
const FEWEST_SHARED = 3

/** True when so many of one text's telling words stand in another that both may tell of the same: three, and every fifth. */
export function isSameMatter(shared: number, asked: number): boolean {
  return shared >= FEWEST_SHARED && shared * 5 >= asked
}

/** The most likely of the proposed cases, newest first: those with more reasons go before newer ones when not all fit. */
export function likeliest<T extends { reasons: readonly Resemblance[]; receivedAt: number }>(
  found: readonly T[],
  limit: number,
): T[] {
  return found
    .toSorted((a, b) => b.reasons.length - a.reasons.length || b.receivedAt - a.receivedAt)
    .slice(0, limit)
    .sort((a, b) => b.receivedAt - a.receivedAt)
}
