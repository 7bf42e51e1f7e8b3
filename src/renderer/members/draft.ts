import { z } from 'zod'
import type { Input } from '../../shared/contracts.ts'
import type { MemberBasics } from '../../shared/members/model.ts'
import {
  DOCUMENT_TYPES,
  type DocumentType,
  GENDERS,
  type Gender,
  MEMBER_STATUSES,
  type MemberStatus,
  SERVICE_LANGUAGES,
  type ServiceLanguage,
} from '../../shared/members/words.ts'
import { MEMBER_TIERS, type MemberTier } from '../../shared/tiers/model.ts'

/** A number that stands masked in the file: undefined keeps it, null takes it away, a text replaces it. */
export type Replaced = string | null | undefined

/** What the form holds. */
export type MemberDraft = {
  card: string
  name: string
  gender: Gender
  birthDate: string | null
  language: ServiceLanguage
  title: string
  mobile: Replaced
  email: Replaced
  wechat: Replaced
  documentType: DocumentType | null
  documentNo: Replaced
  province: string
  city: string
  level: string
  preferences: string
  careNotes: string
  enrolledOn: string | null
  status: MemberStatus
  tier: MemberTier
  vipReason: string
}

export const EMPTY_DRAFT: MemberDraft = {
  card: '',
  name: '',
  gender: 'unknown',
  birthDate: null,
  language: 'zh-CN',
  title: '',
  mobile: undefined,
  email: undefined,
  wechat: undefined,
  documentType: null,
  documentNo: undefined,
  province: '',
  city: '',
  level: '',
  preferences: '',
  careNotes: '',
  enrolledOn: null,
  status: 'active',
  tier: 'none',
  vipReason: '',
}

const words = z.string()
const replaced = words.nullable().optional()

/** The form as a kept draft has it. */
export const memberDraft = z
  .object({
    ...{ card: words, name: words, title: words, province: words, city: words, level: words },
    ...{ preferences: words, careNotes: words, vipReason: words },
    ...{ birthDate: words.nullable(), enrolledOn: words.nullable() },
    ...{ mobile: replaced, email: replaced, wechat: replaced, documentNo: replaced },
    gender: z.enum(GENDERS),
    language: z.enum(SERVICE_LANGUAGES),
    documentType: z.enum(DOCUMENT_TYPES).nullable(),
    status: z.enum(MEMBER_STATUSES),
    tier: z.enum(MEMBER_TIERS),
  })
  .transform((kept): MemberDraft => ({ ...EMPTY_DRAFT, ...kept }))

/** The form as it stands for a file; masked numbers are not in it. */
export function draftOf(member: MemberBasics): MemberDraft {
  const {
    card,
    name,
    gender,
    birthDate,
    title,
    documentType,
    province,
    city,
    level,
    careNotes,
    enrolledOn,
    status,
    tier,
  } = member
  return {
    ...EMPTY_DRAFT,
    ...{
      card,
      name,
      gender,
      birthDate,
      title,
      documentType,
      province,
      city,
      level,
      careNotes,
      enrolledOn,
      status,
      tier,
    },
    language: SERVICE_LANGUAGES.find((each) => each === member.language) ?? 'zh-CN',
    preferences: member.preferences.join('；'),
  }
}

/** Texts divided by semicolons or line breaks. */
export function listOf(text: string): string[] {
  return [...new Set(text.split(/[;；\n]/).map((item) => item.trim()))].filter((item) => item !== '')
}

/** What the form says of a new member. */
export function newMemberOf(draft: MemberDraft): Input<'members.create'> {
  const { status: _, preferences, ...fields } = draft
  return {
    ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
    ...required(draft),
    preferences: listOf(preferences),
  }
}

const required = ({ card, name }: MemberDraft) => ({ card, name })

/** What differs from the file; undefined when nothing does. */
export function changesOf(draft: MemberDraft, member: MemberBasics): Input<'members.update'>['changes'] | undefined {
  const before = draftOf(member)
  const { card: _, tier: __, vipReason: ___, ...editable } = draft
  const changed = Object.entries(editable).filter(
    ([field, value]) => value !== undefined && value !== before[field as keyof MemberDraft],
  )
  if (changed.length === 0) return undefined
  const changes = Object.fromEntries(changed)
  return 'preferences' in changes ? { ...changes, preferences: listOf(draft.preferences) } : changes
}
