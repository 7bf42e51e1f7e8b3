import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, closeApp, openApp, PASSWORD } from './app.ts'
import { type CommandLine, commandLine } from './cli-run.ts'
import { sharedData } from './rules/shared-data.ts'

const phonenow = sharedData('call-centre-phonenow')
const technion = sharedData('call-centre-technion')
const answersOf = (folder = '') => JSON.parse(fs.readFileSync(path.join(folder, 'answers.json'), 'utf8'))
const AGENTS = ['Becky', 'Dan', 'Diane', 'Greg', 'Jim', 'Joe', 'Martha', 'Stewart']

let app: App
let desk: CommandLine

beforeAll(async () => {
  app = await openApp('sqlite', Date.now())
  await app.call('session.create', { login: 'boss', name: '王经理', password: PASSWORD, language: 'zh-CN' })
  for (const name of AGENTS)
    await app.call('users.create', {
      ...{
        login: name.toLowerCase(),
        name: `示例${name}`,
        role: 'agent',
        leadId: null,
        password: 'battery staple once',
      },
    })
  await app.engine.close()
  desk = commandLine(app.address, app.folder)
})
afterAll(() => closeApp(app))

/** `desk import calls FILE --map MAP.json`, and then the figures that the desk itself prints. */
async function imported(folder: string, columns: object, span: readonly [string, string], by: string) {
  const map = path.join(app.folder, 'map.json')
  fs.writeFileSync(map, JSON.stringify({ columns }))
  const report = await desk.json('boss', 'import', 'calls', path.join(folder, 'calls.csv'), '--map', map)
  const { groups } = await desk.json('boss', 'kpi', '--from', span[0], '--to', span[1], '--by', by)
  return { report, groups: groups as Record<string, unknown>[] }
}

const rounded = (value: number, digits: number) => Math.round(value * 10 ** digits) / 10 ** digits

type Known = Record<string, number>
/** The figures of the reference beside the log, to the digits that the desk prints. */
const expected = (known: Known) => ({
  ...{ calls: known.calls, answered: known.answered, abandoned: known.abandoned },
  answeredPct: rounded(known.answered_pct ?? 0, 1),
  asaS: rounded(known.ASA_s ?? 0, 2),
  talkS: rounded(known.AHT_talk_s ?? 0, 2),
  ahtS: rounded(known.AHT_talk_s ?? 0, 2),
  serviceLevel: {
    20: rounded(known.SL_within_20s_pct_of_all_calls ?? 0, 1),
    30: rounded(known.SL_within_30s_pct_of_all_calls ?? 0, 1),
  },
  csatMean: rounded(known.CSAT_mean ?? 0, 2),
  csatCount: known.CSAT_ratings,
})

describe.skipIf(phonenow === undefined)('the calls of eight agents, by mapping alone', () => {
  test('handling time, speed of answer, answered share, service level and satisfaction of each equal the reference', async () => {
    const { january: known } = answersOf(phonenow)
    const columns = {
      ...{ id: 'call_id', system: { constant: 'phonenow' }, question: 'topic', outcome: 'resolved', rating: 'rating' },
      startedAt: { columns: ['date', 'time'], format: 'YYYY-MM-DD,HH:mm:ss' },
      result: { column: 'answered', values: { Y: 'other', N: 'abandoned' } },
      ...{ waitS: 'speed_of_answer_s', talkS: 'talk_s' },
      agent: { column: 'agent', values: Object.fromEntries(AGENTS.map((name) => [name, name.toLowerCase()])) },
    }
    const span = ['2021-01-01T00:00:00+08:00', '2021-02-01T00:00:00+08:00'] as const
    const { report, groups } = await imported(phonenow ?? '', columns, span, 'agent')
    expect(report).toMatchObject({ read: known.overall.calls, created: known.overall.calls, rejected: 0 })
    for (const name of AGENTS)
      expect(groups.find(({ group }) => group === name.toLowerCase())).toMatchObject(expected(known.by_agent[name]))
    const all = await desk.json('boss', 'kpi', '--from', span[0], '--to', span[1])
    expect(all.groups).toMatchObject([expected(known.overall)])
    expect(await desk.json('boss', 'totals', 'check')).toMatchObject({ differences: 0 })
  })
})

describe.skipIf(technion === undefined)('a week of a real bank', () => {
  test('of 11,715 calls those that never reached the queue are left out; what was offered equals the reference', async () => {
    const { days_1_7: known } = answersOf(technion)
    const columns = {
      id: { template: '{vru+line} {call_id} {date} {vru_entry}' },
      system: { constant: 'technion' },
      startedAt: { columns: ['date', 'vru_entry'], format: 'YYYY-MM-DD,H:mm:ss' },
      result: {
        template: '{outcome} {q_time}',
        values: { 'AGENT *': 'other', 'HANG *': 'abandoned', 'HANG 0': 'notOffered', 'PHANTOM *': 'notOffered' },
      },
      ...{ waitS: 'q_time', talkS: 'ser_time' },
      handler: { column: 'server', values: { NO_SERVER: '' } },
    }
    const span = ['2010-08-01T00:00:00+08:00', '2010-08-08T00:00:00+08:00'] as const
    const { report, groups } = await imported(technion ?? '', columns, span, 'none')
    const out = known.hang_without_queue + known.phantom
    expect(report).toMatchObject({ read: known.calls, created: known.calls - out, unchanged: out, rejected: 0 })
    expect(groups).toMatchObject([
      {
        ...{ calls: known.answered + known.abandoned_in_queue, answered: known.answered },
        abandoned: known.abandoned_in_queue,
        answeredPct: rounded(known.answered_pct_of_offered, 1),
        abandonedPct: rounded(known.abandon_pct_of_offered, 1),
        asaS: rounded(known.ASA_s, 2),
        ahtS: rounded(known.AHT_service_s, 2),
        serviceLevel: { 20: rounded(known.SL20_pct_of_offered, 1) },
      },
    ])
  })
})
