import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HISTORY_COLUMNS } from '../src/main/exports/columns.ts'
import { classedColumns, classOf } from '../src/main/exports/field-classes.ts'
import { headOf, tableNameOf } from '../src/main/exports/headings.ts'
import { SOURCES } from '../src/main/exports/sources.ts'
import {
  APPROVAL_LIFE_MS,
  canDecideExport,
  copyState,
  type ExportAsked,
  mayUseApproval,
  secondPersonReasons,
} from '../src/main/rules/export-approval.ts'
import { mayLeave, redactRow, replacedColumns, WITHHELD } from '../src/main/rules/export-redaction.ts'
import { DEFAULT_EXPORT_LIMITS } from '../src/shared/exports/limits.ts'
import { EXPORT_PROFILES, isWholeProfile, PROFILE_RULES } from '../src/shared/exports/profiles.ts'

const profiles = fc.constantFrom(...EXPORT_PROFILES)
const cut = EXPORT_PROFILES.filter((profile) => !isWholeProfile(profile))

const CALL = {
  id: '0199-call',
  number: 'T-1',
  phone: '13812345678',
  callerName: '欧阳静',
  agentId: '0199abcd-0000-7000-8000-00000000beef',
  question: '请拨 13812345678 联系我',
  process: '客户态度激动，内部建议安抚',
  greeting: '您好',
  talkMs: 61_000,
}

test('every column of an export has a class and a Chinese head of its own, and no class names a column that is not there', () => {
  for (const { table } of SOURCES) {
    const columns = HISTORY_COLUMNS[table]
    expect([...classedColumns(table)].sort()).toEqual([...columns].sort())
    const heads = columns.map((column) => headOf(column, 'zh-CN'))
    expect(heads.filter((head) => !/\p{Script=Han}/u.test(head))).toEqual([])
    expect(new Set(heads).size).toBe(heads.length)
    expect(tableNameOf(table, 'zh-CN')).toMatch(/\p{Script=Han}/u)
  }
  for (const { without } of Object.values(PROFILE_RULES)) {
    expect(without.filter((table) => !SOURCES.some((source) => source.table === table))).toEqual([])
  }
})

test('S3-133 who gets a copy decides what is in it: the same call for a customer, a regulator, a partner and a court', () => {
  const seen = (profile: (typeof EXPORT_PROFILES)[number]) => redactRow(profile, 'calls', CALL, classOf)
  expect(seen('court')).toEqual(CALL)
  expect(seen('archive')).toEqual(CALL)
  expect(seen('customer')).toEqual({ ...CALL, agentId: 'S-0000beef', process: WITHHELD, greeting: WITHHELD })
  expect(seen('regulator')).toEqual({ ...CALL, phone: '138****5678', question: '请拨 138****5678 联系我' })
  expect(seen('partner')).toEqual({
    ...CALL,
    phone: WITHHELD,
    callerName: '欧阳*',
    agentId: 'S-0000beef',
    question: '请拨 138****5678 联系我',
    process: WITHHELD,
    greeting: WITHHELD,
  })
})

test('a column that nobody has classed stays here unless everything leaves', () => {
  for (const profile of EXPORT_PROFILES) {
    const row = redactRow(profile, 'calls', { brandNew: '秘密' }, classOf)
    expect(row).toEqual({ brandNew: isWholeProfile(profile) ? '秘密' : WITHHELD })
  }
})

test('no telephone number leaves for a partner, whatever the column or the text around it', () => {
  const phone = fc.stringMatching(/^1[3-9]\d{9}$/)
  const texts = [...HISTORY_COLUMNS.cases, ...HISTORY_COLUMNS.calls].filter((name) => {
    const kind = classOf('cases', name) ?? classOf('calls', name)
    return kind !== 'fact' && kind !== 'staff'
  })
  fc.assert(
    fc.property(phone, fc.constantFrom(...texts), fc.constantFrom('', '电话 ', 'tel:'), (number, column, before) => {
      const table = HISTORY_COLUMNS.cases.includes(column) ? 'cases' : 'calls'
      const row = redactRow('partner', table, { [column]: `${before}${number}` }, classOf)
      expect(String(row[column])).not.toContain(number)
    }),
  )
})

test('redacting keeps every column, changes nothing twice, and leaves whole profiles as they are', () => {
  const cell = fc.oneof(fc.string(), fc.integer(), fc.constant(null))
  const row = fc.record(Object.fromEntries(HISTORY_COLUMNS.cases.map((column) => [column, cell])))
  fc.assert(
    fc.property(profiles, row, (profile, made) => {
      const once = redactRow(profile, 'cases', made, classOf)
      expect(Object.keys(once)).toEqual(Object.keys(made))
      for (const [column, value] of Object.entries(made)) if (value === null) expect(once[column]).toBeNull()
      if (isWholeProfile(profile)) expect(once).toBe(made)
    }),
  )
})

test('rows of restricted cases and messages never sent stay here for a customer and a partner', () => {
  const isRestricted = (id: string) => id === 'secret'
  const leaves = (
    profile: (typeof EXPORT_PROFILES)[number],
    table: string,
    row: Record<string, string | number | null>,
  ) => mayLeave(profile, table, row, isRestricted)
  for (const profile of ['customer', 'partner'] as const) {
    expect(leaves(profile, 'cases', { id: 'secret', isRestricted: 1 })).toBe(false)
    expect(leaves(profile, 'caseEvents', { caseId: 'secret' })).toBe(false)
    expect(leaves(profile, 'caseEvents', { caseId: 'other' })).toBe(true)
  }
  expect(leaves('court', 'caseEvents', { caseId: 'secret' })).toBe(true)
  expect(leaves('customer', 'messages', { caseId: null, sentAt: null })).toBe(false)
  expect(leaves('customer', 'messages', { caseId: null, sentAt: 1 })).toBe(true)
  expect(leaves('partner', 'spends', { id: 'x' })).toBe(false)
})

test('what a profile replaces is named for the manifest, and nothing for a whole one', () => {
  for (const profile of cut) expect(replacedColumns(profile, HISTORY_COLUMNS, classOf).length).toBeGreaterThan(0)
  expect(replacedColumns('regulator', HISTORY_COLUMNS, classOf)).toContain('cases.contactPhone')
  for (const profile of ['archive', 'court'] as const)
    expect(replacedColumns(profile, HISTORY_COLUMNS, classOf)).toEqual([])
})

test('a large, many-headed or far-reaching export needs a second person; more never needs fewer', () => {
  const small = { profile: 'archive', rows: 10, people: 1 } as const
  const usual = DEFAULT_EXPORT_LIMITS
  expect(secondPersonReasons(small, usual)).toEqual([])
  expect(secondPersonReasons({ ...small, rows: 5000 }, usual)).toEqual(['rows'])
  expect(secondPersonReasons({ ...small, people: null }, usual)).toEqual(['people'])
  expect(secondPersonReasons({ ...small, profile: 'court' }, usual)).toEqual(['profile'])
  expect(secondPersonReasons({ ...small, rows: 5000, people: 20 }, { rows: 5001, people: 21 })).toEqual([])
  expect(secondPersonReasons({ ...small, people: 3 }, { rows: 11, people: 3 })).toEqual(['people'])
  const size = fc.record({ profile: profiles, rows: fc.nat(20_000), people: fc.option(fc.nat(100), { nil: null }) })
  fc.assert(
    fc.property(size, fc.nat(20_000), (one, more) => {
      const now = secondPersonReasons(one, usual)
      expect(secondPersonReasons({ ...one, rows: one.rows + more }, usual)).toEqual(expect.arrayContaining(now))
    }),
  )
})

test('an approval is another person’s, holds once, for a week, and only for what was asked', () => {
  const asked: ExportAsked = {
    state: 'approved',
    askedBy: 'a',
    scopeKey: 'k',
    profile: 'court',
    recipient: '法院',
    decidedAt: 1000,
  }
  const wanted = {
    scopeKey: 'k',
    profile: 'court',
    recipient: '法院',
    actorId: 'a',
    now: 1000 + APPROVAL_LIFE_MS,
  } as const
  const rule = (decision: ReturnType<typeof mayUseApproval>) => (decision.allowed ? 'allowed' : decision.rule)
  expect(rule(mayUseApproval(asked, wanted))).toBe('allowed')
  expect(rule(mayUseApproval(asked, { ...wanted, now: wanted.now + 1 }))).toBe('export-approval-old')
  expect(rule(mayUseApproval({ ...asked, state: 'used' }, wanted))).toBe('export-not-approved')
  for (const other of [{ scopeKey: 'x' }, { profile: 'partner' as const }, { recipient: '他人' }, { actorId: 'b' }]) {
    expect(rule(mayUseApproval(asked, { ...wanted, ...other }))).toBe('export-approval-other')
  }
  expect(rule(canDecideExport('a', { state: 'asked', askedBy: 'a' }))).toBe('export-second-person')
  expect(rule(canDecideExport('b', { state: 'asked', askedBy: 'a' }))).toBe('allowed')
  expect(rule(canDecideExport('b', { state: 'refused', askedBy: 'a' }))).toBe('export-already-decided')
})

test('a copy is overdue from the day after the agreed one until its destruction is confirmed', () => {
  expect(copyState({ destroyBy: null, destroyedOn: null }, '2026-09-30')).toBe('unlimited')
  expect(copyState({ destroyBy: '2026-09-30', destroyedOn: null }, '2026-09-30')).toBe('held')
  expect(copyState({ destroyBy: '2026-09-30', destroyedOn: null }, '2026-10-01')).toBe('overdue')
  expect(copyState({ destroyBy: '2026-09-30', destroyedOn: '2026-10-02' }, '2026-10-03')).toBe('destroyed')
})
