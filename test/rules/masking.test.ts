import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MASK_KINDS, maskText, maskValue } from '../../src/main/rules/masking.ts'

test('each kind of data keeps only what helps to recognise it', () => {
  expect({
    name: ['王芳', '欧阳娜娜', 'John Smith', '王'].map((text) => maskValue('name', text)),
    phone: ['13812345678', '+86 138 1234 5678', '0592-5701234', '110'].map((text) => maskValue('phone', text)),
    email: ['fang.wang@example.cn', 'a@b.cn', 'broken'].map((text) => maskValue('email', text)),
    identity: maskValue('identity', '350203199001011234'),
    passport: [maskValue('passport', 'E12345678'), maskValue('passport', 'G1234567')],
    card: maskValue('card', 'MF880012345678'),
    ticket: maskValue('ticket', '731-2412345678'),
    bankCard: maskValue('bankCard', '6222021234567890123'),
    empty: maskValue('phone', ''),
  }).toEqual({
    name: ['王*', '欧阳**', 'J*** S****', '*'],
    phone: ['138****5678', '+86138****5678', '059****1234', '***'],
    email: ['fan******@example.cn', '***@b.cn', '******'],
    identity: '350***********1234',
    passport: ['E1****678', 'G****567'],
    card: '**********5678',
    ticket: '**********5678',
    bankCard: '***************0123',
    empty: '',
  })
})

test('numbers and addresses inside a text are masked, the rest stays', () => {
  expect(
    maskText(
      '请回电13812345678或+86 139-1234-5678，邮箱fang.wang@example.cn，证件350203199001011234，护照E12345678，票号731-2412345678，航班MF8101于2026-11-22延误135分钟',
    ),
  ).toBe(
    '请回电138****5678或+86139****5678，邮箱fan******@example.cn，证件350***********1234，护照E1****678，票号**********5678，航班MF8101于2026-11-22延误135分钟',
  )
})

describe('laws', () => {
  const word = fc.string({ minLength: 1, maxLength: 30, unit: fc.constantFrom(...'abcXYZ0123456789王芳@.-+ ') })

  test('a mask never shows more than seven characters of a number, and always hides some', () => {
    const digits = fc.string({ minLength: 1, maxLength: 30, unit: fc.constantFrom(...'0123456789') })
    fc.assert(
      fc.property(
        fc.constantFrom('phone', 'identity', 'passport', 'card', 'ticket', 'bankCard'),
        digits,
        (kind, text) => {
          const shown = [...maskValue(kind, text)].filter((sign) => sign !== '*').length
          expect(shown).toBeLessThanOrEqual(kind === 'phone' && text.startsWith('0086') ? 11 : 7)
          expect(maskValue(kind, text)).toContain('*')
        },
      ),
    )
  })

  test('any value that is not blank comes out different', () => {
    fc.assert(
      fc.property(fc.constantFrom(...MASK_KINDS), word, (kind, text) => {
        fc.pre(/[^\s]/.test(text))
        expect(maskValue(kind, text)).not.toBe(text)
      }),
    )
  })

  test('no mobile number survives in a text', () => {
    const mobile = fc
      .tuple(fc.constantFrom('13', '15', '18', '19'), fc.integer({ min: 100_000_000, max: 999_999_999 }))
      .map(([a, b]) => `${a}${b}`)
    const clean = fc.string({ maxLength: 12, unit: fc.constantFrom(...'电话请回复我的手机 ，。:') })
    fc.assert(
      fc.property(clean, mobile, clean, (before, phone, after) => {
        expect(maskText(before + phone + after)).toBe(`${before}${phone.slice(0, 3)}****${phone.slice(7)}${after}`)
      }),
    )
  })
})
