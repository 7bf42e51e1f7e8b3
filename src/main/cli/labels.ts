import { fieldNameOf } from '../../shared/audit/field-names/index.ts'
import { CALL_RESULT_NAMES, CALL_STATE_NAMES } from '../../shared/calls/words.ts'
import {
  CASE_KIND_NAMES,
  CATEGORY_NAMES,
  CHANNEL_NAMES,
  PRIORITY_NAMES,
  SEVERITY_NAMES,
} from '../../shared/cases/words.ts'
import type { Bilingual } from '../../shared/contract.ts'
import { POLICY_DEED_NAMES, POLICY_KIND_NAMES, VERSION_STATE_NAMES } from '../../shared/policies/model.ts'
import { CLOCK_KIND_NAMES } from '../../shared/targets/model.ts'
import { MEMBER_TIER_NAMES } from '../../shared/tiers/model.ts'
import { DESK_ANSWERS } from './answer-names/desk.ts'
import { MANAGEMENT_ANSWERS } from './answer-names/management.ts'

const two = (zh: string, en: string): Bilingual => ({ zh, en })

/** Where the command line says it otherwise than the audit log. */
const LABELS: Readonly<Record<string, Bilingual>> = {
  abandoned: two('放弃', 'Given up'),
  abandonedPct: two('放弃率%', 'Given up %'),
  actor: two('操作人', 'Who'),
  ahtS: two('平均处理秒数', 'Mean handling, s'),
  answered: two('接通', 'Answered'),
  answeredPct: two('接通率%', 'Answered %'),
  approvedBy: two('批准人', 'Approved by'),
  asaS: two('平均等待秒数', 'Mean wait, s'),
  author: two('起草人', 'Author'),
  breachesAfter: two('试算后超时', 'Breaches after'),
  breachesBefore: two('原超时', 'Breaches before'),
  changed: two('结果不同', 'Otherwise'),
  clock: two('时限', 'Limit'),
  clocksAfter: two('试算后时限数', 'Limits after'),
  clocksBefore: two('原时限数', 'Limits before'),
  csatCount: two('评分来电', 'Rated calls'),
  csatMean: two('满意度', 'Satisfaction'),
  deed: two('操作', 'Deed'),
  dueAfter: two('试算后到期', 'Due after'),
  dueBefore: two('原到期', 'Due before'),
  effectiveFrom: two('生效日期', 'In force from'),
  group: two('分组', 'Group'),
  hash: two('内容指纹', 'Hash'),
  history: two('经过', 'History'),
  hits: two('分子', 'Hits'),
  isSmall: two('样本少', 'Few cases'),
  list: two('清单', 'List'),
  kinds: two('按种类', 'By kind'),
  missed: two('未接', 'Missed'),
  of: two('分母', 'Of'),
  path: two('位置', 'Where'),
  serviceLevel: two('N秒内接通%', 'Within N s, %'),
  talkS: two('平均通话秒数', 'Mean talk, s'),
  text: two('内容', 'Text'),
  value: two('数值', 'Value'),
  version: two('版本', 'Version'),
  warningsAfter: two('试算后预警', 'Warnings after'),
  warningsBefore: two('原预警', 'Warnings before'),
  agent: two('坐席', 'Agent'),
  app: two('程序版本', 'Program'),
  at: two('时间', 'Time'),
  audit: two('审计', 'Audit'),
  breached: two('已超时', 'Breached'),
  bytes: two('字节', 'Bytes'),
  call: two('编号', 'Call'),
  card: two('卡号', 'Card'),
  case: two('事项', 'Case'),
  cases: two('事项', 'Cases'),
  category: two('分类', 'Category'),
  changes: two('变动', 'Changes'),
  channel: two('渠道', 'Channel'),
  checkpoints: two('检查点', 'Checkpoints'),
  cipher: two('加密', 'Cipher'),
  city: two('城市', 'City'),
  clocks: two('时限', 'Limits'),
  contactName: two('联系人', 'Contact'),
  counts: two('数量', 'Counts'),
  created: two('新增', 'Created'),
  due: two('到期', 'Due'),
  dueAt: two('到期时间', 'Due'),
  engine: two('引擎', 'Engine'),
  entitlements: two('权益', 'Entitlements'),
  entries: two('条目', 'Entries'),
  errors: two('错误', 'Errors'),
  event: two('经过', 'What happened'),
  escalated: two('已升级', 'Escalated'),
  events: two('经过', 'Events'),
  field: two('字段', 'Field'),
  file: two('文件', 'File'),
  from: two('从', 'From'),
  head: two('链头', 'Head'),
  isOpen: two('未结', 'Open'),
  kind: two('种类', 'Kind'),
  lead: two('主管', 'Lead'),
  login: two('登录名', 'Login'),
  logins: two('账号', 'Logins'),
  lastSignInAt: two('上次登录', 'Last sign-in'),
  maskedMobile: two('手机', 'Mobile'),
  matchedBy: two('匹配', 'Matched by'),
  meaning: two('含义', 'Meaning'),
  member: two('会员', 'Member'),
  memberCard: two('会员卡号', 'Card'),
  members: two('会员', 'Members'),
  calls: two('通话', 'Calls'),
  name: two('姓名', 'Name'),
  nextActions: two('下一步', 'Next steps'),
  nextClock: two('最近时限', 'Next limit'),
  nextClockState: two('时限状态', 'Limit'),
  nextDueAt: two('最近到期', 'Next due'),
  ok: two('通过', 'In order'),
  openCases: two('未结事项', 'Open cases'),
  outcome: two('结果', 'Outcome'),
  owner: two('责任人', 'Owner'),
  password: two('密码', 'Password'),
  priority: two('优先级', 'Priority'),
  problems: two('问题', 'Problems'),
  provisional: two('暂定', 'Provisional'),
  rated: two('已评定', 'Rated'),
  read: two('读取', 'Read'),
  reason: two('原因', 'Reason'),
  receivedAt: two('受理时间', 'Received'),
  recoveryKey: two('恢复密钥', 'Recovery key'),
  rejected: two('拒绝', 'Rejected'),
  required: two('必填', 'Required'),
  result: two('结果', 'Result'),
  role: two('角色', 'Role'),
  row: two('行', 'Row'),
  rows: two('行数', 'Rows'),
  schema: two('结构版本', 'Schema'),
  change: two('变化', 'Change'),
  validUntil: two('有效至', 'Good until'),
  seq: two('序号', 'No.'),
  severity: two('性质', 'Severity'),
  breachedAt: two('超时时间', 'Ran out'),
  stoppedAt: two('结束时间', 'Ended'),
  startedAt: two('开始时间', 'Started'),
  state: two('状态', 'State'),
  status: two('状态', 'Status'),
  store: two('数据库', 'Store'),
  tier: two('等级', 'Tier'),
  title: two('标题', 'Title'),
  to: two('到', 'To'),
  type: two('类型', 'Type'),
  unchanged: two('未变', 'Unchanged'),
  updated: two('更新', 'Updated'),
  warned: two('已预警', 'Warned'),
}

const ROLE_NAMES = {
  agent: two('客服专员', 'Agent'),
  lead: two('主管', 'Lead'),
  manager: two('部门经理', 'Manager'),
  admin: two('系统管理员', 'Administrator'),
}

const LIST_NAMES = {
  category: two('分类', 'Category'),
  channel: two('渠道', 'Channel'),
  department: two('部门', 'Department'),
  service: two('服务类型', 'Type of service'),
}

const USER_STATUS_NAMES = { active: two('在用', 'Active'), disabled: two('停用', 'Disabled') }

const CLOCK_STATE_NAMES = {
  running: two('进行中', 'Running'),
  paused: two('暂停', 'Paused'),
  met: two('按时', 'Met'),
  breached: two('超时', 'Breached'),
  cancelled: two('取消', 'Cancelled'),
}

/** Names of the codes that stand under a heading. */
export const NAMES: Readonly<Record<string, Readonly<Record<string, Bilingual>>>> = {
  tier: MEMBER_TIER_NAMES,
  from: MEMBER_TIER_NAMES,
  to: MEMBER_TIER_NAMES,
  role: ROLE_NAMES,
  status: USER_STATUS_NAMES,
  nextClock: CLOCK_KIND_NAMES,
  nextClockState: CLOCK_STATE_NAMES,
  state: { ...CALL_STATE_NAMES, ...CLOCK_STATE_NAMES, ...VERSION_STATE_NAMES },
  kind: { ...CASE_KIND_NAMES, ...CLOCK_KIND_NAMES, ...POLICY_KIND_NAMES },
  clock: CLOCK_KIND_NAMES,
  deed: POLICY_DEED_NAMES,
  severity: SEVERITY_NAMES,
  priority: PRIORITY_NAMES,
  category: CATEGORY_NAMES,
  channel: CHANNEL_NAMES,
  result: CALL_RESULT_NAMES,
  list: LIST_NAMES,
}

const ANSWERS = { ...DESK_ANSWERS, ...MANAGEMENT_ANSWERS }

/** What people read above a column or before a value; programs read the name itself. Undefined for one without a name. */
export function labelOf(name: string): Bilingual | undefined {
  if (Object.hasOwn(LABELS, name)) return LABELS[name]
  const answer = Object.hasOwn(ANSWERS, name) ? ANSWERS[name] : undefined
  return answer ? two(...answer) : fieldNameOf(name)
}
