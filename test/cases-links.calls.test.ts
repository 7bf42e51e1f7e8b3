import { expect } from 'vitest'
import type { Input } from '../src/shared/contracts.ts'
import type { CaseId } from '../src/shared/ids.ts'
import { DAY, HOUR } from '../src/shared/time.ts'
import { type App, onEveryEngine, START } from './app.ts'
import {
  at,
  closing,
  complaint,
  confirmation,
  inStore,
  investigated,
  mustReplay,
  refused,
  reply,
  take,
  visit,
} from './cases-fixtures.ts'

const seqOf = async (app: App, id: CaseId) => (await app.call('cases.pulse', { id })).lastSeq

onEveryEngine(
  'S1-48 merging keeps both histories, and undoing it restores state, owner, limits and reminders exactly',
  async (app) => {
    const zhao = await app.as('agent', 'zhao')
    await app.as('agent')
    const first = await app.call('cases.open', complaint())
    app.wait(HOUR)
    const twins = [await investigated(app), await investigated(app)] as const
    const [merged, twin] = twins
    const material = { askedFor: '行李牌照片', howToSubmit: '邮件', chaseAt: app.now() + 2 * DAY }
    for (const id of twins) {
      await app.call('cases.followUp', { id, dueAt: app.now() + DAY, text: '致电机场' })
      await take(app, id, 'wait', material)
    }
    app.wait(HOUR)
    await app.as('lead')
    const later = await app.call('cases.open', complaint())
    expect(await refused(app, merged, 'merge', { mergedInto: later.number })).toMatchObject({
      ...{ rule: 'case-merge-later', params: { number: later.number } },
    })
    const gone = await take(app, merged, 'merge', { mergedInto: first.number })
    expect([gone.state, gone.isOpen, new Set(gone.clocks.map(({ state }) => state))]).toEqual([
      ...['merged', false, new Set(['met', 'cancelled'])],
    ])
    app.wait(3 * DAY)
    await app.call('cases.tick', {})
    expect(
      await app.fail('cases.unmerge', { id: twin, reason: '误操作', expectedSeq: await seqOf(app, twin) }),
    ).toMatchObject({ rule: 'case-not-merged' })
    await app.call('cases.unmerge', { id: merged, reason: '并非同一航班', expectedSeq: await seqOf(app, merged) })
    const asNow = async (id: CaseId) => {
      const { state, isOpen, ownerId, round, closedAt, clocks, followUps, relatedCaseId, escalation, nextDueAt } =
        await app.call('cases.show', { id })
      return {
        ...{ state, isOpen, ownerId, round, closedAt, relatedCaseId, escalation, nextDueAt },
        clocks: clocks.map(({ id: _, ...clock }) => clock).sort((a, b) => (a.ruleId < b.ruleId ? -1 : 1)),
        followUps: followUps.map(({ kind, dueAt, doneAt, text }) => ({ kind, dueAt, doneAt, text })),
      }
    }
    await app.call('cases.tick', {})
    expect(await asNow(merged)).toEqual(await asNow(twin))
    const told = (await app.call('cases.show', { id: first.id as CaseId })).events.filter(
      ({ kind }) => kind === 'linked',
    )
    expect(told.map(({ data }) => [data.isMerged ?? false, data.isUnmerged ?? false])).toEqual([
      [true, false],
      [false, true],
    ])
    await mustReplay(app)
    await app.as('agent', 'zhao')
    expect(zhao).toBeTruthy()
    expect(await app.fail('cases.unmerge', { id: merged, reason: '再来', expectedSeq: 1 })).toEqual({
      code: 'FORBIDDEN',
    })
  },
)

onEveryEngine(
  "S1-48 another matter in a complaint becomes a case of its own: the customer's own time, the answer already given, both linked",
  async (app) => {
    await app.as('agent')
    const receivedAt = START - 90 * 60_000
    const { id } = await app.call('cases.open', complaint({ receivedAt, flightNo: 'MF8101', isAcknowledged: true }))
    app.wait(3 * HOUR)
    const other: Input<'cases.split'> = {
      ...{
        id,
        content: '行李轮子断裂',
        demand: '维修',
        category: 'baggage.damaged' as const,
        severity: 'major' as const,
      },
      ...{ reason: '两件不同的事', expectedSeq: 1 },
    }
    const made = await app.call('cases.split', other)
    expect(made).toMatchObject({ number: 'TS-20260930-0002', state: 'registered' })
    const view = await app.call('cases.show', { id: made.id })
    expect(view).toMatchObject({
      ...{
        receivedAt,
        category: 'baggage.damaged',
        severity: 'major',
        contactPhone: '13800001234',
        flightNo: 'MF8101',
      },
      ...{ content: '行李轮子断裂', demand: '维修', relatedCaseId: id, escalation: 0 },
    })
    expect(view.clocks.find(({ kind }) => kind === 'respond')).toMatchObject({
      ...{ state: 'met', startedAt: receivedAt, stoppedAt: START, breachedAt: null },
    })
    const links = async (of: CaseId) =>
      (await app.call('cases.show', { id: of })).events.filter(({ kind }) => kind === 'linked').map(({ data }) => data)
    expect(await links(id)).toMatchObject([{ caseId: made.id, isSplit: true, reason: '两件不同的事' }])
    expect(await links(made.id)).toMatchObject([{ caseId: id, isSplitFrom: true }])
    await app.as('lead')
    await mustReplay(app)
    await app.as('agent', 'zhao')
    expect(await app.fail('cases.split', { ...other, expectedSeq: 2 })).toMatchObject({ rule: 'case-not-owner' })
  },
)

onEveryEngine(
  'an appeal to CAAC, 12315 or a court is recorded with its number; the legal limit never stands still, a closed case opens again',
  async (app) => {
    await app.as('agent')
    const appeal = {
      ...{ appealAuthority: 'caac12326', appealNumber: '12326-0099', appealClaim: '要求书面答复' },
      appealedAt: START,
    }
    const open = await investigated(app)
    const stands = await take(app, open, 'appeal', appeal)
    expect([stands.state, stands.isOpen]).toEqual(['external', true])
    expect(stands.clocks.find(({ kind }) => kind === 'legal')).toMatchObject({ state: 'running' })
    expect(await refused(app, open, 'appealDone', { appealDecision: '维持' })).toMatchObject({
      params: { record: 'resultFeedback' },
    })
    const order = { appealDecision: '责令十日内书面答复', expectedAt: app.now() + 5 * DAY }
    expect((await take(app, open, 'appealWork', order)).state).toBe('assigned')

    const done = await investigated(app)
    await take(app, done, 'reply', reply(app.now()))
    await take(app, done, 'visit', visit(app.now()))
    await app.as('lead')
    await take(app, done, 'close', closing)
    app.wait(40 * DAY)
    await app.call('cases.tick', {})
    expect((await app.call('cases.show', { id: done })).state).toBe('archived')
    const again = await take(app, done, 'appealClosed', { ...appeal, appealAuthority: 'court', appealedAt: app.now() })
    expect([again.state, again.isOpen, (await app.call('cases.show', { id: done })).round]).toEqual([
      'external',
      true,
      2,
    ])
    expect((await take(app, done, 'appealDone', { appealDecision: '驳回起诉' })).state).toBe('followUp')
    expect(await take(app, done, 'close', { ...closing, closingSummary: '法院驳回' })).toMatchObject({
      state: 'closed',
    })
    await mustReplay(app)
  },
)

onEveryEngine(
  'the date by which an authority wants its answer is a clock of the case: it warns, never stands still, and ends with the answer',
  async (app) => {
    await app.as('agent')
    const id = await investigated(app)
    const start = app.now()
    const dueAt = start + 4 * DAY
    const form = { appealAuthority: 'caac12326', appealNumber: '12326-0101', appealClaim: '要求书面答复' }
    await take(app, id, 'appeal', { ...form, appealedAt: start, appealDueAt: dueAt })
    const appealOf = async () => (await app.call('cases.show', { id })).clocks.find(({ kind }) => kind === 'appeal')
    expect(await appealOf()).toMatchObject({ state: 'running', startedAt: start, dueAt, ruleId: 'desk-appeal-answer' })

    // Two days of the four: the first warning, told at its true time; the queue and the explanation know the date.
    app.wait(3 * DAY)
    await app.as('lead')
    await app.call('cases.tick', {})
    expect((await appealOf())?.signals.map(({ percent, at }) => [percent, at])).toEqual([
      [50, start + 2 * DAY],
      [75, start + 3 * DAY],
    ])
    const [why] = await app.call('cases.explain', { id, clock: 'appeal' })
    expect(why).toMatchObject({ kind: 'appeal', ruleId: 'desk-appeal-answer', source: { mark: 'D' }, dueAt })
    expect([why?.usedMs, why?.remainingMs]).toEqual([3 * DAY, DAY])
    await mustReplay(app)

    await app.as('agent')
    const late = { appealAnswer: '已书面答复', appealAnsweredAt: app.now() }
    expect((await take(app, id, 'appealAnswer', late)).state).toBe('external')
    expect(await appealOf()).toMatchObject({ state: 'met', stoppedAt: app.now() })

    // Handled again and appealed against once more without a date: the rule's own limit, which then runs out.
    await take(app, id, 'appealWork', { appealDecision: '要求重新处理', expectedAt: app.now() + 5 * DAY })
    const second = app.now()
    await take(app, id, 'appeal', { ...form, appealNumber: '12326-0102', appealedAt: second })
    const rounds = async () => (await app.call('cases.show', { id })).clocks.filter(({ kind }) => kind === 'appeal')
    const due = await app.call('cases.due', { from: second, calendar: 'CN', workingDays: 10 })
    expect((await rounds()).map(({ state, dueAt: at }) => [state, at])).toEqual([
      ['met', dueAt],
      ['running', due.due],
    ])
    app.setNow(due.due + DAY)
    await app.as('lead')
    await app.call('cases.tick', {})
    expect((await rounds()).at(-1)).toMatchObject({ state: 'breached', breachedAt: due.due, stoppedAt: null })
    await mustReplay(app)
  },
)

onEveryEngine(
  'a complaint is not accepted only with a reason and after the customer was told; a withdrawn one says why',
  async (app) => {
    await app.as('agent')
    const { id } = await app.call('cases.open', complaint())
    const form = { rejectReason: 'outOfScope', resultFeedback: '已告知不属受理范围', feedbackAt: app.now() }
    expect(await refused(app, id, 'reject', form)).toMatchObject({ rule: 'case-step-role' })
    await app.as('lead')
    const { rejectReason: _, ...lacking } = form
    expect(await refused(app, id, 'reject', lacking)).toMatchObject({ issues: [{ path: 'data.rejectReason' }] })
    const rejected = await take(app, id, 'reject', form)
    expect(rejected.clocks.find(({ kind }) => kind === 'legal')).toMatchObject({ state: 'met', stoppedAt: app.now() })
    await take(app, id, 'appealClosed', {
      ...{ appealAuthority: 'hotline12315', appealNumber: '12315-7', appealClaim: '要求受理', appealedAt: app.now() },
    })
    expect((await take(app, id, 'appealUpheld', { appealDecision: '同意不予受理' })).state).toBe('rejected')
    const other = await app.call('cases.open', complaint())
    expect(await refused(app, other.id, 'withdraw')).toMatchObject({ issues: [{ path: 'data.withdrawStatement' }] })
    expect((await take(app, other.id, 'withdraw', { withdrawStatement: '已自行解决' })).state).toBe('withdrawn')
    await mustReplay(app)
  },
)

onEveryEngine('a partner is waited for while the limit to finish runs on, and is asked again in time', async (app) => {
  await app.as('agent')
  const id = await investigated(app)
  const ask = { partnerName: '厦门机场地服', partnerAsk: '提供监控', partnerDueAt: app.now() + DAY }
  const waiting = await take(app, id, 'waitPartner', ask)
  expect(waiting.clocks.find(({ kind }) => kind === 'resolve')?.state).toBe('running')
  expect((await app.call('cases.show', { id })).followUps.filter(({ doneAt }) => doneAt === null)).toMatchObject([
    { kind: 'chase', dueAt: app.now() + DAY, text: '厦门机场地服 · 提供监控' },
  ])
  expect((await take(app, id, 'partnerBack', { partnerAnswer: '监控已提供' })).state).toBe('investigating')
})

onEveryEngine(
  'a case keeps the version of the workflow it began with until a lead moves it, on record and only where its stage exists',
  async (app) => {
    await app.as('agent')
    const old = await app.call('cases.open', complaint())
    const [line] = (await app.call('workflow.list', {})).filter(({ caseKinds }) => caseKinds.includes('complaint'))
    expect(line).toMatchObject({ id: 'workflow-complaint', isInForce: true })
    const sheet = await app.call('workflow.show', { policyId: line?.policyId ?? '' })
    expect([sheet.problems, sheet.open]).toEqual([[], [{ state: 'registered', count: 1 }]])
    const version = sheet.definition.version + 1
    const without = (state: string) => ({
      ...sheet.definition,
      version,
      states: sheet.definition.states.filter(({ id }) => id !== state),
      transitions: sheet.definition.transitions
        .map((step) => ({ ...step, from: step.from.filter((id) => id !== state) }))
        .filter(({ from, to }) => from.length > 0 && to !== state),
    })
    const policyId = `workflow-complaint@${version}`
    await inStore(app, async (db) => {
      const given = await db
        .selectFrom('policies')
        .selectAll()
        .where('id', '=', line?.policyId ?? '')
        .executeTakeFirstOrThrow()
      const body = JSON.stringify(without('confirmed'))
      await db
        .insertInto('policies')
        .values({ ...given, id: policyId, version, effectiveFrom: at('2026-09-30T10:00:00'), body })
        .execute()
    })
    const fresh = await app.call('cases.open', complaint({ receivedAt: app.now() }))
    const versionOf = async (id: CaseId) => (await app.call('cases.show', { id })).workflowVersion
    expect([await versionOf(old.id), await versionOf(fresh.id)]).toEqual([version - 1, version])
    const move = { id: old.id, policyId, reason: '新流程已生效' }
    expect(await app.fail('workflow.move', { ...move, expectedSeq: 1 })).toEqual({ code: 'FORBIDDEN' })
    await app.as('lead')
    expect(await app.fail('workflow.move', { ...move, policyId: line?.policyId ?? '', expectedSeq: 1 })).toMatchObject({
      rule: 'workflow-same-version',
    })
    await app.call('workflow.move', { ...move, expectedSeq: 1 })
    const view = await app.call('cases.show', { id: old.id })
    expect([view.workflowVersion, view.events.at(-1)?.kind, view.events.at(-1)?.data]).toMatchObject([
      ...[version, 'movedVersion'],
      { from: line?.policyId, to: policyId, reason: '新流程已生效' },
    ])
    const other = await app.call('cases.open', complaint({ receivedAt: START - 1 }))
    await take(app, other.id, 'confirm', confirmation(app.now()))
    const stuck = { id: other.id, policyId, reason: '试试', expectedSeq: await seqOf(app, other.id) }
    await mustReplay(app)
    expect(await app.fail('workflow.move', stuck)).toEqual({
      code: 'RULE',
      rule: 'workflow-no-such-state',
      params: { version },
    })
  },
)
