import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canRouteUnread, canSee, canUnmask, isMasked, scopeFor } from '../../src/main/rules/access.ts'
import { canExport, watermarkText } from '../../src/main/rules/export-policy.ts'
import { formatNumber, nextNumber, parseNumber, type SeriesKind } from '../../src/main/rules/number-series.ts'
import { checkPassword, signInDelay } from '../../src/main/rules/password-policy.ts'
import { compareQueue, type PriorityFacts, priorityOf as priorityBy } from '../../src/main/rules/priority.ts'
import { IMPORTANCES, PRIORITIES, URGENCIES } from '../../src/shared/cases/words.ts'
import { ROLES } from '../../src/shared/roles.ts'
import { SHIPPED_NUMBERS } from '../../src/shared/targets/desk-numbers.ts'
import { MEMBER_TIERS, TIER_RANK } from '../../src/shared/tiers/model.ts'
import { MINUTE, SECOND } from '../../src/shared/time.ts'

const priorityOf = (facts: PriorityFacts) => priorityBy(facts, SHIPPED_NUMBERS.priorities)

const ruleOf = (decision: { allowed: boolean; rule?: string }) => (decision.allowed ? 'allowed' : decision.rule)

describe('S2-30 priority from urgency and importance', () => {
  test('the matrix', () => {
    const table = URGENCIES.map((urgency) =>
      IMPORTANCES.map((importance) => priorityOf({ urgency, importance, tier: 'none' }).priority),
    )
    expect(table).toEqual([
      ['p4', 'p4', 'p3'],
      ['p4', 'p3', 'p2'],
      ['p3', 'p2', 'p1'],
    ])
  })

  test('S3-46 a tier raises the priority, and the record says by how much', () => {
    expect(priorityOf({ urgency: 'low', importance: 'normal', tier: 'diamond' })).toEqual({
      priority: 'p2',
      base: 'p4',
      raisedBy: 2,
    })
    expect(priorityOf({ urgency: 'high', importance: 'high', tier: 'diamond' })).toEqual({
      priority: 'p1',
      base: 'p1',
      raisedBy: 0,
    })
  })

  test('a higher tier, urgency or importance never lowers it', () => {
    const pick = {
      tier: fc.constantFrom(...MEMBER_TIERS),
      urgency: fc.constantFrom(...URGENCIES),
      importance: fc.constantFrom(...IMPORTANCES),
    }
    fc.assert(
      fc.property(fc.record(pick), fc.record(pick), (a, b) => {
        const isAbove =
          TIER_RANK[a.tier] >= TIER_RANK[b.tier] &&
          URGENCIES.indexOf(a.urgency) >= URGENCIES.indexOf(b.urgency) &&
          IMPORTANCES.indexOf(a.importance) >= IMPORTANCES.indexOf(b.importance)
        fc.pre(isAbove)
        expect(PRIORITIES.indexOf(priorityOf(a).priority)).toBeLessThanOrEqual(
          PRIORITIES.indexOf(priorityOf(b).priority),
        )
      }),
    )
  })

  test('S5-18 the queue: priority, then due time, then the longest wait', () => {
    const queue = [
      { priority: 'p2', dueAt: 5, receivedAt: 1 },
      { priority: 'p1', dueAt: null, receivedAt: 3 },
      { priority: 'p1', dueAt: 9, receivedAt: 4 },
      { priority: 'p1', dueAt: 9, receivedAt: 2 },
    ] as const
    expect([...queue].sort(compareQueue)).toEqual([queue[3], queue[2], queue[1], queue[0]])
  })
})

describe('one number series by kind and day', () => {
  test('the first, the next, a new day, and beyond 9,999', () => {
    expect([
      nextNumber('complaint', '2026-11-22', undefined),
      nextNumber('complaint', '2026-11-22', 'TS-20261122-0041'),
      nextNumber('complaint', '2026-11-23', 'TS-20261122-0041'),
      nextNumber('call', '2026-11-22', 'LD-20261122-9999'),
    ]).toEqual(['TS-20261122-0001', 'TS-20261122-0042', 'TS-20261123-0001', 'LD-20261122-10000'])
  })

  test('a number is understood as a customer may write it', () => {
    expect([' ts-20261122-0001', 'TS202611220001', 'TS-20261322-0001', 'XX-20261122-0001'].map(parseNumber)).toEqual([
      { kind: 'complaint', day: '2026-11-22', sequence: 1 },
      { kind: 'complaint', day: '2026-11-22', sequence: 1 },
      undefined,
      undefined,
    ])
  })

  test('what is written is read back', () => {
    const kinds: SeriesKind[] = ['enquiry', 'complaint', 'suggestion', 'service', 'call']
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.integer({ min: 1, max: 999_999 }), (kind, sequence) => {
        expect(parseNumber(formatNumber(kind, '2026-02-28', sequence))).toEqual({ kind, day: '2026-02-28', sequence })
      }),
    )
  })
})

describe('passwords', () => {
  test.each([
    ['short1!', 'password-short'],
    ['1234567890', 'password-common'],
    ['abcdefghij', 'password-common'],
    ['Password123', 'password-common'],
    ['aaaaaaaaaaaa', 'password-repeated'],
    ['abc1abc1abc1', 'password-repeated'],
    ['wang.fang.1', 'password-is-login'],
    ['gnaf.gnaw12', 'password-is-login'],
    ['correct horse', 'allowed'],
    ['厦门的海风很舒服呀真好', 'allowed'],
  ])('%s: %s', (password, verdict) => expect(ruleOf(checkPassword('wang.fang', password))).toBe(verdict))

  test('the wait after wrong passwords grows and ends at a quarter of an hour', () => {
    expect([0, 1, 2, 3, 4, 5, 10, 11, 1_000_000].map(signInDelay)).toEqual(
      [0, 0, 0, 5, 10, 20, 640, 900, 900].map((seconds) => seconds * SECOND),
    )
    fc.assert(
      fc.property(fc.nat(5000), (n) => {
        expect(signInDelay(n + 1)).toBeGreaterThanOrEqual(signInDelay(n))
        expect(signInDelay(n)).toBeLessThanOrEqual(15 * MINUTE)
      }),
    )
  })
})

describe('exports', () => {
  const request = { purpose: '十月投诉月报送审计部存档', leavesMainland: false }

  test('only a manager exports, with a purpose in words', () => {
    expect(ROLES.map((role) => ruleOf(canExport({ role }, request)))).toEqual([
      'export-manager-only',
      'export-manager-only',
      'allowed',
      'export-manager-only',
    ])
    expect(ruleOf(canExport({ role: 'manager' }, { ...request, purpose: '月报' }))).toBe('export-purpose')
    expect(ruleOf(canExport({ role: 'manager' }, { ...request, purpose: '1111111111111' }))).toBe('export-purpose')
  })

  test('nothing goes abroad without an approval', () => {
    expect(ruleOf(canExport({ role: 'manager' }, { ...request, leavesMainland: true }))).toBe('export-abroad-approval')
    expect(ruleOf(canExport({ role: 'manager' }, { ...request, leavesMainland: true, approval: 'PIA-2026-3' }))).toBe(
      'allowed',
    )
  })

  test('the watermark names the person, the time at the desk, the entry and the purpose on a line of its own', () => {
    expect(
      watermarkText({
        name: '王芳',
        login: 'wang.fang',
        at: Date.parse('2026-11-22T00:05:00Z'),
        reference: 'EX-0007',
        zone: 'Asia/Shanghai',
        purpose: ' 答复法院\n调取 ',
      }),
    ).toBe('王芳 (wang.fang) 2026-11-22 08:05 EX-0007\n答复法院 调取')
  })
})

describe('access by role', () => {
  const rows = [
    { id: 'c1', ownerId: 'u1', isRestricted: false },
    { id: 'c2', ownerId: 'u2', isRestricted: false },
    { id: 'c3', ownerId: 'u1', isRestricted: true },
    { id: 'c4', ownerId: 'u2', isRestricted: true },
    { id: 'c5', ownerId: null, isRestricted: true },
  ]

  test('S2-10 no role reads reports of misconduct, only their own handlers do; the administrator reads nothing', () => {
    const seen = ROLES.map((role) => rows.map((row) => (canSee(scopeFor({ id: 'u1', role }, 'cases'), row) ? 1 : 0)))
    expect(seen).toEqual([
      [1, 1, 1, 0, 0],
      [1, 1, 1, 0, 0],
      [1, 1, 1, 0, 0],
      [0, 0, 0, 0, 0],
    ])
    const authorised = { ownRole: 'manager', readsRestricted: false, openedCases: ['c5'], openedMembers: [] } as const
    const readBy = (change: Partial<typeof authorised> | { readsRestricted: boolean }, role: (typeof ROLES)[number]) =>
      rows.filter((row) => canSee(scopeFor({ id: 'u1', role, authorised: { ...authorised, ...change } }, 'cases'), row))
    expect(readBy({}, 'manager').map(({ id }) => id)).toEqual(['c1', 'c2', 'c3', 'c5'])
    expect(readBy({ readsRestricted: true }, 'lead')).toEqual(rows)
    expect(readBy({ readsRestricted: true }, 'admin')).toEqual([])
    expect(
      [canRouteUnread({ id: 'u1', role: 'manager' }, 'u2'), canRouteUnread({ id: 'u1', role: 'manager' }, 'u1')].map(
        ruleOf,
      ),
    ).toEqual(['allowed', 'case-restricted-to-self'])
  })

  test('personal data is unmasked only by role and with a reason', () => {
    const ask = (role: (typeof ROLES)[number], kind: 'phone' | 'identity' | 'bankCard', reason = '回电客户') =>
      ruleOf(canUnmask({ id: 'u1', role }, kind, reason))
    expect([
      ask('agent', 'phone'),
      ask('agent', 'phone', '  看 '),
      ask('agent', 'identity'),
      ask('lead', 'identity'),
      ask('lead', 'bankCard'),
      ask('manager', 'bankCard'),
      ask('admin', 'phone'),
    ]).toEqual(['allowed', 'unmask-reason', 'unmask-role', 'allowed', 'unmask-role', 'allowed', 'unmask-role'])
    expect([isMasked({ id: 'u1', role: 'manager' }, 'phone'), isMasked({ id: 'u1', role: 'agent' }, 'name')]).toEqual([
      true,
      false,
    ])
  })
})
