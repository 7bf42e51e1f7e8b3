import { expect } from 'vitest'
import type { UserId } from '../src/shared/ids.ts'
import { DAY, MINUTE } from '../src/shared/time.ts'
import { USUAL_ACCESS } from '../src/shared/trust/access-rule.ts'
import { type App, onEveryEngine } from './app.ts'
import { complaint, inStore } from './cases-fixtures.ts'
import { add } from './members-fixture.ts'

const BEYOND = { code: 'RULE', rule: 'member-beyond-scope', params: {} }

async function setRule(app: App, change: Partial<typeof USUAL_ACCESS>) {
  await app.signIn('boss')
  const { version, rule } = await app.call('trust.access', {})
  const set = { ...rule, ...change, reason: '按最小授权原则调整' }
  return app.call('trust.setAccess', { ...set, expectedVersion: version })
}

/** zhao leads li and wang, sun is in no team; one member with an open case of li, wang and sun each, and one of nobody. */
async function twoTeams(app: App) {
  const [zhao, li, sun] = [await app.as('lead', 'zhao'), await app.as('agent', 'li'), await app.as('agent', 'sun')]
  const wang = 'person-wang'
  const none = { status: 'active', mustChangePassword: 0, createdAt: app.now(), lastSignInAt: null } as const
  await inStore(app, async (db) => {
    await db.updateTable('users').set({ leadId: zhao }).where('id', '=', li).execute()
    await db
      .insertInto('users')
      .values({ ...none, id: wang, login: 'wang', name: 'wang', role: 'agent', leadId: zhao })
      .execute()
  })
  await app.signIn('boss')
  const member = async (n: number, name: string, ownerId: string | null) => {
    const memberId = await add(app, `HU800${n}`, name, { mobile: `1381234567${n}` })
    if (ownerId === null) return memberId
    const { id } = await app.call('cases.open', complaint({ memberId, anonymousReason: null, contactPhone: '' }))
    await app.call('cases.assign', { id, ownerId: ownerId as UserId, reason: '分派', expectedSeq: 1 })
    return memberId
  }
  return {
    li: await member(0, '会员li', li),
    wang: await member(1, '会员wang', wang),
    sun: await member(2, '会员sun', sun),
    nobody: await member(3, '会员nobody', null),
  }
}

const listed = async (app: App) => (await app.call('members.page', {})).map(({ card }) => card).sort()

onEveryEngine(
  'S3-129 by default everybody reads every member; a manager narrows it by role, with a reason, and each version stays on record',
  async (app) => {
    await twoTeams(app)
    expect(await app.call('trust.access', {})).toEqual({ rule: USUAL_ACCESS, version: 0, versions: [] })
    await app.signIn('li')
    expect(await listed(app)).toEqual(['HU8000', 'HU8001', 'HU8002', 'HU8003'])
    expect(await app.fail('trust.access', {})).toEqual({ code: 'FORBIDDEN' })
    const { version, versions } = await setRule(app, { agents: 'team' })
    expect([version, versions]).toEqual([
      1,
      [
        {
          ...USUAL_ACCESS,
          agents: 'team',
          version: 1,
          reason: '按最小授权原则调整',
          setAt: app.now(),
          setByName: '王经理',
        },
      ],
    ])
    const again = { ...USUAL_ACCESS, reason: '恢复', expectedVersion: 0 }
    expect(await app.fail('trust.setAccess', again)).toEqual({ code: 'CONFLICT', entity: 'accessRule' })
    const reads: Record<string, string[]> = {}
    for (const login of ['li', 'sun', 'zhao']) {
      await app.signIn(login)
      reads[login] = await listed(app)
    }
    expect(reads).toEqual({
      li: ['HU8000', 'HU8001', 'HU8003'],
      sun: ['HU8002', 'HU8003'],
      zhao: ['HU8000', 'HU8001', 'HU8002', 'HU8003'],
    })
    await setRule(app, { agents: 'assigned', leads: 'team' })
    for (const login of ['li', 'sun', 'zhao']) {
      await app.signIn(login)
      reads[login] = await listed(app)
    }
    expect(reads).toEqual({ li: ['HU8000'], sun: ['HU8002'], zhao: ['HU8000', 'HU8001', 'HU8003'] })
    expect((await app.call('members.count', {})).total).toBe(3)
    await app.signIn('boss')
    expect(await listed(app)).toHaveLength(4)
    expect((await app.call('trust.access', {})).versions.map(({ version }) => version)).toEqual([2, 1])
  },
)

onEveryEngine(
  'S3-129 S3-132 beyond that a member is not found and not opened; a whole card or telephone number says only that there is one',
  async (app) => {
    const { li, sun } = await twoTeams(app)
    await app.signIn('li')
    await app.call('members.view', { id: sun })
    await setRule(app, { agents: 'assigned' })
    await app.signIn('li')
    const find = (text: string) => app.call('members.find', { text })
    expect((await find('会员li')).map(({ id, isBeyond }) => [id, isBeyond])).toEqual([[li, false]])
    expect(await find('会员sun')).toEqual([])
    expect(await find('HU80')).toHaveLength(1)
    for (const text of ['HU8002', '13812345672'])
      expect(await find(text)).toMatchObject([{ id: sun, isBeyond: true, maskedMobile: '+86138****5672', city: '' }])
    expect(JSON.stringify(await find('HU8002'))).not.toMatch(/HU8002|会员sun/)
    expect((await app.call('search.everything', { text: '会员sun' })).members.hits).toEqual([])
    expect(await app.call('members.recent', {})).toEqual([])
    for (const call of ['view', 'overview', 'timeline', 'history', 'spends'] as const)
      expect(await app.fail(`members.${call}`, { id: sun })).toEqual(BEYOND)
    expect(await app.fail('members.reveal', { id: sun, field: 'mobile', reason: '回电客户' })).toEqual(BEYOND)
    expect(await app.fail('members.verify', { id: sun })).toEqual(BEYOND)
    for (const call of ['tiers.history', 'kin.list', 'wishes.of'] as const)
      expect(await app.fail(call, { memberId: sun })).toEqual(BEYOND)
    expect(await app.fail('duplicates.of', { memberId: sun })).toEqual(BEYOND)
    expect((await app.call('members.view', { id: li })).member.card).toBe('HU8000')
    expect((await app.call('members.overview', { id: li })).id).toBe(li)
  },
)

onEveryEngine(
  'S3-129 S3-130 a file beyond is opened in an emergency for an hour, with a reason, and stands on the list of reviews',
  async (app) => {
    const { li, sun } = await twoTeams(app)
    await setRule(app, { agents: 'assigned' })
    await app.signIn('li')
    const reason = '客户在机场突发疾病，须立即联系'
    expect(await app.fail('authorisations.openMember', { memberId: sun, reason: '看看' })).toMatchObject({
      rule: 'breakglass-reason',
    })
    expect(await app.fail('authorisations.openMember', { memberId: li, reason })).toMatchObject({
      rule: 'breakglass-member-open',
    })
    const { untilAt } = await app.call('authorisations.openMember', { memberId: sun, reason })
    expect(untilAt).toBe(app.now() + 60 * MINUTE)
    expect((await app.call('members.view', { id: sun })).member.card).toBe('HU8002')
    expect(await listed(app)).toEqual(['HU8000', 'HU8002'])
    app.wait(60 * MINUTE)
    expect(await app.fail('members.view', { id: sun })).toEqual(BEYOND)
    await app.signIn('boss')
    expect((await app.call('trust.mine', {})).waits.emergencies).toBe(1)
    const [one] = await app.call('authorisations.list', {})
    expect(one).toMatchObject({
      kind: 'breakGlass',
      userName: 'li',
      memberId: sun,
      memberCard: 'HU8002',
      reason,
      isReviewDue: true,
    })
    await app.call('authorisations.review', { id: one?.id ?? '', result: 'justified', note: '情况属实' })
    expect((await app.call('trust.disclosures', { kind: 'emergency' })).rows[0]).toMatchObject({
      memberCard: 'HU8002',
      reason,
    })
  },
)

onEveryEngine(
  'S3-129 a call of one’s own opens the member who calls, while it goes on and for the days of the rule',
  async (app) => {
    const { sun } = await twoTeams(app)
    await setRule(app, { agents: 'assigned', callDays: 2 })
    await app.signIn('li')
    expect(await app.fail('members.view', { id: sun })).toEqual(BEYOND)
    const { id } = await app.call('calls.start', { direction: 'inbound', phone: '13812345672' })
    await app.call('calls.link', { id, memberId: sun })
    expect((await app.call('members.overview', { id: sun })).id).toBe(sun)
    app.wait(DAY)
    expect((await app.call('members.view', { id: sun })).member.card).toBe('HU8002')
  },
)
