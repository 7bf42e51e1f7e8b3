import { expect, vi } from 'vitest'
import { readingOf } from '../src/main/trust/access-store.ts'
import type { CallName, Input } from '../src/shared/contracts.ts'
import type { CaseId, MemberId, UserId } from '../src/shared/ids.ts'
import { DAY, HOUR, MINUTE } from '../src/shared/time.ts'
import { USUAL_ACCESS } from '../src/shared/trust/access-rule.ts'
import { type App, onEveryEngine } from './app.ts'
import { complaint, inStore } from './cases-fixtures.ts'
import { add } from './members-fixture.ts'
import { askEverything, secretsFrom } from './support/leaks.ts'
import { openTrip } from './trips-fixtures.ts'

// Every read of a role is asked with every input.
vi.setConfig({ testTimeout: 180_000 })

const ask = (app: App) => (name: string, input: unknown) => app.engine.call(name as CallName, input as Input<CallName>)

async function narrow(app: App) {
  await app.signIn('boss')
  const { version, rule } = await app.call('trust.access', {})
  const set = { ...rule, ...USUAL_ACCESS, agents: 'assigned', reason: '按最小授权' } as const
  await app.call('trust.setAccess', { ...set, expectedVersion: version })
}

/** A member with a complaint of this person, whose every word names whose it is. */
async function memberOf(app: App, n: number, login: string, owner: string | null) {
  await app.signIn('boss')
  const word = (text: string) => `${text}（${login}的客户）`
  const more = { mobile: `1381234567${n}`, email: `${login}@guest.example`, careNotes: word('怕冷') }
  const card = `HU810${n}`
  const memberId = await add(app, card, `客户${login}氏`, more)
  const draft = complaint({ memberId, anonymousReason: null, contactName: word('联系人'), contactPhone: '' })
  const texts = { title: word('延误'), content: word('航班延误五小时'), demand: word('书面道歉') }
  const { id } = await app.call('cases.open', { ...draft, ...texts })
  await app.call('members.recordConsent', { id: memberId, purpose: 'marketing', given: true, channel: 'telephone' })
  if (owner !== null) await app.call('cases.assign', { id, ownerId: owner as UserId, reason: '分派', expectedSeq: 1 })
  // As an import leaves it: it waits in the common queue.
  else await inStore(app, (db) => db.updateTable('cases').set({ ownerId: null }).where('id', '=', id).execute())
  if (owner === null) app.hasMadeRows()
  return { memberId, caseId: id, card, word }
}

type Theirs = Awaited<ReturnType<typeof memberOf>>

/** What a colleague writes about a member in a day's work, in most places where the desk keeps words. */
async function workOn(app: App, login: string, { memberId, caseId, card, word }: Theirs) {
  await app.signIn(login)
  const me = app.engine.desk.session?.actor.id as UserId
  await app.call('cases.note', { id: caseId, text: word('已致电') })
  await app.call('cases.followUp', { id: caseId, dueAt: app.now() + HOUR, text: word('回电') })
  await app.call('promises.make', { memberId, text: word('承诺书面答复'), dueAt: app.now() + 2 * HOUR })
  await app.call('wishes.record', { memberId, tags: [{ topic: 'destination', value: word('敦煌') }] })
  await app.call('kin.add', {
    ...{ memberId, name: word('助理'), relation: 'assistant', phone: '139 1111 2222', rights: ['ask'] },
    ...{ fromDay: '2026-09-30', untilDay: '2027-09-30', proof: 'letter', proofText: word('授权书') },
  } as Input<'kin.add'>)
  const care = { memberId, occasion: 'regular', kind: 'phone', reason: word('季度回访'), ownerId: me } as const
  await app.call('care.plan', { ...care, dueDay: '2026-10-08' })
  await openTrip(app, memberId, { title: word('丝路行程') })
  await app.call('todos.add', { title: word('寄书'), userId: me, dueAt: app.now() + DAY, card })
  const { id } = await app.call('calls.start', { direction: 'outbound', memberId })
  await app.call('calls.answer', { id })
  await app.call('calls.hangUp', { id })
  const record = { question: word('问延误'), process: word('解释'), result: word('接受') }
  await app.call('calls.record', { id, ...record } as Input<'calls.record'>)
}

onEveryEngine(
  'S3-129 what an agent is told by any read holds nothing of a member whom only another team works for',
  async (app) => {
    const [li, sun] = [await app.as('agent', 'li'), await app.as('agent', 'sun')]
    const own = await memberOf(app, 1, 'li', li)
    const other = await memberOf(app, 2, 'sun', sun)
    await memberOf(app, 3, 'wang', null)
    await workOn(app, 'li', own)
    await workOn(app, 'sun', other)
    await narrow(app)
    await app.signIn('li')
    const { open } = app.engine.desk
    if (!open) expect.fail('the store is closed')
    const now = app.now()
    const viewer = { id: li, role: 'agent' as const }
    const secrets = await open.store.transaction(async (db) =>
      secretsFrom(db, { ...viewer, reading: await readingOf(db, viewer, now) }, now, '2026-09-30'),
    )
    expect(secrets.marks).toEqual(expect.arrayContaining(['HU8102', '客户sun氏', 'HU8103', '客户wang氏']))
    expect([...secrets.texts].filter((text) => text.includes('sun')).length).toBeGreaterThan(12)
    expect((await askEverything(ask(app), 'agent', secrets)).leaks).toEqual([])
    await app.signIn('boss')
    await app.call('trust.setAccess', { ...USUAL_ACCESS, reason: '恢复', expectedVersion: 1 })
    await app.signIn('li')
    const lists = ['calls.recent', 'care.of', 'cases.queue', 'kin.list', 'promises.of', 'trips.list', 'wishes.of']
    const { leaks } = await askEverything(ask(app), 'agent', secrets, lists)
    expect([...new Set(leaks.map((leak) => leak.split(' ')[0]))].sort()).toEqual(lists)
  },
)

onEveryEngine(
  'S3-129 S5-18 what nobody has stands in the queue by its number, is counted, and is read once somebody took it',
  async (app) => {
    const [li, sun] = [await app.as('agent', 'li'), await app.as('agent', 'sun')]
    const mine = await memberOf(app, 1, 'li', li)
    const theirs = await memberOf(app, 2, 'sun', sun)
    const free = await memberOf(app, 3, 'wang', null)
    await narrow(app)
    await app.signIn('li')
    const queue = async () => (await app.call('cases.queue', { order: 'due' })).rows
    const veiled = (await queue()).find(({ id }) => id === free.caseId)
    const number = veiled?.number ?? ''
    expect(veiled).toMatchObject({ title: number, contactName: '', phone: '', memberId: null, ownerId: null })
    expect((await queue()).map(({ id }) => id).sort()).toEqual([mine.caseId, free.caseId].sort())
    expect(await app.call('cases.queueTotal', {})).toBe(2)
    expect(await app.call('cases.counts', {})).toMatchObject({ open: 2, mine: 1, nobody: 1 })
    expect((await app.call('waits.page', {})).rows.map(({ id }) => id).sort()).toEqual(
      [mine.caseId, free.caseId].sort(),
    )
    expect(await app.call('waits.counts', {})).toMatchObject({ case: 2 })
    const pages: CaseId[] = []
    for (let after: Input<'cases.queue'>['after']; pages.length < 5; ) {
      const { rows, next } = await app.call('cases.queue', { order: 'due', limit: 1, after })
      pages.push(...rows.map(({ id }) => id))
      if (next === null) break
      after = next
    }
    expect([...pages].sort()).toEqual([mine.caseId, free.caseId].sort())
    const beyond = { code: 'RULE', rule: 'member-beyond-scope', params: {} }
    for (const { caseId } of [free, theirs]) expect(await app.fail('cases.show', { id: caseId })).toEqual(beyond)
    expect(await app.call('cases.find', { text: number })).toEqual([])
    expect((await app.call('search.cases', { text: 'wang的客户' })).rows).toEqual([])
    const claim = { id: free.caseId, ownerId: li as UserId, reason: '', expectedSeq: veiled?.lastSeq ?? 0 }
    const take = { id: theirs.caseId, ownerId: li as UserId, reason: '接手', expectedSeq: 2 }
    expect(await app.fail('cases.assign', take)).toMatchObject({ code: 'NOT_FOUND' })
    await app.call('cases.assign', claim)
    expect((await app.call('cases.show', { id: free.caseId })).contactName).toBe('联系人（wang的客户）')
    expect((await app.call('members.view', { id: free.memberId })).member.card).toBe('HU8103')
    expect((await app.call('search.cases', { text: 'wang的客户' })).rows.map(({ id }) => id)).toEqual([free.caseId])
  },
)

onEveryEngine(
  'S3-129 a trip, planned care or a to-do from somebody else ties a member to whoever has it; one’s own to-do does not',
  async (app) => {
    const li = (await app.as('agent', 'li')) as UserId
    await app.signIn('boss')
    const names = ['trip', 'care', 'given', 'own'] as const
    const ids = new Map<string, MemberId>()
    for (const [n, name] of names.entries()) ids.set(name, await add(app, `HU820${n}`, `会员${name}`))
    const of = (name: (typeof names)[number]) => ids.get(name) as MemberId
    const given = { purpose: 'marketing', given: true, channel: 'telephone' } as const
    await app.call('members.recordConsent', { id: of('care'), ...given })
    await openTrip(app, of('trip'), { ownerId: li })
    const care = { occasion: 'regular', kind: 'phone', reason: '回访', ownerId: li, dueDay: '2026-09-30' } as const
    await app.call('care.plan', { memberId: of('care'), ...care })
    await app.call('todos.add', { title: '寄书', userId: li, dueAt: app.now() + HOUR, card: 'HU8202' })
    await app.signIn('li')
    await app.call('todos.add', { title: '寄书', userId: li, dueAt: app.now() + HOUR, card: 'HU8203' })
    await narrow(app)
    await app.signIn('li')
    const twice = { title: '寄书', userId: li, dueAt: app.now() + HOUR, card: 'HU8203' }
    expect(await app.fail('todos.add', twice)).toMatchObject({ rule: 'member-beyond-scope' })
    const listed = (await app.call('members.page', {})).map(({ card }) => card).sort()
    expect(listed).toEqual(['HU8200', 'HU8201', 'HU8202'])
    expect((await app.call('trips.list', {})).rows).toHaveLength(1)
    expect(await app.call('care.list', {})).toHaveLength(1)
    app.wait(MINUTE)
    await inStore(app, (db) => db.updateTable('trips').set({ state: 'done' }).execute())
    app.hasMadeRows()
    expect((await app.call('trips.list', {})).rows).toEqual([])
  },
)
