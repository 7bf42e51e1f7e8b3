import { expect } from 'vitest'
import { type App, onEngine, onEveryEngine } from './app.ts'
import { addMember, complaint, enquiry, inStore } from './cases-fixtures.ts'
import { article, published } from './knowledge-fixtures.ts'

onEveryEngine(
  'S5-63 an ordinary question gets its answer proposed from the knowledge base while it is registered',
  async (app) => {
    await app.as('agent')
    const text = '我想问一下退票的手续费怎么收，多久到账'
    const [best] = await app.call('knowledge.suggest', { text, category: 'ticket.refund' })
    expect(best).toMatchObject({
      code: 'answer-refund',
      reasons: { words: ['退票', '手续费', '到账'], isCategory: true, isCompany: false },
    })
    const { text: answer, useId } = await app.call('knowledge.use', { id: best?.id ?? '', language: 'zh-CN' })
    const opened = await app.call('cases.open', enquiry({ content: text, category: 'ticket.refund' }))
    await app.call('cases.advance', {
      id: opened.id,
      step: 'answer',
      data: { answer },
      expectedSeq: opened.lastSeq,
    })
    expect(answer).toContain('退款按原支付方式退回')
    expect((await app.call('cases.show', { id: opened.id })).recorded).toMatchObject({ answer })
    expect(useId).not.toBe('')
    expect(await app.call('knowledge.suggest', { text: '你好', category: null })).toEqual([])
  },
)

onEveryEngine("S5-78 while a case is handled, its company's own travel rules can be read", async (app) => {
  const rules = {
    kind: 'travel' as const,
    title: { zh: '海岳集团差旅政策（演示）', en: 'Travel rules of Haiyue Group (demo)' },
    body: { zh: '海岳集团员工国内航班限经济舱，改签须经差旅主管同意。', en: '' },
    keywords: '',
    category: '',
    company: '海岳集团',
  }
  await app.as('lead', 'zhao')
  expect(await app.fail('knowledge.save', { article: article({ ...rules, company: '' }) })).toMatchObject({
    rule: 'article-no-company',
  })
  const { id } = await published(app, rules)
  const memberId = await addMember(app)
  await inStore(app, (db) =>
    db.updateTable('members').set({ careNotes: '海岳集团差旅客户（演示）' }).where('id', '=', memberId).execute(),
  )
  await app.as('agent')
  const matter = { content: '客户要求改签到明天', category: 'ticket.change', anonymousReason: '' }
  const ofCompany = await app.call('cases.open', enquiry({ memberId, ...matter }))
  const other = await app.call('cases.open', enquiry({ ...matter, anonymousReason: '非会员' }))
  const [first] = await app.call('knowledge.suggest', { caseId: ofCompany.id })
  expect(first).toMatchObject({ id, company: '海岳集团', body: { zh: rules.body.zh }, reasons: { isCompany: true } })
  expect((await app.call('knowledge.suggest', { caseId: other.id })).map((one) => one.company)).not.toContain(
    '海岳集团',
  )
})

onEveryEngine(
  'S3-118 S4-110 S4-65 anyone hands on experience and industry practice; a lead reviews it, colleagues thank for it',
  async (app) => {
    await app.as('agent', 'li')
    const tip = article({ kind: 'experience', title: { zh: '安抚老人旅客的三句话（演示）', en: '' } })
    expect(await app.fail('knowledge.save', { article: article({ kind: 'policy' }) })).toMatchObject({
      rule: 'article-kind-role',
    })
    const draft = await app.call('knowledge.save', { article: tip })
    await app.call('knowledge.submit', { id: draft.id })
    const other = await app.call('knowledge.save', {
      article: article({ kind: 'industry', title: { zh: '同业行李实时追踪做法（演示）', en: '' } }),
    })
    await app.call('knowledge.submit', { id: other.id })
    await app.as('lead', 'zhao')
    for (const { id } of [draft, other])
      await app.call('knowledge.review', { id, isApproved: true, note: '很好（演示）' })
    expect(
      (await app.call('knowledge.list', { kinds: ['experience', 'industry'] })).map((one) => one.authorName),
    ).toEqual(['li', 'li'])
    expect(await app.call('knowledge.thank', { code: draft.code })).toEqual({ thanks: 1 })
    expect(await app.fail('knowledge.thank', { code: draft.code })).toMatchObject({ rule: 'article-thanked' })
    await app.as('agent', 'chen')
    expect(await app.call('knowledge.thank', { code: draft.code })).toEqual({ thanks: 2 })
    await app.as('agent', 'li')
    expect(await app.fail('knowledge.thank', { code: draft.code })).toMatchObject({ rule: 'article-own-thanks' })
    expect((await app.call('knowledge.show', { id: draft.id })).article).toMatchObject({
      reviewedByName: 'zhao',
      tally: { thanks: 2 },
    })
  },
)

const law = {
  kind: 'notice' as const,
  title: { zh: '新规：退票手续费上限（演示）', en: '' },
  body: { zh: '{{title}}您好，自本月起退票手续费按新规收取。', en: '' },
  keywords: '新规 手续费',
  category: 'ticket.refund',
}

onEveryEngine(
  'S4-81 a new law is announced: each colleague says that it was read, and a customer is told on the case',
  async (app: App) => {
    await app.as('agent', 'li')
    expect(await app.call('knowledge.unread', {})).toEqual([])
    const { id } = await published(app, law)
    await app.as('agent', 'li')
    expect(await app.call('knowledge.unread', {})).toMatchObject([{ id }])
    const { readAt } = await app.call('knowledge.acknowledge', { id })
    app.wait(60_000)
    expect(await app.call('knowledge.acknowledge', { id })).toEqual({ readAt })
    expect(await app.call('knowledge.unread', {})).toEqual([])
    const opened = await app.call('cases.open', complaint({ content: '退票手续费太高', category: 'ticket.refund' }))
    const proposed = await app.call('knowledge.suggest', { caseId: opened.id })
    expect(proposed.map((one) => one.id)).toContain(id)
    const told = await app.call('knowledge.use', { id, caseId: opened.id, language: 'zh-CN' })
    expect(told.text).toBe('陈女士您好，自本月起退票手续费按新规收取。')
    await app.as('lead', 'zhao')
    const readers = await app.call('knowledge.readers', { id })
    expect(readers.map(({ name, readAt: at }) => [name, at]).toSorted()).toEqual(
      [
        ['li', readAt],
        ['zhao', null],
        ['王经理', null],
      ].toSorted(),
    )
  },
)

onEveryEngine('S5-51 help inside the program teaches how to use it and is found like everything else', async (app) => {
  await app.as('agent')
  const help = await app.call('knowledge.list', { kinds: ['help'] })
  expect(help.length).toBeGreaterThanOrEqual(5)
  const [hit] = await app.call('knowledge.find', { text: '快捷键', kinds: ['help'] })
  expect(hit?.body.zh).toContain('Ctrl+K')
  expect(hit?.isShipped).toBe(true)
})

onEngine(
  'sqlite',
  'a store from before the knowledge base gets the shipped articles, and keeps what it took down',
  async (app) => {
    const shipped = (await app.call('knowledge.list', {})).length
    expect(shipped).toBeGreaterThanOrEqual(25)
    await app.call('knowledge.withdraw', { id: 'answer-lounge@1', reason: '本公司无休息室（演示）' })
    await inStore(app, async (db) => {
      await db.deleteFrom('articleTokens').where('articleId', '=', 'answer-refund@1').execute()
      await db.deleteFrom('articles').where('id', '=', 'answer-refund@1').execute()
      await db.deleteFrom('meta').where('key', '=', 'knowledgePack').execute()
    })
    await app.signIn('boss')
    expect((await app.call('knowledge.list', {})).length).toBe(shipped - 1)
    expect(await app.call('knowledge.find', { text: '退票' })).toMatchObject([{ code: 'answer-refund' }, {}, {}])
  },
)
