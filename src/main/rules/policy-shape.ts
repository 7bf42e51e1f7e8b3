import type { z } from 'zod'
import { type CompensationPolicy, compensationPolicy } from '../../shared/compensation/policy.ts'
import type { DraftedKind, PolicyProblem } from '../../shared/policies/model.ts'
import { type TargetPolicy, targetPolicy } from '../../shared/targets/model.ts'
import { type WorkflowDefinition, workflowDefinition } from '../../shared/workflow/model.ts'

/** A policy that is drafted here. */
export type DraftedPolicy = TargetPolicy | WorkflowDefinition | CompensationPolicy

export type Shaped = { policy: DraftedPolicy; problems: [] } | { policy: null; problems: PolicyProblem[] }

const SCHEMAS = { targets: targetPolicy, workflow: workflowDefinition, compensation: compensationPolicy } as const

/** Reads a policy strictly: everything it says is known, and nothing of it is lost in silence. */
export function shapePolicy(kind: DraftedKind, raw: unknown): Shaped {
  const read = SCHEMAS[kind].safeParse(raw)
  if (!read.success) return { policy: null, problems: read.error.issues.map((issue) => shapeProblem(issue, raw)) }
  const stray = strayPaths(raw, read.data)
  if (stray.length > 0) return { policy: null, problems: stray.map(strayProblem) }
  return { policy: read.data, problems: [] }
}

type Rec = Readonly<Record<string, unknown>>
const isRecord = (value: unknown): value is Rec => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Where a value says something that its parsed form does not hold. */
function strayPaths(raw: unknown, parsed: unknown, path = ''): string[] {
  if (Array.isArray(raw) && Array.isArray(parsed))
    return raw.flatMap((item, i) => strayPaths(item, parsed[i], path === '' ? String(i) : `${path}.${i}`))
  if (!isRecord(raw) || !isRecord(parsed)) return []
  return Object.entries(raw).flatMap(([key, value]) => {
    const here = path === '' ? key : `${path}.${key}`
    if (!Object.hasOwn(parsed, key)) return value === undefined ? [] : [here]
    return strayPaths(value, parsed[key], here)
  })
}

const problem = (code: string, path: string, zh: string, en: string): PolicyProblem => ({
  level: 'error',
  code,
  path,
  text: { zh, en },
})

const strayProblem = (path: string): PolicyProblem =>
  problem(
    'unknownField',
    path,
    `${path}：没有这个内容，可能是拼写错误。`,
    `${path}: nothing has this name; it may be misspelt.`,
  )

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    raw,
  )
}

/** `rules[s1-confirm-24h].limit` for a place inside a rule, so that people find it again. */
export function placeText(raw: unknown, path: readonly PropertyKey[]): string {
  let text = ''
  path.forEach((key, i) => {
    const id = typeof key === 'number' ? valueAt(raw, [...path.slice(0, i + 1), 'id']) : undefined
    if (typeof key === 'number') text += `[${typeof id === 'string' && id !== '' ? id : key}]`
    else text += text === '' ? String(key) : `.${String(key)}`
  })
  return text
}

/** A refusal of the shape in words; what people get wrong most has a sentence of its own. */
function shapeProblem(issue: z.core.$ZodIssue, raw: unknown): PolicyProblem {
  const path = placeText(raw, issue.path)
  const value = valueAt(raw, issue.path)
  const shown = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  if (issue.path.includes('stopsOn') && shown !== '')
    return problem('unknownEvent', path, `${path}：没有“${shown}”这个事件。`, `${path}: there is no event “${shown}”.`)
  const own = WORDS[issue.message]
  if (own) return problem(issue.message, path, `${path}：${own.zh}`, `${path}: ${own.en}`)
  if (issue.code === 'invalid_type' && value === undefined)
    return problem('missing', path, `${path}：缺少。`, `${path} is missing.`)
  const values = issue.code === 'invalid_value' ? issue.values.map(String) : []
  const [zh, en] =
    values.length > 0
      ? [`不能是“${shown}”，可选：${values.join('、')}。`, `cannot be “${shown}”; choose one of ${values.join(', ')}.`]
      : (bound(issue) ?? ['填写不正确。', 'is not right.'])
  return problem('shape', path, `${path}：${zh}`, `${path} ${en}`)
}

function bound(issue: z.core.$ZodIssue): [zh: string, en: string] | undefined {
  if (issue.code === 'too_small') return [`不能少于 ${issue.minimum}。`, `must be at least ${issue.minimum}.`]
  if (issue.code === 'too_big') return [`不能超过 ${issue.maximum}。`, `must be at most ${issue.maximum}.`]
  return undefined
}

/** Refusals of our own schemas, by their message. */
const WORDS: Readonly<Record<string, { zh: string; en: string }>> = {
  'legal-never-pauses': { zh: '法定时限不得暂停。', en: 'a legal limit never pauses.' },
  'rule-id-twice': { zh: '有两条规则的编号相同。', en: 'two rules have the same id.' },
  'raise-id-twice': { zh: '有两条升级规则的编号相同。', en: 'two raises have the same id.' },
  'value-id-twice': { zh: '同一参考值出现了两次。', en: 'a reference value stands there twice.' },
  'raise-nothing': {
    zh: '升级规则须至少升一级或多告知一人。',
    en: 'a raise must lift a level or tell somebody besides.',
  },
  'patterns-history': {
    zh: '最少历史期数不能多于比较的期数。',
    en: 'cannot ask for more windows of history than are looked at.',
  },
  'queue-horizon': {
    zh: '等级提前量与性质提前量的最大值之和，不能超过按紧急程度排列的时段。',
    en: 'the greatest lead of a tier and of a severity together cannot exceed the horizon.',
  },
  'queue-tier-falls': {
    zh: '等级较高的，提前量不能小于等级较低的。',
    en: 'a higher tier cannot have a smaller lead than a lower one.',
  },
  'queue-severity-falls': {
    zh: '性质较重的，提前量不能小于较轻的。',
    en: 'a graver severity cannot have a smaller lead than a lighter one.',
  },
  'warnings-order': { zh: '预警节点必须逐级升高。', en: 'the warning steps must rise.' },
  'starts-on-events': {
    zh: '由事件起算的规则须写明起算事件，其他规则不写。',
    en: 'a limit that an event starts must name it, and no other may.',
  },
  'pause-and-resume': {
    zh: '暂停事件与恢复事件须同时写明。',
    en: 'events that pause and events that resume go together.',
  },
  code: {
    zh: '代码只能用字母、数字和连字符，以字母开头。',
    en: 'must be letters, digits and hyphens, beginning with a letter.',
  },
  day: { zh: '请填写存在的日期（年-月-日）。', en: 'must be a day that exists (year-month-day).' },
}
