import type { Bilingual } from '../contract.ts'
import type { Role } from '../roles.ts'
import { MEMBER_TIER_NAMES } from '../tiers/model.ts'
import type { AuthorityRow, CompensationForm, Formula } from './policy.ts'
import { INPUT_NAMES } from './words.ts'

type Side = keyof Bilingual

/** Who decides about an amount, as people call them. */
export const DECIDER_NAMES: Record<Exclude<Role, 'admin'>, Bilingual> = {
  agent: { zh: '客服专员', en: 'agent' },
  lead: { zh: '主管', en: 'lead' },
  manager: { zh: '经理', en: 'manager' },
}

const ANY_TIER: Bilingual = { zh: '不分等级', en: 'any tier' }
const ANY_FORM: Bilingual = { zh: '不分方式', en: 'any form' }

/** Fen as yuan: ¥200.00. */
export const yuanText = (fen: number): string => `¥${(fen / 100).toFixed(2)}`

const capText = (maxFen: number | null) => (maxFen === null ? '' : ` ≤ ${yuanText(maxFen)}`)

/** S2-155: a formula in figures: 延误分钟数 ≥ 240: ¥200.00 · ≥ 480: ¥400.00; nothing where the amount is argued for. */
export function formulaText(formula: Formula, side: Side): string {
  if (formula.type === 'free') return { zh: '无标准，协商确定', en: 'no tariff: as agreed' }[side]
  const input = INPUT_NAMES[formula.input][side]
  switch (formula.type) {
    case 'bands':
      return `${input} ${formula.bands.map(({ from, fen }) => `≥ ${from}: ${yuanText(fen)}`).join(' · ')}`
    case 'perUnit':
      return `${input} × ${yuanText(formula.fenEach)}${capText(formula.maxFen)}`
    case 'percent':
      return `${input} × ${formula.percent}%${capText(formula.maxFen)}`
  }
}

type Forms = readonly Pick<CompensationForm, 'id' | 'name'>[]

/** What tells rows of the authority apart. */
export const authorityKey = ({ role, tier, form }: { role: string; tier: string; form: string }): string =>
  `${role} ${tier} ${form}`

/** Whose limit a row of the authority is: 主管 · 不分等级 · 现金. */
export function authorityName(row: Pick<AuthorityRow, 'role' | 'tier' | 'form'>, forms: Forms, side: Side): string {
  const tier = row.tier === 'any' ? ANY_TIER : MEMBER_TIER_NAMES[row.tier]
  const form = row.form === 'any' ? ANY_FORM : forms.find(({ id }) => id === row.form)?.name
  return [DECIDER_NAMES[row.role][side], tier[side], form?.[side] ?? row.form].join(' · ')
}

/** Up to how much a row of the authority reaches: ¥200.00 / 2000 里程. */
export function authorityLimit({ maxFen, maxMiles }: Pick<AuthorityRow, 'maxFen' | 'maxMiles'>, side: Side): string {
  return `${yuanText(maxFen)} / ${maxMiles} ${{ zh: '里程', en: 'miles' }[side]}`
}
