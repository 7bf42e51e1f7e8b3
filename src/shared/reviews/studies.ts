import { z } from 'zod'
import { caseId } from '../ids.ts'
import { instant } from '../time.ts'
import { STUDY_STATES } from './words.ts'

export const studyRow = z.object({
  id: z.string(),
  title: z.string(),
  state: z.enum(STUDY_STATES),
  category: z.string(),
  pickedAt: instant,
  releasedAt: instant.nullable(),
})
export type StudyRow = z.infer<typeof studyRow>

/** A case told for learning, without anybody's data. Where it came from is for leads and managers only. */
export const studyView = studyRow.extend({
  text: z.string(),
  lessons: z.string(),
  reason: z.string().nullable(),
  caseId: caseId.nullable(),
  caseNumber: z.string().nullable(),
  pickedByName: z.string().nullable(),
  releasedByName: z.string().nullable(),
  withdrawnReason: z.string().nullable(),
  /** Pieces of the text that still look like personal data, for whoever checks it. */
  suspects: z.array(z.string()),
  mayRelease: z.boolean(),
})
export type StudyView = z.infer<typeof studyView>
