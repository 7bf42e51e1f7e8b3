import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type MarkedAnswer, needsOf } from '../src/main/rules/training-needs.ts'
import type { QuestionDraft } from '../src/shared/exams/model.ts'
import { HOUR } from '../src/shared/time.ts'
import { onEveryEngine } from './app.ts'
import { inStore } from './cases-fixtures.ts'
import { teams } from './people-fixtures.ts'

onEveryEngine(
  'subjects that went badly in the month’s examinations are proposed as training, with who was weak in them',
  async (app) => {
    const { li, wu } = await teams(app)
    await app.signIn('zhao')
    await app.call('exams.adoptBank', {})
    const blueprint = [{ topic: 'complaintHandling', difficulty: null, kind: 'single', count: 2, points: 50 }] as const
    const paper = { title: '演示：投诉处理', blueprint: [...blueprint], minutes: 30, passMark: 60, maxAttempts: 1 }
    const { id: paperId } = await app.call('exams.savePaper', { paper })
    const exam = await app.call('exams.publish', {
      ...{ paperId, title: '演示：投诉处理测评', month: '2026-09', opensAt: app.now(), closesAt: app.now() + 2 * HOUR },
      userIds: [li, wu],
    })
    for (const login of ['li', 'wu']) {
      await app.signIn(login)
      const { id, questions } = await app.call('exams.sit', { examId: exam.id })
      const keys = await inStore(app, (db) =>
        db.selectFrom('examQuestionVersions').select(['questionId', 'body']).execute(),
      )
      const drawn = await inStore(app, (db) =>
        db.selectFrom('examAnswers').select(['place', 'questionId']).where('attemptId', '=', id).execute(),
      )
      for (const { place, options } of questions) {
        const questionId = drawn.find((one) => one.place === place)?.questionId
        const key = JSON.parse(keys.find((one) => one.questionId === questionId)?.body ?? '{}') as QuestionDraft
        const wrong = options.map((one) => one.place).filter((at) => !key.right?.includes(at))
        const choices = login === 'li' ? (key.right ?? []) : wrong.slice(0, 1)
        await app.call('exams.answer', { attemptId: id, place, answer: { choices, text: '' } })
      }
      await app.call('exams.handIn', { attemptId: id })
    }
    expect(await app.fail('training.needs', { fromMonth: '2026-09', toMonth: '2026-09' })).toEqual({
      code: 'FORBIDDEN',
    })
    await app.signIn('zhao')
    expect(await app.call('training.needs', { fromMonth: '2026-01', toMonth: '2026-09' })).toEqual([
      {
        ...{ topic: 'complaintHandling', answers: 4, people: 2, percent: 50, planned: [] },
        weak: [{ userId: wu, name: 'wu', percent: 0 }],
      },
    ])
    expect(await app.call('training.needs', { fromMonth: '2026-10', toMonth: '2026-10' })).toEqual([])
    expect(await app.fail('training.needs', { fromMonth: '2026-10', toMonth: '2026-09' })).toMatchObject({
      rule: 'training-months',
    })
  },
)

const answer = fc.record<MarkedAnswer>({
  topic: fc.constantFrom('fares', 'routes', 'delays'),
  userId: fc.constantFrom('a', 'b', 'c'),
  points: fc.integer({ min: 0, max: 10 }),
  outOf: fc.constant(10),
})

test('a subject is a need only below 70 % of the points of three answers or more, and a right answer never makes it worse', () => {
  fc.assert(
    fc.property(fc.array(answer, { maxLength: 30 }), (answers) => {
      const needs = needsOf(answers)
      for (const { topic, answers: count, percent, weak } of needs) {
        expect(count).toBe(answers.filter((one) => one.topic === topic).length)
        expect(count >= 3 && percent < 70).toBe(true)
        expect(weak.every((one) => one.percent < 70)).toBe(true)
        const better = needsOf([...answers, { topic, userId: 'a', points: 10, outOf: 10 }])
        expect(better.find((one) => one.topic === topic)?.percent ?? 100).toBeGreaterThanOrEqual(percent)
      }
      const percents = needs.map(({ percent }) => percent)
      expect(percents).toEqual([...percents].sort((a, b) => a - b))
    }),
  )
})
