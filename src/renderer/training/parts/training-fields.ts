import type { UserId } from '../../../shared/ids.ts'
import type { TrainingDraft } from '../../../shared/training/model.ts'

/** A training while its form is filled in: who answers for it may still be missing. */
export type Fields = Omit<TrainingDraft, 'responsibleId'> & { responsibleId: UserId | null }

/** The form of a new training of a year. */
export const blankFields = (year: number): Fields => ({
  title: '',
  goal: '',
  content: '',
  kind: 'service',
  topics: [],
  way: 'internal',
  teacher: '',
  studyIds: [],
  schedule: { firstDay: `${year}-12-01`, minute: 14 * 60, minutes: 90, repeat: 'once', times: 1 },
  place: '',
  budgetFen: 0,
  responsibleId: null,
  passMark: 60,
})

/** What a part of the form shows, and how it says what was changed. */
export type FieldsProps = { fields: Fields; set: (change: Partial<Fields>) => void }
