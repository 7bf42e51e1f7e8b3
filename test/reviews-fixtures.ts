import type { Input, Output } from '../src/shared/contracts.ts'
import type { CaseId } from '../src/shared/ids.ts'
import type { Marks } from '../src/shared/reviews/model.ts'
import { HOUR } from '../src/shared/time.ts'
import type { App } from './app.ts'
import { closing, investigated, reply, take, visit } from './cases-fixtures.ts'

/** A complaint that an agent handled from the first word to the answer, and that the manager closed. */
export async function closedComplaint(
  app: App,
  agent = 'li',
  draft: Partial<Input<'cases.open'>> = {},
): Promise<CaseId> {
  await app.as('agent', agent)
  const id = await investigated(app, draft)
  app.wait(HOUR)
  await take(app, id, 'reply', reply(app.now()))
  await take(app, id, 'attempt', { contactAt: app.now(), contactChannel: 'phone' })
  await take(app, id, 'visit', visit(app.now()))
  await app.as('manager')
  await take(app, id, 'close', closing)
  return id
}

/** Marks for everything a form leaves to its reader. */
export function marksOf({ form }: Output<'reviews.begin'>, mark = 5, more: Marks = {}): Marks {
  const items = form.groups.flatMap((group) => group.items).filter(({ computed }) => computed === null)
  return { ...Object.fromEntries(items.map(({ id }) => [id, mark])), ...more }
}
