import type { SavedView, ViewQuery } from '../../../shared/views/model.ts'
import { go } from '../../ui/navigation.ts'
import { useQuery } from '../../use-query.ts'
import { useQueueView } from '../store.ts'

/** The views a person can choose from: own first; of two with one key the own one has it. */
export function useSavedViews(): SavedView[] {
  const { data = [] } = useQuery('views.list', {}, { topics: ['queue'] })
  return data
}

/** Each key once: the first view in the list that claims it. */
export function withKeys(views: readonly SavedView[]): { view: SavedView; digit: number }[] {
  const byDigit = new Map<number, SavedView>()
  for (const view of views) if (view.digit !== null && !byDigit.has(view.digit)) byDigit.set(view.digit, view)
  return [...byDigit].map(([digit, view]) => ({ view, digit }))
}

/** Shows the queue as the view says. */
export function applyView({ query }: Pick<SavedView, 'query'>): void {
  const { quick, order, group, more, what, team, text } = query
  useQueueView.getState().set({ quick, order, group, more, what, team, part: null })
  go('cases', text === '' ? {} : { search: text })
}

/** How the queue is looked at now, as a view keeps it. */
export function presentView(text: string): ViewQuery {
  const { quick, order, group, more, what, team } = useQueueView.getState()
  return { quick, order, group, more, what, team, text }
}
