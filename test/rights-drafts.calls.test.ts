import { expect } from 'vitest'
import { eraseCases } from '../src/main/rights/erase.ts'
import type { MemberId } from '../src/shared/ids.ts'
import { HOUR } from '../src/shared/time.ts'
import { type App, onEveryEngine } from './app.ts'
import { complaint, inStore } from './cases-fixtures.ts'
import { add } from './members-fixture.ts'

const BOTH = ['ann', 'ben']

/** Two people of the desk leave text about each of these things. */
async function write(app: App, subjects: readonly string[]): Promise<void> {
  for (const login of BOTH) {
    await app.as('agent', login)
    for (const subject of subjects) await app.call('drafts.save', { kind: 'kept', subject, body: '写到一半的话' })
  }
}

async function left(app: App): Promise<Record<string, string[]>> {
  const subjects: Record<string, string[]> = {}
  for (const login of BOTH) {
    await app.signIn(login)
    subjects[login] = (await app.call('drafts.list', {})).map(({ subject }) => subject).sort()
  }
  return subjects
}

/** A member with a wish, a request under way and a promise; answers the ids of all of them. */
async function withMatters(app: App, card: string): Promise<{ memberId: MemberId; ids: string[] }> {
  await app.as('manager')
  const memberId = await add(app, card, `会员${card}`)
  const [wish] = await app.call('wishes.record', {
    memberId,
    tags: [{ topic: 'destination', value: '敦煌', note: '' }],
  })
  const asked = { memberId, kind: 'access', channel: 'letter', requester: '本人', text: '查阅' } as const
  const { id: requestId } = await app.call('rights.receive', asked)
  const { id: promiseId } = await app.call('promises.make', { memberId, text: '答复', dueAt: app.now() + HOUR })
  expect([wish?.id, requestId, promiseId].every((id) => typeof id === 'string')).toBe(true)
  return { memberId, ids: [memberId, wish?.id ?? '', requestId, promiseId] }
}

onEveryEngine(
  'PIPL 47: with a member go everybody’s drafts on wishes, requests and promises of theirs, and none of another member',
  async (app) => {
    const theirs = await withMatters(app, 'HU8401')
    const others = await withMatters(app, 'HU8402')
    const about = (ids: readonly string[], card: string) => [
      ...ids,
      ...ids.map((id) => `${id} note`),
      ...ids.map((id) => `form ${id}`),
      card,
    ]
    await write(app, [...about(theirs.ids, 'HU8401'), ...about(others.ids, 'HU8402'), 'new'])
    await app.as('manager')
    const { memberId } = theirs
    const { id } = await app.call('rights.receive', {
      ...{ memberId, kind: 'erase', channel: 'letter', requester: '本人', text: '请删除我的全部信息' },
    })
    await app.call('rights.identify', { id, how: '核对证件' })
    expect(await app.call('rights.erase', { id, answer: '已删除' })).toMatchObject({ state: 'done' })
    const kept = [...about(others.ids, 'HU8402'), 'new'].sort()
    expect(await left(app)).toEqual({ ann: kept, ben: kept })
  },
)

onEveryEngine('with a case go everybody’s drafts about parts of it, and none about another case', async (app) => {
  await app.as('manager')
  const parts: string[] = []
  for (const content of ['一', '二']) {
    const { id } = await app.call('cases.open', complaint({ content: `航班延误${content}小时` }))
    await app.call('cases.followUp', { id, dueAt: app.now() + HOUR, text: '回电' })
    const [promise] = await inStore(app, (db) =>
      db.selectFrom('followUps').select('id').where('caseId', '=', id).execute(),
    )
    parts.push(id, promise?.id ?? '')
  }
  expect(new Set(parts).size).toBe(4)
  await write(app, parts)
  await app.engine.desk.open?.store.transaction((db) => eraseCases(db, parts.slice(0, 1)))
  const kept = parts.slice(2).sort()
  expect(await left(app)).toEqual({ ann: kept, ben: kept })
})
