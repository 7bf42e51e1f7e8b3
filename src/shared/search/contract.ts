import { z } from 'zod'
import { callPlace, callRow } from '../calls/model.ts'
import { queueKey } from '../cases/model.ts'
import { caseRow } from '../cases/views.ts'
import { call } from '../contract.ts'
import { articleRow } from '../knowledge/model.ts'
import { memberHit } from '../members/model.ts'
import { DESK_ROLES } from '../roles.ts'
import { FILTERS } from './filters.ts'
import { SAID_KINDS } from './said-kinds.ts'

export const LONGEST_SEARCH = 200

const searched = z.string().trim().max(LONGEST_SEARCH)

/**
 * A case with the piece of its text, or of an entry of its log of the kind `saidIn`, in which a searched word stands;
 * telephone numbers in it are masked.
 */
const caseHit = caseRow.extend({ snippet: z.string().nullable(), saidIn: z.enum(SAID_KINDS).nullable() })
export type CaseHit = z.infer<typeof caseHit>

/** A call with the piece of its record in which a searched word stands; telephone numbers in it are masked. */
const callHit = callRow.extend({ snippet: z.string().nullable() })
export type CallHit = z.infer<typeof callHit>

const pieces = z.object({ zh: z.string().nullable(), en: z.string().nullable() })
/** An article in force with the pieces of its words, in each language, in which a searched word stands. */
const articleFound = articleRow.pick({ id: true, code: true, kind: true, title: true }).extend({ snippet: pieces })
export type ArticleFound = z.infer<typeof articleFound>

/** Where the next page of a search begins: by registration where words were searched, else as in the queue. */
const searchPlace = z.union([z.object({ before: z.number().int() }), z.object({ after: queueKey })])
export type SearchPlace = z.infer<typeof searchPlace>

/** Words that stand in place of those that nothing begins with, as far as something was found with them. */
const guessed = z.array(z.string())

const unknown = z.array(z.object({ name: z.enum(FILTERS), text: z.string() }))

const group = <T extends z.ZodType>(hit: T) => z.object({ hits: z.array(hit), hasMore: z.boolean() })

/** Looking for anything by typing. */
export const search = {
  everything: call({
    kind: 'query',
    access: DESK_ROLES,
    members: 'scoped',
    summary: { zh: '同时搜索会员、工单、通话与知识', en: 'Search members, cases, calls and articles at once' },
    input: z.object({ text: searched, limit: z.number().int().min(1).max(20).default(6) }),
    output: z.object({
      members: group(memberHit),
      cases: group(caseHit),
      /** The newest calls alone were looked through for words; `next` says where `search.calls` reads on. */
      calls: group(callHit).extend({ next: callPlace.nullable() }),
      articles: group(articleFound),
      unknown,
      guessed,
      /** Cases of an older store that are not findable by their words yet. */
      isFilling: z.boolean(),
    }),
  }),
  cases: call({
    kind: 'query',
    access: DESK_ROLES,
    members: 'scoped',
    summary: { zh: '按文字、编号与条件搜索工单', en: 'Search cases by words, numbers and filters' },
    input: z.object({
      text: searched,
      from: searchPlace.optional(),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    output: z.object({
      rows: z.array(caseHit),
      next: searchPlace.nullable(),
      unknown,
      guessed,
      isFilling: z.boolean(),
    }),
  }),
  calls: call({
    kind: 'query',
    access: DESK_ROLES,
    members: 'scoped',
    summary: {
      zh: '按编号、会员、来电人、电话片段与记录文字搜索通话',
      en: 'Search calls by number, member, caller, part of the telephone and words of their record',
    },
    input: z.object({
      text: searched,
      before: callPlace.optional(),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    output: z.object({ rows: z.array(callHit), next: callPlace.nullable() }),
  }),
}
