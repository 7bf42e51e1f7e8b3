import type { CompanyFigures } from '../../shared/companies/tracking.ts'
import { DAY, type Instant } from '../../shared/time.ts'

/** What a company's figures read of one complaint. */
export type CompanyComplaint = {
  category: string
  receivedAt: Instant
  closedAt: Instant | null
  isLate: boolean
  isSolved: boolean
  travellerName: string
}

type Counted = Omit<CompanyFigures, 'fromDay' | 'toDay'>

/** S5-62: how many complaints of what kind, how late and how often solved; the most frequent kind comes first. */
export function companyFiguresOf(complaints: readonly CompanyComplaint[]): Counted {
  const closed = complaints.filter(({ closedAt }) => closedAt !== null)
  const days = closed.reduce((sum, { receivedAt, closedAt }) => sum + ((closedAt ?? 0) - receivedAt) / DAY, 0)
  const kinds = Map.groupBy(complaints, ({ category }) => category)
  return {
    ...tally(complaints),
    complaints: complaints.length,
    open: complaints.length - closed.length,
    travellers: new Set(complaints.flatMap(({ travellerName }) => (travellerName === '' ? [] : [travellerName]))).size,
    meanDays: closed.length === 0 ? null : Math.round((days / closed.length) * 10) / 10,
    categories: [...kinds]
      .map(([category, rows]) => ({ category, count: rows.length, ...tally(rows) }))
      .sort((a, b) => b.count - a.count || (a.category < b.category ? -1 : 1)),
  }
}

const tally = (rows: readonly CompanyComplaint[]) => ({
  late: rows.filter(({ isLate }) => isLate).length,
  solved: rows.filter(({ isSolved }) => isSolved).length,
})
