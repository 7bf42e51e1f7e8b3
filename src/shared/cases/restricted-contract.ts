import { z } from 'zod'
import { call } from '../contract.ts'
import { caseId, userId } from '../ids.ts'
import { CLOCK_KINDS } from '../targets/model.ts'
import { instant } from '../time.ts'

/** S2-10: that a report of misconduct is there, and whose it is; nothing of what it says or of whom. */
export const restrictedCase = z.object({
  id: caseId,
  number: z.string(),
  receivedAt: instant,
  nextDueAt: instant.nullable(),
  nextClock: z.enum(CLOCK_KINDS).nullable(),
  ownerId: userId.nullable(),
  ownerName: z.string().nullable(),
  /** Who else may read it now: named for it by a manager, or in an emergency. */
  readers: z.array(z.string()),
  isOpenToMe: z.boolean(),
  lastSeq: z.number().int(),
})
export type RestrictedCase = z.infer<typeof restrictedCase>

/** What a manager who may not read reports of misconduct needs in order to give them to somebody. */
export const restrictedContract = {
  restricted: call({
    kind: 'query',
    access: ['manager'],
    summary: {
      zh: '列出未结的受限工单：仅编号、时限与处理人',
      en: 'List the open restricted cases: number, limit and handler only',
    },
    input: z.object({}),
    output: z.array(restrictedCase),
  }),
}
