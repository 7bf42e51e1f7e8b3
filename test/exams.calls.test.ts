import fs from 'node:fs'
import path from 'node:path'
import { expect } from 'vitest'
import type { BlueprintLine, PaperQuestion, QuestionDraft } from '../src/shared/exams/model.ts'
import { HOUR, MINUTE } from '../src/shared/time.ts'
import { type App, onEngine, onEveryEngine } from './app.ts'
import { inStore } from './cases-fixtures.ts'
import { teams } from './people-fixtures.ts'

const any = { topic: null, difficulty: null, kind: null } as const
const MONTH = '2026-09'

/** A bank as shipped, a paper of this blueprint, and an exam that is open for two hours; lead zhao is signed in. */
async function examOf(app: App, blueprint: BlueprintLine[], more: { minutes?: number; maxAttempts?: number } = {}) {
  const people = await teams(app)
  await app.signIn('zhao')
  await app.call('exams.adoptBank', {})
  const paper = { title: '九月业务知识', blueprint, minutes: 30, passMark: 60, maxAttempts: 2, ...more }
  const { id: paperId } = await app.call('exams.savePaper', { paper })
  const exam = await app.call('exams.publish', {
    ...{ paperId, title: '九月业务知识测评', month: MONTH, opensAt: app.now(), closesAt: app.now() + 2 * HOUR },
    userIds: [people.li, people.wu],
  })
  return { ...people, exam, paperId }
}

/** The key of a question as stored, for a candidate who knows everything or nothing. */
async function keyOf(app: App, attemptId: string): Promise<Map<number, QuestionDraft>> {
  const rows = await inStore(app, (db) =>
    db
      .selectFrom('examAnswers as a')
      .innerJoin('examQuestionVersions as v', (join) =>
        join.onRef('v.questionId', '=', 'a.questionId').onRef('v.version', '=', 'a.version'),
      )
      .select(['a.place', 'v.body'])
      .where('a.attemptId', '=', attemptId)
      .execute(),
  )
  return new Map(rows.map(({ place, body }) => [place, JSON.parse(body) as QuestionDraft]))
}

async function answerAll(app: App, attemptId: string, questions: readonly PaperQuestion[], isRight: boolean) {
  const key = await keyOf(app, attemptId)
  for (const { place, kind, options } of questions) {
    const right = key.get(place)?.right ?? []
    const wrong = options.map((one) => one.place).filter((at) => !right.includes(at))
    const choices = kind === 'short' ? [] : isRight ? right : wrong.slice(0, 1)
    await app.call('exams.answer', {
      attemptId,
      place,
      answer: { choices, text: kind === 'short' ? '致歉并说明' : '' },
    })
  }
}

onEveryEngine(
  'S3-99 a knowledge test is set by a blueprint, sat in the window, marked by the program and by a lead, and its score is stored by month',
  async (app) => {
    const { li, wu, exam } = await examOf(app, [
      { ...any, kind: 'single', count: 3, points: 20 },
      { ...any, topic: 'complaintHandling', kind: 'trueFalse', count: 1, points: 20 },
      { ...any, kind: 'short', count: 1, points: 20 },
    ])
    expect(exam).toMatchObject({ invited: 2, sat: 0, passed: 0, passMark: 60 })

    await app.signIn('li')
    expect(await app.call('exams.mine', {})).toMatchObject([{ title: '九月业务知识测评', maySit: true, score: null }])
    const sheet = await app.call('exams.sit', { examId: exam.id })
    expect(sheet).toMatchObject({ state: 'running', remainingMs: 30 * MINUTE, outOf: 100, isOpened: false })
    expect(sheet.questions.map(({ kind }) => kind)).toEqual(['single', 'single', 'single', 'trueFalse', 'short'])
    expect(sheet.questions.every(({ right, guide }) => right === null && guide === null)).toBe(true)
    await answerAll(app, sheet.id, sheet.questions, true)
    expect(await app.call('exams.handIn', { attemptId: sheet.id })).toMatchObject({
      ...{ state: 'handedIn', endedBy: 'person', score: null, isOpened: false },
    })
    expect(await app.fail('exams.sit', { examId: exam.id })).toMatchObject({ rule: 'exam-being-marked' })
    expect(await app.fail('exams.mark', { attemptId: sheet.id, place: 5, points: 20 })).toEqual({ code: 'FORBIDDEN' })

    await app.signIn('zhao')
    const waiting = await app.call('exams.attempt', { attemptId: sheet.id })
    expect(waiting.questions[4]).toMatchObject({ kind: 'short', points: null, answer: { text: '致歉并说明' } })
    expect(waiting.questions[4]?.guide?.zh).toContain('要点')
    const mark = { attemptId: sheet.id, place: 5, points: 12, remark: '缺少时限' }
    expect(await app.fail('exams.mark', { ...mark, points: 21 })).toMatchObject({ rule: 'exam-points' })
    expect(await app.fail('exams.mark', { ...mark, place: 1 })).toMatchObject({ rule: 'exam-marked-alone' })
    expect(await app.call('exams.mark', mark)).toMatchObject({ state: 'marked', points: 92, score: 92 })
    expect(await app.call('exams.show', { id: exam.id })).toMatchObject({ invited: 2, sat: 1, passed: 1, toMark: 0 })
    expect(await app.call('exams.results', { from: MONTH, to: MONTH })).toEqual([
      {
        ...{ examId: exam.id, title: '九月业务知识测评', userId: li, name: 'li', month: MONTH },
        ...{ score: 92, isPassed: true, attempts: 1 },
      },
    ])
    const stored = await inStore(app, (db) =>
      db.selectFrom('examResults').select(['userId', 'month', 'score', 'points', 'outOf', 'isPassed']).execute(),
    )
    expect(stored).toEqual([{ userId: li, month: MONTH, score: 92, points: 92, outOf: 100, isPassed: 1 }])

    await app.signIn('li')
    expect(await app.fail('exams.sit', { examId: exam.id })).toMatchObject({ rule: 'exam-passed' })
    app.setNow(exam.closesAt)
    const opened = await app.call('exams.attempt', { attemptId: sheet.id })
    expect(opened.questions[4]).toMatchObject({ points: 12, remark: '缺少时限' })
    expect(opened.questions[0]?.right).toHaveLength(1)

    await app.signIn('wu')
    expect(await app.fail('exams.attempt', { attemptId: sheet.id })).toMatchObject({ rule: 'not-your-team' })
    expect(await app.call('exams.results', { from: MONTH, to: MONTH })).toEqual([])
    expect(await app.fail('exams.results', { from: MONTH, to: MONTH, userId: li })).toMatchObject({
      rule: 'not-your-team',
    })
    await app.signIn('qian')
    expect((await app.call('exams.list', {})).rows).toEqual([])
    expect(await app.fail('exams.attempt', { attemptId: sheet.id })).toMatchObject({ rule: 'not-your-team' })
    expect(await app.fail('exams.invite', { id: exam.id, userIds: [wu] })).toMatchObject({ rule: 'exam-closed' })
  },
)

onEveryEngine(
  'an exam that is not passed may be sat again with other questions, and the best attempt counts',
  async (app) => {
    const { li, exam } = await examOf(app, [{ ...any, kind: 'single', count: 4, points: 25 }])
    await app.signIn('li')
    const first = await app.call('exams.sit', { examId: exam.id })
    await answerAll(app, first.id, first.questions, false)
    expect(await app.call('exams.handIn', { attemptId: first.id })).toMatchObject({ state: 'marked', score: 0 })
    const second = await app.call('exams.sit', { examId: exam.id })
    expect(second.place).toBe(2)
    expect(second.questions.map(({ text }) => text)).not.toEqual(first.questions.map(({ text }) => text))
    await answerAll(app, second.id, second.questions.slice(0, 2), true)
    expect(await app.call('exams.handIn', { attemptId: second.id })).toMatchObject({ score: 50 })
    expect(await app.fail('exams.sit', { examId: exam.id })).toMatchObject({ rule: 'exam-no-attempts' })
    expect(await app.call('exams.results', { from: MONTH, to: MONTH })).toMatchObject([
      { userId: li, score: 50, isPassed: false, attempts: 2 },
    ])
  },
)

onEveryEngine(
  'an exam outlives the end of the program, its time runs on, and a clock set back gives none',
  async (app) => {
    const { exam, zhao: _ } = await examOf(app, [{ ...any, kind: 'single', count: 2, points: 50 }])
    await app.signIn('li')
    const sheet = await app.call('exams.sit', { examId: exam.id })
    const key = await keyOf(app, sheet.id)
    const answer = { attemptId: sheet.id, place: 1, answer: { choices: key.get(1)?.right ?? [] } }
    expect(await app.call('exams.answer', answer)).toEqual({
      ...{ state: 'running', remainingMs: 30 * MINUTE, isLate: false },
    })
    // The program ends without a word and is started again twelve minutes later.
    await app.engine.close()
    app.wait(12 * MINUTE)
    await app.call('session.signIn', { login: 'li', password: 'correct horse battery' })
    const again = await app.call('exams.sit', { examId: exam.id })
    expect(again).toMatchObject({ id: sheet.id, remainingMs: 18 * MINUTE })
    expect(again.questions.map(({ text }) => text)).toEqual(sheet.questions.map(({ text }) => text))
    expect(again.questions[0]?.answer).toEqual({ choices: key.get(1)?.right, text: '' })
    app.wait(-60 * MINUTE)
    expect(await app.call('exams.tick', { attemptId: sheet.id })).toMatchObject({ remainingMs: 18 * MINUTE })
    app.wait(10 * MINUTE)
    expect(await app.call('exams.tick', { attemptId: sheet.id })).toMatchObject({ remainingMs: 8 * MINUTE })
    app.wait(9 * MINUTE)
    const late = { attemptId: sheet.id, place: 2, answer: { choices: key.get(2)?.right ?? [] } }
    expect(await app.call('exams.answer', late)).toEqual({ state: 'marked', remainingMs: 0, isLate: true })
    await app.signIn('zhao')
    const shown = await app.call('exams.show', { id: exam.id })
    expect(shown.people.find(({ name }) => name === 'li')).toMatchObject({
      ...{ score: 50, isPassed: false },
      attempts: [{ endedBy: 'time', clockBackMs: 60 * MINUTE, points: 50 }],
    })
  },
)

onEveryEngine('whoever never comes back is collected with the answers that were stored', async (app) => {
  const { exam } = await examOf(app, [{ ...any, kind: 'single', count: 2, points: 50 }])
  await app.signIn('wu')
  const sheet = await app.call('exams.sit', { examId: exam.id })
  const key = await keyOf(app, sheet.id)
  await app.call('exams.answer', { attemptId: sheet.id, place: 2, answer: { choices: key.get(2)?.right ?? [] } })
  await app.signIn('zhao')
  await app.call('exams.collect', { id: exam.id })
  expect(await app.fail('exams.cancel', { id: exam.id, reason: '改期' })).toMatchObject({ rule: 'exam-begun' })
  app.wait(31 * MINUTE)
  const before = await app.call('exams.show', { id: exam.id })
  expect(before.people.find(({ name }) => name === 'wu')?.attempts).toMatchObject([{ isOver: true }])
  const collected = await app.call('exams.collect', { id: exam.id })
  expect(collected.people[0]).toMatchObject({ score: 50, attempts: [{ state: 'marked', endedBy: 'time' }] })
})

onEveryEngine(
  'questions are kept in versions, retired, and imported from a table with each bad row named',
  async (app) => {
    await teams(app)
    await app.signIn('zhao')
    expect(await app.call('exams.adoptBank', {})).toEqual({ taken: 42 })
    expect(await app.call('exams.adoptBank', {})).toEqual({ taken: 0 })
    const page = await app.call('exams.questions', { limit: 40 })
    expect({ rows: page.rows.length, total: page.total, next: page.next }).toEqual({ rows: 40, total: 42, next: 40 })
    expect((await app.call('exams.questions', { after: 40 })).rows.map(({ number }) => number)).toEqual([41, 42])
    expect((await app.call('exams.questions', { topic: 'emotions', kind: 'short' })).rows).toHaveLength(1)
    const [first] = page.rows
    if (!first) throw new Error('no question')
    const { id, number: _, version: __, state: ___, isValid: ____, ...draft } = first
    const question = { ...draft, text: { zh: '标准问候语的第一句是？', en: '' } }
    expect(await app.call('exams.saveQuestion', { id, question, reason: '用语更新' })).toMatchObject({
      version: 2,
      versions: [
        { version: 2, reason: '用语更新', savedByName: 'zhao' },
        { version: 1, reason: '' },
      ],
    })
    expect(await app.fail('exams.saveQuestion', { question: { ...question, right: [7] } })).toMatchObject({
      rule: 'question-right',
    })
    expect(await app.call('exams.setQuestionState', { id, state: 'retired' })).toMatchObject({ state: 'retired' })
    expect((await app.call('exams.questions', {})).total).toBe(41)

    const file = path.join(app.folder, '题目.csv')
    const rows = [
      '题型,主题,难度,题目,选项,答案,有效期至',
      '单选题,票价,易,儿童票为成人票价的多少？,五折|七折|全价,A,2027-12-31',
      '单选题,票价,易,婴儿票为成人票价的多少？,一折|五折,D,',
      '问答题,票价,易,什么是联程票？,,,',
      '判断题,航班取消,中,取消后可以改签,,对,',
      '判断题,航班取消,中,取消后可以改签,,对,',
    ]
    fs.writeFileSync(file, `\ufeff${rows.join('\r\n')}\r\n`)
    expect(await app.call('exams.importQuestions', { file })).toEqual({
      ...{ read: 5, taken: 2 },
      rejected: [
        { row: 3, field: 'right', reason: 'question-right' },
        { row: 4, field: 'kind', reason: 'unknown-kind' },
        { row: 6, field: 'text', reason: 'question-known' },
      ],
    })
    fs.writeFileSync(file, '甲,乙\n1,2\n')
    expect(await app.fail('exams.importQuestions', { file })).toMatchObject({ rule: 'question-columns' })
  },
)

onEngine('sqlite', 'an exam keeps the questions it was set with, and a bank that is too small is told', async (app) => {
  const { exam, paperId, li } = await examOf(app, [{ ...any, topic: 'emotions', kind: 'short', count: 1, points: 10 }])
  const [asked] = (await app.call('exams.questions', { topic: 'emotions', kind: 'short' })).rows
  if (!asked) throw new Error('no question')
  await app.call('exams.setQuestionState', { id: asked.id, state: 'retired' })
  expect((await app.call('exams.papers', {}))[0]).toMatchObject({ missing: 1, questions: 1, outOf: 10 })
  const again = { paperId, title: '再考', month: MONTH, opensAt: app.now(), closesAt: app.now() + HOUR, userIds: [li] }
  expect(await app.fail('exams.publish', again)).toMatchObject({ rule: 'paper-too-few', params: { missing: 1 } })
  expect(await app.fail('exams.tryPaper', { id: paperId, seed: 1 })).toMatchObject({ rule: 'paper-too-few' })
  await app.signIn('li')
  const sheet = await app.call('exams.sit', { examId: exam.id })
  expect(sheet.questions[0]?.text).toEqual(asked.text)
  await app.signIn('sun')
  expect(await app.fail('exams.sit', { examId: exam.id })).toMatchObject({ rule: 'exam-not-invited' })
  expect(await app.fail('exams.tick', { attemptId: sheet.id })).toMatchObject({ rule: 'exam-not-yours' })
})

onEngine('sqlite', 'the figures of items come from what was marked', async (app) => {
  const { exam, zhao } = await examOf(app, [{ ...any, topic: 'delays', kind: 'single', count: 3, points: 10 }], {
    maxAttempts: 5,
  })
  for (const login of ['li', 'wu']) {
    await app.signIn(login)
    for (let i = 0; i < 5; i++) {
      const sheet = await app.call('exams.sit', { examId: exam.id })
      await answerAll(app, sheet.id, sheet.questions, false)
      await app.call('exams.handIn', { attemptId: sheet.id })
    }
  }
  await app.signIn('zhao')
  const items = await app.call('exams.items', { id: exam.id })
  expect(items).toHaveLength(3)
  expect(items[0]?.figures).toMatchObject({ answers: 10, difficulty: 0, verdict: 'tooHard' })
  expect(await app.call('exams.question', { id: items[0]?.questionId ?? '' })).toMatchObject({
    figures: { answers: 10, difficulty: 0 },
  })
  expect(await app.fail('exams.invite', { id: exam.id, userIds: [zhao, 'nobody' as never] })).toMatchObject({
    rule: 'not-your-team',
  })
})
