import fc from 'fast-check'
import { expect, test } from 'vitest'
import { badgePixels } from '../src/main/shell/badge-icon.ts'
import { trayPixels } from '../src/main/shell/tray-icon.ts'
import { badgeOn } from '../src/shared/notices/badge.ts'
import { dueCounts, NOTHING_WAITS, SOON, trayContent } from '../src/shared/notices/tray.ts'
import { HOUR, MINUTE } from '../src/shared/time.ts'

const zh = { isOpen: true, language: 'zh-CN' } as const
const en = { isOpen: true, language: 'en' } as const

test('the tray says how much is late, due within the hour and unread, in the language of the desk', () => {
  const waits = { overdue: 2, soon: 1, unread: 3 }
  expect(trayContent(waits, zh)).toEqual({
    tooltip: 'VIP Desk\n已超时：2\n一小时内到期：1\n未读通知：3',
    mark: 'late',
    lines: ['已超时：2', '一小时内到期：1', '未读通知：3'],
    acts: [
      { act: 'open', label: '打开服务台', isEnabled: true },
      { act: 'lock', label: '锁定', isEnabled: true },
      { act: 'quit', label: '退出', isEnabled: true },
    ],
  })
  expect(trayContent({ ...waits, overdue: 0 }, en)).toMatchObject({
    tooltip: 'VIP Desk\nDue within the hour: 1\nUnread notifications: 3',
    mark: 'soon',
  })
  expect(trayContent(NOTHING_WAITS, en)).toMatchObject({ tooltip: 'VIP Desk\nNothing waits', mark: 'none' })
})

test('a locked desk tells the tray nothing but that it is locked, and cannot be locked again', () => {
  const count = fc.nat({ max: 5000 })
  fc.assert(
    fc.property(fc.record({ overdue: count, soon: count, unread: count }), (waits) => {
      const { acts, ...shown } = trayContent(waits, { ...zh, isOpen: false })
      expect(shown).toEqual({ tooltip: 'VIP Desk\n已锁定', mark: 'none', lines: ['已锁定'] })
      expect(acts.map(({ isEnabled }) => isEnabled)).toEqual([true, false, true])
    }),
  )
})

test('what is due is late, within the hour or neither, never two of them', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -3 * HOUR, max: 3 * HOUR })), (dueAts) => {
      const { overdue, soon } = dueCounts(dueAts, 0)
      expect(overdue + soon).toBe(dueAts.filter((at) => at <= SOON).length)
    }),
  )
  expect(dueCounts([-1, 0, 1, HOUR, HOUR + MINUTE], 0)).toEqual({ overdue: 2, soon: 2 })
})

test('the icon has a dot of its own colour when something waits, and clear corners at every size', () => {
  const dotOf = (mark: 'none' | 'soon' | 'late', size: number) => {
    const pixels = trayPixels(mark, size)
    const at = (Math.floor(size * 0.26) * size + Math.floor(size * 0.74)) * 4
    return [...pixels.slice(at, at + 4)]
  }
  for (const size of [16, 32]) {
    expect(['late', 'soon'].map((mark) => dotOf(mark as 'late', size))).toEqual([
      [40, 40, 214, 255],
      [0, 160, 240, 255],
    ])
    expect(trayPixels('none', size)).not.toContain(214)
    expect([...trayPixels('late', size).slice(0, 4)]).toEqual([0, 0, 0, 0])
  }
})

test('on Windows the program’s icon carries a drawn count with words for it, elsewhere the system is given the number', () => {
  expect([0, 3, 9, 10, 250].map((unread) => badgeOn('win32', unread, 'zh-CN'))).toEqual([
    { kind: 'overlay', text: null, description: '' },
    { kind: 'overlay', text: '3', description: '未读通知：3' },
    { kind: 'overlay', text: '9', description: '未读通知：9' },
    { kind: 'overlay', text: '9+', description: '未读通知：10' },
    { kind: 'overlay', text: '9+', description: '未读通知：250' },
  ])
  expect(badgeOn('win32', 4, 'en')).toMatchObject({ description: 'Unread notifications: 4' })
  for (const platform of ['linux', 'darwin'])
    expect([0, 12].map((unread) => badgeOn(platform, unread, 'en'))).toEqual([
      { kind: 'count', count: 0 },
      { kind: 'count', count: 12 },
    ])
})

test('each count looks different on the badge, white on a red disc with clear corners', () => {
  const texts = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '9+']
  for (const size of [16, 32]) {
    const drawn = texts.map((text) => badgePixels(text, size))
    expect(new Set(drawn.map((pixels) => pixels.join())).size).toBe(texts.length)
    for (const pixels of drawn) {
      expect([...pixels.slice(0, 4)]).toEqual([0, 0, 0, 0])
      const points = Array.from({ length: size * size }, (_, i) => pixels.slice(i * 4, i * 4 + 4).join())
      expect(points).toContain('255,255,255,255')
      expect(points).toContain('34,34,200,255')
    }
  }
})
