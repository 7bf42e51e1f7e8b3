import { DEPARTMENT_NAMES } from '../cases/words.ts'
import { authorityRow, compensationForm, formula } from '../compensation/policy.ts'
import { authorityLimit, authorityName, formulaText, yuanText } from '../compensation/tariff-words.ts'
import { FORM_GROUP_NAMES } from '../compensation/words.ts'
import type { Bilingual } from '../contract.ts'
import { nameIn, namesIn } from './words.ts'

type Side = keyof Bilingual

/** What the parts of a tariff and authority are called. */
export const TARIFF_LABELS: Readonly<Record<string, Bilingual>> = {
  authority: { zh: '授权', en: 'Authority' },
  forms: { zh: '补偿方式', en: 'Form' },
  scopes: { zh: '原因', en: 'Cause' },
  ruleIds: { zh: '适用标准', en: 'tariffs' },
  formula: { zh: '计算公式', en: 'formula' },
  isStatutory: { zh: '法定应付', en: 'owed by law' },
  isActive: { zh: '在用', en: 'in use' },
  maxFen: { zh: '金额上限', en: 'limit in money' },
  maxMiles: { zh: '里程上限', en: 'limit in miles' },
  group: { zh: '类别', en: 'group' },
  note: { zh: '说明', en: 'note' },
  second: { zh: '第二审批人', en: 'Second signature' },
  signsFor: { zh: '代表部门', en: 'signs for' },
  windowDays: { zh: '同一会员累计天数', en: 'days that are added up for one member' },
  executeWithinDays: { zh: '实施期限（天）', en: 'days to carry it out' },
  milesPerYuan: { zh: '每元折合里程', en: 'miles to the yuan' },
  benefit: { zh: '效益假设', en: 'assumed benefit' },
  churnPercentPerPoint: { zh: '满意度每点减少流失（%）', en: 'churn saved per point (%)' },
  basePercent: { zh: '基准满意度（%）', en: 'satisfaction to begin with (%)' },
  targetPercent: { zh: '目标满意度（%）', en: 'satisfaction aimed at (%)' },
}

const MONEY = new Set(['maxFen', 'fenEach', 'fen'])

type Named = { id: string; name: Bilingual }
const listOf = (policy: unknown, list: string): Named[] => {
  const items = typeof policy === 'object' && policy !== null ? Reflect.get(policy, list) : undefined
  return Array.isArray(items) ? items : []
}

/** A value of a tariff in words: money, a formula, departments, tariffs by their names; undefined for any other. */
export function tariffValue(field: string, value: unknown, policy: unknown, side: Side): string | undefined {
  if (MONEY.has(field) && typeof value === 'number') return yuanText(value)
  if (field === 'group' && typeof value === 'string') return nameIn(FORM_GROUP_NAMES, value, side)
  if (field === 'signsFor' && Array.isArray(value)) return namesIn(DEPARTMENT_NAMES, value.map(String), side)
  if (field === 'ruleIds' && Array.isArray(value)) {
    const names = Object.fromEntries(listOf(policy, 'rules').map(({ id, name }) => [id, name]))
    return namesIn(names, value.map(String), side)
  }
  if (field !== 'formula') return undefined
  const read = formula.safeParse(value)
  return read.success ? formulaText(read.data, side) : undefined
}

/** Whose limit a row of the authority is, from the key it has in a difference. */
export function authorityPlace(key: string, policy: unknown, side: Side): string | undefined {
  const [role, tier, form] = key.split(' ')
  const read = authorityRow.pick({ role: true, tier: true, form: true }).safeParse({ role, tier, form })
  return read.success ? authorityName(read.data, listOf(policy, 'forms'), side) : undefined
}

/** What an item of a tariff says that comes or goes whole. */
export function tariffItem(value: unknown, side: Side): string | undefined {
  const row = authorityRow.safeParse(value)
  if (row.success) return authorityLimit(row.data, side)
  const form = compensationForm.safeParse(value)
  if (form.success) return FORM_GROUP_NAMES[form.data.group][side]
  const own = typeof value === 'object' && value !== null ? formula.safeParse(Reflect.get(value, 'formula')) : null
  return own?.success ? formulaText(own.data, side) : undefined
}
