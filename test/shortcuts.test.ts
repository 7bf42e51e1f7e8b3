import { expect, test } from 'vitest'
import { pages, pagesFor } from '../src/renderer/pages.ts'
import { localHits } from '../src/renderer/search/local-hits.ts'
import { allShortcuts, shortcutsFor } from '../src/renderer/ui/all-shortcuts.ts'
import { SHORTCUTS } from '../src/renderer/ui/shortcut-list.ts'
import { ROLES } from '../src/shared/roles.ts'
import { isCombo } from '../src/shared/settings/combos.ts'
import { literal, member, type Node, type Parsed, rendererSources } from './support/tsx-sources.ts'

/** Keys that stay where everybody expects them are not for changing. */
const STAYS = /^(?:|escape|enter|mod\+enter)$/

/** Made of data, or one for each member of a list: what they are made of stands in the list of shortcuts. */
const MADE = new Set(['page', 'macros.run', 'queue.view', 'knowledge.use', 'outreach', 'promises', 'cases.act'])

/** The names by which texts are read in a file, with their features. */
function spacesOf({ nodes }: Parsed): Map<string, string> {
  const spaces = new Map<string, string>()
  for (const { type, id, init } of nodes as (Node & { id?: { name?: string }; init?: Node })[]) {
    const call = init as { callee?: { name?: string }; arguments?: Node[] } | null | undefined
    const space = literal(call?.arguments?.[0])
    if (type === 'VariableDeclarator' && call?.callee?.name === 'useT' && id?.name && space) spaces.set(id.name, space)
  }
  return spaces
}

/** Shortcuts that a source makes under a plain id, with their keys, and their labels where those are plain too. */
function shortcutsIn(source: Parsed): { id: string; keys: string; label: string | null }[] {
  const spaces = spacesOf(source)
  const constants = new Map(
    (source.nodes as (Node & { id?: { name?: string }; init?: unknown })[])
      .filter(({ type }) => type === 'VariableDeclarator')
      .map(({ id, init }) => [id?.name, literal(init)] as const),
  )
  return source.nodes.flatMap((node) => {
    const [id, keys, label] = ['id', 'keys', 'label'].map((name) => member(node, name))
    const found = literal(keys) ?? constants.get((keys as { name?: string } | undefined)?.name)
    const called = label as { callee?: { name?: string }; arguments?: Node[] } | undefined
    const space = spaces.get(called?.callee?.name ?? '')
    const key = literal(called?.arguments?.[0])
    const plain = literal(id)
    if (plain === undefined || found === undefined) return []
    return [{ id: plain, keys: found, label: space && key ? `${space}:${key}` : null }]
  })
}

const made = rendererSources()
  .filter(({ file, text }) => text.includes('useShortcut(') && file !== 'ui/keys.ts')
  .flatMap(shortcutsIn)

test('every shortcut that the program makes stands in the list with its keys and its name', () => {
  expect(made.length).toBeGreaterThan(60)
  const listed = new Map(SHORTCUTS.map((one) => [one.id, one]))
  const wrong = made
    .filter(({ keys }) => !STAYS.test(keys))
    .filter(({ id, keys, label }) => {
      const one = listed.get(id)
      return one?.keys !== keys || (label !== null && one.label !== label)
    })
  expect(wrong).toEqual([])
})

test('nothing stands in the list that the program does not make', () => {
  const ids = new Set(made.map(({ id }) => id))
  const idle = SHORTCUTS.filter(({ id }) => !ids.has(id) && !MADE.has(id.slice(0, id.lastIndexOf('.'))))
  expect(idle).toEqual([])
  expect(SHORTCUTS.filter(({ keys }) => !isCombo(keys))).toEqual([])
  expect(new Set(SHORTCUTS.map(({ id }) => id)).size).toBe(SHORTCUTS.length)
})

test('two shortcuts of one page that are both for its open list never have the same keys', () => {
  const twins = SHORTCUTS.filter((one) =>
    SHORTCUTS.some(
      (other) =>
        other.id !== one.id && other.keys === one.keys && other.page === one.page && other.isEntry && one.isEntry,
    ),
  )
  expect(twins).toEqual([])
})

const full = (key: string) => key

test('every page of a role and every command of its pages is found in the palette', () => {
  for (const role of ROLES) {
    const missing = [
      ...pagesFor(role).filter(
        ({ id, spec }) =>
          !localHits({ typed: spec.title, role, shortcuts: [], full }).pages.some((hit) => hit.id === id),
      ),
      ...shortcutsFor(role)
        .filter(({ isEntry }) => isEntry)
        .filter(({ id }) => !localHits({ typed: id, role, shortcuts: [], full }).commands.some((hit) => hit.id === id)),
      ...made
        .map((one) => ({ ...one, label: one.id, group: '' }))
        .filter(
          (one) => !localHits({ typed: one.id, role, shortcuts: [one], full }).commands.some(({ id }) => id === one.id),
        ),
    ]
    expect(missing).toEqual([])
  }
})

test('what works here stands before what opens another page, and each once', () => {
  const here = { id: 'todos.add', keys: 'alt+n', label: 'todos:add', group: 'todos:title' }
  const { commands } = localHits({ typed: '', role: 'agent', shortcuts: [here], full })
  expect(commands[0]).toEqual(here)
  expect(commands.filter(({ id }) => id === here.id)).toHaveLength(1)
  expect(commands.find(({ id }) => id === 'knowledge.write')).toMatchObject({ page: 'knowledge' })
})

test('a person sees every shortcut that they may change: those of their pages, and none of others’', () => {
  const mine = allShortcuts('agent', new Map(), full).map(({ id }) => id)
  expect(mine).toContain('page.todos')
  expect(mine).toContain('members.call')
  expect(mine.filter((id) => id.startsWith('users.') || id === 'page.audit')).toEqual([])
  const view = { id: 'queue.view.a', keys: 'alt+1', label: '我的', group: '视图' }
  expect(allShortcuts('agent', new Map([[view.id, view]]), full)).toContainEqual(view)
  const all = ROLES.flatMap((role) => allShortcuts(role, new Map(), full).map(({ id }) => id))
  expect(Object.keys(pages).filter((id) => !all.includes(`page.${id}`))).toEqual([])
})
