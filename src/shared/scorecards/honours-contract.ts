import { z } from 'zod'
import { call } from '../contract.ts'
import { userId } from '../ids.ts'
import { DESK_ROLES, LEAD_ROLES } from '../roles.ts'
import { language } from '../session/model.ts'
import { day, instant } from '../time.ts'
import { remark, written } from '../written.ts'

const id = z.string().min(1).max(64)
const changes = ['scorecards'] as const

export const commendation = z.object({
  id: z.string(),
  number: z.string(),
  userId,
  name: z.string(),
  /** The month whose result it honours. */
  month: z.string().nullable(),
  title: z.string(),
  reason: z.string(),
  prize: z.string(),
  prizeFen: z.number().int(),
  givenDay: day,
  givenByName: z.string(),
})
export type Commendation = z.infer<typeof commendation>

export const trainingReward = z.object({
  id: z.string(),
  userId,
  name: z.string(),
  trainingId: z.string(),
  title: z.string(),
  startsAt: instant,
  month: z.string().nullable(),
  reason: z.string(),
  givenAt: instant,
  givenByName: z.string(),
})
export type TrainingReward = z.infer<typeof trainingReward>

/** What good work brings besides money: commendations with certificate and prize, and places in trainings (S3-113, S3-115). */
export const honours = {
  list: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: { zh: '列出表彰与培训奖励', en: 'List commendations and training rewards' },
    input: z.object({ limit: z.number().int().min(1).max(500).default(200) }),
    output: z.object({ commendations: z.array(commendation), rewards: z.array(trainingReward) }),
  }),
  commend: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '表彰员工', en: 'Commend a person' },
    input: z.object({
      userId,
      cardId: id.optional(),
      title: written(60),
      reason: written(500),
      prize: remark(120),
      prizeFen: z.number().int().min(0).max(100_000_000).default(0),
      givenDay: day,
    }),
    output: commendation,
    changes,
  }),
  certificate: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '打印荣誉证书（PDF）', en: 'Print the certificate of a commendation (PDF)' },
    input: z.object({ id, language: language.default('zh-CN'), out: z.string().min(1).max(1000) }),
    output: z.object({ id: z.string(), fileName: z.string(), sha256: z.string() }),
    changes: ['exports'],
    heavy: true,
  }),
  openSessions: call({
    kind: 'query',
    access: LEAD_ROLES,
    summary: { zh: '列出可作为奖励的培训名额', en: 'List the coming trainings that can be given as a reward' },
    input: z.object({}),
    output: z.array(z.object({ sessionId: z.string(), title: z.string(), startsAt: instant })),
  }),
  rewardTraining: call({
    kind: 'command',
    access: LEAD_ROLES,
    summary: { zh: '以培训名额作为奖励', en: 'Give a place in a training as a reward' },
    input: z.object({ userId, sessionId: id, cardId: id.optional(), reason: written(500) }),
    output: trainingReward,
    changes: ['scorecards', 'training'],
  }),
}
