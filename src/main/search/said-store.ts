import { SAID_KINDS } from '../../shared/search/said-kinds.ts'
import { type Said, saidIn } from '../rules/said.ts'
import { parts } from '../store/parts.ts'
import type { Db } from '../store/types.ts'

/** What the logs of some cases say in people's words, by case; those that say nothing are left out. */
export async function saidOf(db: Db, caseIds: readonly string[]): Promise<Map<string, Said[]>> {
  const said = new Map<string, Said[]>()
  for (const some of parts(caseIds)) {
    const entries = await db
      .selectFrom('caseEvents')
      .select(['caseId', 'kind', 'data'])
      .where('caseId', 'in', some)
      .where('kind', 'in', [...SAID_KINDS])
      .orderBy('caseId')
      .orderBy('seq')
      .execute()
    for (const [caseId, own] of Map.groupBy(entries, (entry) => entry.caseId)) {
      const words = saidIn(own)
      if (words.length > 0) said.set(caseId, words)
    }
  }
  return said
}
