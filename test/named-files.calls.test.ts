import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { mustBeNamedFile, readNamedText } from '../src/main/files/named-file.ts'
import type { CallSpec } from '../src/shared/contract.ts'
import { type CallName, contracts } from '../src/shared/contracts.ts'
import { READS } from '../src/shared/reads.ts'
import { type App, onEveryEngine } from './app.ts'
import { complaint } from './cases-fixtures.ts'

const calls = Object.entries(contracts).flatMap(([feature, specs]) =>
  Object.entries(specs as Record<string, CallSpec>).map(([name, spec]) => ({ name: `${feature}.${name}`, spec })),
)
/** Fields of an input that hold a file to be read. */
const fieldsOf = ({ input }: CallSpec) =>
  'shape' in input ? Object.keys(input.shape as object).filter((name) => /^(file|attachments)$/.test(name)) : []

test('every call that takes a file from the window says how much of it is read, and no other does', () => {
  const named = calls.filter(({ spec }) => fieldsOf(spec).length > 0).map(({ name }) => name)
  expect(calls.filter(({ spec }) => spec.reads !== undefined).map(({ name }) => name)).toEqual(named)
  expect(named).toEqual(expect.arrayContaining(['cases.open', 'imports.members', 'rights.compareAnchor']))
})

const PARTS = { name: { zh: '柜台', en: 'Counter' }, zone: 'Asia/Shanghai', weekend: ['sat', 'sun'] }
const MAPPING = { columns: { card: 'card', name: 'name' } }

/** An input of each call that would do something if its file were one. */
function inputsWith(file: string, folder: string): [name: CallName, input: object][] {
  const errorsOut = path.join(folder, 'errors.csv')
  const about = { source: '国务院办公厅通知', reason: '试用' }
  return [
    ['imports.inspect', { file }],
    ['imports.preview', { file, mapping: MAPPING }],
    ['imports.members', { file, mapping: MAPPING, errorsOut }],
    ['imports.cases', { file, mapping: MAPPING, errorsOut }],
    ['imports.calls', { file, mapping: MAPPING, errorsOut }],
    ['posts.importReceived', { file }],
    ['exams.importQuestions', { file }],
    ['wishes.importQuestionnaires', { file }],
    ['surveys.importAnswers', { file }],
    ['policies.import', { file }],
    ['calendars.create', { id: 'own', file, parts: PARTS, ...about }],
    ['calendars.importYear', { id: 'cn-mainland', file }],
    ['rights.compareAnchor', { file }],
    ['exports.verify', { file }],
    ['backups.drill', { file, password: 'whatever it is' }],
    ['session.restore', { file, login: 'boss', password: 'whatever it is' }],
    ['evidence.add', { file, caseId: 'none' }],
    ['training.addMaterial', { file, trainingId: 'none' }],
    ['cases.open', { ...complaint(), attachments: [{ file }] }],
  ]
}

/** A file of so many bytes that takes no room. */
function sparse(file: string, bytes: number): string {
  fs.writeFileSync(file, '')
  fs.truncateSync(file, bytes)
  return file
}

/** How every call answers to a file, its input parsed; the person is the manager, who may make all of them but one's own. */
async function answers(app: App, file: string, only: (spec: CallSpec) => boolean = () => true) {
  const told: unknown[] = []
  for (const [name, input] of inputsWith(file, app.folder)) {
    const spec = calls.find((one) => one.name === name)?.spec
    if (spec && only(spec)) told.push([name, await app.fail(name, input as never)])
  }
  return told
}

onEveryEngine('a file that is none, is not there or is too large is refused in its name by every call', async (app) => {
  const inFolder = (name: string) => path.join(app.folder, name)
  const saidOfAll = (rule: string, params: object) =>
    inputsWith('', '').map(([name]) => [name, { code: 'RULE', rule, params }])
  fs.mkdirSync(inFolder('folder.csv'))
  spawnSync('mkfifo', [inFolder('pipe.csv')])
  fs.writeFileSync(inFolder('closed.csv'), 'card\r\n', { mode: 0 })
  const there = fs.readdirSync(app.folder).sort()

  expect(new Set(inputsWith('', '').map(([name]) => name as string))).toEqual(
    new Set(calls.flatMap(({ name, spec }) => (spec.reads === undefined ? [] : [name]))),
  )
  for (const name of ['folder.csv', 'pipe.csv'])
    expect(await answers(app, inFolder(name))).toEqual(saidOfAll('named-file-not-plain', { name }))
  expect(await answers(app, '/dev/zero')).toEqual(saidOfAll('named-file-not-plain', { name: 'zero' }))
  expect(await answers(app, inFolder('no.csv'))).toEqual(saidOfAll('named-file-missing', { name: 'no.csv' }))
  if (process.getuid?.() !== 0)
    expect(await answers(app, inFolder('closed.csv'))).toEqual(saidOfAll('named-file-closed', { name: 'closed.csv' }))
  expect(fs.readdirSync(app.folder).sort()).toEqual(there)
  expect([
    await app.call('imports.list', {}),
    await app.call('members.find', { text: 'HU' }),
    (await app.call('cases.queue', {})).rows,
  ]).toEqual([[], [], []])
})

onEveryEngine('a file that is larger than its kind may be is refused before any of it is read', async (app) => {
  for (const [most, max] of [
    [READS.text, 1],
    [READS.json, 8],
  ] as const) {
    const file = sparse(path.join(app.folder, `large-${max}.json`), most + 1)
    const told = await answers(app, file, ({ reads }) => reads === most)
    expect(told.length).toBeGreaterThan(0)
    for (const [, failure] of told as [string, object][])
      expect(failure).toEqual({
        ...{ code: 'RULE', rule: 'named-file-too-large', params: { name: path.basename(file), max } },
      })
  }
  const just = sparse(path.join(app.folder, 'just.json'), READS.json)
  expect(await app.fail('policies.import', { file: just })).toMatchObject({ rule: 'policy-file-not-json' })
  const table = sparse(path.join(app.folder, 'large.csv'), 1024 ** 3 + 1)
  expect(await app.fail('imports.inspect', { file: table })).toMatchObject({ rule: 'file-too-large' })
  const picture = sparse(path.join(app.folder, 'large.jpg'), 1024 ** 3)
  expect(await app.fail('cases.open', { ...complaint(), attachments: [{ file: picture }] })).toMatchObject({
    rule: 'evidence-too-large',
  })
})

// Such a file says it holds nothing; so does one that grows while it is read.
test.runIf(process.platform === 'linux')('no more of a file is read than may be, whatever its size says', async () => {
  const file = '/proc/self/maps'
  await mustBeNamedFile(file, 0)
  expect(() => readNamedText(file, 100)).toThrow(
    expect.objectContaining({ failure: { code: 'RULE', rule: 'named-file-too-large', params: expect.anything() } }),
  )
})
