import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isQuietMinute, noticeText, quietBecause, titleWith } from '../src/shared/notices/rules.ts'
import { NOTICE_KINDS } from '../src/shared/notices/words.ts'
import { canHaveKeys, clashes, isCombo, twinsIn } from '../src/shared/settings/combos.ts'
import { noticeRules, personalSettings } from '../src/shared/settings/personal.ts'

const rules = noticeRules.parse({})
const minute = fc.integer({ min: 0, max: 1439 })

test('quiet hours may run over midnight; every minute is either in them or in the rest of the day', () => {
  fc.assert(
    fc.property(minute, minute, minute, (now, from, until) => {
      fc.pre(from !== until)
      expect(isQuietMinute(now, from, until)).toBe(!isQuietMinute(now, until, from))
    }),
  )
  expect([22 * 60, 3 * 60, 12 * 60].map((now) => isQuietMinute(now, 21 * 60, 8 * 60))).toEqual([true, true, false])
})

test('a person is told outside the window by their own rules: on, by kind, only own work, outside quiet hours', () => {
  const breach = { kind: 'breach', isMine: false } as const
  expect([
    quietBecause(breach, rules, 600),
    quietBecause(breach, { ...rules, isOn: false }, 600),
    quietBecause(breach, { ...rules, muted: ['breach'] }, 600),
    quietBecause(breach, { ...rules, onlyMine: true }, 600),
    quietBecause({ ...breach, isMine: true }, { ...rules, onlyMine: true }, 600),
    quietBecause(breach, { ...rules, quietFrom: 540, quietUntil: 660 }, 600),
  ]).toEqual([null, 'off', 'kind', 'notMine', null, 'hours'])
})

test('whatever was switched off stays silent at every minute', () => {
  fc.assert(
    fc.property(fc.constantFrom(...NOTICE_KINDS), fc.boolean(), minute, (kind, isMine, at) => {
      expect(quietBecause({ kind, isMine }, { ...rules, isOn: false }, at)).toBe('off')
      expect(quietBecause({ kind, isMine }, { ...rules, muted: [kind] }, at)).toBe('kind')
    }),
  )
})

test('a notification says the kind and the number of the case and nothing else', () =>
  expect([
    noticeText('breach', 'TS-20260930-0001').zh,
    noticeText('todo', null).en,
    titleWith(0),
    titleWith(3),
    titleWith(250),
  ]).toEqual(['时限超时：TS-20260930-0001', 'A new to-do', 'VIP Desk', '(3) VIP Desk', '(99+) VIP Desk']))

test('keys of one’s own are refused when they are for writing, or taken by another shortcut or its beginning', () => {
  const others = [
    { id: 'page.members', keys: 'g m', label: '会员' },
    { id: 'shell.palette', keys: 'mod+k', label: '查找' },
  ]
  const verdict = (keys: string) => {
    const decision = canHaveKeys('x', keys, others)
    return decision.allowed ? 'free' : [decision.rule, decision.params.name ?? '']
  }
  expect(['alt+u', 'mod+c', 'g m', 'g', 'mod+k', 'shift+alt+n', 'g u'].map(verdict)).toEqual([
    'free',
    ['keys-reserved', ''],
    ['keys-taken', '会员'],
    ['keys-taken', '会员'],
    ['keys-taken', '查找'],
    ['keys-unusable', ''],
    'free',
  ])
  expect(canHaveKeys('shell.palette', 'mod+k', others)).toEqual({ allowed: true })
})

test('keys clash whichever is named first', () => {
  const combo = fc.constantFrom('g', 'g m', 'g u', 'm', 'mod+k', 'alt+n', 'f2')
  fc.assert(
    fc.property(combo, combo, (a, b) => {
      expect(clashes(a, b)).toBe(clashes(b, a))
      expect(isCombo(a)).toBe(true)
      expect(twinsIn([a, b]).length).toBe(clashes(a, b) ? 2 : 0)
    }),
  )
  expect(personalSettings.safeParse({ keys: { a: 'g', b: 'g m' } }).success).toBe(false)
})
