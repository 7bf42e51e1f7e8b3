import type { SavedView } from '../../../shared/views/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { useShortcut } from '../../ui/keys.ts'
import { applyView, useSavedViews, withKeys } from './saved-views.ts'

/** Alt with a digit opens the view that has it, from every page. */
export function ViewKeys() {
  return withKeys(useSavedViews()).map(({ view, digit }) => <ViewKey key={view.id} view={view} digit={digit} />)
}

function ViewKey({ view, digit }: { view: SavedView; digit: number }) {
  const t = useT('queue')
  useShortcut(
    {
      id: `queue.view.${view.id}`,
      keys: `alt+${digit}`,
      label: t('views.apply', { name: view.name }),
      group: t('views.title'),
    },
    () => applyView(view),
  )
  return null
}
