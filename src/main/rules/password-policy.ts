import { allow, type Decision, deny } from '../../shared/failure.ts'
import { MINUTE, SECOND } from '../../shared/time.ts'

export const PASSWORD_MIN_LENGTH = 10

/** Runs of keys and words that every guessing program tries first. */
const WELL_KNOWN = [
  'password',
  'passw0rd',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx',
  'iloveyou',
  'letmein',
  'welcome',
  'woaini',
  'administrator',
]
const SEQUENCES = ['01234567890123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm']

/**
 * Judges a new password: at least 10 characters, not the sign-in name, not a repetition, not a plain sequence.
 * Length is what makes it strong, so no mixture of signs is demanded.
 */
export function checkPassword(login: string, password: string): Decision {
  const text = password.normalize('NFKC').toLowerCase()
  if ([...text].length < PASSWORD_MIN_LENGTH) return deny('password-short', { min: PASSWORD_MIN_LENGTH })
  if (containsLogin(text, login.toLowerCase())) return deny('password-is-login')
  if (isRepetition(text)) return deny('password-repeated')
  if (isSequence(text)) return deny('password-common')
  return allow
}

/** The login itself, backwards, repeated, or with only a few signs around it. */
function containsLogin(text: string, login: string): boolean {
  const backwards = [...login].reverse().join('')
  return [login, backwards].some(
    (name) => name.length >= 2 && text.replaceAll(name, '').length < 5 && text.includes(name),
  )
}

/** Fewer than five different characters, or one short piece over and over. */
function isRepetition(text: string): boolean {
  return new Set(text).size < 5 || /^(.{1,6}?)\1+.{0,2}$/u.test(text)
}

/** What is left after taking out well-known pieces is too short to be guessed against. */
function isSequence(text: string): boolean {
  const backwards = [...text].reverse().join('')
  if (SEQUENCES.some((row) => row.includes(text) || row.includes(backwards))) return true
  return WELL_KNOWN.some((word) => text.includes(word) && text.length - word.length < 5)
}

const FREE_FAILURES = 3
const FIRST_DELAY = 5 * SECOND
const LONGEST_DELAY = 15 * MINUTE

/** Milliseconds to wait after so many wrong passwords in a row: none up to two, then 5 s, doubling up to 15 minutes. */
export function signInDelay(failures: number): number {
  if (failures < FREE_FAILURES) return 0
  return Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** (failures - FREE_FAILURES))
}
