import fs from 'node:fs'
import path from 'node:path'
import { expect } from 'vitest'
import { sha256 } from '../src/main/crypto/hash.ts'
import { genesisHash, linkHash } from '../src/main/rules/audit-chain.ts'
import { onEveryEngine } from './app.ts'
import { ZHANG } from './members-fixture.ts'

onEveryEngine(
  'a place of the audit chain that was sent out shows when the chain was rolled back or rewritten',
  async (app) => {
    const file = path.join(app.folder, 'anchor.txt')
    const sent = await app.call('rights.sendAnchor', { out: file, keptBy: '公证处（演示）' })
    expect(sent.note).toContain('vip-desk/audit/')
    await app.call('members.create', ZHANG)
    expect(await app.call('rights.compareAnchor', { file })).toMatchObject({ result: 'same', anchored: sent.sequence })
    expect(await app.call('rights.anchors', {})).toMatchObject([{ sequence: sent.sequence, keptBy: '公证处（演示）' }])
    expect(await app.call('audit.verify', {})).toMatchObject({
      ok: true,
      anchor: { sequence: sent.sequence, hash: sent.hash, sentAt: sent.sentAt, keptBy: '公证处（演示）' },
    })
    const { open } = app.engine.desk
    if (!open) throw new Error('closed')
    await open.store.transaction((db) =>
      db
        .updateTable('audit')
        .set({ hash: 'f'.repeat(64) })
        .where('seq', '=', sent.sequence)
        .execute(),
    )
    expect(await app.call('rights.compareAnchor', { file })).toMatchObject({ result: 'rewritten' })
    await open.store.transaction(async (db) => {
      await db.deleteFrom('checkpoints').where('seq', '>=', sent.sequence).execute()
      await db.deleteFrom('audit').where('seq', '>=', sent.sequence).execute()
    })
    expect(await app.call('rights.compareAnchor', { file })).toMatchObject({ result: 'rolledBack' })
    expect(await app.call('audit.verify', {})).toMatchObject({
      ok: false,
      problem: { sequence: sent.sequence, reason: 'anchor' },
    })
  },
)

onEveryEngine(
  'a chain rewritten to its end, with every later checkpoint taken out, is caught by the place that was sent out',
  async (app) => {
    await app.call('members.create', ZHANG)
    expect(await app.call('audit.verify', {})).toMatchObject({ ok: true, anchor: null })
    const sent = await app.call('rights.sendAnchor', { out: path.join(app.folder, 'anchor.txt'), keptBy: '' })
    await app.call('members.create', { ...ZHANG, card: 'hu 6002' })
    const { open } = app.engine.desk
    if (!open) throw new Error('closed')
    await open.store.transaction(async (db) => {
      await db.deleteFrom('checkpoints').execute()
      let previous = genesisHash(open.storeId, sha256)
      for (const { seq, body } of await db.selectFrom('audit').select(['seq', 'body']).orderBy('seq').execute()) {
        const forged = body.replace('张 三丰', '李 四')
        previous = linkHash(previous, seq, forged, sha256)
        await db.updateTable('audit').set({ body: forged, hash: previous }).where('seq', '=', seq).execute()
      }
    })
    expect(await app.call('audit.verify', {})).toMatchObject({
      ok: false,
      problem: { sequence: sent.sequence, reason: 'anchor' },
    })
  },
)

onEveryEngine(
  'an anchor that was typed, pasted or scanned compares as its file does, whatever became of the ends of its lines',
  async (app) => {
    const file = path.join(app.folder, 'anchor.txt')
    const { note } = await app.call('rights.sendAnchor', { out: file, keptBy: '' })
    const results = []
    for (const text of [note, note.trimEnd(), ` ${note.replaceAll('\n', ' \r\n')}\r\n`, `\uFEFF${note}`])
      results.push((await app.call('rights.compareAnchor', { text })).result)
    expect(results).toEqual(['same', 'same', 'same', 'same'])
    expect(await app.call('rights.compareAnchor', { text: note.replace(/\n(\d+)\n/, '\n1$1\n') })).toMatchObject({
      result: 'unreadable',
    })
    const neither = { code: 'INVALID_INPUT', issues: [{ path: 'text', reason: 'file-or-text', params: {} }] }
    expect(await app.fail('rights.compareAnchor', {})).toEqual(neither)
    expect(await app.fail('rights.compareAnchor', { file, text: note })).toEqual(neither)
  },
)

onEveryEngine(
  'an anchor is saved as the draft of a mail, with the signed text in it and attached, and entered in the audit log',
  async (app) => {
    const { id, note, sequence } = await app.call('rights.sendAnchor', {
      out: path.join(app.folder, 'anchor.txt'),
      keptBy: '公证处（演示）',
    })
    const out = path.join(app.folder, 'anchor.eml')
    expect(await app.call('rights.draftAnchorMail', { id, language: 'zh-CN', out })).toEqual({ fileName: 'anchor.eml' })
    const [head = '', words = '', attached = ''] = fs
      .readFileSync(out, 'utf8')
      .split(/------vip-desk-anchor(?:--)?\r\n/)
    const textOf = (part: string) => Buffer.from(part.split('\r\n\r\n')[1] ?? '', 'base64').toString('utf8')
    expect(head).toContain('X-Unsent: 1\r\n')
    expect(head).not.toMatch(/^(to|from|cc|bcc):/im)
    expect(textOf(words)).toContain(note)
    expect(attached).toContain(`filename="audit-anchor-${sequence}.txt"`)
    expect(textOf(attached)).toBe(note)
    expect(await app.call('rights.compareAnchor', { text: textOf(attached) })).toMatchObject({ result: 'same' })
    expect(await app.fail('rights.draftAnchorMail', { id, language: 'en', out })).toEqual({
      ...{ code: 'RULE', rule: 'out-exists', params: { name: 'anchor.eml' } },
    })
    const none = { id: 'nothing-like-it', language: 'en' as const, out: path.join(app.folder, 'other.eml') }
    expect(await app.fail('rights.draftAnchorMail', none)).toMatchObject({ code: 'NOT_FOUND', entity: 'anchor' })
    const { rows } = await app.call('audit.list', { call: 'rights.draftAnchorMail', limit: 10 })
    expect(rows.map(({ outcome }) => outcome)).toEqual(['refused', 'refused', 'done'])
  },
)
