import { expect } from 'vitest'
import { DAY, HOUR } from '../src/shared/time.ts'
import { onEngine, onEveryEngine } from './app.ts'
import { addMember, enquiry, inStore } from './cases-fixtures.ts'

onEveryEngine(
  'a promise to a customer has its own clock, is warned of, moved with a reason and kept or broken',
  async (app) => {
    await app.as('agent', 'li')
    const memberId = await addMember(app, 'gold')
    const { id: caseId } = await app.call('cases.open', enquiry({ memberId, anonymousReason: null }))
    const made = await app.call('promises.make', {
      caseId,
      text: '今天四点前回电告知行李额（演示数据）',
      dueAt: app.now() + 5 * HOUR,
    })
    expect(made).toMatchObject({ memberId, ownerName: 'li', promisedByName: 'li', result: null, mayTouch: true })
    expect(made.warnAt).toBe(app.now() + 4 * HOUR)

    const overview = await app.call('members.overview', { id: memberId })
    expect(overview.promises).toMatchObject([{ id: made.id, caseId, text: made.text, dueAt: made.dueAt }])
    expect((await app.call('promises.list', {})).map(({ id }) => id)).toEqual([made.id])

    app.wait(4 * HOUR)
    await app.signIn('li')
    await app.engine.heartbeat()
    expect(await app.call('promises.of', { caseId })).toMatchObject([{ warnedAt: made.warnAt, overdueAt: null }])
    app.wait(2 * HOUR)
    await app.signIn('li')
    await app.engine.heartbeat()
    expect(await app.call('promises.of', { caseId })).toMatchObject([{ overdueAt: made.dueAt }])

    const later = app.now() + DAY
    expect(await app.fail('promises.move', { id: made.id, dueAt: app.now() - 1, reason: '改明天' })).toMatchObject({
      rule: 'promise-time-past',
    })
    expect(await app.call('promises.move', { id: made.id, dueAt: later, reason: '客户要求明天再打' })).toMatchObject({
      dueAt: later,
      overdueAt: null,
      moves: [{ fromDueAt: made.dueAt, toDueAt: later, reason: '客户要求明天再打', byName: 'li' }],
    })
    app.wait(HOUR)
    expect(await app.call('promises.keep', { id: made.id, outcome: '已回电' })).toMatchObject({
      result: 'kept',
      settledByName: 'li',
      outcome: '已回电',
      mayTouch: false,
    })
    expect(await app.fail('promises.break', { id: made.id, reason: '又没打' })).toMatchObject({
      rule: 'promise-settled',
    })
    const log = (await app.call('cases.show', { id: caseId })).events.filter(({ kind }) => kind === 'promise')
    expect(log.map(({ data }) => data.act)).toEqual(['promised', 'promiseMoved', 'promiseKept'])
  },
)

onEveryEngine('a case is not ended over a promise that stands; broken with the reason it is', async (app) => {
  await app.as('agent', 'li')
  const opened = await app.call('cases.open', enquiry())
  const { id: caseId } = opened
  const made = await app.call('promises.make', { caseId, text: '寄送行李规定', dueAt: app.now() + DAY })
  const view = await app.call('cases.show', { id: caseId })
  const end = view.nextActions.find(({ to }) => view.stages.find(({ id }) => id === to)?.isFinal)
  if (!end) throw new Error(`no way to the end from ${view.state}`)
  const close = { id: caseId, step: end.id, data: {}, expectedSeq: view.lastSeq }
  const data = Object.fromEntries(
    end.fields.filter(({ isRequired }) => isRequired).map(({ name }) => [name, '按规定托运两件，每件二十三公斤']),
  )
  expect(await app.fail('cases.advance', { ...close, data })).toMatchObject({
    rule: 'case-promise-stands',
    params: { count: 1 },
  })
  await app.call('promises.break', { id: made.id, reason: '规定已停印，改发短信' })
  const { lastSeq } = await app.call('cases.show', { id: caseId })
  expect((await app.call('cases.advance', { ...close, data, expectedSeq: lastSeq })).isOpen).toBe(false)
  expect(await app.call('promises.of', { caseId })).toMatchObject([{ result: 'broken' }])
})

onEngine('sqlite', 'a colleague does not settle a promise of somebody else; a lead may', async (app) => {
  await app.as('agent', 'li')
  const memberId = await addMember(app, 'silver')
  const made = await app.call('promises.make', { memberId, text: '查询座位', dueAt: app.now() + HOUR })
  await app.as('agent', 'wang')
  expect(await app.fail('promises.keep', { id: made.id, outcome: '已查' })).toMatchObject({ rule: 'promise-not-yours' })
  await app.as('lead', 'zhao')
  expect(await app.call('promises.release', { id: made.id, reason: '客户不再需要' })).toMatchObject({
    result: 'released',
  })
  expect(await app.fail('promises.make', { text: '给谁', dueAt: app.now() + HOUR })).toMatchObject({
    rule: 'promise-to-nobody',
  })
  expect(await inStore(app, (db) => db.selectFrom('promises').select('nextCheckAt').execute())).toEqual([
    { nextCheckAt: null },
  ])
})
