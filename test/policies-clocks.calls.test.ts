import { expect } from 'vitest'
import type { TargetPolicy, TargetRule } from '../src/shared/targets/model.ts'
import { onEveryEngine } from './app.ts'
import { changed, targetsInForce } from './policies-fixtures.ts'

const ruleOf = (detail: { body: unknown }, id: string) =>
  (detail.body as TargetPolicy).rules.find((rule) => rule.id === id)

/** Every condition that a clock can have. */
const FULL = {
  startsOn: ['accepted'],
  startsIn: ['investigating', 'plan'],
  stopsOn: ['preliminaryTold', 'handled'],
  cancelsOn: ['reopened'],
  restartsOn: ['progressTold'],
  repeat: { unit: 'workingMinutes', amount: 240 },
  pausesIn: ['waitingCustomer'],
  pausesOn: ['waitingPartner'],
  resumesOn: ['partnerReturned'],
  warnings: [
    { percent: 60, level: 2, tells: 'lead' },
    { percent: 100, level: 3, tells: 'owner', also: 'manager' },
  ],
} satisfies Partial<TargetRule>

onEveryEngine(
  'S1-43 S2-111 a clock with every kind of condition is drafted, kept to the letter, compared in words and approved',
  async (app) => {
    await app.as('lead')
    const { id: before, body } = await targetsInForce(app)
    const draft = await app.call('policies.draft', {
      basedOn: before,
      effectiveFrom: '2026-10-08',
      body: { rules: changed(body.rules, 'desk-preliminary', FULL) },
    })
    expect(draft.problems.filter(({ level }) => level === 'error')).toEqual([])
    expect(ruleOf(draft, 'desk-preliminary')).toMatchObject(FULL)
    const { changes } = await app.call('policies.diff', { before, after: draft.id })
    const start = 'rules[desk-preliminary].'
    const said = changes
      .filter(({ path }) => path.startsWith(start))
      .map(({ path, text }) => [path.slice(start.length), text.en])
    const name = 'Rule “Preliminary handling within 8 working hours of receipt”'
    expect(Object.fromEntries(said)).toMatchObject({
      stopsOn: expect.stringMatching(/→ preliminary reply given, handled$/),
      startsIn: `New: ${name}: starts in: Investigating, Planning`,
      cancelsOn: `New: ${name}: cancelled by: reopened`,
      restartsOn: `New: ${name}: begins anew on: progress told`,
      repeat: `New: ${name}: limit of further rounds: 240 working minutes`,
      pausesOn: `New: ${name}: pauses on: waiting for a partner`,
      resumesOn: `New: ${name}: resumes on: partner answered`,
      warnings: `New: ${name}: warnings: 60% (lead, level 2), 100% (owner and manager, level 3)`,
    })
    await app.call('policies.submit', { id: draft.id, reason: '请审批' })
    await app.as('manager')
    const approved = await app.call('policies.approve', { id: draft.id, reason: '同意' })
    expect(ruleOf(approved, 'desk-preliminary')).toMatchObject(FULL)
  },
)

onEveryEngine('nonsense about a clock is named at its field and keeps a draft from being submitted', async (app) => {
  await app.as('lead')
  const { id, body } = await targetsInForce(app)
  const rules = changed(body.rules, 'desk-preliminary', {
    repeat: { unit: 'days', amount: 1 },
    cancelsOn: ['handled'],
    warnings: [{ percent: 100, level: 4, tells: 'lead' }],
  })
  const draft = await app.call('policies.draft', { basedOn: id, effectiveFrom: '2026-10-08', body: { rules } })
  const errors = draft.problems.filter(({ level }) => level === 'error').map(({ code, path }) => `${code} ${path}`)
  expect(errors).toEqual([
    'eventTwice rules[desk-preliminary].cancelsOn',
    'repeatsNever rules[desk-preliminary].repeat',
    'overReceiver rules[desk-preliminary].warnings',
  ])
  expect(await app.fail('policies.submit', { id: draft.id, reason: '提交' })).toMatchObject({
    rule: 'policy-has-problems',
  })
})

onEveryEngine('the reminder after a breach is changed or taken away, and says whose it is', async (app) => {
  await app.as('lead')
  const { id, body } = await targetsInForce(app)
  expect(body.sources?.reminder?.mark).toBe('D')
  const draft = await app.call('policies.draft', {
    basedOn: id,
    effectiveFrom: '2026-10-08',
    body: { reminder: { everyMinutes: 720, level: 2, tells: 'lead' } },
  })
  const own = draft.body as TargetPolicy
  expect([own.reminder, own.sources?.reminder?.mark, own.sources?.warnings?.mark]).toEqual([
    { everyMinutes: 720, level: 2, tells: 'lead' },
    'seed',
    'D',
  ])
  const without = await app.call('policies.draft', {
    id: draft.id,
    revision: draft.revision,
    effectiveFrom: '2026-10-08',
    body: { reminder: undefined },
  })
  expect((without.body as TargetPolicy).reminder).toBeUndefined()
  const { changes } = await app.call('policies.diff', { before: id, after: draft.id })
  expect(changes.find(({ path }) => path === 'reminder')?.text.zh).toBe('删除超时后提醒：超时后每1天提醒（经理，三级）')
})
