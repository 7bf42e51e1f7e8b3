import { expect } from 'vitest'
import { DAY } from '../src/shared/time.ts'
import { onEveryEngine, START } from './app.ts'
import { at, enquiry } from './cases-fixtures.ts'
import { add, lastAudit, ZHANG } from './members-fixture.ts'

onEveryEngine(
  'S3-73 the file shows what the member spent, with the airline and with partners, page by page',
  async (app) => {
    await app.as('agent')
    const id = await add(app, 'HU1', '王五')
    await app.call('members.recordSpend', {
      id,
      at: at('2026-08-01T09:00'),
      kind: 'own',
      description: '北京—上海 公务舱',
      amountFen: 238_000,
    })
    await app.call('members.recordSpend', {
      id,
      at: at('2026-09-01T09:00'),
      kind: 'partner',
      description: '合作酒店',
      amountFen: 99_900,
    })
    const { spends } = await app.call('members.view', { id })
    expect(spends.rows.map(({ id: _, ...spend }) => spend)).toEqual([
      { at: at('2026-09-01T09:00'), kind: 'partner', description: '合作酒店', amountFen: 99_900 },
      { at: at('2026-08-01T09:00'), kind: 'own', description: '北京—上海 公务舱', amountFen: 238_000 },
    ])
    const first = await app.call('members.spends', { id, limit: 1 })
    const rest = await app.call('members.spends', { id, limit: 1, before: first.next ?? undefined })
    expect([first.rows, rest.rows, rest.next]).toEqual([spends.rows.slice(0, 1), spends.rows.slice(1), null])
    const later = { id, at: app.now() + 1, kind: 'own' as const, description: 'x', amountFen: 1 }
    expect(await app.fail('members.recordSpend', later)).toEqual({
      code: 'INVALID_INPUT',
      issues: [{ path: 'at', reason: 'in-future' }],
    })
  },
)

onEveryEngine(
  'S3-74 the service history joins calls and cases, newest first, and is read page by page',
  async (app) => {
    await app.as('agent')
    const id = await add(app, 'HU1', '王五', { mobile: '13800000001' })
    const log = (hours: number, question: string) =>
      app.call('calls.log', {
        card: 'HU1',
        phone: '13800000001',
        at: START - hours * 3_600_000,
        rings: 2,
        talkS: 60,
        agent: 'agent',
        resultCode: 'answered-enquiry',
        question,
        process: '查询',
        result: '已答复',
      })
    await log(5, '里程怎么补登')
    await log(2, '能否改签')
    const opened = await app.call(
      'cases.open',
      enquiry({ memberId: id, anonymousReason: undefined, content: '贵宾室在哪里' }),
    )
    const { history, openCases } = await app.call('members.view', { id })
    expect(history.items.map(({ kind, at: when }) => [kind, when])).toEqual([
      ['case', START],
      ['call', START - 2 * 3_600_000],
      ['call', START - 5 * 3_600_000],
    ])
    expect(history.items.slice(1)).toMatchObject([
      { text: '能否改签', resultCode: 'answered-enquiry', who: 'agent' },
      { text: '里程怎么补登' },
    ])
    expect(history.next).toBeNull()
    expect(openCases.map(({ number }) => number)).toEqual([opened.number])
    const pages = []
    let before: { at: number; id: string } | undefined
    do {
      const page = await app.call('members.history', { id, limit: 1, before })
      pages.push(...page.items)
      before = page.next ?? undefined
    } while (before)
    expect(pages).toEqual(history.items)
    expect((await app.call('members.history', { id, kind: 'case' })).items).toEqual(history.items.slice(0, 1))
    expect(await lastAudit(app)).toMatchObject({ call: 'members.history', memberId: id })
  },
)

onEveryEngine(
  'S3-75 S4-76 every file has a score of completeness, and VIP files are due for a check by the highest tier first',
  async (app) => {
    await app.as('lead')
    const bare = await add(app, 'HU1', '王五', { tier: 'gold', vipReason: '达标' })
    const full = await add(app, 'HU2', '张三', { ...ZHANG, card: 'HU2', tier: 'diamond', vipReason: '达标' })
    await app.call('members.recordConsent', { id: full, purpose: 'service', given: true, channel: 'telephone' })
    expect((await app.call('members.view', { id: full })).completeness).toEqual({
      score: 100,
      missing: [],
      isVerificationDue: true,
      verifyBy: null,
    })
    expect((await app.call('members.view', { id: bare })).completeness).toEqual({
      score: 20,
      missing: ['mobile', 'gender', 'birthDate', 'document', 'email', 'title', 'residence', 'preferences', 'consent'],
      isVerificationDue: true,
      verifyBy: null,
    })
    expect((await app.call('members.toVerify', {})).map(({ id }) => id)).toEqual([full, bare])
    await app.call('members.verify', { id: full })
    expect((await app.call('members.toVerify', {})).map(({ id }) => id)).toEqual([bare])
    app.wait(180 * DAY)
    expect((await app.call('members.toVerify', {})).map(({ id }) => id)).toEqual([full, bare])
  },
)

onEveryEngine('S3-45 the file shows what the tier in force is entitled to', async (app) => {
  await app.as('lead')
  const gold = await add(app, 'HU1', '王五', { tier: 'gold', vipReason: '达标' })
  const plain = await add(app, 'HU2', '李六')
  const ofGold = (await app.call('members.view', { id: gold })).entitlements
  expect(ofGold.map(({ id }) => id)).toContain('lounge-own')
  expect(ofGold.map(({ id }) => id)).not.toContain('lounge-guest')
  expect((await app.call('members.view', { id: plain })).entitlements).toEqual([])
})
