import { z } from 'zod'
import { call } from '../contract.ts'
import { caseId } from '../ids.ts'
import { LEAD_ROLES } from '../roles.ts'
import { instant } from '../time.ts'
import { expectedSeq, written } from '../written.ts'
import { caseState } from './views.ts'

/** A pause of limits that was recorded wrongly is put right; what was recorded first stays in the log. */
export const pausesContract = {
  correctPause: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: {
      zh: '更正误记的暂停，重算时限',
      en: 'Correct a pause that was recorded wrongly, and the limits with it',
    },
    input: z.object({
      id: caseId,
      /** The number of the entry that began the pause. */
      pause: z.number().int().min(1),
      from: instant,
      /** The same as `from` when there was no pause; null while it still lasts. */
      to: instant.nullable(),
      reason: written(500),
      expectedSeq,
    }),
    output: caseState,
    changes: ['cases', 'clocks'],
  }),
}
