import type { AtFault } from '../../shared/partners/rules.ts'
import type { Instant } from '../../shared/time.ts'
import type { Db } from '../store/types.ts'

/** S4-16: kept partners that a final finding holds at fault, by complaints received in a stretch of time, its end included; confidential ones are left out. */
export async function suppliersAtFault(db: Db, from: Instant, to: Instant): Promise<AtFault[]> {
  return db
    .selectFrom('liabilityShares')
    .innerJoin('liabilities', 'liabilities.id', 'liabilityShares.liabilityId')
    .innerJoin('cases', 'cases.id', 'liabilities.caseId')
    .innerJoin('partners', 'partners.id', 'liabilityShares.partnerId')
    .select(['liabilities.caseId', 'liabilityShares.partnerId', 'partners.kind'])
    .where('liabilityShares.partnerId', 'is not', null)
    .where('liabilities.status', '=', 'final')
    .where('cases.kind', '=', 'complaint')
    .where('cases.isRestricted', '=', 0)
    .where('cases.receivedAt', '>=', from)
    .where('cases.receivedAt', '<=', to)
    .distinct()
    .$narrowType<{ partnerId: string }>()
    .execute()
}
