import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { canAddMaterial, canReadMaterials } from '../src/main/rules/training-material.ts'
import { EVIDENCE_MAX_BYTES } from '../src/shared/evidence/kinds.ts'
import type { UserId } from '../src/shared/ids.ts'
import { type App, onEveryEngine, PASSWORD } from './app.ts'
import { inStore } from './cases-fixtures.ts'
import { course } from './training-fixtures.ts'

const YEAR = { year: 2026 }
const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const bytesOf = (text: string) => new TextEncoder().encode(text)
const PDF = new Uint8Array(600_000).map((_, i) => (i * 31) % 253)
PDF.set(bytesOf('%PDF-1.7'))

function put(app: App, name: string, bytes: Uint8Array): string {
  const file = path.join(app.folder, name)
  fs.writeFileSync(file, bytes)
  return file
}

/** An approved training to which `li` is asked and `wu` is not; the lead `zhao` is signed in. */
async function invited(app: App): Promise<{ zhao: UserId; trainingId: string }> {
  const li = (await app.as('agent', 'li')) as UserId
  await app.as('agent', 'wu')
  const zhao = (await app.as('lead', 'zhao')) as UserId
  await app.call('training.savePlan', { ...YEAR, goal: '提高', budgetFen: 1_000_000 })
  const { id: trainingId } = await app.call('training.save', { ...YEAR, training: course(zhao) })
  await app.as('manager')
  await app.call('training.approvePlan', YEAR)
  await app.as('lead', 'zhao')
  const [session] = (await app.call('training.show', { id: trainingId })).list
  await app.call('training.invite', { sessionId: session?.id ?? '', userIds: [li] })
  return { zhao, trainingId }
}

onEveryEngine(
  'S3-80 S3-87 a training has its files: added by a lead, read and saved exactly as they were by those asked to come, and by nobody else',
  async (app) => {
    const { trainingId } = await invited(app)
    const added = await app.call('training.addMaterial', {
      ...{ trainingId, file: put(app, '讲义.pdf', PDF), note: '第一期讲义' },
    })
    const row = {
      ...{ id: added.id, trainingId, name: '讲义.pdf', kind: 'pdf', size: PDF.length, sha256: sha(PDF) },
      ...{ note: '第一期讲义', addedAt: app.now(), addedByName: 'zhao' },
      ...{ removedAt: null, removedByName: null, removeReason: null },
    }
    expect(added).toEqual(row)
    await app.signIn('li')
    expect(await app.call('training.materials', { trainingId })).toEqual([row])
    const { name, kind, bytes } = await app.call('training.material', { id: added.id })
    expect({ name, kind, sha: sha(bytes) }).toEqual({ name: '讲义.pdf', kind: 'pdf', sha: sha(PDF) })
    const out = path.join(app.folder, '副本.pdf')
    expect(await app.call('training.saveMaterial', { id: added.id, out })).toEqual({
      ...{ fileName: '副本.pdf', bytes: PDF.length, sha256: sha(PDF) },
    })
    expect(sha(fs.readFileSync(out))).toBe(sha(PDF))
    expect(await app.fail('training.saveMaterial', { id: added.id, out })).toMatchObject({ rule: 'out-exists' })
    expect(await app.fail('training.addMaterial', { trainingId, file: put(app, 'a.txt', PDF) })).toEqual({
      code: 'FORBIDDEN',
    })
    await app.signIn('wu')
    const closed = { code: 'RULE', rule: 'training-materials-closed' }
    expect(await app.fail('training.materials', { trainingId })).toMatchObject(closed)
    expect(await app.fail('training.material', { id: added.id })).toMatchObject(closed)
    const other = path.join(app.folder, '另一份.pdf')
    expect(await app.fail('training.saveMaterial', { id: added.id, out: other })).toMatchObject(closed)
    expect(fs.existsSync(other)).toBe(false)
    await app.signIn('boss')
    const { rows } = await app.call('audit.list', { limit: 50 })
    expect(rows.map(({ call, outcome }) => `${call} ${outcome}`)).toEqual(
      expect.arrayContaining(['training.addMaterial done', 'training.material done', 'training.material refused']),
    )
    const log = JSON.stringify(rows)
    expect(log).toContain(sha(PDF))
    expect(log).not.toContain(Buffer.from(PDF.subarray(0, 60)).toString('base64'))
  },
)

onEveryEngine('a file is sealed in the store and opens under nothing but its own facts', async (app) => {
  const { trainingId } = await invited(app)
  const words = '内部资料：贵宾投诉的告知口径'
  const file = { name: 'C:\\tmp\\口径.txt', bytes: bytesOf(words) }
  const { id, name } = await app.call('training.addMaterial', { trainingId, file })
  expect(name).toBe('口径.txt')
  const [piece] = await inStore(app, (db) => db.selectFrom('trainingMaterialChunks').selectAll().execute())
  expect(Buffer.from(piece?.body ?? []).includes(Buffer.from(words))).toBe(false)
  const rename = (to: string) =>
    inStore(app, (db) => db.updateTable('trainingMaterials').set({ name: to }).where('id', '=', id).execute())
  await rename('另一个.txt')
  expect(await app.fail('training.material', { id })).toMatchObject({ rule: 'evidence-damaged' })
  await rename('口径.txt')
  expect(Buffer.from((await app.call('training.material', { id })).bytes).toString()).toBe(words)
  const body = new Uint8Array(piece?.body ?? [])
  body[20] = (body[20] ?? 0) ^ 1
  await inStore(app, (db) => db.updateTable('trainingMaterialChunks').set({ body }).execute())
  expect(await app.fail('training.material', { id })).toMatchObject({ rule: 'evidence-damaged' })
})

onEveryEngine('what may not be kept is refused by name, and the same content is added once', async (app) => {
  const { trainingId } = await invited(app)
  const attempt = (name: string, bytes: Uint8Array) =>
    app.fail('training.addMaterial', { trainingId, file: put(app, name, bytes) })
  expect(await attempt('run.exe', bytesOf('MZ'))).toMatchObject({ rule: 'evidence-kind', params: { name: 'run.exe' } })
  expect(await attempt('photo.jpg', bytesOf('<script>'))).toMatchObject({ rule: 'evidence-mismatch' })
  expect(await attempt('空.txt', new Uint8Array())).toMatchObject({ rule: 'evidence-empty' })
  expect(await attempt('大.pdf', new Uint8Array(EVIDENCE_MAX_BYTES + 1))).toMatchObject({ rule: 'evidence-too-large' })
  await app.call('training.addMaterial', { trainingId, file: put(app, '讲义.pdf', PDF) })
  expect(await attempt('讲义二.pdf', PDF)).toMatchObject({ rule: 'evidence-there', params: { name: '讲义.pdf' } })
  expect(await app.fail('training.addMaterial', { trainingId: 'none', file: put(app, 'a.txt', PDF) })).toMatchObject({
    code: 'NOT_FOUND',
  })
  expect((await app.call('training.materials', { trainingId })).map(({ name }) => name)).toEqual(['讲义.pdf'])
})

onEveryEngine(
  'a file is removed with its reason: its content is gone for good, the entry stays for leads, and it can be added anew',
  async (app) => {
    const { trainingId } = await invited(app)
    const file = { name: '名单.txt', bytes: bytesOf('误传的旅客名单') }
    const { id, sha256 } = await app.call('training.addMaterial', { trainingId, file })
    expect(await app.fail('training.removeMaterial', { id, reason: ' ' })).toMatchObject({ code: 'INVALID_INPUT' })
    await app.signIn('li')
    expect(await app.fail('training.removeMaterial', { id, reason: '误传' })).toEqual({ code: 'FORBIDDEN' })
    await app.signIn('zhao')
    const removed = await app.call('training.removeMaterial', { id, reason: '含旅客信息，误传' })
    expect(removed).toMatchObject({
      ...{ name: '名单.txt', sha256, removedAt: app.now(), removedByName: 'zhao', removeReason: '含旅客信息，误传' },
    })
    expect(await app.call('training.materials', { trainingId })).toEqual([removed])
    expect(await inStore(app, (db) => db.selectFrom('trainingMaterialChunks').selectAll().execute())).toEqual([])
    expect(
      await inStore(app, (db) => db.selectFrom('trainingMaterials').select(['id', 'sealedKey']).execute()),
    ).toEqual([{ id, sealedKey: '' }])
    const gone = { rule: 'training-material-removed' }
    expect(await app.fail('training.material', { id })).toMatchObject(gone)
    expect(await app.fail('training.removeMaterial', { id, reason: '再次' })).toMatchObject(gone)
    await app.signIn('li')
    expect(await app.call('training.materials', { trainingId })).toEqual([])
    await app.signIn('zhao')
    await app.call('training.addMaterial', { trainingId, file })
    expect((await app.call('training.materials', { trainingId })).map((one) => one.removedAt === null)).toEqual([
      false,
      true,
    ])
    await app.signIn('boss')
    const { rows } = await app.call('audit.list', { limit: 50 })
    const entry = rows.find(({ call, outcome }) => call === 'training.removeMaterial' && outcome === 'done')
    expect(JSON.stringify(entry)).toContain('含旅客信息，误传')
  },
)

onEveryEngine('a new data key opens the files of trainings as before, and skips the removed', async (app) => {
  const { trainingId } = await invited(app)
  const { id } = await app.call('training.addMaterial', { trainingId, file: put(app, '讲义.pdf', PDF) })
  const { id: gone } = await app.call('training.addMaterial', {
    ...{ trainingId, file: { name: '旧.txt', bytes: bytesOf('旧') } },
  })
  await app.call('training.removeMaterial', { id: gone, reason: '过期' })
  await app.signIn('boss')
  expect(await app.call('keys.state', {})).toMatchObject({ sealed: 1 })
  expect(await app.call('keys.renew', { reason: '一名员工离职', password: PASSWORD })).toMatchObject({ sealed: 1 })
  expect(sha((await app.call('training.material', { id })).bytes)).toBe(sha(PDF))
})

test('a training takes 30 files and 100 MB; leads, managers and those asked to come read them', () => {
  const there = (size: number) => ({ name: 'a.pdf', size, sha256: 'aa', isWithdrawn: false })
  const offered = { name: 'b.pdf', size: 8, head: bytesOf('%PDF-1.7') }
  const verdictOf = (count: number, size: number) => {
    const decision = canAddMaterial(
      offered,
      Array.from({ length: count }, () => there(size)),
    )
    return decision.allowed ? 'allowed' : decision.rule
  }
  expect([
    verdictOf(29, 1),
    verdictOf(30, 1),
    verdictOf(4, EVIDENCE_MAX_BYTES),
    verdictOf(3, EVIDENCE_MAX_BYTES),
  ]).toEqual(['allowed', 'training-materials-many', 'training-materials-full', 'allowed'])
  const reads = (role: 'agent' | 'lead' | 'manager', isInvited: boolean) =>
    canReadMaterials({ id: 'x', role }, isInvited).allowed
  expect([reads('agent', false), reads('agent', true), reads('lead', false), reads('manager', false)]).toEqual([
    ...[false, true, true, true],
  ])
})
