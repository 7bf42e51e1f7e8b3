import { expect } from 'vitest'
import type { Input } from '../src/shared/contracts.ts'
import type { CaseId } from '../src/shared/ids.ts'
import { HOUR } from '../src/shared/time.ts'
import { type App, onEveryEngine } from './app.ts'
import { addMember, complaint, mustReplay } from './cases-fixtures.ts'

const open = async (app: App, more: Partial<Input<'cases.open'>> = {}) => {
  app.wait(HOUR)
  return (await app.call('cases.open', complaint(more))).id
}

const proposed = async (app: App, id: CaseId) =>
  (await app.call('cases.resembling', { id })).map(({ id, reasons }) => ({ id, reasons }))

const relatedTo = async (app: App, id: CaseId) =>
  (await app.call('cases.show', { id })).related.map(({ id, tie }) => ({ id, tie }))

const FLIGHT = { flightNo: 'HU7609', flightDay: '2026-09-29' } as const

onEveryEngine(
  'S1-10 S1-48 a case proposes those of the same flight and day, of the same person and with the same words, newest first, each with why',
  async (app) => {
    const memberId = await addMember(app, 'gold')
    await app.as('agent')
    const person = { memberId, anonymousReason: null, contactPhone: '13700004321' }
    const flight = await open(app, { ...FLIGHT, contactPhone: '13911112222', content: '无人告知起飞时刻' })
    await open(app, { ...FLIGHT, flightDay: '2026-09-28', contactPhone: '13911113333', content: '餐食太凉' })
    const member = await open(app, { ...person, content: '积分没有入账' })
    const words = await open(app, { contactPhone: '13911114444', content: '托运的红色行李箱把手断裂，要求赔偿' })
    const ask = { content: '红色行李箱把手断裂，轮子也掉了', demand: '赔偿' }
    const own = await open(app, { ...person, ...FLIGHT, ...ask })
    expect(await proposed(app, own)).toEqual([
      { id: words, reasons: ['words'] },
      { id: member, reasons: ['member'] },
      { id: flight, reasons: ['flight'] },
    ])
    const [alike] = await app.call('cases.resembling', { id: own })
    expect(alike?.words[0]).toBe('红色行李箱把手断裂')
    const both = await open(app, { ...person, ...FLIGHT, content: '要求退还选座费' })
    expect(await app.call('cases.resembling', { id: own, limit: 1 })).toMatchObject([
      { id: both, reasons: ['flight', 'member'] },
    ])
  },
)

onEveryEngine('S2-10 a report in confidence is proposed to nobody who may not read it', async (app) => {
  await app.as('lead')
  const report = await open(app, { ...FLIGHT, channel: 'reportPhone', contactPhone: '13911115555' })
  const own = await open(app, { ...FLIGHT, contactPhone: '13911116666', content: '餐食太凉', demand: '换一份' })
  expect((await app.call('cases.show', { id: report })).isRestricted).toBe(true)
  expect(await proposed(app, own)).toEqual([{ id: report, reasons: ['flight'] }])
  for (const role of ['agent', 'manager'] as const) {
    await app.as(role)
    expect(await proposed(app, own)).toEqual([])
    expect(await app.fail('cases.link', { id: own, otherId: report })).toEqual({ code: 'NOT_FOUND', entity: 'case' })
  }
})

onEveryEngine(
  'S1-48 a link goes both ways with any number of cases, is in both logs, and is taken back on both sides',
  async (app) => {
    await app.as('agent')
    const [one, two, three] = [await open(app), await open(app), await open(app)] as const
    await app.call('cases.link', { id: three, otherId: one, reason: '同一电话' })
    await app.call('cases.link', { id: three, otherId: two })
    const tie = 'linked'
    expect([await relatedTo(app, three), await relatedTo(app, one), await relatedTo(app, two)]).toEqual([
      [
        { id: one, tie },
        { id: two, tie },
      ],
      [{ id: three, tie }],
      [{ id: three, tie }],
    ])
    expect(await proposed(app, three)).toEqual([])
    expect(await app.fail('cases.link', { id: one, otherId: three })).toMatchObject({ rule: 'case-linked-already' })

    await app.call('cases.unlink', { id: one, otherId: three, reason: '并非同一件事' })
    expect([await relatedTo(app, one), await relatedTo(app, three)]).toEqual([[], [{ id: two, tie }]])
    const logOf = async (id: CaseId) =>
      (await app.call('cases.show', { id })).events.filter(({ kind }) => kind === 'linked').map(({ data }) => data)
    const of = (id: CaseId) => expect.objectContaining({ caseId: id, isTakenBack: true, reason: '并非同一件事' })
    expect([(await logOf(one)).at(-1), (await logOf(three)).at(-1)]).toEqual([of(three), of(one)])
    expect(await app.fail('cases.unlink', { id: one, otherId: three })).toMatchObject({ rule: 'case-not-linked' })
    await app.call('cases.link', { id: one, otherId: three })
    expect(await relatedTo(app, three)).toHaveLength(2)

    const told = await open(app, { relatedCaseId: one })
    await app.call('cases.unlink', { id: one, otherId: told })
    expect((await app.call('cases.show', { id: told })).relatedCaseId).toBeNull()
    await app.as('lead')
    await mustReplay(app)
  },
)

onEveryEngine('S1-48 what a merge tied stays tied until the merge is undone', async (app) => {
  await app.as('agent')
  const [first, second, other] = [await open(app), await open(app), await open(app)] as const
  const { number } = await app.call('cases.show', { id: first })
  await app.as('lead')
  await app.call('cases.advance', { id: second, to: 'merged', data: { mergedInto: number }, expectedSeq: 1 })
  for (const [id, otherId] of [
    [first, second],
    [second, first],
  ] as const) {
    expect(await relatedTo(app, id)).toEqual([{ id: otherId, tie: 'merged' }])
    expect(await app.fail('cases.unlink', { id, otherId })).toMatchObject({ rule: 'case-link-fixed' })
  }
  await app.call('cases.link', { id: second, otherId: other })
  const { lastSeq } = await app.call('cases.pulse', { id: second })
  await app.call('cases.unmerge', { id: second, reason: '并非同一件事', expectedSeq: lastSeq })
  expect([await relatedTo(app, first), await relatedTo(app, second)]).toEqual([[], [{ id: other, tie: 'linked' }]])
  await mustReplay(app)
})
