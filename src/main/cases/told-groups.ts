import { createHash } from 'node:crypto'
import type { ClockKind } from '../../shared/targets/model.ts'
import type { MemberTier } from '../../shared/tiers/model.ts'
import type { Instant } from '../../shared/time.ts'
import { compensationAt } from '../policies/queries.ts'
import type { SettledClock } from '../rules/case-clocks.ts'
import type { News } from '../rules/clock-signals.ts'
import { levelOf } from '../rules/compensation-authority.ts'
import { type Colleague, peopleTold, type ToldAbout } from '../rules/told.ts'
import type { Db } from '../store/types.ts'
import {
  assigneesOf,
  type CaseHand,
  colleagues,
  handsOf,
  insertGroups,
  type WaitingPlan,
  waitingPlans,
} from './told-queries.ts'

/** What a clock is about, as far as it decides who is told. */
export type Place = { caseId: string; kind: ClockKind; item?: string | null | undefined }

/** What a clock that was looked at is about. */
export function placeOfClock(caseId: string, { clock: { kind, item } }: SettledClock): Place {
  return { caseId, kind, item }
}

/** Whom a piece of news tells. */
type Told = Pick<News, 'tells' | 'also'> & Partial<Pick<News, 'third'>>

/** News of a clock, and what the clock is about. */
type Telling = { place: Place; news: readonly Told[] }

/**
 * Names for each piece of news the group of people who are told, as the desk is staffed at this moment. A group that
 * was not told anything before is kept. The staff is read once by whoever keeps the namer.
 */
export function groupNamer(db: Db, now: Instant): (tellings: readonly Telling[]) => Promise<string[][]> {
  const known = new Map<string, Map<string, string>>()
  let staff: Colleague[] | undefined
  return async (tellings) => {
    const places = tellings.flatMap(({ place, news }) => (news.length === 0 ? [] : [place]))
    if (places.length === 0) return tellings.map(() => [])
    const here = staff ?? (await colleagues(db))
    staff = here
    const about = await aboutOf(db, places, now)
    const fresh = new Map<string, string[]>()
    const groups = tellings.map(({ place, news }) => {
      if (news.length === 0) return []
      const to = about(place)
      const word = wordOf(to)
      const ids = known.get(word) ?? new Map<string, string>()
      known.set(word, ids)
      return news.map((one) => {
        const step = [one.tells, one.also, one.third].join(' ')
        const id = ids.get(step)
        if (id !== undefined) return id
        const people = peopleTold(one, to, here)
        const made = groupId(people)
        ids.set(step, made)
        fresh.set(made, people)
        return made
      })
    })
    await insertGroups(db, fresh)
    return groups
  }
}

/** The same for all that tells the same people. */
function wordOf({ ownerId, assigneeId, plan }: ToldAbout): string {
  return assigneeId === null && plan === null ? (ownerId ?? '') : JSON.stringify([ownerId, assigneeId, plan])
}

/** True when whom it tells is the same for every case. */
export function isOfRole({ tells, also, third = null }: Told): boolean {
  return [tells, also, third].every((one) => one === null || one === 'manager')
}

/** The same people are always the same group; ninety bits tell the few groups of a desk apart, and each row keeps them. */
function groupId(people: readonly string[]): string {
  return createHash('sha256').update(people.join('\n')).digest('base64url').slice(0, 15)
}

async function aboutOf(db: Db, places: readonly Place[], now: Instant): Promise<(place: Place) => ToldAbout> {
  const hands = await handsOf(
    db,
    places.map(({ caseId }) => caseId),
  )
  const asked = await assigneesOf(
    db,
    places.flatMap(({ kind, item }) => (kind === 'subTask' && item ? [item] : [])),
  )
  const waiting = places.flatMap(({ kind, caseId }) => (kind === 'approval' ? [caseId] : []))
  const plans = waiting.length === 0 ? new Map<string, ToldAbout['plan']>() : await plansOf(db, waiting, hands, now)
  return ({ caseId, kind, item }) => ({
    ownerId: hands.get(caseId)?.ownerId ?? null,
    assigneeId: kind === 'subTask' && item ? (asked.get(item) ?? null) : null,
    plan: kind === 'approval' ? (plans.get(caseId) ?? null) : null,
  })
}

/** S2-107 S2-108: the plans that wait, with the level of authority that they need now. */
async function plansOf(
  db: Db,
  caseIds: readonly string[],
  hands: ReadonlyMap<string, CaseHand>,
  now: Instant,
): Promise<Map<string, ToldAbout['plan']>> {
  const { body } = await compensationAt(db, now)
  const planOf = ({ caseId, authorIds, amountFen, miles }: WaitingPlan) => ({
    authorIds: JSON.parse(authorIds) as string[],
    level: levelOf(body, {
      isStatutory: false,
      tier: (hands.get(caseId)?.tierAtOpening ?? 'none') as MemberTier,
      amounts: [{ fen: amountFen, miles, form: '' }],
      isOverBudget: false,
    }),
  })
  return new Map([...(await waitingPlans(db, caseIds))].map(([id, plan]) => [id, planOf(plan)]))
}
