import type { Push } from '../../shared/bridge.ts'
import type { NoticePlace } from '../../shared/notices/places.ts'
import { say } from '../i18n/use-t.ts'
import { useSession } from '../session/store.ts'
import { go } from './navigation.ts'
import { tellKept } from './notify.ts'
import { useOverlays } from './overlays.ts'

/** Goes to what a notice speaks of; the desk's own overlays make way for it. */
export function goTo({ page, params }: NoticePlace): void {
  useOverlays.setState({ personal: null, isSearching: false, isShowingKeys: false })
  go(page, params)
}

/** Leads whoever was told to the place; a form that is being filled in is not taken from anybody. */
export function openTold({ userId, place }: Extract<Push, { kind: 'go' }>): void {
  if (useSession.getState().user?.id !== userId) return
  const { personal, isSearching, isShowingKeys } = useOverlays.getState()
  const isOwn = personal !== null || isSearching || isShowingKeys
  if (!isOwn && document.querySelector('[aria-modal="true"]') !== null) tellKept(say('ui', 'shell.toldLater'))
  else goTo(place)
}
