import { afterAll, beforeAll, expect, test } from 'vitest'
import { midnight } from '../src/main/demo/rota.ts'
import { readEntry } from '../src/main/rules/member-entry.ts'
import { mobileBackwards } from '../src/main/rules/member-search.ts'
import { nameKeys } from '../src/main/rules/names.ts'
import type { Database, Row } from '../src/main/store/types.ts'
import { CASE_KINDS } from '../src/shared/cases/words.ts'
import { IMPROVEMENT_STATES } from '../src/shared/improvements/words.ts'
import { DOCUMENT_TYPES } from '../src/shared/members/words.ts'
import { MEMBER_TIERS } from '../src/shared/tiers/model.ts'
import { DAY, HOUR } from '../src/shared/time.ts'
import { DEMO_NOW, type Demo, openDemo, SMALL } from './demo-store.ts'

let demo: Demo
beforeAll(async () => {
  demo = await openDemo({ now: DEMO_NOW })
}, 240_000)
afterAll(async () => demo.remove())

async function all<T extends keyof Database>(table: T): Promise<Row<T>[]> {
  const open = demo.engine.desk.open
  if (!open) expect.fail('the demo is closed')
  return (await open.store.db.selectFrom<keyof Database>(table).selectAll().execute()) as Row<T>[]
}

const tally = (list: readonly string[]) => {
  const counts: Record<string, number> = {}
  for (const one of list) counts[one] = (counts[one] ?? 0) + 1
  return counts
}

test('2,000 members of every tier, 300 flights, 60 days of calls and cases', async () => {
  const members = await all('members')
  expect({ members: members.length, flights: (await all('flights')).length }).toEqual({ members: 2000, flights: 300 })
  expect(demo.made).toMatchObject({ members: 2000, calls: 1200, cases: 360 })
  expect(Object.keys(tally(members.map(({ tier }) => tier))).sort()).toEqual([...MEMBER_TIERS].sort())
  const started = (await all('calls')).map(({ startedAt }) => startedAt)
  expect(Math.min(...started)).toBeLessThan(DEMO_NOW - 58 * DAY)
  expect(Math.max(...started)).toBeGreaterThan(DEMO_NOW - DAY)
})

test('cases of every kind stand in every state of their workflow', async () => {
  const cases = await all('cases')
  const reached = new Set(cases.map(({ kind, state }) => `${kind === 'complaint' ? 'complaint' : 'other'} ${state}`))
  const workflows = await demo.call('cases.workflows', {})
  const states = workflows.flatMap(({ kind, states: list }) =>
    list.map(({ id }) => `${kind === 'complaint' ? 'complaint' : 'other'} ${id}`),
  )
  expect([...new Set(states)].filter((state) => !reached.has(state) && !state.endsWith(' draft'))).toEqual([])
  expect(Object.keys(tally(cases.map(({ kind }) => kind))).sort()).toEqual([...CASE_KINDS].sort())
})

test('about one limit in twelve was overrun, each at its own true time', async () => {
  const clocks = await all('clocks')
  const breached = clocks.filter(({ breachedAt }) => breachedAt !== null)
  expect(breached.length / clocks.length).toBeGreaterThan(0.05)
  expect(breached.length / clocks.length).toBeLessThan(0.12)
  expect(breached.filter(({ breachedAt, dueAt }) => breachedAt !== dueAt)).toEqual([])
})

test('the queue lives on first sight: some due within the hour, more today, a few overdue, nobody without an owner', async () => {
  const open = (await all('cases')).filter(({ isOpen }) => isOpen === 1)
  const due = (from: number, to: number) =>
    open.filter(({ nextDueAt }) => nextDueAt !== null && nextDueAt >= from && nextDueAt < to).length
  expect(due(DEMO_NOW, DEMO_NOW + HOUR)).toBeGreaterThanOrEqual(5)
  expect(due(DEMO_NOW + HOUR, midnight(DEMO_NOW) + DAY)).toBeGreaterThanOrEqual(3)
  expect(due(0, DEMO_NOW)).toBeGreaterThanOrEqual(2)
  expect(open.filter(({ ownerId }) => ownerId === null)).toEqual([])
  expect((await demo.call('calls.callBacks', { mine: false })).length).toBeGreaterThan(0)
  expect((await demo.call('cases.followUps', { owner: 'all', dueBy: DEMO_NOW + DAY })).length).toBeGreaterThan(3)
})

test('at the end nothing is left undone: no limit to record, no call in progress', async () => {
  expect(await demo.call('cases.tickPreview', { at: DEMO_NOW })).toEqual({ warned: 0, breached: 0, escalated: 0 })
  expect((await all('calls')).filter(({ state }) => !['done', 'missed', 'abandoned'].includes(state))).toEqual([])
})

test('the audit chain holds from the first entry to the last, and nothing was refused', async () => {
  expect(await demo.call('audit.verify', {})).toMatchObject({ ok: true, problem: null })
  const audit = await all('audit')
  expect(audit.filter(({ outcome }) => outcome === 'refused')).toEqual([])
  expect(audit.filter(({ at }, i) => at < (audit[i - 1]?.at ?? 0))).toEqual([])
})

test('times run forwards in every call and every case', async () => {
  const wrong = (await all('calls')).filter(
    ({ startedAt, answeredAt, endedAt, wrapUpEndedAt, waitMs, talkMs, holdMs, wrapUpMs }) => {
      const times = [startedAt, answeredAt ?? startedAt, endedAt ?? 0, wrapUpEndedAt ?? endedAt ?? 0]
      const whole = (wrapUpEndedAt ?? endedAt ?? 0) - startedAt
      return (
        times.some((time, i) => time < (times[i - 1] ?? 0)) ||
        waitMs + talkMs + holdMs + wrapUpMs !== whole ||
        times.some((time) => time > DEMO_NOW)
      )
    },
  )
  expect(wrong).toEqual([])
  const events = await all('caseEvents')
  expect(events.filter(({ at, recordedAt }) => at > recordedAt || recordedAt > DEMO_NOW)).toEqual([])
  const cases = await all('cases')
  expect(
    cases.filter(
      ({ receivedAt, registeredAt, closedAt }) =>
        receivedAt > registeredAt || (closedAt ?? registeredAt) < registeredAt,
    ),
  ).toEqual([])
})

/** Complaints and suggestions about a flight, with its departure. */
async function aboutFlights(): Promise<{ number: string; receivedAt: number; departsAt: number }[]> {
  const departures = new Map((await all('flights')).map(({ id, departsAt }) => [id, departsAt]))
  return (await all('cases')).flatMap(({ kind, number, flightId, receivedAt }) => {
    const departsAt = departures.get(flightId ?? '')
    const isLookingBack = kind === 'complaint' || kind === 'suggestion'
    return departsAt !== undefined && isLookingBack ? [{ number, receivedAt, departsAt }] : []
  })
}

test('nobody complains about a flight that is still to come, in a small demo neither', async () => {
  const about = await aboutFlights()
  expect(about.length).toBeGreaterThan(20)
  const usual = demo
  try {
    for (const seed of [7, 8]) {
      demo = await openDemo({ ...SMALL, seed })
      about.push(...(await aboutFlights()))
      await demo.remove()
    }
  } finally {
    demo = usual
  }
  expect(about.filter(({ departsAt, receivedAt }) => departsAt > receivedAt)).toEqual([])
}, 120_000)

test('no agent is on two calls at once, and calls peak before noon and in the afternoon', async () => {
  const calls = (await all('calls')).sort((a, b) => a.startedAt - b.startedAt)
  const until = new Map<string, number>()
  const overlapping = calls.filter(({ agentId, startedAt, endedAt, wrapUpEndedAt }) => {
    const isTaken = startedAt < (until.get(agentId ?? '') ?? 0)
    until.set(agentId ?? '', wrapUpEndedAt ?? endedAt ?? 0)
    return isTaken
  })
  expect(overlapping).toEqual([])
  const at = (hour: number) =>
    calls.filter(({ startedAt }) => Math.floor((startedAt - midnight(startedAt)) / HOUR) === hour).length
  expect(at(10)).toBeGreaterThan(at(13))
  expect(at(15)).toBeGreaterThan(at(18))
  expect(at(20)).toBeGreaterThan(3 * at(3))
})

test('most calls are answered within the set rings, lost ones are called back', async () => {
  const calls = await all('calls')
  const answered = calls.filter(({ direction, answeredAt }) => direction === 'inbound' && answeredAt !== null)
  const share = answered.filter(({ isInTime }) => isInTime === 1).length / answered.length
  expect(share).toBeGreaterThan(0.8)
  expect(share).toBeLessThan(0.97)
  const lost = calls.filter(({ direction, answeredAt }) => direction === 'inbound' && answeredAt === null)
  const returned = new Set(calls.map(({ callBackOf }) => callBackOf))
  expect(lost.filter(({ id }) => !returned.has(id)).length).toBe(3)
})

test('members served in English are greeted in English', async () => {
  const english = new Set((await all('members')).filter(({ language }) => language === 'en').map(({ id }) => id))
  const greetings = (await all('calls'))
    .filter(({ memberId, greeting }) => memberId !== null && english.has(memberId) && greeting)
    .map(({ greeting }) => greeting)
  expect(greetings.length).toBeGreaterThan(5)
  expect(greetings.some((text) => text?.startsWith('Good day M'))).toBe(true)
})

test('files are as the desk would have written them: forms, check signs, keys', async () => {
  const wrong = (await all('members')).filter((row) => {
    const documentType = DOCUMENT_TYPES.find((type) => type === row.documentType) ?? null
    const entry = {
      card: row.cardNo,
      mobile: row.mobile,
      email: row.email,
      documentType,
      documentNo: row.documentNo,
      birthDate: row.birthDate,
      enrolledOn: row.enrolledOn,
    }
    const { values, issues } = readEntry(entry, {}, '2026-11-22')
    const keys = nameKeys(row.name)
    return (
      issues.length > 0 ||
      values.mobile !== row.mobile ||
      values.documentNo !== row.documentNo ||
      keys.namePinyin !== row.namePinyin ||
      mobileBackwards(row.mobile) !== row.mobileBackwards
    )
  })
  expect(wrong).toEqual([])
})

test("each member's tier is what the history says, and a rating now would change few", async () => {
  const changes = (await all('tierChanges')).sort((a, b) => a.at - b.at)
  const latest = new Map(changes.map(({ memberId, toTier }) => [memberId, toTier]))
  const members = await all('members')
  expect(members.filter(({ id, tier, status }) => status === 'active' && tier !== (latest.get(id) ?? 'none'))).toEqual(
    [],
  )
  expect([...new Set(changes.map(({ change }) => change))].sort()).toEqual(['downgrade', 'entry', 'retain', 'upgrade'])
  const { rated, changed } = await demo.call('tiers.preview', {})
  expect(changed / rated).toBeLessThan(0.05)
})

test('complaints went the whole way: contacts, replies, satisfaction; suggestions were adopted', async () => {
  const events = await all('caseEvents')
  const given = events.flatMap(({ data }) =>
    Object.entries((JSON.parse(data) as { recorded?: Record<string, unknown> }).recorded ?? {}),
  )
  const count = (field: string, value?: unknown) =>
    given.filter(([name, got]) => name === field && (value === undefined || got === value)).length
  expect(count('contactPerson')).toBeGreaterThan(30)
  expect(count('resultFeedback')).toBeGreaterThan(25)
  expect(count('satisfactionResult')).toBeGreaterThan(20)
  expect(count('adoption', 'adopted')).toBeGreaterThan(3)
  expect(events.filter(({ kind }) => kind === 'contacted').length).toBeGreaterThan(30)
})

test('every page of the desk has something to show: what is waiting, what is done, what is late', async () => {
  const states = tally(
    (await demo.call('improvements.list', { states: [...IMPROVEMENT_STATES] })).map(({ state }) => state),
  )
  const overdue = await demo.call('improvements.list', { isOverdue: true })
  expect({ states, overdue: overdue.length }).toEqual({
    states: { proposed: 2, accepted: 2, declined: 1, inProgress: 2, done: 1, verified: 1, closed: 1 },
    overdue: 1,
  })
  expect((await demo.call('evaluations.list', {})).rows).toMatchObject([{ kind: 'quarterly', state: 'closed' }])
  const [goal] = await demo.call('goals.list', {})
  expect([goal?.baseline, goal?.target, goal?.points.length, goal?.isReached]).toEqual([65, 80, 4, false])
  const [project] = await demo.call('projects.list', {})
  expect(project?.items.map(({ state }) => state)).toEqual(['done', 'done', 'done', 'running'])

  const reviews = await demo.call('reviews.list', {})
  expect([reviews.length, tally(reviews.map(({ state }) => state)).disputed]).toEqual([8, 1])
  expect(await demo.call('reviews.audits', {})).toMatchObject([{ state: 'closed', sampleSize: 5, found: 5 }])
  expect(await demo.call('reviews.studies', {})).toMatchObject([{ state: 'released' }])
  expect(await demo.call('reports.issued', {})).toMatchObject([{ kind: 'month', period: '2026-10' }])

  const answers = await demo.call('surveys.answers', { scope: 'handling' })
  expect(answers.rows.length).toBeGreaterThan(40)
  expect([answers.rows.filter(({ isPoor }) => isPoor).length, answers.waiting]).toEqual([5, 2])
  expect((await demo.call('surveys.answers', { scope: 'service' })).rows).toHaveLength(8)
  const sent = tally((await all('messages')).map(({ occasion, state }) => `${occasion} ${state}`))
  expect(sent['acknowledgement sent']).toBeGreaterThan(10)
  expect(sent['result sent']).toBeGreaterThan(10)
  expect((await demo.call('messages.waiting', {})).length).toBeGreaterThan(2)
  const care = await demo.call('care.list', { view: 'due' })
  expect([(await all('careContacts')).length, care.length, care.filter((one) => one.isOverdue).length]).toEqual([
    6, 3, 1,
  ])

  const posts = await demo.call('posts.list', { view: 'all' })
  expect([posts.rows.length, posts.late, tally(posts.rows.map(({ state }) => state)).converted]).toEqual([6, 1, 1])
  const yesterday = await demo.call('posts.checks', { day: '2026-11-21' })
  expect(tally(yesterday.rows.map(({ state }) => state))).toEqual({ closed: yesterday.rows.length - 1, open: 1 })
  const agents = (await demo.call('routing.handlers', {})).filter(({ role }) => role === 'agent')
  expect(agents.filter(({ skills }) => skills.length === 0)).toEqual([])
  expect((await demo.call('workflow.specialists', {})).length).toBeGreaterThan(8)
  expect((await all('classings')).filter(({ correctedAt }) => correctedAt !== null)).toHaveLength(3)
  const plan = await demo.call('training.plan', { year: 2026 })
  expect([plan?.state, (await all('trainingSessions')).length]).toEqual(['approved', 5])
  expect((await all('trainingPeople')).filter(({ score }) => score !== null).length).toBeGreaterThan(10)
})

test('work is shared: every agent has calls and cases, nobody more than a fifth', async () => {
  const agents = (await demo.call('users.list', {})).filter(({ role }) => role === 'agent').map(({ id }) => id)
  for (const list of [
    await all('cases').then((rows) => rows.map(({ ownerId }) => ownerId)),
    await all('calls').then((rows) => rows.map(({ agentId }) => agentId)),
  ]) {
    const shares = agents.map((id) => list.filter((one) => one === id).length / list.length)
    expect(Math.min(...shares)).toBeGreaterThan(0.02)
    expect(Math.max(...shares)).toBeLessThan(0.2)
  }
})
