import { CASE_KINDS } from '../../shared/cases/words.ts'
import type { UserId } from '../../shared/ids.ts'
import { DUE_DAYS } from '../../shared/search/filters.ts'
import type { SearchQuery } from '../../shared/search/grammar.ts'
import { scopeOf } from '../cases/case-file.ts'
import type { QueueAsk } from '../cases/queue-conditions.ts'
import type { Ctx } from '../engine/handler.ts'
import type { Db } from '../store/types.ts'

/** The filters of a search as the queue asks them; undefined when they name a person who does not exist. */
export async function askOfFilters(ctx: Ctx, { filters }: SearchQuery): Promise<QueueAsk | undefined> {
  const { tier, is, due, owner, kind } = filters
  const ownerId = owner === undefined ? undefined : await ownerOf(ctx.db, owner)
  if (ownerId === null) return undefined
  const isOpen = is === undefined ? (due === undefined ? undefined : true) : is !== 'closed'
  return {
    filter: {
      isOpen,
      owner: ownerId,
      tier,
      due: DUE_DAYS.find((one) => one === due),
      kind: CASE_KINDS.find((one) => one === kind),
      isOverdue: is === 'overdue' ? true : undefined,
    },
    scope: scopeOf(ctx),
    now: ctx.now,
  }
}

/** Whose cases `owner:` asks for; null when nobody has that login. */
async function ownerOf(db: Db, value: string): Promise<'mine' | 'nobody' | UserId | null> {
  if (value === 'me') return 'mine'
  if (value === 'nobody') return 'nobody'
  const row = await db.selectFrom('users').select('id').where('login', '=', value).executeTakeFirst()
  return row ? (row.id as UserId) : null
}
