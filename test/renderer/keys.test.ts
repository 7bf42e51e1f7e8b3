import { expect, test } from 'vitest'
import { keyCaps, matchesCombo, pressOf } from '../../src/renderer/ui/key-combos.ts'

const press = (
  key: string,
  code: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {},
) => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})

test('a combination is met exactly, with Cmd in the place of Ctrl on a Mac', () =>
  expect({
    ctrl: matchesCombo('mod+k', press('k', 'KeyK', { ctrlKey: true })),
    cmd: matchesCombo('mod+k', press('k', 'KeyK', { metaKey: true })),
    bare: matchesCombo('mod+k', press('k', 'KeyK')),
    more: matchesCombo('mod+k', press('k', 'KeyK', { ctrlKey: true, altKey: true })),
    sequence: matchesCombo('g m', press('g', 'KeyG')),
  }).toEqual({ ctrl: true, cmd: true, bare: false, more: false, sequence: false }))

test('Alt goes by the place of the key, because Alt+N types another sign on many keyboards', () =>
  expect(matchesCombo('alt+n', press('˜', 'KeyN', { altKey: true }))).toBe(true))

test('the question mark is met with and without Shift, as keyboards differ', () =>
  expect([
    matchesCombo('?', press('?', 'Slash', { shiftKey: true })),
    matchesCombo('?', press('?', 'Minus')),
    matchesCombo('f2', press('F2', 'F2', { shiftKey: true })),
  ]).toEqual([true, true, false]))

test('a modifier alone and a key swallowed by an input method are no press', () =>
  expect([pressOf(press('Control', 'ControlLeft')), pressOf(press('Process', 'KeyA'))]).toEqual([undefined, undefined]))

test('keys are drawn as caps', () =>
  expect([keyCaps('mod+k'), keyCaps('g m'), keyCaps('alt+arrowleft')]).toEqual([
    ['Ctrl', 'K'],
    ['G', 'M'],
    ['Alt', '←'],
  ]))
