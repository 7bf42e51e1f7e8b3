import { beforeAll, describe, expect, test } from 'vitest'
import {
  bytesText,
  countdownText,
  dateTimeText,
  dayText,
  durationText,
  figureText,
  kmText,
  moneyText,
  preciseText,
  today,
} from '../../src/renderer/ui/formats.ts'
import { DAY, HOUR, MINUTE, SECOND } from '../../src/shared/time.ts'
import { startTextsHere } from './page-start.ts'

const at = Date.UTC(2026, 8, 29, 16, 5, 9)
const spoken = () => ({
  moment: dateTimeText(at),
  log: preciseText(at),
  day: dayText('2026-02-28'),
  money: moneyText(-123_456_789),
  distance: kmText(12_500),
  left: countdownText(at + 2 * HOUR + 5 * MINUTE, at),
  late: countdownText(at, at + 3 * DAY + 2 * MINUTE),
  short: durationText(59 * SECOND),
  none: durationText(400),
  file: bytesText(1_572_864),
})

describe('in Chinese', () => {
  beforeAll(() => startTextsHere('zh-CN'))
  test('moments stand in desk time, whatever the machine thinks', () =>
    expect(spoken()).toEqual({
      moment: '2026/09/30 00:05',
      log: '2026/09/30 00:05:09',
      day: '2026/02/28',
      money: '-¥1,234,567.89',
      distance: '12,500 公里',
      left: '剩 2小时5分',
      late: '超时 3天',
      short: '59秒',
      none: '0秒',
      file: '1.5 MB',
    }))
})

describe('in English', () => {
  beforeAll(() => startTextsHere('en'))
  test('dates are written year first, so nobody takes the month for the day', () =>
    expect(spoken()).toEqual({
      moment: '2026-09-30 00:05',
      log: '2026-09-30 00:05:09',
      day: '2026-02-28',
      money: '-¥1,234,567.89',
      distance: '12,500 km',
      left: '2h 5m left',
      late: '3d late',
      short: '59s',
      none: '0s',
      file: '1.5 MB',
    }))
})

test('the desk day turns at midnight in Shanghai', () =>
  expect([today(Date.UTC(2026, 8, 29, 15, 59)), today(Date.UTC(2026, 8, 29, 16))]).toEqual([
    '2026-09-29',
    '2026-09-30',
  ]))

test('a measured figure has its unit, and a dash stands for one that was not measured', () =>
  expect([figureText(0, '%'), figureText(4.5, '分'), figureText(null, '%')]).toEqual(['0 %', '4.5 分', '—']))
