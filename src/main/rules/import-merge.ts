import type { FieldChange } from '../../shared/imports/model.ts'
import type { MemberTier } from '../../shared/tiers/model.ts'
import type { Instant } from '../../shared/time.ts'
import type { MemberDraft } from './member-fields.ts'
import { documentBackwards, mobileBackwards } from './member-search.ts'
import { type NameKeys, tidyName } from './names.ts'

/** What an import writes of a member, as it is stored. */
export type MemberColumns = {
  name: string
  namePinyin: string
  nameInitials: string
  nameOther: string
  gender: 'female' | 'male' | 'unknown'
  birthDate: string | null
  language: string
  title: string
  mobile: string | null
  mobileBackwards: string | null
  email: string | null
  wechat: string | null
  documentType: string | null
  documentNo: string | null
  documentBackwards: string | null
  province: string | null
  city: string | null
  level: string | null
  tier: MemberTier
  tierSince: Instant | null
  tierUntil: Instant | null
  vipReason: string | null
  vipSince: Instant | null
  preferences: string
  careNotes: string
  status: 'active' | 'left'
  enrolledOn: string | null
  leftOn: string | null
}

/** What the rules of an import know besides the row. */
export type MergeContext = {
  now: Instant
  /** How long a tier is good that comes with the file, from today. */
  tierUntil: Instant | null
  keysOf: (name: string) => NameKeys
}

/** A member of whom nothing is known; every member's columns stand in this order. */
export const NEW_MEMBER: MemberColumns = {
  name: '',
  namePinyin: '',
  nameInitials: '',
  nameOther: '',
  gender: 'unknown',
  birthDate: null,
  language: 'zh-CN',
  title: '',
  mobile: null,
  mobileBackwards: null,
  email: null,
  wechat: null,
  documentType: null,
  documentNo: null,
  documentBackwards: null,
  province: null,
  city: null,
  level: null,
  tier: 'none',
  tierSince: null,
  tierUntil: null,
  vipReason: null,
  vipSince: null,
  preferences: '[]',
  careNotes: '',
  status: 'active',
  enrolledOn: null,
  leftOn: null,
}

/** Fields of a file that are stored as they were read, each under its column. */
const COLUMNS = {
  gender: 'gender',
  birthDate: 'birthDate',
  language: 'language',
  formOfAddress: 'title',
  mobile: 'mobile',
  email: 'email',
  wechat: 'wechat',
  documentType: 'documentType',
  documentNo: 'documentNo',
  province: 'province',
  city: 'city',
  level: 'level',
  tier: 'tier',
  vipReason: 'vipReason',
  notes: 'careNotes',
  enrolledOn: 'enrolledOn',
  cancelledOn: 'leftOn',
} as const satisfies Partial<Record<keyof MemberDraft, keyof MemberColumns>>
const PLAIN = Object.entries(COLUMNS) as [keyof typeof COLUMNS, keyof MemberColumns][]

/** What a row says, as columns; what it does not say is absent. */
function said(draft: MemberDraft): Partial<MemberColumns> {
  const columns: Record<string, unknown> = {}
  for (const [field, column] of PLAIN) if (draft[field] !== undefined) columns[column] = draft[field]
  if (draft.name !== undefined) columns.name = tidyName(draft.name)
  if (draft.preferences !== undefined) columns.preferences = JSON.stringify(draft.preferences)
  if (draft.cancelledOn !== undefined) columns.status = 'left'
  // Each column gets the value of its own field, which has its type.
  return columns as Partial<MemberColumns>
}

/** What follows from the columns that changed: the keys a member is found by, and since when the tier is held. */
function follow(changed: Partial<MemberColumns>, before: MemberColumns, context: MergeContext): Partial<MemberColumns> {
  const rest: Partial<MemberColumns> = {}
  if (changed.name !== undefined) Object.assign(rest, context.keysOf(changed.name))
  if (changed.mobile !== undefined) rest.mobileBackwards = mobileBackwards(changed.mobile)
  if (changed.documentNo !== undefined) rest.documentBackwards = documentBackwards(changed.documentNo)
  if (changed.tier !== undefined) {
    const isVip = changed.tier !== 'none'
    rest.tierSince = isVip ? context.now : null
    rest.tierUntil = isVip ? context.tierUntil : null
    rest.vipSince = isVip ? (before.vipSince ?? context.now) : null
  }
  return rest
}

/** The member a row makes when its card is not known yet: the same as a merge into nothing, in one go. */
export function newColumns(draft: MemberDraft, context: MergeContext): MemberColumns {
  const keys = draft.name === undefined ? NEW_MEMBER : context.keysOf(draft.name)
  const { mobile = null, documentNo = null, tier = 'none' } = draft
  const isVip = tier !== 'none'
  return {
    name: keys.name,
    namePinyin: keys.namePinyin,
    nameInitials: keys.nameInitials,
    nameOther: keys.nameOther,
    gender: draft.gender ?? NEW_MEMBER.gender,
    birthDate: draft.birthDate ?? null,
    language: draft.language ?? NEW_MEMBER.language,
    title: draft.formOfAddress ?? NEW_MEMBER.title,
    mobile,
    mobileBackwards: mobileBackwards(mobile),
    email: draft.email ?? null,
    wechat: draft.wechat ?? null,
    documentType: draft.documentType ?? null,
    documentNo,
    documentBackwards: documentBackwards(documentNo),
    province: draft.province ?? null,
    city: draft.city ?? null,
    level: draft.level ?? null,
    tier,
    tierSince: isVip ? context.now : null,
    tierUntil: isVip ? context.tierUntil : null,
    vipReason: draft.vipReason ?? null,
    vipSince: isVip ? context.now : null,
    preferences: draft.preferences === undefined ? NEW_MEMBER.preferences : JSON.stringify(draft.preferences),
    careNotes: draft.notes ?? NEW_MEMBER.careNotes,
    status: draft.cancelledOn === undefined ? 'active' : 'left',
    enrolledOn: draft.enrolledOn ?? null,
    leftOn: draft.cancelledOn ?? null,
  }
}

/** What a row changes of a member who is there: the columns to write, and each field before and after. */
export type Merge = { columns: Partial<MemberColumns>; changes: FieldChange[] }

const FIELD_OF = new Map<string, string>([...PLAIN.map(([field, column]) => [column, field] as const)])

/** S3-76: compares a row with what is stored; an empty cell changes nothing (it is absent from the draft). */
export function mergeColumns(stored: MemberColumns, draft: MemberDraft, context: MergeContext): Merge {
  const changed: Record<string, unknown> = {}
  const changes: FieldChange[] = []
  for (const [column, after] of Object.entries(said(draft)) as [keyof MemberColumns, string][]) {
    const before = stored[column]
    if (before === after) continue
    changed[column] = after
    changes.push({ field: FIELD_OF.get(column) ?? column, before: before ?? null, after })
  }
  if (changes.length === 0) return { columns: {}, changes }
  const columns = changed as Partial<MemberColumns>
  return { columns: { ...columns, ...follow(columns, stored, context) }, changes }
}
