import { expect, test } from 'vitest'
import { mentionedIn } from '../src/main/rules/mentioned.ts'
import type { CaseId } from '../src/shared/ids.ts'
import { MINUTE, SECOND } from '../src/shared/time.ts'
import { type App, onEngine, onEveryEngine } from './app.ts'
import { complaint, inStore } from './cases-fixtures.ts'

const WINDOW = 'window-of-li'
const marksOf = async (app: App, id: CaseId) => app.call('marks.of', { ids: [id], window: WINDOW })

onEveryEngine('a case that others changed since I last opened it is marked until I open it again', async (app) => {
  await app.as('agent', 'li')
  const { id } = await app.call('cases.open', complaint())
  expect(await marksOf(app, id)).toMatchObject([{ isUnread: true }])
  await app.call('cases.show', { id })
  expect(await marksOf(app, id)).toEqual([])
  await app.call('cases.note', { id, text: '我自己的记录' })
  expect(await marksOf(app, id)).toEqual([])
  await app.as('lead', 'zhao')
  expect(await marksOf(app, id)).toEqual([])
  await app.call('cases.note', { id, text: '请加快' })
  await app.as('agent', 'li')
  expect(await marksOf(app, id)).toMatchObject([{ isUnread: true, isMentioned: false }])
  await app.call('cases.show', { id })
  expect(await marksOf(app, id)).toEqual([])
})

onEveryEngine(
  'a note that names a colleague is marked for that colleague and listed until it was read',
  async (app) => {
    await app.as('agent', 'wang')
    await app.as('agent', 'li')
    const { id, number } = await app.call('cases.open', complaint({ title: '延误' }))
    await app.call('cases.note', { id, text: '@wang 请核实 13812345678，@nobody 与 a@li.cn 不算' })
    expect(await app.call('marks.mentions', {})).toEqual([])
    await app.as('agent', 'wang')
    expect(await marksOf(app, id)).toMatchObject([{ isUnread: false, isMentioned: true }])
    expect(await app.call('marks.mentions', {})).toMatchObject([
      { caseId: id, number, byName: 'li', isSeen: false, text: '@wang 请核实 138****5678，@nobody 与 a@li.cn 不算' },
    ])
    await app.call('cases.show', { id })
    expect(await app.call('marks.mentions', {})).toEqual([])
    expect(await app.call('marks.mentions', { onlyNew: false })).toMatchObject([{ isSeen: true }])
  },
)

onEveryEngine('nobody is named in a case that they may not read', async (app) => {
  await app.as('agent', 'wang')
  await app.as('lead', 'zhao')
  const { id } = await app.call('cases.open', complaint({ channel: 'reportPhone' }))
  expect(await app.fail('cases.note', { id, text: '@wang 看看' })).toMatchObject({
    rule: 'mention-cannot-read',
    params: { name: 'wang' },
  })
})

onEveryEngine('who else has a case open is seen, and no longer once the window left it or went silent', async (app) => {
  await app.as('agent', 'li')
  const { id } = await app.call('cases.open', complaint())
  await app.call('cases.show', { id })
  await app.call('marks.enter', { caseId: id, window: WINDOW })
  expect(await app.call('marks.others', { caseId: id, window: WINDOW })).toEqual([])
  expect(await app.call('marks.others', { caseId: id, window: 'another-window' })).toMatchObject([
    { name: 'li', isMe: true },
  ])
  await inStore(app, (db) =>
    db.updateTable('caseOpenings').set({ window: 'window-of-a-desk-elsewhere' }).where('window', '=', WINDOW).execute(),
  )
  await app.call('marks.enter', { caseId: id, window: WINDOW })
  expect(await marksOf(app, id)).toMatchObject([{ openBy: ['li'] }])
  app.wait(30 * SECOND)
  await app.engine.heartbeat()
  app.wait(30 * SECOND)
  await app.engine.heartbeat()
  // The window of this desk gave its signs of life, the other one missed two.
  const openings = () => inStore(app, (db) => db.selectFrom('caseOpenings').select(['window', 'beatAt']).execute())
  expect(await marksOf(app, id)).toEqual([])
  expect((await openings()).find(({ window }) => window === WINDOW)?.beatAt).toBe(app.now())
  await app.call('marks.leave', { window: WINDOW })
  expect((await openings()).map(({ window }) => window)).toEqual(['window-of-a-desk-elsewhere'])
})

onEngine('sqlite', 'a desk that locks has no case open any more', async (app) => {
  await app.as('agent', 'li')
  const { id } = await app.call('cases.open', complaint())
  await app.call('marks.enter', { caseId: id, window: WINDOW })
  await app.call('session.lock', { reason: 'asked' })
  await app.signIn('boss')
  app.wait(MINUTE)
  expect(await inStore(app, (db) => db.selectFrom('caseOpenings').select('window').execute())).toEqual([])
})

test('a login is named where it begins a word, and a full stop is not part of it', () => {
  expect(mentionedIn('@li请看。（@wang.fang）@li @Zhao a@b.cn @x @zhao.')).toEqual(['li', 'wang.fang', 'zhao'])
})
