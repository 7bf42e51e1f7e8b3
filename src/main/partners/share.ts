import { found, must, refuse } from '../../shared/failure.ts'
import type { MemberId } from '../../shared/ids.ts'
import type { MemberSharing, PartnerConsent, ShareRow } from '../../shared/partners/model.ts'
import { canShare, fieldsFor, purposesOf, SHARE_FIELDS, type ShareField } from '../../shared/partners/sharing.ts'
import { namesOf } from '../cases/case-file.ts'
import { familyOf } from '../duplicates/links.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { maskValue } from '../rules/masking.ts'
import type { Row } from '../store/types.ts'
import { findPartner, partnerNames } from './directory.ts'
import {
  type ConsentRecord,
  consentsOf,
  findSharer,
  insertConsent,
  insertShare,
  memberNames,
  type ShareRecord,
  sharesOf,
  sharesTo,
  thirdPartyWord,
} from './share-queries.ts'

type Calls = Pick<FeatureHandlers<'partners'>, 'sharing' | 'consent' | 'share' | 'shares'>

const readFields = (text: string): ShareField[] => {
  const codes = text.split(',')
  return SHARE_FIELDS.filter((field) => codes.includes(field))
}

/** S4-79: a member's separate yes to each partner, and every passing-on of data under it. */
export const sharing: Calls = {
  sharing: async (ctx, { memberId }) => {
    await loadMember(ctx, memberId)
    return sharingOf(ctx, memberId)
  },

  consent: async (ctx, { memberId, partnerId, purpose, given, channel }) => {
    await loadMember(ctx, memberId)
    const { kind } = found(await findPartner(ctx.db, partnerId), 'partner')
    if (!purposesOf(kind).includes(purpose)) refuse('share-purpose')
    await insertConsent(ctx.db, {
      ...{ id: ctx.newId(), memberId, partnerId, purpose, channel, at: ctx.now, byId: ctx.actor.id },
      fields: fieldsFor(purpose).join(','),
      given: given ? 1 : 0,
    })
    return sharingOf(ctx, memberId)
  },

  share: async (ctx, { memberId, partnerId, purpose, fields, reason }) => {
    const member = await loadMember(ctx, memberId)
    const partner = found(await findPartner(ctx.db, partnerId), 'partner')
    const family = await familyOf(ctx.db, memberId)
    const word = (await consentsOf(ctx.db, family)).find(
      (one) => one.partnerId === partnerId && one.purpose === purpose,
    )
    const onPartner = word ? { given: word.given === 1, at: word.at, fields: readFields(word.fields) } : null
    const onThirdParty = await thirdPartyWord(ctx.db, family)
    const asked = SHARE_FIELDS.filter((field) => fields.includes(field))
    must(canShare({ partner, purpose, fields: asked, memberStatus: member.status, onPartner, onThirdParty }))
    const row: ShareRecord = {
      ...{ id: ctx.newId(), memberId, partnerId, purpose, reason, at: ctx.now, byId: ctx.actor.id },
      ...{ consentId: found(word, 'partnerConsent').id, fields: asked.join(',') },
    }
    await insertShare(ctx.db, row)
    const [share] = await toShares(ctx, [row])
    return { share: found(share, 'share'), values: valuesOf(member, asked) }
  },

  shares: async (ctx, { partnerId, limit }) => toShares(ctx, await sharesTo(ctx.db, partnerId, limit)),
}

async function loadMember(ctx: Ctx, id: MemberId): Promise<Row<'members'>> {
  const member = found(await findSharer(ctx.db, id), 'member')
  ctx.subject({ memberId: id })
  return member
}

/** What is handed over: the fields asked for that the member's file has. */
function valuesOf(member: Row<'members'>, fields: readonly ShareField[]): Partial<Record<ShareField, string>> {
  const entries = fields.map((field) => [field, member[field] ?? ''] as const)
  return Object.fromEntries(entries.filter(([, value]) => value !== ''))
}

async function sharingOf(ctx: Ctx, memberId: MemberId): Promise<MemberSharing> {
  const family = await familyOf(ctx.db, memberId)
  const words = await consentsOf(ctx.db, family)
  const newest = words.filter(
    (one, place) =>
      words.findIndex(({ partnerId, purpose }) => partnerId === one.partnerId && purpose === one.purpose) === place,
  )
  return { consents: await toConsents(ctx, newest), shares: await toShares(ctx, await sharesOf(ctx.db, family)) }
}

async function toConsents(ctx: Ctx, records: readonly ConsentRecord[]): Promise<PartnerConsent[]> {
  const { partnersBy, peopleBy } = await namesBehind(ctx, records)
  return records.map(({ partnerId, purpose, fields, given, channel, at, byId }) => ({
    ...{ partnerId, purpose, channel, at },
    partnerName: partnersBy.get(partnerId) ?? '',
    fields: readFields(fields),
    given: given === 1,
    byName: peopleBy.get(byId) ?? '',
  }))
}

async function toShares(ctx: Ctx, records: readonly ShareRecord[]): Promise<ShareRow[]> {
  const { partnersBy, peopleBy } = await namesBehind(ctx, records)
  const members = await memberNames(
    ctx.db,
    records.map(({ memberId }) => memberId),
  )
  return records.map(({ id, memberId, partnerId, purpose, fields, reason, at, byId }) => ({
    ...{ id, partnerId, purpose, reason, at },
    memberId: memberId as MemberId,
    memberName: maskValue('name', members.get(memberId) ?? ''),
    partnerName: partnersBy.get(partnerId) ?? '',
    fields: readFields(fields),
    byName: peopleBy.get(byId) ?? '',
  }))
}

async function namesBehind(ctx: Ctx, records: readonly { partnerId: string; byId: string }[]) {
  const partnersBy = await partnerNames(
    ctx.db,
    records.map(({ partnerId }) => partnerId),
  )
  const peopleBy = await namesOf(
    ctx.db,
    records.map(({ byId }) => byId),
  )
  return { partnersBy, peopleBy }
}
