import { refuse } from '../../shared/failure.ts'
import type { Db } from '../store/types.ts'
import { businessOf, findByName, findCompany } from './queries.ts'

/** S5-78: the travel rules of a company that is on file stand in its file and nowhere else. */
export async function mustNotBeOnFile(db: Db, name: string): Promise<void> {
  if (await findByName(db, name.trim())) refuse('article-company-on-file', { name: name.trim() })
}

/** The name of the company that a case belongs to; empty when there is none. */
export async function companyOfCase(db: Db, caseId: string): Promise<string> {
  const { companyId = null } = (await businessOf(db, caseId)) ?? {}
  return companyId === null ? '' : ((await findCompany(db, companyId))?.name ?? '')
}
