import { z } from 'zod'
import { isStorable } from '../storable.ts'

/** True when the digits satisfy the check of payment cards (ISO/IEC 7812). */
function passesCheck(digits: string): boolean {
  let sum = 0
  for (let place = 0; place < digits.length; place++) {
    const digit = Number(digits[digits.length - 1 - place])
    const doubled = digit * 2
    sum += place % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

/** In one run, in groups of four set apart alike, or in the groups of four, six and five; days side by side are neither. */
const LONG_NUMBER =
  /(?<!\d)(?:\d{14,19}|\d{4}([\s.·-]{1,2})\d{4}\1\d{4}\1\d{4}(?:\1\d{1,3})?|\d{4}([\s.·-]{1,2})\d{6}\2\d{4,5})(?!\d)/g

/** S4-12: true for a text in which somebody wrote the number of a payment card, however it is spaced; full-width digits count too. */
export function holdsCardNumber(text: string): boolean {
  const runs = text.normalize('NFKC').match(LONG_NUMBER) ?? []
  return runs.some((run) => passesCheck(run.replace(/\D/g, '')))
}

/** S4-12: true for a text that holds an identity number: it belongs into the member's file, where it is masked. */
export function holdsIdentityNumber(text: string): boolean {
  return /(?<!\d)\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dXx])/.test(
    text.normalize('NFKC'),
  )
}

const safe = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .refine(isStorable, { message: 'unreadable' })
    .refine((text) => !holdsCardNumber(text), { message: 'cardNumber' })
    .refine((text) => !holdsIdentityNumber(text), { message: 'identityNumber' })

/** A text about a trip that must be written; numbers of payment cards and documents are refused before they are stored (S4-12). */
export const tripText = (longest = 500) => safe(longest).refine((text) => text !== '', { message: 'required' })

/** The same, and may be empty. */
export const tripRemark = (longest = 500) => safe(longest).default('')
