import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { createZip } from '../src/main/bundle/zip-writer.ts'
import { readJson } from '../src/main/cli/files.ts'
import { contracts } from '../src/shared/contracts.ts'
import { isTooDeep, MOST_DEPTH } from '../src/shared/json-depth.ts'
import { onEngine, START } from './app.ts'
import { fileOf } from './policies-fixtures.ts'

const LEVELS = 100_000

/** So many levels of lists or objects in each other, as text: a value would have to be built by recursion to be printed. */
const lists = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)
const objects = (levels: number) => `${'{"a":'.repeat(levels)}0${'}'.repeat(levels)}`

test('the levels of an input are counted to any depth, and so are parts that are one thing in many places', () => {
  expect([MOST_DEPTH, MOST_DEPTH + 1].map((levels) => isTooDeep(JSON.parse(lists(levels))))).toEqual([false, true])
  expect(isTooDeep(JSON.parse(objects(LEVELS)))).toBe(true)
  let doubled: unknown[] = []
  for (let n = 0; n < 60; n++) doubled = [doubled, doubled]
  expect(isTooDeep(doubled)).toBe(true)
  expect([null, 7, 'text', {}, { bytes: new Uint8Array(30_000_000) }].map(isTooDeep)).toEqual(Array(5).fill(false))
})

onEngine('sqlite', 'an input of 100,000 levels is refused by every call, before anything is done', async (app) => {
  const names = Object.entries(contracts).flatMap(([feature, calls]) =>
    Object.keys(calls).map((name) => `${feature}.${name}`),
  )
  const before = await app.call('admin.info', {})
  const deep = [lists(LEVELS), `{"body":${objects(LEVELS)},"file":${lists(LEVELS)}}`].map((text) => JSON.parse(text))
  const said: Record<string, number> = {}
  for (const name of names)
    for (const input of deep) {
      const result = await app.engine.request(name, input)
      const failure = result.ok ? 'answered' : result.failure
      const words =
        typeof failure === 'string' ? failure : [failure.code, 'issues' in failure && failure.issues[0]?.reason]
      said[`${words}`] = (said[`${words}`] ?? 0) + 1
    }
  process.stdout.write(`deep inputs: ${names.length} calls, ${JSON.stringify(said)}\n`)
  expect(Object.keys(said).filter((one) => !/^(?:INVALID_INPUT,too-deep|FORBIDDEN,false)$/.test(one))).toEqual([])
  expect(said['INVALID_INPUT,too-deep']).toBeGreaterThan(1000)
  expect((await app.call('admin.info', {})).counts).toEqual(before.counts)
  expect(app.log).toEqual([])
})

onEngine('sqlite', 'files of 100,000 levels are refused in words wherever a file of JSON is taken in', async (app) => {
  const deep = {
    lists: lists(LEVELS),
    objects: objects(LEVELS),
    inside: `{"format":"vip-desk-policy","policy":${objects(LEVELS)}}`,
  }
  const rules: string[] = []
  for (const [name, text] of Object.entries(deep)) {
    const file = fileOf(app, `${name}.json`, text)
    await expect(readJson(file)).rejects.toMatchObject({ code: 'FILE', text: { zh: expect.stringContaining('嵌套') } })
    const failures = [
      await app.fail('policies.import', { file }),
      await app.fail('calendars.importYear', { id: 'CN', file }),
    ]
    rules.push(...failures.map((failure) => ('rule' in failure ? failure.rule : failure.code)))
  }
  expect(rules).toEqual(Array(6).fill('policy-file-too-deep'))
  const backup = path.join(app.folder, 'deep.backup')
  const zip = await createZip(backup, START)
  for (const name of ['store.db', 'keyring.json', 'backup.json']) await zip.add(name, [Buffer.from(objects(LEVELS))])
  await zip.finish()
  const verified = await app.call('exports.verify', { file: backup })
  expect(verified).toMatchObject({ ok: false })
  await app.call('session.lock', { reason: 'asked' })
  fs.rmSync(app.address)
  const asked = { file: backup, login: 'boss', password: 'not the password' }
  expect(await app.fail('session.restore', asked)).toMatchObject({ rule: 'backup-unreadable' })
  process.stdout.write(`deep files: ${rules.length + 5} refused in words\n`)
  expect(app.log).toEqual([])
})
