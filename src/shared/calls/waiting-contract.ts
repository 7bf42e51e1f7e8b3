import { z } from 'zod'
import { departmentCode } from '../cases/words.ts'
import { call } from '../contract.ts'
import { callId, userId } from '../ids.ts'
import { DESK_ROLES } from '../roles.ts'
import { instant } from '../time.ts'
import { liveCall, phone } from './model.ts'
import { consultText, transferNote, waitingCall } from './waiting.ts'
import { TRANSFER_KINDS } from './words.ts'

const one = z.object({ id: callId })
const waitId = z.string().min(1).max(64)

/** Calls announced by the telephone system, colleagues asked, calls handed over. */
export const waitingContract = {
  incoming: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: {
      zh: '电话系统通知来电：空闲时立即振铃，忙时排队等待',
      en: 'The telephone system announces a call: it rings at once, or waits while one is on',
    },
    input: z.object({
      phone: phone.default(''),
      externalId: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:@-]{0,63}$/, { message: 'invalid' }),
      /** When the announcement came, also while the desk was locked. */
      rungAt: instant,
    }),
    /** `known`: the same call was announced before. */
    output: z.object({ outcome: z.enum(['ringing', 'waiting', 'known']) }),
    changes: ['calls'],
  }),
  waiting: call({
    kind: 'query',
    access: DESK_ROLES,
    members: 'scoped',
    summary: { zh: '等待接听的来电与转接', en: 'Calls and transfers that wait for somebody' },
    input: z.object({
      /** Only those that I may be meant by: for me, for a desk, for anybody. */ mine: z.boolean().default(true),
    }),
    output: z.array(waitingCall),
  }),
  takeWaiting: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '接起等待中的来电或转接', en: 'Take a waiting call or transfer' },
    input: z.object({ id: waitId }),
    output: liveCall,
    changes: ['calls'],
  }),
  dropWaiting: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: {
      zh: '等待中的来电未接起：登记并生成回电任务',
      en: 'A waiting call was not taken: note it and have it called back',
    },
    input: z.object({ id: waitId, reason: z.enum(['abandoned', 'missed']) }),
    output: z.null(),
    changes: ['calls', 'cases'],
  }),
  consult: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '请客户稍候，咨询同事', en: 'Ask a colleague while the customer holds' },
    input: one.extend({
      askedId: userId.optional(),
      /** Somebody who has no account here. */
      asked: z.string().trim().max(80).default(''),
      question: consultText.default(''),
    }),
    output: liveCall,
    changes: ['calls'],
    secrets: ['question'],
  }),
  endConsult: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '结束咨询，记录答复', en: 'End the consultation and note the answer' },
    input: one.extend({ answer: consultText.default(''), resume: z.boolean().default(true) }),
    output: liveCall,
    changes: ['calls'],
    secrets: ['answer'],
  }),
  transfer: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '转接给同事或部门，附说明', en: 'Transfer to a colleague or desk, with a note' },
    input: one
      .extend({
        kind: z.enum(TRANSFER_KINDS),
        toUserId: userId.optional(),
        toDesk: departmentCode.optional(),
        note: transferNote,
      })
      .refine(({ toUserId, toDesk }) => (toUserId === undefined) !== (toDesk === undefined), {
        path: ['toUserId'],
        message: 'required',
      }),
    output: liveCall,
    changes: ['calls'],
    secrets: ['note'],
  }),
  withdrawTransfer: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '撤回未被接起的转接', en: 'Take back a transfer that nobody took' },
    input: one,
    output: liveCall,
    changes: ['calls'],
  }),
}
