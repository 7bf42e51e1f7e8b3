import { expect } from 'vitest'
import type { CaseId } from '../src/shared/ids.ts'
import { type App, onEveryEngine } from './app.ts'
import { addMember, at, complaint, inStore } from './cases-fixtures.ts'
import { INCIDENTS, ONLINE, ONLINE_HEAD, writeTable } from './intake-fixtures.ts'

const HEAD = [
  ...['number', 'ident_state', 'reassignment_count', 'reopen_count', 'made_sla', 'opened_at', 'sys_updated_at'],
  ...['contact_type', 'assignment_group', 'assigned_to'],
]
/** Two cases of another desk, their rows mixed and not in order of time. */
const LOG = [
  HEAD,
  ['I1', 'New', '0', '0', 'true', '1/6/2026 08:00', '1/6/2026 08:05', 'Phone', 'g1', '?'],
  ['I2', 'New', '0', '0', 'true', '1/6/2026 09:00', '1/6/2026 09:01', 'Email', 'g1', 'u1'],
  ['I1', 'Resolved', '2', '0', 'true', '1/6/2026 08:00', '3/6/2026 10:00', 'Phone', 'g3', 'u2'],
  ['I1', 'Active', '1', '0', 'true', '1/6/2026 08:00', '2/6/2026 11:30', 'Phone', 'g2', 'u1'],
  ['I2', 'Awaiting User Info', '0', '0', 'true', '1/6/2026 09:00', '1/6/2026 12:00', 'Email', 'g1', 'u1'],
  ['I1', 'Active', '2', '1', 'false', '1/6/2026 08:00', '5/6/2026 09:00', 'Phone', 'g3', 'u2'],
  ['I1', 'Resolved', '2', '1', 'false', '1/6/2026 08:00', '6/6/2026 09:00', 'Phone', 'g3', 'u2'],
  ['I1', 'Closed', '2', '1', 'false', '1/6/2026 08:00', '11/6/2026 09:00', 'Phone', 'g3', 'u2'],
]

async function caseNamed(app: App, externalId: string): Promise<CaseId> {
  const row = await inStore(app, (db) =>
    db.selectFrom('importedCases').select('caseId').where('externalId', '=', externalId).executeTakeFirstOrThrow(),
  )
  return row.caseId as CaseId
}

onEveryEngine(
  'S5-64 a log of another system becomes cases with their own times: states, reassignments and reopenings in order of time',
  async (app) => {
    await app.as('lead')
    const file = writeTable(app, 'log.csv', LOG)
    const done = await app.call('imports.cases', { file, mapping: INCIDENTS })
    expect(done).toMatchObject({ read: 8, created: 2, updated: 6, unchanged: 0, rejected: 0, errors: [] })

    const closed = await app.call('cases.show', { id: await caseNamed(app, 'I1') })
    expect(closed).toMatchObject({
      number: 'TS-20260601-0001',
      state: 'closed',
      isOpen: false,
      round: 2,
      transfers: 2,
      receivedAt: at('2026-06-01T08:00'),
      registeredAt: at('2026-06-01T08:05'),
      closedAt: at('2026-06-11T09:00'),
      channel: 'phone',
      title: 'Incident I1',
    })
    const told = closed.events.filter(({ kind }) => kind === 'imported')
    expect(told.map(({ at: when, toState, data }) => [when, toState, data.reassigned ?? 0, data.team])).toEqual([
      [at('2026-06-01T08:05'), null, 0, 'g1'],
      [at('2026-06-02T11:30'), 'investigating', 1, 'g2'],
      [at('2026-06-03T10:00'), 'replied', 1, 'g3'],
      [at('2026-06-05T09:00'), 'investigating', 0, 'g3'],
      [at('2026-06-06T09:00'), 'replied', 0, 'g3'],
      [at('2026-06-11T09:00'), 'closed', 0, 'g3'],
    ])
    expect(told.map(({ data }) => data.emits)).toEqual([
      [],
      [],
      ['handled', 'replied'],
      ['reopened'],
      ['handled', 'replied'],
      ['closed'],
    ])
    expect(told.every(({ recordedAt }) => recordedAt === app.now())).toBe(true)

    const waiting = await app.call('cases.show', { id: await caseNamed(app, 'I2') })
    expect(waiting).toMatchObject({ state: 'waitingCustomer', isOpen: true, channel: 'email', closedAt: null })

    app.wait(1000)
    const again = await app.call('imports.cases', { file, mapping: INCIDENTS })
    expect(again).toMatchObject({ read: 8, created: 0, updated: 0, unchanged: 8, rejected: 0 })
    const [last, first] = await app.call('imports.list', {})
    expect([last?.kind, first?.kind, first?.created]).toEqual(['cases', 'cases', 2])
    const made = await app.call('imports.made', { importId: first?.id ?? '' })
    expect(made.rows.map(({ row, externalId, number }) => [row, externalId, number])).toEqual([
      [2, 'I1', 'TS-20260601-0001'],
      [3, 'I2', 'TS-20260601-0002'],
    ])
  },
)

onEveryEngine(
  'a row that cannot be so is named with its field and reason, and its whole case stays out',
  async (app) => {
    await app.as('lead')
    const bad = LOG.map((row) => [...row])
    bad.push(['I3', 'New', '0', '0', 'true', '1/6/2026 08:00', '31/6/2026 08:05', 'Phone', 'g1', '?'])
    bad.push(['I3', 'Closed', '0', '0', 'true', '1/6/2026 08:00', '3/6/2026 08:05', 'Phone', 'g1', '?'])
    bad.push(['I4', 'Parked', '0', '0', 'true', '1/6/2026 08:00', '3/6/2026 08:05', 'Phone', 'g1', '?'])
    bad.push(['I5', 'New', '0', '0', 'true', '1/6/2026 08:00', '3/12/2026 08:05', 'Pigeon', 'g1', '?'])
    const file = writeTable(app, 'bad.csv', bad)
    const check = await app.call('imports.cases', { file, mapping: INCIDENTS, dryRun: true })
    expect(check).toMatchObject({ read: 12, created: 2, updated: 6, rejected: 4, id: null })
    expect(check.errors.map(({ row, field, reason }) => [row, field, reason])).toEqual([
      [10, 'eventAt', 'not-an-instant'],
      [11, 'id', 'other-row'],
      [12, 'state', 'unknown-choice'],
      [13, 'eventAt', 'in-future'],
      [13, 'channel', 'unknown-class'],
    ])
    expect(await app.call('cases.queue', { isOpen: true })).toMatchObject({ rows: [] })

    await app.call('imports.cases', { file, mapping: INCIDENTS })
    const other = LOG.map((row) => (row[0] === 'I2' ? row.with(1, 'Closed') : row))
    const changed = await app.call('imports.cases', { file: writeTable(app, 'other.csv', other), mapping: INCIDENTS })
    expect(changed).toMatchObject({ created: 0, unchanged: 6, rejected: 2 })
    expect(changed.errors[0]).toMatchObject({ row: 3, field: 'id', reason: 'already-imported' })
  },
)

const rowsOf = async (app: App) =>
  inStore(app, (db) => db.selectFrom('caseEvents').select(['caseId', 'seq', 'kind']).execute())

onEveryEngine(
  'S5-64 a later, longer log of the same cases adds what is newer and leaves the rest as it is; the case stands as if it had come in at once',
  async (app) => {
    await app.as('lead')
    const short = LOG.filter((_, i) => i !== 7 && i !== 8)
    await app.call('imports.cases', { file: writeTable(app, 'short.csv', short), mapping: INCIDENTS })
    const id = await caseNamed(app, 'I1')
    const open = await app.call('cases.show', { id })
    expect(open).toMatchObject({ state: 'investigating', isOpen: true, round: 2, transfers: 2 })
    expect(await app.call('cases.replay', {})).toMatchObject({ cases: 2, mismatches: 0 })

    app.wait(1000)
    const file = writeTable(app, 'log.csv', LOG)
    const check = await app.call('imports.cases', { file, mapping: INCIDENTS, dryRun: true })
    expect(check).toMatchObject({ read: 8, created: 0, updated: 2, unchanged: 6, rejected: 0 })
    expect((await app.call('cases.show', { id })).state).toBe('investigating')
    const done = await app.call('imports.cases', { file, mapping: INCIDENTS })
    expect(done).toMatchObject({ read: 8, created: 0, updated: 2, unchanged: 6, rejected: 0, errors: [] })
    const closed = await app.call('cases.show', { id })
    expect(closed).toMatchObject({ state: 'closed', isOpen: false, closedAt: at('2026-06-11T09:00'), lastSeq: 7 })
    expect(closed.clocks.filter(({ state }) => state === 'running')).toEqual([])
    expect(closed.events.map(({ seq, at: when }) => [seq, when]).at(-1)).toEqual([7, at('2026-06-11T09:00')])
    expect(await app.call('cases.replay', {})).toMatchObject({ cases: 2, mismatches: 0 })

    app.wait(1000)
    expect(await app.call('imports.cases', { file, mapping: INCIDENTS })).toMatchObject({ updated: 0, unchanged: 8 })
    const older = writeTable(app, 'short.csv', short)
    expect(await app.call('imports.cases', { file: older, mapping: INCIDENTS })).toMatchObject({
      ...{ created: 0, updated: 0, unchanged: 6, rejected: 0 },
    })
  },
)

onEveryEngine(
  'a log that contradicts what is known, or comes after the case was worked on here, is refused at its row and nothing of it is stored',
  async (app) => {
    await app.as('lead')
    const short = LOG.filter((_, i) => i !== 7 && i !== 8)
    await app.call('imports.cases', { file: writeTable(app, 'short.csv', short), mapping: INCIDENTS })
    const before = await rowsOf(app)
    const refused = async (rows: readonly (readonly string[])[]) => {
      const file = writeTable(app, 'again.csv', rows)
      const { errors, rejected, updated } = await app.call('imports.cases', { file, mapping: INCIDENTS })
      expect([rejected, updated, await rowsOf(app)]).toEqual([6, 0, before])
      return errors.filter(({ reason }) => reason !== 'other-row').map(({ row, field, reason }) => [row, field, reason])
    }
    const only = LOG.filter(([id]) => id !== 'I2')
    // A known entry says something else now.
    expect(await refused(only.map((row) => (row[1] === 'Active' && row[2] === '1' ? row.with(8, 'g9') : row)))).toEqual(
      [[4, 'id', 'already-imported']],
    )
    // Something is put in between what is known.
    expect(await refused(only.map((row) => (row[1] === 'Closed' ? row.with(6, '4/6/2026 09:00') : row)))).toEqual([
      [7, 'eventAt', 'before-imported'],
    ])
    // The customer would have spoken at another time.
    expect(await refused(only.map((row, i) => (i === 0 ? row : row.with(5, '1/6/2026 07:00'))))).toEqual([
      [2, 'receivedAt', 'already-imported'],
    ])
    const id = await caseNamed(app, 'I1')
    await app.call('cases.note', { id, text: '已在本系统跟进' })
    const file = writeTable(app, 'later.csv', only)
    const late = await app.call('imports.cases', { file, mapping: INCIDENTS })
    expect(late.errors.find(({ reason }) => reason !== 'other-row')).toMatchObject({ row: 6, reason: 'handled-here' })
  },
)

onEveryEngine(
  'S1-15 S1-16 S1-17 S5-64 online complaints come in by file with channel and the customer’s own sending time, at any hour; clocks start then',
  async (app) => {
    await app.as('lead')
    await addMember(app, 'diamond', 'CA9001')
    const file = writeTable(app, 'online.csv', [
      ONLINE_HEAD,
      [
        'W1',
        '官方网站',
        '2026-09-29 23:47',
        '值机柜台无人',
        '书面答复',
        '愤怒',
        '示例甲',
        '13800001111',
        'CA9001',
        'https://example.com/1',
        'HU7609',
      ],
      [
        'A1',
        '移动应用',
        '2026-09-30T03:12:09+08:00',
        '行李破损\n照片见附件',
        '赔偿',
        '失望',
        '示例乙',
        '13800002222',
        '',
        '',
        '',
      ],
      ['A1', '移动应用', '2026-09-30 03:20', '重复', '赔偿', '', '示例乙', '', '', '', ''],
      ['W2', '官方网站', '2026-09-30 09:00', '换座', '换座', '', '示例丙', '', 'CA0000', '', ''],
    ])
    const done = await app.call('imports.cases', { file, mapping: ONLINE })
    expect(done).toMatchObject({ read: 4, created: 2, rejected: 2 })
    expect(done.errors.map(({ row, field, reason }) => [row, field, reason])).toEqual([
      [4, 'id', 'duplicate'],
      [5, 'card', 'unknown-member'],
    ])
    const web = await app.call('cases.show', { id: await caseNamed(app, 'W1') })
    const sent = at('2026-09-29T23:47')
    expect(web).toMatchObject({
      channel: 'website',
      receivedAt: sent,
      registeredAt: app.now(),
      state: 'registered',
      isOpen: true,
      tier: 'diamond',
      demand: '书面答复',
      flightNo: 'HU7609',
    })
    expect(web.clocks.length).toBeGreaterThan(2)
    expect(web.clocks.every(({ startedAt }) => startedAt === sent)).toBe(true)
    // Whoever brought it in answers for it until it is given to somebody else.
    expect(web.ownerId).toBe(await app.as('lead'))
    const mobile = await app.call('cases.show', { id: await caseNamed(app, 'A1') })
    expect(mobile).toMatchObject({ channel: 'app', receivedAt: at('2026-09-30T03:12:09'), title: '行李破损' })
  },
)

onEveryEngine(
  'S4-122 S4-123 S5-66 the record holds customer, time, cause and demand, was read back and found right, and says how the customer felt',
  async (app) => {
    await app.as('agent')
    const opened = await app.call('cases.open', complaint({ readBack: true, mood: 'angry' }))
    const view = await app.call('cases.show', { id: opened.id })
    expect(view).toMatchObject({
      contactName: '陈女士',
      receivedAt: app.now(),
      reason: '缺少信息',
      demand: '书面说明并道歉',
      recorded: { readBack: true, mood: 'angry' },
    })
    expect(view.events[0]).toMatchObject({ kind: 'opened', at: app.now(), actorName: 'agent' })
    const silent = await app.call('cases.open', complaint())
    const { recorded } = await app.call('cases.show', { id: silent.id })
    expect('readBack' in recorded || 'mood' in recorded).toBe(false)
    expect(await app.fail('cases.open', complaint({ mood: 'furious' as never }))).toMatchObject({
      code: 'INVALID_INPUT',
    })
  },
)

onEveryEngine(
  'S1-15 S1-16 S1-17 an online complaint entered by hand carries its channel and the customer’s own time, before it was entered',
  async (app) => {
    await app.as('agent')
    const receivedAt = at('2026-09-30T02:17')
    for (const channel of ['website', 'app']) {
      const opened = await app.call('cases.open', complaint({ channel, receivedAt, apologyGiven: false }))
      const view = await app.call('cases.show', { id: opened.id })
      expect(view).toMatchObject({ channel, receivedAt, registeredAt: app.now(), entryLagMs: app.now() - receivedAt })
      expect(view.clocks.every(({ startedAt }) => startedAt === receivedAt)).toBe(true)
    }
    expect(
      await app.fail('cases.open', complaint({ channel: 'app', receivedAt: app.now() + 3_600_000 })),
    ).toMatchObject({
      rule: 'case-received-in-future',
    })
  },
)

onEveryEngine(
  'a file of cases that is cancelled half way leaves nothing, and a fault in the file neither',
  async (app) => {
    await app.as('lead')
    const rows = Array.from({ length: 400 }, (_, i) => [
      `W${i}`,
      '官方网站',
      '2026-09-29 10:00',
      '示例',
      '答复',
      '',
      '',
      '',
      '',
      '',
      '',
    ])
    const file = writeTable(app, 'many.csv', [ONLINE_HEAD, ...rows])
    const told: unknown[] = []
    app.pushes.push = (push) => {
      told.push(push)
      app.engine.cancel('import')
      return 0
    }
    const result = await app.engine.call('imports.cases', { file, mapping: ONLINE }, { job: 'import' })
    expect(result).toEqual({ ok: false, failure: { code: 'CANCELLED' } })
    expect(told.length).toBeGreaterThan(0)
    expect(await app.call('imports.list', {})).toEqual([])
    expect(await inStore(app, (db) => db.selectFrom('cases').select('id').execute())).toEqual([])
    expect(
      await app.fail('imports.cases', {
        file,
        mapping: { columns: { id: '编号', channel: '渠道', receivedAt: '时间' } },
      }),
    ).toMatchObject({
      rule: 'mapping-unknown-column',
    })
    expect(await app.call('imports.fields', { kind: 'cases', language: 'en' })).toContainEqual({
      field: 'receivedAt',
      type: 'instant',
      required: true,
      meaning: "The customer's own sending time; the clocks start then",
    })
  },
)
