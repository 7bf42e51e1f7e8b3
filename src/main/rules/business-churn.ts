import type { BusinessLoyalty } from '../../shared/companies/contract.ts'

type Standing = BusinessLoyalty['companies'][number]

/**
 * S5-45: churn is the share of the companies active in the year before that were not active in the last one; loyalty is
 * the mean over the companies that have travellers.
 */
export function churnOf(companies: readonly Standing[]): BusinessLoyalty {
  const before = companies.filter(({ wasActive }) => wasActive)
  const lost = before.filter(({ isActive }) => !isActive).length
  const scores = companies.map(({ loyalty }) => loyalty).filter((score) => score !== null)
  return {
    before: before.length,
    lost,
    gained: companies.filter(({ wasActive, isActive }) => isActive && !wasActive).length,
    active: companies.filter(({ isActive }) => isActive).length,
    churn: before.length === 0 ? null : lost / before.length,
    loyalty: scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length,
    companies: [...companies],
  }
}
