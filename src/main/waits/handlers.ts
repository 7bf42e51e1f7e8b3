import type { Parsed } from '../../shared/contracts.ts'
import type { CaseId, UserId } from '../../shared/ids.ts'
import { type DeskNumbers, numbersOf } from '../../shared/targets/desk-numbers.ts'
import type { Leads } from '../../shared/targets/queue-numbers.ts'
import { WAIT_KINDS, type WaitFilter, type WaitKey, type WaitKind, type WaitRow } from '../../shared/waits/model.ts'
import { askOf, rowsOf } from '../cases/lists.ts'
import type { QueueAsk } from '../cases/queue-conditions.ts'
import { countQueue, queueRows } from '../cases/queue-queries.ts'
import { urgentRows } from '../cases/urgent-queries.ts'
import { veiled } from '../cases/veil.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { targetsAt } from '../policies/queries.ts'
import { comparePlaces, rankAt } from '../rules/urgency.ts'
import { othersFor } from './others.ts'
import { deskPeople } from './queries.ts'

export const waits: FeatureHandlers<'waits'> = {
  /** S5-18: cases come page by page from their index; what else waits is little and is put among them. */
  page: async (ctx, { what, order, after, limit, ...filter }) => {
    const asOf = after?.asOf ?? ctx.now
    const on = { ...ctx, now: asOf }
    const team = await teamOf(on, filter.team)
    const { queue, priorities } = await numbersAt(on)
    const others = what === 'case' ? [] : await othersFor(on, { filter, what, team, priorities })
    const isOfCases = what === undefined || what === 'case'
    const cases = isOfCases
      ? await casePage(on, await askFor(on, filter, team), { order, after, limit, leads: queue })
      : []
    const compare = comparePlaces(order, asOf, queue)
    const placed = [...cases, ...others.map((row) => place(row, asOf, queue))]
      .filter(({ key }) => after === undefined || compare(key, after) > 0)
      .sort((a, b) => compare(a.key, b.key))
    const page = placed.slice(0, limit)
    const isMore = placed.length > limit || cases.length === limit
    return { rows: page.map(({ row }) => row), next: isMore ? (page.at(-1)?.key ?? null) : null }
  },

  counts: async (ctx, filter) => {
    const team = await teamOf(ctx, filter.team)
    const { priorities } = await numbersAt(ctx)
    const others = await othersFor(ctx, { filter, what: undefined, team, priorities })
    const of = (kind: WaitKind) => others.filter(({ what }) => what === kind).length
    const cases = await countQueue(ctx.db, await askFor(ctx, filter, team))
    const counts = WAIT_KINDS.map((kind) => [kind, kind === 'case' ? cases : of(kind)] as const)
    return Object.fromEntries(counts) as Record<WaitKind, number>
  },

  teams: async ({ db }) => {
    const people = await deskPeople(db)
    return people.filter(({ role }) => role === 'lead').map(({ id, name }) => ({ leadId: id as UserId, name }))
  },
}

/** The desk's numbers of the moment by which a list is ordered, so that it is read on as it was begun. */
async function numbersAt({ db, now }: Ctx): Promise<DeskNumbers> {
  return numbersOf((await targetsAt(db, now)).body)
}

/** S3-14: a team is its lead and who reports to them; one's own is that of one's lead, or the one that one leads. */
async function teamOf({ db, actor }: Ctx, team: WaitFilter['team']): Promise<string[] | null> {
  if (team === undefined) return null
  const people = await deskPeople(db)
  const me = people.find(({ id }) => id === actor.id)
  const own = me?.role === 'agent' ? (me.leadId ?? actor.id) : actor.id
  const leadId = team === 'mine' ? own : team
  return people.filter((one) => one.id === leadId || one.leadId === leadId).map(({ id }) => id)
}

async function askFor(ctx: Ctx, { team: _, ...filter }: WaitFilter, team: readonly string[] | null): Promise<QueueAsk> {
  const ask = await askOf(ctx, filter)
  return team === null ? ask : { ...ask, owners: team }
}

type Paging = Pick<Parsed<'waits.page'>, 'order' | 'after' | 'limit'> & { leads: Leads }

async function casePage(ctx: Ctx, ask: QueueAsk, { order, after, limit, leads }: Paging) {
  const lines =
    order === 'urgency'
      ? await urgentRows(ctx.db, ask, { after, limit, leads })
      : await queueRows(ctx.db, ask, { order, after: after && { ...after, id: after.id as CaseId }, offset: 0, limit })
  return (await rowsOf(ctx.db, await veiled(ctx.db, ask.scope, lines))).map((row) =>
    place({ ...row, what: 'case' }, ask.now, leads),
  )
}

function place(row: WaitRow, asOf: number, leads: Leads): { row: WaitRow; key: WaitKey } {
  const { priority, queueAt, id } = row
  return { row, key: { asOf, priority, queueAt, rankAt: rankAt(row, leads), id } }
}
