import { expect } from 'vitest'
import type { CaseId } from '../src/shared/ids.ts'
import { DAY } from '../src/shared/time.ts'
import type { App } from './app.ts'
import { onEngine, onEveryEngine } from './app.ts'
import { complaint, enquiry, mustReplay } from './cases-fixtures.ts'

const seqOf = async (app: App, id: CaseId) => (await app.call('cases.pulse', { id })).lastSeq

onEveryEngine(
  'S5-08 S5-12 the program proposes a class from the words, a lead edits the words as a new version, and each case keeps why',
  async (app) => {
    await app.as('agent', 'li')
    const asked = await app.call('classing.propose', { text: '行李箱轮子摔坏了，要求赔偿' })
    expect(asked).toMatchObject({ version: 1, learned: null, byWords: { category: 'baggage.damaged' } })
    const [best] = asked.byWords.scores
    expect(best?.words).toContainEqual({ text: '轮子', weight: 4 })
    expect(best?.score).toBe(best?.words.reduce((sum, { weight }) => sum + weight, 0))
    const { id } = await app.call('cases.open', complaint({ content: '行李箱轮子摔坏了', category: 'baggage.damaged' }))
    const kept = (await app.call('classing.show', { id })).proposal

    const { version, rules } = await app.call('classing.rules', {})
    const more = { category: 'service.lounge', words: [{ text: '香槟+没有', weight: 9 }] }
    const edited = { ...rules, classes: [...rules.classes.filter(({ category }) => category !== more.category), more] }
    const save = { rules: edited, basedOn: version, reason: '演示：休息室用词' }
    expect(await app.fail('classing.saveRules', save)).toEqual({ code: 'FORBIDDEN' })
    await app.as('lead', 'zhao')
    expect(await app.call('classing.saveRules', save)).toEqual({ version: 2 })
    expect(await app.fail('classing.saveRules', save)).toMatchObject({
      rule: 'class-rules-changed',
      params: { version: 2 },
    })
    expect(await app.call('classing.versions', {})).toMatchObject([
      { version: 2, savedByName: 'zhao', reason: '演示：休息室用词', savedAt: app.now() },
      { version: 1, savedByName: null },
    ])
    expect(await app.call('classing.propose', { text: '没有香槟' })).toMatchObject({
      version: 2,
      byWords: { category: 'service.lounge', scores: [{ score: 9, words: [{ text: '香槟+没有', weight: 9 }] }] },
    })
    expect((await app.call('classing.rules', { version: 1 })).rules).toEqual(rules)
    // What was proposed for a case stays as it was, whatever the words are now.
    expect((await app.call('classing.show', { id })).proposal).toEqual(kept)
    expect(kept).toMatchObject({ version: 1, byWords: { category: 'baggage.damaged' } })
  },
)

onEveryEngine(
  'S5-13 a person corrects the class with a reason, the hit rate is measured class by class, and misses are listed with their words',
  async (app) => {
    await app.as('agent', 'li')
    const from = app.now()
    await app.call('cases.open', complaint({ content: '航班延误五小时', category: 'flight.delay' }))
    await app.call('cases.open', complaint({ content: '行李丢失三天', category: 'baggage.lost' }))
    await app.call(
      'cases.open',
      complaint({ content: '如此这般的事情', demand: '请看', reason: '', category: 'other.general' }),
    )
    await app.call('cases.open', enquiry())
    const wrong = await app.call('cases.open', complaint({ content: '航班取消后没人告知', category: 'flight.delay' }))
    const correction = { id: wrong.id, category: 'flight.cancel', expectedSeq: wrong.lastSeq }
    expect(await app.fail('classing.correct', { ...correction, reason: ' ' })).toMatchObject({ code: 'INVALID_INPUT' })
    expect(
      await app.fail('classing.correct', { ...correction, category: 'flight.delay', reason: '同类' }),
    ).toMatchObject({
      rule: 'class-same',
    })
    const after = await app.call('classing.correct', { ...correction, reason: '航班系取消' })
    expect(after).toMatchObject({ category: 'flight.cancel', correctedByName: 'li', correctedAt: app.now() })
    const { events, category } = await app.call('cases.show', { id: wrong.id })
    expect(category).toBe('flight.cancel')
    expect(events.find(({ kind }) => kind === 'classed')?.data).toMatchObject({
      ...{ reason: '航班系取消', before: { category: 'flight.delay' }, after: { category: 'flight.cancel' } },
    })
    const { id } = await app.call('cases.open', complaint({ content: '柜台态度恶劣', category: 'ticket.refund' }))
    await app.as('agent', 'wang')
    const other = { id, category: 'service.attitude', reason: '态度', expectedSeq: await seqOf(app, id) }
    expect(await app.fail('classing.correct', other)).toMatchObject({ rule: 'case-not-owner' })

    await app.as('lead', 'zhao')
    const rate = await app.call('classing.accuracy', { from, to: from + DAY })
    expect(rate).toMatchObject({ cases: 5, silent: 1, hits: 3, groupHits: 3 })
    expect(rate.categories).toContainEqual({ category: 'flight.cancel', cases: 1, proposed: 1, hits: 1 })
    expect(rate.confusion).toContainEqual({ proposed: 'service.attitude', category: 'ticket.refund', cases: 1 })
    const [miss] = rate.misses.filter(({ caseId }) => caseId === id)
    expect(miss).toMatchObject({ proposed: 'service.attitude', category: 'ticket.refund' })
    expect(miss?.words.map(({ text }) => text)).toContain('态度')
    expect(await app.call('classing.accuracy', { from: from + DAY, to: from + 2 * DAY })).toMatchObject({ cases: 0 })
    await mustReplay(app)
  },
)

onEngine('sqlite', 'S5-13 the desk learns from its own settled cases and explains that proposal too', async (app) => {
  await app.as('agent', 'li')
  const told = ['贵宾厅香槟酒没有供应', '餐车经过没有发放毛毯']
  for (let i = 0; i < 22; i++) {
    await app.call(
      'cases.open',
      complaint({ content: `${told[0]} ${i}`, category: 'service.lounge', reason: '', demand: '改进' }),
    )
    await app.call(
      'cases.open',
      complaint({ content: `${told[1]} ${i}`, category: 'service.quality', reason: '', demand: '改进' }),
    )
  }
  await app.as('lead', 'zhao')
  expect(await app.call('classing.learn', {})).toEqual({ cases: 44, classes: 2, at: app.now() })
  const { learned } = await app.call('classing.propose', { text: '香槟酒也没有' })
  expect(learned).toMatchObject({ category: 'service.lounge', cases: 44 })
  expect(learned?.percent).toBeGreaterThan(90)
  expect(learned?.words.map(({ text }) => text)).toContain('香槟')
  const { id } = await app.call('cases.open', complaint({ content: '香槟酒也没有', category: 'service.lounge' }))
  expect((await app.call('classing.show', { id })).proposal?.learned?.category).toBe('service.lounge')
  const rate = await app.call('classing.accuracy', { from: 0, to: app.now() + DAY })
  expect(rate.learned).toEqual({ cases: 1, hits: 1 })
})

onEngine('sqlite', 'too few settled cases teach nothing', async (app) => {
  await app.as('lead', 'zhao')
  expect(await app.fail('classing.learn', {})).toMatchObject({ rule: 'class-too-few', params: { cases: 0 } })
})
