import { refuse } from '../../shared/failure.ts'
import type { CaseRecord } from '../cases/case-file.ts'
import { readable } from '../cases/in-scope.ts'
import type { Ctx } from '../engine/handler.ts'
import { scopeFor } from '../rules/access.ts'
import { mentionedIn } from '../rules/mentioned.ts'
import { viewerAt } from '../trust/viewer.ts'

type People = { id: string; name: string }[]

/** The people whom a text names by their login and who may read the case. Refuses to name somebody who may not. */
export async function peopleNamed(ctx: Ctx, row: CaseRecord, text: string): Promise<People> {
  const logins = mentionedIn(text)
  if (logins.length === 0) return []
  const people = await ctx.db
    .selectFrom('users')
    .select(['id', 'name', 'role'])
    .where('login', 'in', logins)
    .where('status', '=', 'active')
    .execute()
  for (const person of people) {
    const scope = scopeFor(await viewerAt(ctx.db, person, ctx.now), 'cases')
    const [seen] = await readable(ctx.db, scope, [row])
    if (!seen) refuse('mention-cannot-read', { name: person.name })
  }
  return people.filter(({ id }) => id !== ctx.actor.id)
}

/** Marks a note for the people whom it names. */
export async function tellNamed(ctx: Ctx, people: People, { id, lastSeq }: CaseRecord): Promise<void> {
  if (people.length === 0) return
  const rows = people.map((person) => ({
    userId: person.id,
    caseId: id,
    seq: lastSeq,
    at: ctx.now,
    byId: ctx.actor.id,
    seenAt: null,
  }))
  await ctx.db.insertInto('mentions').values(rows).execute()
}
