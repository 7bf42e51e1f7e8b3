import { normaliseMobile } from '../rules/import-contacts.ts'

/** A number as calls keep it: mobiles as +8613812345678, others as their digits with a leading + where one was given. */
export function storedPhone(written: string): string {
  const text = written.trim()
  const mobile = normaliseMobile(text)
  if (mobile !== undefined) return mobile
  const digits = text.replace(/\D/g, '')
  return text.startsWith('+') && digits !== '' ? `+${digits}` : digits
}

/** Every form in which the same number may stand in a member's file. */
export function phoneForms(stored: string): string[] {
  if (stored === '') return []
  const digits = stored.replace(/\D/g, '')
  const local = digits.startsWith('86') && digits.length > 10 ? digits.slice(2) : digits
  return [...new Set([stored, digits, `+${digits}`, local])]
}
