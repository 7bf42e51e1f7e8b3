import { expect } from 'vitest'
import { DAY } from '../src/shared/time.ts'
import { type App, onEngine, onEveryEngine } from './app.ts'
import { addMember, enquiry, inStore } from './cases-fixtures.ts'
import { article, published } from './knowledge-fixtures.ts'

const titles = async (app: App, text: string) =>
  (await app.call('knowledge.find', { text })).map(({ title }) => title.zh)

onEveryEngine(
  'S3-57 an answer is found by one sign, by words, in Chinese and English, and one call puts it into the record',
  async (app) => {
    const { id } = await published(app)
    await app.as('agent')
    const named = ['宠物托运怎么办理（演示）']
    for (const typed of ['宠', '宠物', '托运 宠物', 'pet', 'travelling pet', '宠物　PET'])
      expect((await titles(app, typed))[0], typed).toBe(named[0])
    expect(await titles(app, '宠物飞船')).toEqual([])
    expect(await app.call('knowledge.find', { text: '宠物', limit: 1 })).toMatchObject([
      { id, version: 1, where: ['title', 'text', 'keywords'], standing: 'inForce' },
    ])
    const memberId = await addMember(app, 'gold')
    const opened = await app.call('cases.open', enquiry({ memberId, content: '想带猫坐飞机', anonymousReason: '' }))
    const used = await app.call('knowledge.use', { id, caseId: opened.id, language: 'zh-CN' })
    expect(used).toEqual({
      useId: expect.any(String),
      text: `林女士您好，宠物须提前48小时申请。记录编号${opened.number}。`,
      missing: [],
    })
    await app.call('cases.note', { id: opened.id, text: used.text })
    const { events } = await app.call('cases.show', { id: opened.id })
    expect(JSON.stringify(events.at(-1))).toContain(used.text)
    expect(await app.call('knowledge.uses', { caseId: opened.id })).toMatchObject([
      { articleId: id, version: 1, userName: 'agent', isMine: true, helped: null },
    ])
    const stored = await inStore(app, (db) =>
      db.selectFrom('articleUses').select(['articleId', 'version', 'caseId', 'memberId', 'language']).execute(),
    )
    expect(stored).toEqual([{ articleId: id, version: 1, caseId: opened.id, memberId, language: 'zh-CN' }])
  },
)

onEveryEngine(
  'S3-57 whether an answer helped is counted, and what is not found is counted by its words',
  async (app) => {
    const { id, code } = await published(app)
    await app.as('agent')
    const { useId } = await app.call('knowledge.use', { id, language: 'en' })
    await app.call('knowledge.rate', { useId, helped: true, reason: '' })
    await app.call('knowledge.rate', { useId, helped: false, reason: '没写收费（演示）' })
    const second = await app.call('knowledge.use', { id, language: 'en' })
    expect(second.text).toBe('passenger, please ask 48 hours ahead.')
    await app.call('knowledge.rate', { useId: second.useId, helped: true, reason: '' })
    expect((await app.call('knowledge.show', { id })).article.tally).toEqual({
      uses: 2,
      helped: 1,
      unhelped: 1,
      thanks: 0,
    })
    expect(await app.call('knowledge.ratings', { code })).toMatchObject([{ version: 1, reason: '没写收费（演示）' }])
    expect(await app.call('knowledge.missed', { text: '宠物 ' })).toEqual({ isCounted: false })
    await app.call('knowledge.missed', { text: '热气球  Tour' })
    await app.call('knowledge.missed', { text: '热气球 tour' })
    expect(await app.call('knowledge.gaps', {})).toMatchObject([{ term: '热气球 tour', count: 2, lastByName: 'agent' }])
    await app.as('lead', 'zhao')
    expect(await app.fail('knowledge.rate', { useId, helped: true, reason: '' })).toMatchObject({
      rule: 'article-use-not-own',
    })
    await app.call('knowledge.settleGap', { term: '热气球 tour' })
    expect(await app.call('knowledge.gaps', {})).toEqual([])
  },
)

onEveryEngine(
  'S3-59 an article is reviewed by a second person, keeps its versions, and is never offered after its last day',
  async (app) => {
    await app.as('lead', 'zhao')
    const draft = await app.call('knowledge.save', { article: article({ validUntil: '2026-10-05' }) })
    expect(draft).toMatchObject({ version: 1, state: 'draft', authorName: 'zhao' })
    expect(await titles(app, '宠物')).toEqual([])
    await app.call('knowledge.submit', { id: draft.id })
    const review = { id: draft.id, isApproved: true, note: '' }
    expect(await app.fail('knowledge.review', review)).toMatchObject({ rule: 'article-own-review' })
    await app.as('agent')
    expect(await app.fail('knowledge.review', review)).toEqual({ code: 'FORBIDDEN' })
    await app.as('manager')
    expect(await app.fail('knowledge.review', { ...review, isApproved: false })).toMatchObject({
      rule: 'article-review-note',
    })
    await app.call('knowledge.review', { ...review, isApproved: false, note: '请写明期限（演示）' })
    await app.as('lead', 'zhao')
    await app.call('knowledge.submit', { id: draft.id })
    await app.as('manager')
    expect(await app.call('knowledge.review', review)).toMatchObject({
      standing: 'inForce',
      reviewedByName: '王经理',
    })
    expect(await app.call('knowledge.list', { view: 'expiring' })).toMatchObject([{ id: draft.id }])
    const later = { ...article({ validFrom: '2026-10-03', changeNote: '改为72小时（演示）' }) }
    later.body = { zh: '宠物须提前72小时申请。', en: '' }
    await app.as('lead', 'zhao')
    const next = await app.call('knowledge.save', { code: draft.code, article: later })
    expect(await app.fail('knowledge.save', { code: draft.code, article: later })).toMatchObject({
      rule: 'article-in-work',
    })
    await app.call('knowledge.submit', { id: next.id })
    await app.as('manager')
    await app.call('knowledge.review', { ...review, id: next.id })
    const standings = async () =>
      (await app.call('knowledge.show', { id: draft.id })).versions.map(({ version, standing }) => [version, standing])
    expect(await standings()).toEqual([
      [2, 'coming'],
      [1, 'inForce'],
    ])
    expect(await app.fail('knowledge.use', { id: next.id, language: 'zh-CN' })).toMatchObject({
      rule: 'article-not-in-force',
    })
    app.wait(3 * DAY)
    await app.as('agent')
    expect(await standings()).toEqual([
      [2, 'inForce'],
      [1, 'replaced'],
    ])
    expect(await app.call('knowledge.find', { text: '宠物' })).toMatchObject([{ id: next.id, version: 2 }])
    await app.as('lead', 'zhao')
    await app.call('knowledge.withdraw', { id: next.id, reason: '业务停办（演示）' })
    expect(await titles(app, '宠物')).toEqual([])
    expect(await app.call('knowledge.list', { view: 'withdrawn' })).toMatchObject([
      { version: 2 },
      { version: 1, standing: 'withdrawn' },
    ])
  },
)

onEngine(
  'sqlite',
  'S3-59 an article whose last day is over is listed as expired and neither found nor proposed',
  async (app) => {
    const { id } = await published(app, { validUntil: '2026-10-01' })
    app.wait(2 * DAY)
    await app.as('agent')
    expect(await titles(app, '宠物')).toEqual([])
    expect(await app.call('knowledge.suggest', { text: '带宠物', category: 'baggage' })).not.toContainEqual(
      expect.objectContaining({ id }),
    )
    expect(await app.fail('knowledge.use', { id, language: 'zh-CN' })).toMatchObject({ rule: 'article-not-in-force' })
    expect(await app.call('knowledge.list', { view: 'expired' })).toMatchObject([{ id, standing: 'expired' }])
  },
)

onEveryEngine(
  'S3-90 cards for delay, cancellation and other emergencies open with their steps and whom to call',
  async (app) => {
    await app.as('agent')
    const cards = await app.call('knowledge.emergency', {})
    expect(cards.map(({ title }) => title.zh)).toEqual(
      expect.arrayContaining(['航班延误', '航班取消', '旅客突发疾病', '儿童走失与无陪儿童']),
    )
    const delay = cards.find(({ code }) => code === 'card-delay')
    expect(delay?.steps[0]).toEqual({
      zh: '核实最新预计起飞时间和延误原因，不猜测',
      en: 'Check the new time and the cause; do not guess',
      call: { zh: '运行控制值班', en: 'Operations control duty desk' },
    })
    expect(await app.call('knowledge.suggest', { category: 'flight.delay', text: '航班晚点三小时' })).toContainEqual(
      expect.objectContaining({ code: 'card-delay' }),
    )
    await app.as('lead', 'zhao')
    expect(
      await app.fail('knowledge.save', {
        article: article({ kind: 'emergency', steps: [{ zh: '先救人', en: '' }] as never }),
      }),
    ).toMatchObject({ rule: 'article-no-call' })
  },
)

onEveryEngine(
  'S3-02 S3-03 the policy and its four principles are read in the program, in versions with the day each took effect',
  async (app) => {
    await app.as('agent')
    const rows = await app.call('knowledge.list', { kinds: ['policy'] })
    expect(rows.map(({ title, validFrom, isShipped }) => [title.zh, validFrom, isShipped])).toContainEqual([
      '四项服务原则',
      '2026-01-01',
      true,
    ])
    const principles = rows.find(({ code }) => code === 'policy-principles')
    const { article: first } = await app.call('knowledge.show', { id: principles?.id ?? '' })
    for (const word of ['客户至上', '专业规范', '团队协作', '持续改进']) expect(first.body.zh).toContain(word)
    const { kind, title, keywords } = first
    await published(
      app,
      {
        kind,
        title,
        keywords,
        body: { zh: '客户至上、专业规范、团队协作、持续改进（演示修订）', en: '' },
        validFrom: '2026-11-01',
      },
      first.code,
    )
    const versions = async () =>
      (await app.call('knowledge.show', { id: first.id })).versions.map((one) => [
        one.version,
        one.validFrom,
        one.standing,
      ])
    expect(await versions()).toEqual([
      [2, '2026-11-01', 'coming'],
      [1, '2026-01-01', 'inForce'],
    ])
    app.wait(40 * DAY)
    await app.signIn('boss')
    expect(await versions()).toEqual([
      [2, '2026-11-01', 'inForce'],
      [1, '2026-01-01', 'replaced'],
    ])
  },
)
