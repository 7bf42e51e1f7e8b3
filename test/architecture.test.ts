import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const ROOT = path.resolve(import.meta.dirname, '..')

type Source = { file: string; text: string; imports: string[] }

const sources: Source[] = ['src', 'migrations']
  .flatMap((folder) => walk(path.join(ROOT, folder)))
  .map((file) => {
    const text = fs.readFileSync(file, 'utf8')
    return { file: path.relative(ROOT, file), text, imports: importsOf(file, text) }
  })

function walk(folder: string): string[] {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name)
    if (entry.isDirectory()) return walk(full)
    return /\.(ts|tsx|mts)$/.test(entry.name) ? [full] : []
  })
}

/** Project files as paths from the root, packages by name. */
function importsOf(file: string, text: string): string[] {
  const found = text.matchAll(
    /^import\s+(?:type\s+)?[^'";]*?from\s+'([^']+)'|^import\s+'([^']+)'|^export\s+(?:type\s+)?(?:\*|\{)[^'";]*?from\s+'([^']+)'|\bimport\('([^']+)'\)/gm,
  )
  return [...found].map((match) => {
    const name = match.slice(1).find((group) => group !== undefined) ?? ''
    return name.startsWith('.') ? path.relative(ROOT, path.resolve(path.dirname(file), name)) : name
  })
}

const under = (folder: string) => sources.filter(({ file }) => file.startsWith(folder))

/** Every import in a set of files that is not allowed there. */
function strangers(files: Source[], isAllowed: (name: string, file: string) => boolean): string[] {
  return files.flatMap(({ file, imports }) =>
    imports.filter((name) => !isAllowed(name, file)).map((name) => `${file} → ${name}`),
  )
}

test('shared words import nothing but themselves and zod', () => {
  expect(strangers(under('src/shared/'), (name) => name.startsWith('src/shared/') || name === 'zod')).toEqual([])
})

test('rules import only shared words, rules and shipped data', () => {
  const isAllowed = (name: string) =>
    /^src\/(shared|main\/rules)\//.test(name) ||
    name.startsWith('resources/') ||
    name === 'zod' ||
    name === 'pinyin-pro'
  expect(strangers(under('src/main/rules/'), isAllowed)).toEqual([])
})

test('nothing in shared and rules reads a clock or throws dice', () => {
  const impure = [...under('src/shared/'), ...under('src/main/rules/')].filter(({ text }) =>
    /\bDate\.now\(|\bMath\.random\(|\bnew Date\(\)|\brandomUUID\(/.test(text),
  )
  expect(impure.map(({ file }) => file)).toEqual([])
})

test('the page imports shared words and its own files only', () => {
  const isOurs = (name: string) => name.startsWith('src/renderer/') || name.startsWith('src/shared/')
  const isPackage = (name: string) =>
    !name.startsWith('src/') && !name.startsWith('..') && !name.startsWith('node:') && name !== 'electron'
  expect(strangers(under('src/renderer/'), (name) => isOurs(name) || isPackage(name))).toEqual([])
})

test('electron is known to the shell only', () => {
  const isShell = (file: string) =>
    ['src/main/index.ts', 'src/main/gate.ts', 'src/main/preload.ts'].includes(file) ||
    file.startsWith('src/main/shell/')
  expect(strangers(sources, (name, file) => name !== 'electron' || isShell(file))).toEqual([])
})

test('ipcMain is used by the gate alone', () => {
  expect(sources.filter(({ text }) => /\bipcMain\b/.test(text)).map(({ file }) => file)).toEqual(['src/main/gate.ts'])
})

test('cryptography and database drivers each have one home', () => {
  const homes: [driver: string, home: string][] = [
    ['libsodium-wrappers', 'src/main/crypto/'],
    ['better-sqlite3', 'src/main/store/'],
    ['pg', 'src/main/store/'],
  ]
  const astray = homes.flatMap(([driver, home]) =>
    strangers(sources, (name, file) => name !== driver || file.startsWith(home)),
  )
  expect(astray).toEqual([])
})

test('a feature never imports the queries of another', () => {
  const isForeign = (name: string, file: string) => {
    const [, owner] = /^src\/main\/([a-z]+)\/queries(?:\.ts|\/)/.exec(name) ?? []
    const [, user] = /^src\/main\/([a-z]+)\//.exec(file) ?? []
    return owner !== undefined && user !== undefined && owner !== user && !SHARED_QUERIES.has(owner)
  }
  expect(strangers(sources, (name, file) => !isForeign(name, file))).toEqual([])
})

/** Queries that every feature stands on: who is signed in, settings, policies, and the audit chain. */
const SHARED_QUERIES = new Set(['session', 'users', 'policies', 'audit'])

test('handlers and queries never hold a connection of their own', () => {
  const files = sources.filter(({ file }) => /^src\/main\/[a-z]+\/(handlers|queries)/.test(file))
  expect(strangers(files, (name) => !['kysely/driver', 'pg', 'better-sqlite3'].includes(name))).toEqual([])
})

test("the desk's time zone is named in one place", () => {
  const naming = under('src/').filter(({ text }) => text.includes("'Asia/Shanghai'"))
  expect(naming.map(({ file }) => file)).toEqual(['src/shared/time.ts'])
})

test('no file of the main process names its own require: the bundler adds one', () => {
  expect(
    under('src/main/')
      .filter(({ text }) => /^(?:const|let|var) require\b/m.test(text))
      .map(({ file }) => file),
  ).toEqual([])
})

test('no file is longer than 400 lines and half of them are short', () => {
  const lengths = sources
    .map(({ file, text }) => ({ file, lines: text.split('\n').length }))
    .sort((a, b) => a.lines - b.lines)
  expect(lengths.filter(({ lines }) => lines > 400)).toEqual([])
  expect(lengths[Math.floor(lengths.length / 2)]?.lines).toBeLessThanOrEqual(110)
})
