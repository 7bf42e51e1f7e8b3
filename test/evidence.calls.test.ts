import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { open } from 'node:fs/promises'
import path from 'node:path'
import { expect } from 'vitest'
import { readWhole, scanZip } from '../src/main/bundle/zip-reader.ts'
import type { CaseId } from '../src/shared/ids.ts'
import type { App } from './app.ts'
import { onEngine, onEveryEngine } from './app.ts'
import { addMember, complaint, inStore } from './cases-fixtures.ts'

const MB = 1024 * 1024
const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const bytesOf = (text: string) => new TextEncoder().encode(text)

function put(app: App, name: string, bytes: Uint8Array): string {
  const file = path.join(app.folder, name)
  fs.writeFileSync(file, bytes)
  return file
}

const pdf = (size = 700_000) => {
  const bytes = new Uint8Array(size).map((_, i) => (i * 31) % 253)
  bytes.set(bytesOf('%PDF-1.7'))
  return bytes
}

async function openCase(app: App, more = {}): Promise<CaseId> {
  return (await app.call('cases.open', complaint(more))).id
}

async function entryOf(file: string, name: string): Promise<string> {
  const handle = await open(file, 'r')
  try {
    const scan = await scanZip(handle, (await handle.stat()).size)
    const entry = scan.ok ? scan.entries.find((one) => one.name === name) : undefined
    return entry ? (await readWhole(handle, entry)).toString() : ''
  } finally {
    await handle.close()
  }
}

const recordedOf = async (app: App, id: CaseId) => (await app.call('cases.show', { id })).recorded

onEveryEngine(
  'S2-49 a file is attached to a complaint with its fingerprint, and comes back exactly as it was',
  async (app) => {
    const li = await app.as('agent', 'li')
    const id = await openCase(app)
    const content = pdf()
    const added = await app.call('evidence.add', {
      caseId: id,
      file: put(app, '登机牌.pdf', content),
      note: '旅客提供',
    })
    const row = {
      id: added.id,
      caseId: id,
      name: '登机牌.pdf',
      kind: 'pdf',
      size: content.length,
      sha256: sha(content),
      note: '旅客提供',
      addedAt: app.now(),
      addedBy: li,
      addedByName: 'li',
      withdrawnAt: null,
      withdrawnByName: null,
      withdrawReason: null,
    }
    expect(added).toEqual(row)
    expect(await app.call('evidence.list', { caseId: id })).toEqual([row])
    const { name, kind, bytes } = await app.call('evidence.content', { id: added.id })
    expect({ name, kind, sha: sha(bytes) }).toEqual({ name: '登机牌.pdf', kind: 'pdf', sha: sha(content) })
    expect(await app.call('evidence.check', { caseId: id })).toEqual([{ id: added.id, isWhole: true }])
    expect(await recordedOf(app, id)).toMatchObject({ evidenceCount: 1 })
    const { events } = await app.call('cases.show', { id })
    expect(events.at(-1)).toMatchObject({
      kind: 'evidence',
      actorId: li,
      data: { action: 'added', evidenceId: added.id, sha256: sha(content) },
    })
  },
)

onEveryEngine('a dropped file arrives as bytes, a copy is saved, and nothing is written over', async (app) => {
  await app.as('agent', 'li')
  const id = await openCase(app)
  const content = bytesOf('客户短信：行李未到')
  const { id: piece } = await app.call('evidence.add', {
    caseId: id,
    file: { name: 'C:\\tmp\\短信.txt', bytes: content },
  })
  const out = path.join(app.folder, '副本.txt')
  expect(await app.call('evidence.save', { id: piece, out })).toEqual({
    fileName: '副本.txt',
    bytes: content.length,
    sha256: sha(content),
  })
  expect(fs.readFileSync(out)).toEqual(Buffer.from(content))
  expect(await app.fail('evidence.save', { id: piece, out })).toMatchObject({ rule: 'out-exists' })
  expect((await app.call('evidence.list', { caseId: id }))[0]?.name).toBe('短信.txt')
  await app.as('manager')
  const { rows } = await app.call('audit.list', { limit: 20 })
  const log = JSON.stringify(rows)
  expect(log).toContain(sha(content))
  expect(log).not.toContain(Buffer.from(content).toString('base64'))
})

onEveryEngine('what may not be attached is refused by name, and nothing of it stays', async (app) => {
  await app.as('agent', 'li')
  const id = await openCase(app)
  const attempt = (name: string, bytes: Uint8Array) =>
    app.fail('evidence.add', { caseId: id, file: put(app, name, bytes) })
  expect(await attempt('run.exe', bytesOf('MZ'))).toMatchObject({ rule: 'evidence-kind', params: { name: 'run.exe' } })
  expect(await attempt('photo.jpg', bytesOf('<script>'))).toMatchObject({ rule: 'evidence-mismatch' })
  expect(await attempt('空.txt', new Uint8Array())).toMatchObject({ rule: 'evidence-empty' })
  expect(await attempt('大.pdf', pdf(25 * MB + 1))).toMatchObject({ rule: 'evidence-too-large', params: { max: 25 } })
  expect(await app.fail('evidence.add', { caseId: id, file: path.join(app.folder, 'no.pdf') })).toMatchObject({
    ...{ rule: 'named-file-missing', params: { name: 'no.pdf' } },
  })
  const first = put(app, 'a.txt', bytesOf('同样的内容'))
  await app.call('evidence.add', { caseId: id, file: first })
  expect(await attempt('b.txt', bytesOf('同样的内容'))).toMatchObject({
    rule: 'evidence-there',
    params: { name: 'a.txt' },
  })
  expect(await inStore(app, (db) => db.selectFrom('evidence').select('name').execute())).toEqual([{ name: 'a.txt' }])
})

onEveryEngine('a piece is never removed, only withdrawn with a reason that stays', async (app) => {
  await app.as('agent', 'li')
  const id = await openCase(app)
  const { id: piece } = await app.call('evidence.add', { caseId: id, file: put(app, 'a.pdf', pdf(9000)) })
  await app.as('agent', 'sun')
  expect(await app.fail('evidence.withdraw', { id: piece, reason: '不是本人的材料' })).toMatchObject({
    rule: 'evidence-not-yours',
  })
  await app.signIn('li')
  expect(await app.fail('evidence.withdraw', { id: piece, reason: '错' })).toMatchObject({ rule: 'evidence-reason' })
  app.wait(60_000)
  expect(await app.call('evidence.withdraw', { id: piece, reason: '误传了另一位客户的材料' })).toMatchObject({
    withdrawnAt: app.now(),
    withdrawnByName: 'li',
    withdrawReason: '误传了另一位客户的材料',
  })
  expect(await recordedOf(app, id)).toMatchObject({ evidenceCount: false })
  expect(await app.fail('evidence.withdraw', { id: piece, reason: '误传了另一位客户的材料' })).toMatchObject({
    rule: 'evidence-withdrawn',
  })
  expect(await app.fail('evidence.content', { id: piece })).toMatchObject({ rule: 'evidence-withdrawn-closed' })
  await app.as('lead', 'zhao')
  expect((await app.call('evidence.content', { id: piece })).bytes.length).toBe(9000)
  expect(await app.call('evidence.list', { caseId: id })).toHaveLength(1)
})

onEveryEngine(
  'tampering in the store is found on reading: a flipped byte, a missing piece, changed facts',
  async (app) => {
    await app.as('agent', 'li')
    const id = await openCase(app)
    const { id: piece } = await app.call('evidence.add', { caseId: id, file: put(app, '照片.pdf', pdf()) })
    const damaged = { code: 'RULE', rule: 'evidence-damaged', params: { name: '照片.pdf' } }
    const pieces = await inStore(app, (db) => db.selectFrom('evidenceChunks').selectAll().orderBy('seq').execute())
    expect(pieces).toHaveLength(3)
    const setBody = (seq: number, body: Uint8Array) =>
      inStore(app, (db) => db.updateTable('evidenceChunks').set({ body }).where('seq', '=', seq).execute())
    const [, middle] = pieces
    if (!middle) throw new Error('no piece')
    const flipped = new Uint8Array(middle.body)
    flipped[1000] = (flipped[1000] ?? 0) ^ 1
    await setBody(1, flipped)
    expect(await app.fail('evidence.content', { id: piece })).toEqual(damaged)
    expect(await app.fail('evidence.save', { id: piece, out: path.join(app.folder, 'x.pdf') })).toEqual(damaged)
    expect(fs.existsSync(path.join(app.folder, 'x.pdf'))).toBe(false)
    expect(await app.call('evidence.check', { caseId: id })).toEqual([{ id: piece, isWhole: false }])
    await setBody(1, middle.body)
    expect((await app.call('evidence.content', { id: piece })).bytes).toHaveLength(700_000)

    for (const change of [{ name: '合同.pdf' }, { sha256: sha(bytesOf('x')) }, { size: 1 }, { addedAt: 5 }]) {
      const [before] = await inStore(app, (db) => db.selectFrom('evidence').selectAll().execute())
      if (!before) throw new Error('no row')
      await inStore(app, (db) => db.updateTable('evidence').set(change).execute())
      expect(await app.fail('evidence.content', { id: piece }), JSON.stringify(change)).toMatchObject({
        rule: 'evidence-damaged',
      })
      await inStore(app, (db) => db.updateTable('evidence').set(before).execute())
    }

    await inStore(app, (db) => db.deleteFrom('evidenceChunks').where('seq', '=', 2).execute())
    expect(await app.fail('evidence.content', { id: piece })).toEqual(damaged)
  },
)

onEveryEngine('S2-10 the evidence of a confidential report is for its handler', async (app) => {
  await app.as('lead', 'zhao')
  const id = await openCase(app, { channel: 'reportPhone' })
  const { id: piece } = await app.call('evidence.add', { caseId: id, file: put(app, 'a.pdf', pdf(500)) })
  for (const role of ['agent', 'lead', 'manager'] as const) {
    await app.as(role, `other-${role}`)
    expect(await app.fail('evidence.list', { caseId: id })).toEqual({ code: 'NOT_FOUND', entity: 'case' })
    expect(await app.fail('evidence.content', { id: piece })).toEqual({ code: 'NOT_FOUND', entity: 'case' })
    expect(await app.fail('evidence.check', { caseId: id })).toEqual({ code: 'NOT_FOUND', entity: 'case' })
  }
  await app.as('admin')
  expect(await app.fail('evidence.list', { caseId: id })).toEqual({ code: 'FORBIDDEN' })
})

onEveryEngine('an exported history lists the evidence of its cases with every fingerprint', async (app) => {
  const memberId = await addMember(app, 'gold')
  await app.as('agent', 'li')
  const id = await openCase(app, { memberId, anonymousReason: undefined })
  const content = pdf(5000)
  await app.call('evidence.add', { caseId: id, file: put(app, '登机牌.pdf', content) })
  await app.as('manager')
  const out = path.join(app.folder, 'history.zip')
  await app.call('exports.history', { memberId, purpose: '会员书面申请查阅', requester: '林晓', out })
  const text = fs.readFileSync(out).toString('latin1')
  expect(text).toContain('evidence.csv')
  const rows = await entryOf(out, 'evidence.csv')
  expect(rows).toContain(`登机牌.pdf,pdf,5000,${sha(content)}`)
})

onEngine('sqlite', 'a backup carries the evidence: restored, it opens as it was', async (app) => {
  await app.as('agent', 'li')
  const id = await openCase(app)
  const content = pdf()
  const { id: piece } = await app.call('evidence.add', { caseId: id, file: put(app, 'a.pdf', content) })
  await app.as('manager')
  const out = path.join(app.folder, 'desk.backup')
  await app.call('admin.backup', { out })
  await app.engine.close()
  for (const name of fs.readdirSync(app.folder)) if (name.startsWith('desk.db')) fs.rmSync(path.join(app.folder, name))
  await app.call('session.restore', { file: out, login: 'boss', password: 'correct horse battery' })
  await app.signIn('boss')
  expect(sha((await app.call('evidence.content', { id: piece })).bytes)).toBe(sha(content))
})
