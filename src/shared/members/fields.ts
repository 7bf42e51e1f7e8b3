import { z } from 'zod'
import { MEMBER_TIERS } from '../tiers/model.ts'
import { day, instant } from '../time.ts'
import { CONTACT_KINDS, DOCUMENT_TYPES, GENDERS, MEMBER_STATUSES, SERVICE_LANGUAGES } from './words.ts'

const readable = (text: string) => !text.includes('\0')
const short = (max: number) => z.string().trim().max(max).refine(readable, { message: 'unreadable' })
const required = (max: number) => short(max).min(1, { message: 'required' })
/** One line of text that says something; a character that a store cannot hold is refused. */
export const line = required
const nullable = (max: number) =>
  short(max)
    .nullable()
    .transform((text) => (text === '' ? null : text))

/** What a person may write into a member's file; forms of numbers are judged with the rest of the file. */
const fileFields = {
  name: required(100),
  gender: z.enum(GENDERS),
  birthDate: day.nullable(),
  language: z.enum(SERVICE_LANGUAGES),
  title: short(40),
  mobile: nullable(40),
  email: nullable(254),
  wechat: nullable(60),
  documentType: z.enum(DOCUMENT_TYPES).nullable(),
  documentNo: nullable(40),
  province: nullable(60),
  city: nullable(60),
  level: nullable(60),
  preferences: z.array(required(100)).max(50),
  careNotes: z.string().trim().max(4000).refine(readable, { message: 'unreadable' }),
  enrolledOn: day.nullable(),
}

/** A new member; only card and name must be known. */
export const newMember = z.object({
  card: required(40),
  ...fileFields,
  gender: fileFields.gender.default('unknown'),
  birthDate: fileFields.birthDate.default(null),
  language: fileFields.language.default('zh-CN'),
  title: fileFields.title.default(''),
  mobile: fileFields.mobile.default(null),
  email: fileFields.email.default(null),
  wechat: fileFields.wechat.default(null),
  documentType: fileFields.documentType.default(null),
  documentNo: fileFields.documentNo.default(null),
  province: fileFields.province.default(null),
  city: fileFields.city.default(null),
  level: fileFields.level.default(null),
  preferences: fileFields.preferences.default([]),
  careNotes: fileFields.careNotes.default(''),
  enrolledOn: fileFields.enrolledOn.default(null),
  /** Into a VIP tier at once, by a lead or manager who says why (S3-30). */
  tier: z.enum(MEMBER_TIERS).default('none'),
  tierUntil: instant.nullable().default(null),
  vipReason: short(500).default(''),
})
export type NewMember = z.infer<typeof newMember>

/** Changes to a member's file: only what changes is named. */
export const memberChanges = z
  .object({ ...fileFields, status: z.enum(MEMBER_STATUSES), leftOn: day.nullable() })
  .partial()
  .refine((changes) => Object.values(changes).some((value) => value !== undefined), { message: 'required' })
export type MemberChanges = z.infer<typeof memberChanges>

/** A further contact; an assistant's or relative's value is a telephone number, the label says who it is. */
export const newContact = z.object({
  kind: z.enum(CONTACT_KINDS),
  value: required(254),
  label: short(60).default(''),
  /** Allowed by the member to speak for him or her. */
  maySpeak: z.boolean().default(false),
})
export type NewContact = z.infer<typeof newContact>

export const newSpend = z.object({
  at: instant,
  kind: z.enum(['own', 'partner']),
  description: required(200),
  amountFen: z.number().int().min(0).max(100_000_000_000),
})
