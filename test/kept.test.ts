import { expect } from 'vitest'
import { queueRows } from '../src/main/cases/queue-queries.ts'
import { listOpenCases } from '../src/main/members/queries/file.ts'
import { scopeFor } from '../src/main/rules/access.ts'
import { kept, keptList, keptShapes } from '../src/main/store/kept.ts'
import type { Db } from '../src/main/store/types.ts'
import type { MemberId } from '../src/shared/ids.ts'
import type { Role } from '../src/shared/roles.ts'
import { type App, onEveryEngine } from './app.ts'
import { addMember, complaint } from './cases-fixtures.ts'

const byLogin = kept((db, at: { login: string; role: Role }) =>
  db.selectFrom('users').select('login').where('role', '=', at.role).where('login', '=', at.login),
)
const loginsIn = keptList((db, ids: string[]) => db.selectFrom('users').select(['id', 'login']).where('id', 'in', ids))

const byColumns = keptShapes((columns: Partial<Record<'login' | 'name', string>>, use) => {
  const names = Object.keys(columns) as ('login' | 'name')[]
  const values = names.map((name) => use(columns[name]))
  return {
    shape: names.join(),
    build: (db) =>
      db
        .selectFrom('users')
        .select('login')
        .where((eb) => eb.and(names.map((name, i) => eb(name, '=', values[i] ?? '')))),
  }
})

function read<T>({ engine }: App, work: (db: Db) => Promise<T>): Promise<T> {
  const { open } = engine.desk
  if (!open) throw new Error('the store is closed')
  return open.store.read(work)
}

onEveryEngine('a kept statement runs with the values of each run, not with those it was built with', async (app) => {
  await app.as('agent', 'anna')
  await app.as('agent', 'bert')
  const ask = (role: Role, login: string) => read(app, (db) => byLogin(db, { role, login }))
  expect(
    await Promise.all([ask('agent', 'anna'), ask('agent', 'bert'), ask('lead', 'anna'), ask('agent', 'nobody')]),
  ).toEqual([[{ login: 'anna' }], [{ login: 'bert' }], [], []])
})

onEveryEngine('a kept list finds every one of any number, each once', async (app) => {
  for (let n = 0; n < 17; n++) await app.as('agent', `agent${n}`)
  const ids = (await read(app, (db) => db.selectFrom('users').select('id').execute())).map(({ id }) => id)
  expect(ids).toHaveLength(18)
  for (const count of [0, 1, 15, 16, 17, 18]) {
    const asked = ids.slice(0, count)
    const found = await read(app, (db) => loginsIn(db, asked))
    expect(found.map(({ id }) => id).sort()).toEqual([...asked].sort())
  }
})

onEveryEngine('statements of several shapes never take each other for their own', async (app) => {
  await app.as('agent', 'anna')
  const [anna] = await read(app, (db) => db.selectFrom('users').selectAll().where('login', '=', 'anna').execute())
  const name = anna?.name ?? ''
  expect(await read(app, (db) => byColumns(db, { login: 'anna' }))).toEqual([{ login: 'anna' }])
  expect(await read(app, (db) => byColumns(db, { login: 'anna', name }))).toEqual([{ login: 'anna' }])
  expect(await read(app, (db) => byColumns(db, { login: 'anna', name: 'somebody else' }))).toEqual([])
  expect(await read(app, (db) => byColumns(db, { login: 'boss' }))).toEqual([{ login: 'boss' }])
})

onEveryEngine(
  'S2-10 a report is kept from a reader also right after somebody who was named for it read the same list',
  async (app) => {
    const memberId = await addMember(app, 'gold', 'EG10001')
    const { id } = await app.call('cases.open', complaint({ memberId, anonymousReason: null, channel: 'reportPhone' }))
    const place = { order: 'due', offset: 0, limit: 50 } as const
    const seenBy = async (who: 'named for all' | 'named for one' | 'nobody') => {
      const openedCases = who === 'named for one' ? [id] : []
      const authorised = {
        ownRole: 'lead',
        readsRestricted: who === 'named for all',
        openedCases,
        openedMembers: [],
      } as const
      const scope = scopeFor({ id: who, role: 'lead', authorised }, 'cases')
      const inQueue = await read(app, (db) => queueRows(db, { filter: { isOpen: true }, scope, now: app.now() }, place))
      const inFile = await read(app, (db) => listOpenCases(db, scope, memberId as MemberId))
      return [inQueue.some((row) => row.id === id), inFile.some((row) => row.id === id)]
    }
    expect([
      await seenBy('named for all'),
      await seenBy('nobody'),
      await seenBy('named for one'),
      await seenBy('nobody'),
      await seenBy('named for all'),
    ]).toEqual([
      [true, true],
      [false, false],
      [true, true],
      [false, false],
      [true, true],
    ])
  },
)
