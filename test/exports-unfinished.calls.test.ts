import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, vi } from 'vitest'
import { keptFolder } from '../src/main/bundle/kept-parts.ts'
import { verifyBundle } from '../src/main/bundle/verify.ts'
import { rotate } from '../src/main/crypto/keyring.ts'
import { writeKeyring } from '../src/main/crypto/keyring-file.ts'
import { openSqlite } from '../src/main/store/sqlite/open.ts'
import { type App, onEngine, onEveryEngine, PASSWORD } from './app.ts'
import { inStore } from './cases-fixtures.ts'
import { agreed, bytesIn, CALLS, cancelledAt, largeExport, TOLD, tablesOf } from './exports-fixture.ts'

vi.setConfig({ testTimeout: 120_000 })

const at = (app: App, name: string) => path.join(app.folder, name)

/** An export that was cancelled while its workbook was written: two of its three files are finished. */
async function left(app: App, more: { passphrase?: string } = {}) {
  const input = await largeExport(app)
  const out = at(app, 'all.zip')
  await cancelledAt(app, { ...input, ...more, out }, CALLS * 2 + 1000)
  const [row] = await app.call('exports.unfinished', {})
  return { input, out, id: row?.id ?? expect.fail('nothing is listed'), row }
}

/** The audit rows about exports: by what name, and what the row says besides. */
const told = (app: App) =>
  inStore(app, async (db) => {
    const rows = await db.selectFrom('audit').select(['call', 'outcome', 'body']).orderBy('seq').execute()
    return rows.filter(({ call }) => /^exports\.(begin|selection|history|goOn|discard)$/.test(call))
  })

onEveryEngine(
  'S3-133 an export that was begun and did not end is listed with what lies of it on the disk, and goes on from the list',
  async (app) => {
    const { input, out, id, row } = await left(app)
    expect(row).toMatchObject({
      ...{ begunAt: app.now(), begunBy: '王经理', begunByMe: true, purpose: input.purpose, recipient: input.requester },
      ...{ scope: input.scope, scopeLabel: '1', profile: 'archive', encryption: 'none', place: os.hostname() },
      ...{ fileName: 'all.zip', folder: keptFolder(out), state: 'kept', files: 3, rows: CALLS },
      ...{ reasons: ['rows'], approval: 'held' },
    })
    expect(row?.done?.bytes).toBe(bytesIn(keptFolder(out)).length)
    expect(row?.done).toMatchObject({ files: 2, rows: CALLS * 2 })
    expect(
      app.pushes.filter((push) => push.kind === 'changed' && push.topics.includes('exports')).length,
    ).toBeGreaterThan(1)
    app.pushes.length = 0
    const going = app.call('exports.goOn', { id })
    await vi.waitFor(() => expect(app.pushes.some(({ kind }) => kind === 'changed')).toBe(true), { interval: 5 })
    await vi.waitFor(
      async () => expect(await app.call('exports.unfinished', {})).toMatchObject([{ id, state: 'running' }]),
      { interval: 5 },
    )
    expect(await going).toMatchObject({ fileName: 'all.zip', taken: CALLS * 2, changed: [] })
    expect(await app.call('exports.unfinished', {})).toEqual([])
    expect(fs.existsSync(keptFolder(out))).toBe(false)
    expect(await verifyBundle(out)).toMatchObject({ ok: true, problems: [] })
    expect((await told(app)).map(({ call, outcome }) => `${call} ${outcome}`)).toEqual([
      ...['exports.begin done', 'exports.begin done', 'exports.goOn done'],
    ])
    expect(await app.call('audit.verify', {})).toMatchObject({ ok: true, problem: null })
    expect(await app.fail('exports.goOn', { id })).toEqual({ code: 'NOT_FOUND', entity: 'export' })
  },
)

onEveryEngine(
  'S3-133 somebody else who goes on makes a new export: another approval, another name in the register',
  async (app) => {
    const { input, out, id } = await left(app)
    await app.as('manager', 'chen')
    expect(await app.call('exports.unfinished', {})).toMatchObject([{ id, begunByMe: false, approval: 'missing' }])
    expect(await app.fail('exports.goOn', { id })).toMatchObject({ rule: 'export-needs-approval' })
    expect(await app.call('exports.unfinished', {})).toMatchObject([{ id, begunBy: '王经理', state: 'kept' }])
    const { scope, purpose, requester, profile } = input
    const request = await app.call('exports.ask', { scope, purpose, requester, profile })
    expect(await app.call('exports.unfinished', {})).toMatchObject([{ approval: 'asked' }])
    expect(await app.fail('exports.goOn', { id })).toMatchObject({ rule: 'export-needs-approval' })
    await app.as('admin')
    await app.call('exports.decide', { id: request.id, isApproved: true, note: '同意' })
    for (const role of ['admin', 'lead', 'agent'] as const) {
      await app.as(role)
      expect(await app.fail('exports.unfinished', {})).toEqual({ code: 'FORBIDDEN' })
      expect(await app.fail('exports.goOn', { id })).toEqual({ code: 'FORBIDDEN' })
      expect(await app.fail('exports.discard', { id })).toEqual({ code: 'FORBIDDEN' })
    }
    await app.as('manager', 'chen')
    expect(await app.call('exports.unfinished', {})).toMatchObject([{ approval: 'held' }])
    const made = await app.call('exports.goOn', { id })
    expect(made.taken).toBe(CALLS * 2)
    expect(await app.call('exports.list', {})).toMatchObject([
      { id: made.id, actorName: 'chen', copy: { approvedBy: 'admin' } },
    ])
    expect((await app.call('exports.requests', {})).map(({ state }) => state).sort()).toEqual(['approved', 'used'])
    expect(await verifyBundle(out)).toMatchObject({ ok: true, problems: [] })
  },
)

onEveryEngine(
  'an unfinished export is discarded with its folder, and the audit log says which; what somebody else put there stays',
  async (app) => {
    const { input, out, id } = await left(app)
    fs.writeFileSync(path.join(keptFolder(out), 'notes.txt'), 'x')
    expect(await app.call('exports.discard', { id })).toEqual({ isRemoved: false })
    expect(fs.readdirSync(keptFolder(out))).toEqual(['notes.txt'])
    expect(await app.call('exports.unfinished', {})).toEqual([])
    expect(JSON.parse((await told(app)).at(-1)?.body ?? '')).toMatchObject({
      ...{ login: 'boss', input: { id }, isRemoved: false },
      discarded: { fileName: 'all.zip', purpose: input.purpose, place: os.hostname() },
    })
    fs.rmSync(path.join(keptFolder(out), 'notes.txt'))
    await cancelledAt(app, { ...input, out }, CALLS + 1000)
    const [again] = await app.call('exports.unfinished', {})
    expect(await app.call('exports.discard', { id: again?.id ?? '' })).toEqual({ isRemoved: true })
    expect(fs.readdirSync(app.folder).filter((name) => name.startsWith('all.zip'))).toEqual([])
    expect(await app.fail('exports.discard', { id })).toEqual({ code: 'NOT_FOUND', entity: 'export' })
  },
)

onEveryEngine(
  'a folder that was deleted by hand, that another program wrote, or that is on another machine is said, and does not fail',
  async (app) => {
    const { out, id } = await left(app)
    const seen = async () => (await app.call('exports.unfinished', {})).map(({ state, done }) => [state, done !== null])
    app.engine.desk.host.versions.app = '0.0.1-test'
    expect(await seen()).toEqual([['anew', true]])
    app.engine.desk.host.versions.app = '0.0.0-test'
    expect(await seen()).toEqual([['kept', true]])
    fs.writeFileSync(path.join(keptFolder(out), 'state'), 'x')
    expect(await seen()).toEqual([['anew', true]])
    fs.renameSync(keptFolder(out), at(app, 'moved'))
    expect(await seen()).toEqual([['gone', false]])
    const host = vi.spyOn(os, 'hostname').mockReturnValue('another-desk')
    expect(await seen()).toEqual([['elsewhere', false]])
    expect(await app.fail('exports.goOn', { id })).toMatchObject({ rule: 'export-elsewhere' })
    host.mockRestore()
    expect(await app.call('exports.goOn', { id })).toMatchObject({ taken: 0, changed: [] })
    expect(await verifyBundle(out)).toMatchObject({ ok: true, problems: [] })
    expect(await seen()).toEqual([])
  },
)

onEveryEngine('what is too small to be kept, or was refused, is never listed as unfinished', async (app) => {
  const input = await largeExport(app)
  const { requestId: _, ...unasked } = input
  expect(await app.fail('exports.selection', { ...unasked, out: at(app, 'no.zip') })).toMatchObject({
    rule: 'export-needs-approval',
  })
  expect(await app.fail('exports.selection', { ...input, out: at(app, 'nowhere/no.zip') })).toMatchObject({
    rule: 'path-unusable',
  })
  const { id: memberId } = await app.call('members.create', { card: 'CA000002', name: '示例二' })
  const small = { memberId, purpose: '示例：会员本人申请查阅', requester: '示例二' }
  await app.call('exports.history', { ...small, out: at(app, 'small.zip') })
  expect(await app.call('exports.unfinished', {})).toEqual([])
  expect((await told(app)).map(({ call, outcome }) => `${call} ${outcome}`)).toEqual([
    ...['exports.selection refused', 'exports.history done'],
  ])
})

onEngine(
  'sqlite',
  'what was to be encrypted is never finished without the passphrase, which is kept nowhere',
  async (app) => {
    const passphrase = 'a long enough passphrase'
    const { id, out, row } = await left(app, { passphrase })
    expect(row).toMatchObject({ encryption: 'passphrase' })
    const kept = await inStore(app, (db) => db.selectFrom('unfinishedExports').selectAll().execute())
    expect(JSON.stringify([kept, await told(app)])).not.toContain(passphrase)
    for (const wrong of [undefined, '', 'short'])
      expect(await app.fail('exports.goOn', { id, passphrase: wrong })).toMatchObject({ rule: 'export-passphrase' })
    await app.call('exports.goOn', { id, passphrase })
    expect(fs.readFileSync(out).subarray(0, 21).toString()).toBe('age-encryption.org/v1')
    expect(await app.call('exports.verify', { file: out, passphrase })).toMatchObject({ ok: true, isOurs: true })
  },
)

onEveryEngine(
  'S3-133 after the data key was renewed an unfinished export still goes on, and nothing of it was readable meanwhile',
  async (app) => {
    const { input, out, id } = await left(app)
    const second = { login: 'admin', password: PASSWORD }
    await app.call('keys.renew', { reason: '示例：定期更换', password: PASSWORD, second })
    expect(bytesIn(keptFolder(out)).includes(TOLD)).toBe(false)
    await app.signIn('boss')
    expect(await app.call('exports.unfinished', {})).toMatchObject([{ id, state: 'kept', done: { files: 2 } }])
    const made = await app.call('exports.goOn', { id })
    expect(made.taken).toBe(CALLS * 2)
    const whole = { ...input, ...(await agreed(app, input.scope)), out: at(app, 'whole.zip') }
    await app.call('exports.selection', whole)
    expect(await verifyBundle(out)).toMatchObject({ ok: true, problems: [] })
    expect(await tablesOf(out)).toEqual(await tablesOf(whole.out))
  },
)

onEngine(
  'sqlite',
  'a renewal that was ended when the pages had the new key: the sign-in settles it, and the unfinished export goes on',
  async (app) => {
    const { id, out } = await left(app)
    const { keyring, dataKey } = app.engine.desk.open?.keys ?? expect.fail('closed')
    const old = new Uint8Array(dataKey)
    await app.call('session.lock', { reason: 'switch' })
    const begun = rotate(keyring, old)
    writeKeyring(`${app.address}.keys`, begun.keyring)
    const store = openSqlite(app.address, old, false)
    await store.hold?.(async (held) => held.rekey(begun.dek))
    await store.close()
    await app.signIn('boss')
    expect(await app.call('exports.unfinished', {})).toMatchObject([{ id, state: 'kept' }])
    expect((await app.call('exports.goOn', { id })).taken).toBe(CALLS * 2)
    expect(await verifyBundle(out)).toMatchObject({ ok: true, problems: [] })
  },
)

onEveryEngine(
  'a key of its parts that does not open: the export begins anew, the old folder is replaced and nothing readable is left',
  async (app) => {
    const { id, out } = await left(app)
    const parts = fs.readdirSync(keptFolder(out)).map((name) => fs.readFileSync(path.join(keptFolder(out), name)))
    await inStore(app, (db) => db.updateTable('unfinishedExports').set({ sealedKey: 'AAAA' }).execute())
    expect(await app.call('exports.unfinished', {})).toMatchObject([{ id, state: 'anew', done: { files: 0, rows: 0 } }])
    const [row = expect.fail('nothing is listed')] = await app.call('exports.unfinished', {})
    const input = { scope: row.scope, profile: 'archive' as const, purpose: row.purpose }
    const [request] = await app.call('exports.requests', {})
    await cancelledAt(app, { ...input, requester: row.requester, requestId: request?.id, out }, CALLS * 2 + 1000)
    expect(bytesIn(keptFolder(out)).includes(TOLD)).toBe(false)
    const now = fs.readdirSync(keptFolder(out)).map((name) => fs.readFileSync(path.join(keptFolder(out), name)))
    expect(now.filter((bytes) => parts.some((before) => before.equals(bytes)))).toEqual([])
    expect(await app.call('exports.unfinished', {})).toMatchObject([{ id, state: 'kept', done: { files: 2 } }])
    expect(await app.call('exports.goOn', { id })).toMatchObject({ taken: CALLS * 2, changed: [] })
    expect(await verifyBundle(out)).toMatchObject({ ok: true, problems: [] })
    expect(fs.existsSync(keptFolder(out))).toBe(false)
  },
)
