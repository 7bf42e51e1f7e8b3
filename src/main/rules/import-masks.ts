import type { FieldChange } from '../../shared/imports/model.ts'
import { type MaskKind, maskText, maskValue } from './masking.ts'

const KINDS: Partial<Record<string, MaskKind>> = {
  mobile: 'phone',
  email: 'email',
  documentNo: 'identity',
  wechat: 'bankCard',
}
const FREE_TEXT = new Set(['notes', 'vipReason', 'preferences'])

/** A change as it may stand in a list: telephone, e-mail, WeChat and document masked, also inside free text (S3-132). */
export function maskChange(change: FieldChange): FieldChange {
  const masked = (value: FieldChange['before']) => {
    if (typeof value !== 'string') return value
    const kind = change.field === 'documentNo' ? documentKind(value) : KINDS[change.field]
    if (kind) return maskValue(kind, value)
    return FREE_TEXT.has(change.field) ? maskText(value) : value
  }
  return { ...change, before: masked(change.before), after: masked(change.after) }
}

/** Identity numbers have eighteen signs, travel documents fewer. */
function documentKind(number: string): MaskKind {
  return number.length === 18 ? 'identity' : 'passport'
}
