import { found, must, Refusal } from '../../shared/failure.ts'
import type { MemberId } from '../../shared/ids.ts'
import type { MemberFile } from '../../shared/members/model.ts'
import type { RevealedField } from '../../shared/members/words.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { tiersAt } from '../policies/queries.ts'
import { canUnmask, scopeFor, UNMASK_FOR, type Viewer } from '../rules/access.ts'
import { completenessOf } from '../rules/completeness.ts'
import type { MaskKind } from '../rules/masking.ts'
import type { Row } from '../store/types.ts'
import {
  findMember,
  listBookings,
  listConsents,
  listContacts,
  listNotices,
  listOpenCases,
  listPeriods,
  listSpends,
} from './queries/file.ts'
import { historyOf } from './queries/history.ts'
import { findContact } from './queries/write.ts'
import { documentMask, preferencesOf, toBasics } from './rows.ts'

type Calls = Pick<FeatureHandlers<'members'>, 'view' | 'history' | 'spends' | 'reveal'>

const FIRST_PAGE = 20
const SHOWN_FLIGHTS = 20

/** Reading one member's file; each of these leaves an audit row that names the member. */
export const reading: Calls = {
  view: async (ctx, { id }) => {
    const { db, now } = ctx
    const row = await load(ctx, id)
    const scope = casesScope(ctx)
    const consents = await listConsents(db, id)
    const file: MemberFile = {
      member: toBasics(row),
      entitlements: await entitlementsOf(ctx, row.tier),
      contacts: await listContacts(db, id),
      consents,
      notices: await listNotices(db, id),
      comingFlights: await listBookings(db, id, 'coming', now, SHOWN_FLIGHTS),
      pastFlights: await listBookings(db, id, 'past', now, SHOWN_FLIGHTS),
      periods: await listPeriods(db, id),
      spends: await spendsOf(ctx, id, undefined, FIRST_PAGE),
      openCases: await listOpenCases(db, scope, id),
      history: await historyOf(db, scope, id, 'all', undefined, FIRST_PAGE),
      completeness: completenessOf({ ...row, preferences: preferencesOf(row), hasConsent: consents.length > 0 }, now),
    }
    return file
  },

  history: async (ctx, { id, kind, before, limit }) => {
    await load(ctx, id)
    return historyOf(ctx.db, casesScope(ctx), id, kind, before, limit)
  },

  spends: async (ctx, { id, before, limit }) => {
    await load(ctx, id)
    return spendsOf(ctx, id, before, limit)
  },

  reveal: async (ctx, { id, field, contactId, reason }) => {
    const row = await load(ctx, id)
    const { kind, value } = field === 'contact' ? await contactValue(ctx, id, contactId) : fieldValue(row, field)
    must(canUnmask(viewerOf(ctx), kind, reason))
    return { value, hideAfterMs: UNMASK_FOR }
  },
}

/** The member's row; from here on the audit row names the member. */
async function load(ctx: Ctx, id: MemberId): Promise<Row<'members'>> {
  const row = found(await findMember(ctx.db, id), 'member')
  ctx.subject({ memberId: id })
  return row
}

function viewerOf({ actor }: Ctx): Viewer {
  if (actor.role === 'system') throw new Refusal({ code: 'FORBIDDEN' })
  return { id: actor.id, role: actor.role, authorised: actor.authorised }
}

const casesScope = (ctx: Ctx) => scopeFor(viewerOf(ctx), 'cases')

/** S3-44, S3-45: what a tier is entitled to under the programme in force. */
async function entitlementsOf({ db, now }: Ctx, tier: Row<'members'>['tier']) {
  const { body } = await tiersAt(db, now)
  return body.entitlements.filter(({ tiers }) => tiers.includes(tier)).map(({ id, text }) => ({ id, text }))
}

async function spendsOf({ db }: Ctx, id: MemberId, before: { at: number; id: string } | undefined, limit: number) {
  const all = await listSpends(db, id, before, limit)
  const rows = all.slice(0, limit)
  const last = rows.at(-1)
  return { rows, next: all.length > limit && last ? { at: last.at, id: last.id } : null }
}

type Value = { kind: MaskKind; value: string }

function fieldValue(row: Row<'members'>, field: Exclude<RevealedField, 'contact'>): Value {
  switch (field) {
    case 'mobile':
      return { kind: 'phone', value: row.mobile ?? '' }
    case 'email':
      return { kind: 'email', value: row.email ?? '' }
    case 'wechat':
      return { kind: 'phone', value: row.wechat ?? '' }
    case 'document':
      return { kind: documentMask(row.documentType), value: row.documentNo ?? '' }
  }
}

async function contactValue({ db }: Ctx, id: MemberId, contactId: string | undefined): Promise<Value> {
  const contact = found(await findContact(db, id, contactId ?? ''), 'contact')
  return { kind: contact.kind === 'email' ? 'email' : 'phone', value: contact.value }
}
