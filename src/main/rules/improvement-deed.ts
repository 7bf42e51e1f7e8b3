import { allow, type Decision, deny } from '../../shared/failure.ts'
import { type DeedForm, type DeedKind, PENALTY_FORMS, REWARD_FORMS } from '../../shared/improvements/loop-words.ts'
import type { Day } from '../../shared/time.ts'
import type { Viewer } from './access.ts'
import { addDays } from './days.ts'

type Deed = { userId: string; kind: DeedKind; form: DeedForm; day: Day }

const FORMS: Record<DeedKind, readonly DeedForm[]> = { reward: REWARD_FORMS, penalty: PENALTY_FORMS }

/** S4-143 S4-144: nobody rewards or penalises themselves, the form fits, and it is not dated ahead. */
export function canRecordDeed(viewer: Viewer, { userId, kind, form, day }: Deed, today: Day): Decision {
  if (viewer.id === userId) return deny('deed-self')
  if (!FORMS[kind].includes(form)) return deny('deed-form')
  return day < addDays(today, 1) ? allow : deny('improvement-future-day')
}

/** Leads see what is on everybody's record, others what is on their own. */
export function deedsOf(viewer: Viewer, asked: string | null): string | null {
  return viewer.role === 'agent' ? viewer.id : asked
}
