import type { Input } from '../../../shared/contracts.ts'
import type { BothFigures } from '../../../shared/exceptional/contract.ts'
import { type Query, useQuery } from '../../use-query.ts'

/** The figures of a period with and without its exceptional days; counted when asked for, not at every change. */
export function useBoth(asked: Input<'exceptional.report'>): Query<BothFigures> {
  return useQuery('exceptional.report', asked, {})
}
