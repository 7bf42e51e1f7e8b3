import fs from 'node:fs'
import path from 'node:path'
import { expect } from 'vitest'
import { openTable } from '../src/main/files/read-table.ts'
import type { Output } from '../src/shared/contracts.ts'
import type { CaseId } from '../src/shared/ids.ts'
import { DAY, HOUR } from '../src/shared/time.ts'
import type { App } from './app.ts'
import { onEngine, onEveryEngine } from './app.ts'
import { addMember, closing, complaint, confirmation, enquiry, inStore, reply, take, visit } from './cases-fixtures.ts'
import { hasPdftotext, pagesOfFile } from './pdf-text.ts'
import { seqOf } from './remedy-fixtures.ts'

type Report = Output<'reports.show'>

const numberOf = (report: Report, id: string) => report.figures.find((one) => one.id === id)
const rowsOf = (report: Report, id: string) => report.spreads.find((one) => one.id === id)?.rows ?? []
const month = { kind: 'month', period: '2026-09' } as const

/** A complaint taken to its end in two days: confirmed after an hour, answered after five, visited and closed. */
async function closed(app: App, more: Parameters<typeof complaint>[0] = {}, said = {}): Promise<CaseId> {
  const { id, ownerId } = await app.call('cases.open', complaint(more))
  app.wait(HOUR)
  await take(app, id, 'confirm', confirmation(app.now()))
  await take(app, id, 'assign', { ownerId: ownerId ?? '' })
  await take(app, id, 'accept')
  const judged = { urgency: 'normal', importance: 'normal', direction: 'explain' } as const
  await app.call('cases.assess', { id, ...judged, expectedSeq: await seqOf(app, id) })
  await app.call('causes.choose', { caseId: id, code: 'EXT-ATC', text: '流量控制', expectedSeq: await seqOf(app, id) })
  app.wait(4 * HOUR)
  await take(app, id, 'reply', reply(app.now()))
  await take(app, id, 'visit', visit(app.now(), said))
  await app.as('manager')
  await take(app, id, 'close', closing)
  await app.as('agent', 'li')
  return id
}

/** A September with five matters: two complaints closed, one open, an enquiry and a request for service. */
async function september(app: App): Promise<{ done: CaseId; second: CaseId; open: CaseId }> {
  app.setNow(Date.parse('2026-09-07T09:00:00+08:00'))
  await app.as('agent', 'li')
  const memberId = await addMember(app, 'gold')
  await app.as('agent', 'li')
  const done = await closed(app, { memberId, anonymousReason: null })
  app.wait(DAY)
  const second = await closed(
    app,
    { channel: 'weibo', category: 'service.attitude' },
    { isSolved: 'partly', satisfactionResult: 3, satisfactionOverall: 5 },
  )
  app.wait(DAY)
  const { id: open } = await app.call(
    'cases.open',
    complaint({ channel: 'app', severity: 'major', memberId, anonymousReason: null }),
  )
  await app.call('cases.open', enquiry())
  await app.call('cases.open', {
    ...enquiry({ kind: 'service', serviceType: 'seat', category: 'service.boarding', demand: '安排靠窗座位' }),
  })
  app.wait(30 * HOUR)
  await app.as('lead', 'zhao')
  return { done, second, open }
}

onEveryEngine(
  'S1-06 S1-38 S1-56 S1-57 S1-58 S1-59 S2-128 S2-131 S2-136 S3-77 S5-37 S5-56 S5-57 S5-71 S5-72 S5-73 S5-74 the month is counted: number, timeliness, results, satisfaction, causes, stages and call-backs',
  async (app) => {
    const { done } = await september(app)
    const report = await app.call('reports.show', month)
    expect(report.period).toMatchObject({ key: '2026-09', previous: '2026-08', next: '2026-10' })
    expect(['complaints', 'enquiries', 'services', 'open'].map((id) => numberOf(report, id)?.value)).toEqual([
      3, 1, 1, 1,
    ])
    expect(numberOf(report, 'confirmed24')).toMatchObject({ hits: 2, of: 3, isSmall: true })
    expect(numberOf(report, 'firstFeedback')).toMatchObject({ value: HOUR, of: 2, mean: HOUR })
    expect(numberOf(report, 'handling')).toMatchObject({ value: 5 * HOUR, of: 2 })
    expect(numberOf(report, 'solved')).toMatchObject({ value: 0.5, hits: 1, of: 2 })
    expect(numberOf(report, 'visitPartly')).toMatchObject({ hits: 1, of: 2 })
    expect(numberOf(report, 'visited')).toMatchObject({ hits: 2, of: 2 })
    expect(numberOf(report, 'finished')).toMatchObject({ hits: 2, of: 3 })
    expect(numberOf(report, 'reopened')).toMatchObject({ hits: 0, of: 2 })
    expect(numberOf(report, 'satisfied')).toMatchObject({ hits: 1, of: 2 })
    expect(numberOf(report, 'scoreResult')).toMatchObject({ value: 3.5, of: 2 })
    expect(numberOf(report, 'scoreOverall')).toMatchObject({ value: 4.5, of: 2 })
    const registered = report.stages.find(({ key }) => key === 'registered')
    expect(registered).toMatchObject({ stays: 3, running: 1, median: HOUR, isWeakLink: true, name: { zh: '已登记' } })
    expect(report.causes).toEqual([expect.objectContaining({ key: 'EXT-ATC', count: 2, share: 1 })])
    const [delay] = report.types
    expect(delay).toMatchObject({ key: 'flight.delay', count: 2, causes: [{ key: 'EXT-ATC', count: 1 }] })
    expect(delay?.figures.find(({ id }) => id === 'solved')).toMatchObject({ hits: 1, of: 1 })

    const own = await app.call('reports.ofCase', { caseId: done })
    expect(own).toMatchObject({ firstFeedbackMs: HOUR, handlingMs: 5 * HOUR, closureMs: 5 * HOUR })
    expect(own.stages.find(({ key }) => key === 'registered')).toMatchObject({ ms: HOUR, isRunning: false })
  },
)

onEveryEngine(
  'S1-21 S2-11 S2-17 S3-78 S5-61 matters are counted by channel group and channel, by all five classings, by category and by what is wanted, with the on-time share of each',
  async (app) => {
    await september(app)
    const report = await app.call('reports.show', month)
    const channels = rowsOf(report, 'channel').map(({ key, complaint: count, judged, onTime }) => [
      key,
      count,
      judged,
      onTime,
    ])
    expect(channels.sort()).toEqual([
      ['app', 1, 1, 0],
      ['phone', 1, 1, 1],
      ['weibo', 1, 1, 1],
    ])
    expect(Object.fromEntries(rowsOf(report, 'channelGroup').map(({ key, complaint: count }) => [key, count]))).toEqual(
      {
        human: 1,
        mobile: 1,
        social: 1,
      },
    )
    const app1 = rowsOf(report, 'channel').find(({ key }) => key === 'app')
    expect(app1).toMatchObject({ name: { zh: '移动应用' }, complaint: 1, judged: 1, onTime: 0 })
    for (const axis of ['contentClass', 'severity', 'objectClass', 'department', 'timeClass'])
      expect([axis, rowsOf(report, axis).reduce((sum, row) => sum + row.complaint, 0)]).toEqual([axis, 3])
    expect(rowsOf(report, 'severity').find(({ key }) => key === 'major')).toMatchObject({ complaint: 1 })
    expect(rowsOf(report, 'tier').find(({ key }) => key === 'gold')).toMatchObject({ complaint: 2 })
    expect(rowsOf(report, 'category').find(({ key }) => key === 'baggage')).toMatchObject({ enquiry: 1, complaint: 0 })
    expect(rowsOf(report, 'serviceType')).toEqual([
      expect.objectContaining({ key: 'seat', service: 1, name: { zh: '座位安排', en: 'Seat' } }),
    ])
    expect(rowsOf(report, 'day').map(({ key }) => key)).toEqual(['2026-09-07', '2026-09-08', '2026-09-09'])
    const behind = { spread: 'channel', key: 'app', kind: 'complaint' } as const
    expect(await app.call('reports.cases', { ...month, behind })).toMatchObject({
      total: 1,
      rows: [{ case: { severity: 'major', channel: 'app' } }],
    })
  },
)

onEveryEngine('matters are counted by flight, station of departure and whoever has them in hand', async (app) => {
  app.setNow(Date.parse('2026-09-07T09:00:00+08:00'))
  const about = { flightNo: 'HU7609', flightDay: '2026-09-06', route: 'HAK-PEK' }
  await app.as('agent', 'li')
  await app.call('cases.open', complaint(about))
  await app.call('cases.open', complaint({ ...about, contactPhone: '13900005671' }))
  await app.call('cases.open', complaint({ contactPhone: '13900005672' }))
  await app.as('agent', 'wu')
  await app.call('cases.open', enquiry({ ...about, flightNo: 'HU7610', route: 'PEK-HAK' }))
  await app.as('lead', 'zhao')
  const report = await app.call('reports.show', month)
  const counted = (id: string) =>
    rowsOf(report, id).map(({ key, name, complaint: complaints, enquiry: enquiries }) => [
      key,
      name.zh,
      complaints,
      enquiries,
    ])
  expect({ flight: counted('flight'), station: counted('station'), owner: counted('owner') }).toEqual({
    flight: [
      ['HU7609', 'HU7609', 2, 0],
      ['HU7610', 'HU7610', 0, 1],
    ],
    station: [
      ['HAK', 'HAK', 2, 0],
      ['PEK', 'PEK', 0, 1],
    ],
    owner: [
      ['li', 'li', 3, 0],
      ['wu', 'wu', 0, 1],
    ],
  })
  const behind = { spread: 'flight', key: 'HU7609', kind: 'complaint' } as const
  expect(await app.call('reports.cases', { ...month, behind })).toMatchObject({ total: 2 })
  expect((await app.call('reports.cases', { ...month, behind: { spread: 'owner', key: 'wu' } })).total).toBe(1)
})

onEveryEngine('every number opens the cases behind it, each with its own time', async (app) => {
  const { done, second, open } = await september(app)
  const list = async (behind: Parameters<typeof app.call<'reports.cases'>>[1]['behind']) =>
    (await app.call('reports.cases', { ...month, behind })).rows.map((row) => [row.case.id, row.value])
  expect(await list({ figure: 'firstFeedback' })).toEqual([
    [second, HOUR],
    [done, HOUR],
  ])
  expect(await list({ figure: 'confirmed24', part: 'rest' })).toEqual([[open, null]])
  expect(await list({ figure: 'solved', part: 'hits' })).toEqual([[done, null]])
  expect(await list({ cause: 'EXT-ATC' })).toHaveLength(2)
  expect(await list({ clock: 'confirm', part: 'late' })).toEqual([[open, null]])
  expect((await list({ stage: 'registered' })).map(([id]) => id)).toEqual([open, second, done])
})

onEveryEngine('S4-134 archived complaints stay in the figures and in the lists', async (app) => {
  const { done, second } = await september(app)
  app.wait(31 * DAY)
  await app.signIn('zhao')
  await app.engine.heartbeat()
  const report = await app.call('reports.show', month)
  expect(numberOf(report, 'archived')?.value).toBe(2)
  expect(numberOf(report, 'finished')).toMatchObject({ hits: 2, of: 3 })
  const { rows } = await app.call('reports.cases', { ...month, behind: { figure: 'archived' } })
  expect(rows.map((row) => row.case.id)).toEqual([second, done])
  const [found] = await app.call('cases.find', { text: rows[1]?.case.number ?? '' })
  expect(found?.id).toBe(done)
})

onEveryEngine(
  'S1-60 S4-153 the month is issued: its copy never changes, later changes are shown against it, the months stand side by side',
  async (app) => {
    const { open } = await september(app)
    app.setNow(Date.parse('2026-10-01T09:00:00+08:00'))
    const issued = await app.call('reports.issue', { ...month, note: '九月月报' })
    expect(issued).toMatchObject({
      number: 'BG-2026-09-1',
      version: 1,
      issuedByName: 'zhao',
      note: '九月月报',
      issuedAt: app.now(),
    })
    const before = await app.call('reports.issuedReport', { id: issued.id })
    expect(before.isWhole).toBe(true)
    expect(numberOf(before.report, 'complaints')?.value).toBe(3)
    expect((await app.call('reports.compareIssued', { id: issued.id })).differences).toEqual([])

    await app.as('agent', 'li')
    await take(app, open, 'confirm', confirmation(app.now()))
    await app.call('cases.open', complaint({ receivedAt: Date.parse('2026-09-30T22:00:00+08:00') }))
    await app.as('lead', 'zhao')
    const { differences } = await app.call('reports.compareIssued', { id: issued.id })
    const changed = Object.fromEntries(
      differences.filter(({ part }) => part === 'figures').map((one) => [one.id, [one.issued, one.now]]),
    )
    expect(changed).toMatchObject({ complaints: [3, 4], open: [1, 2] })
    const after = await app.call('reports.issuedReport', { id: issued.id })
    expect(after).toEqual(before)

    const again = await app.call('reports.issue', month)
    expect(again).toMatchObject({ number: 'BG-2026-09-2', version: 2 })
    expect((await app.call('reports.issued', {})).map(({ number }) => number).sort()).toEqual([
      'BG-2026-09-1',
      'BG-2026-09-2',
    ])
    const [august, september1] = [
      await app.call('reports.show', { kind: 'month', period: '2026-08' }),
      await app.call('reports.show', month),
    ]
    expect([numberOf(august, 'complaints')?.value, numberOf(september1, 'complaints')?.value]).toEqual([0, 4])
    const quarter = await app.call('reports.show', { kind: 'quarter', period: '2026-Q3' })
    expect(numberOf(quarter, 'complaints')?.value).toBe(4)

    await inStore(app, (db) => db.updateTable('issuedReports').set({ body: '{}' }).where('id', '=', again.id).execute())
    expect(
      await app.fail('reports.export', { id: again.id, format: 'csv', out: path.join(app.folder, 'x.csv') }),
    ).toMatchObject({
      rule: 'report-damaged',
    })
  },
)

onEveryEngine(
  'S1-60 an issued report is written to a file as a table and on paper, once, with its row among the exports',
  async (app) => {
    await september(app)
    const { id, number } = await app.call('reports.issue', month)
    const csv = path.join(app.folder, 'september.csv')
    const pdf = path.join(app.folder, 'september.pdf')
    const table = await app.call('reports.export', { id, format: 'csv', out: csv })
    await app.call('reports.export', { id, format: 'pdf', language: 'en', out: pdf })
    const xlsx = path.join(app.folder, 'september.xlsx')
    const book = await app.call('reports.export', { id, format: 'xlsx', out: xlsx })
    const opened = await openTable(xlsx)
    if (!opened.ok) throw new Error('the workbook does not open')
    let sheetRows = 0
    for await (const batch of opened.table.batches) sheetRows += batch.ok ? batch.rows.length : Number.NaN
    expect([opened.table.headers.slice(0, 3), book.rows, sheetRows]).toEqual([
      ['部分', '代码', '名称'],
      table.rows,
      table.rows,
    ])
    const text = fs.readFileSync(csv, 'utf8')
    expect(text.startsWith('\uFEFF部分,代码,名称')).toBe(true)
    expect(text).toContain('数量,complaints,投诉,数值,3,件,3,3,')
    expect(text).toContain('处理时效,confirmed24,24小时确认达成率')
    expect(fs.readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-')
    if (hasPdftotext) {
      const pages = pagesOfFile(pdf).join('\n')
      expect(pages).toMatch(/Complaints per day\s+Mean 0\.3, control limits 0–1\.9/)
      expect(pages).toMatch(/2026-09-07\s+1\s+2026-09-22\s+0/)
    }
    expect(await app.fail('reports.export', { id, format: 'csv', out: csv })).toMatchObject({ rule: 'out-exists' })
    await app.as('manager')
    const rows = await app.call('exports.list', {})
    expect(rows.map(({ fileName, purpose, actorName }) => [fileName, purpose, actorName]).sort()).toEqual([
      ['september.csv', `签发报告导出 ${number}`, 'zhao'],
      ['september.pdf', `Export of an issued report ${number}`, 'zhao'],
      ['september.xlsx', `签发报告导出 ${number}`, 'zhao'],
    ])
    expect(rows.find(({ fileName }) => fileName === 'september.csv')?.sha256).toBe(table.sha256)
    const { rows: audited } = await app.call('audit.list', { limit: 20 })
    expect(audited.filter((row) => row.call === 'reports.export' && row.outcome === 'done')).toHaveLength(3)
  },
)

onEveryEngine('S1-70 S5-75 churn of members, and what those who complained booked afterwards', async (app) => {
  await september(app)
  const members = await inStore(app, (db) =>
    db.selectFrom('cases').select('memberId').where('memberId', 'is not', null).execute(),
  )
  const memberId = members[0]?.memberId ?? ''
  app.setNow(Date.parse('2026-10-05T09:00:00+08:00'))
  const leaver = await addMember(app, 'silver')
  await inStore(app, async (db) => {
    const flight = { status: 'arrived', delayMinutes: 0, distanceKm: 2000, origin: 'HAK', destination: 'PEK' } as const
    const day = '2026-10-02'
    const departsAt = Date.parse(`${day}T09:00:00+08:00`)
    await db
      .insertInto('flights')
      .values({ id: 'f1', flightNo: 'HU7181', day, departsAt, arrivesAt: departsAt + 4 * HOUR, ...flight })
      .execute()
    const seat = { pnr: 'ABC123', ticketNo: null, cabin: 'Y', seat: null, fareFen: 80000 }
    await db
      .insertInto('bookings')
      .values({ id: 'b1', memberId, flightId: 'f1', status: 'flown', ...seat })
      .execute()
    await db.updateTable('members').set({ enrolledOn: '2020-01-01' }).execute()
    await db.updateTable('members').set({ status: 'left', leftOn: '2026-09-20' }).where('id', '=', leaver).execute()
  })
  await app.as('lead', 'zhao')
  const report = await app.call('reports.show', month)
  expect(numberOf(report, 'laterBooking')).toMatchObject({ value: 1, hits: 1, of: 1, isSmall: true })
  expect(numberOf(report, 'earlierBooking')).toMatchObject({ hits: 0, of: 1 })
  expect(numberOf(report, 'complainantsLeft')).toMatchObject({ hits: 0, of: 1 })
  expect(numberOf(report, 'churn')).toMatchObject({ value: 0.5, hits: 1, of: 2 })
  const october = await app.call('reports.show', { kind: 'month', period: '2026-10' })
  expect(numberOf(october, 'churn')).toMatchObject({ value: 0, hits: 0, of: 1 })
})

onEveryEngine(
  'S5-38 S1-59 a type that heaps up is marked as unusual and stands among the emerging problems of the report',
  async (app) => {
    await app.as('agent', 'li')
    for (let week = 0; week < 12; week++) {
      await app.call('cases.open', complaint({ category: 'baggage.lost' }))
      app.wait(7 * DAY)
    }
    for (let i = 0; i < 6; i++) await app.call('cases.open', complaint({ category: 'flight.delay' }))
    app.wait(1000)
    await app.as('lead', 'zhao')
    await app.call('patterns.evaluate', {})
    const report = await app.call('reports.show', { kind: 'month' })
    expect(report.types.map(({ key, isUnusual }) => [key, isUnusual])).toContainEqual(['flight.delay', true])
    expect(report.alerts).toContainEqual(
      expect.objectContaining({
        dimension: 'category',
        value: 'flight.delay',
        count: 6,
        name: { zh: '航班延误', en: 'Flight delay' },
      }),
    )
  },
)

onEngine('sqlite', 'reports are for leads and managers, and a period must exist', async (app) => {
  await app.as('agent', 'li')
  expect(await app.fail('reports.show', month)).toEqual({ code: 'FORBIDDEN' })
  expect(await app.fail('reports.issue', month)).toEqual({ code: 'FORBIDDEN' })
  await app.as('lead', 'zhao')
  expect(await app.fail('reports.show', { kind: 'week', period: '2026-W54' })).toMatchObject({ rule: 'report-period' })
  expect(await app.fail('reports.issuedReport', { id: 'nope' })).toEqual({ code: 'NOT_FOUND', entity: 'report' })
})
