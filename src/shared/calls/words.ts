import type { Bilingual } from '../contract.ts'

export const CALL_DIRECTIONS = ['inbound', 'outbound'] as const
export type CallDirection = (typeof CALL_DIRECTIONS)[number]

export const CALL_DIRECTION_NAMES: Record<CallDirection, Bilingual> = {
  inbound: { zh: '来电', en: 'Incoming' },
  outbound: { zh: '外呼', en: 'Outgoing' },
}

/** From the first ring to the finished record. */
export const CALL_STATES = ['ringing', 'talking', 'held', 'wrapUp', 'done', 'missed', 'abandoned'] as const
export type CallState = (typeof CALL_STATES)[number]

export const CALL_STATE_NAMES: Record<CallState, Bilingual> = {
  ringing: { zh: '振铃', en: 'Ringing' },
  talking: { zh: '通话中', en: 'Talking' },
  held: { zh: '保持', en: 'On hold' },
  wrapUp: { zh: '整理记录', en: 'Wrap-up' },
  done: { zh: '已完成', en: 'Done' },
  missed: { zh: '未接通', en: 'Missed' },
  abandoned: { zh: '来电放弃', en: 'Given up' },
}

/** States of a call that keeps its agent busy; an agent has at most one such call. */
export const ACTIVE_CALL_STATES = ['ringing', 'talking', 'held', 'wrapUp'] as const satisfies readonly CallState[]

/** States of a call that nobody spoke in. */
export const UNANSWERED_STATES = ['missed', 'abandoned'] as const satisfies readonly CallState[]

/** What a finished call came to. */
export const CALL_RESULTS = [
  'answered-enquiry',
  'opened-case',
  'complaint-recorded',
  'suggestion-recorded',
  'service-arranged',
  'case-progress',
  'transferred-information',
  'transferred',
  'call-back-promised',
  'member-informed',
  'cut-off',
  'wrong-number',
  'other',
] as const
export type CallResult = (typeof CALL_RESULTS)[number]

export const CALL_RESULT_NAMES: Record<CallResult, Bilingual> = {
  'answered-enquiry': { zh: '咨询已解答', en: 'Enquiry answered' },
  'opened-case': { zh: '已建单', en: 'Case opened' },
  'complaint-recorded': { zh: '投诉已登记', en: 'Complaint recorded' },
  'suggestion-recorded': { zh: '建议已登记', en: 'Suggestion recorded' },
  'service-arranged': { zh: '服务已安排', en: 'Service arranged' },
  'case-progress': { zh: '已告知处理进度', en: 'Progress of a case given' },
  'transferred-information': { zh: '已转告相关部门', en: 'Passed on to the department' },
  transferred: { zh: '已转接', en: 'Call transferred' },
  'call-back-promised': { zh: '承诺回电', en: 'Call back promised' },
  'member-informed': { zh: '已通知会员', en: 'Member informed' },
  'cut-off': { zh: '通话中断', en: 'Cut off' },
  'wrong-number': { zh: '拨错号码', en: 'Wrong number' },
  other: { zh: '其他', en: 'Other' },
}

/** How a call may end that a switchboard or another system recorded: also without anybody having spoken. */
export const LOGGED_RESULTS = [...CALL_RESULTS, 'missed', 'abandoned'] as const
export type LoggedResult = (typeof LOGGED_RESULTS)[number]

/** How a number belongs to a member; an assistant or relative is not greeted by the member's name. */
export const CALLER_VIAS = ['mobile', 'home', 'office', 'assistant', 'family', 'chosen'] as const
export type CallerVia = (typeof CALLER_VIAS)[number]

export const CALL_EVENT_KINDS = [
  'start',
  'answer',
  'hold',
  'resume',
  'hangUp',
  'finish',
  'miss',
  'abandon',
  'decline',
  'consult',
  'consultEnd',
  'offer',
  'withdraw',
  'transfer',
  'take',
  'link',
  'log',
] as const
export type CallEventKind = (typeof CALL_EVENT_KINDS)[number]

/** Warm: the colleague was asked first and the customer holds until they take over. Cold: the customer waits for whoever takes it. */
export const TRANSFER_KINDS = ['warm', 'cold'] as const
export type TransferKind = (typeof TRANSFER_KINDS)[number]

export const TRANSFER_KIND_NAMES: Record<TransferKind, Bilingual> = {
  warm: { zh: '咨询后转接', en: 'Warm transfer' },
  cold: { zh: '直接转接', en: 'Cold transfer' },
}

/** Where a call that waits for somebody came from. */
export const WAIT_SOURCES = ['link', 'transfer'] as const

/** How a call-back ends without the customer having been called: reached calls end it by themselves. */
export const CALL_BACK_RESULTS = ['reached', 'otherWay', 'notNeeded'] as const
export type CallBackResult = (typeof CALL_BACK_RESULTS)[number]

/** Every way a call-back ends. */
export const CALL_BACK_ENDS = [...CALL_BACK_RESULTS, 'gaveUp'] as const

export const CALL_BACK_END_NAMES: Record<(typeof CALL_BACK_ENDS)[number], Bilingual> = {
  reached: { zh: '已联系上', en: 'Reached' },
  otherWay: { zh: '以其他方式联系', en: 'Reached another way' },
  notNeeded: { zh: '无需回电', en: 'No longer needed' },
  gaveUp: { zh: '多次未接通，放弃', en: 'Given up after several tries' },
}
