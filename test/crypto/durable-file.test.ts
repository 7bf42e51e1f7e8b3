import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { writeDurably } from '../../src/main/crypto/durable-file.ts'

const WRITERS = 4
const TIMES = 200
const folder = mkdtempSync(join(tmpdir(), 'durable-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('several programs that replace one file at the same time all get through, and the file is one of theirs, whole', {
  timeout: 60_000,
}, async () => {
  const file = join(folder, 'shared')
  const writer = join(import.meta.dirname, 'durable-writer.ts')
  const begin = String(Date.now() + 2000)
  const write = (_: unknown, byte: number) =>
    promisify(execFile)(process.execPath, [writer, file, String(byte), String(TIMES), begin])
  await Promise.all(Array.from({ length: WRITERS }, write))
  const content = readFileSync(file)
  expect(content).toHaveLength(5000)
  expect(new Set(content).size).toBe(1)
  expect(readdirSync(folder)).toEqual(['shared'])
})

test('what a killed program left unfinished is cleared by a later one, and what another is writing is not', () => {
  const file = join(folder, 'one')
  const [left, fresh, other] = [`${file}.17-0.tmp`, `${file}.18-0.tmp`, join(folder, 'two.17-0.tmp')]
  for (const name of [left, fresh, other]) writeFileSync(name, 'half')
  const before = new Date(Date.now() - 2 * 3_600_000)
  for (const name of [left, other]) utimesSync(name, before, before)
  writeDurably(file, new Uint8Array([1]))
  expect([left, fresh, other].map((name) => existsSync(name))).toEqual([false, true, true])
  expect([...readFileSync(file)]).toEqual([1])
})
