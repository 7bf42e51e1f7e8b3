export const SHORTEST = 10

export type Strength = { level: 'short' | 'weak' | 'fair' | 'good' | 'strong'; missing: number; share: number }

const GUESSED_FIRST =
  /(password|passw0rd|qwerty|asdf|zxcv|1234|abcd|admin|welcome|letmein|woaini|5201314|8888|vipdesk)/gi

const alphabetOf = (text: string): number =>
  (/[a-z]/.test(text) ? 26 : 0) +
  (/[A-Z]/.test(text) ? 26 : 0) +
  (/\d/.test(text) ? 10 : 0) +
  (/[^\da-zA-Z\u4e00-\u9fff]/.test(text) ? 20 : 0) +
  (/[\u4e00-\u9fff]/.test(text) ? 400 : 0)

/** Advice while typing, no verdict: bits of guessing once common words, repeats and the login are taken out. */
export function strengthOf(password: string, login = ''): Strength {
  const length = [...password].length
  let rest = password.replace(GUESSED_FIRST, '').replace(/(.)\1+/gu, '$1')
  if (login.length > 2) rest = rest.replaceAll(login, '')
  const distinct = new Set(rest).size
  const bits = Math.min([...rest].length, distinct * 2) * Math.log2(Math.max(2, alphabetOf(rest)))
  const share = Math.min(1, bits / 90)
  if (length < SHORTEST) return { level: 'short', missing: SHORTEST - length, share: Math.min(share, 0.2) }
  if (bits < 38) return { level: 'weak', missing: 0, share: Math.min(share, 0.3) }
  if (bits < 55) return { level: 'fair', missing: 0, share }
  return { level: bits < 78 ? 'good' : 'strong', missing: 0, share }
}
