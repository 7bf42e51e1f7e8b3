import { IconCommand } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { plainText } from '../../shared/search/tokens.ts'
import { useFullT } from '../i18n/use-t.ts'
import { pagesFor } from '../pages.ts'
import { useSession } from '../session/store.ts'
import { useShortcutList } from '../ui/keys.ts'
import { go } from '../ui/navigation.ts'

/** A page or a command that the typed text may mean. */
export type LocalHit = { id: string; label: string; keys: string; icon: ReactNode; run: () => void }

/** While something is typed, no more of each than this stand above what the store answers. */
const MOST_WHILE_TYPING = 5

/** Pages of the role and commands that work right now, by their names in the language in use and their own ids. */
export function useLocalHits(typed: string): { pages: LocalHit[]; commands: LocalHit[] } {
  const full = useFullT()
  const role = useSession((state) => state.user?.role)
  const shortcuts = useShortcutList((state) => state.shortcuts)
  const text = plainText(typed.trim())
  const means = (...names: string[]) => names.some((name) => plainText(name).includes(text))
  const first = (hits: LocalHit[]) => (text === '' ? hits : hits.slice(0, MOST_WHILE_TYPING))
  const pages = (role === undefined ? [] : pagesFor(role))
    .map(({ id, spec }) => ({
      id: `page.${id}`,
      label: full(spec.title),
      keys: spec.keys,
      icon: <spec.icon size={16} stroke={1.7} />,
      run: () => go(id),
      names: [id],
    }))
    .filter(({ label, names }) => means(label, ...names))
  const commands = [...new Map(shortcuts.map((one) => [one.id, one])).values()]
    .filter((one) => one.inPalette !== false && means(one.label, one.group, one.id))
    .map((one) => ({
      id: one.id,
      label: one.label,
      keys: one.keys,
      icon: <IconCommand size={16} stroke={1.7} />,
      run: one.run,
    }))
  return { pages: first(pages), commands: first(commands) }
}
