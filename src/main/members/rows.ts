import type { MemberId } from '../../shared/ids.ts'
import type { MemberBasics, MemberContact, MemberHit, MemberRow } from '../../shared/members/model.ts'
import { CONTACT_KINDS, DOCUMENT_TYPES, type Match } from '../../shared/members/words.ts'
import { type MaskKind, maskValue } from '../rules/masking.ts'
import { vipReasonText } from '../rules/vip-reason.ts'
import type { Row } from '../store/types.ts'

type Stored = Row<'members'>

/** What the list and the look-up read of a member. */
export const LIST_COLUMNS = [
  'members.id',
  'cardNo',
  'name',
  'tier',
  'status',
  'mobile',
  'province',
  'city',
  'vipSince',
  'vipReason',
  'verifiedAt',
] as const
export type ListRow = Pick<
  Stored,
  | 'id'
  | 'cardNo'
  | 'name'
  | 'tier'
  | 'status'
  | 'mobile'
  | 'province'
  | 'city'
  | 'vipSince'
  | 'vipReason'
  | 'verifiedAt'
>

export function toHit(row: ListRow, matchedBy: Match): MemberHit {
  const { id, cardNo, name, tier, status, mobile, city } = row
  return {
    id: id as MemberId,
    card: cardNo,
    name,
    tier,
    status,
    maskedMobile: maskValue('phone', mobile ?? ''),
    city: city ?? '',
    matchedBy,
    isBeyond: false,
  }
}

/** A member beyond what the person reads, whose whole card or telephone number was typed: masked throughout. */
export function toBeyond(row: ListRow, matchedBy: Match): MemberHit {
  const { cardNo, name } = row
  return {
    ...toHit(row, matchedBy),
    card: maskValue('card', cardNo),
    name: maskValue('name', name),
    city: '',
    isBeyond: true,
  }
}

export function toMemberRow(row: ListRow): MemberRow {
  const { id, cardNo, mobile, province, city, vipReason, ...rest } = row
  return {
    ...rest,
    id: id as MemberId,
    card: cardNo,
    maskedMobile: maskValue('phone', mobile ?? ''),
    province: province ?? '',
    city: city ?? '',
    vipReason: vipReasonText(vipReason),
  }
}

/** Which rule masks the number of a document. */
export function documentMask(documentType: string | null): MaskKind {
  return documentType === 'identity' ? 'identity' : 'passport'
}

export function toBasics(row: Stored): MemberBasics {
  const { tier, tierSince, tierUntil, vipSince, status, verifiedAt, createdAt, updatedAt, gender, language, title } =
    row
  return {
    ...{ tier, tierSince, tierUntil, vipSince, status, verifiedAt, createdAt, updatedAt, gender, language, title },
    ...{
      name: row.name,
      careNotes: row.careNotes,
      birthDate: row.birthDate,
      enrolledOn: row.enrolledOn,
      leftOn: row.leftOn,
    },
    id: row.id as MemberId,
    card: row.cardNo,
    maskedMobile: maskValue('phone', row.mobile ?? ''),
    maskedEmail: maskValue('email', row.email ?? ''),
    maskedWechat: maskEnds(row.wechat ?? ''),
    documentType: DOCUMENT_TYPES.find((type) => type === row.documentType) ?? null,
    maskedDocument: maskValue(documentMask(row.documentType), row.documentNo ?? ''),
    province: row.province ?? '',
    city: row.city ?? '',
    level: row.level ?? '',
    vipReason: vipReasonText(row.vipReason),
    preferences: preferencesOf(row),
  }
}

/** Preferences as a list; kept as JSON text. */
export function preferencesOf(row: Pick<Stored, 'preferences'>): string[] {
  const list: unknown = JSON.parse(row.preferences)
  return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : []
}

export function toContact(row: Row<'memberContacts'>): MemberContact {
  const { id, label, maySpeak } = row
  const kind = CONTACT_KINDS.find((each) => each === row.kind) ?? 'mobile'
  return { id, kind, label, maySpeak: maySpeak === 1, maskedValue: maskContact(kind, row.value) }
}

function maskContact(kind: MemberContact['kind'], value: string): string {
  if (kind === 'email') return maskValue('email', value)
  return kind === 'wechat' ? maskEnds(value) : maskValue('phone', value)
}

/** An account's name, masked as a number's end would be. */
function maskEnds(text: string): string {
  return maskValue('card', text)
}
