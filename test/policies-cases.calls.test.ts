import { expect } from 'vitest'
import type { CaseId, MemberId } from '../src/shared/ids.ts'
import type { TargetPolicy } from '../src/shared/targets/model.ts'
import { DAY, HOUR, MINUTE } from '../src/shared/time.ts'
import { type App, onEveryEngine, START } from './app.ts'
import { addMember, complaint, confirmation, enquiry } from './cases-fixtures.ts'
import { approveConfirm12h, changed, draftConfirm12h, targetsInForce } from './policies-fixtures.ts'

const hours = async (app: App, id: CaseId, kind: string) => {
  const clock = (await app.call('cases.show', { id })).clocks.find((one) => one.kind === kind)
  return ((clock?.dueAt ?? 0) - START) / HOUR
}

const memberComplaint = (memberId: MemberId) => complaint({ memberId, anonymousReason: null })

/** A case of a gold member that goes on while targets and tier change; the manager is signed in at the end. */
async function changedUnderWay(app: App) {
  const memberId = await addMember(app, 'gold')
  const { id } = await app.call('cases.open', memberComplaint(memberId))
  const before = [await hours(app, id, 'confirm'), await hours(app, id, 'respond')]
  const policy = await approveConfirm12h(app, '2026-09-30')
  await app.call('tiers.setManual', { memberId, tier: 'diamond', reason: '重要客户', until: null })
  return { id, memberId, before, policy }
}

onEveryEngine('a change of tier or targets during a case leaves its limits as they are', async (app) => {
  const { id, before, memberId } = await changedUnderWay(app)
  expect([await hours(app, id, 'confirm'), await hours(app, id, 'respond')]).toEqual(before)
  const next = await app.call('cases.open', memberComplaint(memberId))
  expect(next.clocks.find(({ kind }) => kind === 'respond')?.dueAt).toBe(START + 30 * MINUTE)
})

onEveryEngine(
  'a lead sees what a case would get under the rules of now, and decides with a reason that stays',
  async (app) => {
    const { id, policy } = await changedUnderWay(app)
    await app.as('lead')
    const preview = await app.call('policies.rebasePreview', { caseId: id })
    expect([preview.before, preview.after]).toEqual([
      { policyId: 'targets-default@1', tier: 'gold' },
      { policyId: policy.id, tier: 'diamond' },
    ])
    const shown = (kind: string) => {
      const clock = preview.clocks.find((one) => one.kind === kind)
      return [clock?.effect, clock?.keep?.ruleId, clock?.recompute?.ruleId]
    }
    expect([shown('respond'), shown('legal')]).toEqual([
      ['moved', 'tier-gold-respond', 'tier-diamond-respond'],
      ['same', 'ccar-10wd', 'ccar-10wd'],
    ])
    const { lastSeq } = preview
    const kept = await app.call('policies.rebase', {
      caseId: id,
      choice: 'keep',
      reason: '按原承诺',
      expectedSeq: lastSeq,
    })
    expect(await hours(app, id, 'respond')).toBe(1)
    const input = { caseId: id, choice: 'recompute', reason: '客户升级为钻石卡' } as const
    expect(await app.fail('policies.rebase', { ...input, expectedSeq: lastSeq })).toMatchObject({ code: 'CONFLICT' })
    await app.call('policies.rebase', { ...input, expectedSeq: kept.lastSeq })
    expect([await hours(app, id, 'respond'), await hours(app, id, 'confirm')]).toEqual([0.5, 4])
    const view = await app.call('cases.show', { id })
    expect(view.events.filter(({ kind }) => kind === 'rebased').map(({ data }) => [data.choice, data.reason])).toEqual([
      ['keep', '按原承诺'],
      ['recompute', '客户升级为钻石卡'],
    ])
    await app.as('agent')
    expect(await app.fail('policies.rebase', { ...input, expectedSeq: view.lastSeq })).toEqual({ code: 'FORBIDDEN' })
  },
)

onEveryEngine('limits that have ended stay as they ended when a case is put on other rules', async (app) => {
  const { id, lastSeq } = await app.call('cases.open', complaint())
  app.wait(3 * HOUR)
  await app.call('cases.advance', { id, step: 'confirm', data: confirmation(app.now()), expectedSeq: lastSeq })
  await approveConfirm12h(app, '2026-09-30')
  const preview = await app.call('policies.rebasePreview', { caseId: id })
  expect(preview.clocks.map(({ kind }) => kind)).not.toContain('confirm')
  await app.call('policies.rebase', {
    caseId: id,
    choice: 'recompute',
    reason: '统一口径',
    expectedSeq: preview.lastSeq,
  })
  const { clocks } = await app.call('cases.show', { id })
  expect(
    clocks
      .filter(({ kind }) => ['respond', 'confirm'].includes(kind))
      .map(({ kind, state }) => [kind, state])
      .sort(),
  ).toEqual([
    ['confirm', 'met'],
    ['respond', 'breached'],
  ])
})

/** Three complaints confirmed after 5, 20 and 30 hours, and an enquiry. */
async function past(app: App): Promise<CaseId[]> {
  const opened = []
  for (const wait of [5, 20, 30]) {
    const { id, lastSeq } = await app.call('cases.open', complaint({ content: `延误投诉${wait}` }))
    app.wait(wait * HOUR)
    await app.call('cases.advance', { id, step: 'confirm', data: confirmation(app.now()), expectedSeq: lastSeq })
    opened.push(id)
  }
  await app.call('cases.open', enquiry())
  app.wait(DAY)
  return opened
}

onEveryEngine(
  'a draft is tried out on the cases of the past before it is put in force, and nothing is stored',
  async (app) => {
    const [, twenty] = await past(app)
    const { id } = await draftConfirm12h(app, '2026-10-08')
    const report = await app.call('policies.backtest', { id, from: START, to: app.now() })
    expect(report).toMatchObject({ cases: 4, skipped: 0, changed: 1 })
    const confirm = report.kinds.find(({ clock }) => clock === 'confirm')
    expect([confirm?.before.breaches, confirm?.after.breaches]).toEqual([1, 2])
    expect(report.rows).toMatchObject([{ caseId: twenty, clock: 'confirm', before: 'met', after: 'breached' }])
    expect(report.warnings.after).toBeGreaterThan(0)
    const none = await app.call('policies.backtest', { id, from: app.now(), to: app.now() + DAY })
    expect([none.cases, none.breaches]).toEqual([0, { before: 0, after: 0 }])
    expect(await app.call('policies.backtest', { id, from: START, to: app.now(), limit: 0 })).toMatchObject({
      changed: 1,
      rows: [],
    })
  },
)

onEveryEngine('trying the policy in force itself gives what is stored, case for case', async (app) => {
  await past(app)
  const { id, body } = await targetsInForce(app)
  const report = await app.call('policies.backtest', { id, from: START, to: app.now() })
  expect([report.changed, report.breaches.before]).toEqual([0, report.breaches.after])
  await app.call('cases.tick', {})
  const { rows } = await app.call('cases.queue', { limit: 100 })
  const views = await Promise.all(rows.map((row) => app.call('cases.show', { id: row.id })))
  const stored = views.flatMap(({ clocks }) => clocks.filter(({ breachedAt }) => breachedAt != null)).length
  expect(report.breaches.before).toBe(stored)
  // A policy that is not stored at all is tried out as well.
  const rules = changed((body as TargetPolicy).rules, 's1-confirm-24h', { limit: { unit: 'minutes', amount: 60 } })
  const tried = await app.call('policies.backtest', { body: { ...body, rules }, from: START, to: app.now() })
  expect(tried.changed).toBe(2)
  const workflow = (await app.call('policies.list', { kind: 'workflow' }))[0]?.id ?? ''
  expect(await app.fail('policies.backtest', { id: workflow, from: START, to: app.now() })).toMatchObject({
    rule: 'policy-not-tried',
  })
})

onEveryEngine('a case that was put on other rules meanwhile is tried beside the rules it truly had', async (app) => {
  const first = await targetsInForce(app)
  const opened = await app.call('cases.open', complaint())
  const { id } = opened
  app.wait(15 * HOUR)
  await app.call('cases.advance', {
    ...{ id, step: 'confirm', data: confirmation(app.now()), expectedSeq: opened.lastSeq },
  })
  const stricter = await approveConfirm12h(app, '2026-10-01')
  const { lastSeq } = await app.call('policies.rebasePreview', { caseId: id })
  await app.call('policies.rebase', { caseId: id, choice: 'recompute', reason: '统一口径', expectedSeq: lastSeq })
  await app.call('cases.tick', {})
  const stored = (await app.call('cases.show', { id })).clocks
  const span = { from: START, to: app.now() }
  const confirmOf = async (tried: string) => {
    const { kinds, breaches, changed: count, skipped } = await app.call('policies.backtest', { id: tried, ...span })
    const confirm = kinds.find(({ clock }) => clock === 'confirm')
    return { before: confirm?.before.breaches, after: confirm?.after.breaches, all: breaches.before, count, skipped }
  }
  // It was confirmed in time under the 24 hours of its opening; 12 hours would have been too few.
  const all = stored.filter(({ breachedAt }) => breachedAt !== null).length
  expect(stored.find(({ kind }) => kind === 'confirm')?.state).toBe('met')
  expect(await confirmOf(first.id)).toMatchObject({ before: 0, after: 0, all, skipped: 0 })
  expect(await confirmOf(stricter.id)).toEqual({ before: 0, after: 1, all, count: 1, skipped: 0 })
})

onEveryEngine('a trial that is cancelled ends at once and says so; the next one runs as usual', async (app) => {
  await past(app)
  const { id } = await draftConfirm12h(app, '2026-10-08')
  const input = { id, from: START, to: app.now() }
  const running = app.engine.call('policies.backtest', input, { job: 'trial' })
  app.engine.cancel('trial')
  expect(await running).toEqual({ ok: false, failure: { code: 'CANCELLED' } })
  expect(await app.call('policies.backtest', input)).toMatchObject({ cases: 4, changed: 1 })
})
