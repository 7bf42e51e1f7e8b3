import { isDay } from '../../shared/time.ts'
import { type Cell, type CellKind, no, ok, plain } from './import-cells.ts'

const CHINA_MOBILE = /^1[3-9]\d{9}$/
const FOREIGN = /^\+(?!86)[1-9]\d{6,14}$/

/**
 * A mobile number as +8613812345678 whatever blanks, hyphens, brackets, full-width digits or prefix it was written with,
 * or a foreign number written with + or 00 and its country; undefined for anything else.
 */
export function normaliseMobile(written: string): string | undefined {
  if (CHINA_MOBILE.test(written)) return `+86${written}`
  const number = plain(written).replace(/[\s().·‐-―-]/g, '')
  const local = number.replace(/^(?:\+86|0086|86(?=1\d{10}$))/, '')
  if (CHINA_MOBILE.test(local)) return `+86${local}`
  const international = number.replace(/^00/, '+')
  return FOREIGN.test(international) ? international : undefined
}

export const mobile: CellKind<string> = {
  type: 'mobile',
  reader: (format) => (format === undefined ? readMobile : undefined),
}

function readMobile(cell: string): Cell<string> {
  const number = normaliseMobile(cell)
  return number === undefined ? no('not-a-mobile') : ok(number)
}

const EMAIL = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})+$/
const EMAIL_FAULT = /\.\.|^\.|\.@|@-|-\.|\.-|-$/

/** An e-mail address in small letters, for the address is looked up and compared. */
export const email: CellKind<string> = {
  type: 'email',
  reader: (format) => (format === undefined ? readEmail : undefined),
}

function readEmail(cell: string): Cell<string> {
  const address = plain(cell).toLowerCase()
  const valid = address.length <= 254 && EMAIL.test(address) && !EMAIL_FAULT.test(address)
  return valid ? ok(address) : no('not-an-email')
}

const IDENTITY_FORM = /^[1-9]\d{16}[\dX]$/
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK = '10X98765432'
/** First two digits of China's divisions, with 71, 81–83 of the residence permits for Taiwan, Hong Kong and Macao people. */
const DIVISIONS = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
)

/** True for something that wants to be a Chinese identity number, right or wrong. */
export function looksLikeIdentity(number: string): boolean {
  return IDENTITY_FORM.test(number)
}

/** Day of birth inside an 18-character identity number, as YYYY-MM-DD (not checked). */
export function birthOfIdentity(number: string): string {
  return `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
}

/** Checks a Chinese identity number: form, division, day of birth and the check character of GB 11643. */
export function readIdentity(written: string): Cell<string> {
  const number = plain(written).replaceAll(' ', '').toUpperCase()
  if (!IDENTITY_FORM.test(number) || !DIVISIONS.has(number.slice(0, 2))) return no('not-a-document')
  if (!isDay(birthOfIdentity(number))) return no('not-a-document')
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(number[index]), 0)
  return number[17] === CHECK[sum % 11] ? ok(number) : no('checksum')
}

const DOCUMENT = /^[A-Z0-9()/-]{4,30}$/

/** Any identity or travel document: letters and digits in capitals; what the type demands is checked with the row. */
export const documentNumber: CellKind<string> = {
  type: 'document',
  reader: (format) => (format === undefined ? readDocument : undefined),
}

function readDocument(cell: string): Cell<string> {
  const number = plain(cell).replaceAll(' ', '').toUpperCase()
  return DOCUMENT.test(number) ? ok(number) : no('not-a-document')
}
