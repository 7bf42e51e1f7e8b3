import { expect } from 'vitest'
import { backfillWords } from '../src/main/search/backfill.ts'
import { HOUR } from '../src/shared/time.ts'
import { type App, onEveryEngine } from './app.ts'
import { putMember } from './calls-fixture.ts'
import { complaint, enquiry, inStore } from './cases-fixtures.ts'
import { article, published } from './knowledge-fixtures.ts'

const numbersOf = async (app: App, text: string) =>
  (await app.call('search.cases', { text })).rows.map(({ title }) => title)

async function threeCases(app: App): Promise<void> {
  await app.as('agent', 'li')
  const about = [
    { title: '行李破损', content: '托运行李箱轮子断裂，航班HU7609', flightNo: 'HU7609', contactPhone: '13812345678' },
    {
      title: '延误无人说明',
      content: '航班延误五小时，柜台服务态度差',
      contactName: '张伟',
      ticketNo: '8801234567890',
    },
    { title: '行李丢失', content: '李女士的箱子没有到，破了另一只', contactPhone: '+852 9123 4567', pnr: 'ABC123' },
  ]
  for (const one of about) {
    await app.call('cases.open', complaint(one))
    app.wait(2 * HOUR)
  }
}

onEveryEngine('cases are found by one Chinese sign, two or more, letters, numbers and their pieces', async (app) => {
  await threeCases(app)
  const expected: [string, string[]][] = [
    ['行李', ['行李丢失', '行李破损']],
    ['李', ['行李丢失', '行李破损']],
    ['破损', ['行李破损']],
    ['行李 延误', []],
    ['服务态度', ['延误无人说明']],
    ['"服务态度差"', ['延误无人说明']],
    ['张伟', ['延误无人说明']],
    ['zhangwei', ['延误无人说明']],
    ['zw', ['延误无人说明']],
    ['hu7609', ['行李破损']],
    ['HU76', ['行李破损']],
    ['13812345678', ['行李破损']],
    ['2345', ['延误无人说明', '行李丢失', '行李破损']],
    ['1234567890', ['延误无人说明']],
    ['8123456', ['行李破损']],
    ['abc123', ['行李丢失']],
    ['8801234567890', ['延误无人说明']],
    ['没有这些字', []],
  ]
  const answered: [string, string[]][] = []
  for (const [text] of expected) answered.push([text, await numbersOf(app, text)])
  expect(answered.map(([text, titles]) => [text, titles.toSorted()])).toEqual(
    expected.map(([text, titles]) => [text, titles.toSorted()]),
  )
})

onEveryEngine('filters narrow a search, alone they list the queue in its order', async (app) => {
  await threeCases(app)
  const gold = await putMember(app, 'EG700', '林晓', { tier: 'diamond', mobile: '+8613700004321' })
  await app.call(
    'cases.open',
    enquiry({ memberId: gold, anonymousReason: null, title: '行李额', answer: undefined } as never),
  )
  expect(await numbersOf(app, '行李 kind:complaint')).toEqual(['行李丢失', '行李破损'])
  expect(await numbersOf(app, '行李 等级:钻石')).toEqual(['行李额'])
  expect(await numbersOf(app, 'tier:diamond')).toEqual(['行李额'])
  expect(await numbersOf(app, 'owner:me kind:complaint')).toHaveLength(3)
  expect(await numbersOf(app, 'owner:nobody')).toEqual([])
  expect(await numbersOf(app, 'owner:somebody')).toEqual([])
  expect(await numbersOf(app, '行李 is:closed')).toEqual([])
  const queue = (await app.call('cases.queue', {})).rows.map(({ title }) => title)
  expect(await numbersOf(app, 'is:open')).toEqual(queue)
  expect((await app.call('search.cases', { text: 'tier:purple 行李' })).unknown).toEqual([
    { name: 'tier', text: 'purple' },
  ])
})

onEveryEngine('one search answers with members, cases and calls, a misspelt Latin name too', async (app) => {
  await threeCases(app)
  await putMember(app, 'EG801', 'Anna Smith', { tier: 'gold', mobile: '+8613900000001' })
  const found = await app.call('search.everything', { text: 'anna smtih' })
  expect(found.members.hits.map(({ name }) => name)).toEqual(['Anna Smith'])
  const { number } = await app.call('calls.start', { direction: 'inbound', phone: '13812345678' })
  const byNumber = await app.call('search.everything', { text: number.toLowerCase().replace('ld-', 'ld') })
  expect(byNumber.calls.hits.map((call) => call.number)).toEqual([number])
  const [row] = (await app.call('search.cases', { text: '行李' })).rows
  const byCase = await app.call('search.everything', { text: row?.number ?? '' })
  expect([byCase.cases.hits.map((hit) => hit.number), byCase.members.hits]).toEqual([[row?.number], []])
  expect((await app.call('search.everything', { text: '李' })).cases.hits).toHaveLength(2)
})

onEveryEngine('a corrected case is found by its new words and no longer by its old ones', async (app) => {
  await app.as('agent', 'li')
  const { id, lastSeq } = await app.call('cases.open', complaint({ title: '餐食变质', content: '餐食变质' }))
  await app.call('cases.amend', {
    id,
    changes: { title: '餐食短缺', content: '少发一份餐食 13811112222' },
    reason: '更正',
    expectedSeq: lastSeq,
  })
  expect(await numbersOf(app, '变质')).toEqual([])
  const { rows } = await app.call('search.cases', { text: '少发' })
  // The text of a list hides telephone numbers.
  expect(rows.map(({ title, snippet }) => [title, snippet])).toEqual([['餐食短缺', '少发一份餐食 138****2222']])
})

onEveryEngine('a report of misconduct is found only by those who may read it', async (app) => {
  await app.as('lead', 'zhao')
  await app.call('cases.open', complaint({ channel: 'reportPhone', title: '举报索贿', content: '举报柜台索贿' }))
  expect(await numbersOf(app, '索贿')).toEqual(['举报索贿'])
  await app.as('agent', 'li')
  expect(await numbersOf(app, '索贿')).toEqual([])
})

onEveryEngine(
  'cases of an older store get their words step by step, and a long list is read to its end',
  async (app) => {
    await app.as('agent', 'li')
    for (let i = 0; i < 7; i += 1) await app.call('cases.open', complaint({ title: `行李第${i}件` }))
    await inStore(app, async (db) => {
      await db.deleteFrom('caseWords').execute()
      await db.deleteFrom('caseSearch').execute()
    })
    expect(await numbersOf(app, '行李第')).toEqual([])
    expect((await app.call('search.cases', { text: '行李' })).isFilling).toBe(true)
    expect(await inStore(app, backfillWords)).toBe(true)
    expect(await inStore(app, backfillWords)).toBe(true)
    expect((await app.call('search.cases', { text: '行李' })).isFilling).toBe(false)
    const titles: string[] = []
    let from: Parameters<typeof app.call<'search.cases'>>[1]['from']
    do {
      const { rows, next } = await app.call('search.cases', { text: '行李 第', limit: 3, ...(from ? { from } : {}) })
      titles.push(...rows.map(({ title }) => title))
      from = next ?? undefined
    } while (from)
    expect(titles.toSorted()).toEqual([0, 1, 2, 3, 4, 5, 6].map((i) => `行李第${i}件`))
  },
)

onEveryEngine(
  "calls are found by their member's name, a caller's, a piece of the telephone and words of their record, newest first and to the end",
  async (app) => {
    await app.as('agent', 'li')
    await putMember(app, 'EG900', '欧阳静怡', { tier: 'diamond', mobile: '+8613812345678' })
    const at = app.now() - 100 * HOUR
    const spans = { waitS: 5, talkS: 60, holdS: 0, wrapUpS: 10, rings: 1, direction: 'inbound', agent: 'li' } as const
    const told = { question: '', process: '', result: '', resultCode: 'answered-enquiry' } as const
    const log = async (hours: number, more: object) =>
      (
        await app.call('calls.log', {
          ...spans,
          ...told,
          at: at + hours * HOUR,
          phone: '13900001111',
          ...more,
        } as never)
      ).number
    const member = await log(1, { card: 'EG900', phone: '13812345678' })
    const words = await log(2, { process: '客人询问轮椅服务，回电 13711112222' })
    const both = await log(3, { card: 'EG900', question: '轮椅预订' })
    const found = async (text: string) =>
      (await app.call('search.everything', { text })).calls.hits.map(({ number }) => number)
    const listed = async (text: string) => (await app.call('search.calls', { text })).rows.map(({ number }) => number)
    const expected: [string, string[]][] = [
      ['欧阳静怡', [both, member]],
      ['oyjy', [both, member]],
      ['1234567', [member]],
      ['轮椅', [both, words]],
      ['轮椅 询问', [words]],
      ['没有这些字', []],
      [words.toLowerCase(), [words]],
    ]
    for (const [text, numbers] of expected)
      expect([text, await found(text), await listed(text)]).toEqual([text, numbers, numbers])
    const [, hit] = (await app.call('search.everything', { text: '轮椅' })).calls.hits
    expect(hit?.snippet).toBe('客人询问轮椅服务，回电 137****2222')

    const first = await app.call('search.calls', { text: '轮椅', limit: 1 })
    expect(first.rows.map(({ number }) => number)).toEqual([both])
    const rest = await app.call('search.calls', { text: '轮椅', before: first.next ?? undefined })
    expect([rest.rows.map(({ number }) => number), rest.next]).toEqual([[words], null])
    const more = (await app.call('search.everything', { text: '轮椅', limit: 1 })).calls
    expect([more.hits.length, more.hasMore]).toEqual([1, true])
    expect((await app.call('search.everything', { text: '轮椅 is:open' })).calls.hits).toEqual([])
  },
)

onEveryEngine(
  'S3-57 one search answers with the articles in force too, and the piece where the words stand',
  async (app) => {
    const body = { zh: '须在起飞前48小时申请折叠雨伞托管', en: 'Ask 48 hours ahead.' }
    const { id } = await published(app, { title: { zh: '雨伞托管', en: 'Umbrellas' }, body })
    await app.call('knowledge.save', { article: article({ title: { zh: '雨伞草稿', en: 'Draft' }, body }) })
    await app.as('agent', 'li')
    const { articles } = await app.call('search.everything', { text: '折叠雨伞' })
    expect(articles).toEqual({
      hits: [
        expect.objectContaining({ id, title: { zh: '雨伞托管', en: 'Umbrellas' }, snippet: { zh: body.zh, en: null } }),
      ],
      hasMore: false,
    })
    expect((await app.call('search.everything', { text: '雨伞草稿' })).articles.hits).toEqual([])
  },
)
