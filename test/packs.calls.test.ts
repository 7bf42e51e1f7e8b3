import { expect } from 'vitest'
import { HOUR } from '../src/shared/time.ts'
import { onEveryEngine, START } from './app.ts'
import { addMember, complaint } from './cases-fixtures.ts'
import { targetsInForce } from './policies-fixtures.ts'

const TODAY = new Date(START + 8 * HOUR).toISOString().slice(0, 10)

onEveryEngine(
  'S3-03 a pack is read, switched on by a draft that a second person approves, and off again to the same policy',
  async (app) => {
    await app.as('lead')
    const before = await targetsInForce(app)
    const stands = async (id: string) => (await app.call('policies.packs', {})).find((one) => one.id === id)?.state
    expect(await stands('DESK-RAISE')).toBe('off')
    expect(await stands('EU261')).toBe('reading')
    const shown = await app.call('policies.pack', { id: 'DESK-RAISE' })
    expect(shown.changes.map(({ change, text }) => [change, text.en])).toEqual([
      [
        'added',
        'New: Raise “Complains again within 90 days”: at least 1 earlier complaint within 90 days → from 90% 1 level higher',
      ],
      [
        'added',
        'New: Raise “Third complaint within 180 days”: at least 2 earlier complaints within 180 days → from 75% also tells lead, manager',
      ],
      [
        'added',
        'New: Raise “Diamond and platinum members complain again”: Diamond, Platinum · at least 1 earlier complaint within 365 days → from 75% also tells manager',
      ],
      ['added', 'New: Raise “Urgent nature”: Urgent → from 75% 1 level higher, also tells lead'],
    ])
    const made = await app.call('policies.switchPack', { id: 'DESK-RAISE', isOn: true })
    expect(made).toMatchObject({ state: 'draft', basedOn: before.id, effectiveFrom: TODAY, isOwn: true })
    expect(made.history.map(({ deed, reason }) => [deed, reason])).toEqual([
      ['drafted', '启用规则包 DESK-RAISE 重复投诉与性质升级'],
    ])
    expect(await stands('DESK-RAISE')).toBe('off')
    // Another pack goes into the same draft; the draft must be as it was seen.
    const [open] = (await app.call('policies.pack', { id: 'TMC-15MIN' })).drafts
    expect(open).toMatchObject({ id: made.id, revision: made.revision })
    const into = { id: made.id, revision: made.revision }
    await app.call('policies.switchPack', { id: 'TMC-15MIN', isOn: true, into })
    expect(await app.fail('policies.switchPack', { id: 'US-DOT', isOn: true, into })).toMatchObject({
      code: 'CONFLICT',
    })
    await app.call('policies.submit', { id: made.id, reason: '请审批' })
    expect(await app.fail('policies.approve', { id: made.id })).toMatchObject({ code: 'FORBIDDEN' })
    await app.as('manager')
    await app.call('policies.approve', { id: made.id })
    expect([await stands('DESK-RAISE'), await stands('TMC-15MIN')]).toEqual(['on', 'on'])
    expect(await app.fail('policies.switchPack', { id: 'TMC-15MIN', isOn: true })).toMatchObject({
      rule: 'policy-pack-is-on',
    })
    expect(await app.fail('policies.switchPack', { id: 'EU261', isOn: true })).toMatchObject({
      rule: 'policy-pack-reads-only',
    })
    expect(await app.fail('policies.pack', { id: 'NOTHING' })).toMatchObject({
      code: 'NOT_FOUND',
      entity: 'policyPack',
    })
    // It holds for a new case: the first response is due in a quarter of an hour.
    await app.as('agent', 'li')
    const memberId = await addMember(app, 'none')
    const opened = await app.call('cases.open', complaint({ memberId, anonymousReason: null }))
    expect(opened.clocks.find(({ kind }) => kind === 'respond')?.ruleId).toBe('tmc-respond-15min')
    expect(await app.fail('policies.switchPack', { id: 'TMC-15MIN', isOn: false })).toMatchObject({ code: 'FORBIDDEN' })
    await app.signIn('lead')
    const off = await app.call('policies.switchPack', { id: 'TMC-15MIN', isOn: false, reason: '试行结束' })
    const seen = { id: off.id, revision: off.revision }
    const bare = await app.call('policies.switchPack', { id: 'DESK-RAISE', isOn: false, into: seen })
    expect(bare.hash).toBe(before.hash)
    expect(
      (await app.call('policies.diff', { before: before.id, after: bare.id })).changes.map(({ path }) => path),
    ).toEqual(bare.effectiveFrom === before.effectiveFrom ? [] : ['effectiveFrom'])
    expect(await app.call('cases.replay', {})).toMatchObject({ cases: 1, mismatches: 0 })
  },
)

onEveryEngine('S2-155 a pack with an amount goes into the tariff and its causes, and out again', async (app) => {
  await app.as('lead')
  const made = await app.call('policies.switchPack', { id: 'CN-DELAY-CATA2010', isOn: true })
  expect(made).toMatchObject({ kind: 'compensation', state: 'draft' })
  const { changes } = await app.call('policies.diff', { before: made.basedOn ?? '', after: made.id })
  expect(changes.filter(({ path }) => path.startsWith('rules')).map(({ change, path }) => `${change} ${path}`)).toEqual(
    ['added rules[delay-credit-300]'],
  )
  const seen = { id: made.id, revision: made.revision }
  const off = await app.call('policies.switchPack', { id: 'CN-DELAY-CATA2010', isOn: false, into: seen })
  const base = await app.call('policies.show', { id: made.basedOn ?? '' })
  expect(off.hash).toBe(base.hash)
})
