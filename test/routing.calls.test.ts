import { expect } from 'vitest'
import type { CaseId, UserId } from '../src/shared/ids.ts'
import { DAY, HOUR, MINUTE } from '../src/shared/time.ts'
import type { App } from './app.ts'
import { onEngine, onEveryEngine } from './app.ts'
import { addMember, complaint, mustReplay } from './cases-fixtures.ts'

/** Gives a person skills, as the lead who is signed in. */
async function skilled(app: App, userId: string, ...kinds: ('complaints' | 'complex')[]): Promise<void> {
  for (const kind of kinds)
    await app.call('routing.grantSkill', { userId: userId as UserId, kind, evidence: '演示：2026年投诉处理培训合格' })
}

const seqOf = async (app: App, id: CaseId) => (await app.call('cases.pulse', { id })).lastSeq

const COMPLEX = '两次行李破损，多次投诉一直没有解决，准备请律师起诉'

onEveryEngine(
  'S5-14 S5-15 S5-17 S5-24 the class sends a complaint to its department, and skill and load decide who gets it, with reasons',
  async (app) => {
    const [li, wang, sun] = [await app.as('agent', 'li'), await app.as('agent', 'wang'), await app.as('agent', 'sun')]
    await app.as('lead', 'zhao')
    const shift = { maxOpen: 10, shiftDays: '12345', shiftFrom: 8 * 60, shiftTo: 20 * 60 }
    for (const userId of [li, wang, sun])
      await app.call('routing.setHandler', { userId: userId as UserId, department: 'baggage', ...shift })
    await skilled(app, wang, 'complaints')
    await skilled(app, sun, 'complaints')
    await app.call('routing.grantSkill', {
      ...{ userId: wang as UserId, kind: 'category', code: 'baggage', evidence: '演示：行李岗三年' },
    })
    await app.as('agent', 'li')
    const { id, ownerId } = await app.call(
      'cases.open',
      complaint({ category: 'baggage.damaged', content: '行李箱轮子摔坏' }),
    )
    expect(ownerId).toBe(wang)
    expect(await app.call('cases.show', { id })).toMatchObject({
      department: 'baggage',
      severity: 'general',
      transfers: 0,
    })
    const { routings } = await app.call('routing.show', { id })
    expect(routings).toMatchObject([
      { cause: 'opened', outcome: 'assigned', fromName: 'li', toName: 'wang', department: 'baggage', complexities: [] },
    ])
    const people = new Map(routings[0]?.candidates.map((one) => [one.name, one]))
    expect(people.get('wang')).toEqual({
      ...{ id: wang, name: 'wang', points: 45, obstacles: [] },
      merits: [
        { merit: 'department', points: 25, amount: null },
        { merit: 'category', points: 20, amount: null },
      ],
    })
    expect(people.get('li')?.obstacles).toEqual(['noComplaints'])

    await app.as('agent', 'wang')
    await app.call('routing.setPresence', { userId: wang as UserId, presence: 'away', until: app.now() + 2 * HOUR })
    await app.as('agent', 'li')
    const next = await app.call(
      'cases.open',
      complaint({ category: 'baggage.damaged', content: '行李破损', contactPhone: '13800007777' }),
    )
    expect(next.ownerId).toBe(sun)
    const weighed = (await app.call('routing.show', { id: next.id })).routings[0]?.candidates
    expect(weighed?.find(({ name }) => name === 'wang')?.obstacles).toEqual(['away'])
    // The log tells it too, and the new owner has its receipt to give.
    const { events, clocks } = await app.call('cases.show', { id: next.id })
    const entry = events.findLast(({ kind }) => kind === 'assigned')
    expect(entry).toMatchObject({ actorId: 'system', data: { cause: 'opened', to: sun, decided: 'assigned' } })
    expect(clocks.some(({ kind, state }) => kind === 'ownerAccept' && state === 'running')).toBe(true)
    await app.as('manager')
    await mustReplay(app)
  },
)

onEveryEngine(
  'S5-16 S5-22 S5-23 S5-28 a complex or personal complaint goes only to a qualified person; when nobody is, that is seen and looked after',
  async (app) => {
    const [li, wang] = [await app.as('agent', 'li'), await app.as('agent', 'wang')]
    await app.as('lead', 'zhao')
    await skilled(app, li, 'complaints')
    await skilled(app, wang, 'complaints', 'complex')
    const held = (await app.call('routing.handlers', {})).find(({ userId }) => userId === wang)
    await app.as('agent', 'li')
    const { id, ownerId } = await app.call('cases.open', complaint({ category: 'baggage.damaged', content: COMPLEX }))
    expect(ownerId).toBe(wang)
    const routed = await app.call('routing.show', { id })
    expect(routed).toMatchObject({ isComplex: true, routings: [{ complexities: ['words'], toName: 'wang' }] })
    expect(routed.routings[0]?.candidates.find(({ name }) => name === 'li')?.obstacles).toEqual(['notQualified'])
    const personal = await app.call('cases.open', complaint({ content: '怀孕七个月，轮椅服务没有安排' }))
    expect(personal.ownerId).toBe(wang)
    expect((await app.call('routing.show', { id: personal.id })).routings[0]?.complexities).toEqual(['personal'])
    // Nobody gives it to somebody unqualified by hand either.
    await app.as('lead', 'zhao')
    const give = { id, ownerId: li as UserId, reason: '换人', expectedSeq: await seqOf(app, id) }
    expect(await app.fail('cases.assign', give)).toMatchObject({ rule: 'case-needs-qualified' })

    const skill = held?.skills.find(({ kind }) => kind === 'complex')
    await app.call('routing.revokeSkill', { id: skill?.id ?? '', reason: '演示：复训未通过' })
    await app.call('routing.grantSkill', {
      ...{ userId: wang as UserId, kind: 'complex', evidence: '演示：旧证', validUntil: '2026-09-29' },
    })
    await app.as('agent', 'li')
    const waiting = await app.call('cases.open', complaint({ content: COMPLEX, contactPhone: '13800009999' }))
    expect(waiting.ownerId).toBe(li)
    await app.as('lead', 'zhao')
    const { rows } = await app.call('gaps.list', {})
    expect(rows.filter(({ gaps }) => gaps.includes('notQualified')).map((row) => row.case.id)).toEqual([waiting.id])
    await app.engine.heartbeat()
    expect((await app.call('cases.show', { id: waiting.id })).ownerId).toBe(li)

    await app.call('routing.grantSkill', {
      ...{ userId: wang as UserId, kind: 'complex', evidence: '演示：复训合格', validUntil: '2027-09-29' },
    })
    expect(await app.call('routing.nextSweep', {})).toEqual({ at: app.now() + 10 * MINUTE })
    app.wait(10 * MINUTE)
    await app.as('manager')
    await app.engine.heartbeat()
    expect((await app.call('cases.show', { id: waiting.id })).ownerId).toBe(wang)
    expect((await app.call('gaps.list', {})).rows.flatMap(({ gaps }) => gaps)).not.toContain('notQualified')
    expect(await app.call('routing.nextSweep', {})).toEqual({ at: null })
  },
)

onEveryEngine(
  'S5-60 S5-14 a corrected class takes a complaint to its department and to somebody who handles it there, and counts as a transfer',
  async (app) => {
    const [li, wang] = [await app.as('agent', 'li'), await app.as('agent', 'wang')]
    await app.as('lead', 'zhao')
    const shift = { maxOpen: 20, shiftDays: '1234567', shiftFrom: 0, shiftTo: 1440 }
    await app.call('routing.setHandler', { userId: li as UserId, department: 'operations', ...shift })
    await app.call('routing.setHandler', { userId: wang as UserId, department: 'baggage', ...shift })
    await skilled(app, li, 'complaints')
    await skilled(app, wang, 'complaints')
    await app.as('agent', 'li')
    const { id, ownerId, lastSeq } = await app.call('cases.open', complaint({ content: '行李没有随机到达' }))
    expect(ownerId).toBe(li)
    await app.call('classing.correct', { id, category: 'baggage.delayed', reason: '实为行李', expectedSeq: lastSeq })
    const now = await app.call('cases.show', { id })
    expect(now).toMatchObject({ category: 'baggage.delayed', department: 'baggage', ownerId: wang, transfers: 1 })
    const [last] = (await app.call('routing.show', { id })).routings
    expect(last).toMatchObject({ cause: 'corrected', outcome: 'assigned', fromName: 'li', toName: 'wang' })
    await app.as('agent', 'wang')
    expect(await app.call('routing.notices', {})).toMatchObject([{ kind: 'assigned', caseId: id, personName: 'wang' }])
    expect(await app.call('routing.notices', {})).toEqual([])
  },
)

onEveryEngine(
  'S3-62 S4-129 the department concerned and the person responsible are named and told, with the time at which they read it',
  async (app) => {
    const [li, wang] = [await app.as('agent', 'li'), await app.as('agent', 'wang')]
    await app.as('lead', 'zhao')
    const shift = { maxOpen: 20, shiftDays: '1234567', shiftFrom: 0, shiftTo: 1440 }
    await app.call('routing.setHandler', { userId: wang as UserId, department: 'airport', ...shift })
    await app.as('agent', 'li')
    const { id, lastSeq } = await app.call('cases.open', complaint({ content: '柜台排队两小时' }))
    const told = await app.call('routing.tell', {
      ...{ id, department: 'airport', personId: null, text: '请机场服务核实排队情况', expectedSeq: lastSeq },
    })
    expect(told).toMatchObject({
      department: 'airport',
      notices: [{ department: 'airport', personName: null, seenAt: null }],
    })
    await app.call('routing.tell', {
      ...{ id, department: 'airport', personId: wang as UserId, text: '请您处理', expectedSeq: told.lastSeq },
    })
    app.wait(5 * MINUTE)
    await app.as('agent', 'wang')
    const notices = await app.call('routing.notices', {})
    expect(notices.map(({ text, personName, mayAnswer }) => ({ text, personName, mayAnswer }))).toEqual(
      expect.arrayContaining([
        { text: '请机场服务核实排队情况', personName: null, mayAnswer: true },
        { text: '请您处理', personName: 'wang', mayAnswer: true },
      ]),
    )
    const mine = notices.find(({ personName }) => personName === 'wang')
    await app.call('routing.answer', { id: mine?.id ?? '', text: '已到柜台核实并增开柜台' })
    await app.as('agent', 'li')
    const after = await app.call('routing.show', { id })
    expect(after.notices.find(({ personName }) => personName === 'wang')).toMatchObject({
      ...{ seenByName: 'wang', seenAt: app.now(), answer: '已到柜台核实并增开柜台', answeredAt: app.now() },
    })
    expect(after.notices.every(({ seenAt }) => seenAt === app.now())).toBe(true)
    const acts = (await app.call('cases.show', { id })).events.flatMap(({ kind, data }) =>
      kind === 'routed' ? [data.act] : [],
    )
    expect(acts).toEqual(['told', 'told', 'answered'])
    expect(await app.fail('routing.answer', { id: mine?.id ?? '', text: '我来' })).toMatchObject({
      rule: 'notice-not-yours',
    })
    expect(li).not.toBe(wang)
  },
)

onEngine(
  'sqlite',
  'skills and shifts are set by leads; an agent says only whether they themselves are there',
  async (app) => {
    const [li, wang] = [await app.as('agent', 'li'), await app.as('agent', 'wang')]
    expect(await app.fail('routing.handlers', {})).toEqual({ code: 'FORBIDDEN' })
    expect(await app.fail('routing.setPresence', { userId: li as UserId, presence: 'away' })).toEqual({
      code: 'FORBIDDEN',
    })
    await app.call('routing.setPresence', { userId: wang as UserId, presence: 'away' })
    const { id, lastSeq } = await app.call('cases.open', complaint())
    expect(await app.fail('routing.route', { id, expectedSeq: lastSeq })).toMatchObject({ rule: 'routing-off' })
    await app.as('lead', 'zhao')
    expect((await app.call('routing.handlers', {})).find(({ userId }) => userId === wang)?.isPresent).toBe(false)
    const bad = { userId: li as UserId, kind: 'language' as const, code: 'xx', evidence: '演示' }
    expect(await app.fail('routing.grantSkill', bad)).toMatchObject({ rule: 'skill-code' })
    await app.call('routing.grantSkill', { ...bad, code: 'en', validUntil: '2026-12-31' })
    await app.call('routing.grantSkill', { ...bad, code: 'en', validUntil: '2027-12-31' })
    const skills = (await app.call('routing.handlers', {})).find(({ userId }) => userId === li)?.skills
    expect(skills).toMatchObject([{ kind: 'language', code: 'en', validUntil: '2027-12-31', isValid: true }])
  },
)

onEveryEngine(
  'S5-17 whoever asks has a complaint given out again; what is in the right hands stays there',
  async (app) => {
    const li = await app.as('agent', 'li')
    const memberId = await addMember(app, 'diamond')
    const { id, ownerId } = await app.call('cases.open', complaint({ memberId, anonymousReason: null }))
    expect(ownerId).toBe(li)
    const wang = await app.as('agent', 'wang')
    await app.as('lead', 'zhao')
    await skilled(app, wang, 'complaints')
    app.wait(DAY / 24)
    const after = await app.call('routing.route', { id, expectedSeq: await seqOf(app, id) })
    expect(after.routings[0]).toMatchObject({ cause: 'asked', outcome: 'assigned', fromName: 'li', toName: 'wang' })
    app.wait(1000)
    const again = await app.call('routing.route', { id, expectedSeq: after.lastSeq })
    expect(again.routings[0]).toMatchObject({ cause: 'asked', outcome: 'kept' })
  },
)
