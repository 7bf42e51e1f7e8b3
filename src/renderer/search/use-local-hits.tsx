import { IconCommand } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useFullT } from '../i18n/use-t.ts'
import { useSession } from '../session/store.ts'
import { runOnPage } from '../ui/all-shortcuts.ts'
import { runShortcut, useShortcutList } from '../ui/keys.ts'
import { go } from '../ui/navigation.ts'
import { localHits } from './local-hits.ts'

/** A page or a command that the typed text may mean. */
export type LocalHit = { id: string; label: string; keys: string; icon: ReactNode; run: () => void }

/** Pages of the role, commands that work right now, and those of other pages, which are opened for them. */
export function useLocalHits(typed: string): { pages: LocalHit[]; commands: LocalHit[] } {
  const full = useFullT()
  const role = useSession((state) => state.user?.role)
  const shortcuts = useShortcutList((state) => state.shortcuts)
  const { pages, commands } = localHits({ typed, role, shortcuts, full })
  return {
    pages: pages.map(({ id, label, spec }) => ({
      ...{ id: `page.${id}`, label, keys: spec.keys },
      icon: <spec.icon size={16} stroke={1.7} />,
      run: () => go(id),
    })),
    commands: commands.map(({ id, label, group, keys, page }) => ({
      ...{ id, keys },
      label: page === undefined ? label : `${group} · ${label}`,
      icon: <IconCommand size={16} stroke={1.7} />,
      run: () => (page === undefined ? runShortcut(id) : runOnPage({ id, page })),
    })),
  }
}
