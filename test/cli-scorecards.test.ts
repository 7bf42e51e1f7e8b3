import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, closeApp, openApp, PASSWORD } from './app.ts'
import { type CommandLine, commandLine } from './cli-run.ts'
import { AFTER, give, handIn, LEAD, MONTH, putCalls, team } from './scorecards-fixtures.ts'

let app: App
let desk: CommandLine

beforeAll(async () => {
  app = await openApp('sqlite')
  await app.call('session.create', { login: 'boss', name: '王经理', password: PASSWORD, language: 'zh-CN' })
  const { ids } = await team(app, ['li', 'wu'])
  const at = Date.parse('2026-09-10T09:00:00+08:00')
  await putCalls(
    app,
    Array.from({ length: 5 }, (_, i) => ({
      ...{ agentId: ids.li as string, at: at + i * 60_000, waitS: 5, talkS: 100, inTime: i < 4 },
    })),
  )
  app.setNow(AFTER)
  await app.call('scorecards.openRound', { month: MONTH })
  for (const login of ['li', 'wu']) await handIn(app, login)
  await give(app, 'li', LEAD)
  await give(app, 'wu', LEAD)
  await app.as('manager')
  await app.call('scorecards.calibrate', { month: MONTH })
  await app.call('scorecards.publish', { month: MONTH })
  app.wait(20 * 86_400_000)
  await app.call('scorecards.freeze', { month: MONTH })
  await app.engine.close()
  desk = commandLine(app.address, app.folder)
})
afterAll(() => closeApp(app))

test('the scorecards of a month are printed with indicators, weights, raters, result, and whether they are frozen', async () => {
  const month = await desk.json('boss', 'scorecard', MONTH)
  expect(month).toMatchObject({ month: MONTH, state: 'frozen', schemeVersion: 1, frozen: { isWhole: true } })
  expect(month.frozen.sha256).toMatch(/^[0-9a-f]{64}$/)
  expect(month.cards.map(({ agent }: { agent: string }) => agent)).toEqual(['li', 'wu'])
  const { cards } = await desk.json('boss', 'scorecard', MONTH, '--agent', 'li')
  const [li] = cards
  expect(li.indicators.find(({ indicator }: { indicator: string }) => indicator === 'answerTime')).toEqual({
    ...{
      indicator: 'answerTime',
      name: 'Calls answered in time',
      unit: 'percent',
      value: 80,
      hits: 4,
      of: 5,
      sample: 5,
    },
    ...{ weight: 15, goal: 90, floor: 60, minSample: 5 },
  })
  expect(li.raters.map(({ rater, share }: { rater: string; share: number }) => [rater, share])).toEqual([
    ['self', 10],
    ['superior', 90],
    ['customer', 0],
  ])
  expect(li).toMatchObject({ agent: 'li', assessor: 'zhao', grade: 'B', answer: 'silent', asFrozen: null, changes: [] })
  // 25 % × 66.67 + 16.67 % × 100 + 33.33 % × 80 + 25 % × 85 = 81.25; × 90 % and 10 % of 90
  expect(li.total).toBe(82.13)
  expect(await desk.fail('boss', 'scorecard', MONTH, '--agent', 'nobody')).toMatchObject({ exit: 1, code: 'NOT_FOUND' })
  expect(await desk.fail('boss', 'scorecard', '2026-08')).toMatchObject({ exit: 1, code: 'NOT_FOUND' })
  const own = await desk.json('li', 'scorecard', MONTH)
  expect(own.cards.map(({ agent }: { agent: string }) => agent)).toEqual(['li'])
})
