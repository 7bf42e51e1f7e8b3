import { z } from 'zod'
import { call } from '../contract.ts'
import { callId, memberId } from '../ids.ts'
import { DESK_ROLES } from '../roles.ts'
import { login } from '../session/model.ts'
import { instant } from '../time.ts'
import { callBacksContract } from './call-backs-contract.ts'
import { callDetail, callPlace, callRecord, callResult, callRow, liveCall, phone, recordText } from './model.ts'
import { waitingContract } from './waiting-contract.ts'
import { CALL_DIRECTIONS, LOGGED_RESULTS } from './words.ts'

const one = z.object({ id: callId })
const seconds = z.number().int().min(0).max(86_400)
const callFilter = z.object({ filter: z.enum(['all', 'mine', 'missed']).default('all'), memberId: memberId.optional() })
const callerName = z.string().trim().max(60)

/** One step of the call an agent is on. */
const step = <I extends z.ZodObject>(zh: string, en: string, input: I) =>
  call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'any',
    summary: { zh, en },
    input,
    output: liveCall,
    changes: ['calls'],
  })

/** The telephone: from the first ring to the finished record (S3-20, S3-47..50, S3-70). */
export const calls = {
  ...waitingContract,
  ...callBacksContract,
  start: step(
    '登记来电振铃或开始外呼',
    'Note a ringing call, or begin an outgoing one',
    z.object({
      direction: z.enum(CALL_DIRECTIONS),
      /** May be left out for an outgoing call to a member or in return of a missed call. */
      phone: phone.default(''),
      memberId: memberId.optional(),
      callBackOf: callId.optional(),
    }),
  ),
  answer: step(
    '接听，记录振铃数与等待时间',
    'Answer: rings and waiting time are recorded',
    one.extend({
      /** As the telephone shows them; otherwise from the waiting time. */ rings: z
        .number()
        .int()
        .min(0)
        .max(200)
        .optional(),
    }),
  ),
  hold: step('保持通话', 'Put the caller on hold', one),
  resume: step('恢复通话', 'Take the caller back from hold', one),
  hangUp: step(
    '挂断，进入整理记录',
    'Hang up and begin the wrap-up',
    one.extend({
      /** When it was over, for a call that went on while the program was not running; the time until now counts as neither. */
      endedAt: instant.optional(),
    }),
  ),
  endUnanswered: step(
    '未接通：来电方放弃、无人接听或拒接',
    'Nobody spoke: the caller gave up, nobody answered, or it was declined',
    one.extend({ reason: z.enum(['abandoned', 'missed', 'declined']) }),
  ),
  link: step(
    '确认来电的会员',
    'Choose the member who is calling',
    one.extend({ memberId: memberId.nullable(), callerName: callerName.optional() }),
  ),
  record: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '边通话边记录问题、过程与结果', en: 'Write down question, process and result during the call' },
    input: one.extend({ ...callRecord.partial().shape, callerName: callerName.optional() }),
    output: liveCall,
    changes: ['calls'],
    secrets: ['question', 'process', 'result'],
  }),
  finish: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: {
      zh: '完成记录：问题、过程、结果与结果代码',
      en: 'Finish the record: question, process, result and code',
    },
    input: one.extend({
      resultCode: callResult,
      ...callRecord.partial().shape,
      callBackAt: instant.optional(),
      callBackText: recordText.optional(),
    }),
    output: liveCall,
    changes: ['calls', 'cases'],
    secrets: ['question', 'process', 'result', 'callBackText'],
  }),
  current: call({
    kind: 'query',
    access: DESK_ROLES,
    members: 'scoped',
    summary: { zh: '我正在处理的通话', en: 'The call I am on' },
    input: z.object({}),
    output: liveCall.nullable(),
  }),
  recent: call({
    kind: 'query',
    access: DESK_ROLES,
    members: 'scoped',
    summary: { zh: '通话列表，新的在前', en: 'Calls, newest first' },
    input: callFilter.extend({
      before: callPlace.optional(),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    output: z.object({ rows: z.array(callRow), next: callPlace.nullable() }),
  }),
  total: call({
    kind: 'query',
    access: DESK_ROLES,
    members: 'scoped',
    summary: { zh: '共有多少通话', en: 'How many calls there are' },
    input: callFilter,
    output: z.number().int().min(0),
    heavy: true,
  }),
  show: call({
    kind: 'query',
    access: DESK_ROLES,
    members: 'scoped',
    summary: { zh: '查看一通电话的全部记录', en: 'Show everything about one call' },
    input: one,
    output: callDetail,
    discloses: true,
  }),
  log: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '补录一通已结束的电话', en: 'Log one call that is over' },
    input: z.object({
      card: z.string().trim().min(1).max(40).optional(),
      phone: phone.default(''),
      direction: z.enum(CALL_DIRECTIONS).default('inbound'),
      at: instant,
      rings: z.number().int().min(0).max(200).optional(),
      waitS: seconds.default(0),
      talkS: seconds.default(0),
      holdS: seconds.default(0),
      wrapUpS: seconds.default(0),
      agent: login,
      resultCode: z.enum(LOGGED_RESULTS),
      question: recordText,
      process: recordText.default(''),
      result: recordText.default(''),
    }),
    output: callRow,
    changes: ['calls'],
    secrets: ['question', 'process', 'result'],
  }),
}
