import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { STORE_FAULTS } from '../src/main/store/errors.ts'
import { texts } from '../src/renderer/i18n/texts.ts'
import { FILE_REASONS } from '../src/shared/imports/model.ts'

const MAIN = path.resolve(import.meta.dirname, '../src/main')

function sources(folder: string): string[] {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name)
    return entry.isDirectory() ? sources(full) : /\.ts$/.test(entry.name) ? [fs.readFileSync(full, 'utf8')] : []
  })
}

/** Every rule by which the desk may refuse, as its sources name them. */
const rules = new Set([
  ...sources(MAIN).flatMap((text) =>
    [...text.matchAll(/\b(?:refuse|deny)\(\s*(?:[^'()`?]*\?\s+)?'([a-z-]+)'(?:\s*:\s*'([a-z-]+)')?/g)].flatMap(
      (match) => match.slice(1).filter((name) => name !== undefined),
    ),
  ),
  ...STORE_FAULTS.map((fault) => `store-${fault}`),
  ...FILE_REASONS.map((reason) => `file-${reason}`),
])

for (const language of ['zh', 'en'] as const) {
  test(`every refusal has a sentence (${language})`, () => {
    const known = new Set(Object.values(texts).flatMap((pair) => Object.keys(rulesOf(pair[language]))))
    expect([...rules].filter((rule) => !known.has(rule)).sort()).toEqual([])
  })
}

function rulesOf(texts: object): object {
  return 'rules' in texts && typeof texts.rules === 'object' && texts.rules !== null ? texts.rules : {}
}

test('a word for what was not found stands inside an English sentence, so it begins small', () => {
  const words = Object.values(texts).flatMap((pair) => ('entities' in pair.en ? Object.values(pair.en.entities) : []))
  expect(words).toContain('calendar')
  expect(words.filter((word) => word !== word.toLowerCase())).toEqual([])
})
