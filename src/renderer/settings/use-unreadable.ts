import { useQuery } from '../use-query.ts'

/** Which settings cannot be read, as far as they are the signed-in person's to save again. */
export function useUnreadable() {
  return useQuery('settings.unreadable', {}, { topics: ['session', 'settings', 'trust', 'backups', 'policies'] })
}
