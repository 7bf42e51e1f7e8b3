import type { ContactKind, Match } from '../../shared/members/words.ts'
import { normaliseMobile } from './import-contacts.ts'
import { lettersOf, tidyName } from './names.ts'

/** Where a look-up looks; each stands on an index. */
export const PROBED = [
  'mobile',
  'mobileBackwards',
  'contact',
  'cardNo',
  'name',
  'nameOther',
  'namePinyin',
  'nameInitials',
  'documentNo',
  'documentBackwards',
  'pnr',
  'ticketNo',
] as const
export type Probed = (typeof PROBED)[number]

/** One question to the store: this value exactly, or beginning with it. */
export type Probe = { in: Probed; by: Match; value: string; isExact: boolean }

/** Greater than every text that begins with the prefix, in byte order, also before signs outside the basic plane. */
export const afterPrefix = (prefix: string): string => `${prefix}\u{10ffff}`

const backwards = (text: string) => [...text].reverse().join('')
const MOBILE_END = 8
const DOCUMENT_END = 6

/** What finds a number from its end: its last eight digits, backwards. */
export function mobileBackwards(mobile: string | null): string | null {
  return mobile === null ? null : backwards(mobile.replace(/\D/g, '').slice(-MOBILE_END))
}

/** What finds a document from its end: its last six signs, backwards. */
export function documentBackwards(documentNo: string | null): string | null {
  return documentNo === null ? null : backwards(documentNo.slice(-DOCUMENT_END))
}

/** A contact as a look-up compares it: mobiles as +8613812345678, other telephones as digits, the rest in small letters. */
export function normalizedContact(kind: ContactKind, value: string): string {
  const plain = value.normalize('NFKC').trim()
  if (kind === 'email' || kind === 'wechat') return plain.toLowerCase()
  return normaliseMobile(plain) ?? (plain.startsWith('+') ? '+' : '') + plain.replace(/\D/g, '')
}

/** What a member was found by, in words that are true of this name: one in Latin letters is no pinyin. */
export function matchOf(by: Match, name: string): Match {
  return by === 'pinyin' && !/\p{Script=Han}/u.test(name) ? 'name' : by
}

const exact = (where: Probed, by: Match, value: string): Probe => ({ in: where, by, value, isExact: true })
const begins = (where: Probed, by: Match, value: string): Probe => ({ in: where, by, value, isExact: false })

/** The questions a typed text may mean, the surest first; none for a text that can mean nothing. */
export function probesFor(typed: string): Probe[] {
  const text = typed.normalize('NFKC').trim()
  if (text === '') return []
  const digits = text.replace(/[\s().·‐-―-]/g, '')
  if (/^\+?\d+$/.test(digits)) return digitProbes(digits)
  if (/^[\w\s\-/'.,]+$/.test(text) || /^[\p{Script=Latin}\s\-/'.,]+$/u.test(text)) return letterProbes(text)
  return nameProbes(text)
}

/** Telephone, card, ticket or document number; or the end of a telephone or document number. */
function digitProbes(text: string): Probe[] {
  const digits = text.replace('+', '')
  const { length } = digits
  const mobile = normaliseMobile(text)
  const probes: Probe[] = []
  if (mobile !== undefined) probes.push(exact('mobile', 'mobile', mobile), exact('contact', 'contact', mobile))
  else if (length >= 5) probes.push(exact('contact', 'contact', text))
  probes.push(exact('cardNo', 'card', digits))
  if (length === 13) probes.push(exact('ticketNo', 'ticket', digits))
  if (length === 15 || length === 18) probes.push(exact('documentNo', 'document', digits))
  if (length >= 4 && length <= MOBILE_END) probes.push(begins('mobileBackwards', 'mobile', backwards(digits)))
  if (length >= 4 && length <= DOCUMENT_END) probes.push(begins('documentBackwards', 'document', backwards(digits)))
  if (length >= 3) {
    if (mobile?.startsWith('+86') !== true) probes.push(begins('mobile', 'mobile', mobilePrefix(text)))
    probes.push(begins('contact', 'contact', text))
  }
  probes.push(begins('cardNo', 'card', digits))
  if (length >= 6 && length < 13) probes.push(begins('ticketNo', 'ticket', digits))
  return probes
}

/** 138 → +86138; 0086138 and 86138 the same; +852 stays. */
function mobilePrefix(text: string): string {
  if (text.startsWith('+')) return text
  const digits = text.replace(/^00/, '')
  return digits !== text || digits.startsWith('86') ? `+${digits}` : `+86${digits}`
}

/** Pinyin, initials, a Latin name, or a card, document number or PNR with letters in it. */
function letterProbes(text: string): Probe[] {
  const code = text.replace(/\s/g, '').toUpperCase()
  const probes: Probe[] = [exact('cardNo', 'card', code)]
  if (/^[A-Z\d]{5,6}$/.test(code)) probes.push(exact('pnr', 'pnr', code))
  if (/\d/.test(code)) {
    const { length } = code
    if (length >= 7) probes.push(exact('documentNo', 'document', code))
    // A name may have digits in it too: that of a second 张伟, or one that a test or another system made up.
    const name = lettersOf(text)
    if (name !== '') probes.push(exact('namePinyin', 'pinyin', name), exact('nameOther', 'name', name))
    if (length >= 4 && length <= DOCUMENT_END) probes.push(begins('documentBackwards', 'document', backwards(code)))
    if (name !== '') probes.push(begins('namePinyin', 'pinyin', name))
    return [...probes, begins('cardNo', 'card', code)]
  }
  const spelled = spellings(text)
  for (const letters of spelled) probes.push(exact('namePinyin', 'pinyin', letters))
  const [letters = ''] = spelled
  if (letters === '') return probes
  probes.push(exact('nameInitials', 'initials', letters), exact('nameOther', 'name', letters))
  for (const each of spelled) probes.push(begins('namePinyin', 'pinyin', each))
  return [
    ...probes,
    begins('nameOther', 'name', letters),
    begins('nameInitials', 'initials', letters),
    begins('cardNo', 'card', code),
  ]
}

/** ü is kept as v: lü, lv, lyu and lu are all tried as what they may stand for; 吕娜 is also typed luna. */
function spellings(text: string): string[] {
  const written = text.toLowerCase().normalize('NFC').replaceAll('ü', 'v')
  const inside = written.replace(/([ln])y?u(?![aoin])/g, '$1v')
  const atStart = written.replace(/^([ln])y?u/, '$1v')
  return [...new Set([written, inside, atStart].map(lettersOf))].filter((letters) => letters !== '')
}

function nameProbes(text: string): Probe[] {
  const name = tidyName(text)
  return [
    exact('name', 'name', name),
    exact('nameOther', 'givenName', name),
    begins('name', 'name', name),
    begins('nameOther', 'givenName', name),
  ]
}
