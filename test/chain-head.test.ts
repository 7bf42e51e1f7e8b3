import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'vitest'
import { appendAudit } from '../src/main/engine/audit.ts'
import type { Db } from '../src/main/store/types.ts'
import { type App, onEveryEngine } from './app.ts'

const entry = { at: 1, call: 'members.verify', outcome: 'done', memberId: null, caseId: null } as const

function parts(app: App) {
  const { open, session } = app.engine.desk
  if (!open || !session) throw new Error('the desk is locked')
  const append = (db: Db, text: string) =>
    appendAudit(open.store, db, open.storeId, { ...entry, actorId: session.actor.id, body: { text } })
  return { store: open.store, append }
}

/** The chain is whole, and these are the texts in it, in this order. */
async function expectChain(app: App, texts: string[]) {
  expect(await app.call('audit.verify', {})).toMatchObject({ ok: true })
  const rows = await parts(app).store.read((db) =>
    db.selectFrom('audit').select(['body', 'call']).orderBy('seq').execute(),
  )
  const written = rows.filter(({ call }) => call === entry.call).map(({ body }) => JSON.parse(body ?? '{}').text)
  expect(written).toEqual(texts)
}

onEveryEngine(
  'the chain goes on from the last entry that was really written, also after one that was taken back',
  async (app) => {
    const { store, append } = parts(app)
    await store.transaction((db) => append(db, 'first'))
    const lost = store.transaction(async (db) => {
      await append(db, 'taken back')
      throw new Error('taken back')
    })
    const results = await Promise.allSettled([
      lost,
      store.transaction((db) => append(db, 'second')),
      store.transaction(async (db) => {
        await append(db, 'third')
        await append(db, 'fourth')
      }),
    ])
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled'])
    await expectChain(app, ['first', 'second', 'third', 'fourth'])
  },
)

onEveryEngine(
  'writes of one desk stand in the order in which they were handed in, however long each takes',
  async (app) => {
    const { store, append } = parts(app)
    const pauses = [60, 0, 20, 0, 0, 0, 5, 0]
    await Promise.all(
      pauses.map((pause, index) =>
        store.transaction(async (db) => {
          await sleep(pause)
          await append(db, String(index))
        }),
      ),
    )
    await expectChain(
      app,
      pauses.map((_, index) => String(index)),
    )
  },
)

onEveryEngine('calls that come all at once, some refused, leave one unbroken chain', async (app) => {
  const member = await app.call('members.create', {
    ...{
      name: '演示：周会员',
      card: 'VX100200300',
      mobile: '13800001111',
      tier: 'gold' as const,
      vipReason: '演示：重要客户',
    },
  })
  const calls = Array.from({ length: 12 }, (_, index) =>
    app.engine.call('members.verify', {
      id: (index % 3 === 0 ? '00000000-0000-7000-8000-000000000000' : member.id) as typeof member.id,
    }),
  )
  const results = await Promise.all(calls)
  expect(results.filter(({ ok }) => ok)).toHaveLength(8)
  expect(await app.call('audit.verify', {})).toMatchObject({ ok: true })
})
