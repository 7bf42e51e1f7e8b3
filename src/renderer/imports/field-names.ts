import type { RowError } from '../../shared/imports/model.ts'
import { filled, REASON_TEXTS } from '../../shared/imports/reasons.ts'
import { currentLanguage, sayIfKnown } from '../i18n/use-t.ts'
import { moneyText } from '../ui/formats.ts'

/** What people call a field. */
export function fieldName(field: string): string {
  return sayIfKnown(`imports:fields.${field}`) ?? field
}

/** A refused cell as a sentence without the field's name. */
export function reasonText({ reason, params }: Pick<RowError, 'reason' | 'params'>): string {
  const known = { ...params }
  if (typeof known.other === 'string') known.other = fieldName(known.other)
  return filled(REASON_TEXTS[reason][currentLanguage() === 'en' ? 'en' : 'zh'], known)
}

/** A refused cell with the field's name. */
export function errorText(error: RowError): string {
  return `${fieldName(error.field)} ${reasonText(error)}`
}

const MONEY = new Set(['spendFen', 'partnerSpendFen'])

/** A value of a field as it is shown. */
export function valueText(field: string, value: string | number | readonly string[] | null | undefined): string {
  if (value === null || value === undefined || value === '') return '—'
  if (typeof value === 'number') return MONEY.has(field) ? moneyText(value) : String(value)
  if (typeof value !== 'string') return value.join('；')
  if (field === 'tier') return sayIfKnown(`ui:tiers.${value}`) ?? value
  return value
}
