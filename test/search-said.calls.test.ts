import fc from 'fast-check'
import { expect } from 'vitest'
import { eraseCases } from '../src/main/rights/erase.ts'
import { saidIn } from '../src/main/rules/said.ts'
import { backfillFrom, backfillWords } from '../src/main/search/backfill.ts'
import { reindexCase, searchedText, wordsOf } from '../src/main/search/word-store.ts'
import type { Db } from '../src/main/store/types.ts'
import type { CallPlace } from '../src/shared/calls/model.ts'
import type { CaseId } from '../src/shared/ids.ts'
import type { Mapping } from '../src/shared/imports/model.ts'
import { holdsWord, tokensOf } from '../src/shared/search/tokens.ts'
import { HOUR } from '../src/shared/time.ts'
import { type App, onEveryEngine } from './app.ts'
import { putMember } from './calls-fixture.ts'
import { complaint, enquiry, inStore } from './cases-fixtures.ts'
import { writeTable } from './intake-fixtures.ts'

const found = async (app: App, text: string) =>
  (await app.call('search.cases', { text })).rows.map(({ title, snippet, saidIn: said }) => [title, said, snippet])
const titles = async (app: App, text: string) => (await found(app, text)).map(([title]) => title)

/** A case with a note, a contact in both directions, a progress told, and something followed up. */
async function spokenCase(app: App): Promise<CaseId> {
  const { id } = await app.call('cases.open', complaint({ title: '行李破损', content: '轮子断裂' }))
  await app.call('cases.note', { id, text: '值班机长回忆：行李舱有雨水，改打 139-1111 2222 联系' })
  await app.call('cases.contact', { id, direction: 'inbound', channel: 'phone', person: '柳秘书', text: '催问鉴定' })
  const progress = { steps: '送厦门维修点鉴定', expectedAt: app.now() + 48 * HOUR, agentContact: '演示专线' }
  await app.call('cases.contact', { id, channel: 'phone', person: '陈女士', text: '告知进度', progress })
  const { id: followUpId } = await app.call('cases.followUp', { id, dueAt: app.now() + HOUR, text: '核对维修报价' })
  await app.call('cases.followUpDone', { followUpId, outcome: '维修点答应减半' })
  return id
}

onEveryEngine('a word that was only said in a note or a contact finds its case and is shown with it', async (app) => {
  await app.as('agent', 'li')
  await app.call('cases.open', complaint({ title: '机长广播不清', content: '听不清' }))
  app.wait(HOUR)
  await spokenCase(app)
  expect([
    await found(app, '雨水'),
    await found(app, '轮子 雨水'),
    await found(app, '柳秘书'),
    await found(app, '催问'),
    await found(app, '厦门维修'),
    await found(app, '答应减半'),
    await found(app, '"行李舱有雨水"'),
    await found(app, '"雨水行李舱"'),
    await found(app, '雨水 没有这些字'),
  ]).toEqual([
    [['行李破损', 'noted', '值班机长回忆：行李舱有雨水，改打 139****2222 联系']],
    [['行李破损', 'noted', '值班机长回忆：行李舱有雨水，改打 139****2222 联系']],
    [['行李破损', 'contacted', '柳秘书']],
    [['行李破损', 'contacted', '催问鉴定']],
    [['行李破损', 'contacted', '送厦门维修点鉴定']],
    [['行李破损', 'followUpDone', '维修点答应减半']],
    [['行李破损', 'noted', '值班机长回忆：行李舱有雨水，改打 139****2222 联系']],
    [],
    [],
  ])
  // A number is found by any stretch of its digits, however the note spaces it, and is not shown whole.
  for (const typed of ['13911112222', '1112222', '9111'])
    expect([typed, await titles(app, typed)]).toEqual([typed, ['行李破损']])
  expect(JSON.stringify(await found(app, '13911112222'))).not.toMatch(/1111/)
  // Words of the case itself come without a piece of the log, and both cases are found by what either says.
  expect(await titles(app, '机长')).toEqual(['行李破损', '机长广播不清'])
  const everything = await app.call('search.everything', { text: '雨水' })
  expect(everything.cases.hits.map(({ title, saidIn: said }) => [title, said])).toEqual([['行李破损', 'noted']])
})

onEveryEngine('filters narrow what was said as they narrow what was registered', async (app) => {
  await app.as('agent', 'li')
  const diamond = await putMember(app, 'EG700', '林晓', { tier: 'diamond', mobile: '+8613700004321' })
  const gold = await putMember(app, 'EG701', '周晓', { tier: 'gold', mobile: '+8613700004322' })
  for (const [memberId, title] of [
    [diamond, '钻石的'],
    [gold, '金卡的'],
  ] as const) {
    const { id } = await app.call('cases.open', complaint({ memberId, anonymousReason: null, title }))
    await app.call('cases.note', { id, text: '已转行李查询组' })
  }
  expect([
    (await titles(app, '行李查询')).toSorted(),
    await titles(app, '行李查询 tier:diamond is:open'),
    await titles(app, '"行李查询组" 等级:金卡'),
    await titles(app, '行李查询 is:closed'),
    await titles(app, '行李查询 kind:enquiry'),
    (await titles(app, '行李查询 owner:me')).length,
  ]).toEqual([['钻石的', '金卡的'].toSorted(), ['钻石的'], ['金卡的'], [], [], 2])
})

onEveryEngine('what was said in a report of misconduct is found only by those who may read it', async (app) => {
  await app.as('lead', 'zhao')
  const report = complaint({ channel: 'reportPhone', title: '举报一件', content: '举报柜台' })
  const { id } = await app.call('cases.open', report)
  await app.call('cases.note', { id, text: '证人说起暗账' })
  expect(await titles(app, '暗账')).toEqual(['举报一件'])
  await app.as('agent', 'li')
  const { rows, guessed } = await app.call('search.cases', { text: '暗账' })
  expect([rows, guessed, (await app.call('search.everything', { text: '暗账' })).cases.hits]).toEqual([[], [], []])
})

const wordsOfCase = (db: Db, id: string) =>
  db
    .selectFrom('caseWords')
    .innerJoin('caseSearch', 'caseSearch.place', 'caseWords.place')
    .where('caseSearch.caseId', '=', id)
    .select('caseWords.word')
    .execute()

onEveryEngine('a correction keeps what was said; an erasure leaves no word of it', async (app) => {
  await app.as('agent', 'li')
  const id = await spokenCase(app)
  const { lastSeq } = await app.call('cases.show', { id })
  const changes = { content: '拉杆脱落' }
  await app.call('cases.amend', { id, changes, reason: '更正', expectedSeq: lastSeq })
  expect([await titles(app, '雨水'), await titles(app, '拉杆'), await titles(app, '轮子')]).toEqual([
    ['行李破损'],
    ['行李破损'],
    [],
  ])
  app.hasMadeRows()
  await inStore(app, (db) => eraseCases(db, [id]))
  expect([await titles(app, '雨水'), await titles(app, '柳秘书'), await titles(app, '13911112222')]).toEqual([
    [],
    [],
    [],
  ])
  const left = await inStore(app, async (db) => {
    const row = await db.selectFrom('cases').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    const own = wordsOf(row)
    return (await wordsOfCase(db, id)).map(({ word }) => word).filter((word) => !own.has(word))
  })
  expect(left).toEqual([])
})

onEveryEngine('an older store gets what its logs say in steps, and a lookup answers meanwhile', async (app) => {
  await app.as('agent', 'li')
  const id = await spokenCase(app)
  const other = await app.call('cases.open', enquiry({ title: '行李额' }))
  await inStore(app, async (db) => {
    // As an earlier version left it: the words of the cases alone, and its own catch-up done.
    const row = await db.selectFrom('cases').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    const said = saidIn(await db.selectFrom('caseEvents').selectAll().where('caseId', '=', id).execute())
    await reindexCase(db, id, { row, said }, { row, said: [] })
    await db.insertInto('meta').values({ key: 'searchedUpTo', value: '-' }).execute()
  })
  expect([await titles(app, '雨水'), await titles(app, '轮子')]).toEqual([[], ['行李破损']])
  expect((await app.call('search.cases', { text: '轮子' })).isFilling).toBe(true)
  await app.engine.heartbeat()
  expect((await app.call('search.cases', { text: '轮子' })).isFilling).toBe(false)
  expect(await titles(app, '雨水')).toEqual(['行李破损'])
  // Cases that an import brought without their words.
  await inStore(app, async (db) => {
    const { place } = await db
      .selectFrom('caseSearch')
      .select('place')
      .where('caseId', '=', other.id)
      .executeTakeFirstOrThrow()
    await db.deleteFrom('caseWords').where('place', '=', place).execute()
    await db.deleteFrom('caseSearch').where('caseId', '=', other.id).execute()
    await backfillFrom(db, other.id)
  })
  expect([await titles(app, '行李额'), (await app.call('search.cases', { text: '轮子' })).isFilling]).toEqual([
    [],
    true,
  ])
  await app.engine.heartbeat()
  expect(await titles(app, '行李额')).toEqual(['行李额'])
  expect(await inStore(app, backfillWords)).toBe(true)
})

onEveryEngine(
  'imported cases get their words, and what another system noted, in the beats after the import',
  async (app) => {
    await app.as('lead')
    await app.engine.heartbeat()
    const head = ['编号', '提交时间', '更新时间', '状态', '内容', '备注']
    const line = ['W1', '2026-09-01 08:00', '2026-09-01 09:00', '处理', '雨伞落在机上', '已转失物招领处']
    const later = ['W1', '2026-09-01 08:00', '2026-09-03 09:00', '处理', '雨伞落在机上', '回函说已寄出']
    const mapping: Mapping = {
      columns: {
        id: '编号',
        system: { constant: 'old' },
        kind: { constant: 'complaint' },
        channel: { constant: 'website' },
        receivedAt: { column: '提交时间', format: 'YYYY-MM-DD HH:mm' },
        eventAt: { column: '更新时间', format: 'YYYY-MM-DD HH:mm' },
        state: { column: '状态', values: { 处理: 'investigating' } },
        content: '内容',
        title: { template: '旧单 {编号}' },
        note: '备注',
      },
    }
    await app.call('imports.cases', { file: writeTable(app, 'old.csv', [head, line]), mapping })
    expect((await app.call('search.cases', { text: '雨伞' })).isFilling).toBe(true)
    await app.engine.heartbeat()
    expect(await found(app, '雨伞')).toEqual([['旧单 W1', null, '雨伞落在机上']])
    expect(await found(app, '失物招领')).toEqual([['旧单 W1', 'imported', '已转失物招领处']])
    const again = await app.call('imports.cases', { file: writeTable(app, 'old2.csv', [head, line, later]), mapping })
    expect(again.rejected).toBe(0)
    expect(await found(app, '已寄出')).toEqual([['旧单 W1', 'imported', '回函说已寄出']])
  },
)

const HAN = '行李破损鉴定雨水机长'
const piece = fc.string({ unit: fc.constantFrom(...HAN, ...HAN, '，', ' ', '7', 'a'), minLength: 1, maxLength: 14 })
const asked = fc.string({ unit: fc.constantFrom(...HAN), minLength: 1, maxLength: 3 })

onEveryEngine('the index finds what a look at every text and every note would find', async (app) => {
  await app.as('agent', 'li')
  const random = fc.sample(fc.tuple(piece, fc.array(piece, { minLength: 1, maxLength: 4 })), { numRuns: 14, seed: 41 })
  for (const [content, notes] of random) {
    const { id } = await app.call('cases.open', complaint({ title: '演示', content: `甲${content}` }))
    for (const text of notes) await app.call('cases.note', { id, text: `乙${text}` })
  }
  const texts = await inStore(app, async (db) => {
    const rows = await db.selectFrom('cases').selectAll().execute()
    const events = await db.selectFrom('caseEvents').selectAll().execute()
    return rows.map((row) => {
      const own = saidIn(events.filter(({ caseId }) => caseId === row.id)).map(({ text }) => text)
      return { number: row.number, text: [searchedText(row), ...own].join('\n') }
    })
  })
  const question = fc.array(fc.record({ text: asked, isPhrase: fc.boolean() }), { minLength: 1, maxLength: 2 })
  await fc.assert(
    fc.asyncProperty(question, async (words) => {
      const typed = words.map(({ text, isPhrase }) => (isPhrase ? `"${text}"` : text)).join(' ')
      const { rows } = await app.call('search.cases', { text: typed, limit: 200 })
      const scanned = texts.filter(({ text }) => words.every((word) => holdsWord(text, word.text)))
      expect(rows.map(({ number }) => number).toSorted()).toEqual(scanned.map(({ number }) => number).toSorted())
    }),
    { numRuns: 40, seed: 7 },
  )
  expect([...tokensOf(texts.map(({ text }) => text).join('\n'))].length).toBeGreaterThan(40)
})

onEveryEngine('the oldest call of many is reached from the newest, page after page', async (app) => {
  await app.as('agent', 'li')
  await putMember(app, 'EG900', '欧阳静怡', { tier: 'diamond', mobile: '+8613812345678' })
  const spans = { waitS: 5, talkS: 60, holdS: 0, wrapUpS: 10, rings: 1, direction: 'inbound', agent: 'li' } as const
  const told = { question: '', result: '', resultCode: 'answered-enquiry', phone: '13900001111' } as const
  const at = app.now() - 90 * 24 * HOUR
  const { number } = await app.call('calls.log', {
    ...spans,
    ...told,
    at,
    process: '询问轮椅服务',
    card: 'EG900',
  } as never)
  app.hasMadeRows()
  await inStore(app, async (db) => {
    const row = await db.selectFrom('calls').selectAll().where('number', '=', number).executeTakeFirstOrThrow()
    for (let from = 0; from < 2500; from += 50)
      await db
        .insertInto('calls')
        .values(
          Array.from({ length: 50 }, (_, n) => ({
            ...{ ...row, id: `made-${from + n}`, number: `LD-20260101-${10_000 + from + n}`, process: '查询航班' },
            ...{ startedAt: row.startedAt + 1000 * (from + n + 1), memberId: null },
          })),
        )
        .execute()
  })
  const { calls } = await app.call('search.everything', { text: '轮椅' })
  expect([calls.hits, calls.hasMore, calls.next === null]).toEqual([[], true, false])
  const page = await app.call('search.calls', { text: '轮椅', before: calls.next ?? undefined, limit: 6 })
  expect([page.rows.map((row) => row.number), page.next]).toEqual([[number], null])
  // The tier is about calls too; what is only about cases is not.
  const listed = async (text: string, before?: CallPlace): Promise<string[]> => {
    const { rows, next } = await app.call('search.calls', { text, before })
    return [...rows.map((row) => row.number), ...(next === null ? [] : await listed(text, next))]
  }
  expect([
    await listed('轮椅 tier:diamond'),
    await listed('轮椅 tier:gold'),
    await listed('"轮椅服务"'),
    await listed('轮椅 is:open'),
    await listed('欧阳静怡 tier:diamond'),
  ]).toEqual([[number], [], [number], [], [number]])
})
