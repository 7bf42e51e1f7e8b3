import { sql } from 'kysely'
import { expect } from 'vitest'
import type { Push } from '../src/shared/bridge.ts'
import { HOUR } from '../src/shared/time.ts'
import { type App, onEngine, onEveryEngine } from './app.ts'
import { enquiry, inStore } from './cases-fixtures.ts'
import { published } from './knowledge-fixtures.ts'

type Told = Extract<Push, { kind: 'notice' }>
const shown = (app: App) =>
  app.pushes.filter((push): push is Told => push.kind === 'notice').flatMap(({ notices }) => notices)

/** What the desk tells a person now that it has not told before. */
async function toldTo(app: App, login: string) {
  app.wait(5000)
  await app.signIn(login)
  app.pushes.length = 0
  await app.engine.heartbeat()
  return shown(app)
}

onEveryEngine(
  'a due to-do, a note that names me, a hand-over, a missed call and a notice to read are told, each with its place',
  async (app) => {
    const li = await app.as('agent', 'li')
    await app.as('agent', 'wang')
    const opened = await app.call('cases.open', enquiry())
    await app.call('cases.note', { id: opened.id, text: '@li 请核实 13812345678' })
    const handOver = await app.call('handOvers.give', { toId: li as never, note: '夜班请看' })
    expect(await toldTo(app, 'li')).toEqual([
      { kind: 'mention', caseNumber: opened.number, place: { page: 'cases', params: { id: opened.id } } },
      { kind: 'handOver', caseNumber: null, place: { page: 'todos', params: { tab: 'handOvers' } } },
    ])
    expect(handOver.mayAnswer).toBe(false)

    const call = await app.call('calls.start', { direction: 'inbound', phone: '13812345678' })
    await app.call('calls.endUnanswered', { id: call.id, reason: 'missed' })
    expect(await toldTo(app, 'li')).toEqual([
      { kind: 'callBack', caseNumber: null, place: { page: 'calls', params: { view: 'callBacks' } } },
    ])

    await app.call('todos.add', { title: '取回失物 陈女士', userId: li as never, dueAt: app.now() + HOUR })
    expect(await toldTo(app, 'li')).toEqual([])
    app.wait(2 * HOUR)
    const later = await toldTo(app, 'li')
    expect(later).toContainEqual({
      kind: 'reminder',
      caseNumber: null,
      place: { page: 'todos', params: { tab: 'todos' } },
    })
    expect(await toldTo(app, 'li')).toEqual([])
    expect(JSON.stringify([later, await app.call('notices.list', {})])).not.toMatch(/陈女士|1381234|夜班|核实/)
  },
)

onEveryEngine('a notice of the knowledge base is told until it is read, and leads to its article', async (app) => {
  await app.as('agent', 'li')
  const { id } = await published(app, { kind: 'notice' })
  expect(await toldTo(app, 'li')).toEqual([
    { kind: 'read', caseNumber: null, place: { page: 'knowledge', params: { id, kind: 'notice' } } },
  ])
  await app.as('agent', 'wang')
  await app.call('knowledge.acknowledge', { id })
  expect(await toldTo(app, 'wang')).toEqual([])
})

onEngine('sqlite', 'a kind that a person switched off is kept with the reason and not shown', async (app) => {
  await app.as('agent', 'li')
  const mine = await app.call('settings.mine', {})
  await app.call('settings.writeMine', { ...mine, notices: { ...mine.notices, muted: ['mention'] } })
  await app.as('agent', 'wang')
  const opened = await app.call('cases.open', enquiry())
  await app.call('cases.note', { id: opened.id, text: '@li 请看' })
  expect(await toldTo(app, 'li')).toEqual([])
  expect(await app.call('notices.list', {})).toMatchObject([{ kind: 'mention', quiet: 'kind' }])
})

onEngine('sqlite', 'what a person chose of the older kinds stays; the newer kinds are on for them', async (app) => {
  const li = await app.as('agent', 'li')
  const mine = await app.call('settings.mine', {})
  await app.call('settings.writeMine', mine)
  const { muted: _, ...notices } = mine.notices
  const body = JSON.stringify({ ...mine, notices: { ...notices, onlyMine: true, kinds: ['breach', 'todo'] } })
  await inStore(app, (db) => sql`update "personalSettings" set "body" = ${body} where "userId" = ${li}`.execute(db))
  expect(await app.call('settings.mine', {})).toEqual({
    ...mine,
    notices: { ...mine.notices, onlyMine: true, muted: ['warning', 'assigned', 'promise'] },
  })
})
