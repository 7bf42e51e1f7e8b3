import { spawn } from 'node:child_process'
import path from 'node:path'
import { expect } from 'vitest'
import { dropDraftsAbout } from '../src/main/drafts/drop.ts'
import { DRAFT_BYTES } from '../src/shared/drafts/model.ts'
import { type App, onEngine, onEveryEngine, PASSWORD } from './app.ts'

const KEY = { kind: 'call-record', subject: 'call-1' }

onEveryEngine(
  'text that is being written is kept, replaced by newer text, and gone once it is removed',
  async (app) => {
    await app.as('agent')
    expect(await app.call('drafts.load', KEY)).toBeNull()
    const first = app.now()
    await app.call('drafts.save', { ...KEY, body: '想改签' })
    app.wait(1000)
    expect(await app.call('drafts.save', { ...KEY, body: '想改签明天的航班' })).toEqual({ savedAt: first + 1000 })
    await app.call('drafts.save', { kind: 'case-new', subject: 'new', body: '{}' })
    expect(await app.call('drafts.load', KEY)).toEqual({ body: '想改签明天的航班', savedAt: first + 1000 })
    expect(await app.call('drafts.list', {})).toEqual([
      { ...KEY, savedAt: first + 1000 },
      { kind: 'case-new', subject: 'new', savedAt: first + 1000 },
    ])
    await app.call('drafts.remove', KEY)
    await app.call('drafts.remove', KEY)
    expect(await app.call('drafts.list', {})).toEqual([{ kind: 'case-new', subject: 'new', savedAt: first + 1000 }])
  },
)

onEveryEngine('S3-50 the draft of a call ends with the call, whichever window finished it', async (app) => {
  await app.as('agent')
  const record = { question: '改签', process: '查询', result: '已改签' }
  const { id } = await app.call('calls.start', { direction: 'inbound', phone: '13812345678' })
  const key = { kind: 'call-record', subject: id }
  await app.call('calls.answer', { id })
  await app.call('drafts.save', { ...key, body: '正在写' })
  await app.call('drafts.save', { ...KEY, body: '别的通话' })
  await app.call('calls.hangUp', { id })
  const refused = await app.fail('calls.finish', { id, resultCode: 'other', ...record, result: '' })
  expect(refused).toMatchObject({ rule: 'call-record-incomplete' })
  expect(await app.call('drafts.load', key)).toMatchObject({ body: '正在写' })
  await app.call('calls.finish', { id, resultCode: 'other', ...record })
  expect(await app.call('drafts.list', {})).toMatchObject([KEY])
  // The other window had not heard of it yet.
  expect(await app.fail('drafts.save', { ...key, body: '还在写' })).toMatchObject({ rule: 'draft-of-ended-call' })
  const missed = await app.call('calls.start', { direction: 'inbound', phone: '13812345679' })
  await app.call('drafts.save', { kind: 'call-record', subject: missed.id, body: '未接' })
  await app.call('calls.endUnanswered', { id: missed.id, reason: 'missed' })
  expect(await app.call('drafts.list', {})).toMatchObject([KEY])
})

onEveryEngine('nobody sees, changes or removes the drafts of another, whatever their role', async (app) => {
  await app.as('agent', 'ann')
  await app.call('drafts.save', { ...KEY, body: '安的草稿' })
  for (const [role, login] of [
    ['agent', 'ben'],
    ['manager', 'boss'],
    ['admin', 'admin'],
  ] as const) {
    await app.as(role, login)
    expect([await app.call('drafts.load', KEY), await app.call('drafts.list', {})]).toEqual([null, []])
    await app.call('drafts.save', { ...KEY, body: login })
    await app.call('drafts.remove', KEY)
  }
  await app.as('agent', 'ann')
  expect(await app.call('drafts.load', KEY)).toMatchObject({ body: '安的草稿' })
})

onEveryEngine('the audit log says that a draft was kept and holds none of its words', async (app) => {
  await app.call('drafts.save', { ...KEY, body: '绝密草稿' })
  const rows = await app.engine.desk.open?.store.transaction((db) =>
    db.selectFrom('audit').selectAll().where('call', '=', 'drafts.save').execute(),
  )
  expect(rows).toMatchObject([{ outcome: 'done' }])
  expect(rows?.[0]?.body).toContain('call-record')
  expect(rows?.[0]?.body).not.toContain('绝密')
})

onEveryEngine('a draft is refused when it is too large, misnamed, or holds what a store cannot', async (app) => {
  const path_ = async (change: object) => {
    const result = await app.engine.request('drafts.save', { ...KEY, body: 'x', ...change })
    return result.ok
      ? 'saved'
      : result.failure.code === 'INVALID_INPUT'
        ? result.failure.issues.map((issue) => `${issue.path} ${issue.reason}`)
        : result.failure
  }
  expect(await path_({ body: 'x'.repeat(DRAFT_BYTES) })).toBe('saved')
  expect(await path_({ body: '字'.repeat(Math.floor(DRAFT_BYTES / 3)) })).toBe('saved')
  expect(await path_({ body: '字'.repeat(Math.floor(DRAFT_BYTES / 3) + 1) })).toEqual(['body draft-size'])
  expect(await path_({ body: 'a\0b' })).toEqual(['body unreadable'])
  expect(await path_({ body: 7 })).toEqual(['body invalid_type'])
  expect(await path_({ kind: 'Case New' })).toEqual(['kind draft-kind'])
  expect(await path_({ subject: '' })).toEqual(['subject too_small'])
  expect(await path_({ subject: '__proto__', kind: 'constructor' })).toBe('saved')
  await app.call('session.lock', { reason: 'asked' })
  expect(await app.fail('drafts.save', { ...KEY, body: 'x' })).toEqual({ code: 'LOCKED' })
})

onEveryEngine('drafts saved one right after another are kept in the order they were sent', async (app) => {
  const texts = Array.from({ length: 30 }, (_, count) => 'x'.repeat(count))
  await Promise.all(texts.map((body) => app.call('drafts.save', { ...KEY, body })))
  expect(await app.call('drafts.load', KEY)).toMatchObject({ body: texts.at(-1) })
})

onEngine(
  'sqlite',
  'S3-50 text of a program that is killed without warning is there when the desk is opened again',
  async (app) => {
    await app.engine.close()
    await killWhileWriting(app)
    await app.call('session.signIn', { login: 'boss', password: PASSWORD })
    expect(await app.call('drafts.load', KEY)).toMatchObject({ body: '写到第3秒' })
    expect(await app.call('calls.current', {})).toMatchObject({ state: 'talking', question: '通话中写下的问题' })
  },
)

/** Another program signs in, begins a call, keeps text as it is typed, and is ended by the system with no chance to close. */
async function killWhileWriting(app: App): Promise<void> {
  const program = path.join(import.meta.dirname, 'drafts-writer.ts')
  const writer = spawn(process.execPath, [program, app.address, PASSWORD, JSON.stringify(KEY)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise<void>((resolve, reject) => {
    writer.once('exit', (code) => reject(new Error(`ended by itself with ${code}`)))
    writer.stdout.on('data', (text) => String(text).includes('written') && resolve())
  })
  const ended = new Promise<NodeJS.Signals | null>((resolve) => writer.once('exit', (_, signal) => resolve(signal)))
  writer.kill('SIGKILL')
  expect(await ended).toBe('SIGKILL')
}

onEveryEngine('when a thing is erased, everybody’s drafts in any field of it go, and no other', async (app) => {
  const about = [KEY.subject, `${KEY.subject} cause`, 'call-12', 'call-12 cause']
  for (const login of ['ann', 'ben']) {
    await app.as('agent', login)
    for (const subject of about) await app.call('drafts.save', { kind: 'plan', subject, body: '草稿' })
  }
  await app.engine.desk.open?.store.transaction((db) => dropDraftsAbout(db, [KEY.subject]))
  for (const login of ['ann', 'ben']) {
    await app.as('agent', login)
    const left = await app.call('drafts.list', {})
    expect(left.map(({ subject }) => subject).sort()).toEqual(['call-12', 'call-12 cause'])
  }
})
