import { expect, test } from 'vitest'
import { texts } from '../src/renderer/i18n/texts.ts'
import { literal, type Node, rendererSources } from './support/tsx-sources.ts'

const sources = rendererSources()

/** Words that are the same in every language, each with what it is. */
const SAME_EVERYWHERE = new Set([
  // What stands for a form of address in the desk's own greeting.
  '{title}',
])

const SPOKEN = new Set(['label', 'title', 'placeholder', 'alt', 'description', 'aria-label', 'aria-description'])

const hasWords = (text: string) => /\p{L}{2,}/u.test(text)

/** The plain text of a literal, or the plain parts of a template. */
function plainOf(node: Node | null | undefined): string {
  if (!node) return ''
  if (node.type === 'JSXExpressionContainer') return plainOf(node.expression as Node)
  if (node.type === 'TemplateLiteral')
    return (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked).join(' ')
  if (node.type === 'ConditionalExpression')
    return `${plainOf(node.consequent as Node)} ${plainOf(node.alternate as Node)}`
  return literal(node) ?? ''
}

function spokenIn(node: Node): string[] {
  if (node.type === 'JSXText') return [String(node.value).trim()]
  if (node.type === 'JSXAttribute') {
    const { name, value } = node as Node & { name: { name: string }; value: Node | null }
    return SPOKEN.has(String(name.name)) ? [plainOf(value)] : []
  }
  if (node.type === 'JSXElement' || node.type === 'JSXFragment')
    return (node.children as Node[]).filter(({ type }) => type === 'JSXExpressionContainer').map(plainOf)
  return []
}

test('no component says words of its own: all of them stand in the texts, in both languages', () => {
  const found = sources.flatMap(({ file, nodes }) =>
    nodes
      .flatMap(spokenIn)
      .filter((text) => hasWords(text) && !SAME_EVERYWHERE.has(text.trim()))
      .map((text) => `${file}: ${text}`),
  )
  expect(sources.length).toBeGreaterThan(400)
  expect(found).toEqual([])
})

type Tree = { readonly [key: string]: string | Tree }

const keysOf = (tree: Tree, path = ''): string[] =>
  Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'string' ? [`${path}${name}`] : keysOf(value, `${path}${name}.`),
  )

/** Groups whose sentences are chosen by what the desk answers: its refusals, wrong fields and things. */
const ANSWERED = /^(?:rules|issues|entities)\./

const spoken = new Set<string>()
const patterns = new Set<string>()
for (const { text: source, nodes } of sources) {
  if (source.includes('defineTexts(')) continue
  for (const node of nodes) {
    const text = literal(node)
    if (text !== undefined) spoken.add(text)
    if (node.type !== 'TemplateLiteral') continue
    const parts = (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked)
    if (parts.length > 1 && parts.some((part) => /[a-zA-Z]{2}/.test(part)))
      patterns.add(`^${parts.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.+')}$`)
  }
}
const made = [...patterns].map((pattern) => new RegExp(pattern))
const isUsed = (space: string, key: string) =>
  ANSWERED.test(key) ||
  [key, `${space}:${key}`].some((name) => spoken.has(name) || made.some((pattern) => pattern.test(name)))

test('every sentence is said somewhere', () => {
  const idle = Object.entries(texts).flatMap(([space, { zh }]) =>
    keysOf(zh)
      .filter((key) => !isUsed(space, key))
      .map((key) => `${space}:${key}`),
  )
  expect(idle).toEqual([])
})

test('no sentence is empty, and each asks for the same values in both languages', () => {
  // A name in both languages comes as two values, of which a sentence takes the one of its language.
  const isSide = (name: string | undefined) => name === 'zh' || name === 'en'
  const valuesIn = (text: string) =>
    [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => (isSide(name) ? 'side' : name)).toSorted()
  const at = (tree: Tree, key: string) =>
    key.split('.').reduce<string | Tree>((one, name) => (typeof one === 'string' ? one : (one[name] ?? '')), tree)
  const wrong = Object.entries(texts).flatMap(([space, { zh, en }]) =>
    keysOf(zh)
      .filter((key) => {
        const [chinese, english] = [String(at(zh, key)), String(at(en, key))]
        const isSame = String([...new Set(valuesIn(chinese))]) === String([...new Set(valuesIn(english))])
        return chinese.trim() === '' || english.trim() === '' || !isSame
      })
      .map((key) => `${space}:${key}`),
  )
  expect(wrong).toEqual([])
})

test('every full key that a source names is there', () => {
  const spaces = new Set(Object.keys(texts))
  const all = new Set(Object.entries(texts).flatMap(([space, { zh }]) => keysOf(zh).map((key) => `${space}:${key}`)))
  const named = [...spoken].filter(
    (text) => /^[a-zA-Z]+:[a-zA-Z][\w.-]*$/.test(text) && spaces.has(text.split(':')[0] ?? ''),
  )
  expect(named.length).toBeGreaterThan(80)
  expect(named.filter((text) => !all.has(text))).toEqual([])
})
