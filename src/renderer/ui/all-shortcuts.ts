import type { Role } from '../../shared/roles.ts'
import { type FullKey, useFullT } from '../i18n/use-t.ts'
import { pagesFor } from '../pages.ts'
import { useSession } from '../session/store.ts'
import { runShortcut, useShortcutList } from './keys.ts'
import { go } from './navigation.ts'
import { type KnownShortcut, useOwnKeys } from './own-keys.ts'
import { type ListedShortcut, SHORTCUTS } from './shortcut-list.ts'

/** Shortcuts of the program that a role has. */
export function shortcutsFor(role: Role): readonly ListedShortcut[] {
  const pages = new Set<string>(pagesFor(role).map(({ id }) => id))
  return SHORTCUTS.filter(({ page }) => page === null || pages.has(page))
}

/** Every shortcut with changeable keys, by its name: those of the list, of the pages, and what was met besides, as saved views. */
export function allShortcuts(
  role: Role,
  met: ReadonlyMap<string, KnownShortcut>,
  full: (key: FullKey) => string,
): KnownShortcut[] {
  const listed = shortcutsFor(role).map(({ id, keys, label, group }) => ({
    ...{ id, keys },
    ...{ label: full(label), group: full(group) },
  }))
  const opens = pagesFor(role).map(({ id, spec }) => ({
    ...{ id: `page.${id}`, keys: spec.keys },
    ...{ label: full(spec.title), group: full('ui:shell.pages') },
  }))
  return [...new Map([...opens, ...listed, ...met.values()].map((one) => [one.id, one])).values()]
}

/** The shortcuts of the signed-in person. */
export function useAllShortcuts(): KnownShortcut[] {
  const full = useFullT()
  const role = useSession((state) => state.user?.role)
  const met = useOwnKeys((state) => state.known)
  return role === undefined ? [] : allShortcuts(role, met, full)
}

/** A page reads its code and its data before its commands work; after this long it is given up. */
const WAIT_MS = 5000

/** Opens the page of a command and gives the command there. */
export function runOnPage({ id, page }: Pick<ListedShortcut, 'id' | 'page'>): void {
  if (page !== null) go(page)
  const isThere = () => useShortcutList.getState().shortcuts.some((one) => one.id === id)
  if (isThere()) {
    runShortcut(id)
    return
  }
  const stop = useShortcutList.subscribe(() => {
    if (!isThere()) return
    stop()
    clearTimeout(timer)
    // What it does may want elements that are painted after it was registered.
    requestAnimationFrame(() => runShortcut(id))
  })
  const timer = setTimeout(stop, WAIT_MS)
}
