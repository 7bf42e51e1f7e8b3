import fs from 'node:fs'
import path from 'node:path'
import { expect } from 'vitest'
import type { Mapping } from '../src/shared/imports/model.ts'
import { type App, onEveryEngine } from './app.ts'

const MAPPING: Mapping = {
  columns: {
    id: 'id',
    system: { constant: '演示话务系统' },
    startedAt: { columns: ['date', 'time'], format: 'YYYY-MM-DD,HH:mm:ss' },
    result: {
      template: '{outcome} {wait}',
      values: { 'AGENT *': 'other', 'HANG *': 'abandoned', 'HANG 0': 'notOffered', 'PHANTOM *': 'notOffered' },
    },
    ...{ waitS: 'wait', talkS: 'talk', agent: 'agent' },
    rating: { column: 'rating', values: { A: '5', B: '3', C: '1' } },
  },
}

const LOG = [
  'id,date,time,outcome,wait,talk,agent,rating',
  '1,2026-09-01,09:00:00,AGENT,0,100,li,A',
  '2,2026-09-01,09:10:00,AGENT,25,200,li,C',
  '3,2026-09-01,09:20:00,AGENT,40,300,wu,B',
  '4,2026-09-01,09:30:00,AGENT,5,60,wu,',
  '5,2026-09-01,09:40:00,HANG,70,0,,A',
  '6,2026-09-01,09:50:00,HANG,0,0,,',
  '7,2026-09-01,10:00:00,PHANTOM,12,0,,',
  '8,2026-09-01,10:10:00,AGENT,3,90,li,Z',
]

function written(app: App): string {
  const file = path.join(app.folder, 'log.csv')
  fs.writeFileSync(file, `${LOG.join('\n')}\n`)
  return file
}

const SEPTEMBER = { from: Date.parse('2026-09-01T00:00:00+08:00'), to: Date.parse('2026-10-01T00:00:00+08:00') }

onEveryEngine(
  'the log of another switchboard comes in with its ratings, and what never reached anybody counts nowhere',
  async (app) => {
    for (const login of ['li', 'wu']) await app.as('agent', login)
    await app.engine.heartbeat()
    await app.as('lead', 'zhao')
    const ask = { file: written(app), mapping: MAPPING }
    const done = await app.call('imports.calls', ask)
    expect(done).toMatchObject({ read: 8, created: 5, unchanged: 2, rejected: 1 })
    expect(done.errors).toMatchObject([{ row: 9, field: 'rating', reason: 'unknown-choice' }])
    const { rows } = await app.call('reports.kpi', { ...SEPTEMBER, by: 'agent' })
    expect(
      rows.map(({ key, calls, answeredPct, asaS, talkS, serviceLevel, csatMean, csatCount }) => [
        ...[key, calls, answeredPct, asaS, talkS, serviceLevel[20], csatMean, csatCount],
      ]),
    ).toEqual([
      ['li', 2, 100, 12.5, 150, 50, 3, 2],
      ['wu', 2, 100, 22.5, 180, 50, 3, 1],
      ['', 1, 0, null, null, 0, null, 0],
    ])
    // The same from the calls themselves: by priority nothing comes from the totals.
    const whole = await app.call('reports.kpi', { ...SEPTEMBER, by: 'priority' })
    expect(whole.rows).toMatchObject([
      { calls: 5, answered: 4, abandoned: 1, answeredPct: 80, csatMean: 3, csatCount: 3 },
    ])
    await app.as('manager')
    expect(await app.call('reports.checkTotals', {})).toMatchObject({ isWhole: true, calls: 5, differences: 0 })
    // This desk asked nobody: no response rate counts them, and what is past waits for no decision.
    const found = await app.call('surveys.results', { scope: 'service', ...SEPTEMBER, by: 'agent' })
    expect(found.total).toMatchObject({ asked: 0, answered: 3, poor: 1, overall: { count: 3, mean: 3 } })
    const answers = await app.call('surveys.answers', { scope: 'service', show: 'waiting', ...SEPTEMBER })
    expect(answers.rows).toEqual([])
    await app.as('lead', 'zhao')
    expect(await app.call('imports.calls', ask)).toMatchObject({ created: 0, unchanged: 7, rejected: 1 })
    await app.as('manager')
    expect(await app.call('reports.checkTotals', {})).toMatchObject({ differences: 0 })
  },
)
