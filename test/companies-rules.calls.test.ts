import { expect } from 'vitest'
import { type App, onEveryEngine } from './app.ts'
import { complaint, enquiry } from './cases-fixtures.ts'
import { article, published } from './knowledge-fixtures.ts'

const NAME = '海岳集团（演示）'
const ARTICLE = {
  kind: 'travel' as const,
  title: { zh: '海岳集团差旅政策（演示）', en: 'Travel rules of Haiyue Group (demo)' },
  body: { zh: '海岳集团员工国内航班限经济舱，改签须经差旅主管同意。', en: '' },
  ...{ keywords: '', category: '', company: NAME },
}
const RULES = '国内出差限经济舱'

const rulesOnFile = async (app: App) =>
  (await app.call('companies.list', {})).rows.map(({ name, travelRules }) => [name, travelRules])

onEveryEngine(
  'S5-78 the travel rules of a company that is on file stand in its file: no article says them a second time',
  async (app) => {
    await app.as('lead', 'zhao')
    const draft = await app.call('knowledge.save', { article: article(ARTICLE) })
    await app.call('knowledge.submit', { id: draft.id })
    await app.call('companies.save', { name: NAME, travelRules: RULES })
    const onFile = { rule: 'article-company-on-file', params: { name: NAME } }
    expect(await app.fail('knowledge.save', { article: article({ ...ARTICLE, company: ` ${NAME} ` }) })).toMatchObject(
      onFile,
    )
    await app.as('manager')
    const review = { id: draft.id, isApproved: true, note: '' }
    expect(await app.fail('knowledge.review', review)).toMatchObject(onFile)
    await app.call('knowledge.review', { ...review, isApproved: false, note: '该企业已有档案' })
    expect(await rulesOnFile(app)).toEqual([[NAME, RULES]])
    // What holds for a whole category, and what is no rule of the company, is nobody's file.
    await app.as('lead', 'zhao')
    await app.call('knowledge.save', { article: article({ ...ARTICLE, company: '', category: 'ticket.change' }) })
    await app.call('knowledge.save', { article: article({ company: NAME }) })
  },
)

onEveryEngine(
  'S5-78 while an article says a company’s travel rules its file does not: the article is withdrawn first, and other changes of the file go on',
  async (app) => {
    const { id } = await published(app, ARTICLE)
    const inKnowledge = { rule: 'company-rules-in-knowledge', params: { title: ARTICLE.title.zh } }
    expect(await app.fail('companies.save', { name: NAME, travelRules: RULES })).toMatchObject(inKnowledge)
    expect(await rulesOnFile(app)).toEqual([])
    const company = await app.call('companies.save', { name: NAME, contact: '行政部' })
    expect(await app.fail('companies.save', { id: company.id, name: NAME, travelRules: RULES })).toMatchObject(
      inKnowledge,
    )
    const other = await app.call('companies.save', { name: '远山公司（演示）', travelRules: RULES })
    expect(
      await app.fail('companies.save', { id: other.id, name: NAME.toUpperCase(), travelRules: RULES }),
    ).toMatchObject({ rule: 'company-name-taken' })
    await app.call('companies.save', { id: other.id, name: '远山公司（演示）', contact: '差旅部', travelRules: RULES })

    await app.call('knowledge.withdraw', { id, reason: '改写在企业档案中' })
    await app.call('companies.save', { id: company.id, name: NAME, travelRules: RULES })
    expect(await rulesOnFile(app)).toEqual(expect.arrayContaining([[NAME, RULES]]))
  },
)

onEveryEngine('S5-62 advice is not adopted into the file while an article says the company’s rules', async (app) => {
  await app.as('lead', 'zhao')
  const company = await app.call('companies.save', { name: '海岳', travelRules: '' })
  const { id: caseId } = await app.call('cases.open', complaint())
  await app.call('companies.attach', { caseId, companyId: company.id })
  const days = { fromDay: '2026-09-01', toDay: '2026-09-30' }
  const [advice] = await app.call('companies.advise', {
    ...{ id: company.id, ...days, finding: '改签投诉多', proposedRules: RULES },
  })
  const { id } = await app.call('companies.save', { id: company.id, name: '海岳旧名', travelRules: '' })
  await published(app, { ...ARTICLE, company: '海岳' })
  await app.call('companies.save', { id, name: '海岳', travelRules: '' })
  const answer = { adviceId: advice?.id ?? '', isAdopted: true, answeredBy: '行政部', answer: '' }
  expect(await app.fail('companies.adviceAnswered', answer)).toMatchObject({ rule: 'company-rules-in-knowledge' })
  expect(await rulesOnFile(app)).toEqual([['海岳', '']])
})

onEveryEngine('S5-78 the rules of the company that a case belongs to are proposed on it', async (app) => {
  await published(app, ARTICLE)
  await app.as('agent')
  const company = await app.call('companies.save', { name: NAME })
  const { id: caseId } = await app.call('cases.open', enquiry({ content: '客户要求改签', anonymousReason: '非会员' }))
  const proposed = async () => (await app.call('knowledge.suggest', { caseId })).map((one) => one.company)
  expect(await proposed()).not.toContain(NAME)
  await app.call('companies.attach', { caseId, companyId: company.id })
  expect(await proposed()).toContain(NAME)
})
