import { sql } from 'kysely'
import { expect, inject, test } from 'vitest'
import { openPostgres } from '../src/main/store/postgres/open.ts'
import { untilClosed } from '../src/main/store/until-closed.ts'

test('what has begun ends before the gate is closed, and nothing begins afterwards', async () => {
  const gate = untilClosed()
  const said: string[] = []
  let end: () => void = () => {}
  const work = gate.run(
    () =>
      new Promise<void>((resolve) => {
        end = resolve
      }),
  )
  const failing = gate.run(() => Promise.reject(new Error('its own')))
  const closed = gate.close().then(() => said.push('closed'))
  await expect(failing).rejects.toThrow('its own')
  await expect(gate.run(async () => said.push('began'))).rejects.toThrow('the store is closed')
  expect(said).toEqual([])
  end()
  await Promise.all([work, closed])
  expect(said).toEqual(['closed'])
})

test('who asks a database for a connection while it is closed gets an answer or a refusal, and never waits for ever', async () => {
  const server = inject('postgresUrl')
  if (!server) return
  for (let turn = 0; turn < 5; turn++) {
    const store = await openPostgres(`${server}/postgres`)
    const one = () => store.transaction((db) => sql`select 1`.execute(db))
    const asked = [one(), one(), store.read((db) => sql`select 1`.execute(db))]
    const closing = store.close()
    asked.push(one())
    const ends = await Promise.allSettled(asked)
    await closing
    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected'])
  }
})
