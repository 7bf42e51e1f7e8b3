import fs from 'node:fs'
import path from 'node:path'
import { expect } from 'vitest'
import type { TargetPolicy } from '../src/shared/targets/model.ts'
import { threeWay } from '../src/shared/three-way.ts'
import { DAY, HOUR } from '../src/shared/time.ts'
import { type App, onEveryEngine } from './app.ts'
import { complaint } from './cases-fixtures.ts'
import { approveConfirm12h, changed, draftConfirm12h, fileOf, targetsInForce } from './policies-fixtures.ts'

const ruleOf = (detail: { body: unknown }, id: string) =>
  (detail.body as TargetPolicy).rules.find((rule) => rule.id === id)

const confirmDue = async (app: App) => {
  const view = await app.call('cases.open', complaint())
  return ((view.clocks.find(({ kind }) => kind === 'confirm')?.dueAt ?? 0) - app.now()) / HOUR
}

onEveryEngine(
  'every kind of policy is listed with its versions, the shipped ones in force, the tiers too',
  async (app) => {
    const list = await app.call('policies.list', {})
    const inForce = list.filter(({ state }) => state === 'inForce').map(({ kind, pack }) => `${kind} ${pack}`)
    expect(inForce.sort()).toEqual([
      'compensation compensation-default',
      'targets targets-default',
      'tiers TIER-MF',
      'workflow workflow-complaint',
      'workflow workflow-simple',
    ])
    expect(list.filter(({ kind }) => kind === 'tiers').length).toBeGreaterThan(3)
    const [mf = '', ca = ''] = ['TIER-MF', 'TIER-CA'].map((pack) => list.find((one) => one.pack === pack)?.id)
    const { changes } = await app.call('policies.diff', { before: mf, after: ca })
    expect(changes.length).toBeGreaterThan(3)
    expect(changes.every(({ text }) => text.zh !== '' && text.en !== '')).toBe(true)
  },
)

onEveryEngine(
  'S2-142 a rule is revised as a new version: drafted, submitted, and approved by a second person for its day',
  async (app) => {
    const draft = await draftConfirm12h(app, '2026-10-08')
    expect(draft).toMatchObject({ state: 'draft', kind: 'targets', isOwn: true, effectiveFrom: '2026-10-08' })
    expect(draft.problems.filter(({ level }) => level === 'error')).toEqual([])
    await app.call('policies.submit', { id: draft.id, reason: '请审批' })
    expect(await app.fail('policies.approve', { id: draft.id })).toEqual({ code: 'FORBIDDEN' })
    await app.as('manager')
    const approved = await app.call('policies.approve', { id: draft.id, reason: '同意' })
    expect(approved).toMatchObject({ state: 'scheduled', authorName: 'lead', approvedByName: '王经理' })
    expect(approved.history.map(({ deed, actorName, reason }) => [deed, actorName, reason])).toEqual([
      ['drafted', 'lead', '加快确认'],
      ['submitted', 'lead', '请审批'],
      ['approved', '王经理', '同意'],
    ])
    expect(await confirmDue(app)).toBe(24)
    app.wait(10 * DAY)
    expect(await confirmDue(app)).toBe(12)
    const states = (await app.call('policies.list', { kind: 'targets' })).map(({ version, state }) => [version, state])
    expect(states).toEqual([
      [draft.version, 'inForce'],
      [draft.version - 1, 'replaced'],
    ])
  },
)

onEveryEngine('nobody approves what they wrote or changed, and only what was submitted is decided on', async (app) => {
  const { id, body } = await targetsInForce(app)
  const rules = changed((body as TargetPolicy).rules, 's3-answer-5min', { limit: { unit: 'minutes', amount: 4 } })
  const own = await app.call('policies.draft', { basedOn: id, effectiveFrom: '2026-10-01', body: { rules } })
  expect(await app.fail('policies.approve', { id: own.id })).toMatchObject({ rule: 'policy-not-submitted' })
  await app.call('policies.submit', { id: own.id, reason: '提交' })
  expect(await app.fail('policies.approve', { id: own.id })).toMatchObject({ rule: 'policy-own' })
  expect(await app.fail('policies.reject', { id: own.id, reason: '不行' })).toMatchObject({ rule: 'policy-own' })
  // Whoever changed a draft of somebody else has become one of its authors.
  const shared = await draftConfirm12h(app, '2026-10-01')
  await app.as('manager')
  const { id: draftId, revision } = shared
  await app.call('policies.draft', { id: draftId, revision, effectiveFrom: '2026-10-02', reason: '改日期' })
  await app.call('policies.submit', { id: shared.id, reason: '提交' })
  expect(await app.fail('policies.approve', { id: shared.id })).toMatchObject({ rule: 'policy-own' })
  await app.as('manager', 'boss2')
  expect(await app.call('policies.approve', { id: own.id })).toMatchObject({ state: 'scheduled' })
  expect(await app.call('policies.approve', { id: shared.id })).toMatchObject({ state: 'scheduled' })
})

onEveryEngine('a returned version goes back to its author, who changes and submits it again', async (app) => {
  const { id, revision } = await draftConfirm12h(app, '2026-10-01')
  await app.call('policies.submit', { id, reason: '提交' })
  expect(await app.fail('policies.draft', { id, revision, effectiveFrom: '2026-10-05' })).toMatchObject({
    rule: 'policy-is-submitted',
  })
  await app.as('manager')
  const returned = await app.call('policies.reject', { id, reason: '请推迟到节后' })
  await app.as('lead')
  const again = await app.call('policies.draft', { id, revision: returned.revision, effectiveFrom: '2026-10-09' })
  expect([again.state, again.effectiveFrom, again.history.at(-2)?.reason]).toEqual([
    'draft',
    '2026-10-09',
    '请推迟到节后',
  ])
  expect(await app.call('policies.submit', { id, reason: '已改' })).toMatchObject({ state: 'submitted' })
})

onEveryEngine('a version that is or was in force never changes and is never taken back', async (app) => {
  const made = await approveConfirm12h(app, '2026-10-08')
  expect(
    await app.fail('policies.draft', { id: made.id, revision: made.revision, effectiveFrom: '2026-10-09' }),
  ).toMatchObject({
    rule: 'policy-is-fixed',
  })
  app.wait(20 * DAY)
  expect(await app.fail('policies.withdraw', { id: made.id, reason: '不要了' })).toMatchObject({
    rule: 'policy-in-use',
  })
  const [shipped] = (await app.call('policies.list', { kind: 'workflow' })).map((one) => one.id)
  expect(await app.fail('policies.withdraw', { id: shipped ?? '', reason: '不要了' })).toMatchObject({
    rule: 'policy-in-use',
  })
})

onEveryEngine('a version whose day has not come can be taken back, and its history stays', async (app) => {
  const made = await approveConfirm12h(app, '2026-10-08')
  const gone = await app.call('policies.withdraw', { id: made.id, reason: '节后再议' })
  expect([gone.state, gone.history.at(-1)]).toMatchObject(['withdrawn', { deed: 'withdrawn', reason: '节后再议' }])
  app.wait(20 * DAY)
  expect(await confirmDue(app)).toBe(24)
})

onEveryEngine('a version begins today at the earliest, and says something new', async (app) => {
  const { id } = await draftConfirm12h(app, '2026-09-29')
  expect(await app.fail('policies.submit', { id, reason: '提交' })).toMatchObject({
    rule: 'policy-begins-in-past',
    params: { today: '2026-09-30' },
  })
  const { id: base } = await targetsInForce(app)
  const same = await app.call('policies.draft', { basedOn: base, effectiveFrom: '2026-10-01' })
  expect(await app.fail('policies.submit', { id: same.id, reason: '提交' })).toMatchObject({
    rule: 'policy-says-nothing-new',
  })
})

onEveryEngine('contradictions are said in words and keep a draft from being submitted', async (app) => {
  const { id, body } = await targetsInForce(app)
  const looser = changed(body.rules, 's5-complaint-resolve', { limit: { unit: 'workingDays', amount: 15 } })
  const draft = await app.call('policies.draft', { basedOn: id, effectiveFrom: '2026-10-01', body: { rules: looser } })
  const problem = draft.problems.find(({ code }) => code === 'looserThanLaw')
  expect(problem).toEqual({
    level: 'error',
    code: 'looserThanLaw',
    path: 'rules[s5-complaint-resolve].limit',
    text: {
      zh: '规则“投诉5个工作日内解决”（15个工作日）会晚于法定期限“旅客投诉10个工作日内处理完毕”（10个工作日）。',
      en: 'Rule “Complaint finished within 5 working days” (15 working days) would end after the legal limit “Passenger complaint handled within 10 working days” (10 working days).',
    },
  })
  expect(await app.fail('policies.submit', { id: draft.id, reason: '提交' })).toMatchObject({
    rule: 'policy-has-problems',
  })
  const unknown = changed(body.rules, 's1-confirm-24h', { stopsOn: ['nothing' as 'closed'] })
  expect(
    await app.fail('policies.draft', { basedOn: id, effectiveFrom: '2026-10-01', body: { rules: unknown } }),
  ).toEqual({
    code: 'INVALID_INPUT',
    issues: [{ path: 'body.rules[s1-confirm-24h].stopsOn[0]', reason: 'policy-unknownEvent' }],
  })
})

onEveryEngine(
  'a figure that was changed no longer claims the source of the old one; the others keep theirs',
  async (app) => {
    const before = await targetsInForce(app)
    const after = await draftConfirm12h(app, '2026-10-01')
    expect(ruleOf(after, 's1-confirm-24h')?.source).toEqual({
      mark: 'seed',
      asOf: '2026-09-30',
      requirement: 'S1-34',
      note: { zh: '由lead设定', en: 'Set by lead' },
    })
    expect(ruleOf(after, 'ccar-10wd')?.source).toEqual(ruleOf(before, 'ccar-10wd')?.source)
  },
)

onEveryEngine('two versions are compared part by part, with a sentence for each difference', async (app) => {
  const { id: before } = await targetsInForce(app)
  const { id: after } = await draftConfirm12h(app, '2026-10-01')
  const { changes } = await app.call('policies.diff', { before, after })
  expect(changes.map(({ path: where, text }) => [where, text.zh])).toEqual([
    ['effectiveFrom', '生效日期：2026-01-01 → 2026-10-01'],
    ['rules[s1-confirm-24h].limit', '规则“24小时内确认”的时限：24小时 → 12小时'],
    [
      'rules[s1-confirm-24h].source',
      '规则“24小时内确认”的来源：本单位 · 2026-11-22 · S1-34 → 本单位 · 2026-09-30 · 由lead设定 · S1-34',
    ],
  ])
})

onEveryEngine('a policy goes from one desk to another as a file, the same to the letter', async (app) => {
  const { id } = await draftConfirm12h(app, '2026-10-01')
  const out = path.join(app.folder, 'a.json')
  const { hash } = await app.call('policies.export', { id, out })
  const pack = JSON.parse(fs.readFileSync(out, 'utf8'))
  expect([pack.format, pack.hash]).toEqual(['vip-desk-policy/1', hash])
  expect(await app.fail('policies.export', { id, out })).toMatchObject({ rule: 'out-exists' })
  expect(await app.fail('policies.import', { file: out })).toMatchObject({ rule: 'policy-known', params: { id } })
  await app.call('policies.withdraw', { id, reason: '换文件' })
  const taken = await app.call('policies.import', { file: out, effectiveFrom: '2026-10-03', reason: '总部下发' })
  expect(taken).toMatchObject({ state: 'draft', hash, effectiveFrom: '2026-10-03', basedOn: 'targets-default@1' })
  const again = path.join(app.folder, 'b.json')
  await app.call('policies.export', { id: taken.id, out: again })
  expect(JSON.parse(fs.readFileSync(again, 'utf8')).hash).toBe(hash)
})

onEveryEngine('a file that is no good policy is refused, and the place in it is named', async (app) => {
  const { body } = await targetsInForce(app)
  const reasonOf = async (name: string, content: unknown) => {
    const failure = await app.fail('policies.import', { file: fileOf(app, name, content) })
    if (failure.code === 'INVALID_INPUT') return failure.issues.map(({ path: where, reason }) => `${where} ${reason}`)
    return failure.code === 'RULE' ? failure.rule : failure.code
  }
  expect(await reasonOf('text.json', 'rules: none')).toBe('policy-file-not-json')
  expect(await reasonOf('list.json', [])).toBe('policy-file-no-policy')
  expect(await reasonOf('tiers.json', { kind: 'tiers' })).toBe('policy-file-no-policy')
  expect(await reasonOf('pack.json', { format: 'vip-desk-policy/9', policy: body })).toBe('policy-file-no-pack')
  const edited = { format: 'vip-desk-policy/1', hash: '0'.repeat(64), policy: body }
  expect(await reasonOf('edited.json', edited)).toBe('policy-file-hash')
  expect(await reasonOf('misspelt.json', { ...body, rulez: [] })).toEqual(['rulez policy-unknownField'])
  expect(await reasonOf('steps.json', { ...body, warnings: [90, 50] })).toEqual(['warnings policy-warnings-order'])
  const [first, ...rest] = body.rules
  const rules = [{ ...first, limit: { unit: 'weeks', amount: 1 } }, ...rest]
  expect(await reasonOf('unit.json', { ...edited, policy: { ...body, rules } })).toEqual([
    `policy.rules[${first?.id}].limit.unit policy-shape`,
  ])
})

onEveryEngine(
  'a workflow is drafted like any other policy, and one that does not hold is not submitted',
  async (app) => {
    const list = await app.call('policies.list', { kind: 'workflow' })
    const base = list.find(({ pack }) => pack === 'workflow-simple')
    const { body } = await app.call('policies.show', { id: base?.id ?? '' })
    const { states, transitions } = body as { states: { id: string }[]; transitions: { to: string }[] }
    const draft = await app.call('policies.draft', {
      basedOn: base?.id ?? '',
      effectiveFrom: '2026-10-01',
      body: { states, transitions: transitions.filter(({ to }) => to !== 'closed') },
    })
    expect(draft.problems.map(({ code, path: where }) => `${code} ${where}`)).toContain('unreachable closed')
    expect(await app.fail('policies.submit', { id: draft.id, reason: '提交' })).toMatchObject({
      rule: 'policy-has-problems',
    })
  },
)

onEveryEngine('of two people who change one draft the second is told, and overwrites only knowingly', async (app) => {
  const { id, revision, body } = await draftConfirm12h(app, '2026-10-08')
  const rulesOf = (amount: number) =>
    changed((body as TargetPolicy).rules, 's3-answer-5min', { limit: { unit: 'minutes', amount } })
  await app.as('manager')
  const seen = await app.call('policies.show', { id })
  expect(seen.revision).toBe(revision)
  await app.as('lead')
  const first = await app.call('policies.draft', {
    ...{ id, revision, effectiveFrom: '2026-10-09', body: { rules: rulesOf(4) } },
  })
  await app.as('manager')
  const mine = { id, effectiveFrom: '2026-10-12', body: { rules: rulesOf(3) } }
  expect(await app.fail('policies.draft', { ...mine, revision })).toEqual({ code: 'CONFLICT', entity: 'policy' })
  expect(await app.fail('policies.draft', mine)).toEqual({
    code: 'INVALID_INPUT',
    issues: [expect.objectContaining({ path: 'revision', reason: 'policy-missing' })],
  })
  const present = await app.call('policies.show', { id })
  expect([present.effectiveFrom, ruleOf(present, 's3-answer-5min')?.limit.amount]).toEqual(['2026-10-09', 4])
  expect(present.history.at(-1)).toMatchObject({ deed: 'edited', actorName: 'lead', at: app.now() })
  // Both changes came in the same moment, so a time alone would not tell them apart.
  expect(first.revision).toBeGreaterThan(revision)
  const after = await app.call('policies.draft', { ...mine, revision: present.revision })
  expect([after.effectiveFrom, ruleOf(after, 's3-answer-5min')?.limit.amount]).toEqual(['2026-10-12', 3])
})

onEveryEngine(
  'of two people who change different rules of one draft, merging keeps what each of them wrote',
  async (app) => {
    const begun = await draftConfirm12h(app, '2026-10-08')
    const { id, revision } = begun
    const { rules } = begun.body as TargetPolicy
    const within = (amount: number) => ({ limit: { unit: 'minutes', amount } as const })
    const theirs = { rules: changed(rules, 's3-answer-5min', within(4)), effectiveFrom: '2026-10-09' }
    await app.as('lead')
    const { rules: theirRules, effectiveFrom: theirDay } = theirs
    const saved = await app.call('policies.draft', {
      ...{ id, revision, effectiveFrom: theirDay, body: { rules: theirRules } },
    })
    await app.as('manager')
    const base = { rules, effectiveFrom: begun.effectiveFrom }
    const mine = { ...base, rules: changed(rules, 's1-confirm-24h', within(600)) }
    const { effectiveFrom, ...body } = threeWay<typeof base>(base, mine, theirs)
    await app.call('policies.draft', { id, revision: saved.revision, effectiveFrom, body })
    const after = await app.call('policies.show', { id })
    expect(after.effectiveFrom).toBe('2026-10-09')
    expect(['s3-answer-5min', 's1-confirm-24h'].map((name) => ruleOf(after, name)?.limit.amount)).toEqual([4, 600])
  },
)

onEveryEngine(
  'a workflow that nobody approved yet is drawn like any other, and no case is moved to it',
  async (app) => {
    const { id: caseId, lastSeq } = await app.call('cases.open', complaint())
    const base = (await app.call('policies.list', { kind: 'workflow' })).find(
      ({ pack }) => pack === 'workflow-complaint',
    )
    const drafted = await app.call('policies.draft', { basedOn: base?.id ?? '', effectiveFrom: '2026-10-01' })
    const idsOf = async (drafts: boolean) =>
      (await app.call('workflow.list', { drafts })).filter(({ isDraft }) => isDraft).map(({ policyId }) => policyId)
    expect([await idsOf(true), await idsOf(false)]).toEqual([[drafted.id], []])
    const sheet = await app.call('workflow.show', { policyId: drafted.id })
    expect([sheet.definition.version, sheet.problems, sheet.open]).toEqual([drafted.version, [], []])
    expect(sheet.clocks.find(({ step }) => step === 'wait')?.pauses).toContain('resolve')
    const move = { id: caseId, policyId: drafted.id, reason: '试用新流程', expectedSeq: lastSeq }
    expect(await app.fail('workflow.move', move)).toEqual({ code: 'NOT_FOUND', entity: 'workflow' })
    await app.call('policies.withdraw', { id: drafted.id, reason: '不再需要' })
    expect(await idsOf(true)).toEqual([])
  },
)
