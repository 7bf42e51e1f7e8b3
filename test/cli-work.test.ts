import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { moment } from '../src/main/cli/moments.ts'
import { type App, closeApp } from './app.ts'
import { type CommandLine, closedStore, commandLine } from './cli-run.ts'

let app: App
let desk: CommandLine

const HOUR = 3_600_000
const inFolder = (name: string) => path.join(desk.folder, name)
const write = (name: string, content: string | object) => {
  fs.writeFileSync(inFolder(name), typeof content === 'string' ? content : JSON.stringify(content))
  return inFolder(name)
}
const ago = (hours: number) => moment(Date.now() - hours * HOUR)

beforeAll(async () => {
  app = await closedStore('sqlite')
  desk = commandLine(app.address, app.folder)
})

afterAll(() => closeApp(app))

const TABLE = `卡号,姓名,手机,等级,里程
C1001,林晓,13800001111,金卡,1200
C1002,陈伟,13800002222,,abc
C1003,Anna Smith,13800003333,银卡,500
`
const MAP = { columns: { card: '卡号', name: '姓名', mobile: '手机', tier: '等级', distanceKm: '里程' } }

describe('members', () => {
  test('are imported: first to look, then for good, the refused rows in a file of their own', async () => {
    const [table, map] = [write('members.csv', TABLE), write('map.json', MAP)]
    const expected = {
      read: 3,
      created: 2,
      updated: 0,
      unchanged: 0,
      rejected: 1,
      errors: [{ row: 3, field: 'distanceKm', reason: 'not-a-number' }],
    }
    const dry = await desk.run('boss', ['import', 'members', table, '--map', map, '--dry-run', '--json'])
    expect([dry.code, JSON.parse(dry.stdout)]).toEqual([0, expected])
    expect(dry.stderr).toContain('1 rows were refused; the others were taken.')
    expect(await desk.json('boss', 'member', 'find', 'C1001')).toEqual([])
    const real = await desk.run('boss', [
      'import',
      'members',
      table,
      '--map',
      map,
      '--errors',
      inFolder('refused.csv'),
      '--json',
    ])
    expect([real.code, JSON.parse(real.stdout)]).toEqual([0, expected])
    expect(fs.readFileSync(inFolder('refused.csv'), 'utf8')).toContain('C1002,陈伟')
    const again = await desk.run('boss', ['import', 'members', table, '--map', map, '--json'])
    expect(JSON.parse(again.stdout)).toEqual({ ...expected, created: 0, unchanged: 2 })
  })

  test('a map or table that cannot be used is refused', async () => {
    const [table, map] = [inFolder('members.csv'), inFolder('map.json')]
    const importing = (file: string, mapFile: string) => desk.fail('boss', 'import', 'members', file, '--map', mapFile)
    expect(await importing(inFolder('missing.csv'), map)).toMatchObject({
      exit: 1,
      code: 'RULE',
      rule: 'named-file-missing',
    })
    for (const [file, message] of [
      [inFolder('missing.json'), 'The file missing.json cannot be read.'],
      [write('bad.json', 'columns: card'), 'The file bad.json is not JSON.'],
      [write('list.json', []), 'The map list.json is not right: '],
      [write('wrong.json', { columns: { card: 7 } }), 'The map wrong.json is not right: columns.card '],
    ] as const)
      expect(await importing(table, file)).toMatchObject({
        exit: 2,
        code: 'FILE',
        message: expect.stringContaining(message),
      })
    expect(await importing(table, write('odd.json', { columns: { shoeSize: '卡号' } }))).toMatchObject({
      exit: 1,
      code: 'RULE',
      rule: 'mapping-unknown-field',
    })
    expect(await desk.fail('agent', 'import', 'members', table, '--map', map)).toMatchObject({
      exit: 1,
      code: 'FORBIDDEN',
    })
  })

  test('are found by card or telephone, and shown with tier, entitlements and open cases', async () => {
    const hit = { card: 'C1001', name: '林晓', tier: 'gold' }
    expect(await desk.json('agent', 'member', 'find', '13800001111')).toMatchObject([hit])
    const member = await desk.json('agent', 'member', 'show', 'C1001')
    expect(member).toMatchObject({ ...hit, maskedMobile: '+86138****1111', openCases: [] })
    expect(member.entitlements.length).toBeGreaterThan(0)
    expect(await desk.fail('agent', 'member', 'show', 'C9')).toMatchObject({
      exit: 1,
      code: 'NOT_FOUND',
      entity: 'member',
    })
    expect(await desk.json('boss', 'audit', 'list', '--member', 'C1001', '--limit', '1')).toMatchObject([
      { actor: 'agent', call: 'members.view', memberCard: 'C1001' },
    ])
  })

  test('are rated: the dry run tells the same and stores nothing', async () => {
    const dry = await desk.json('boss', 'tier', 'run', '--dry-run')
    expect(dry).toEqual({ rated: 2, changes: expect.any(Array) })
    expect(await desk.json('boss', 'tier', 'run')).toEqual(dry)
    expect(await desk.fail('agent', 'tier', 'run')).toMatchObject({ exit: 1, code: 'FORBIDDEN' })
  })
})

test('a call that another system recorded is logged', async () => {
  const at = ago(1)
  const call = await desk.json(
    'agent',
    'call',
    'log',
    '--member',
    'C1001',
    '--from',
    '13800001111',
    '--at',
    at,
    '--rings',
    '2',
    '--wait-s',
    '6',
    '--talk-s',
    '60',
    '--hold-s',
    '5',
    '--agent',
    'agent',
    '--result',
    'answered-enquiry',
    '--text',
    '问行李额',
  )
  expect(call).toMatchObject({
    member: 'C1001',
    from: '+86138****1111',
    at,
    rings: 2,
    waitS: 6,
    talkS: 60,
    holdS: 5,
    agent: 'agent',
    result: 'answered-enquiry',
    isInTime: true,
  })
  expect(call.call).toMatch(/^LD-\d{8}-0001$/)
  const noPhone = ['call', 'log', '--from', 'abc', '--at', at, '--agent', 'agent', '--result', 'missed', '--text', '-']
  expect(await desk.fail('agent', ...noPhone)).toMatchObject({
    exit: 1,
    code: 'INVALID_INPUT',
    message: expect.stringContaining('--from: '),
  })
})

describe('cases', () => {
  const complaint = [
    '--kind',
    'complaint',
    '--category',
    'flight.delay',
    '--channel',
    'phone',
    '--severity',
    'general',
    '--text',
    '航班延误五小时，无人解释',
  ]
  let number = ''

  test('are opened with their clocks, from the time the customer spoke', async () => {
    const received = ago(0.25)
    const opened = await desk.json('agent', 'case', 'open', '--member', 'C1001', ...complaint, '--received', received)
    number = opened.case
    expect(opened).toMatchObject({ case: expect.stringMatching(/^TS-\d{8}-0001$/), state: 'registered', isOpen: true })
    const clocks: { kind: string; startedAt: string; dueAt: string; state: string }[] = opened.clocks
    expect(clocks.map(({ kind, startedAt, state }) => ({ kind, startedAt, state }))).toEqual(
      ['respond', 'confirm', 'progress', 'resolve', 'reply', 'legal'].map((kind) => ({
        kind,
        startedAt: received,
        state: 'running',
      })),
    )
    expect(clocks.every(({ dueAt }) => Date.parse(dueAt) > Date.parse(received))).toBe(true)
  })

  test('every kind opens with what the command names and nothing else', async () => {
    for (const kind of ['enquiry', 'suggestion', 'service']) {
      const opened = await desk.json(
        'agent',
        'case',
        'open',
        '--member',
        'C1003',
        '--kind',
        kind,
        '--category',
        'baggage',
        '--channel',
        'phone',
        '--received',
        ago(0),
        '--severity',
        'general',
        '--text',
        '行李规则',
      )
      expect(opened).toMatchObject({ kind, state: 'registered' })
    }
  })

  test('a limit that ran out reads breached wherever the case is shown', async () => {
    const received = ago(3)
    const opened = await desk.json('agent', 'case', 'open', '--member', 'C1001', ...complaint, '--received', received)
    const dueAt = moment(Date.parse(received) + HOUR)
    const late = { kind: 'respond', state: 'breached', dueAt, breachedAt: dueAt, stoppedAt: null }
    expect(opened.clocks[0]).toMatchObject(late)
    expect(opened.clocks[1]).toMatchObject({ kind: 'confirm', state: 'running', breachedAt: null })
    expect((await desk.json('agent', 'case', 'show', opened.case)).clocks[0]).toMatchObject(late)
    const listed = await desk.json('agent', 'case', 'list', '--open')
    expect(listed.find((row: { case: string }) => row.case === opened.case)).toMatchObject({
      nextClock: 'respond',
      nextDueAt: dueAt,
      nextClockState: 'breached',
    })
    const shown = await desk.run('agent', ['case', 'show', opened.case, '--lang', 'zh-CN'])
    expect(shown.stdout).toMatch(/ 超时 /)
  })

  test('what the desk does not take is refused and named as it was typed', async () => {
    const open = (...more: string[]) => desk.fail('agent', 'case', 'open', '--member', 'C1001', ...complaint, ...more)
    expect(await open('--received', ago(-24))).toMatchObject({
      exit: 1,
      code: 'RULE',
      rule: 'case-received-in-future',
      message: expect.stringMatching(/^--received: /),
    })
    const year = { exit: 2, code: 'USAGE', message: expect.stringMatching(/^--received: .* 2000 to 2099\.$/) }
    for (const text of ['1980-01-01T00:00:00+08:00', '2100-01-01T00:00:00Z', '9999-12-31T23:59:59Z'])
      expect(await open('--received', text)).toMatchObject(year)
    const form = { exit: 2, message: expect.stringContaining('--received: “1980” is not a moment written like') }
    expect(await open('--received', '1980')).toMatchObject(form)
    expect(await open('--received', ago(1), '--apology', 'no')).toMatchObject({
      exit: 1,
      code: 'INVALID_INPUT',
      message: expect.stringContaining('--apology: '),
    })
  })

  test('take the codes of the lists that the desk keeps, which a command names', async () => {
    const codes = await desk.json('agent', 'class', 'list', '--of', 'category')
    expect(codes).toContainEqual({ list: 'category', code: 'flight.delay', name: expect.anything(), isActive: true })
    const lists = new Set((await desk.json('agent', 'class', 'list')).map(({ list }: { list: string }) => list))
    expect([...lists]).toEqual(['category', 'channel', 'department', 'service'])
    const shown = await desk.run('agent', ['class', 'list', '--of', 'category', '--lang', 'zh-CN'])
    expect(shown.stdout).toMatch(/^分类\s+flight\.delay\s+航班延误/m)
  })

  test('are listed, open ones or all, and shown with clocks, events and next steps', async () => {
    const open = await desk.json('agent', 'case', 'list', '--open', '--owner', 'agent')
    expect(open.map((row: { case: string }) => row.case)).toContain(number)
    expect(await desk.json('agent', 'case', 'list', '--open', '--owner', 'boss')).toEqual([])
    const shown = await desk.json('agent', 'case', 'show', number)
    expect(shown).toMatchObject({ case: number, state: 'registered', cardNo: 'C1001' })
    expect(shown.clocks[0]).toMatchObject({ kind: 'respond', state: 'running', calendarId: '24x7' })
    expect(shown.events.map((event: { kind: string }) => event.kind)).toContain('opened')
    expect(shown.nextActions.map((action: { to: string }) => action.to)).toContain('confirmed')
    const forPeople = await desk.run('agent', ['case', 'show', number, '--lang', 'zh-CN'])
    expect(forPeople.stdout).toMatch(/^状态: 已登记$/m)
    expect(forPeople.stdout).toMatch(/^经过.*$/m)
    expect(forPeople.stdout).toMatch(/ 登记\s*$/m)
    expect(forPeople.stdout).not.toMatch(/signal|isProvisional|isAllowed/)
    expect(await desk.fail('agent', 'case', 'show', 'TS-20200101-0001')).toMatchObject({
      exit: 1,
      code: 'NOT_FOUND',
      entity: 'case',
    })
  })

  test('are taken a step further with a form, whose moments and logins are written as everywhere', async () => {
    const data = {
      contactPerson: '林晓',
      contactAt: ago(0),
      contactChannel: 'phone',
      confirmedFacts: '情况属实',
      processExplained: true,
      expectedAt: ago(-24),
    }
    expect(await desk.fail('agent', 'case', 'advance', number, '--to', 'confirmed')).toMatchObject({
      exit: 1,
      code: 'INVALID_INPUT',
    })
    const confirmed = await desk.json(
      'agent',
      'case',
      'advance',
      number,
      '--to',
      'confirmed',
      '--data',
      write('confirm.json', data),
    )
    expect(confirmed).toMatchObject({ case: number, state: 'confirmed' })
    const states = Object.fromEntries(
      confirmed.clocks.map((clock: { kind: string; state: string }) => [clock.kind, clock.state]),
    )
    expect(states).toMatchObject({ respond: 'met', confirm: 'met', resolve: 'running' })
    const assigned = await desk.json(
      'agent',
      'case',
      'advance',
      number,
      '--to',
      'assigned',
      '--data',
      write('assign.json', { ownerId: 'boss' }),
    )
    expect(assigned.state).toBe('assigned')
    expect(await desk.json('boss', 'case', 'list', '--open', '--owner', 'boss')).toMatchObject([
      { case: number, owner: 'boss' },
    ])
    expect(await desk.fail('boss', 'case', 'advance', number, '--to', 'closed')).toMatchObject({
      exit: 1,
      code: 'RULE',
      rule: 'case-step-not-here',
    })
  })

  test('explain says why each limit ends when it does, and its counted stretches add up; with --at, what had counted', async () => {
    const [first] = (await desk.json('agent', 'case', 'list')) as { case: string; kind: string; receivedAt: string }[]
    const { case: number = '' } = first ?? {}
    const { clocks } = await desk.json('agent', 'explain', number)
    expect(clocks.length).toBeGreaterThan(0)
    for (const { intervals, countedMs, dueAt, startedAt } of clocks) {
      const counted = intervals.filter((one: { counted: boolean }) => one.counted)
      const ms = counted.map(({ from, to }: { from: string; to: string }) => Date.parse(to) - Date.parse(from))
      expect(ms.reduce((sum: number, one: number) => sum + one, 0)).toBe(countedMs)
      expect([intervals[0].from, intervals.at(-1).to]).toEqual([startedAt, dueAt])
      expect(intervals.every(({ basis }: { basis: string }) => basis !== '')).toBe(true)
    }
    const [{ kind, startedAt }] = clocks
    const at = new Date(Date.parse(startedAt) + 60_000).toISOString()
    const then = await desk.json('agent', 'explain', number, '--clock', kind, '--at', at)
    expect(then.clocks.map((one: { kind: string; countedMs: number }) => [one.kind, one.countedMs])).toEqual([
      [kind, 60_000],
    ])
  })

  test('replay compares every case with its log and counts what differs', async () => {
    const found = await desk.json('boss', 'replay', '--all')
    expect(found).toEqual({ cases: expect.any(Number), events: expect.any(Number), mismatches: 0 })
    expect(found.events).toBeGreaterThan(found.cases)
    expect(await desk.fail('agent', 'replay', '--all')).toMatchObject({ exit: 1, code: 'FORBIDDEN' })
    expect(await desk.fail('boss', 'replay')).toMatchObject({ exit: 2 })
  })

  test('tick shows what would come due by a moment and stores nothing; without --at it stores what did', async () => {
    const later = await desk.json('boss', 'tick', '--at', ago(-24 * 60))
    expect(later.breached).toBeGreaterThan(0)
    expect(await desk.json('boss', 'tick', '--at', ago(-24 * 60))).toEqual(later)
    expect(await desk.json('boss', 'tick')).toEqual({
      warned: expect.any(Number),
      breached: 0,
      escalated: expect.any(Number),
    })
    expect(await desk.fail('agent', 'tick')).toMatchObject({ exit: 1, code: 'FORBIDDEN' })
  })
})

test('a due time is worked out over the National Day holiday of 2026', async () => {
  const due = (...amount: string[]) =>
    desk.json('agent', 'due', '--from', '2026-09-30T08:00:00+08:00', '--calendar', 'CN', ...amount)
  expect(await due('--working-days', '1')).toEqual({ due: '2026-10-09T00:00:00+08:00', provisional: false })
  expect(await due('--minutes', '60')).toEqual({ due: '2026-09-30T09:00:00+08:00', provisional: false })
  expect(
    await desk.fail('agent', 'due', '--from', '2026-09-30T08:00:00+08:00', '--calendar', 'MARS', '--minutes', '1'),
  ).toMatchObject({ exit: 1 })
})

test('a history is exported by a manager for a purpose, verifies anywhere, and no longer when a byte was changed', async () => {
  const out = inFolder('history.zip')
  const exporting = (...purpose: string[]) => [
    'export',
    'history',
    '--member',
    'C1001',
    '--out',
    out,
    '--purpose',
    ...purpose,
  ]
  expect(await desk.fail('agent', ...exporting('会员本人申请查阅服务记录'))).toMatchObject({
    exit: 1,
    code: 'FORBIDDEN',
  })
  expect(await desk.fail('boss', ...exporting('查'))).toMatchObject({ exit: 1, rule: 'export-purpose' })
  const made = await desk.run('boss', [...exporting('会员本人申请查阅服务记录'), '--json'])
  const { rows, ...rest } = JSON.parse(made.stdout)
  expect([made.code, rest]).toEqual([
    0,
    {
      file: out,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      head: expect.stringMatching(/^[0-9a-f]{64}$/),
      keyId: expect.any(String),
    },
  ])
  expect(await desk.json('nobody', 'verify', out)).toEqual({ ok: true, rows, problems: [] })
  const bytes = fs.readFileSync(out)
  bytes[900] = (bytes[900] ?? 0) ^ 1
  fs.writeFileSync(inFolder('forged.zip'), bytes)
  const forged = await desk.run('nobody', ['verify', inFolder('forged.zip'), '--json'])
  expect([forged.code, JSON.parse(forged.stdout).ok]).toEqual([1, false])
})
