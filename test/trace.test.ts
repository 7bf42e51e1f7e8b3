import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'

type Line = { id: string; type: string; flags?: string[]; term: string; wording: string }
type Section = { from?: string; to?: string }
type Document = { code: string; lines: number; sections: Section[] }
type Proof = { file: string; line: number; title: string }
type Report = { covered: number; total: number; requirements: (Line & { tests: Proof[] })[] }

const root = join(import.meta.dirname, '..')
const text = (name: string) => readFileSync(join(root, 'docs/requirements', `${name}.json`), 'utf8')
const documents: Document[] = JSON.parse(text('documents'))
const linesOf = (code: string): Line[] => JSON.parse(text(code.toLowerCase()))
const lines = documents.flatMap(({ code }) => linesOf(code))

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

const testsWith = (files: Record<string, string>) => {
  const folder = mkdtempSync(join(tmpdir(), 'trace-'))
  folders.push(folder)
  for (const [name, source] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), source)
  }
  return folder
}

const run = (...options: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/trace.mjs', ...options], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 16 * 1024 * 1024,
  })
  return { status, stdout, stderr }
}

const proofs = (source: string, name = 'a.test.ts') => {
  const { status, stdout, stderr } = run('--json', '--covered', '--tests', testsWith({ [name]: source }))
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  const report: Report = JSON.parse(stdout)
  return Object.fromEntries(report.requirements.map(({ id, tests }) => [id, tests.map(({ title }) => title)]))
}

describe('the requirement lines', () => {
  test('are the 644 of the five documents, each once and in order', () => {
    const counts = [82, 187, 136, 161, 78]
    const expected = counts.flatMap((count, i) =>
      Array.from({ length: count }, (_, n) => `S${i + 1}-${String(n + 1).padStart(2, '0')}`),
    )
    expect(expected).toHaveLength(644)
    expect(lines.map(({ id }) => id)).toEqual(expected)
    expect(documents.map((document) => document.lines)).toEqual(counts)
  })

  test('carry a known type, a term in Chinese and a wording of at most 14 words that no other line has', () => {
    const faults = lines.filter(
      ({ type, flags = [], term, wording }) =>
        !/^[FDRPKN]$/.test(type) ||
        flags.some((flag) => flag !== 'cut' && flag !== 'blank') ||
        !/\p{Script=Han}/u.test(term) ||
        wording.split(' ').length > 14 ||
        !/^\p{Lu}.*[^.]$/u.test(wording),
    )
    expect(faults).toEqual([])
    expect(new Set(lines.map(({ wording }) => wording)).size).toBe(644)
  })

  test('mark what the documents cut off or leave blank', () => {
    const flagged = (flag: string) => lines.filter(({ flags = [] }) => flags.includes(flag)).map(({ id }) => id)
    expect(flagged('blank')).toEqual(['S3-31', 'S3-32', 'S3-47', 'S3-52', 'S3-53'])
    expect(flagged('cut')).toHaveLength(22)
  })

  test.each(documents.map(({ code }) => code))('of %s stand one to a row', (code) => {
    const rows = text(code.toLowerCase()).trimEnd().split('\n').slice(1, -1)
    expect(rows.map((row) => JSON.parse(row.replace(/,$/, '')))).toEqual(linesOf(code))
  })

  test('of a document fall into its sections without gap or overlap', () => {
    const divided = documents.filter(({ sections }) => sections.every(({ from, to }) => from && to))
    expect(divided.map(({ code }) => code)).toEqual(['S2', 'S3', 'S4'])
    for (const { code, sections } of divided) {
      const ids = linesOf(code).map(({ id }) => id)
      const spread = sections.flatMap(({ from = '', to = '' }) => ids.slice(ids.indexOf(from), ids.indexOf(to) + 1))
      expect(spread).toEqual(ids)
    }
  })
})

describe('a title proves a line', () => {
  test('when it belongs to a test, a table of tests or a wrapper of ours', () => {
    const source = `
      test('S3-47 it\\'s answered in time', () => {})
      it("S3-48 \\"rings\\" are kept", () => {})
      bothEngines(\`S3-49 the greeting on \${engine} shows\`, async () => {})
      onEveryEngine('S3-50 typed ' + 'during the call', () => {})
      onEngine('sqlite', 'S3-51 only there', () => {})
      test.each<[string, () => number]>([['a', () => 1]])('S3-52 %s', () => {})
      test.concurrent.for([1, 2])('S3-53 %d', () => {})
      test.only('S3-54', { timeout: 5 }, () => {})`
    expect(proofs(source)).toEqual({
      'S3-47': ["S3-47 it's answered in time"],
      'S3-48': ['S3-48 "rings" are kept'],
      'S3-49': ['S3-49 the greeting on … shows'],
      'S3-50': ['S3-50 typed during the call'],
      'S3-51': ['S3-51 only there'],
      'S3-52': ['S3-52 %s'],
      'S3-53': ['S3-53 %d'],
      'S3-54': ['S3-54'],
    })
  })

  test('for every id of a list or a range', () => {
    expect(Object.keys(proofs(`test('S1-24..27 and S3-47, S3-48 S2-99..S2-101：登记', run)`))).toEqual([
      ...['S1-24', 'S1-25', 'S1-26', 'S1-27'],
      ...['S2-99', 'S2-100', 'S2-101', 'S3-47', 'S3-48'],
    ])
  })

  test('through the group around it, only inside that group', () => {
    const source = `
      describe('S3-47 calls', () => {
        describe('by day', () => { test('ring (four times)', run) })
      })
      test.describe('S3-48', () => {})
      test('apart', run)`
    expect(proofs(source)).toEqual({ 'S3-47': ['S3-47 calls › by day › ring (four times)'] })
  })

  test('beside markup, comments and patterns that look like quotes', () => {
    const source = `
      const page = <p title="x">Don't {name} // not</p>
      const quote = /['"\`(]/.test(text) ? a / b : c / d
      test('S3-47 window', async () => { render(<App />) })
      /* test('S3-48', run) */`
    expect(proofs(source, 'page/a.test.tsx')).toEqual({ 'S3-47': ['S3-47 window'] })
  })
})

test('comments, other strings, and tests that never run prove nothing', () => {
  const source = `
    // test('S3-01 in a comment', run)
    const name = "test('S3-02 in a string', run)"
    log('S3-03'); /S3-04/.test('S3-05'); pattern.test('S3-06'); other('S3-07', run)
    const note = \`test('S3-08', \${test('S3-09', run)})\`
    test.skip('S3-10', run)
    test.todo('S3-11')
    it.fixme('S3-12', run)
    test.fails('S3-13', run)
    bothEngines.skip('S3-14', run)
    test.skip.each([1])('S3-15', run)
    describe.skip('S3-16', () => { test('S3-17', run) })
    test('S3-18', { skip: true }, run)
    test('S3-19')
    test('S3-20', () => { test.fixme(); done() })
    test.step('S3-21', run)
    describe('later', () => { test('S3-22', run); test.skip() })
    test('plain S3 and XS3-24', () => { expect('S3-23').toBe(1) })`
  expect(proofs(source)).toEqual({})
})

test('an id that no document has ends the run and names file and line', () => {
  const folder = testsWith({
    'a.test.ts': `test('S3-47', run)\n\ntest('S3-137 S6-01 too far', run)\ntest.skip('S3-1', run)`,
    'b/b.test.ts': `describe('S1-27..24', () => {\n  test('S1-24-27', run)\n  it(\`S3-4\${n}\`, run)\n})`,
    'c.txt': `test('S9-99', run)`,
  })
  expect(run('--tests', folder)).toEqual({
    status: 1,
    stdout: '',
    stderr: [
      `${folder}/a.test.ts:3: unknown requirement S3-137 in "S3-137 S6-01 too far"`,
      `${folder}/a.test.ts:3: unknown requirement S6-01 in "S3-137 S6-01 too far"`,
      `${folder}/a.test.ts:4: unknown requirement S3-1 in "S3-1"`,
      `${folder}/b/b.test.ts:1: unknown requirement S1-27..24 in "S1-27..24"`,
      `${folder}/b/b.test.ts:2: unknown requirement S1-24-27 in "S1-24-27"`,
      `${folder}/b/b.test.ts:3: unknown requirement S3-4… in "S3-4…"\n`,
    ].join('\n'),
  })
})

test('the list shows term, wording and tests, a dash where there are none, and the sum', () => {
  const folder = testsWith({ 'calls.test.ts': `test('S3-47 S3-48 rings', run)\ntest('S3-48 again', run)` })
  const shown = run('--tests', folder, '--id', 'S3-47..49').stdout
  expect(shown).toBe(`S3-47 铃响内接听 [blank] — Answering a call within the set number of rings meets the target
  ${folder}/calls.test.ts: S3-47 S3-48 rings
S3-48 来电记录 — A call stores its rings or waiting seconds and when it was answered
  ${folder}/calls.test.ts: S3-47 S3-48 rings
  ${folder}/calls.test.ts: S3-48 again
S3-49 标准问候语 — The standard greeting appears for the agent and can be edited
  -
covered 2 of 644
`)
  const ids = (...options: string[]) => run('--tests', folder, ...options).stdout.match(/^S\d-\d+/gm)
  expect(ids('--covered')).toEqual(['S3-47', 'S3-48'])
  expect(ids('--missing')).toHaveLength(642)
  expect(run('--id', 'S3-999')).toEqual({ status: 1, stdout: '', stderr: 'unknown requirement S3-999\n' })
  expect(run('--nonsense').status).toBe(2)
})

test('the titles of this project mention only lines that exist', () => {
  const { status, stdout, stderr } = run()
  expect({ status, stderr, end: stdout.trimEnd().split('\n').at(-1) }).toEqual({
    status: 0,
    stderr: '',
    end: expect.stringMatching(/^covered \d+ of 644$/),
  })
})
