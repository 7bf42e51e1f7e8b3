import { expect } from 'vitest'
import { checkRecentChain } from '../src/main/engine/chain-check.ts'
import { type App, onEveryEngine } from './app.ts'
import { inStore } from './cases-fixtures.ts'

const act = (app: App) => app.call('audit.printed', { what: 'hand-over', subject: '1' })
const check = async (app: App) => {
  await checkRecentChain(app.engine.desk)
  return app.call('audit.lastVerified', {})
}
const changeBody = (app: App, seq: number) =>
  inStore(app, async (db) => {
    const { body } = await db.selectFrom('audit').select('body').where('seq', '=', seq).executeTakeFirstOrThrow()
    await db
      .updateTable('audit')
      .set({ body: body.replace('boss', 'boxx') })
      .where('seq', '=', seq)
      .execute()
  })

onEveryEngine('S3-131 each start goes on from where the chain was verified, and says so', async (app) => {
  expect(await app.call('audit.lastVerified', {})).toBeNull()
  await act(app)
  const first = await check(app)
  expect(first).toMatchObject({ after: 0, problem: null, at: app.now() })
  await act(app)
  const second = await check(app)
  expect(second).toMatchObject({ after: first?.upTo, problem: null })
  expect(second?.upTo).toBeGreaterThan(first?.upTo ?? 0)
  expect((await app.call('audit.list', { call: 'audit.noteVerified' })).rows).toHaveLength(2)
  expect(await app.fail('audit.noteVerified', { after: 0, upTo: 9, hash: '', problem: null })).toEqual({
    code: 'FORBIDDEN',
  })
})

onEveryEngine('a change after the verified place is found at each start until it is gone', async (app) => {
  const first = await check(app)
  // The entry after it says that the chain was verified.
  const seq = (first?.upTo ?? 0) + 2
  await act(app)
  await changeBody(app, seq)
  const problem = { sequence: seq, reason: 'hash' }
  expect(await check(app)).toMatchObject({ after: first?.upTo, problem })
  expect(await check(app)).toMatchObject({ after: first?.upTo, problem })
  expect(await app.call('audit.verify', {})).toMatchObject({ ok: false, problem })
})

onEveryEngine(
  'before the verified place a start finds missing rows; a changed body only the full verification',
  async (app) => {
    await act(app)
    await check(app)
    await changeBody(app, 1)
    expect(await check(app)).toMatchObject({ problem: null })
    expect(await app.call('audit.verify', {})).toMatchObject({ ok: false, problem: { sequence: 1, reason: 'hash' } })
    await inStore(app, (db) => db.deleteFrom('audit').where('seq', '=', 2).execute())
    expect(await check(app)).toMatchObject({ problem: { reason: 'sequence' } })
  },
)

onEveryEngine(
  'a verified place that was changed hides nothing: all is verified anew, and that is told',
  async (app) => {
    await act(app)
    await check(app)
    const forge = (change: (value: string) => string) =>
      inStore(app, async (db) => {
        const key = 'auditVerified'
        const { value } = await db.selectFrom('meta').select('value').where('key', '=', key).executeTakeFirstOrThrow()
        await db
          .updateTable('meta')
          .set({ value: change(value) })
          .where('key', '=', key)
          .execute()
      })
    await forge((value) => value.replace(/\\n\d+\\n/, '\\n3\\n'))
    expect(await check(app)).toMatchObject({ after: 0, problem: { reason: 'mark' } })
    expect(await check(app)).toMatchObject({ problem: null })
    await changeBody(app, 1)
    await forge(() => '{')
    expect(await check(app)).toMatchObject({ after: 0, problem: { sequence: 1, reason: 'hash' } })
  },
)
