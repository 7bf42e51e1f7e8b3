import type { SIMILARITIES } from '../../shared/cases/views.ts'

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
