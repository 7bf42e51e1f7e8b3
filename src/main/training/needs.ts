import { z } from 'zod'
import { refuse } from '../../shared/failure.ts'
import type { UserId } from '../../shared/ids.ts'
import { TRAINING_TOPICS } from '../../shared/training/words.ts'
import { namesOf } from '../cases/case-file.ts'
import type { Handler } from '../engine/handler.ts'
import { type MarkedAnswer, needsOf } from '../rules/training-needs.ts'
import { parts } from '../store/parts.ts'
import type { Db } from '../store/types.ts'
import { findPlan, trainingsOf } from './queries.ts'

/** S3-79 S3-100: what examinations went badly in is proposed as training, with the people and what is planned already. */
export const needs: Handler<'training.needs'> = async ({ db }, { fromMonth, toMonth }) => {
  if (toMonth < fromMonth) refuse('training-months')
  const found = needsOf(await answersOf(db, fromMonth, toMonth))
  const names = await namesOf(
    db,
    found.flatMap(({ weak }) => weak.map(({ userId }) => userId)),
  )
  const plan = await findPlan(db, Number(toMonth.slice(0, 4)))
  const trainings = plan ? await trainingsOf(db, plan.id) : []
  return found.flatMap(({ topic: code, weak, ...need }) => {
    const topic = TRAINING_TOPICS.find((one) => one === code)
    if (topic === undefined) return []
    const people = weak.map(({ userId, percent }) => ({
      userId: userId as UserId,
      percent,
      name: names.get(userId) ?? '',
    }))
    const planned = trainings.filter(({ topics }) => z.array(z.string()).parse(JSON.parse(topics)).includes(topic))
    return [{ ...need, topic, weak: people, planned: planned.map(({ title }) => title) }]
  })
}

/** Every answer of the attempts that counted in some months, with the subject of its question. */
export async function answersOf(db: Db, fromMonth: string, toMonth: string): Promise<MarkedAnswer[]> {
  const results = await db
    .selectFrom('examResults')
    .select(['attemptId', 'userId'])
    .where('month', '>=', fromMonth)
    .where('month', '<=', toMonth)
    .execute()
  const person = new Map(results.map(({ attemptId, userId }) => [attemptId, userId]))
  const answers: MarkedAnswer[] = []
  for (const ids of parts([...person.keys()])) {
    const rows = await db
      .selectFrom('examAnswers')
      .innerJoin('examQuestions', 'examQuestions.id', 'examAnswers.questionId')
      .select(['attemptId', 'topic', 'points', 'outOf'])
      .where('attemptId', 'in', ids)
      .execute()
    for (const { attemptId, topic, points, outOf } of rows)
      answers.push({ topic, userId: person.get(attemptId) ?? '', points: points ?? 0, outOf })
  }
  return answers
}
