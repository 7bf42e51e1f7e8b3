import { expect } from 'vitest'
import type { Input } from '../src/shared/contracts.ts'
import type { UserId } from '../src/shared/ids.ts'
import { type App, onEveryEngine } from './app.ts'
import { inStore } from './cases-fixtures.ts'
import { closedComplaint, marksOf } from './reviews-fixtures.ts'

const RULE = { by: 'agent', percent: 50, count: null, always: ['major'], kinds: ['complaint'] } as const

const planned = (auditorId: string, more: Partial<Input<'reviews.planAudit'>> = {}): Input<'reviews.planAudit'> => ({
  title: '九月投诉处理内部审计',
  subject: 'case',
  plannedDay: '2026-09-30',
  fromDay: '2026-09-01',
  toDay: '2026-09-30',
  auditorId: auditorId as UserId,
  rule: { ...RULE, always: [...RULE.always], kinds: [...RULE.kinds] },
  ...more,
})

/** Five closed complaints: three of li, one of them major, one of wu, one of the lead who will be the auditor. */
async function closedFive(app: App): Promise<{ zhao: string; own: string }> {
  await closedComplaint(app, 'li')
  await closedComplaint(app, 'li', { category: 'baggage.lost' })
  await closedComplaint(app, 'wu')
  const zhao = await app.as('lead', 'zhao')
  const own = await closedComplaint(app, 'zhao')
  return { zhao, own }
}

onEveryEngine(
  'S2-138 S4-118 an internal audit is planned, its sample drawn by lot with the seed kept, findings recorded for each case, and closed with a conclusion',
  async (app) => {
    const { zhao, own } = await closedFive(app)
    await app.as('lead', 'zhao')
    const { id } = await app.call('reviews.planAudit', planned(zhao))
    expect(await app.fail('reviews.redraw', { id })).toMatchObject({ rule: 'audit-not-drawn' })
    const drawn = await app.call('reviews.drawAudit', { id })
    expect(drawn).toMatchObject({ state: 'drawn', population: 3, sampleSize: 2, found: 0, drawnAt: app.now() })
    expect(drawn.items.map(({ agentName }) => agentName).sort()).toEqual(['li', 'wu'])
    expect(drawn.items.map(({ caseId }) => caseId)).not.toContain(own)
    expect(await app.fail('reviews.drawAudit', { id })).toMatchObject({ rule: 'audit-drawn' })

    const kept = await inStore(app, (db) =>
      db.selectFrom('reviewAudits').select(['seed', 'populationSize']).where('id', '=', id).executeTakeFirstOrThrow(),
    )
    expect(kept).toEqual({ seed: drawn.seed, populationSize: 3 })
    await app.as('manager')
    expect(await app.call('reviews.redraw', { id })).toMatchObject({
      seed: drawn.seed,
      isSame: true,
      numbers: drawn.items.map(({ number }) => number),
      population: { length: 3 },
    })

    const [first, second] = drawn.items
    if (!first?.caseId || !second) throw new Error('no sample')
    const found = { itemId: first.id, grade: 'deviation', finding: '进度告知晚于承诺' } as const
    expect(await app.fail('reviews.finding', found)).toMatchObject({ rule: 'audit-not-auditor' })
    await app.as('lead', 'zhao')
    await app.call('reviews.finding', found)
    const begun = await app.call('reviews.begin', { caseId: first.caseId })
    const marks = marksOf(begun, 4)
    await app.call('reviews.give', { caseId: first.caseId, formVersion: 1, marks, auditItemId: first.id })
    expect(await app.fail('reviews.closeAudit', { id, conclusion: '完成' })).toMatchObject({
      rule: 'audit-open-items',
      params: { count: 1 },
    })
    await app.call('reviews.finding', { itemId: second.id, grade: 'none', finding: '符合制度' })
    const closed = await app.call('reviews.closeAudit', { id, conclusion: '总体符合，进度告知需改进' })
    expect(closed).toMatchObject({
      state: 'closed',
      conclusion: '总体符合，进度告知需改进',
      grades: { none: 1, remark: 0, deviation: 1, serious: 0 },
      found: 2,
    })
    expect(closed.items[0]).toMatchObject({
      finding: '进度告知晚于承诺',
      foundByName: 'zhao',
      total: expect.any(Number),
    })
    expect(await app.fail('reviews.finding', found)).toMatchObject({ rule: 'audit-closed' })
    expect((await app.call('reviews.audits', {})).map(({ state }) => state)).toEqual(['closed'])
  },
)

onEveryEngine('S2-138 what a rule always takes is in the sample, whatever the lots say', async (app) => {
  const { zhao } = await closedFive(app)
  await inStore(app, (db) =>
    db.updateTable('cases').set({ severity: 'major' }).where('category', '=', 'baggage.lost').execute(),
  )
  app.hasMadeRows()
  await app.as('lead', 'zhao')
  const none = { ...RULE, percent: null, count: 0, always: ['major' as const], kinds: ['complaint' as const] }
  const { id } = await app.call('reviews.planAudit', planned(zhao, { rule: none }))
  const { items } = await app.call('reviews.drawAudit', { id })
  expect(items).toMatchObject([{ why: 'major', agentName: 'li' }])
})

onEveryEngine('an audit looks back, at something, by a lead; a population of none is not drawn from', async (app) => {
  const li = await app.as('agent', 'li')
  const zhao = await app.as('lead', 'zhao')
  expect(await app.fail('reviews.planAudit', planned(li))).toMatchObject({ rule: 'audit-auditor' })
  expect(await app.fail('reviews.planAudit', planned(zhao, { toDay: '2026-10-31' }))).toMatchObject({
    rule: 'audit-too-early',
  })
  expect(await app.fail('reviews.planAudit', planned(zhao, { fromDay: '2026-10-01' }))).toMatchObject({
    rule: 'audit-period',
  })
  const calls = await app.call('reviews.planAudit', planned(zhao, { subject: 'call' }))
  expect(await app.fail('reviews.drawAudit', { id: calls.id })).toMatchObject({ rule: 'audit-nothing' })
})

onEveryEngine(
  'S2-139 a case is picked for study with its reason, without the people in it, checked by a second person, and read by agents',
  async (app) => {
    const caseId = await closedComplaint(app, 'li', {
      content: '陈女士（13800001234）投诉：2026年9月30日航班延误五小时，现场无人说明',
    })
    await app.as('lead', 'zhao')
    const picked = await app.call('reviews.pickStudy', {
      ...{ caseId, title: '延误现场沟通', reason: '典型的沟通缺失', lessons: '三十分钟通报一次' },
    })
    expect(picked).toMatchObject({ state: 'draft', suspects: [], mayRelease: false, pickedByName: 'zhao' })
    expect(picked.text).toContain('【客户】（【号码】）投诉：【日期】航班延误五小时')
    expect(picked.text).toContain('处理措施：现场公告流程整改')
    expect(picked.text).not.toMatch(/陈女士|13800001234|li|2026/)
    const { id } = picked
    await app.as('agent', 'li')
    expect(await app.call('reviews.studies', {})).toEqual([])
    expect(await app.fail('reviews.study', { id })).toEqual({ code: 'NOT_FOUND', entity: 'study' })

    await app.as('lead', 'zhao')
    expect(await app.fail('reviews.releaseStudy', { id, hasNoPeople: true })).toMatchObject({ rule: 'study-own-check' })
    const text = `${picked.text}\n陈女士表示感谢`
    const edited = await app.call('reviews.editStudy', { id, title: picked.title, text, lessons: picked.lessons })
    expect(edited.suspects).toEqual(['陈女士'])
    await app.as('manager')
    expect(await app.fail('reviews.releaseStudy', { id, hasNoPeople: true })).toMatchObject({
      rule: 'study-personal',
      params: { count: 1, first: '陈女士' },
    })
    await app.call('reviews.editStudy', { id, title: picked.title, text: picked.text, lessons: picked.lessons })
    expect(await app.call('reviews.releaseStudy', { id, hasNoPeople: true })).toMatchObject({
      state: 'released',
      releasedByName: '王经理',
    })
    await app.as('agent', 'wu')
    expect(await app.call('reviews.studies', {})).toMatchObject([{ id, title: '延误现场沟通' }])
    expect(await app.call('reviews.study', { id })).toMatchObject({
      text: picked.text,
      lessons: '三十分钟通报一次',
      caseId: null,
      caseNumber: null,
      reason: null,
    })
    await app.as('lead', 'zhao')
    await app.call('reviews.withdrawStudy', { id, reason: '另有更好的案例' })
    await app.as('agent', 'wu')
    expect(await app.call('reviews.studies', {})).toEqual([])
  },
)
