/** Yuan spent in twelve months from which each band begins; the first is of those who spent nothing. */
export const SPEND_BANDS_YUAN = [0, 1, 10_000, 50_000, 200_000] as const

/** Within the last twelve months: flew in the last three, flew or spent before that, did neither. */
export const ACTIVITIES = ['active', 'cooling', 'dormant'] as const
export type Activity = (typeof ACTIVITIES)[number]

/** The number of the band that a year's spending lies in. */
export function spendBand(spendFen: number): number {
  let band = 0
  SPEND_BANDS_YUAN.forEach((from, i) => {
    if (spendFen >= from * 100) band = i
  })
  return band
}

/** How lively a member is, from the months of the last twelve in which something was flown or spent, newest as 0. */
export function activityOf(monthsAgo: number | null): Activity {
  if (monthsAgo === null || monthsAgo >= 12) return 'dormant'
  return monthsAgo < 3 ? 'active' : 'cooling'
}

/** Whole months from one month (YYYY-MM) to a later one. */
export function monthsBetween(earlier: string, later: string): number {
  const number = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7))
  return number(later) - number(earlier)
}
