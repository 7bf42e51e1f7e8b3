import fs from 'node:fs'
import path from 'node:path'
import { expect } from 'vitest'
import { USUAL_ACCESS } from '../src/shared/trust/access-rule.ts'
import { type App, onEveryEngine } from './app.ts'
import { complaint, inStore } from './cases-fixtures.ts'
import { add } from './members-fixture.ts'

const BEYOND = { code: 'RULE', rule: 'member-beyond-scope', params: {} }

async function narrow(app: App, rule: Partial<typeof USUAL_ACCESS>) {
  await app.signIn('boss')
  const { version } = await app.call('trust.access', {})
  await app.call('trust.setAccess', { ...USUAL_ACCESS, ...rule, reason: '按最小授权', expectedVersion: version })
}

const cardsOf = (rows: readonly { card: string }[]) => rows.map(({ card }) => card).sort()

onEveryEngine(
  'S3-129 whoever opened a file reads it from then on, in the file, in lists, in search and in counts; nobody else of the desk does',
  async (app) => {
    await app.as('agent', 'li')
    await app.as('agent', 'sun')
    await narrow(app, { agents: 'assigned' })
    await app.signIn('li')
    const id = await add(app, 'HU8301', '新客户', { mobile: '13812345681' })
    const reads = async () => ({
      file: (await app.engine.call('members.view', { id })).ok,
      overview: (await app.engine.call('members.overview', { id })).ok,
      page: cardsOf(await app.call('members.page', {})),
      total: (await app.call('members.count', {})).total,
      found: cardsOf(await app.call('members.find', { text: '新客户' })),
      everywhere: (await app.call('search.everything', { text: '新客户' })).members.hits.length,
    })
    const all = { file: true, overview: true, page: ['HU8301'], total: 1, found: ['HU8301'], everywhere: 1 }
    expect(await reads()).toEqual(all)
    const basics = await app.call('members.view', { id })
    const { updatedAt } = basics.member
    await app.call('members.update', { id, updatedAt, changes: { city: '三亚' } })
    const { id: caseId } = await app.call('cases.open', complaint({ memberId: id, anonymousReason: null }))
    const handOver = { ownerId: (await app.as('agent', 'sun')) as never, reason: '转办', expectedSeq: 1 }
    await app.signIn('boss')
    await app.call('cases.assign', { id: caseId, ...handOver })
    await app.signIn('li')
    expect(await reads()).toEqual(all)
    expect((await app.call('cases.show', { id: caseId })).memberId).toBe(id)
    await inStore(app, (db) => db.updateTable('cases').set({ isOpen: 0 }).execute())
    app.hasMadeRows()
    await app.signIn('sun')
    expect(await app.fail('members.view', { id })).toEqual(BEYOND)
    expect(await reads()).toEqual({ file: false, overview: false, page: [], total: 0, found: [], everywhere: 0 })
  },
)

onEveryEngine(
  'S3-129 to have opened a file keeps it from no other team, and an import ties its members to nobody',
  async (app) => {
    const zhao = await app.as('lead', 'zhao')
    const li = await app.as('agent', 'li')
    await app.as('agent', 'sun')
    await inStore(app, (db) => db.updateTable('users').set({ leadId: zhao }).where('id', '=', li).execute())
    await app.signIn('li')
    await add(app, 'HU8302', '张新')
    await app.signIn('zhao')
    const file = path.join(app.folder, 'members.csv')
    fs.writeFileSync(file, '卡号,姓名\r\nHU8303,李导入\r\n')
    const mapping = { columns: { card: '卡号', name: '姓名' } }
    expect(await app.call('imports.members', { file, mapping })).toMatchObject({ created: 1, rejected: 0 })
    const creators = await inStore(app, (db) =>
      db.selectFrom('members').select(['cardNo', 'createdBy']).orderBy('cardNo').execute(),
    )
    expect(creators).toEqual([
      { cardNo: 'HU8302', createdBy: li },
      { cardNo: 'HU8303', createdBy: null },
    ])
    await narrow(app, { agents: 'team', leads: 'team' })
    for (const login of ['li', 'sun', 'zhao']) {
      await app.signIn(login)
      expect([login, cardsOf(await app.call('members.page', {}))]).toEqual([login, ['HU8302', 'HU8303']])
    }
    await narrow(app, { agents: 'assigned', leads: 'assigned' })
    const reads: Record<string, string[]> = {}
    for (const login of ['li', 'sun', 'zhao']) {
      await app.signIn(login)
      reads[login] = cardsOf(await app.call('members.page', {}))
    }
    expect(reads).toEqual({ li: ['HU8302'], sun: [], zhao: [] })
  },
)
