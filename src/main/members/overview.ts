import { found } from '../../shared/failure.ts'
import type { MemberId } from '../../shared/ids.ts'
import { loyaltyOf } from '../../shared/members/loyalty.ts'
import type { MemberOverview } from '../../shared/members/overview.ts'
import { DESK_ZONE } from '../../shared/time.ts'
import { wishValueName } from '../../shared/wishes/words.ts'
import { scopeOf } from '../cases/case-file.ts'
import { personFiles, suggestionsOf } from '../duplicates/files.ts'
import { familyOf } from '../duplicates/links.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { kinOf } from '../kin/views.ts'
import { listChoices, mayApproach } from '../messages/approach.ts'
import { tiersAt } from '../policies/queries.ts'
import { keyFactsOf, warningsOf } from '../rules/member-warnings.ts'
import { dayAt } from '../rules/zone.ts'
import type { Row } from '../store/types.ts'
import { memberHistory } from '../tiers/history.ts'
import { factsOf, type MemberFacts } from '../wishes/facts.ts'
import { wishFileOf } from '../wishes/views.ts'
import { lastContacts } from './last-contacts.ts'
import { listBookings, listConsents, listOpenCases, listPeriods } from './queries/file.ts'
import { companiesOf, compensationOf, membersByIds, promisesTo, recentComplaints } from './queries/overview.ts'
import { memberScopeOf, ofReached } from './reach.ts'
import { timeline } from './timeline.ts'

type Calls = Pick<FeatureHandlers<'members'>, 'overview' | 'timeline'>

const SHOWN_FLIGHTS = 3

/** Everything of one person on one screen, and what happened in order of time. */
export const overviewing: Calls = {
  timeline,

  overview: async (ctx, { id }) => {
    const { db, now } = ctx
    const family = await familyOf(db, id)
    const rows = await membersByIds(db, family)
    const root = found(
      rows.find((row) => row.id === family[0]),
      'member',
    )
    found(
      rows.find((row) => row.id === id),
      'member',
    )
    const rootId = root.id as MemberId
    ctx.subject({ memberId: id })
    const facts = await factsOf(db, family, now)
    const wishes = await wishFileOf(ctx, family, facts)
    const scope = scopeOf(ctx)
    const history = await memberHistory(ctx, rootId, 'zh')
    ctx.subject({ memberId: id })
    const files = await personFiles(db, family)
    const consents = await listConsents(db, rootId)
    const offers = await offersOf(ctx, root)
    const overview: MemberOverview = {
      id: rootId,
      leadsTo: rootId === id ? null : (files[0] ?? null),
      merged: files.slice(1),
      duplicates: await ofReached(db, memberScopeOf(ctx), await suggestionsOf(db, rootId, family)),
      tier: {
        tier: root.tier,
        since: root.tierSince,
        until: root.tierUntil,
        next: history.next,
        outlook: history.outlook?.tier ?? null,
      },
      year: await yearOf(ctx, family),
      offers,
      warnings: await warningsFor(ctx, root, family, wishes.tags, consents),
      keyFacts: await factsFor(ctx, root, family, wishes, facts),
      openCases: (await each(family, (one) => listOpenCases(db, scope, one))).flat(),
      promises: await promisesTo(db, scope, family),
      coming: await flights(ctx, family, 'coming'),
      past: await flights(ctx, family, 'past'),
      contacts: await lastContacts(db, scope, family, now),
      speakers: await kinOf(ctx, family),
      consents,
      types: wishes.types,
      origin: wishes.origin,
      wishes: wishes.tags,
      unseenWishes: await unseenBy(ctx, family),
      loyalty: loyaltyOf(facts.loyalty),
    }
    return overview
  },
}

async function each<T>(family: readonly string[], read: (id: MemberId) => Promise<T>): Promise<T[]> {
  const all: T[] = []
  for (const id of family) all.push(await read(id as MemberId))
  return all
}

async function flights({ db, now }: Ctx, family: readonly string[], when: 'coming' | 'past') {
  const all = (await each(family, (id) => listBookings(db, id, when, now, SHOWN_FLIGHTS))).flat()
  const sign = when === 'coming' ? 1 : -1
  return all.sort((a, b) => sign * (a.flight.departsAt - b.flight.departsAt)).slice(0, SHOWN_FLIGHTS)
}

async function yearOf({ db }: Ctx, family: readonly string[]): Promise<MemberOverview['year']> {
  const periods = (await each(family, (id) => listPeriods(db, id))).flat()
  const sum = (of: (period: (typeof periods)[number]) => number) => periods.reduce((total, one) => total + of(one), 0)
  return {
    distanceKm: Math.round(sum(({ distanceKm }) => distanceKm)),
    segments: sum(({ segments }) => segments),
    spendFen: sum(({ spendFen }) => spendFen),
    partnerSpendFen: sum(({ partnerSpendFen }) => partnerSpendFen),
  }
}

/** S3-44 S2-149: what the tier gives, and whether anything beyond may be offered. */
async function offersOf(ctx: Ctx, { id, tier, status }: Row<'members'>): Promise<MemberOverview['offers']> {
  const { body } = await tiersAt(ctx.db, ctx.now)
  const given = status === 'active' ? body.entitlements.filter(({ tiers }) => tiers.includes(tier)) : []
  const verdict = await mayApproach(ctx, { purpose: 'offer', channel: 'phone', memberId: id, careId: null })
  return {
    entitlements: given.map(({ id: code, text }) => ({ id: code, text })),
    mayOffer: verdict.allowed,
    refusedBy: verdict.allowed ? null : verdict.rule,
    refusedParams: verdict.allowed ? {} : verdict.params,
  }
}

async function warningsFor(
  ctx: Ctx,
  root: Row<'members'>,
  family: readonly string[],
  tags: MemberOverview['wishes'],
  consents: MemberOverview['consents'],
) {
  const { db, now } = ctx
  const choices = await listChoices(db, root.id)
  const complaints = await recentComplaints(db, scopeOf(ctx), family, now)
  const medical = tags.filter(({ topic }) => topic === 'medical')
  return warningsOf({
    today: dayAt(DESK_ZONE, now),
    status: root.status,
    language: root.language,
    complaints: complaints.map((at) => dayAt(DESK_ZONE, at)),
    compensation: await compensationOf(db, family),
    medical: medical.map(({ topic, value, note }) => `${wishValueName(topic, value).zh}${note && `（${note}）`}`),
    doNotCall: choices.some(({ channel, given }) => channel === 'phone' && !given),
    welcomesOffers: consents.find(({ purpose }) => purpose === 'marketing')?.given ?? null,
    tierUntil: root.tierUntil === null ? null : dayAt(DESK_ZONE, root.tierUntil),
  })
}

async function factsFor(
  ctx: Ctx,
  { title, birthDate }: Row<'members'>,
  family: readonly string[],
  { types, origin }: Pick<MemberOverview, 'types' | 'origin'>,
  facts: MemberFacts,
) {
  return keyFactsOf({
    today: dayAt(DESK_ZONE, ctx.now),
    ...{ title, birthDate, origin },
    types: types.filter(({ isConfirmed }) => isConfirmed === true).map(({ type }) => type),
    companies: await companiesOf(ctx.db, family),
    loyalty: loyaltyOf(facts.loyalty),
    habits: facts.habits,
  })
}

/** Tags that somebody else wrote down and that nobody but the writer has read. */
async function unseenBy({ db, actor }: Ctx, family: readonly string[]): Promise<number> {
  const rows = await db
    .selectFrom('wishes')
    .select(['seenAt', 'endedAt', 'recordedBy'])
    .where('memberId', 'in', [...family])
    .execute()
  return rows.filter((row) => row.seenAt === null && row.endedAt === null && row.recordedBy !== actor.id).length
}
