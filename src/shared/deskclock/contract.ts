import { z } from 'zod'
import { call } from '../contract.ts'
import { userId } from '../ids.ts'
import { instant } from '../time.ts'

const jump = z.object({
  /** What the clock would have shown, and what it showed. */
  truthAt: instant,
  shownAt: instant,
  /** Milliseconds ahead; back where negative. */
  byMs: z.number().int(),
})

export const clockJump = jump.extend({ id: z.string() })
export type ToldClockJump = z.infer<typeof clockJump>

/** S1-45: that the computer's own clock was moved, as it bears on every limit. */
export const deskClock = {
  note: call({
    kind: 'command',
    access: ['system'],
    summary: { zh: '记录电脑时钟被调整', en: "Record that the computer's clock was moved" },
    input: jump.extend({ userId }),
    output: z.null(),
    changes: ['notices'],
  }),
  jumps: call({
    kind: 'query',
    access: 'anyone',
    summary: { zh: '列出自己尚未确认的时钟变动', en: 'List the moves of the clock you have not acknowledged' },
    input: z.object({}),
    output: z.array(clockJump),
  }),
  acknowledge: call({
    kind: 'command',
    access: 'anyone',
    summary: { zh: '确认已知电脑时钟变动', en: "Acknowledge that the computer's clock was moved" },
    input: z.object({ jumps: z.array(z.string().min(1).max(60)).min(1).max(50) }),
    output: z.object({ acknowledged: z.number().int().min(0) }),
    changes: ['notices'],
  }),
}
