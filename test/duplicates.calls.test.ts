import { expect } from 'vitest'
import type { MemberId } from '../src/shared/ids.ts'
import { type App, onEveryEngine } from './app.ts'
import { complaint, inStore } from './cases-fixtures.ts'
import { add } from './members-fixture.ts'

const TWIN = { name: '郑演示', birthDate: '1985-03-15', mobile: '13812345678', documentNo: '440106198503151217' }

/** Two files of one person, a third with the same telephone, and somebody else. */
async function files(app: App): Promise<{ kept: MemberId; twin: MemberId; third: MemberId }> {
  const { name, ...same } = TWIN
  const kept = await add(app, 'HU8001', name, { ...same, tier: 'gold', vipReason: '演示' })
  const twin = await add(app, 'HU8002', name, same)
  const third = await add(app, 'HU8003', '郑小演', { mobile: '13700000001' })
  await app.call('members.addContact', { id: third, kind: 'home', value: '13812345678', label: '家' })
  await add(app, 'HU8004', '别人', { mobile: '13700000002' })
  return { kept, twin, third }
}

const rowsOf = (app: App) =>
  inStore(app, async (db) => ({
    members: await db.selectFrom('members').selectAll().orderBy('id').execute(),
    contacts: await db.selectFrom('memberContacts').selectAll().orderBy('id').execute(),
    cases: await db.selectFrom('cases').selectAll().orderBy('id').execute(),
    wishes: await db.selectFrom('wishes').selectAll().orderBy('id').execute(),
  }))

onEveryEngine('files that share a document, mobile, telephone or name and birthday are suggested', async (app) => {
  await app.as('manager')
  const { kept, twin, third } = await files(app)
  const { suggestions } = await app.call('duplicates.of', { memberId: kept })
  expect(suggestions.map(({ file, same, score }) => [file.id, same, score])).toEqual([
    [twin, ['document', 'mobile', 'nameAndBirthday'], 100],
    [third, ['contact'], 15],
  ])
  expect(suggestions[0]?.file).toMatchObject({ maskedMobile: '+86138****5678', maskedDocument: '440***********1217' })
  const found = async (same: 'document' | 'mobile' | 'nameAndBirthday' | 'contact') =>
    (await app.call('duplicates.find', { same })).groups.map(({ files }) => files.map(({ card }) => card))
  expect(await found('document')).toEqual([['HU8001', 'HU8002']])
  expect(await found('mobile')).toEqual([['HU8001', 'HU8002']])
  expect(await found('nameAndBirthday')).toEqual([['HU8001', 'HU8002']])
  expect(await found('contact')).toEqual([])
})

onEveryEngine(
  'a merge is a link: the losing card leads to the winner, and undoing it restores exactly',
  async (app) => {
    await app.as('manager')
    const { kept, twin } = await files(app)
    await app.as('agent')
    const { id: caseId } = await app.call('cases.open', complaint({ memberId: twin, anonymousReason: null }))
    await app.call('wishes.record', { memberId: twin, tags: [{ topic: 'trip', value: 'nature' }] })
    expect(await app.fail('duplicates.merge', { winnerId: kept, loserId: twin, reason: '同一人' })).toMatchObject({
      code: 'FORBIDDEN',
    })
    await app.as('lead')
    const before = await rowsOf(app)
    const keptBefore = await app.call('members.overview', { id: kept })
    const twinBefore = await app.call('members.overview', { id: twin })
    expect(keptBefore.openCases).toEqual([])

    const merge = await app.call('duplicates.merge', { winnerId: kept, loserId: twin, reason: '证件与手机相同' })
    expect(merge).toMatchObject({
      same: ['document', 'mobile', 'nameAndBirthday'],
      mergedByName: 'lead',
      undoneAt: null,
    })
    expect(await app.call('members.overview', { id: twin })).toMatchObject({
      id: kept,
      leadsTo: { card: 'HU8001' },
      merged: [{ card: 'HU8002' }],
    })
    const whole = await app.call('members.overview', { id: kept })
    expect(whole.leadsTo).toBeNull()
    expect(whole.openCases.map(({ id }) => id)).toEqual([caseId])
    expect(whole.wishes.map(({ value }) => value)).toEqual(['nature'])
    expect(whole.duplicates.map(({ file }) => file.card)).toEqual(['HU8003'])
    expect((await app.call('members.find', { text: 'HU8002' })).map(({ card }) => card)).toEqual(['HU8001'])
    expect((await app.call('members.timeline', { id: kept, kinds: ['case'] })).items.map(({ id }) => id)).toEqual([
      caseId,
    ])

    expect(await app.fail('duplicates.merge', { winnerId: twin, loserId: kept, reason: '反向' })).toMatchObject({
      rule: 'merge-winner-merged',
    })
    app.wait(1000)
    expect(await app.call('duplicates.undo', { id: merge.id, reason: '实为父子' })).toMatchObject({
      undoneAt: app.now(),
      undoneByName: 'lead',
    })
    expect(await rowsOf(app)).toEqual(before)
    expect(await app.call('members.overview', { id: kept })).toEqual(keptBefore)
    expect(await app.call('members.overview', { id: twin })).toEqual(twinBefore)
    expect(await app.fail('duplicates.undo', { id: merge.id, reason: '再次撤销' })).toMatchObject({
      rule: 'merge-undone',
    })
    expect((await app.call('duplicates.of', { memberId: kept })).merges).toHaveLength(1)
  },
)

onEveryEngine('a telephone of a merged file names the person once', async (app) => {
  await app.as('manager')
  const { kept, twin, third } = await files(app)
  await app.as('lead')
  await app.call('duplicates.merge', { winnerId: kept, loserId: twin, reason: '同一人' })
  await app.call('duplicates.merge', { winnerId: kept, loserId: third, reason: '同一人' })
  const { caller } = await app.call('calls.start', { direction: 'inbound', phone: '13812345678' })
  expect(caller).toMatchObject({ kind: 'member', member: { id: kept } })
})
