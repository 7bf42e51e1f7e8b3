import { call } from '../../client.ts'
import type { SavedMeanwhile } from './ChangedMeanwhile.tsx'

/** The draft as it is saved now, by whom and when; null when it cannot be read. */
export async function newestDraft(id: string): Promise<SavedMeanwhile | null> {
  const read = await call('policies.show', { id })
  if (!read.ok) return null
  const last = read.value.history.at(-1)
  return last ? { revision: read.value.revision, by: last.actorName, at: last.at } : null
}

/** The calendar as it is saved now, by whom and when; null when it cannot be read. */
export async function newestCalendar(id: string): Promise<SavedMeanwhile | null> {
  const read = await call('calendars.show', { id })
  if (!read.ok) return null
  const [last] = read.value.history
  return last ? { revision: read.value.version, by: last.actorName, at: last.at } : null
}
