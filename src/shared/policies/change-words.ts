import { SEVERITY_NAMES } from '../cases/words.ts'
import type { Bilingual } from '../contract.ts'
import { bilingual, policySource } from '../policy.ts'
import { limit, reminder, targetRule, targetWhen, warningSteps } from '../targets/model.ts'
import { raise, repeats } from '../targets/raises.ts'
import { MEMBER_TIER_NAMES } from '../tiers/model.ts'
import { clockText, reminderText, STATE_NAMES } from './clock-words.ts'
import type { PolicyChange, PolicyKind } from './model.ts'
import { NUMBER_LABELS, numberValue } from './number-words.ts'
import { raiseText, repeatsText } from './raise-words.ts'
import { authorityPlace, TARIFF_LABELS, tariffItem, tariffValue } from './tariff-change-words.ts'
import {
  clockName,
  EVENT_NAMES,
  limitText,
  namesIn,
  RECEIVER_NAMES,
  sourceText,
  warningsText,
  whenText,
} from './words.ts'
import { workflowItem, workflowValue } from './workflow-change-words.ts'

type Side = keyof Bilingual
type Raw = Omit<PolicyChange, 'text'>

/** What the parts of a policy are called. */
const LABELS: Readonly<Record<string, Bilingual>> = {
  ...TARIFF_LABELS,
  ...NUMBER_LABELS,
  name: { zh: '名称', en: 'name' },
  effectiveFrom: { zh: '生效日期', en: 'effective date' },
  warnings: { zh: '预警', en: 'warnings' },
  sources: { zh: '来源', en: 'sources' },
  ring: { zh: '铃响目标', en: 'ring target' },
  maxRings: { zh: '最多铃响次数', en: 'rings at most' },
  secondsPerRing: { zh: '每声秒数', en: 'seconds per ring' },
  rules: { zh: '规则', en: 'Rule' },
  pack: { zh: '规则包', en: 'pack' },
  isEnabled: { zh: '启用', en: 'in use' },
  clock: { zh: '时限种类', en: 'clock' },
  when: { zh: '适用范围', en: 'for whom' },
  kinds: { zh: '适用事项', en: 'kinds' },
  tiers: { zh: '适用等级', en: 'tiers' },
  categories: { zh: '适用分类', en: 'categories' },
  severities: { zh: '适用性质', en: 'natures' },
  timeClasses: { zh: '适用时限类别', en: 'time classes' },
  channels: { zh: '适用渠道', en: 'channels' },
  isComplex: { zh: '复杂问题', en: 'complex' },
  limit: { zh: '时限', en: 'limit' },
  calendar: { zh: '日历', en: 'calendar' },
  startsAt: { zh: '起算', en: 'starts' },
  stopsOn: { zh: '停止于', en: 'stops on' },
  startsOn: { zh: '起算事件', en: 'starts on' },
  startsIn: { zh: '起算状态', en: 'starts in' },
  cancelsOn: { zh: '作废于', en: 'cancelled by' },
  restartsOn: { zh: '重新起算于', en: 'begins anew on' },
  repeat: { zh: '下一轮时限', en: 'limit of further rounds' },
  raises: { zh: '升级规则', en: 'Raise' },
  values: { zh: '参考值', en: 'Reference value' },
  value: { zh: '内容', en: 'words' },
  repeats: { zh: '重复投诉', en: 'repeated complaints' },
  levelsUp: { zh: '升几级', en: 'levels higher' },
  also: { zh: '另告知', en: 'also tells' },
  fromPercent: { zh: '自百分之几起', en: 'from which percentage' },
  pausesIn: { zh: '暂停于', en: 'pauses in' },
  pausesOn: { zh: '暂停事件', en: 'pauses on' },
  resumesOn: { zh: '恢复事件', en: 'resumes on' },
  reminder: { zh: '超时后提醒', en: 'reminder after the end' },
  templates: { zh: '模板', en: 'Template' },
  source: { zh: '来源', en: 'source' },
  states: { zh: '阶段', en: 'Stage' },
  transitions: { zh: '步骤', en: 'Step' },
  fields: { zh: '填写项', en: 'field' },
  needs: { zh: '须已记录', en: 'needs on record' },
  emits: { zh: '发生的事件', en: 'events' },
  roles: { zh: '可由谁做', en: 'roles' },
  ownerRoles: { zh: '由谁负责', en: 'looked after by' },
  from: { zh: '自', en: 'from' },
  to: { zh: '至', en: 'to' },
  isFinal: { zh: '终点', en: 'end' },
  isRequired: { zh: '必填', en: 'required' },
  label: { zh: '标签', en: 'label' },
  options: { zh: '选项', en: 'choices' },
  forCustomer: { zh: '对客户的说法', en: 'words for the customer' },
  withinDays: { zh: '关闭后期限（天）', en: 'days after closing at most' },
  afterDays: { zh: '关闭后天数', en: 'days after closing' },
  keepYears: { zh: '保存年数', en: 'years of keeping' },
  isOwnersOnly: { zh: '仅责任人', en: 'owner only' },
  initial: { zh: '起始阶段', en: 'first stage' },
  pauses: { zh: '在此暂停的时限', en: 'limits that stand still there' },
  who: { zh: '办理人条件', en: 'who in person' },
  type: { zh: '类型', en: 'type' },
  optionNames: { zh: '选项名称', en: 'names of the choices' },
  isFresh: { zh: '每次重新填写', en: 'given anew' },
  caseKinds: { zh: '事项种类', en: 'case kinds' },
  levels: { zh: '等级', en: 'Level' },
  upgrade: { zh: '升级标准', en: 'entry' },
  retain: { zh: '保级标准', en: 'retention' },
  rule: { zh: '标准', en: 'threshold' },
  period: { zh: '统计期', en: 'period' },
  clauses: { zh: '特别条款', en: 'Clause' },
  entitlements: { zh: '权益', en: 'Benefit' },
  validityMonths: { zh: '有效月数', en: 'months of validity' },
  order: { zh: '顺序', en: 'order' },
}

const STATE_LISTS = new Set(['startsIn', 'pausesIn'])
const EVENT_LISTS = new Set(['emits', 'startsOn', 'stopsOn', 'cancelsOn', 'restartsOn', 'pausesOn', 'resumesOn'])

/** A value in words: yes and no, names, limits, sources, lists. */
function valueText(path: string, value: unknown, side: Side, policy?: unknown): string {
  if (value === undefined || value === null || value === '') return '—'
  if (typeof value === 'boolean') return (value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' })[side]
  const last = path.split('.').at(-1) ?? ''
  const ofNumbers = numberValue(path, value, side)
  if (ofNumbers !== undefined) return ofNumbers
  const ofTariff = tariffValue(last, value, policy, side)
  if (ofTariff !== undefined) return ofTariff
  const ofWorkflow = workflowValue(last, value, policy, side)
  if (ofWorkflow !== undefined) return ofWorkflow
  if (last === 'clock') return clockName(String(value), side)
  if (Array.isArray(value)) {
    if (value.length === 0) return '—'
    const isEvents = EVENT_LISTS.has(last)
    if (value.every((item) => typeof item !== 'object')) {
      if (STATE_LISTS.has(last)) return namesIn(STATE_NAMES, value.map(String), side)
      if (last === 'also') return namesIn(RECEIVER_NAMES, value.map(String), side)
      if (last === 'severities') return namesIn(SEVERITY_NAMES, value.map(String), side)
      if (last === 'tiers') return namesIn(MEMBER_TIER_NAMES, value.map(String), side)
      return isEvents ? namesIn(EVENT_NAMES, value.map(String), side) : value.join(side === 'zh' ? '、' : ', ')
    }
    const steps = warningSteps.safeParse(value)
    return steps.success ? warningsText(steps.data, side) : JSON.stringify(value)
  }
  const named = bilingual.strict().safeParse(value)
  if (named.success) return named.data[side]
  const asLimit = limit.safeParse(value)
  if (asLimit.success) return limitText(asLimit.data, side)
  const asRepeats = repeats.strict().safeParse(value)
  if (asRepeats.success) return repeatsText(asRepeats.data, side)
  const asReminder = reminder.safeParse(value)
  if (asReminder.success) return reminderText(asReminder.data, side)
  const asSource = policySource.safeParse(value)
  if (asSource.success) return sourceText(asSource.data, side)
  if (last === 'when') {
    const when = targetWhen.safeParse(value)
    if (when.success) return whenText(when.data, side)
  }
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

const SEGMENT = /^([^[]+)(?:\[(.+)\])?$/

type Policies = { before: unknown; after: unknown }

const partOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined

/** The item of a list that a path names. */
function itemOf(list: unknown, id: string): unknown {
  return Array.isArray(list) ? list.find((one) => [one?.id, one?.name, one?.tier].includes(id)) : undefined
}

/** An item as people know it: by its own name or label, else by its id. */
function itemName(item: unknown, side: Side): string | undefined {
  for (const part of ['name', 'label', 'text']) {
    const name = bilingual.safeParse(partOf(item, part))
    if (name.success) return name.data[side]
  }
  return undefined
}

function pathText(path: string, policies: Policies, side: Side): string {
  let { before, after } = policies
  const parts = path.split(/\.(?![^[]*\])/).map((segment) => {
    const [, name = segment, id] = SEGMENT.exec(segment) ?? []
    const label = LABELS[name]?.[side] ?? name
    ;[before, after] = [partOf(before, name), partOf(after, name)]
    if (id === undefined) return label
    ;[before, after] = [itemOf(before, id), itemOf(after, id)]
    const named = name === 'authority' ? authorityPlace(id, policies.after, side) : undefined
    const shown = named ?? itemName(after, side) ?? itemName(before, side) ?? id
    return side === 'zh' ? `${label}“${shown}”` : `${label} “${shown}”`
  })
  return parts.join(side === 'zh' ? '的' : ': ')
}

/** A rule that comes or goes is told with what it says. */
function wholeText(path: string, value: unknown, policy: unknown, side: Side): string {
  const ofTariff = tariffItem(value, side)
  if (ofTariff !== undefined) return ofTariff
  const ofWorkflow = workflowItem(value, policy, side)
  if (ofWorkflow !== undefined) return ofWorkflow
  const asRaise = path.startsWith('raises[') ? raise.safeParse(value) : null
  if (asRaise?.success) return raiseText(asRaise.data, side)
  const told = path.startsWith('values[') ? bilingual.safeParse(partOf(value, 'value')) : null
  if (told?.success) return told.data[side]
  if (typeof value !== 'object' || value === null || !('limit' in value)) return ''
  const { limit: asLimit, when, clock } = value as { limit: unknown; when?: unknown; clock?: unknown }
  const parts = [
    valueText(`${path}.clock`, clock, side),
    valueText(`${path}.when`, when, side),
    valueText(`${path}.limit`, asLimit, side),
  ]
  const rule = targetRule.safeParse(value)
  if (rule.success) parts.push(clockText(rule.data, side))
  return parts.join(side === 'zh' ? '，' : ', ')
}

function sentence(change: Raw, policies: Policies, side: Side): string {
  const where = pathText(change.path, policies, side)
  if (change.change === 'changed') {
    const { before, after } = policies
    const old = valueText(change.path, change.before, side, before)
    const now = valueText(change.path, change.after, side, after)
    return side === 'zh' ? `${where}：${old} → ${now}` : `${where}: ${old} → ${now}`
  }
  const value = change.change === 'added' ? change.after : change.before
  const isItem = change.path.endsWith(']')
  const policy = change.change === 'added' ? policies.after : policies.before
  const said = isItem
    ? wholeText(change.path, value, policy, side)
    : valueText(change.path, value, side, policies.after)
  const verb = { added: { zh: '新增', en: 'New: ' }, removed: { zh: '删除', en: 'Taken away: ' } }[change.change][side]
  const tail = said === '' ? '' : side === 'zh' ? `：${said}` : `: ${said}`
  return `${verb}${where}${tail}`
}

/** A difference as a sentence in both languages. */
export function changeText(_kind: PolicyKind, change: Raw, policies: Policies): Bilingual {
  return { zh: sentence(change, policies, 'zh'), en: sentence(change, policies, 'en') }
}
