import { MOOD_NAMES, MOODS } from '../../shared/cases/moods.ts'
import { CASE_KIND_NAMES, CASE_KINDS, SEVERITIES, SEVERITY_NAMES } from '../../shared/cases/words.ts'
import type { Bilingual } from '../../shared/contract.ts'
import { card, choice, text, whole } from './import-cells.ts'
import { day } from './import-days.ts'
import { moment } from './import-instants.ts'
import type { CellProblem, FieldSet, ValuesOf } from './import-mapping.ts'
import { field } from './member-fields.ts'

/** A choice among the desk's own words, which a file may write as code or by name in either language. */
function words<T extends string>(codes: readonly T[], names: Record<T, Bilingual>) {
  return choice(
    Object.fromEntries(codes.map((code) => [code, [names[code].zh, names[code].en]])) as Record<T, string[]>,
  )
}

const flagged = choice({
  yes: ['是', 'true', '1', 'y', 't', '达标', 'met'],
  no: ['否', 'false', '0', 'n', 'f', '超时', 'missed', 'breached'],
})

/** Above this a count of reassignments is a slip of the pen. */
const MOST = 1000

export const caseFields = {
  id: field(
    text(120),
    {
      zh: '原系统编号；一事多行时同一编号属于同一件',
      en: "The other system's number; rows with the same one are one case",
    },
    '编号|投诉编号|工单号|事件编号|单号|Number|ID|Case ID|Case No|Case Number|Incident|Ticket|Ticket ID|Complaint ID|tweet_id',
    true,
  ),
  system: field(
    text(60),
    { zh: '来源系统名称（一般为固定值）', en: 'Name of the other system, as a rule a fixed value' },
    '来源系统|系统|System|Source System',
  ),
  kind: field(
    words(CASE_KINDS, CASE_KIND_NAMES),
    {
      zh: '种类：咨询、投诉、建议、服务请求；缺省为投诉',
      en: 'Kind: enquiry, complaint, suggestion, service; a complaint by default',
    },
    '种类|事项种类|Kind|Case Kind',
  ),
  channel: field(
    text(60),
    { zh: '受理渠道（渠道代码或名称）', en: 'Channel it came by (code or name)' },
    '渠道|受理渠道|来源渠道|Channel|Contact Type|Source',
    true,
  ),
  category: field(
    text(80),
    { zh: '分类（代码或名称）；缺省为综合', en: 'Category (code or name); general by default' },
    '分类|类别|投诉类别|投诉分类|Category|Topic',
  ),
  severity: field(
    words(SEVERITIES, SEVERITY_NAMES),
    { zh: '性质：一般、重大、紧急', en: 'Nature: general, major, urgent' },
    '性质|严重程度|Severity|Nature',
  ),
  receivedAt: field(
    moment,
    { zh: '客户自己的提交时间，时限从此开始', en: "The customer's own sending time; the clocks start then" },
    '提交时间|投诉时间|发送时间|客户时间|发布时间|Received At|Submitted At|Sent At|Created At|Opened At|opened_at|tweet_created',
    true,
  ),
  registeredAt: field(
    moment,
    {
      zh: '原系统登记时间；缺省为第一行事件的时间，一事一行时为导入时间',
      en: 'When it was registered there; by default its first event, or now for a row per case',
    },
    '登记时间|Registered At|sys_created_at',
  ),
  eventAt: field(
    moment,
    { zh: '本行事件的时间；有此列即为一行一事件', en: "Time of this row's event; with it the file is a log of events" },
    '事件时间|更新时间|操作时间|Event At|Event Time|Updated At|sys_updated_at',
  ),
  state: field(
    text(60),
    { zh: '本行之后的状态（流程中的状态）', en: "State after this row, one of the workflow's" },
    '状态|处理状态|State|Status',
  ),
  respondedAt: field(
    moment,
    { zh: '首次响应时间（一事一行）', en: 'First response (row per case)' },
    '响应时间|首次响应时间|Responded At|First Response At',
  ),
  resolvedAt: field(
    moment,
    { zh: '处理完毕并答复的时间（一事一行）', en: 'When it was finished and answered (row per case)' },
    '办结时间|解决时间|答复时间|Resolved At|Answered At',
  ),
  closedAt: field(
    moment,
    { zh: '关闭时间（一事一行）', en: 'When it was closed (row per case)' },
    '关闭时间|结案时间|Closed At',
  ),
  reassignments: field(
    whole(MOST),
    { zh: '至此转派次数', en: 'Reassignments so far' },
    '转派次数|Reassignments|Reassignment Count|reassignment_count',
  ),
  reopens: field(
    whole(MOST),
    { zh: '至此重开次数', en: 'Reopenings so far' },
    '重开次数|Reopens|Reopen Count|reopen_count',
  ),
  metLimit: field(
    flagged,
    { zh: '原系统判定的时限结果', en: "The other system's own verdict on its time limit" },
    '是否达标|是否超时|Met Limit|Made SLA|made_sla',
  ),
  owner: field(
    text(60),
    { zh: '责任人在本系统的登录名', en: 'Login of the owner in this desk' },
    '责任人登录名|Owner Login|Owner',
  ),
  handler: field(
    text(100),
    { zh: '原系统中的处理人', en: 'Who handled it there' },
    '处理人|经办人|Handler|Assigned To|assigned_to',
  ),
  team: field(
    text(100),
    { zh: '原系统中的处理组', en: 'The group that handled it there' },
    '处理组|部门|Team|Group|Assignment Group|assignment_group',
  ),
  card: field(card, { zh: '会员卡号', en: 'Membership card number' }, '会员卡号|卡号|会员号|Card|Card No|Member No'),
  contactName: field(
    text(60),
    { zh: '客户姓名', en: "Customer's name" },
    '客户姓名|姓名|联系人|Name|Customer|Customer Name|Contact Name',
  ),
  contactPhone: field(
    text(40),
    { zh: '联系电话', en: 'Telephone number' },
    '联系电话|电话|手机|手机号|Phone|Mobile|Contact Phone',
  ),
  author: field(
    text(100),
    { zh: '社交媒体账号', en: 'Handle on social media' },
    '账号|作者|昵称|微博账号|Author|Handle|Screen Name|User',
  ),
  link: field(text(500), { zh: '原文链接', en: 'Link to the original' }, '链接|网址|原文链接|Link|URL'),
  title: field(text(80), { zh: '标题', en: 'Title' }, '标题|主题|Title|Subject'),
  content: field(
    text(4000),
    { zh: '投诉内容原文', en: "The matter in the customer's words" },
    '内容|投诉内容|正文|描述|Content|Text|Description|Message',
  ),
  reason: field(text(1000), { zh: '事由', en: 'Cause as told' }, '事由|原因|Reason|negativereason'),
  demand: field(text(1000), { zh: '客户诉求', en: 'What the customer asks for' }, '诉求|客户诉求|要求|Demand|Request'),
  mood: field(
    words(MOODS, MOOD_NAMES),
    { zh: '客户情绪', en: "The customer's mood" },
    '情绪|客户情绪|Mood|Sentiment|airline_sentiment',
  ),
  flightNo: field(text(8), { zh: '航班号', en: 'Flight number' }, '航班号|航班|Flight|Flight No|Flight Number'),
  flightDay: field(day, { zh: '航班日期', en: 'Day of the flight' }, '航班日期|乘机日期|Flight Day|Flight Date'),
  ticketNo: field(text(20), { zh: '票号', en: 'Ticket number' }, '票号|客票号|Ticket No|Ticket Number'),
  pnr: field(text(8), { zh: '订座记录', en: 'Booking reference' }, 'PNR|订座记录|Booking|Booking Reference'),
  note: field(
    text(2000),
    { zh: '本行的处理记录', en: 'What was noted in this row' },
    '处理记录|备注|Note|Notes|Comment|Work Notes',
  ),
}

/** What one row says about a case. */
export type CaseRow = ValuesOf<typeof caseFields>

const ONCE = ['respondedAt', 'resolvedAt', 'closedAt'] as const

/** What happened lies after the customer's own time, and a log of events tells its ends by its rows. */
function complete(row: CaseRow): CellProblem[] {
  const problems: CellProblem[] = []
  for (const field of ONCE) {
    const at = row[field]
    if (at === undefined) continue
    if (row.eventAt !== undefined) problems.push({ field, reason: 'contradiction', params: { other: 'eventAt' } })
    if (row.receivedAt !== undefined && at < row.receivedAt)
      problems.push({ field, reason: 'contradiction', params: { other: 'receivedAt' } })
  }
  return problems
}

/** Everything an import of cases needs to know about its fields. */
export const caseImport = { fields: caseFields, key: 'id', complete } satisfies FieldSet<typeof caseFields>
