import { expect } from 'vitest'
import { HOUR, MINUTE } from '../src/shared/time.ts'
import { onEveryEngine } from './app.ts'

onEveryEngine(
  'S4-112 S3-77 calls are counted by agent, team, topic and priority, with waiting time and service level',
  async (app) => {
    const zhao = await app.as('lead', 'zhao')
    await app.as('manager')
    await app.call('users.create', {
      login: 'li',
      name: '李敏',
      role: 'agent',
      leadId: zhao as never,
      password: 'battery staple once',
    })
    await app.as('lead', 'zhao')
    const log = (agent: string, waitS: number, minute: number) =>
      app.call('calls.log', {
        phone: '13800001111',
        direction: 'inbound',
        at: app.now() - HOUR + minute * MINUTE,
        waitS,
        talkS: 120,
        holdS: 30,
        agent,
        resultCode: 'answered-enquiry',
        question: '行李额',
      })
    await log('li', 12, 0)
    await log('li', 24, 5)
    await log('zhao', 5, 10)
    const span = { from: app.now() - 2 * HOUR, to: app.now() + 1 }
    const agents = await app.call('reports.kpi', { ...span, by: 'agent' })
    expect(
      agents.rows.map(({ key, name, calls, answered, asaS, ahtS }) => [key, name, calls, answered, asaS, ahtS]),
    ).toEqual([
      ['li', '李敏', 2, 2, 18, 150],
      ['zhao', 'zhao', 1, 1, 5, 150],
    ])
    expect(agents.rows[0]?.serviceLevel).toEqual({ 10: 0, 20: 50, 30: 100 })
    const teams = await app.call('reports.kpi', { ...span, by: 'team' })
    expect(teams.rows.map(({ key, calls }) => [key, calls])).toEqual([
      ['zhao', 2],
      ['', 1],
    ])
    const [all] = (await app.call('reports.kpi', span)).rows
    expect(all).toMatchObject({ calls: 3, answered: 3, abandoned: 0, answeredPct: 100, csatMean: null, isSmall: true })
    const report = await app.call('reports.show', { kind: 'day' })
    const numberOf = (id: string) => report.figures.find((one) => one.id === id)
    expect(numberOf('callsOffered')?.value).toBe(3)
    expect(numberOf('callWait')).toMatchObject({ value: 12_000, of: 3 })
    expect(await app.fail('reports.kpi', { from: span.to, to: span.from })).toMatchObject({ rule: 'report-range' })
  },
)
