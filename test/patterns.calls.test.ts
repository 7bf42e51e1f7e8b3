import { expect } from 'vitest'
import type { UserId } from '../src/shared/ids.ts'
import { DAY } from '../src/shared/time.ts'
import type { App } from './app.ts'
import { onEngine, onEveryEngine } from './app.ts'
import { complaint, enquiry } from './cases-fixtures.ts'
import { finalFinding, openComplaint } from './remedy-fixtures.ts'

const WEEK = 7 * DAY

/** Twelve quiet weeks with one complaint each, then one week in which a flight is complained of again and again. */
async function surge(app: App, complaints = 6): Promise<void> {
  await app.as('agent', 'li')
  for (let week = 0; week < 12; week++) {
    await app.call('cases.open', complaint({ category: 'baggage.lost' }))
    app.wait(WEEK)
  }
  for (let i = 0; i < complaints; i++)
    await app.call('cases.open', complaint({ flightNo: 'HU7609', flightDay: '2026-09-29', route: 'HAK-PEK' }))
  app.wait(1000)
}

const raised = async (app: App) =>
  (await app.call('patterns.list', {})).map(({ dimension, value }) => `${dimension} ${value}`).sort()

onEveryEngine(
  'S4-141 complaints that heap up on a flight raise a warning with the numbers behind it, looked into and closed by a lead',
  async (app) => {
    await surge(app)
    const lead = await app.as('lead', 'zhao')
    expect(await app.call('patterns.evaluate', {})).toMatchObject({ cases: 18, standing: 0 })
    expect(await raised(app)).toEqual(
      expect.arrayContaining(['category flight.delay', 'flight HU7609', 'route HAK-PEK', 'station HAK', 'station PEK']),
    )
    expect(await raised(app)).not.toContain('category baggage.lost')
    const alert = (await app.call('patterns.list', {})).find(({ dimension }) => dimension === 'flight')
    if (!alert) throw new Error('no warning')
    expect(alert).toMatchObject({
      value: 'HU7609',
      state: 'open',
      figures: { count: 6, exposure: 6, windowDays: 7, history: Array.from({ length: 12 }, () => 0) },
    })
    expect(alert.figures.count).toBeGreaterThan(alert.figures.limit)
    const cases = await app.call('patterns.cases', { id: alert.id })
    expect(cases).toHaveLength(6)
    expect(cases[0]?.phone).toContain('*')

    const { id } = alert
    expect(await app.fail('patterns.finding', { id, finding: '该航班机型频繁排故' })).toMatchObject({
      rule: 'pattern-not-taken',
    })
    app.wait(60_000)
    expect(await app.call('patterns.acknowledge', { id, ownerId: lead as never })).toMatchObject({
      state: 'acknowledged',
      ownerName: 'zhao',
      acknowledgedAt: app.now(),
    })
    expect(await app.fail('patterns.close', { id, outcome: 'solved', closing: '已换机型' })).toMatchObject({
      rule: 'pattern-no-finding',
    })
    await app.call('patterns.finding', { id, finding: '该航班机型频繁排故' })
    expect(await app.call('patterns.close', { id, outcome: 'solved', closing: '已调整机型' })).toMatchObject({
      state: 'closed',
      outcome: 'solved',
      finding: '该航班机型频繁排故',
      foundByName: 'zhao',
      closedByName: 'zhao',
    })
    expect(await app.call('patterns.evaluate', {})).toMatchObject({ raised: 0 })
    expect(await raised(app)).not.toContain('flight HU7609')
    expect((await app.call('patterns.list', { states: ['closed'] })).map(({ value }) => value)).toEqual(['HU7609'])
  },
)

onEveryEngine('a warning that stands is told newer numbers instead of being raised twice', async (app) => {
  await surge(app)
  await app.as('manager')
  const first = await app.call('patterns.evaluate', {})
  expect(first.raised).toBeGreaterThan(0)
  await app.call('cases.open', complaint({ flightNo: 'HU7609', flightDay: '2026-09-29', route: 'HAK-PEK' }))
  app.wait(1000)
  expect(await app.call('patterns.evaluate', {})).toMatchObject({ raised: 0, standing: first.raised })
  const flight = (await app.call('patterns.list', {})).find(({ dimension }) => dimension === 'flight')
  expect(flight?.figures.count).toBe(7)
})

onEveryEngine(
  'S4-16 S4-141 complaints that heap up on a supplier raise a warning under its name, looked into and closed like any other',
  async (app) => {
    const lead = (await app.as('lead', 'zhao')) as UserId
    const hotel = {
      kind: 'hotel',
      name: '示例海湾酒店',
      cooperation: '协议价',
      state: 'active',
      ownerId: lead,
    } as const
    const { id: partnerId } = await app.call('partners.save', { partner: hotel })
    await app.as('agent', 'li')
    for (let week = 0; week < 12; week++) {
      await app.call('cases.open', complaint({ category: 'baggage.lost' }))
      app.wait(WEEK)
    }
    const about = async (more: Parameters<typeof complaint>[0]) => {
      const { id: caseId } = await app.call('cases.open', complaint(more))
      await app.call('partners.attach', { caseId, partnerId, item: 'stay' })
      await app.call('partners.attach', { caseId, partnerId, item: 'meals' })
    }
    for (let i = 0; i < 4; i++) await about({})
    // The fifth nobody put down to it: its finding names the supplier.
    await app.as('agent')
    const shares = [{ kind: 'partner' as const, partnerId, percent: 100 }]
    await finalFinding(app, await openComplaint(app), { shares })
    await app.as('agent', 'li')
    // An enquiry about it is no complaint.
    const { id: caseId } = await app.call('cases.open', enquiry())
    await app.call('partners.attach', { caseId, partnerId, item: 'stay' })
    app.wait(1000)
    await app.as('lead', 'zhao')
    await app.call('patterns.evaluate', {})
    const alert = (await app.call('patterns.list', {})).find(({ dimension }) => dimension === 'supplier')
    expect(alert).toMatchObject({
      value: partnerId,
      valueName: '示例海湾酒店',
      figures: { count: 5, history: Array.from({ length: 12 }, () => 0) },
    })
    const id = alert?.id ?? ''
    expect(await app.call('patterns.cases', { id })).toHaveLength(5)
    await app.call('patterns.acknowledge', { id, ownerId: lead })
    await app.call('patterns.finding', { id, finding: '旺季超售' })
    const closed = await app.call('patterns.close', { id, outcome: 'solved', closing: '已约谈并设保留房' })
    expect(closed).toMatchObject({ state: 'closed', valueName: '示例海湾酒店', ownerName: 'zhao' })
    expect(await app.call('patterns.evaluate', {})).toMatchObject({ raised: 0 })
  },
)

onEveryEngine('the desk looks by itself, as system, four times a day, once there is history', async (app) => {
  await app.as('lead', 'zhao')
  expect(await app.call('patterns.nextRun', {})).toMatchObject({ at: null, lastAt: null, numbers: { windowDays: 7 } })
  await surge(app)
  await app.engine.heartbeat()
  await app.as('manager')
  const { lastAt, at } = await app.call('patterns.nextRun', {})
  expect([lastAt, at]).toEqual([app.now(), app.now() + DAY / 4])
  expect(await raised(app)).toContain('flight HU7609')
  const { rows } = await app.call('audit.list', { limit: 50 })
  const [run] = rows.filter((row) => row.call === 'patterns.evaluate')
  expect(run?.actorId).toBe('system')
  await app.engine.heartbeat()
  expect((await app.call('patterns.nextRun', {})).lastAt).toBe(lastAt)
})

onEngine('sqlite', 'warnings are for leads and managers', async (app) => {
  await app.as('agent', 'li')
  expect(await app.fail('patterns.list', {})).toEqual({ code: 'FORBIDDEN' })
  expect(await app.fail('patterns.evaluate', {})).toEqual({ code: 'FORBIDDEN' })
  await app.as('lead', 'zhao')
  expect(await app.fail('patterns.cases', { id: 'nope' })).toEqual({ code: 'NOT_FOUND', entity: 'pattern' })
})
