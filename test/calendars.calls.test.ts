import path from 'node:path'
import { expect } from 'vitest'
import type { Output } from '../src/shared/contracts.ts'
import type { CaseId } from '../src/shared/ids.ts'
import { DAY, HOUR } from '../src/shared/time.ts'
import { type App, onEveryEngine } from './app.ts'
import { at, complaint } from './cases-fixtures.ts'
import { fileOf } from './policies-fixtures.ts'

/** What the State Council's paper for 2027 might say, as holiday-cn writes it. */
const YEAR_2027 = {
  $schema: 'https://example.invalid/schema.json',
  year: 2027,
  papers: ['https://www.gov.cn/paper-2027'],
  days: [
    { name: '元旦', date: '2027-01-01', isOffDay: true },
    { name: '元旦', date: '2027-01-02', isOffDay: true },
    { name: '元旦', date: '2027-01-03', isOffDay: true },
    { name: '元旦', date: '2027-01-04', isOffDay: true },
  ],
}

const due = (app: App, from: string, workingDays: number, calendar = 'CN') =>
  app.call('cases.due', { from: at(from), calendar, workingDays })

const clockOf = async (app: App, id: CaseId, kind: string) =>
  (await app.call('cases.show', { id })).clocks.find((clock) => clock.kind === kind)

onEveryEngine(
  'the shipped table of China covers 2004 to 2026, says where it is from, and that 2027 is missing',
  async (app) => {
    const cn = await app.call('calendars.show', { id: 'CN' })
    expect([cn.coverage, cn.missingYear, cn.version]).toEqual([{ from: '2004-01-01', to: '2026-12-31' }, 2027, 1])
    expect(cn.calendar.source).toMatchObject({
      name: 'holiday-cn (2007-2026); chinese-days 1.5.7 (2004-2006)',
      licence: expect.stringContaining('MIT'),
      papers: expect.arrayContaining([expect.stringContaining('gov.cn')]),
    })
    // Start day excluded; make-up Sundays and Saturdays count, holidays do not.
    for (const [from, days, end] of [
      ['2026-02-12', 10, '2026-03-04'],
      ['2026-02-13', 3, '2026-02-25'],
      ['2026-04-30', 10, '2026-05-18'],
      ['2026-09-18', 5, '2026-09-24'],
      ['2026-09-28', 10, '2026-10-16'],
      ['2026-10-01', 1, '2026-10-08'],
      ['2026-12-28', 3, '2026-12-31'],
    ] as const)
      expect(await due(app, `${from}T10:00:00`, days)).toEqual({ due: at(`${end}T24:00:00`), provisional: false })
    expect((await due(app, '2026-12-28T10:00:00', 5)).provisional).toBe(true)
  },
)

async function lateComplaint(app: App): Promise<Output<'cases.open'>> {
  app.setNow(at('2026-12-28T10:00:00'))
  return app.call('cases.open', complaint({ category: 'service.quality' }))
}

onEveryEngine(
  "when next year's table arrives, running limits get their due times anew, and each case says so",
  async (app) => {
    const { id } = await lateComplaint(app)
    expect(await clockOf(app, id, 'legal')).toMatchObject({ dueAt: at('2027-01-12T00:00:00'), isProvisional: true })
    app.wait(DAY)
    const file = fileOf(app, '2027.json', YEAR_2027)
    const after = await app.call('calendars.importYear', { id: 'CN', file })
    expect([after.coverage.to, after.missingYear, after.version, after.recomputed.cases]).toEqual([
      '2027-12-31',
      2028,
      2,
      1,
    ])
    // Two working days less in the new year: Friday 1 and Monday 4 January turned out to be holidays.
    expect(await clockOf(app, id, 'legal')).toMatchObject({ dueAt: at('2027-01-14T00:00:00'), isProvisional: false })
    const { events } = await app.call('cases.show', { id })
    const entry = events.find(({ kind }) => kind === 'calendarChanged')
    expect(entry?.data).toMatchObject({ calendarId: 'CN', calendarVersion: 2, coverageTo: '2027-12-31' })
    expect(after.history.map(({ version, deed, source }) => [version, deed, source])).toEqual([
      [2, 'yearTaken', 'https://www.gov.cn/paper-2027'],
      [1, 'shipped', expect.stringContaining('holiday-cn')],
    ])
    expect(await due(app, '2026-12-28T10:00:00', 5)).toEqual({ due: at('2027-01-07T00:00:00'), provisional: false })
  },
)

onEveryEngine(
  'a breach that was told on a provisional due time is taken back when the table says otherwise',
  async (app) => {
    const { id } = await lateComplaint(app)
    const before = await clockOf(app, id, 'reply')
    app.setNow((before?.dueAt ?? 0) + 3 * HOUR)
    await app.call('cases.tick', {})
    const file = fileOf(app, 'late.json', {
      ...YEAR_2027,
      days: [...YEAR_2027.days, { name: '元旦', date: '2026-12-31', isOffDay: true }],
    })
    expect(before).toMatchObject({ dueAt: at('2027-01-01T00:00:00') })
    expect((await clockOf(app, id, 'reply'))?.state).toBe('breached')
    await app.call('calendars.importYear', { id: 'CN', file })
    expect(await clockOf(app, id, 'reply')).toMatchObject({ state: 'running', dueAt: at('2027-01-06T00:00:00') })
    const { events } = await app.call('cases.show', { id })
    expect(events.filter(({ kind, data }) => kind === 'signal' && data.clock === 'reply' && data.isBreach)).toEqual([])
  },
)

onEveryEngine('files that are no table, skip a year, or name stray days are refused', async (app) => {
  const refusal = async (content: unknown) => {
    const failure = await app.fail('calendars.importYear', { id: 'CN', file: fileOf(app, 'x.json', content) })
    if (failure.code === 'INVALID_INPUT') return failure.issues.map(({ path: where, reason }) => `${where} ${reason}`)
    return failure.code === 'RULE' ? failure.rule : failure.code
  }
  expect(await refusal('2027')).toEqual([' invalid_type'])
  expect(await refusal('{')).toBe('policy-file-not-json')
  expect(await refusal({ ...YEAR_2027, year: 2028 })).toBe('calendar-year-empty')
  expect(await refusal({ year: 2028, papers: [], days: [{ name: '元旦', date: '2028-01-01', isOffDay: true }] })).toBe(
    'calendar-year-gap',
  )
  expect(await refusal({ ...YEAR_2027, days: [{ name: '元旦', date: '2027-02-30', isOffDay: true }] })).toEqual([
    'days.0.date day',
  ])
  const bare = [{ name: '元旦', date: '2027-01-01', isOffDay: true }]
  const file = fileOf(app, 'bare.json', bare)
  expect((await app.call('calendars.importYear', { id: 'CN', file })).coverage.to).toBe('2027-12-31')
})

onEveryEngine('a day is changed by hand, with reason and source, and back again', async (app) => {
  const why = { name: '台风', reason: '台风停工', source: '市政府通告' }
  const edit = async (as: 'off' | 'working' | 'weekday', date = '2026-10-09') => {
    const { version } = await app.call('calendars.show', { id: 'CN' })
    return app.call('calendars.editDay', { id: 'CN', version, date, as, ...why })
  }
  const { due: usual } = await due(app, '2026-10-08T09:00:00', 1)
  const off = await edit('off')
  expect(off.history[0]).toMatchObject({ deed: 'dayEdited', reason: '2026-10-09 台风停工', source: '市政府通告' })
  expect(usual).toBe(at('2026-10-10T00:00:00'))
  expect((await due(app, '2026-10-08T09:00:00', 1)).due).toBe(at('2026-10-11T00:00:00'))
  await edit('weekday')
  expect((await due(app, '2026-10-08T09:00:00', 1)).due).toBe(usual)
  const input = { date: '2027-05-01', as: 'off', reason: '放假', source: '预计' } as const
  expect(await app.fail('calendars.editDay', { id: 'CN', version: 3, ...input })).toMatchObject({
    rule: 'calendar-day-not-covered',
  })
  expect(await app.fail('calendars.editDay', { id: '24x7', version: 1, ...input })).toMatchObject({
    rule: 'calendar-always-open',
  })
})

onEveryEngine(
  'S5-04 a desk has calendars of its own, with hours, shifts and time zone, beside the round-the-clock one',
  async (app) => {
    const nine = [
      { from: '09:00', to: '12:00' },
      { from: '13:30', to: '18:00' },
    ]
    const parts = {
      name: { zh: '东京柜台', en: 'Tokyo counter' },
      zone: 'Asia/Tokyo',
      weekend: ['sun' as const],
      shifts: { mon: nine, tue: nine, wed: nine, thu: nine, fri: nine, sat: [{ from: '09:00', to: '12:00' }] },
    }
    const why = { reason: '新开柜台', source: '营业时间公告' }
    const made = await app.call('calendars.create', { id: 'TYO', basedOn: 'CN', parts, ...why })
    expect([made.zone, made.version, made.coverage.to]).toEqual(['Asia/Tokyo', 1, '2026-12-31'])
    const ask = (from: string, workingMinutes: number) =>
      app.call('cases.due', { from: Date.parse(from), calendar: 'TYO', workingMinutes })
    // Wednesday 2026-09-16: half an hour before lunch and half an hour after it.
    expect(await ask('2026-09-16T11:30:00+09:00', 60)).toEqual({
      due: Date.parse('2026-09-16T14:00:00+09:00'),
      provisional: false,
    })
    const later = { ...parts, shifts: { ...parts.shifts, wed: [{ from: '09:00', to: '18:00' }] } }
    await app.call('calendars.setHours', { id: 'TYO', version: 1, parts: later, ...why })
    expect((await ask('2026-09-16T11:30:00+09:00', 60)).due).toBe(Date.parse('2026-09-16T12:30:00+09:00'))
    expect(await app.fail('calendars.create', { id: 'TYO', basedOn: 'CN', parts, ...why })).toMatchObject({
      rule: 'calendar-exists',
    })
    expect(
      await app.fail('calendars.create', { id: 'X', basedOn: 'CN', parts: { ...parts, zone: 'Mars' }, ...why }),
    ).toMatchObject({
      issues: [{ path: 'parts.zone', reason: 'zone' }],
    })
    const round = await app.call('cases.due', { from: at('2026-10-01T03:00:00'), calendar: '24x7', workingMinutes: 60 })
    expect(round).toEqual({ due: at('2026-10-01T04:00:00'), provisional: false })
  },
)

onEveryEngine('a calendar goes to another desk as a file and brings the years that are missing there', async (app) => {
  await app.call('calendars.importYear', { id: 'CN', file: fileOf(app, '2027.json', YEAR_2027) })
  const out = path.join(app.folder, 'cn.json')
  expect(await app.call('calendars.export', { id: 'CN', out })).toEqual({ id: 'CN', fileName: 'cn.json' })
  const parts = { name: { zh: '乙', en: 'B' }, zone: 'Asia/Shanghai', weekend: ['sat' as const, 'sun' as const] }
  const why = { reason: '另一单位', source: '同上' }
  expect(await app.fail('calendars.importYear', { id: 'CN', file: out })).toMatchObject({
    rule: 'calendar-nothing-new',
  })
  const other = await app.call('calendars.create', { id: 'B', basedOn: 'CN', parts, ...why })
  expect(other.coverage.to).toBe('2027-12-31')
  await app.as('lead')
  expect(await app.fail('calendars.importYear', { id: 'B', file: out })).toEqual({ code: 'FORBIDDEN' })
})

onEveryEngine('of two managers who change one calendar the second is told who was faster', async (app) => {
  const why = { reason: '台风停工', source: '市政府通告' }
  const { version, calendar } = await app.call('calendars.show', { id: 'CN' })
  const hours = { name: calendar.name, zone: calendar.zone, weekend: calendar.weekend }
  const day = { id: 'CN', date: '2026-10-09', as: 'off', ...why } as const
  await app.as('manager', 'boss2')
  await app.call('calendars.editDay', { ...day, version })
  await app.as('manager')
  const conflict = { code: 'CONFLICT', entity: 'calendar' }
  expect(await app.fail('calendars.editDay', { ...day, version, as: 'working' })).toEqual(conflict)
  expect(await app.fail('calendars.setHours', { id: 'CN', version, parts: hours, ...why })).toEqual(conflict)
  const present = await app.call('calendars.show', { id: 'CN' })
  expect(present.calendar.days.find(({ date }) => date === day.date)).toMatchObject({ isOffDay: true })
  expect(present.history[0]).toMatchObject({ version: 2, deed: 'dayEdited', actorName: 'boss2', at: app.now() })
  const after = await app.call('calendars.setHours', { id: 'CN', version: present.version, parts: hours, ...why })
  expect([after.version, after.calendar.days.some(({ date }) => date === day.date)]).toEqual([3, true])
})

onEveryEngine(
  'a desk abroad need not have the holidays of China, and counts through both changes of its clocks',
  async (app) => {
    const parts = {
      name: { zh: '法兰克福柜台', en: 'Frankfurt counter' },
      zone: 'Europe/Berlin',
      weekend: ['sun' as const],
    }
    const why = { reason: '新开柜台', source: '柜台公告2026-03' }
    const coverage = { from: '2026-01-01', to: '2026-12-31' }
    const made = await app.call('calendars.create', { id: 'FRA', coverage, parts, ...why })
    expect([made.calendar.days, made.coverage, made.calendar.source.papers]).toEqual([
      [],
      coverage,
      ['柜台公告2026-03'],
    ])
    const ask = (from: string, working: { workingMinutes: number } | { workingDays: number }) =>
      app.call('cases.due', { from: Date.parse(from), calendar: 'FRA', ...working })
    const on = (due: string) => ({ due: Date.parse(due), provisional: false })
    // China's holiday of October counts here, its make-up Sunday of 20 September does not.
    expect(await ask('2026-09-30T10:00:00+02:00', { workingDays: 2 })).toEqual(on('2026-10-03T00:00:00+02:00'))
    expect(await ask('2026-09-19T10:00:00+02:00', { workingDays: 1 })).toEqual(on('2026-09-22T00:00:00+02:00'))
    expect(await ask('2026-12-31T10:00:00+01:00', { workingDays: 1 })).toMatchObject({ provisional: true })
    // Open on Sundays too: the night of 29 March lacks an hour, that of 25 October has one more.
    const daily = await app.call('calendars.setHours', {
      ...{ id: 'FRA', version: 1, parts: { ...parts, weekend: [] }, ...why },
      coverage: { from: '2026-01-01', to: '2027-12-31' },
    })
    const day = { workingMinutes: 24 * 60 }
    expect(await ask('2026-03-29T00:00:00+01:00', day)).toEqual(on('2026-03-30T01:00:00+02:00'))
    expect(await ask('2026-10-25T00:00:00+02:00', day)).toEqual(on('2026-10-25T23:00:00+01:00'))
    expect([daily.coverage.to, daily.missingYear]).toEqual(['2027-12-31', 2028])
    expect((await ask('2026-12-31T10:00:00+01:00', { workingDays: 1 })).provisional).toBe(false)
    // The first published table takes the place of the desk's own word, for its year alone.
    const table = fileOf(app, 'de.json', {
      ...{ year: 2026, papers: ['https://example.org/de-2026'] },
      days: [{ name: 'Tag der Deutschen Einheit', date: '2026-10-03', isOffDay: true }],
    })
    const taken = await app.call('calendars.importYear', { id: 'FRA', file: table })
    expect([taken.coverage, taken.calendar.isCoverageOwn]).toEqual([coverage, undefined])
    expect(await ask('2026-10-02T10:00:00+02:00', { workingDays: 1 })).toEqual(on('2026-10-05T00:00:00+02:00'))
    expect(await app.fail('calendars.setHours', { id: 'FRA', version: 3, parts, coverage, ...why })).toMatchObject({
      rule: 'calendar-coverage-of-table',
    })
  },
)

onEveryEngine(
  "a new calendar takes another country's published table, or another desk's calendar, from a file",
  async (app) => {
    const parts = { name: { zh: '东京', en: 'Tokyo' }, zone: 'Asia/Tokyo', weekend: ['sat' as const, 'sun' as const] }
    const why = { reason: '新开柜台', source: '内阁府节假日表' }
    const file = fileOf(app, 'jp.json', {
      ...{ year: 2026, papers: ['https://example.org/jp-2026'] },
      days: [{ name: '文化の日', date: '2026-11-03', isOffDay: true }],
    })
    const made = await app.call('calendars.create', { id: 'JP', file, parts, ...why })
    expect([made.coverage, made.calendar.days.length, made.calendar.source]).toEqual([
      { from: '2026-01-01', to: '2026-12-31' },
      1,
      {
        ...{ name: why.source, asOf: '2026-09-30', papers: ['https://example.org/jp-2026'] },
        papersByYear: { '2026': ['https://example.org/jp-2026'] },
      },
    ])
    const at9 = Date.parse('2026-11-02T09:00:00+09:00')
    expect((await app.call('cases.due', { from: at9, calendar: 'JP', workingDays: 1 })).due).toBe(
      Date.parse('2026-11-05T00:00:00+09:00'),
    )
    const out = path.join(app.folder, 'jp-out.json')
    await app.call('calendars.export', { id: 'JP', out })
    const again = await app.call('calendars.create', { id: 'NRT', file: out, parts, ...why })
    expect({ ...again.calendar, id: 'JP' }).toEqual(made.calendar)
    expect(await app.fail('calendars.create', { id: 'X', parts, ...why })).toMatchObject({
      issues: [{ path: 'basedOn', reason: 'calendar-days-from' }],
    })
    const bad = fileOf(app, 'bad.json', {
      year: 2026,
      papers: [],
      days: [{ name: 'x', date: '2026-02-30', isOffDay: true }],
    })
    expect(await app.fail('calendars.create', { id: 'X', file: bad, parts, ...why })).toMatchObject({
      code: 'INVALID_INPUT',
      issues: [{ path: 'days.0.date', reason: 'day' }],
    })
  },
)
