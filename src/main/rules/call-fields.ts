import {
  CALL_DIRECTION_NAMES,
  type CALL_DIRECTIONS,
  CALL_RESULT_NAMES,
  type CALL_RESULTS,
} from '../../shared/calls/words.ts'
import { card, choice, text, whole } from './import-cells.ts'
import { moment } from './import-instants.ts'
import type { CellProblem, FieldSet, ValuesOf } from './import-mapping.ts'
import { field } from './member-fields.ts'

const direction = choice({
  inbound: [CALL_DIRECTION_NAMES.inbound.zh, 'in', 'incoming', '呼入'],
  outbound: [CALL_DIRECTION_NAMES.outbound.zh, 'out', 'outgoing', '呼出'],
} satisfies Record<(typeof CALL_DIRECTIONS)[number], string[]>)

const named = (code: (typeof CALL_RESULTS)[number]) => [CALL_RESULT_NAMES[code].zh, CALL_RESULT_NAMES[code].en]

const result = choice({
  'answered-enquiry': named('answered-enquiry'),
  'opened-case': named('opened-case'),
  'complaint-recorded': named('complaint-recorded'),
  'suggestion-recorded': named('suggestion-recorded'),
  'service-arranged': named('service-arranged'),
  'case-progress': named('case-progress'),
  'transferred-information': named('transferred-information'),
  transferred: named('transferred'),
  'call-back-promised': named('call-back-promised'),
  'member-informed': named('member-informed'),
  'cut-off': named('cut-off'),
  'wrong-number': named('wrong-number'),
  other: [...named('other'), '已接通', 'answered', 'y', 'yes', 'agent'],
  missed: ['未接通', '未接', 'no answer', 'phantom'],
  abandoned: ['来电放弃', '放弃', 'n', 'no', 'hang', 'given up'],
  notOffered: ['未进入人工', '语音菜单内结束', 'not offered', 'ivr'],
})

/** Points of a caller, as the questionnaire of this desk gives them. */
const rating = choice<'1' | '2' | '3' | '4' | '5'>({
  1: ['1.0', '非常不满意', 'very dissatisfied'],
  2: ['2.0', '不满意', 'dissatisfied'],
  3: ['3.0', '一般', 'neutral'],
  4: ['4.0', '满意', 'satisfied'],
  5: ['5.0', '非常满意', 'very satisfied'],
})

/** A span of a call lasts a day at most, in seconds. */
const LONGEST = 86_400

export const callFields = {
  id: field(
    text(120),
    { zh: '原系统通话编号', en: "The other system's number of the call" },
    '通话编号|话单号|流水号|Call ID|Call Id|ID|Number',
    true,
  ),
  system: field(
    text(60),
    { zh: '来源系统名称（一般为固定值）', en: 'Name of the other system, as a rule a fixed value' },
    '来源系统|系统|System|Source System',
  ),
  direction: field(
    direction,
    { zh: '来电或外呼；缺省为来电', en: 'Incoming or outgoing; incoming by default' },
    '方向|Direction',
  ),
  startedAt: field(
    moment,
    { zh: '开始振铃的时间', en: 'When it began to ring' },
    '开始时间|来电时间|呼叫时间|Started At|Start|Start Time|Call Time|Timestamp',
    true,
  ),
  result: field(
    result,
    {
      zh: '结果；未接为 missed，放弃为 abandoned；未到人工即结束为 notOffered，该行不导入',
      en: 'Outcome; missed or abandoned when unanswered; notOffered when it ended before anybody could answer: left out',
    },
    '结果|通话结果|是否接通|Result|Outcome|Answered',
    true,
  ),
  waitS: field(
    whole(LONGEST),
    { zh: '等待秒数', en: 'Seconds until it was answered or given up' },
    '等待时长|等待秒数|Wait|Wait S|Queue Time|q_time|speed_of_answer_s|Speed of Answer',
  ),
  rings: field(whole(1000), { zh: '振铃次数', en: 'Rings' }, '振铃次数|铃声数|Rings'),
  talkS: field(
    whole(LONGEST),
    { zh: '通话秒数', en: 'Seconds talked' },
    '通话时长|通话秒数|Talk|Talk S|Talk Time|ser_time|talk_s',
  ),
  holdS: field(whole(LONGEST), { zh: '保持秒数', en: 'Seconds on hold' }, '保持时长|保持秒数|Hold|Hold S'),
  wrapUpS: field(
    whole(LONGEST),
    { zh: '整理秒数', en: 'Seconds of wrap-up' },
    '整理时长|话后秒数|Wrap Up|Wrap Up S|After Call Work',
  ),
  agent: field(
    text(60),
    { zh: '客服在本系统的登录名', en: "The agent's login in this desk" },
    '客服登录名|坐席登录名|Agent Login|Agent',
  ),
  handler: field(text(100), { zh: '原系统中的坐席', en: 'Who took the call there' }, '坐席|坐席工号|Server|Handler'),
  phone: field(text(40), { zh: '电话号码', en: 'Telephone number' }, '电话|主叫号码|来电号码|Phone|From|Caller Number'),
  callerName: field(text(60), { zh: '来电人姓名', en: "Caller's name" }, '来电人|姓名|Caller|Caller Name'),
  card: field(card, { zh: '会员卡号', en: 'Membership card number' }, '会员卡号|卡号|Card|Card No|Member No'),
  question: field(text(4000), { zh: '来电内容', en: 'What it was about' }, '来电内容|主题|Topic|Question|Subject'),
  process: field(text(4000), { zh: '处理过程', en: 'What was done' }, '处理过程|Process'),
  outcome: field(text(4000), { zh: '处理结果', en: 'What came of it' }, '处理结果|是否解决|Outcome Text|Resolved'),
  rating: field(
    rating,
    { zh: '来电人评分 1–5（其他分制用 values 换算）', en: "The caller's rating, 1 to 5; other scales by values" },
    '评分|满意度|满意度评分|Rating|CSAT|Satisfaction rating|Satisfaction',
  ),
}

/** What one row says about a call. */
export type CallRow = ValuesOf<typeof callFields>

/** Nobody can have talked for longer than since the call began; that is judged where the clock is known. */
const complete = (_row: CallRow): CellProblem[] => []

/** Everything an import of calls needs to know about its fields. */
export const callImport = { fields: callFields, key: 'id', complete } satisfies FieldSet<typeof callFields>
