import { z } from 'zod'
import type { Bilingual } from '../contract.ts'
import { memberId } from '../ids.ts'
import { MEMBER_TIERS } from '../tiers/model.ts'
import { day, instant } from '../time.ts'

/** What two files have in common that makes them look like one person's. */
export const SAME = ['document', 'mobile', 'contact', 'nameAndBirthday'] as const
export type Same = (typeof SAME)[number]

export const SAME_NAMES: Record<Same, Bilingual> = {
  document: { zh: '证件号相同', en: 'Same document' },
  mobile: { zh: '手机相同', en: 'Same mobile' },
  contact: { zh: '联系电话相同', en: 'Same telephone' },
  nameAndBirthday: { zh: '姓名与生日相同', en: 'Same name and birthday' },
}

/** As much of a file as is needed to compare two. */
export const fileBrief = z.object({
  id: memberId,
  card: z.string(),
  name: z.string(),
  tier: z.enum(MEMBER_TIERS),
  maskedMobile: z.string(),
  maskedDocument: z.string(),
  birthDate: day.nullable(),
})
export type FileBrief = z.infer<typeof fileBrief>

/** A file that may be the same person's, the surest first. */
export const suggestion = z.object({ file: fileBrief, same: z.array(z.enum(SAME)), score: z.number().int() })
export type Suggestion = z.infer<typeof suggestion>

/** One file that leads to another. */
export const mergeView = z.object({
  id: z.string(),
  winner: fileBrief,
  loser: fileBrief,
  same: z.array(z.enum(SAME)),
  reason: z.string(),
  mergedAt: instant,
  mergedByName: z.string(),
  undoneAt: instant.nullable(),
  undoneByName: z.string().nullable(),
  undoReason: z.string(),
})
export type MergeView = z.infer<typeof mergeView>
