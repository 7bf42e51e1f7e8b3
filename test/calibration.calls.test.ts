import { expect } from 'vitest'
import type { UserId } from '../src/shared/ids.ts'
import type { Marks } from '../src/shared/reviews/model.ts'
import { type App, onEngine, onEveryEngine } from './app.ts'
import { closing, investigated, reply, take, visit } from './cases-fixtures.ts'
import { closedComplaint, marksOf } from './reviews-fixtures.ts'

/** Three leads and two closed complaints of an agent, with the marks that a reader gives. */
async function ready(app: App) {
  const cases = [await closedComplaint(app), await closedComplaint(app, 'li', { contactPhone: '13800007777' })]
  const numbers: string[] = []
  for (const id of cases) numbers.push((await app.call('cases.show', { id })).number)
  const raters: UserId[] = []
  for (const login of ['zhao', 'qian', 'feng']) raters.push((await app.as('lead', login)) as UserId)
  const begun = await app.call('reviews.begin', { number: numbers[0] ?? '' })
  const items = begun.form.groups.flatMap((group) => group.items).filter(({ computed }) => computed === null)
  return { numbers, raters, begun, item: items[0]?.id ?? '', other: items[1]?.id ?? '' }
}

onEveryEngine(
  'leads judge the same complaints apart from each other; the agreement, who is milder and what stands apart are kept, and the item gets its definition',
  async (app) => {
    const { numbers, raters, begun, item, other } = await ready(app)
    const draft = { title: '演示：十月校准', kind: 'complaint', numbers, raters, dueDay: '2026-10-20' } as const
    const opened = await app.call('calibration.open', draft)
    expect(opened).toMatchObject({ state: 'open', subjects: 2, raters: 3, judged: 0, isMine: true, mayMark: true })
    const marks: Record<string, [Marks, Marks]> = {
      zhao: [{ [item]: 5 }, { [item]: 4 }],
      qian: [{ [item]: 5 }, { [item]: 4, [other]: 3 }],
      feng: [
        { [item]: 2, [other]: 1 },
        { [item]: 4, [other]: 3 },
      ],
    }
    for (const [login, own] of Object.entries(marks)) {
      await app.signIn(login)
      for (const [place, more] of own.entries()) {
        const subjectId = opened.list[place]?.id ?? ''
        await app.call('calibration.mark', { subjectId, marks: marksOf(begun, 4, more), comment: '演示' })
      }
      const seen = await app.call('calibration.show', { id: opened.id })
      // Nobody sees the others before the end.
      expect(seen.list.map(({ own: mine, all }) => [mine?.name, all.length])).toEqual([
        [login, 0],
        [login, 0],
      ])
      expect(seen.result).toBeNull()
    }
    const close = { id: opened.id, conclusion: '演示：对首项的理解不一致，修订定义' }
    await app.signIn('qian')
    expect(await app.fail('calibration.close', close)).toMatchObject({ rule: 'calibration-not-yours' })
    await app.as('manager')
    const amend = {
      id: opened.id,
      itemId: item,
      definition: { zh: '演示：两小时内联系为满分', en: 'Demo: within two hours' },
    }
    expect(await app.fail('calibration.amend', { ...amend, reason: '演示' })).toMatchObject({
      rule: 'calibration-still-open',
    })
    const closed = await app.call('calibration.close', close)
    expect(closed).toMatchObject({ state: 'closed', judged: 6, conclusion: close.conclusion, closedByName: '王经理' })
    const first = closed.result?.items.find(({ itemId }) => itemId === item)
    // Marks 5 5 2 and 4 4 4: the ranks lie 4.5, 2 and 2.5 apart; observed 2 × 4.5², expected from all six marks.
    expect(first).toMatchObject({
      level: 'poor',
      paired: 6,
      outliers: [{ name: 'feng', number: numbers[0], mark: 2, others: 5 }],
    })
    const expected = 2 * (3 * 2 ** 2 + 2 * 4.5 ** 2 + 6 * 2.5 ** 2)
    expect(first?.alpha).toBeCloseTo(1 - (5 * 2 * 4.5 ** 2) / expected, 9)
    expect(closed.result?.raters.map(({ name, judged, leaning }) => [name, judged, Math.sign(leaning ?? 0)])).toEqual(
      expect.arrayContaining([
        ['zhao', 2, 1],
        ['feng', 2, -1],
      ]),
    )
    expect(closed.list.map(({ all }) => all.length)).toEqual([3, 3])

    const before = (await app.call('reviews.form', { kind: 'complaint' })).version
    const amended = await app.call('calibration.amend', { ...amend, reason: '校准会结论（演示）' })
    expect(amended.amendments).toMatchObject([
      { itemId: item, formVersion: before + 1, before: { zh: '', en: '' }, after: amend.definition, byName: '王经理' },
    ])
    const { version, form, versions } = await app.call('reviews.form', { kind: 'complaint' })
    expect({ version, reason: versions[0]?.reason }).toEqual({ version: before + 1, reason: '校准会结论（演示）' })
    const items = form.groups.flatMap((group) => group.items)
    expect(items.find(({ id }) => id === item)?.definition).toEqual(amend.definition)
    // The session keeps the form it was judged by.
    expect(
      amended.form.groups.flatMap((group) => group.items).find(({ id }) => id === item)?.definition,
    ).toBeUndefined()
    const [row] = await app.call('calibration.list', {})
    expect(row).toMatchObject({ title: '演示：十月校准', state: 'closed', alpha: closed.result?.total.alpha })
    expect(await app.fail('calibration.close', close)).toMatchObject({ rule: 'calibration-closed' })
  },
)

onEngine('sqlite', 'nobody calibrates on their own work, alone, or without having been asked', async (app) => {
  const { numbers, raters, begun } = await ready(app)
  const draft = { title: '演示', kind: 'complaint', numbers, raters, dueDay: '2026-10-20' } as const
  await app.signIn('zhao')
  const own = await investigated(app, { contactPhone: '13800005555' })
  await take(app, own, 'reply', reply(app.now()))
  await take(app, own, 'visit', visit(app.now()))
  await app.as('manager')
  await take(app, own, 'close', closing)
  const { number } = await app.call('cases.show', { id: own })
  expect(await app.fail('calibration.open', { ...draft, numbers: [number] })).toMatchObject({
    rule: 'calibration-rater-worked',
    params: { name: 'zhao', number },
  })
  const twice = [raters[0] as UserId, raters[0] as UserId]
  expect(await app.fail('calibration.open', { ...draft, raters: twice })).toMatchObject({
    rule: 'calibration-two-raters',
  })
  expect(await app.fail('calibration.open', { ...draft, dueDay: '2026-09-01' })).toMatchObject({
    rule: 'calibration-past',
  })
  expect(await app.fail('calibration.open', { ...draft, kind: 'call' })).toMatchObject({
    rule: 'calibration-other-kind',
  })
  const li = (await app.as('agent', 'li')) as UserId
  expect(await app.fail('calibration.list', {})).toEqual({ code: 'FORBIDDEN' })
  await app.as('manager')
  expect(await app.fail('calibration.open', { ...draft, raters: [raters[0] as UserId, li] })).toMatchObject({
    rule: 'calibration-reader',
  })
  const { id, list } = await app.call('calibration.open', draft)
  const mark = { subjectId: list[0]?.id ?? '', marks: marksOf(begun) }
  expect(await app.fail('calibration.mark', mark)).toMatchObject({ rule: 'calibration-not-rater' })
  expect(await app.fail('calibration.close', { id, conclusion: '无' })).toMatchObject({ rule: 'calibration-too-few' })
  await app.signIn('zhao')
  expect(await app.fail('calibration.mark', { ...mark, marks: {} })).toMatchObject({ rule: 'review-mark-missing' })
  await app.call('calibration.mark', mark)
  // A second thought takes the place of the first while the session is open.
  await app.call('calibration.mark', { ...mark, marks: marksOf(begun, 3) })
  expect((await app.call('calibration.show', { id })).judged).toBe(1)
})
