import fc from 'fast-check'
import { expect, test } from 'vitest'
import { completenessOf } from '../src/main/rules/completeness.ts'
import { readEntry } from '../src/main/rules/member-entry.ts'
import {
  afterPrefix,
  documentBackwards,
  mobileBackwards,
  normalizedContact,
  type Probe,
  probesFor,
} from '../src/main/rules/member-search.ts'
import { nameKeys } from '../src/main/rules/names.ts'
import { DAY } from '../src/shared/time.ts'

const NOW = Date.parse('2026-09-30T10:00:00+08:00')

test('a name is kept with its pinyin, its initials and the name told the other way', () => {
  expect(
    [
      '张三',
      '欧阳 娜娜',
      '单于',
      '单于明',
      '曾国藩',
      '吕布',
      '阿依古丽·买买提',
      'Anna Maria Smith',
      "José O'Neill",
      '田中さくら',
    ].map((name) => Object.values(nameKeys(name))),
  ).toEqual([
    ['张三', 'zhangsan', 'zs', '三'],
    ['欧阳娜娜', 'ouyangnana', 'oynn', '娜娜'],
    ['单于', 'shanyu', 'sy', '于'],
    ['单于明', 'shanyuming', 'sym', '明'],
    ['曾国藩', 'zengguofan', 'zgf', '国藩'],
    ['吕布', 'lvbu', 'lb', '布'],
    ['阿依古丽·买买提', 'ayigulimaimaiti', 'ayglmmt', '买买提'],
    ['Anna Maria Smith', 'annamariasmith', 'ams', 'smithannamaria'],
    ["José O'Neill", 'joseoneill', 'jon', 'neilljoseo'],
    ['田中さくら', 'tianzhong', 'tz', '中さくら'],
  ])
})

test('every name has keys to be found and ordered by', () => {
  const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((text) => text.trim() !== '')
  fc.assert(
    fc.property(name, (written) => {
      const keys = nameKeys(written)
      expect(keys.namePinyin).not.toBe('')
      expect(keys.nameInitials).not.toBe('')
      expect(nameKeys(keys.name)).toEqual(keys)
    }),
  )
})

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length })

/** Whether a probe would be answered by this value of its column. */
const answers = (probe: Probe, value: string) =>
  probe.isExact ? value === probe.value : value >= probe.value && value < afterPrefix(probe.value)

test('a mobile number is found however it is written, from its start and from its end', () => {
  const writings = [
    (n: string) => n,
    (n: string) => `+86${n}`,
    (n: string) => `0086 ${n}`,
    (n: string) => `${n.slice(0, 3)}-${n.slice(3, 7)} ${n.slice(7)}`,
  ]
  fc.assert(
    fc.property(
      digits(9),
      fc.constantFrom(...writings),
      fc.integer({ min: 3, max: 11 }),
      fc.integer({ min: 4, max: 8 }),
      (rest, write, first, last) => {
        const number = `13${rest}`
        const mobile = `+86${number}`
        expect(
          probesFor(write(number)).some((probe) => probe.in === 'mobile' && probe.isExact && answers(probe, mobile)),
        ).toBe(true)
        expect(probesFor(number.slice(0, first)).some((probe) => probe.in === 'mobile' && answers(probe, mobile))).toBe(
          true,
        )
        expect(
          probesFor(number.slice(-last)).some(
            (probe) => probe.in === 'mobileBackwards' && answers(probe, mobileBackwards(mobile) ?? ''),
          ),
        ).toBe(true)
      },
    ),
  )
})

test('a document number is found from its last four to six signs and in full', () => {
  fc.assert(
    fc.property(digits(17), fc.constantFrom(...'0123456789X'), fc.integer({ min: 4, max: 6 }), (start, check, last) => {
      const number = start + check
      const end = number.slice(-last).toLowerCase()
      expect(
        probesFor(end).some(
          (probe) => probe.in === 'documentBackwards' && answers(probe, documentBackwards(number) ?? ''),
        ),
      ).toBe(true)
      expect(probesFor(number.toLowerCase())).toContainEqual({
        in: 'documentNo',
        by: 'document',
        value: number,
        isExact: true,
      })
    }),
  )
})

test('no text breaks a look-up, exact questions come before open ones, and none asks for everything', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (typed) => {
      const probes = probesFor(typed)
      for (const { value } of probes) expect(value).not.toBe('')
      const ofCards = probes.filter((probe) => probe.in === 'cardNo').map(({ isExact }) => isExact)
      expect(ofCards).toEqual([...ofCards].sort((a, b) => Number(b) - Number(a)))
    }),
  )
})

test('a prefix ends after every text that begins with it, also after rare signs', () => {
  expect(
    ['王', '王伟', '王𬍛', '王\u{10fffe}'].every(
      (name) => Buffer.compare(Buffer.from(name), Buffer.from(afterPrefix('王'))) < 0,
    ),
  ).toBe(true)
  expect(Buffer.compare(Buffer.from('玌'), Buffer.from(afterPrefix('王')))).toBe(1)
})

test('contacts are compared by their digits, addresses in small letters', () => {
  expect([
    normalizedContact('office', '020-8888 6666'),
    normalizedContact('family', '１３８ 1234 5678'),
    normalizedContact('email', ' A@B.cn '),
  ]).toEqual(['02088886666', '+8613812345678', 'a@b.cn'])
})

const FULL = {
  name: '张三',
  mobile: '+8613812345678',
  gender: 'male',
  birthDate: '1985-03-15',
  documentNo: '440106198503151217',
  email: 'a@b.cn',
  language: 'zh-CN',
  title: '张总',
  province: '广东',
  city: '广州',
  preferences: ['靠窗'],
  hasConsent: true,
  status: 'active',
  verifiedAt: NOW,
} as const

test('S3-75 a file that lacks nothing scores 100, an empty one 0, and each gap lowers the score', () => {
  expect(completenessOf(FULL, NOW)).toEqual({
    score: 100,
    missing: [],
    isVerificationDue: false,
    verifyBy: NOW + 180 * DAY,
  })
  const empty = {
    ...FULL,
    name: '',
    mobile: null,
    gender: 'unknown',
    birthDate: null,
    documentNo: null,
    email: null,
    language: '',
    title: '',
    province: null,
    city: null,
    preferences: [],
    hasConsent: false,
  }
  expect(completenessOf(empty, NOW).score).toBe(0)
  expect(completenessOf({ ...FULL, mobile: null }, NOW)).toMatchObject({ score: 80, missing: ['mobile'] })
})

test('a file is due for a check half a year after the last one, never when the member has left', () => {
  const due = (verifiedAt: number | null, status: 'active' | 'left' = 'active') =>
    completenessOf({ ...FULL, verifiedAt, status }, NOW).isVerificationDue
  expect([due(null), due(NOW - 180 * DAY), due(NOW - 180 * DAY + 1), due(null, 'left')]).toEqual([
    true,
    true,
    false,
    false,
  ])
})

test('an entry is put into the form it is kept in, and an identity number is recognised by its form', () => {
  const entry = {
    card: 'hu 6001',
    mobile: '138 1234 5678',
    email: 'A@B.CN',
    documentType: null,
    documentNo: '44010619850315121 7',
  }
  expect(readEntry(entry, {}, '2026-09-30')).toEqual({
    values: {
      card: 'HU6001',
      mobile: '+8613812345678',
      email: 'a@b.cn',
      documentType: 'identity',
      documentNo: '440106198503151217',
    },
    issues: [],
  })
})
