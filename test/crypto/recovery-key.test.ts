import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  newRecoveryKey,
  parseRecoveryKey,
  printRecoveryKey,
  readRecoveryKey,
} from '../../src/main/crypto/recovery-key.ts'

const secrets = fc.uint8Array({ minLength: 20, maxLength: 20 })
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

test('a recovery key is seven groups of five characters without I, L, O and U', () => {
  const { text, pair } = newRecoveryKey()
  expect(text).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){6}[0-9A-HJKMNP-TV-Z]{5}$/)
  expect(readRecoveryKey(text)).toEqual({ ok: true, pair })
})

test('however it is typed, the same key is read', () => {
  fc.assert(
    fc.property(secrets, (secret) => {
      const text = printRecoveryKey(secret)
      const fullWidth = Array.from(text, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)).join('')
      const sloppy = text.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('-', ' – ')
      for (const typed of [text, text.replaceAll('-', ''), ` ${sloppy}\n`, fullWidth]) {
        expect(parseRecoveryKey(typed)).toEqual(secret)
      }
    }),
  )
})

test('one wrong character, two swapped neighbours or a lost character is always noticed', () => {
  fc.assert(
    fc.property(secrets, fc.nat(34), fc.nat(31), (secret, at, value) => {
      const text = printRecoveryKey(secret).replaceAll('-', '')
      const wrong = text.slice(0, at) + ALPHABET.charAt(value) + text.slice(at + 1)
      if (wrong !== text) expect(parseRecoveryKey(wrong)).toBeUndefined()
      const swapped = text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2)
      if (swapped !== text) expect(parseRecoveryKey(swapped)).toBeUndefined()
      expect(parseRecoveryKey(text.slice(0, at) + text.slice(at + 1))).toBeUndefined()
    }),
    { numRuns: 300 },
  )
})
