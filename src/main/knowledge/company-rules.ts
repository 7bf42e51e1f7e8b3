import { refuse } from '../../shared/failure.ts'
import type { Db } from '../store/types.ts'
import { articlesIn } from './queries.ts'

/** A name however its letters and brackets were typed. */
const spelled = (name: string) => name.normalize('NFKC').trim().toLowerCase()

/** S5-78: a company has its travel rules in one place: refuses where a published article says them already. */
export async function mustNotBeInKnowledge(db: Db, company: string): Promise<void> {
  const articles = await articlesIn(db, ['published'], ['travel'])
  const article = articles.find((one) => spelled(one.company) === spelled(company))
  if (article) refuse('company-rules-in-knowledge', { title: article.titleZh })
}
