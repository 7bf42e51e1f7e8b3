import { expect } from 'vitest'
import type { CallName, Input } from '../src/shared/contracts.ts'
import type { UserId } from '../src/shared/ids.ts'
import { USUAL_ACCESS } from '../src/shared/trust/access-rule.ts'
import { type App, onEveryEngine } from './app.ts'
import { complaint, inStore } from './cases-fixtures.ts'
import { writeTable } from './intake-fixtures.ts'

const CARDS = ['HU8501', 'HU8502', 'HU8503']

/** Three members with their figures from a table, a change of two of them by a second one, and a rating of all. */
async function membersOf(app: App) {
  const figures = ['card', 'name', 'period', 'distanceKm', 'city']
  const table = (name: string, rows: string[][]) => ({
    file: writeTable(app, name, [figures, ...rows]),
    mapping: { columns: Object.fromEntries(figures.map((column) => [column, column])) },
  })
  const rowOf = (city: string) => (card: string) => [card, `客户${card}`, '2026-09', '90000', city]
  const made = await app.call('imports.members', table('made.csv', CARDS.map(rowOf('三亚'))))
  app.wait(1000)
  const kept = await app.call('imports.members', table('kept.csv', CARDS.slice(0, 2).map(rowOf('海口'))))
  const { runId } = await app.call('tiers.run', {})
  return { made: made.id ?? '', kept: kept.id ?? '', runId: runId ?? '' }
}

/** A call and a finished case of each member, from tables of another system. */
async function matters(app: App) {
  const calls = {
    file: writeTable(app, 'calls.csv', [
      ['id', 'startedAt', 'result', 'talkS', 'card', 'question'],
      ...CARDS.map((card, n) => [`C${n}`, `2026-09-01 09:0${n}`, 'answered', '60', card, `问${card}`]),
    ]),
    mapping: {
      columns: {
        ...{ id: 'id', system: { constant: 'pbx' }, startedAt: { column: 'startedAt', format: 'YYYY-MM-DD HH:mm' } },
        ...{ result: { column: 'result', values: { answered: 'other' } }, talkS: 'talkS', card: 'card' },
        question: 'question',
      },
    },
  } as Input<'imports.calls'>
  const cases = {
    file: writeTable(app, 'cases.csv', [
      ['id', 'receivedAt', 'content', 'card'],
      ...CARDS.map((card, n) => [`K${n}`, `2026-09-01 09:0${n}`, `延误${card}`, card]),
    ]),
    mapping: {
      columns: {
        ...{ id: 'id', system: { constant: 'web' }, kind: { constant: 'complaint' }, channel: { constant: 'website' } },
        ...{ receivedAt: { column: 'receivedAt', format: 'YYYY-MM-DD HH:mm' }, content: 'content', card: 'card' },
      },
    },
  } as Input<'imports.cases'>
  const done = { calls: await app.call('imports.calls', calls), cases: await app.call('imports.cases', cases) }
  expect([done.calls, done.cases]).toMatchObject([
    { created: 3, rejected: 0 },
    { created: 3, rejected: 0 },
  ])
  return { calls: done.calls.id ?? '', cases: done.cases.id ?? '' }
}

/** How many rows a list gives page by page, and how many it says there are. */
async function countedBy(app: App, name: CallName, input: object): Promise<[rows: number, total: number]> {
  let rows = 0
  let after: unknown
  for (;;) {
    const result = await app.engine.call(name, { ...input, limit: 1, ...(after ? { after } : {}) } as never)
    if (!result.ok) expect.fail(`${name}: ${JSON.stringify(result.failure)}`)
    const page = result.value as { rows: unknown[]; total: number; next: unknown }
    rows += page.rows.length
    after = page.next
    if (after === null) return [rows, page.total]
  }
}

const MONTH = { kind: 'month', period: '2026-09' } as const
const OF_FILE = { read: null, unchanged: null, rejected: null }

/** The figures of whole imports, ratings and reports, as their reader is told them: complaints, calls and members. */
async function figuresOf(app: App) {
  const report = await app.call('reports.show', MONTH)
  const both = await app.call('exceptional.report', MONTH)
  const count = (id: string) => report.figures.find((one) => one.id === id)
  return {
    imports: (await app.call('imports.list', {}))
      .map(({ id, read, created, updated, unchanged, rejected }) => ({
        ...{ id, read, created, updated, unchanged, rejected },
      }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    runs: (await app.call('tiers.runs', {})).map(({ rated, changed }) => ({ rated, changed })),
    report: [count('complaints')?.hits, count('callsOffered')?.hits, count('churn')?.of],
    both: [both.figures.find(({ all }) => all.id === 'complaints')?.all.hits, both.calls.all.calls],
    ...{ isPart: report.isPart === true, hasMoney: report.compensation !== null },
  }
}

onEveryEngine(
  'S3-129 lists of what an import, a rating or a report came to count only what their reader may see',
  async (app) => {
    const zhao = (await app.as('lead', 'zhao')) as UserId
    const sun = (await app.as('agent', 'sun')) as UserId
    await app.signIn('boss')
    const { made, kept, runId } = await membersOf(app)
    const imports = await matters(app)
    // As imported cases are left: each with somebody, and over.
    await inStore(app, (db) => db.updateTable('cases').set({ ownerId: sun, isOpen: 0 }).execute())
    app.hasMadeRows()
    const [mine] = await app.call('members.find', { text: 'HU8501' })
    const draft = complaint({ memberId: mine?.id ?? null, anonymousReason: null, contactPhone: '' })
    const { id } = await app.call('cases.open', draft)
    await app.call('cases.assign', { id, ownerId: zhao, reason: '分派', expectedSeq: 1 })
    const behind = { figure: 'complaints', part: 'of' } as const
    const counted = async () => {
      const { rows, total } = await app.call('reports.cases', { kind: 'month', period: '2026-09', behind })
      return {
        made: await countedBy(app, 'imports.changes', { importId: made, kind: 'created' }),
        kept: await countedBy(app, 'imports.changes', { importId: kept, kind: 'updated' }),
        all: await countedBy(app, 'imports.changes', { importId: kept }),
        cases: await countedBy(app, 'imports.made', { importId: imports.cases }),
        calls: await countedBy(app, 'imports.made', { importId: imports.calls }),
        rated: await countedBy(app, 'tiers.runChanges', { runId }),
        report: [rows.length, total],
      }
    }
    const whole = {
      ...{ made: [3, 3], kept: [2, 2], all: [2, 2], cases: [3, 3], calls: [3, 3], rated: [3, 3], report: [4, 4] },
    }
    const figures = () => figuresOf(app)
    const all = {
      imports: [
        { id: made, read: 3, created: 3, updated: 0, unchanged: 0, rejected: 0 },
        { id: kept, read: 2, created: 0, updated: 2, unchanged: 0, rejected: 0 },
        { id: imports.calls, read: 3, created: 3, updated: 0, unchanged: 0, rejected: 0 },
        { id: imports.cases, read: 3, created: 3, updated: 0, unchanged: 0, rejected: 0 },
      ],
      runs: [{ rated: 3, changed: 3 }],
      ...{ report: [4, 3, 3], both: [4, 3], isPart: false, hasMoney: true },
    }
    expect([await counted(), await figures()]).toEqual([whole, all])
    await app.signIn('zhao')
    expect([await counted(), await figures()]).toEqual([whole, all])
    const { id: issued } = await app.call('reports.issue', { ...MONTH, note: '' })
    await app.signIn('boss')
    await app.call('trust.setAccess', { ...USUAL_ACCESS, leads: 'assigned', reason: '按最小授权', expectedVersion: 0 })
    expect(await counted()).toEqual(whole)
    await app.signIn('zhao')
    expect(await counted()).toEqual({
      ...{ made: [1, 1], kept: [1, 1], all: [1, 1], cases: [1, 1], calls: [1, 1], rated: [1, 1], report: [2, 2] },
    })
    const { rows } = await app.call('imports.made', { importId: imports.calls })
    expect(rows.map(({ title }) => title)).toEqual(['问HU8501'])
    expect(await figures()).toEqual({
      imports: [
        { ...OF_FILE, id: made, created: 1, updated: 0 },
        { ...OF_FILE, id: kept, created: 0, updated: 1 },
        { ...OF_FILE, id: imports.calls, created: 1, updated: null },
        { ...OF_FILE, id: imports.cases, created: 1, updated: null },
      ],
      runs: [{ rated: null, changed: 1 }],
      ...{ report: [2, 1, 1], both: [2, 1], isPart: true, hasMoney: false },
    })
    const { kind, period } = MONTH
    for (const refused of [
      await app.fail('reports.issue', { kind, period, note: '' }),
      await app.fail('reports.compareIssued', { id: issued }),
    ])
      expect(refused).toMatchObject({ code: 'RULE', rule: 'report-of-all' })
    expect((await app.call('reports.issuedReport', { id: issued })).report).toMatchObject({ period: { key: period } })
  },
)
