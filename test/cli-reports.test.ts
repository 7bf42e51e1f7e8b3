import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { moment } from '../src/main/cli/moments.ts'
import { type App, closeApp, PASSWORD } from './app.ts'
import { type CommandLine, closedStore, commandLine } from './cli-run.ts'

let app: App
let desk: CommandLine

const MINUTE = 60_000
const now = Date.now()
const today = new Date(now + 8 * 60 * MINUTE).toISOString().slice(0, 10)

beforeAll(async () => {
  app = await closedStore('sqlite')
  desk = commandLine(app.address, app.folder)
})
afterAll(() => closeApp(app))

test('S1-56 the figures of a month are printed as on the screen, each with its definition', async () => {
  const [table, map] = [path.join(desk.folder, 'members.csv'), path.join(desk.folder, 'map.json')]
  fs.writeFileSync(table, '卡号,姓名,手机\nC1001,林晓,13800001111\n')
  fs.writeFileSync(map, JSON.stringify({ columns: { card: '卡号', name: '姓名', mobile: '手机' } }))
  await desk.json('boss', 'import', 'members', table, '--map', map)
  await desk.json(
    'agent',
    ...['case', 'open', '--member', 'C1001', '--kind', 'complaint', '--category', 'flight.delay', '--channel', 'phone'],
    ...['--received', moment(now - 5 * MINUTE), '--severity', 'general', '--text', '航班延误无人说明'],
  )
  const report = await desk.json('boss', 'report', 'month', today.slice(0, 7))
  expect(report.period).toMatchObject({ kind: 'month', key: today.slice(0, 7) })
  expect(report.figures.complaints).toMatchObject({ value: 1, unit: 'count', hits: 1, of: 1 })
  expect(report.figures.confirmed24.definition.numerator).toContain('24')
  expect(report.spreads.channel).toEqual([expect.objectContaining({ key: 'phone', complaint: 1 })])
  expect(report.spreads.channelGroup).toEqual([expect.objectContaining({ key: 'human', complaint: 1 })])
  expect(await desk.fail('boss', 'report', 'month', '2026-13')).toMatchObject({ exit: 1, rule: 'report-period' })
  expect(await desk.fail('agent', 'report', 'month', '2026-09')).toMatchObject({ exit: 1, code: 'FORBIDDEN' })
  const { code, stdout } = await desk.run('boss', ['report', 'day', today, '--lang', 'zh-CN'])
  expect([code, stdout]).toEqual([0, expect.stringContaining('首次反馈时间')])
})

test('every number that `desk report month` prints is the number on the screen, in its spreads, limits, stages and causes too', async () => {
  const month = today.slice(0, 7)
  const printed = await desk.json('boss', 'report', 'month', month)
  const window = app.another()
  await window.call('session.signIn', { login: 'boss', password: PASSWORD })
  const asked = await window.call('reports.show', { kind: 'month', period: month })
  await window.close()
  if (!asked.ok) throw new Error('not counted')
  const { figures, spreads, clocks, stages, causes, withCause, types, compensation } = asked.value
  const numbers = ({ name: _, ...row }: { name: unknown }) => row
  expect(Object.keys(printed.figures)).toEqual(figures.map(({ id }) => id))
  for (const { id, value, hits, of, isSmall } of figures)
    expect([id, printed.figures[id]]).toMatchObject([id, { value, hits, of, isSmall }])
  expect(Object.keys(printed.spreads)).toEqual(spreads.map(({ id }) => id))
  for (const { id, rows } of spreads) expect(printed.spreads[id].map(numbers)).toEqual(rows.map(numbers))
  expect(printed.clocks.map(numbers)).toEqual(clocks.map(numbers))
  // How long the one open case has stayed in its stage goes on between the two countings.
  const stays = ({ key, stays: count, running }: { key: string; stays: number; running: number }) => [
    key,
    count,
    running,
  ]
  expect(printed.stages.map(stays)).toEqual(stages.map(stays))
  expect(printed.causes.map(numbers)).toEqual(causes.map(numbers))
  expect([printed.withCause, printed.types.length, printed.compensation]).toEqual([
    withCause,
    types.length,
    compensation,
  ])
  expect(figures.some(({ value }) => value !== null && value > 0)).toBe(true)
})

test('S3-77 the figures of calls are printed by agent and as a whole, with the definitions used', async () => {
  const call = (wait: string, result: string) =>
    desk.json(
      'agent',
      ...[
        'call',
        'log',
        '--from',
        '13800001111',
        '--at',
        moment(now - 30 * MINUTE),
        '--wait-s',
        wait,
        '--talk-s',
        '100',
      ],
      ...['--hold-s', '20', '--agent', 'agent', '--result', result, '--text', '行李额'],
    )
  await call('10', 'answered-enquiry')
  await call('30', 'answered-enquiry')
  const span = ['--from', moment(now - 60 * MINUTE), '--to', moment(now)]
  const agents = await desk.json('boss', 'kpi', ...span, '--by', 'agent')
  expect(agents.groups).toEqual([
    expect.objectContaining({
      group: 'agent',
      calls: 2,
      answered: 2,
      abandoned: 0,
      answeredPct: 100,
      asaS: 20,
      ahtS: 120,
      serviceLevel: { 10: 50, 20: 50, 30: 100 },
      csatMean: null,
    }),
  ])
  expect(agents.definitions.answeredPct).toMatch(/÷/)
  const all = await desk.json('boss', 'kpi', ...span)
  expect([all.by, all.groups.length, all.groups[0].calls]).toEqual(['none', 1, 2])
})

test('the totals behind the figures are compared with the calls, and somebody may count them anew', async () => {
  const checked = await desk.json('boss', 'totals', 'check')
  // No window was open on this store yet, so that its figures still come from the calls.
  expect(checked).toEqual({ isWhole: false, months: expect.any(Number), calls: 2, differences: 0 })
  expect(await desk.json('boss', 'totals', 'rebuild')).toEqual({ corrected: 0 })
  expect(await desk.json('boss', 'totals', 'check')).toEqual({ ...checked, isWhole: true })
  expect(await desk.fail('agent', 'totals', 'check')).toMatchObject({ exit: 1, code: 'FORBIDDEN' })
  const groups = await desk.json('boss', 'kpi', '--from', '2026-01-01T00:00:00Z', '--to', moment(now), '--by', 'agent')
  expect(groups.groups).toEqual([expect.objectContaining({ group: 'agent', calls: 2, asaS: 20, ahtS: 120 })])
})
