import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, closeApp } from './app.ts'
import { type CommandLine, closedStore, commandLine } from './cli-run.ts'

let app: App
let desk: CommandLine

const write = (name: string, content: string) => {
  const file = path.join(desk.folder, name)
  fs.writeFileSync(file, content)
  return file
}

beforeAll(async () => {
  app = await closedStore('sqlite')
  desk = commandLine(app.address, app.folder)
})
afterAll(() => closeApp(app))

test('a log of another system becomes cases whose replay holds; the same file once more changes nothing', async () => {
  const log = write(
    'log.csv',
    `no,state,opened,at,by
E1,registered,2026-09-01 08:00,2026-09-01 08:10,phone
E1,replied,2026-09-01 08:00,2026-09-02 09:00,phone
E1,closed,2026-09-01 08:00,2026-09-05 09:00,phone
E2,registered,2026-09-01 08:00,2026-09-01 99:00,phone
`,
  )
  const map = write(
    'cases.json',
    '{"id": "no", "state": "state", "receivedAt": "opened", "eventAt": "at", "channel": "by", "system": {"constant": "old"}}',
  )
  expect(await desk.json('boss', 'import', 'cases', log, '--map', map, '--dry-run')).toEqual({
    read: 4,
    created: 1,
    updated: 2,
    unchanged: 0,
    rejected: 1,
    errors: [{ row: 5, field: 'eventAt', reason: 'not-an-instant' }],
  })
  const errors = path.join(desk.folder, 'refused.csv')
  await desk.json('boss', 'import', 'cases', log, '--map', map, '--errors', errors)
  expect(fs.readFileSync(errors, 'utf8')).toContain('E2,registered')
  expect(await desk.json('boss', 'import', 'cases', log, '--map', map)).toMatchObject({ created: 0, unchanged: 3 })
  expect(await desk.json('boss', 'replay', '--all')).toMatchObject({ cases: 1, events: 4, mismatches: 0 })
  expect(await desk.json('boss', 'case', 'show', 'TS-20260901-0001')).toMatchObject({ state: 'closed' })
})

test('calls of a switchboard come in with their own times, and the fields that a map may name are listed', async () => {
  const calls = write(
    'calls.csv',
    'no,at,wait,talk,end\nL1,2026-09-01 08:00,12,90,answered\nL2,2026-09-01 08:05,40,0,放弃\n',
  )
  const map = write('calls.json', '{"id": "no", "startedAt": "at", "waitS": "wait", "talkS": "talk", "result": "end"}')
  expect(await desk.json('boss', 'import', 'calls', calls, '--map', map)).toMatchObject({ created: 2, rejected: 0 })
  for (const kind of ['cases', 'calls'])
    expect(await desk.json('boss', 'import', 'fields', kind)).toContainEqual(
      expect.objectContaining({ field: 'id', required: true }),
    )
})
