import { expect } from 'vitest'
import type { UserId } from '../src/shared/ids.ts'
import { DAY, HOUR, MINUTE } from '../src/shared/time.ts'
import type { App } from './app.ts'
import { onEveryEngine } from './app.ts'
import { complaint, confirmation, inStore, investigated, mustReplay, refused, take } from './cases-fixtures.ts'
import { finalFinding, seqOf } from './remedy-fixtures.ts'

const gapsOf = async (app: App) => new Map((await app.call('gaps.list', {})).rows.map((row) => [row.case.id, row.gaps]))

onEveryEngine(
  'S1-11 S5-22 one list shows open complaints without an owner who is here, without a next step, or without contact since the set time',
  async (app) => {
    const li = await app.as('agent', 'li')
    const quiet = await app.call('cases.open', complaint({ isAcknowledged: true }))
    app.wait(23 * HOUR)
    const fresh = await app.call('cases.open', complaint({ contactPhone: '13811112222', isAcknowledged: true }))
    await app.as('lead', 'zhao')
    expect((await gapsOf(app)).get(fresh.id)).toBeUndefined()
    app.wait(HOUR)
    expect((await gapsOf(app)).get(quiet.id)).toEqual(['contact', 'overdue'])
    expect((await gapsOf(app)).get(fresh.id)).toBeUndefined()
    expect((await app.call('gaps.list', { contactHours: 1 })).rows).toHaveLength(2)
    // A contact ends that gap; an owner who leaves opens another.
    const told = { direction: 'outbound', channel: 'phone', person: '陈女士', text: '说明进展' } as const
    await app.call('cases.contact', { id: quiet.id, ...told, progress: null })
    expect((await gapsOf(app)).get(quiet.id)).toEqual(['overdue'])
    await app.as('manager')
    await app.call('users.disable', { id: li as UserId })
    expect((await gapsOf(app)).get(fresh.id)).toEqual(['owner'])
    // Nothing planned and no limit running: nobody would ever act.
    await inStore(app, (db) =>
      db.updateTable('cases').set({ nextDueAt: null, nextClock: null }).where('id', '=', fresh.id).execute(),
    )
    app.hasMadeRows()
    expect((await gapsOf(app)).get(fresh.id)).toEqual(['owner', 'nextStep'])
    await app.as('agent', 'wang')
    expect(await app.fail('gaps.list', {})).toEqual({ code: 'FORBIDDEN' })
  },
)

onEveryEngine(
  'S4-135 first responses are timed, and complaints that are late stand in the list of delays',
  async (app) => {
    await app.as('agent', 'li')
    const from = app.now()
    const prompt = await app.call('cases.open', complaint())
    const late = await app.call('cases.open', complaint({ contactPhone: '13811113333' }))
    app.wait(30 * MINUTE)
    const hello = { direction: 'outbound', channel: 'phone', person: '陈女士', text: '已受理', progress: null } as const
    await app.call('cases.contact', { id: prompt.id, ...hello })
    app.wait(150 * MINUTE)
    await app.as('lead', 'zhao')
    const waiting = await app.call('gaps.delays', { from, to: from + DAY })
    expect(waiting).toMatchObject({ complaints: 2, answered: 1, withinPercent: 50, medianMs: 30 * MINUTE })
    expect(waiting.rows).toMatchObject([
      {
        case: { id: late.id },
        isResponseLate: true,
        answeredAt: null,
        responseMs: 180 * MINUTE,
        overdueMs: 60 * MINUTE,
      },
    ])
    await app.call('cases.contact', { id: late.id, ...hello })
    const answered = await app.call('gaps.delays', { from, to: from + DAY })
    expect(answered).toMatchObject({ answered: 2, meanMs: 105 * MINUTE, medianMs: 105 * MINUTE })
    expect(answered.rows).toMatchObject([{ case: { id: late.id }, isResponseLate: true, responseMs: 180 * MINUTE }])
  },
)

onEveryEngine(
  'S4-137 each task names one person: what lies with a department alone is listed until somebody has it',
  async (app) => {
    await app.as('agent', 'li')
    const id = await investigated(app)
    await app.call('subTasks.ask', { caseId: id, question: '请核实行李交接', department: 'baggage' })
    await app.as('lead', 'zhao')
    const { tasks } = await app.call('gaps.list', {})
    expect(tasks).toMatchObject([{ kind: 'subTask', caseId: id, text: '请核实行李交接', department: 'baggage' }])
    await app.as('agent', 'wang')
    await app.call('subTasks.accept', { id: tasks[0]?.id ?? '' })
    await app.as('lead', 'zhao')
    expect((await app.call('gaps.list', {})).tasks).toEqual([])
  },
)

onEveryEngine(
  'S4-138 a complaint that repeats an earlier one is recognised, and a named person answers for it in writing',
  async (app) => {
    const li = await app.as('agent', 'li')
    const from = app.now()
    const first = await app.call('cases.open', complaint({ category: 'baggage.delayed' }))
    app.wait(3 * DAY)
    await app.as('agent', 'wang')
    const again = await app.call('cases.open', complaint({ category: 'baggage.lost', content: '行李仍未找到' }))
    const far = await app.call('cases.open', complaint({ category: 'fare.payment', content: '重复扣款' }))
    await app.as('lead', 'zhao')
    const period = { from, to: from + 30 * DAY }
    const [row, ...others] = await app.call('gaps.answers', period)
    expect(others).toEqual([])
    expect(row).toMatchObject({
      ...{ kind: 'repeat', case: { id: again.id }, earlierId: first.id, ownerId: li, ownerName: 'li' },
      ...{ notice: null, isSettled: false },
    })
    const ask = { caseId: again.id, kind: 'repeat', personId: li as UserId, text: '为何未解决' } as const
    expect(await app.fail('gaps.ask', ask)).toMatchObject({ rule: 'answer-no-earlier' })
    expect(await app.fail('gaps.ask', { ...ask, kind: 'major' })).toMatchObject({ rule: 'answer-not-major' })
    await app.call('gaps.ask', { ...ask, earlierId: first.id })
    await app.as('agent', 'li')
    const [notice] = await app.call('routing.notices', {})
    expect(notice).toMatchObject({ kind: 'repeat', caseId: again.id, earlierId: first.id, mayAnswer: true })
    await app.call('routing.answer', { id: notice?.id ?? '', text: '首次处理未跟进查询结果，已改为每日回访' })
    await app.as('lead', 'zhao')
    expect(await app.call('gaps.answers', period)).toMatchObject([
      { isSettled: true, notice: { personName: 'li', answer: '首次处理未跟进查询结果，已改为每日回访' } },
    ])
    const acts = (await app.call('cases.show', { id: again.id })).events.filter(({ kind }) => kind === 'routed')
    expect(acts.map(({ data, actorName }) => [data.act, actorName])).toEqual([
      ['asked', 'zhao'],
      ['answered', 'li'],
    ])
    expect(far.id).not.toBe(again.id)
    await mustReplay(app)
  },
)

onEveryEngine(
  'S4-139 a major complaint stands in the list until an accountability measure is on record with its finding',
  async (app) => {
    await app.as('agent')
    const from = app.now()
    const { id } = await app.call('cases.open', complaint({ severity: 'major' }))
    await finalFinding(app, id)
    await app.as('manager')
    const period = { from, to: from + DAY }
    expect(await app.call('gaps.answers', period)).toMatchObject([
      { kind: 'major', case: { id, severity: 'major' }, measures: 0, isSettled: false },
    ])
    await app.call('liability.measure', {
      ...{
        id,
        kind: 'accountability',
        text: '演示：值班经理书面检查，当月绩效扣分',
        department: 'airport',
        person: '演示人员',
      },
      expectedSeq: await seqOf(app, id),
    })
    expect(await app.call('gaps.answers', period)).toMatchObject([{ measures: 1, isSettled: true }])
  },
)

onEveryEngine(
  'S5-22 a limit that runs out is told to the lead of the team; where there is none, to every lead',
  async (app) => {
    const li = await app.as('agent', 'li')
    await app.as('agent', 'wang')
    const zhao = await app.as('lead', 'zhao')
    await app.as('lead', 'qian')
    await app.as('manager')
    await app.call('users.update', { id: li as UserId, name: 'li', role: 'agent', leadId: zhao as UserId })
    await app.as('agent', 'li')
    const own = await app.call('cases.open', complaint())
    await app.as('agent', 'wang')
    const free = await app.call('cases.open', complaint({ contactPhone: '13811114444' }))
    app.wait(110 * MINUTE)
    await app.as('lead', 'qian')
    await app.call('cases.tick', {})
    const told = async () =>
      (await app.call('cases.escalations', { withSeen: true })).rows
        .filter((row) => row.tells === 'lead')
        .map((row) => row.case.id)
    // The lead of another team reads the case: that does not count as seen by the team's own.
    await app.call('cases.show', { id: own.id })
    expect(await told()).toEqual([free.id])
    await app.as('lead', 'zhao')
    const unseen = (await app.call('cases.escalations', {})).rows.filter(({ tells }) => tells === 'lead')
    // What every lead was told stays new to each until they have seen it themselves.
    expect(unseen.map((row) => row.case.id).toSorted()).toEqual([own.id, free.id].toSorted())
    expect(unseen.every((row) => row.isNew)).toBe(true)
    expect((await told()).toSorted()).toEqual([own.id, free.id].toSorted())
    await app.as('manager')
    await app.call('users.disable', { id: zhao as UserId })
    await app.as('lead', 'qian')
    // Nobody inherits what another was told; what is told from now on is told to every lead.
    expect(await told()).toEqual([free.id])
    app.wait(20 * HOUR)
    await app.signIn('qian')
    await app.call('cases.tick', {})
    expect(new Set(await told())).toEqual(new Set([own.id, free.id]))
  },
)

onEveryEngine(
  'S2-65 preliminary handling runs against its own limit from the receipt to the preliminary word',
  async (app) => {
    await app.as('agent', 'li')
    const id = await investigated(app)
    const clock = async () => (await app.call('cases.show', { id })).clocks.find(({ kind }) => kind === 'preliminary')
    expect(await clock()).toMatchObject({
      state: 'running',
      ruleId: 'desk-preliminary',
      limit: { unit: 'workingMinutes', amount: 480 },
    })
    const [explained] = await app.call('cases.explain', { id, clock: 'preliminary' })
    expect(explained).toMatchObject({ kind: 'preliminary' })
    app.wait(HOUR)
    await take(app, id, 'preliminary', {
      ...{
        contactPerson: '陈女士',
        contactAt: app.now(),
        contactChannel: 'phone',
        preliminaryMeasures: '先行垫付住宿',
      },
      ...{ expectedAt: app.now() + DAY, isObjective: true, isSincere: true, isClear: true },
    })
    expect(await clock()).toMatchObject({ state: 'met', stoppedAt: app.now() })
    await app.as('manager')
    await mustReplay(app)
  },
)

onEveryEngine(
  'S4-130 S4-131 S5-19 S5-47 S5-48 S5-49 S5-50 a travel complaint walks through clarifying, investigating and acting by one standard, in time, each step logged by itself',
  async (app) => {
    await app.as('agent', 'li')
    const travel = { category: 'travel.hotel', content: '酒店未按预订安排入住', isAcknowledged: false }
    const other = await app.call('cases.open', complaint({ content: '舱内异味', contactPhone: '13811115555' }))
    const { id, ownerId } = await app.call('cases.open', complaint(travel))
    const [one, two] = [await app.call('cases.show', { id }), await app.call('cases.show', { id: other.id })]
    // The same flow and a response and a handling limit of the desk's standard for both, whoever registers them.
    for (const { clocks } of [one, two])
      expect(clocks.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['respond', 'resolve']))
    expect([one.workflowPolicyId, one.targetPolicyId]).toEqual([two.workflowPolicyId, two.targetPolicyId])
    const limit = one.clocks.find(({ kind }) => kind === 'resolve')
    expect(await refused(app, id, 'finish', { causeText: '超订', measures: '换房' })).toMatchObject({ code: 'RULE' })
    await take(app, id, 'confirm', confirmation(app.now()))
    await take(app, id, 'assign', { ownerId: ownerId ?? '' })
    await take(app, id, 'accept')
    // No solution on record: neither what was found nor what was done may be left out.
    expect(await refused(app, id, 'finish')).toMatchObject({
      code: 'INVALID_INPUT',
      issues: [{ path: 'data.causeText' }, { path: 'data.measures' }],
    })
    app.wait(HOUR)
    await take(app, id, 'finish', { causeText: '合作酒店超订', measures: '当晚改住同级酒店并退差价' })
    const done = await app.call('cases.show', { id })
    expect(done.clocks.find(({ kind }) => kind === 'resolve')).toMatchObject({ state: 'met', dueAt: limit?.dueAt })
    const steps = done.events.flatMap(({ kind, data, actorName, at }) =>
      kind === 'step' || kind === 'opened' ? [[data.step, actorName, at]] : [],
    )
    const start = app.now() - HOUR
    expect(steps).toEqual([
      ['register', 'li', start],
      ['confirm', 'li', start],
      ['assign', 'li', start],
      ['accept', 'li', start],
      ['finish', 'li', app.now()],
    ])
  },
)
