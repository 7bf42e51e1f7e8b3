import type { PolicyDetail } from '../../../shared/policies/model.ts'
import { call } from '../../client.ts'
import type { SavedMeanwhile } from './ChangedMeanwhile.tsx'

/** A draft as somebody else saved it. */
export type SavedDraft = SavedMeanwhile & Pick<PolicyDetail, 'effectiveFrom' | 'body'>

/** The draft as it is saved now, by whom and when; null when it cannot be read. */
export async function newestDraft(id: string): Promise<SavedDraft | null> {
  const read = await call('policies.show', { id })
  if (!read.ok) return null
  const { revision, effectiveFrom, body, history } = read.value
  const last = history.at(-1)
  return last ? { revision, effectiveFrom, body, by: last.actorName, at: last.at } : null
}

/** The calendar as it is saved now, by whom and when; null when it cannot be read. */
export async function newestCalendar(id: string): Promise<SavedMeanwhile | null> {
  const read = await call('calendars.show', { id })
  if (!read.ok) return null
  const [last] = read.value.history
  return last ? { revision: read.value.version, by: last.actorName, at: last.at } : null
}
