import { useEffect } from 'react'
import { onPush } from '../client.ts'
import { useFullT, useT } from '../i18n/use-t.ts'
import { type PageId, type PageSpec, pagesFor } from '../pages.ts'
import { useSession } from '../session/store.ts'
import { CheatSheet } from './CheatSheet.tsx'
import { runShortcut, useShortcut } from './keys.ts'
import { useNavigation } from './navigation.ts'
import { useOverlays } from './overlays.ts'
import { openTold } from './told-places.ts'
import { lockDesk } from './UserMenu.tsx'

function PageKey({ id, spec }: { id: PageId; spec: PageSpec }) {
  const t = useT('ui')
  const full = useFullT()
  const label = full(spec.title)
  const go = useNavigation((state) => state.go)
  useShortcut({ id: `page.${id}`, keys: spec.keys, label, group: t('shell.pages'), inPalette: false }, () => go(id))
  return null
}

/** The shell's own shortcuts, one for every page among them, and the sheet that lists all. */
export function DeskKeys() {
  const t = useT('ui')
  const role = useSession((state) => state.user?.role)
  const back = useNavigation((state) => state.back)
  const { isShowingKeys, showKeys, showSearch } = useOverlays()
  const group = t('shell.desk')
  useShortcut({ id: 'shell.palette', keys: 'mod+k', label: t('shell.palette'), group, inPalette: false }, () =>
    showSearch(true),
  )
  useShortcut({ id: 'shell.keys', keys: '?', label: t('shell.keys'), group }, () => showKeys(true))
  useShortcut({ id: 'shell.back', keys: 'alt+arrowleft', label: t('shell.goBack'), group }, back)
  useShortcut({ id: 'shell.lock', keys: 'mod+l', label: t('shell.lock'), group }, () => void lockDesk('asked'))
  const list = role === undefined ? [] : pagesFor(role)
  useEffect(
    () =>
      onPush((push) => {
        if (push.kind === 'command') runShortcut(push.command)
        if (push.kind === 'go') openTold(push)
      }),
    [],
  )
  return (
    <>
      {list.map(({ id, spec }) => (
        <PageKey key={id} id={id} spec={spec} />
      ))}
      <CheatSheet isOpen={isShowingKeys} onClose={() => showKeys(false)} />
    </>
  )
}
