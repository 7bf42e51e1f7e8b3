import { z } from 'zod'
import { call } from '../contract.ts'
import { userId } from '../ids.ts'
import { LEAD_ROLES } from '../roles.ts'
import { TRAINING_TOPICS } from './words.ts'

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, { message: 'month' })
const percent = z.number().min(0).max(100)

/** A subject in which examinations went badly, who had most trouble with it, and whether a training is planned. */
export const trainingNeed = z.object({
  topic: z.enum(TRAINING_TOPICS),
  answers: z.number().int(),
  people: z.number().int(),
  /** Points won of those that could be won. */
  percent,
  weak: z.array(z.object({ userId, name: z.string(), percent })),
  /** Trainings of the year's plan that are about it. */
  planned: z.array(z.string()),
})
export type TrainingNeed = z.infer<typeof trainingNeed>

/** What examinations say about what people should be trained in. */
export const trainingNeeds = {
  needs: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '由考核薄弱知识点提出培训需求', en: 'Training needs from weak exam subjects' },
    input: z.object({ fromMonth: month, toMonth: month }),
    output: z.array(trainingNeed),
  }),
}
