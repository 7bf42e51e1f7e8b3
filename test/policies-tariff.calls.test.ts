import fs from 'node:fs'
import path from 'node:path'
import { expect } from 'vitest'
import type { CompensationPolicy } from '../src/shared/compensation/policy.ts'
import type { Output } from '../src/shared/contracts.ts'
import type { CaseId } from '../src/shared/ids.ts'
import { DAY } from '../src/shared/time.ts'
import { type App, onEveryEngine } from './app.ts'
import { inStore } from './cases-fixtures.ts'
import { fileOf } from './policies-fixtures.ts'
import { goodwill, newestAmount, openComplaint, proposal, seqOf } from './remedy-fixtures.ts'

type Detail = Output<'policies.show'>

const MEAL = {
  ...{ id: 'meal', name: { zh: '餐券', en: 'Meal voucher' }, unit: 'fen', group: 'coupon', isActive: true },
} as const

/** The tariff and authority in force, in full. */
async function tariffInForce(app: App): Promise<Detail & { body: CompensationPolicy }> {
  const list = await app.call('policies.list', { kind: 'compensation' })
  const detail = await app.call('policies.show', { id: list.find(({ state }) => state === 'inForce')?.id ?? '' })
  return { ...detail, body: detail.body as CompensationPolicy }
}

/** The lead writes: agents decide up to 100 yuan, and meals are given as vouchers. */
async function draftMeals(app: App, effectiveFrom: string): Promise<Detail> {
  await app.as('lead')
  const { id, body } = await tariffInForce(app)
  const authority = body.authority.map((row) => (row.role === 'agent' ? { ...row, maxFen: 10_000 } : row))
  const forms = [...body.forms, MEAL]
  return app.call('policies.draft', { basedOn: id, effectiveFrom, body: { authority, forms }, reason: '季度调整' })
}

const propose = async (app: App, id: CaseId, asked: ReturnType<typeof proposal>) => {
  await app.call('compensation.propose', { id, ...asked, expectedSeq: await seqOf(app, id) })
  return newestAmount(app, id)
}

onEveryEngine(
  'S2-160 S2-166 tariff and authority are changed as a draft with its differences in words, approved by a second person, in force from its day; what was proposed keeps its own version',
  async (app) => {
    await app.as('agent')
    const first = await openComplaint(app)
    await propose(app, first, proposal())
    expect(await app.fail('policies.draft', { effectiveFrom: '2026-10-01' })).toEqual({ code: 'FORBIDDEN' })

    const { id, problems } = await draftMeals(app, '2026-10-01')
    expect([id, problems]).toEqual(['compensation-default@2', []])
    const { changes } = await app.call('policies.diff', { before: 'compensation-default@1', after: id })
    const words = changes.map(({ text }) => text.zh)
    expect(words).toContain('新增补偿方式“餐券”：优惠券')
    expect(words).toContain('授权“客服专员 · 不分等级 · 不分方式”的金额上限：¥200.00 → ¥100.00')

    await app.call('policies.submit', { id, reason: '请审批' })
    expect(await app.fail('policies.approve', { id })).toEqual({ code: 'FORBIDDEN' })
    await app.as('manager')
    expect((await app.call('policies.approve', { id, reason: '同意' })).state).toBe('scheduled')
    expect((await app.call('compensation.policy', {})).version).toBe(1)

    await app.as('agent')
    expect(await propose(app, await openComplaint(app), proposal())).toMatchObject({ level: 'agent', policyVersion: 1 })
    app.wait(2 * DAY)
    await app.as('agent')
    const later = await openComplaint(app)
    expect(await propose(app, later, proposal())).toMatchObject({ level: 'lead', policyVersion: 2 })
    expect(await propose(app, later, goodwill(100, { form: 'meal' }))).toMatchObject({ form: 'meal' })
    expect(await newestAmount(app, first)).toMatchObject({ level: 'agent', policyVersion: 1 })

    const old = await app.call('policies.show', { id: 'compensation-default@1' })
    expect([old.state, old.problems, (old.body as CompensationPolicy).authority[0]?.maxFen]).toEqual([
      'replaced',
      [],
      20_000,
    ])
    const now = await app.call('policies.show', { id })
    expect(now.history.map(({ deed, actorName, reason }) => [deed, actorName, reason])).toEqual([
      ['drafted', 'lead', '季度调整'],
      ['submitted', 'lead', '请审批'],
      ['approved', '王经理', '同意'],
    ])
  },
)

onEveryEngine('nobody approves a tariff of their own, a manager no more than anybody else', async (app) => {
  await app.as('manager')
  const { id: base, body } = await tariffInForce(app)
  const { id } = await app.call('policies.draft', {
    ...{ basedOn: base, effectiveFrom: '2026-10-01', body: { windowDays: 30 } },
  })
  await app.call('policies.submit', { id, reason: '缩短累计期' })
  expect(await app.fail('policies.approve', { id })).toMatchObject({ rule: 'policy-own' })
  expect((await app.call('compensation.policy', {})).windowDays).toBe(body.windowDays)
})

onEveryEngine('a tariff that contradicts itself or drops what was used is refused in words', async (app) => {
  const { id, revision } = await draftMeals(app, '2026-10-01')
  const { body } = await tariffInForce(app)
  const authority = body.authority.map((row) => (row.role === 'lead' ? { ...row, maxFen: 5 } : row))
  const said = await app.call('policies.check', {
    ...{ kind: 'compensation', body: { ...body, authority, forms: body.forms.slice(1) } },
  })
  expect(said.map(({ level, text }) => [level, text.zh])).toEqual([
    ['error', '“里程”（miles）已在使用，只能停用，不能删除。'],
    ['error', '“主管 · 不分等级 · 不分方式”的限额低于下级“客服专员”。'],
  ])
  await app.call('policies.draft', { id, revision, effectiveFrom: '2026-10-01', body: { authority } })
  expect(await app.fail('policies.submit', { id, reason: '请审批' })).toMatchObject({ rule: 'policy-has-problems' })
})

onEveryEngine(
  'a tariff goes to another desk as a file and comes in as a draft; changed figures lose their source',
  async (app) => {
    const { id } = await draftMeals(app, '2026-10-01')
    const out = path.join(app.folder, 'tariff.json')
    await app.call('policies.export', { id, out })
    const pack = JSON.parse(fs.readFileSync(out, 'utf8')) as { policy: CompensationPolicy }
    expect(pack.policy.source).toMatchObject({ mark: 'seed', note: { zh: '由lead设定' } })
    expect(await app.fail('policies.import', { file: out })).toMatchObject({ rule: 'policy-known' })
    const file = fileOf(app, 'other.json', { ...pack.policy, executeWithinDays: 3 })
    const taken = await app.call('policies.import', { file, effectiveFrom: '2026-10-02', reason: '集团统一' })
    expect([taken.id, taken.state, taken.basedOn]).toEqual([
      'compensation-default@3',
      'draft',
      'compensation-default@1',
    ])
  },
)

onEveryEngine('a tariff that a store has had before stays the one in force until another is approved', async (app) => {
  const { body } = await tariffInForce(app)
  const kept = { ...body, version: 2, effectiveFrom: '2026-09-30', windowDays: 60 }
  // As earlier releases put it: in force from the moment at which the manager saved it.
  await inStore(app, async (db) => {
    const head = {
      id: 'compensation-default@2',
      pack: 'compensation-default',
      kind: 'compensation',
      version: 2,
    } as const
    const row = { ...head, effectiveFrom: app.now(), body: JSON.stringify(kept), createdAt: app.now(), createdBy: null }
    await db.insertInto('policies').values(row).execute()
  })
  expect(await tariffInForce(app)).toMatchObject({ id: 'compensation-default@2', body: { windowDays: 60 } })
  const { id } = await draftMeals(app, '2026-09-30')
  await app.call('policies.submit', { id, reason: '请审批' })
  await app.as('manager')
  expect((await app.call('policies.approve', { id })).state).toBe('inForce')
  expect(await app.call('compensation.policy', {})).toMatchObject({ version: 3, windowDays: 60 })
})
