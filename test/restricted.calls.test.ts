import fs from 'node:fs'
import path from 'node:path'
import { expect } from 'vitest'
import type { CaseId, UserId } from '../src/shared/ids.ts'
import { DAY, MINUTE } from '../src/shared/time.ts'
import { type App, onEveryEngine } from './app.ts'
import { addMember, complaint } from './cases-fixtures.ts'

const REPORT = { channel: 'reportPhone', content: '采购人员收受回扣' } as const
const HIDDEN = { code: 'NOT_FOUND', entity: 'case' }

/** A report of misconduct that nobody has: whoever took it down gave it to somebody who has left. */
async function unhandled(app: App) {
  const left = (await app.as('agent', 'left')) as UserId
  await app.signIn('boss')
  const { id, number } = await app.call('cases.open', complaint(REPORT))
  const { lastSeq } = await app.call('cases.pulse', { id })
  await app.call('cases.assign', { id, ownerId: left, reason: '转专人处理', expectedSeq: lastSeq })
  await app.as('admin')
  await app.call('users.disable', { id: left })
  return { id, number, left }
}

const seenIn = async (app: App, id: CaseId, number: string) => [
  (await app.engine.call('cases.show', { id })).ok,
  (await app.call('cases.find', { text: number })).length,
  await app.call('cases.queueTotal', {}),
]

onEveryEngine(
  'S2-10 a manager sees of a report only number, limit and handler, gives it to somebody else and never to themselves',
  async (app) => {
    const { id, number } = await unhandled(app)
    const li = (await app.as('agent', 'li')) as UserId
    await app.signIn('boss')
    const [line, ...rest] = await app.call('cases.restricted', {})
    expect(rest).toEqual([])
    expect(line).toMatchObject({ id, number, ownerName: 'left', readers: [], isOpenToMe: false })
    expect(Object.keys(line ?? {}).sort()).toEqual(
      'id isOpenToMe lastSeq nextClock nextDueAt number ownerId ownerName readers receivedAt'.split(' '),
    )
    expect(JSON.stringify(line)).not.toContain('回扣')
    const me = app.engine.desk.session?.actor.id as UserId
    const give = { id, reason: '原处理人离岗', expectedSeq: line?.lastSeq ?? 0 }
    expect(await app.fail('cases.assign', { ...give, ownerId: me })).toMatchObject({ rule: 'case-restricted-to-self' })
    await app.call('cases.assign', { ...give, ownerId: li })
    expect(await app.fail('cases.show', { id })).toEqual(HIDDEN)
    await app.signIn('li')
    expect(await app.call('cases.show', { id })).toMatchObject({ isRestricted: true, ownerName: 'li' })
    expect(await app.fail('cases.restricted', {})).toEqual({ code: 'FORBIDDEN' })
    await app.as('lead', 'zhao')
    const { lastSeq } = { lastSeq: (line?.lastSeq ?? 0) + 1 }
    expect(await app.fail('cases.assign', { ...give, ownerId: li, expectedSeq: lastSeq })).toEqual(HIDDEN)
  },
)

onEveryEngine(
  'S2-10 S3-130 whoever a manager names reads one report, or all of them, for the time given; helpers read theirs',
  async (app) => {
    const { id, number, left } = await unhandled(app)
    expect(left).toBeTruthy()
    const lead = (await app.as('lead', 'zhao')) as UserId
    await app.as('agent', 'li')
    const other = await app.call('cases.open', complaint({ ...REPORT, contactPhone: '13911112222' }))
    const plain = await app.call('cases.open', complaint({ contactPhone: '13911113333' }))
    await app.signIn('boss')
    const give = { userId: lead, right: 'restrictedCases', reason: '核查举报', untilAt: app.now() + DAY } as const
    expect(await app.fail('authorisations.give', { ...give, caseNumber: plain.number })).toMatchObject({
      rule: 'authorisation-case',
    })
    expect(await app.fail('authorisations.give', { ...give, right: 'leadRights', caseNumber: number })).toMatchObject({
      rule: 'authorisation-role',
    })
    await app.call('authorisations.give', { ...give, caseNumber: number.toLowerCase() })
    expect((await app.call('cases.restricted', {})).map((row) => [row.number, row.readers])).toEqual(
      expect.arrayContaining([
        [number, ['zhao']],
        [other.number, []],
      ]),
    )
    await app.signIn('zhao')
    expect(await seenIn(app, id, number)).toEqual([true, 1, 2])
    expect(await seenIn(app, other.id, other.number)).toEqual([false, 0, 2])
    app.wait(DAY)
    expect(await seenIn(app, id, number)).toEqual([false, 0, 1])
    await app.signIn('boss')
    await app.call('authorisations.give', { ...give, untilAt: app.now() + DAY })
    await app.signIn('zhao')
    expect(await app.call('cases.queueTotal', {})).toBe(3)
    expect((await seenIn(app, other.id, other.number)).slice(0, 2)).toEqual([true, 1])
    const sun = (await app.as('lead', 'sun')) as UserId
    await app.signIn('li')
    const ask = { department: 'operations', question: '核实举报内容', assigneeId: sun } as const
    await app.call('subTasks.ask', { caseId: other.id, ...ask })
    await app.signIn('sun')
    expect(await seenIn(app, other.id, other.number)).toEqual([true, 1, 2])
    expect(await seenIn(app, id, number)).toEqual([false, 0, 2])
  },
)

onEveryEngine(
  'S2-10 S3-129 a manager too opens a report in an emergency only, and another one judges it; a right to read does not stop them from giving rights',
  async (app) => {
    const { id, number } = await unhandled(app)
    const second = (await app.as('manager', 'second')) as UserId
    const li = (await app.as('agent', 'li')) as UserId
    await app.signIn('second')
    await app.call('authorisations.breakGlass', { caseNumber: number, reason: '媒体来电，须立即核实举报内容' })
    expect(await seenIn(app, id, number)).toEqual([true, 1, 1])
    await app.call('authorisations.give', {
      ...{ userId: li, right: 'leadRights', reason: '主管休假期间代行', untilAt: app.now() + DAY },
    })
    const [taken] = (await app.call('authorisations.list', {})).filter(({ kind }) => kind === 'breakGlass')
    const judge = { id: taken?.id ?? '', result: 'justified' } as const
    expect(await app.fail('authorisations.review', judge)).toMatchObject({ rule: 'authorisation-own-review' })
    app.wait(60 * MINUTE)
    expect(await seenIn(app, id, number)).toEqual([false, 0, 0])
    await app.signIn('boss')
    expect((await app.call('trust.mine', {})).waits).toMatchObject({ emergencies: 1, restricted: 0 })
    expect(await app.call('authorisations.review', judge)).toMatchObject({ userId: second, isReviewDue: false })
  },
)

onEveryEngine(
  'S2-10 S3-133 neither exports nor the audit log tell a manager what a report says or whose it is',
  async (app) => {
    const memberId = await addMember(app, 'gold', 'HU7001')
    await app.as('agent', 'li')
    const person = { memberId, contactPhone: '', anonymousReason: null }
    const report = await app.call('cases.open', complaint({ ...REPORT, ...person }))
    const plain = await app.call('cases.open', complaint({ ...person, content: '餐食太凉' }))
    await app.signIn('boss')
    const about = { case: report.id, limit: 500 } as never
    const entries = (await app.call('audit.list', about)).rows
    expect(entries.length).toBeGreaterThan(0)
    expect(entries.map(({ memberId, memberCard, body }) => [memberId, memberCard, body])).toEqual(
      entries.map(() => [null, null, '{"input":{"withheld":true}}']),
    )
    const ofMember = (await app.call('audit.list', { member: memberId, limit: 500 })).rows
    expect(ofMember.map(({ caseId }) => caseId)).toContain(plain.id)
    expect(ofMember.map(({ caseId }) => caseId)).not.toContain(report.id)
    const out = path.join(app.folder, 'history.zip')
    const copy = { purpose: '会员历史存档备查用', requester: '部门经理', profile: 'archive', language: 'en' } as const
    const made = await app.call('exports.history', { memberId, out, ...copy } as never)
    expect(made).toMatchObject({ heldBack: expect.any(Number) })
    const bytes = fs.readFileSync(out)
    expect(bytes.includes(Buffer.from(plain.number))).toBe(true)
    expect(bytes.includes(Buffer.from('回扣'))).toBe(false)
    expect(bytes.includes(Buffer.from(report.number))).toBe(false)
    expect(
      await app.fail('exports.selection', {
        ...{ scope: { kind: 'case', caseId: report.id }, out: path.join(app.folder, 'one.zip'), ...copy },
      } as never),
    ).toEqual(HIDDEN)
  },
)
