import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeColumns, NEW_MEMBER, newColumns } from '../../src/main/rules/import-merge.ts'
import type { MemberDraft } from '../../src/main/rules/member-fields.ts'
import { nameKeys } from '../../src/main/rules/names.ts'

const CONTEXT = { now: 1_790_000_000_000, tierUntil: 1_800_000_000_000, keysOf: nameKeys }

const text = fc.constantFrom('王小明', 'Anna  Smith', '单于 明', 'x')
const day = fc.constantFrom('2020-01-01', '2024-02-29')
const draft: fc.Arbitrary<MemberDraft> = fc.record(
  {
    card: fc.constant('CA1'),
    name: text,
    gender: fc.constantFrom('female', 'male', 'unknown'),
    birthDate: day,
    language: fc.constantFrom('zh-CN', 'en'),
    formOfAddress: text,
    mobile: fc.constant('+8613812345678'),
    email: fc.constant('a@example.com'),
    wechat: text,
    documentType: fc.constantFrom('identity', 'passport'),
    documentNo: fc.constant('E12345678'),
    tier: fc.constantFrom('diamond', 'gold', 'none'),
    level: text,
    province: text,
    city: text,
    enrolledOn: day,
    cancelledOn: day,
    vipReason: text,
    notes: text,
    preferences: fc.constantFrom(['靠窗'], ['靠窗', '素食']),
  },
  { requiredKeys: ['card'] },
)

test('a new member has the same columns, in the same order, as nobody has after a merge of the same row', () => {
  fc.assert(
    fc.property(draft, (row) => {
      const made = newColumns(row, CONTEXT)
      expect(made).toEqual({ ...NEW_MEMBER, ...mergeColumns(NEW_MEMBER, row, CONTEXT).columns })
      expect(Object.keys(made)).toEqual(Object.keys(NEW_MEMBER))
    }),
    { numRuns: 500 },
  )
})
