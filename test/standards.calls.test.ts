import { expect } from 'vitest'
import type { Input } from '../src/shared/contracts.ts'
import { ASPECTS, DRAFTING } from '../src/shared/standards/words.ts'
import { type App, onEveryEngine } from './app.ts'
import { investigated, reply, take } from './cases-fixtures.ts'

const principles = Object.fromEntries(DRAFTING.map((one) => [one, '已对照，符合']))

const standard: Input<'standards.draft'> = {
  aspect: 'attitude',
  title: '使用规范称谓与结束语',
  text: '来电以尊称开头，以规范结束语结束',
  method: '每月抽听录音三十通，计合格率',
  unit: '%',
  direction: 'atLeast',
  target: 95,
  frequency: 'month',
  figure: 'entered',
  principles,
}

/** A standard that `author` wrote and the manager brought into force. */
async function inForce(app: App, change: Partial<Input<'standards.draft'>> = {}): Promise<string> {
  const author = await app.as('lead', 'zhao')
  await app.signIn('boss')
  if ((await app.call('standards.group', {})).length === 0)
    await app.call('standards.appoint', { userId: author as never, duty: '服务质量检查', fromDay: '2026-09-01' })
  await app.signIn('zhao')
  const { id } = await app.call('standards.draft', { ...standard, ...change })
  await app.signIn('boss')
  await app.call('standards.approve', { id })
  return id
}

onEveryEngine(
  'S4-96 S4-97 S4-104 the quality group keeps the library: drafted against four principles, approved by somebody else, kept in versions',
  async (app) => {
    const author = await app.as('lead', 'zhao')
    expect(await app.fail('standards.draft', standard)).toMatchObject({ rule: 'quality-group-only' })
    expect(
      await app.fail('standards.appoint', { userId: author as never, duty: '质检', fromDay: '2026-09-01' }),
    ).toMatchObject({ code: 'FORBIDDEN' })
    await app.signIn('boss')
    await app.call('standards.appoint', { userId: author as never, duty: '服务质量检查', fromDay: '2026-09-01' })
    expect(await app.call('standards.group', {})).toMatchObject([{ name: 'zhao', duty: '服务质量检查', toDay: null }])
    await app.signIn('zhao')
    const { id, code } = await app.call('standards.draft', { ...standard, principles: {} })
    expect(await app.fail('standards.approve', { id })).toMatchObject({ rule: 'standard-own' })
    await app.signIn('boss')
    expect(await app.fail('standards.approve', { id })).toMatchObject({
      rule: 'standard-principles',
      params: { count: 4 },
    })
    await app.signIn('zhao')
    await app.call('standards.draft', { code, ...standard })
    await app.signIn('boss')
    expect(await app.call('standards.approve', { id })).toMatchObject({
      version: 1,
      state: 'inForce',
      method: '每月抽听录音三十通，计合格率',
      target: 95,
      principles,
    })
    await app.signIn('zhao')
    const next = await app.call('standards.draft', { code, ...standard, target: 97 })
    await app.signIn('boss')
    await app.call('standards.approve', { id: next.id })
    expect(
      (await app.call('standards.versions', { code })).map(({ version, state, target }) => [version, state, target]),
    ).toEqual([
      [2, 'inForce', 97],
      [1, 'retired', 95],
    ])
    await app.call('standards.release', { userId: author as never, toDay: '2026-09-01' })
    await app.signIn('zhao')
    app.wait(86_400_000)
    expect(await app.fail('standards.draft', { code, ...standard })).toMatchObject({ rule: 'quality-group-only' })
  },
)

onEveryEngine(
  'S4-98 S4-99 S4-100 S4-102 S4-103 standards of process, attitude, content, facilities and safety are each measured and met or missed',
  async (app) => {
    for (const aspect of ASPECTS.filter((one) => one !== 'response')) {
      const id = await inForce(app, { aspect, title: `标准 ${aspect}` })
      const { results } = await app.call('standards.measure', {
        ...{
          id,
          fromDay: '2026-08-01',
          toDay: '2026-08-31',
          value: aspect === 'attitude' ? 92.5 : 96,
          note: '抽查三十通',
        },
      })
      expect(results).toMatchObject([{ value: aspect === 'attitude' ? 92.5 : 96, isMet: aspect !== 'attitude' }])
    }
    const stored = await app.call('standards.list', {})
    expect(stored.map(({ aspect, results: [result] }) => [aspect, result?.isMet])).toEqual([
      ['process', true],
      ['attitude', false],
      ['content', true],
      ['facilities', true],
      ['safety', true],
    ])
  },
)

onEveryEngine('S4-101 timely response is measured by the desk itself from its cases', async (app) => {
  const id = await inForce(app, { aspect: 'response', title: '按时解决', figure: 'onTime', target: 90 })
  const period = { fromDay: '2026-09-01', toDay: '2026-09-30' }
  expect(await app.fail('standards.measure', { id, ...period, value: null, note: '系统计算' })).toMatchObject({
    rule: 'standard-no-cases',
  })
  await app.as('agent')
  await take(app, await investigated(app), 'reply', reply(app.now()))
  app.wait(86_400_000)
  await app.signIn('boss')
  const { results } = await app.call('standards.measure', { id, ...period, value: null, note: '系统计算' })
  expect(results).toMatchObject([{ ...period, value: 100, isMet: true }])
})

onEveryEngine(
  'S4-105 S4-150 S4-152 S4-154 what is due by its frequency stands in the list, and a missed target has a correction with person and date that is followed to its end',
  async (app) => {
    const id = await inForce(app)
    const worker = await app.as('agent', 'sun')
    app.setNow(Date.parse('2026-11-03T09:00:00+08:00'))
    await app.signIn('boss')
    expect(await app.call('standards.list', {})).toMatchObject([
      { id, due: { fromDay: '2026-10-01', toDay: '2026-10-31' } },
    ])
    expect(
      await app.fail('standards.measure', { id, fromDay: '2026-11-01', toDay: '2026-11-30', value: 96, note: '本月' }),
    ).toMatchObject({ rule: 'standard-future' })
    const measured = await app.call('standards.measure', {
      ...{ id, fromDay: '2026-10-01', toDay: '2026-10-31', value: 91, note: '三十通中不合格三通' },
    })
    expect(measured).toMatchObject({ due: null, results: [{ isMet: false, correction: null }] })
    const resultId = measured.results[0]?.id ?? ''
    await app.call('standards.correct', {
      resultId,
      text: '班前会复习结束语',
      personId: worker as never,
      dueDay: '2026-11-10',
    })
    await app.signIn('sun')
    const done = await app.call('standards.corrected', { resultId, outcome: '已复习并抽听', doneDay: '2026-11-03' })
    expect(done.results).toMatchObject([
      {
        correction: '班前会复习结束语',
        correctionByName: 'sun',
        correctionDue: '2026-11-10',
        outcome: '已复习并抽听',
        outcomeDay: '2026-11-03',
      },
    ])
  },
)
