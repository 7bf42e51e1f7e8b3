import { expect } from 'vitest'
import type { TargetPolicy } from '../src/shared/targets/model.ts'
import { DAY } from '../src/shared/time.ts'
import type { App } from './app.ts'
import { onEveryEngine } from './app.ts'
import { targetsInForce } from './policies-fixtures.ts'

const CLAUSE = { pack: 'EU261', id: 'eu-3500' }
const OWN = { zh: '400欧元（按月末汇率折算）', en: 'EUR 400 at the rate of the month’s end' }

const itemOf = async (app: App) =>
  (await app.call('policies.pack', { id: 'EU261' })).items.find(({ id }) => id === CLAUSE.id)

async function approve(app: App, id: string): Promise<void> {
  await app.call('policies.submit', { id, reason: '请审批' })
  await app.as('manager')
  await app.call('policies.approve', { id })
}

onEveryEngine(
  'S3-03 a value that a pack only tells is changed by a draft and a second person, shown beside what the pack says, and changed back',
  async (app) => {
    await app.as('lead')
    const shipped = await itemOf(app)
    expect(shipped).toMatchObject({ isTold: true, shipped: null, text: { zh: '400欧元' }, source: { mark: 'P' } })
    const made = await app.call('policies.packValue', { ...CLAUSE, value: OWN, effectiveFrom: '2026-10-01' })
    expect(made.state).toBe('draft')
    expect((made.body as TargetPolicy).values).toMatchObject([
      { ...CLAUSE, value: OWN, source: { mark: 'seed', note: { zh: '由lead设定' } } },
    ])
    const { changes } = await app.call('policies.diff', { before: made.basedOn ?? '', after: made.id })
    expect(changes.map(({ text }) => text.zh)).toContain(
      '新增参考值“欧盟内1500公里以上，其他1500至3500公里”：400欧元（按月末汇率折算）',
    )
    expect(await itemOf(app)).toEqual(shipped)
    await approve(app, made.id)
    app.wait(2 * DAY)
    await app.as('lead')
    expect(await itemOf(app)).toMatchObject({ text: OWN, shipped: { zh: '400欧元' }, source: { mark: 'seed' } })

    const again = { ...CLAUSE, value: null, effectiveFrom: '2026-10-03' }
    const back = await app.call('policies.packValue', again)
    expect((back.body as TargetPolicy).values).toEqual([])
    await approve(app, back.id)
    app.wait(2 * DAY)
    await app.as('lead')
    expect(await itemOf(app)).toEqual(shipped)
  },
)

onEveryEngine('a told value goes into an open draft, and nonsense is refused at its place', async (app) => {
  await app.as('lead')
  const first = await app.call('policies.packValue', { ...CLAUSE, value: OWN, effectiveFrom: '2026-10-01' })
  const into = { id: first.id, revision: first.revision }
  const more = { zh: '1600特别提款权', en: '1,600 SDR' }
  const both = await app.call('policies.packValue', { pack: 'MC99', id: 'mc-baggage', value: more, into })
  expect([both.id, (both.body as TargetPolicy).values?.map(({ id }) => id)]).toEqual([
    first.id,
    ['eu-3500', 'mc-baggage'],
  ])
  expect(await app.fail('policies.packValue', { pack: 'MC99', id: 'mc-cargo', value: more, into })).toMatchObject({
    code: 'CONFLICT',
  })
  expect(await app.fail('policies.packValue', { ...CLAUSE, id: 'eu-none', value: OWN })).toMatchObject({
    code: 'NOT_FOUND',
  })
  expect(await app.fail('policies.packValue', { ...CLAUSE, value: null })).toMatchObject({ rule: 'policy-value-same' })
  expect(await app.fail('policies.packValue', { ...CLAUSE, value: { zh: ' ', en: 'x' } })).toMatchObject({
    issues: [{ path: 'value.zh' }],
  })
  const { body } = await targetsInForce(app)
  const unknown = { ...CLAUSE, id: 'eu-none', name: OWN, value: OWN, source: { mark: 'D', asOf: '2026-10-01' } }
  const problems = await app.call('policies.check', { kind: 'targets', body: { ...body, values: [unknown] } })
  expect(problems.filter(({ level }) => level === 'error').map(({ code }) => code)).toEqual(['unknownPackValue'])
  await app.as('agent')
  expect(await app.fail('policies.packValue', { ...CLAUSE, value: OWN })).toEqual({ code: 'FORBIDDEN' })
})
