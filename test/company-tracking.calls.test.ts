import { expect } from 'vitest'
import type { CaseId } from '../src/shared/ids.ts'
import { DAY, HOUR } from '../src/shared/time.ts'
import { type App, onEngine, onEveryEngine } from './app.ts'
import { closing, complaint, confirmation, enquiry, reply, take, visit } from './cases-fixtures.ts'

const YUANSHAN = { name: '远山科技（演示）', contact: '行政部', phone: '020-12345678', travelRules: '国内出差限经济舱' }

/** A complaint of the company by the agent who is signed in. */
async function ofCompany(app: App, companyId: string, more: Parameters<typeof complaint>[0] = {}): Promise<CaseId> {
  const { id } = await app.call('cases.open', complaint(more))
  await app.call('companies.attach', { caseId: id, companyId, travellerName: '周演示', orderNo: 'DD0930' })
  return id
}

/** Takes an open complaint to its end; whoever is signed in owns it. */
async function settle(app: App, id: CaseId, owner: string): Promise<void> {
  await take(app, id, 'confirm', confirmation(app.now()))
  await take(app, id, 'assign', { ownerId: owner })
  await take(app, id, 'accept')
  await take(app, id, 'reply', reply(app.now()))
  await take(app, id, 'visit', visit(app.now(), { isSolved: 'yes' }))
  await app.as('lead')
  await take(app, id, 'close', closing)
  await app.as('agent')
}

onEveryEngine(
  'S5-52 S5-53 the tracking of a company’s complaints shows where each stands and, once the customer was told, what came of it',
  async (app) => {
    const agent = await app.as('agent')
    const { id } = await app.call('companies.save', YUANSHAN)
    const first = await ofCompany(app, id)
    app.wait(HOUR)
    const second = await ofCompany(app, id, { category: 'baggage.lost', content: '行李三天未到' })
    const track = async () => (await app.call('companies.cases', { id })).rows
    expect((await track()).map((row) => [row.id, row.stage.zh, row.isOpen, row.result, row.solved])).toEqual([
      [second, '已受理，正在核实', true, null, null],
      [first, '已受理，正在核实', true, null, null],
    ])
    await take(app, first, 'confirm', confirmation(app.now()))
    expect((await track()).map(({ stateName }) => stateName.zh)).toEqual(['已登记', '已确认'])
    await take(app, first, 'assign', { ownerId: agent })
    await take(app, first, 'accept')
    await take(app, first, 'reply', reply(app.now()))
    expect((await track())[1]).toMatchObject({ result: '已向客户书面说明原因并致歉', solved: null, isOpen: true })
    await take(app, first, 'visit', visit(app.now(), { isSolved: 'yes' }))
    await app.as('lead')
    await take(app, first, 'close', closing)
    await app.as('agent')
    expect((await track())[1]).toMatchObject({
      ...{ number: 'TS-20260930-0001', isOpen: false, isLate: false, closedAt: app.now(), solved: 'yes', points: 4 },
      ...{ result: '已向客户书面说明原因并致歉', orderNo: 'DD0930', travellerName: '周演示' },
      stateName: (await app.call('cases.show', { id: first })).stateName,
    })
    app.wait(20 * DAY)
    expect((await track()).map((row) => [row.id, row.isLate])).toEqual([
      [second, true],
      [first, false],
    ])
    const page = await app.call('companies.cases', { id, limit: 1 })
    expect(page.rows.map((row) => row.id)).toEqual([second])
    const rest = await app.call('companies.cases', { id, limit: 1, after: page.next })
    expect({ ids: rest.rows.map((row) => row.id), next: rest.next }).toEqual({ ids: [first], next: null })
    const open = await app.call('companies.cases', { id, isOpen: true })
    expect(open.rows.map((row) => row.id)).toEqual([second])
  },
)

onEveryEngine(
  'S5-62 figures on a company’s complaints are kept with the advice, and what the company takes up becomes its travel policy',
  async (app) => {
    const agent = await app.as('agent')
    const { id } = await app.call('companies.save', YUANSHAN)
    for (const category of ['flight.delay', 'flight.delay', 'baggage.lost'] as const)
      await settle(app, await ofCompany(app, id, { category }), agent)
    await ofCompany(app, id, { category: 'flight.delay' })
    const { id: asked } = await app.call('cases.open', enquiry())
    await app.call('companies.attach', { caseId: asked, companyId: id })
    const days = { id, fromDay: '2026-09-01', toDay: '2026-09-30' }
    const advice = { ...days, finding: '四件投诉中三件为延误', proposedRules: '国内出差限经济舱；早班机须前一日到达' }
    expect(await app.fail('companies.advise', advice)).toEqual({ code: 'FORBIDDEN' })

    await app.as('lead')
    const figures = {
      ...{ fromDay: days.fromDay, toDay: days.toDay, complaints: 4, open: 1, late: 0, solved: 3, travellers: 1 },
      meanDays: 0,
      categories: [
        { category: 'flight.delay', count: 3, late: 0, solved: 2 },
        { category: 'baggage.lost', count: 1, late: 0, solved: 1 },
      ],
    }
    expect(await app.call('companies.figures', days)).toEqual(figures)
    const [told] = await app.call('companies.advise', advice)
    expect(told).toMatchObject({ figures, state: 'told', toldByName: 'lead', finding: advice.finding })
    expect((await app.call('companies.list', {})).rows[0]?.travelRules).toBe('国内出差限经济舱')
    const answer = { adviceId: told?.id ?? '', answeredBy: '行政部 吴经理（演示）' }
    expect(await app.fail('companies.adviceAnswered', { ...answer, isAdopted: false })).toMatchObject({
      rule: 'company-advice-why',
    })
    await app.call('companies.adviceAnswered', { ...answer, isAdopted: true, answer: '自十月起执行' })
    expect((await app.call('companies.list', {})).rows[0]?.travelRules).toBe(advice.proposedRules)
    expect(await app.call('companies.advices', { id })).toEqual([
      {
        ...{ ...told, state: 'adopted', rulesBefore: '国内出差限经济舱', answer: '自十月起执行' },
        ...{ answeredBy: answer.answeredBy, answeredAt: app.now() },
      },
    ])
    expect(await app.fail('companies.adviceAnswered', { ...answer, isAdopted: true })).toMatchObject({
      rule: 'company-advice-answered',
    })
  },
)

onEngine('sqlite', 'a report of misconduct stays out of a company’s list and figures for others', async (app) => {
  await app.as('agent')
  const { id } = await app.call('companies.save', YUANSHAN)
  await ofCompany(app, id, { channel: 'reportPhone' })
  await app.as('agent', 'wu')
  expect((await app.call('companies.cases', { id })).rows).toEqual([])
  await app.as('lead')
  expect((await app.call('companies.cases', { id })).rows).toEqual([])
  await app.signIn('agent')
  expect((await app.call('companies.cases', { id })).rows).toHaveLength(1)
  await app.signIn('lead')
  const day = '2026-09-01'
  expect(await app.fail('companies.figures', { id, fromDay: '2026-09-02', toDay: day })).toMatchObject({
    rule: 'company-days-reversed',
  })
  expect(
    await app.fail('companies.advise', { id, fromDay: day, toDay: day, finding: '无', proposedRules: '无' }),
  ).toMatchObject({ rule: 'company-advice-no-figures' })
})
