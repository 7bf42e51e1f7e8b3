import type { BenefitInput, BenefitView } from '../../shared/compensation/cost-model.ts'

/**
 * S1-66..68: what a better satisfaction is reckoned to bring: each point gained lowers churn by a share of itself,
 * the customers kept bring their margin, the costs are taken off. The share is the client's own assumption.
 */
export function benefitOf(input: BenefitInput, targetPercent: number): BenefitView {
  const { satisfactionPercent, basePercent, churnPercent, churnPercentPerPoint, customers, marginFen, costFen } = input
  const points = satisfactionPercent - basePercent
  const factor = Math.max(0, 1 - (churnPercentPerPoint / 100) * points)
  const churnAfterPercent = Math.min(100, churnPercent * factor)
  const customersKept = Math.round((customers * (churnPercent - churnAfterPercent)) / 100)
  const gainFen = customersKept * marginFen
  const way = targetPercent - basePercent
  const progress = way <= 0 ? 1 : Math.min(1, Math.max(0, points / way))
  return {
    points,
    churnAfterPercent,
    customersKept,
    gainFen,
    costFen,
    netFen: gainFen - costFen,
    targetPercent,
    progress,
  }
}
