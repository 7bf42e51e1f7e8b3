import { expect } from 'vitest'
import type { CaseId, UserId } from '../src/shared/ids.ts'
import { DAY } from '../src/shared/time.ts'
import { type App, onEveryEngine } from './app.ts'
import { at, complaint } from './cases-fixtures.ts'
import { AFTER, cardOf, give, handIn, LEAD, MONTH, team } from './scorecards-fixtures.ts'
import { course } from './training-fixtures.ts'

/** September with `sun` at 40 points of teamwork and 50 of knowledge, and `li` above the rest; the manager is signed in. */
async function september(app: App) {
  const { lead, ids } = await team(app, ['li', 'sun'])
  app.setNow(AFTER)
  await app.call('scorecards.openRound', { month: MONTH })
  for (const login of ['li', 'sun']) await handIn(app, login)
  await give(app, 'li')
  await give(app, 'sun', {
    ...LEAD,
    teamwork: { cooperation: 40, sharing: 40, reason: '少有分享' },
    knowledge: { score: 50, reason: '答对五题' },
  })
  await app.as('manager')
  await app.call('scorecards.calibrate', { month: MONTH })
  return { lead, ids }
}

/** A year with one training that is held once, later in October. */
async function plannedTraining(app: App, lead: UserId): Promise<string> {
  const year = 2026
  await app.call('training.savePlan', { year, goal: '提高', budgetFen: 1_000_000 })
  const schedule = { firstDay: '2026-10-22', minute: 840, minutes: 60, repeat: 'once' as const, times: 1 }
  const { id } = await app.call('training.save', { year, training: course(lead, { schedule }) })
  return id
}

/** November, judged by the lead alone: `sun` at 80 points of teamwork. */
async function november(app: App, sun: UserId) {
  const month = '2026-11'
  app.setNow(at('2026-12-02T09:00:00'))
  await app.as('manager')
  await app.call('scorecards.openRound', { month, userIds: [sun] })
  const { cards } = await app.call('scorecards.show', { month })
  const card = await app.call('scorecards.card', { id: cards[0]?.id ?? '' })
  await app.as('lead', 'zhao')
  const teamwork = { cooperation: 80, sharing: 80, reason: '培训后主动分享' }
  await app.call('scorecards.assess', { id: card.id, expectedSeq: card.seq, lead: { ...LEAD, teamwork }, give: true })
  await app.as('manager')
  app.wait(10 * DAY)
  await app.call('scorecards.calibrate', { month })
  await app.call('scorecards.publish', { month })
}

onEveryEngine(
  'S3-79 a low score of a month is proposed as training, a lead confirms it, the person is asked to come, and later months tell its effect',
  async (app) => {
    const { lead, ids } = await september(app)
    const sun = ids.sun as UserId
    const trainingId = await plannedTraining(app, lead)
    // Points that are not out yet propose nothing.
    expect((await app.call('training.proposals', { month: MONTH })).proposals).toEqual([])
    await app.call('scorecards.publish', { month: MONTH })
    await app.as('lead', 'zhao')
    const { proposals } = await app.call('training.proposals', { month: MONTH })
    expect(proposals).toEqual([
      {
        ...{ source: 'score', subject: 'teamwork', topic: 'communication', value: 62.5 },
        name: { zh: '团队协作', en: 'Teamwork' },
        people: [{ userId: sun, name: 'sun', value: 40 }],
      },
      {
        ...{ source: 'score', subject: 'knowledge', topic: 'products', value: 65 },
        name: { zh: '业务知识得分', en: expect.any(String) },
        people: [{ userId: sun, name: 'sun', value: 50 }],
      },
    ])
    const settle = { source: 'score' as const, subject: 'teamwork', month: MONTH, trainingId, reason: '' }
    const settled = await app.call('training.settleNeed', settle)
    expect(settled).toMatchObject({
      ...{ decision: 'accepted', trainingTitle: '投诉处理与服务意识', before: 40, after: null, isBetter: null },
      ...{ decidedByName: 'zhao', people: [{ name: 'sun', value: 40 }] },
    })
    expect(await app.fail('training.settleNeed', settle)).toMatchObject({ rule: 'need-settled' })
    const declined = { ...settle, subject: 'knowledge', trainingId: null }
    expect(await app.fail('training.settleNeed', declined)).toMatchObject({ rule: 'need-reason' })
    await app.call('training.settleNeed', { ...declined, reason: '下月已有测评' })
    expect(await app.fail('training.settleNeed', { ...settle, subject: 'quality' })).toMatchObject({
      rule: 'need-gone',
    })
    expect((await app.call('training.proposals', { month: MONTH })).proposals).toEqual([])
    // The plan was not approved yet: once its sessions are set, whoever it concerns is asked.
    await app.as('manager')
    await app.call('training.approvePlan', { year: 2026 })
    await app.as('agent', 'sun')
    expect(await app.call('training.mine', {})).toMatchObject([{ title: '投诉处理与服务意识', attendance: null }])
    await app.as('lead', 'zhao')
    const [session] = (await app.call('training.show', { id: trainingId })).list
    app.setNow(session?.endsAt ?? 0)
    const came = { sessionId: session?.id ?? '', userId: sun, attendance: 'attended', score: 80, note: '' } as const
    await app.call('training.result', came)
    await november(app, sun)
    const before = (await cardOf(app, 'sun')).total ?? 0
    const [rest] = (await app.call('scorecards.show', { month: '2026-11' })).cards
    const tenths = (points: number | null | undefined) => Math.round((points ?? 0) * 10) / 10
    expect((await app.call('training.show', { id: trainingId })).figures).toMatchObject({
      ...{ attended: 1, pointsBefore: tenths(before), pointsAfter: tenths(rest?.total) },
    })
    const { settled: told } = await app.call('training.proposals', { month: MONTH })
    expect(told).toMatchObject([
      { subject: 'teamwork', before: 40, after: 80, afterMonth: '2026-11', isBetter: true },
      { subject: 'knowledge', decision: 'declined', reason: '下月已有测评', after: null },
    ])
    await app.as('agent', 'sun')
    expect(await app.fail('training.show', { id: trainingId })).toEqual({ code: 'FORBIDDEN' })
    expect(await app.fail('training.proposals', { month: MONTH })).toEqual({ code: 'FORBIDDEN' })
    expect((await cardOf(app, 'sun')).total).not.toBeNull()
  },
)

onEveryEngine(
  'S1-61 a cause that complaints of a month share is proposed as training where training helps, with who had them in hand',
  async (app) => {
    app.setNow(at('2026-09-07T09:00:00'))
    const { lead, ids } = await team(app, ['li', 'wu'])
    const caused = async (login: string, code: string, phone: string) => {
      await app.as('agent', login)
      const { id } = await app.call('cases.open', complaint({ contactPhone: phone }))
      await app.call('causes.choose', { caseId: id as CaseId, code, text: '演示', expectedSeq: await seqOf(app, id) })
    }
    for (const [n, login] of ['li', 'li', 'wu'].entries()) await caused(login, 'STAFF-MANNER', `1390000567${n}`)
    for (const n of [3, 4, 5]) await caused('li', 'EXT-WEATHER', `1390000567${n}`)
    for (const n of [6, 7]) await caused('wu', 'INFO-FARE', `1390000567${n}`)
    await app.as('manager')
    const { proposals } = await app.call('training.proposals', { month: MONTH })
    // Nobody is trained against the weather, and two are too few.
    expect(proposals).toEqual([
      {
        ...{ source: 'cause', subject: 'STAFF-MANNER', topic: 'emotions', value: 3 },
        name: { zh: '态度冷淡或生硬', en: 'Cold or rude manner' },
        people: [
          { userId: ids.li, name: 'li', value: 2 },
          { userId: ids.wu, name: 'wu', value: 1 },
        ],
      },
    ])
    app.setNow(at('2026-10-09T09:00:00'))
    const trainingId = await plannedTraining(app, lead)
    await app.call('training.approvePlan', { year: 2026 })
    const asked = { source: 'cause' as const, subject: 'STAFF-MANNER', month: MONTH, trainingId, reason: '' }
    expect(await app.call('training.settleNeed', asked)).toMatchObject({ before: 1.5, after: null })
    const { list } = await app.call('training.show', { id: trainingId })
    expect(list[0]?.people.map(({ name }) => name).sort()).toEqual(['li', 'wu'])
    // November without such a complaint: told once it is over, not while it runs.
    app.setNow(at('2026-11-20T09:00:00'))
    expect((await app.call('training.proposals', { month: MONTH })).settled).toMatchObject([{ after: null }])
    app.setNow(at('2026-12-01T09:00:00'))
    expect((await app.call('training.proposals', { month: MONTH })).settled).toMatchObject([
      { after: 0, afterMonth: '2026-11', isBetter: true },
    ])
  },
)

async function seqOf(app: App, id: CaseId): Promise<number> {
  return (await app.call('cases.pulse', { id })).lastSeq
}
