import { CALL_DIRECTION_NAMES, CALL_RESULT_NAMES, CALL_STATE_NAMES } from '../../shared/calls/words.ts'
import { MOOD_NAMES } from '../../shared/cases/moods.ts'
import { CASE_KIND_NAMES, SEVERITY_NAMES } from '../../shared/cases/words.ts'
import type { Bilingual } from '../../shared/contract.ts'
import type { RowError } from '../../shared/imports/model.ts'
import { filled, REASON_TEXTS } from '../../shared/imports/reasons.ts'
import { DOCUMENT_TYPE_NAMES, GENDER_NAMES, SERVICE_LANGUAGE_NAMES } from '../../shared/members/words.ts'
import { MEMBER_TIER_NAMES } from '../../shared/tiers/model.ts'
import { currentLanguage, sayIfKnown } from '../i18n/use-t.ts'
import { dateTimeText, moneyText } from '../ui/formats.ts'

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

/** What is refused for one reason in several rows: the values that differ from row to row are left out. */
export function reasonOf(field: string, reason: RowError['reason']): string {
  return errorText({ row: 1, field, reason }).replace(/\{\w+\}/g, '…')
}

/** A refused cell with the field's name. */
export function errorText(error: RowError): string {
  return `${fieldName(error.field)} ${reasonText(error)}`
}

const WORDS: Record<string, Record<string, Bilingual>> = {
  gender: GENDER_NAMES,
  language: SERVICE_LANGUAGE_NAMES,
  documentType: DOCUMENT_TYPE_NAMES,
  tier: MEMBER_TIER_NAMES,
  kind: CASE_KIND_NAMES,
  severity: SEVERITY_NAMES,
  mood: MOOD_NAMES,
  direction: CALL_DIRECTION_NAMES,
  result: { ...CALL_RESULT_NAMES, missed: CALL_STATE_NAMES.missed, abandoned: CALL_STATE_NAMES.abandoned },
}

const MOMENTS = new Set(['receivedAt', 'registeredAt', 'eventAt', 'respondedAt', 'resolvedAt', 'closedAt', 'startedAt'])
const MONEY = new Set(['spendFen', 'partnerSpendFen'])

/** A value of a field as it is shown. */
export function valueText(field: string, value: string | number | readonly string[] | null | undefined): string {
  if (value === null || value === undefined || value === '') return '—'
  if (typeof value === 'number' && MOMENTS.has(field)) return dateTimeText(value)
  if (typeof value === 'number') return MONEY.has(field) ? moneyText(value) : String(value)
  if (typeof value !== 'string') return value.join('；')
  return WORDS[field]?.[value]?.[currentLanguage() === 'en' ? 'en' : 'zh'] ?? value
}
