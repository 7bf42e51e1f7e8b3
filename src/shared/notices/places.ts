import { z } from 'zod'
import type { NoticeKind } from './words.ts'

/** Where what a notice speaks of is seen: a page of the desk and what it is opened at, by ids only. */
export const noticePlace = z.object({
  page: z.enum(['cases', 'todos', 'calls', 'knowledge', 'exports']),
  params: z.record(z.string(), z.string()),
})
export type NoticePlace = z.infer<typeof noticePlace>

const ARTICLE = 'article '

/** What names a notice of the knowledge base, so that nobody is told of it twice. */
export const articleSource = (id: string) => `${ARTICLE}${id}`

const COPY = 'copy '

/** What names a handed-out copy whose day has passed, so that nobody is told of it twice. */
export const copySource = (exportId: string, destroyBy: string) => `${COPY}${exportId} ${destroyBy}`

/** Where a notice leads: to its case, or else to the list that it stands in. */
export function placeOf(kind: NoticeKind, source: string, caseId: string | null): NoticePlace {
  if (caseId !== null) return { page: 'cases', params: { id: caseId } }
  if (kind === 'callBack') return { page: 'calls', params: { view: 'callBacks' } }
  if (kind === 'handOver') return { page: 'todos', params: { tab: 'handOvers' } }
  if (kind === 'promise') return { page: 'todos', params: { tab: 'promises' } }
  if (source.startsWith(ARTICLE))
    return { page: 'knowledge', params: { id: source.slice(ARTICLE.length), kind: 'notice' } }
  if (source.startsWith(COPY)) return { page: 'exports', params: { tab: 'overdue' } }
  return { page: 'todos', params: { tab: 'todos' } }
}
