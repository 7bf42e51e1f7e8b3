import { z } from 'zod'
import { NOTICE_KINDS } from '../notices/words.ts'
import { isCombo, twinsIn } from './combos.ts'
import { CONTRASTS, TEXT_SIZES } from './looks.ts'

const minute = z.number().int().min(0).max(1439)

/** When the desk may speak up outside its window. */
export const noticeRules = z.object({
  isOn: z.boolean().default(true),
  /** Kinds that a person does not want to be told of: one that a later version adds is told until it is switched off. */
  muted: z.array(z.enum(NOTICE_KINDS)).default([]),
  /** Only what is one's own work, not what one is told as a lead or manager. */
  onlyMine: z.boolean().default(false),
  /** Only while another program is in front. */
  onlyAway: z.boolean().default(true),
  /** Minutes of the day between which it stays quiet; equal ones mean never. */
  quietFrom: minute.default(0),
  quietUntil: minute.default(0),
  /** Whether the title and the program's icon count what is unread. */
  showsCount: z.boolean().default(true),
})
export type NoticeRules = z.infer<typeof noticeRules>

/** Keys of one's own, by the shortcut's id. */
const ownKeys = z
  .record(z.string().min(1).max(60), z.string().max(30).refine(isCombo, { message: 'keys' }))
  .refine((keys) => Object.keys(keys).length <= 300, { message: 'too_big' })
  .refine((keys) => twinsIn(Object.values(keys)).length === 0, { message: 'keys-twice' })

/** What a person has put away of the guide to a new desk. */
const guideRules = z.object({
  hidesSetUp: z.boolean().default(false),
  hidesTips: z.boolean().default(false),
  seenTips: z.array(z.string().max(40)).max(100).default([]),
})
export type GuideRules = z.infer<typeof guideRules>

/** What a person likes of the desk; goes with the person to every window and machine of the desk. */
export const personalSettings = z.object({
  textSize: z.enum(TEXT_SIZES).default('normal'),
  contrast: z.enum(CONTRASTS).default('normal'),
  keys: ownKeys.default({}),
  notices: noticeRules.prefault({}),
  guide: guideRules.prefault({}),
})
export type PersonalSettings = z.infer<typeof personalSettings>
