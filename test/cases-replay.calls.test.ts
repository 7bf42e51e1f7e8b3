import { expect } from 'vitest'
import { caseAt } from '../src/main/cases/replay.ts'
import type { Output } from '../src/shared/contracts.ts'
import type { CaseId, UserId } from '../src/shared/ids.ts'
import { DAY, HOUR, MINUTE } from '../src/shared/time.ts'
import { type App, onEveryEngine, START } from './app.ts'
import { at, complaint, confirmation, enquiry, inStore } from './cases-fixtures.ts'
import { investigate, putOnRecord } from './clocks-fixture.ts'

type Clock = Output<'cases.show'>['clocks'][number]
const ofKind = (clocks: readonly Clock[], kind: string) =>
  clocks
    .filter((clock) => clock.kind === kind)
    .map(({ state, startedAt, dueAt, stoppedAt }) => [
      ...[state, startedAt - START, dueAt - START, stoppedAt === null ? null : stoppedAt - START],
    ])

onEveryEngine(
  'S2-36 S2-111 each stage has its own clock, started and stopped by what happens to the case',
  async (app) => {
    const agent = await app.as('agent')
    const { id } = await app.call('cases.open', complaint({ severity: 'urgent' }))
    app.wait(HOUR)
    await app.call('cases.advance', { id, step: 'confirm', data: confirmation(app.now()), expectedSeq: 1 })
    app.wait(HOUR)
    await app.call('cases.advance', { id, step: 'assign', data: { ownerId: agent }, expectedSeq: 2 })
    app.wait(3 * HOUR)
    const { clocks, lastSeq } = await app.call('cases.advance', { id, step: 'accept', expectedSeq: 3 })
    // Confirming told the customer where things stand, so the next contact is due a day later; the receipt came late.
    expect([ofKind(clocks, 'progress'), ofKind(clocks, 'ownerAccept')]).toEqual([
      [
        ['met', 0, DAY, HOUR],
        ['running', HOUR, 25 * HOUR, null],
      ],
      [['breached', 2 * HOUR, 4 * HOUR, 5 * HOUR]],
    ])
    app.wait(HOUR)
    const contact = { id, channel: 'phone', person: '陈女士', text: '进展' } as const
    const told = await app.call('cases.contact', {
      ...contact,
      progress: { steps: '调取监控', expectedAt: app.now() + DAY, agentContact: '工号 8' },
    } as never)
    expect(ofKind(told.clocks, 'progress')).toEqual([
      ['met', 0, DAY, HOUR],
      ['met', HOUR, 25 * HOUR, 6 * HOUR],
      ['running', 6 * HOUR, 30 * HOUR, null],
    ])
    expect(told.lastSeq).toBe(lastSeq + 1)
  },
)

onEveryEngine('S1-40 S2-36 handing a case on gives the new owner a receipt clock of their own', async (app) => {
  const agent = await app.as('agent')
  const other = await app.as('agent', 'other')
  await app.as('lead')
  const { id } = await app.call('cases.open', complaint())
  await app.call('cases.advance', { id, step: 'confirm', data: confirmation(app.now()), expectedSeq: 1 })
  await app.call('cases.advance', { id, step: 'assign', data: { ownerId: agent }, expectedSeq: 2 })
  app.wait(30 * MINUTE)
  const moved = await app.call('cases.assign', { id, ownerId: other as UserId, reason: '休假', expectedSeq: 4 })
  expect(ofKind(moved.clocks, 'ownerAccept')).toEqual([
    ['cancelled', 0, 2 * HOUR, 30 * MINUTE],
    ['running', 30 * MINUTE, 150 * MINUTE, null],
  ])
})

/** What the calls and the window say of a case, without what only concerns the moment of asking. */
async function stateOf(app: App, id: CaseId) {
  const { state, ownerId, round, isOpen, recorded, clocks, lastSeq } = await app.call('cases.show', { id })
  return {
    ...{ state, ownerId, round, isOpen, recorded, lastSeq },
    clocks: clocks.map(({ kind, startedAt, dueAt, stoppedAt, pausedAt }) => [
      kind,
      startedAt,
      dueAt,
      stoppedAt,
      pausedAt,
    ]),
  }
}

onEveryEngine(
  'S1-46 the log alone gives the case as it stood after each of its entries: state, owner, round, records, clocks',
  async (app) => {
    const agent = await app.as('agent')
    const { id } = await app.call('cases.open', complaint())
    const seen: { at: number; was: Awaited<ReturnType<typeof stateOf>> }[] = []
    const note = async () => {
      seen.push({ at: app.now(), was: await stateOf(app, id) })
      app.wait(90 * MINUTE)
    }
    await note()
    await app.call('cases.advance', { id, step: 'confirm', data: confirmation(app.now()), expectedSeq: 1 })
    await note()
    await app.call('cases.advance', { id, step: 'assign', data: { ownerId: agent }, expectedSeq: 2 })
    await note()
    await app.call('cases.advance', { id, step: 'accept', expectedSeq: 3 })
    await note()
    const wait = { askedFor: '照片', howToSubmit: '短信', chaseAt: app.now() + DAY }
    await app.call('cases.advance', { id, step: 'wait', data: wait, expectedSeq: 4 })
    await note()
    app.setNow(at('2026-10-09T10:00:00'))
    await app.as('agent')
    await app.call('cases.advance', { id, step: 'resume', data: { customerAnswer: '已发' }, expectedSeq: 5 })
    await note()
    await app.call('cases.amend', { id, changes: { title: '延误' }, reason: '更正', expectedSeq: 6 })
    await note()
    await app.as('lead')
    await app.call('cases.advance', { id, step: 'withdraw', data: { withdrawStatement: '不再追究' }, expectedSeq: 7 })
    await note()
    for (const { at: when, was } of seen) {
      const replayed = await replayedAt(app, id, when)
      expect({ ...replayed, clocks: sorted(replayed?.clocks) }).toEqual({ ...was, clocks: sorted(was.clocks) })
    }
    await app.as('lead')
    expect(await app.call('cases.replay', { id })).toEqual({ cases: 1, events: 8, mismatches: 0, found: [] })
  },
)

const sorted = (clocks: unknown[][] | undefined) => [...(clocks ?? [])].map((clock) => JSON.stringify(clock)).sort()

async function replayedAt(app: App, id: CaseId, when: number) {
  return inStore(app, async (db) => {
    const row = await db.selectFrom('cases').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    const state = await caseAt(db, row, when)
    if (!state) return undefined
    const { state: name, ownerId, round, isOpen, recorded, seq, clocks } = state
    return {
      ...{ state: name, ownerId, round, isOpen, recorded, lastSeq: seq },
      clocks: clocks.map(({ kind, startedAt, dueAt, stoppedAt, state: now, pauses }) => [
        ...[kind, startedAt, dueAt, stoppedAt ?? null, now === 'paused' ? (pauses.at(-1)?.from ?? null) : null],
      ]),
    }
  })
}

onEveryEngine('S1-46 whatever is stored otherwise than the log says is found and named', async (app) => {
  const first = await app.call('cases.open', complaint())
  const { id } = await app.call('cases.open', enquiry())
  const untouched = { cases: 2, events: 2, mismatches: 0, found: [] }
  expect(await app.call('cases.replay', {})).toEqual(untouched)
  await inStore(app, (db) => db.updateTable('cases').set({ ownerId: null }).where('id', '=', id).execute())
  await inStore(app, (db) =>
    db
      .updateTable('clocks')
      .set((eb) => ({ dueAt: eb('dueAt', '+', 1) }))
      .where('caseId', '=', first.id)
      .where('kind', '=', 'respond')
      .execute(),
  )
  const found = await app.call('cases.replay', {})
  expect([
    found.mismatches,
    found.found.flatMap((one) => one.differences.map(({ what }) => what.split(' ')[0])).sort(),
  ]).toEqual([2, ['ownerId', 'respond', 'respond']])
  await app.as('agent')
  expect(await app.fail('cases.replay', {})).toEqual({ code: 'FORBIDDEN' })
  app.hasMadeRows()
})

onEveryEngine(
  'a clock set back keeps the order of a case: what is written later never lies before what stands there, and it is audited',
  async (app) => {
    const agent = await app.as('agent')
    const { id } = await app.call('cases.open', complaint())
    const expectedSeq = await investigate(app, id, agent)
    app.setNow(START - 5 * HOUR)
    await app.call('cases.note', { id, text: '时钟被拨回' })
    const wait = { askedFor: '照片', howToSubmit: '短信', chaseAt: START + DAY }
    const waiting = await app.call('cases.advance', { id, step: 'wait', data: wait, expectedSeq: expectedSeq + 1 })
    expect(waiting.clocks.find((clock) => clock.kind === 'resolve')?.pausedAt).toBe(START)
    const { events } = await app.call('cases.show', { id })
    expect(events.map(({ at: when, recordedAt }) => [when, recordedAt])).toEqual(
      Array(events.length).fill([START, START]),
    )
    const rows = await inStore(app, (db) =>
      db.selectFrom('audit').select('body').where('call', '=', 'cases.note').execute(),
    )
    expect(rows.map(({ body }) => JSON.parse(body).clockSetBack)).toEqual([{ shown: START - 5 * HOUR, used: START }])
  },
)

onEveryEngine(
  'a clock set forward and back tells each warning once and takes back none that were true',
  async (app) => {
    const { id } = await app.call('cases.open', complaint())
    app.setNow(START + 61 * MINUTE)
    expect((await app.call('cases.tick', {})).warned).toBe(1)
    app.setNow(START + 10 * MINUTE)
    expect((await app.call('cases.tick', {})).warned).toBe(0)
    app.setNow(START + 62 * MINUTE)
    expect((await app.call('cases.tick', {})).warned).toBe(0)
    const { clocks } = await app.call('cases.show', { id })
    expect(clocks.find((clock) => clock.kind === 'respond')?.signals.map(({ percent }) => percent)).toEqual([50])
  },
)

onEveryEngine(
  'the explanation names who paused a limit and why, the holiday between, and its sum is the time shown',
  async (app) => {
    const agent = await app.as('agent')
    const { id } = await app.call('cases.open', complaint({ category: 'other', severity: 'general', timeClass: 'h48' }))
    await investigate(app, id, agent)
    app.wait(2 * HOUR)
    const wait = { askedFor: '照片', howToSubmit: '短信', chaseAt: app.now() + DAY }
    await app.call('cases.advance', { id, step: 'wait', data: wait, expectedSeq: 4 })
    app.wait(3 * HOUR)
    await app.call('cases.advance', { id, step: 'resume', data: { customerAnswer: '已发' }, expectedSeq: 5 })
    app.wait(HOUR)
    const [resolve] = await app.call('cases.explain', { id, clock: 'resolve' })
    expect(resolve).toMatchObject({ ruleId: 's2-class-48h', source: { mark: 'seed' }, countedMs: 48 * HOUR })
    expect([resolve?.usedMs, resolve?.remainingMs]).toEqual([3 * HOUR, 45 * HOUR])
    expect(
      resolve?.intervals.map((one) => [(one.to - one.from) / HOUR, one.counted, one.whyName?.zh, one.byName]),
    ).toEqual([
      [2, true, undefined, null],
      [3, false, '等客户补充', 'agent'],
      [46, true, undefined, null],
    ])
    const [reply] = await app.call('cases.explain', { id, clock: 'reply' })
    expect(reply?.intervals.map(({ kind, why }) => [kind, why])).toEqual([
      ['counted', 'counted'],
      ['holiday', '国庆节'],
      ['counted', 'counted'],
    ])
    const [then] = await app.call('cases.explain', { id, clock: 'resolve', at: START + 4 * HOUR })
    expect([then?.dueAt, then?.countedMs, then?.state, then?.intervals.at(-1)?.kind]).toEqual([
      START + 48 * HOUR,
      2 * HOUR,
      'paused',
      'paused',
    ])
    expect(await putOnRecord(app, id, {})).toBe(7)
  },
)
