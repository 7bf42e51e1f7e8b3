import type { Bilingual } from '../contract.ts'
import { allow, type Decision, deny } from '../failure.ts'
import type { Instant } from '../time.ts'
import type { PartnerKind, PartnerState, SharePurpose } from './words.ts'

/** What of a member's file may be passed on at all. */
export const SHARE_FIELDS = [
  'name',
  'nameOther',
  'title',
  'gender',
  'birthDate',
  'language',
  'mobile',
  'cardNo',
  'tier',
  'documentType',
  'documentNo',
] as const
export type ShareField = (typeof SHARE_FIELDS)[number]

export const SHARE_FIELD_NAMES: Record<ShareField, Bilingual> = {
  name: { zh: '姓名', en: 'Name' },
  nameOther: { zh: '拼音/外文姓名', en: 'Name in Latin letters' },
  title: { zh: '称谓', en: 'Form of address' },
  gender: { zh: '性别', en: 'Gender' },
  birthDate: { zh: '出生日期', en: 'Date of birth' },
  language: { zh: '语言', en: 'Language' },
  mobile: { zh: '手机号码', en: 'Mobile' },
  cardNo: { zh: '会员卡号', en: 'Card number' },
  tier: { zh: '会员等级', en: 'Tier' },
  documentType: { zh: '证件类型', en: 'Document type' },
  documentNo: { zh: '证件号码', en: 'Document number' },
}

/** S4-79, PIPL art. 6: for each purpose no more than what the service cannot be given without. */
const NEEDED: Record<SharePurpose, readonly ShareField[]> = {
  stay: ['name', 'title', 'language', 'mobile'],
  admission: ['name', 'documentType', 'documentNo'],
  flight: ['name', 'nameOther', 'gender', 'birthDate', 'mobile', 'documentType', 'documentNo'],
  transfer: ['name', 'title', 'mobile'],
  guiding: ['name', 'title', 'language', 'mobile'],
  insurance: ['name', 'birthDate', 'mobile', 'documentType', 'documentNo'],
  lounge: ['name', 'cardNo', 'tier'],
}

const PURPOSES_OF: Record<PartnerKind, readonly SharePurpose[]> = {
  hotel: ['stay'],
  sight: ['admission'],
  airline: ['flight'],
  transport: ['transfer'],
  guide: ['guiding'],
  insurer: ['insurance'],
  lounge: ['lounge'],
  other: [],
}

/** The fields a purpose needs, in the order of a member's file. */
export function fieldsFor(purpose: SharePurpose): readonly ShareField[] {
  return NEEDED[purpose]
}

/** What a kind of partner may be told a member's data for. */
export function purposesOf(kind: PartnerKind): readonly SharePurpose[] {
  return PURPOSES_OF[kind]
}

/** A yes or no that somebody said once. */
type Said = { given: boolean; at: Instant }

export type ShareAsked = {
  partner: { kind: PartnerKind; state: PartnerState }
  purpose: SharePurpose
  fields: readonly ShareField[]
  memberStatus: 'active' | 'left'
  /** The member's newest word on this partner for this purpose, and on which fields. */
  onPartner: (Said & { fields: readonly ShareField[] }) | null
  /** The member's newest word on passing data to partners at all. */
  onThirdParty: Said | null
}

/**
 * S4-79, PIPL art. 23: a partner is told only what the purpose needs, and only with the member's separate yes to this
 * partner and purpose; a later no to all partners ends every earlier yes.
 */
export function canShare({ partner, purpose, fields, memberStatus, onPartner, onThirdParty }: ShareAsked): Decision {
  if (partner.state !== 'active') return deny('partner-inactive')
  if (memberStatus !== 'active') return deny('share-not-member')
  if (!PURPOSES_OF[partner.kind].includes(purpose)) return deny('share-purpose')
  if (fields.length === 0) return deny('share-nothing')
  const beyond = fields.find((field) => !NEEDED[purpose].includes(field))
  if (beyond !== undefined) return deny('share-not-needed', { field: beyond })
  if (!onPartner?.given) return deny('share-no-consent')
  if (onThirdParty && !onThirdParty.given && onThirdParty.at >= onPartner.at) return deny('share-no-consent')
  const unsaid = fields.find((field) => !onPartner.fields.includes(field))
  return unsaid === undefined ? allow : deny('share-not-consented', { field: unsaid })
}
