import type { Role } from '../../shared/roles.ts'
import { plainText } from '../../shared/search/tokens.ts'
import type { FullKey } from '../i18n/use-t.ts'
import { type PageId, type PageSpec, pagesFor } from '../pages.ts'
import { shortcutsFor } from '../ui/all-shortcuts.ts'
import type { Shortcut } from '../ui/keys.ts'
import type { ListedShortcut } from '../ui/shortcut-list.ts'

type Asked = {
  typed: string
  role: Role | undefined
  /** What works right now. */
  shortcuts: readonly Pick<Shortcut, 'id' | 'keys' | 'label' | 'group' | 'inPalette'>[]
  full: (key: FullKey) => string
}

/** A command that works right now (`page` is not set), or one that works as soon as its page is open. */
export type CommandHit = { id: string; keys: string; label: string; group: string; page?: ListedShortcut['page'] }
export type PageHit = { id: PageId; label: string; spec: PageSpec }

/** While something is typed, no more of each than this stand above what the store answers. */
const MOST_WHILE_TYPING = 5

/** Pages of the role and commands that the typed text may mean, by their names in the language in use and their own ids. */
export function localHits({ typed, role, shortcuts, full }: Asked): { pages: PageHit[]; commands: CommandHit[] } {
  const text = plainText(typed.trim())
  const means = (...names: string[]) => names.some((name) => plainText(name).includes(text))
  const first = <T>(hits: T[]) => (text === '' ? hits : hits.slice(0, MOST_WHILE_TYPING))
  const pages = (role === undefined ? [] : pagesFor(role))
    .map(({ id, spec }) => ({ id, spec, label: full(spec.title) }))
    .filter(({ id, label }) => means(label, id))
  const now = shortcuts.filter(({ inPalette }) => inPalette !== false)
  const elsewhere = (role === undefined ? [] : shortcutsFor(role))
    .filter(({ isEntry }) => isEntry)
    .map(({ id, keys, label, group, page }) => ({ id, keys, label: full(label), group: full(group), page }))
  const commands = [...new Map<string, CommandHit>([...elsewhere, ...now].map((one) => [one.id, one])).values()]
  // What works here stands before what leads to another page.
  const ordered = [...commands].sort((a, b) => Number(a.page !== undefined) - Number(b.page !== undefined))
  return { pages: first(pages), commands: first(ordered.filter(({ id, label, group }) => means(label, group, id))) }
}
