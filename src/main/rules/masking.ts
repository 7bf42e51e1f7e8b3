/** Kinds of personal data that are masked on screen until somebody unmasks them with a reason (S3-132). */
export const MASK_KINDS = ['name', 'phone', 'email', 'identity', 'passport', 'card', 'ticket', 'bankCard'] as const
export type MaskKind = (typeof MASK_KINDS)[number]

/** Never shown at the ends unless at least this many characters between them stay hidden. */
const LEAST_HIDDEN = 3

function keepEnds(text: string, head: number, tail: number): string {
  // Only signs outside the first plane count two places each: most numbers need no splitting.
  const signs = /[\ud800-\udfff]/.test(text) ? [...text] : text
  const hidden = signs.length - head - tail
  if (hidden < LEAST_HIDDEN) return '*'.repeat(Math.max(signs.length, LEAST_HIDDEN))
  const tailAt = signs.length - tail
  return typeof signs === 'string'
    ? signs.slice(0, head) + '*'.repeat(hidden) + signs.slice(tailAt)
    : signs.slice(0, head).join('') + '*'.repeat(hidden) + signs.slice(tailAt).join('')
}

const COMPOUND_SURNAMES = [
  '欧阳',
  '司马',
  '上官',
  '诸葛',
  '东方',
  '皇甫',
  '尉迟',
  '公孙',
  '慕容',
  '令狐',
  '长孙',
  '宇文',
  '司徒',
  '夏侯',
  '端木',
]

/** Keeps the surname of a Chinese name, the first letter of each other word. */
function maskName(text: string): string {
  if (/^\p{Script=Han}/u.test(text)) {
    const length = COMPOUND_SURNAMES.some((name) => text.startsWith(name) && text.length > name.length) ? 2 : 1
    const signs = [...text]
    return signs.length === 1 ? '*' : signs.slice(0, length).join('') + '*'.repeat(signs.length - length)
  }
  return text.replace(/\S+/gu, (word) => {
    const signs = [...word]
    return signs.length === 1 ? '*' : (signs[0] ?? '') + '*'.repeat(signs.length - 1)
  })
}

/** Keeps the country prefix, the first three and the last four digits: 138****5678. */
function maskPhone(text: string): string {
  const compact = text.replace(/[\s()-]/g, '')
  const prefix = /^(?:\+86|0086)/.exec(compact)?.[0] ?? ''
  return prefix + keepEnds(compact.slice(prefix.length), 3, 4)
}

/** Keeps one to three characters of the user part and the whole domain. */
function maskEmail(text: string): string {
  const split = text.lastIndexOf('@')
  if (split < 1) return keepEnds(text, 0, 0)
  const user = [...text.slice(0, split)]
  const shown = Math.min(3, Math.floor(user.length / 2))
  return user.slice(0, shown).join('') + '*'.repeat(Math.max(LEAST_HIDDEN, user.length - shown)) + text.slice(split)
}

/** One value as it may stand on a screen; the empty text stays empty. */
export function maskValue(kind: MaskKind, text: string): string {
  if (text === '') return ''
  switch (kind) {
    case 'name':
      return maskName(text)
    case 'phone':
      return maskPhone(text)
    case 'email':
      return maskEmail(text)
    case 'identity':
      return keepEnds(text, 3, 4)
    case 'passport':
      return keepEnds(text, text.length >= 9 ? 2 : 1, 3)
    case 'card':
    case 'ticket':
    case 'bankCard':
      return keepEnds(text, 0, 4)
  }
}

const IN_TEXT: readonly [RegExp, MaskKind][] = [
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, 'email'],
  [/(?<!\d)\d{17}[\dXx](?![\dXx])/g, 'identity'],
  [/(?<!\d)(?:\d{16}|\d{19})(?!\d)/g, 'bankCard'],
  [/(?<!\d)\d{3}-?\d{10}(?!\d)/g, 'ticket'],
  [/(?<!\d)(?:(?:\+86|0086)[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/g, 'phone'],
  [/(?<![A-Za-z\d])[EGDSPH][A-Z]?\d{7,8}(?![A-Za-z\d])/g, 'passport'],
]

/** Free text with its phone numbers, e-mails, identity, passport, bank-card and ticket numbers masked (S2-43, S3-88). */
export function maskText(text: string): string {
  return IN_TEXT.reduce((rest, [form, kind]) => rest.replace(form, (found) => maskValue(kind, found)), text)
}
