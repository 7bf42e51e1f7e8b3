import { expect } from 'vitest'
import type { Input } from '../src/shared/contracts.ts'
import type { UserId } from '../src/shared/ids.ts'
import { DRAFTING } from '../src/shared/standards/words.ts'
import { HOUR, MINUTE } from '../src/shared/time.ts'
import { type App, onEveryEngine } from './app.ts'
import { enquiry, inStore } from './cases-fixtures.ts'

const standard: Input<'standards.draft'> = {
  ...{ aspect: 'attitude', title: '规范用语合格率', text: '开场与结束用语规范', method: '抽听录音' },
  ...{ unit: '%', direction: 'atLeast', target: 95, frequency: 'month', figure: 'entered' },
  principles: Object.fromEntries(DRAFTING.map((one) => [one, '符合'])),
}

/** A standard in force that the lead `zhao` measures. */
async function inForce(app: App): Promise<string> {
  const author = (await app.as('lead', 'zhao')) as UserId
  await app.as('manager')
  await app.call('standards.appoint', { userId: author, duty: '服务质量检查', fromDay: '2026-01-01' })
  await app.signIn('zhao')
  const { id } = await app.call('standards.draft', standard)
  await app.as('manager')
  await app.call('standards.approve', { id })
  return id
}

onEveryEngine(
  'S4-161 results of evaluation are watched: missed, near its limit or falling, each warns once, early and by itself, until somebody says what is done',
  async (app) => {
    expect(await app.call('watch.nextRun', {})).toEqual({ at: null })
    const id = await inForce(app)
    await app.signIn('zhao')
    const measure = (value: number, month: string) =>
      app.call('standards.measure', { id, fromDay: `${month}-01`, toDay: `${month}-28`, value, note: '抽听三十通' })
    await measure(99, '2026-07')
    await measure(96, '2026-08')
    const goal: Input<'goals.set'> = {
      ...{ measure: 'satisfaction', title: '满意度', unit: '分', baseline: 80, baselineWhen: '2025' },
      ...{ baselineSource: '年度调查', target: 90, dueDay: '2026-12-31', ownerId: (await app.as('manager')) as UserId },
    }
    const { id: goalId } = await app.call('goals.set', goal)
    await app.call('goals.measure', { id: goalId, day: '2026-09-30', value: 60, source: '季度调查' })
    const ownerId = (await app.as('lead', 'zhao')) as UserId
    const hotel = { kind: 'hotel', name: '示例海湾酒店', cooperation: '', ownerId, state: 'active' } as const
    const { id: partnerId } = await app.call('partners.save', { partner: hotel })
    for (const points of [3, 2, 3])
      await app.call('partners.rate', { partnerId, item: 'stay', points, day: '2026-09-20' })
    // One rating says nothing yet, however poor it is.
    await app.call('partners.rate', { partnerId, item: 'meals', points: 1, day: '2026-09-20' })
    // The desk looks by itself.
    expect(await app.call('watch.nextRun', {})).toEqual({ at: app.now() })
    await app.engine.heartbeat()
    const list = await app.call('watch.list', {})
    expect(list.map((one) => [one.source, one.title, one.level, one.value, one.limitText, one.ownerName])).toEqual(
      expect.arrayContaining([
        ['supplier', '示例海湾酒店', 'missed', '2.67', '3.5', 'zhao'],
        ['standard', expect.stringContaining('规范用语合格率'), 'near', '96%', '95%', 'zhao'],
        ['goal', '满意度', 'falling', '60分', '80分', '王经理'],
      ]),
    )
    expect(list).toHaveLength(3)
    expect(await app.call('watch.nextRun', {})).toEqual({ at: app.now() + 6 * HOUR })
    // Nothing new, nothing twice; a new result that is missed warns again.
    expect(await app.call('watch.evaluate', {})).toEqual({ results: 3, raised: 0 })
    await measure(90, '2026-09')
    expect(await app.call('watch.evaluate', {})).toEqual({ results: 3, raised: 1 })
    const supplier = list.find(({ source }) => source === 'supplier')?.id ?? ''
    await app.as('agent')
    expect(await app.fail('watch.answer', { id: supplier, answer: '已处理' })).toMatchObject({
      rule: 'warning-not-yours',
    })
    await app.signIn('zhao')
    const answer = { id: supplier, answer: '约谈酒店并换房型' }
    expect(await app.call('watch.answer', answer)).toMatchObject({ state: 'closed', answeredByName: 'zhao' })
    expect(await app.fail('watch.answer', answer)).toMatchObject({ rule: 'warning-closed' })
    expect((await app.call('watch.list', {})).map(({ level }) => level).sort()).toEqual(['falling', 'missed', 'near'])
    const stored = await inStore(app, (db) =>
      db.selectFrom('resultWarnings').select(['source', 'state', 'answer']).where('state', '=', 'closed').execute(),
    )
    expect(stored).toEqual([{ source: 'supplier', state: 'closed', answer: '约谈酒店并换房型' }])
  },
)

onEveryEngine(
  'S4-64 feedback of all kinds is gathered, goes up, and the weak link that it shows gets an improvement with a person and a day',
  async (app) => {
    const manager = (await app.as('manager')) as UserId
    const ownerId = (await app.as('lead')) as UserId
    const hotel = { kind: 'hotel', name: '示例海湾酒店', cooperation: '', ownerId, state: 'active' } as const
    const { id: partnerId } = await app.call('partners.save', { partner: hotel })
    await app.as('agent')
    const said = { day: '2026-09-29', channel: 'phone', tone: 'criticism', text: '酒店夜间噪声大' } as const
    const feedback = await app.call('loop.addFeedback', said)
    const suggestion = await app.call('cases.open', {
      ...enquiry({ kind: 'suggestion', thanked: true, content: '建议提供静音楼层' }),
    })
    for (const points of [3, 2, 3])
      await app.call('partners.rate', { partnerId, item: 'stay', points, remark: '噪声', day: '2026-09-29' })
    await app.as('lead')
    const gathered = await app.call('digests.gather', { fromDay: '2026-09-01', toDay: '2026-09-30' })
    expect(gathered.map(({ kind, id }) => [kind, id])).toEqual(
      expect.arrayContaining([
        ['feedback', feedback.id],
        ['suggestion', suggestion.id],
      ]),
    )
    const items = gathered.map(({ kind, id }) => ({ kind, id }))
    const digest = await app.call('digests.send', { toId: manager, title: '九月反馈', text: '住宿噪声集中', items })
    const [weak] = await app.call('partners.quality', { fromDay: '2026-09-01', toDay: '2026-09-30' })
    expect(weak).toMatchObject({ partnerName: '示例海湾酒店', item: 'stay', mean: 2.67, isWeak: true })
    const made = await app.call('improvements.propose', {
      ...{ kind: 'supplier', title: '海湾酒店住宿噪声', finding: '平均 2.67 分', measure: '协议改为静音楼层' },
      ...{ ownerId, dueDay: '2026-10-31', sourceKind: 'feedback', sourceId: feedback.id },
    })
    expect((await app.call('loop.feedback', {}))[0]?.improvements).toMatchObject([{ id: made.id, ownerName: 'lead' }])
    await app.as('manager')
    await app.call('digests.answer', { id: digest.id, answer: '同意，月底前完成' })
    const stored = await inStore(app, (db) =>
      db.selectFrom('improvements').select(['kind', 'ownerId', 'dueDay', 'sourceKind']).execute(),
    )
    expect(stored).toEqual([{ kind: 'supplier', ownerId, dueDay: '2026-10-31', sourceKind: 'feedback' }])
  },
)

onEveryEngine(
  'S4-151 the key links are watched as they happen: a call that rings, one that is taken, a case that comes due and one that is late',
  async (app) => {
    const agent = (await app.as('agent')) as UserId
    const { id: callId } = await app.call('calls.start', { direction: 'inbound', phone: '13700004321' })
    const watched = async () => {
      await app.as('manager')
      const { calls, coming, overdue, people } = await app.call('floor.show', {})
      const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)
      const state = people.find(({ userId }) => userId === agent)?.state
      return { waiting: calls.waiting, live: calls.live, state, coming: ids(coming), overdue: ids(overdue) }
    }
    const none = { coming: [], overdue: [] }
    expect(await watched()).toEqual({ waiting: 1, live: 0, state: 'ringing', ...none })
    await app.as('agent')
    app.pushes.length = 0
    await app.call('calls.answer', { id: callId })
    // The windows are told at once that something changed.
    expect(app.pushes).toContainEqual(
      expect.objectContaining({ kind: 'changed', topics: expect.arrayContaining(['calls']) }),
    )
    expect(await watched()).toEqual({ waiting: 0, live: 1, state: 'talking', ...none })
    await app.as('agent')
    const { id } = await app.call('cases.open', enquiry())
    await app.as('manager')
    const { lastSeq, ownerId } = await app.call('cases.show', { id })
    if (ownerId !== agent) await app.call('cases.assign', { id, ownerId: agent, expectedSeq: lastSeq })
    const dueAt = (await app.call('cases.show', { id })).nextDueAt ?? 0
    app.setNow(dueAt - MINUTE)
    expect(await watched()).toMatchObject({ coming: [id], overdue: [] })
    app.setNow(dueAt + MINUTE)
    expect(await watched()).toMatchObject({ coming: [], overdue: [id] })
  },
)
