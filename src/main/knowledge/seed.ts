import { z } from 'zod'
import answers from '../../../resources/knowledge/answers.json' with { type: 'json' }
import emergency from '../../../resources/knowledge/emergency.json' with { type: 'json' }
import help from '../../../resources/knowledge/help.json' with { type: 'json' }
import policy from '../../../resources/knowledge/policy.json' with { type: 'json' }
import scripts from '../../../resources/knowledge/scripts.json' with { type: 'json' }
import { articleCode, articleDraft } from '../../shared/knowledge/model.ts'
import type { Db } from '../store/types.ts'
import { shippedRecord, tokensOfArticle } from './editing.ts'
import { insertArticles } from './queries.ts'

const pack = z.object({ id: z.string(), articles: z.array(articleDraft.extend({ code: articleCode })) })

const PACKS = [answers, emergency, scripts, policy, help]

/** Puts the articles that came with the product into a store, each once: what a desk has changed or withdrawn stays so. */
export async function seedKnowledge(db: Db, now: number): Promise<void> {
  const shipped = PACKS.flatMap((one) => pack.parse(one).articles)
  const known = await db
    .selectFrom('articles')
    .select('code')
    .where(
      'code',
      'in',
      shipped.map(({ code }) => code),
    )
    .where('version', '=', 1)
    .execute()
  const codes = new Set(known.map(({ code }) => code))
  const records = shipped
    .filter(({ code }) => !codes.has(code))
    .map(({ code, ...article }) => shippedRecord(code, article, now))
  await insertArticles(
    db,
    records.map((record) => ({ record, tokens: tokensOfArticle(record) })),
  )
}
