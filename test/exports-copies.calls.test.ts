import fs from 'node:fs'
import path from 'node:path'
import { generateIdentity, identityToRecipient } from 'age-encryption'
import { expect } from 'vitest'
import { verifyBundle } from '../src/main/bundle/verify.ts'
import { readWhole, scanZip } from '../src/main/bundle/zip-reader.ts'
import { openTable } from '../src/main/files/read-table.ts'
import type { CaseId, MemberId } from '../src/shared/ids.ts'
import { type App, onEngine, onEveryEngine, START } from './app.ts'

const PURPOSE = '示例：应来函要求提供服务经过'
const DAY = 86_400_000

/** Two members with a complaint each, of which the second is a whistle-blowing one. */
async function twoMembers(app: App): Promise<{ first: MemberId; second: MemberId; caseId: CaseId }> {
  await app.as('manager')
  const first = await app.call('members.create', {
    card: 'CA000001',
    name: '欧阳静',
    mobile: '13812345678',
    careNotes: '内部：喜欢靠窗',
  })
  const second = await app.call('members.create', { card: 'CA000002', name: '林示例', mobile: '13911112222' })
  const told = {
    channel: 'phone',
    category: 'flight.delay',
    receivedAt: START,
    demand: '书面道歉',
    apologyGiven: true,
  } as const
  const opened = await app.call('cases.open', {
    ...told,
    kind: 'complaint',
    memberId: first.id,
    contactName: '欧阳静',
    contactPhone: '13812345678',
    content: '延误六小时，请回电 13812345678',
  })
  await app.call('cases.open', {
    ...told,
    kind: 'complaint',
    memberId: second.id,
    contactName: '林示例',
    contactPhone: '13911112222',
    content: '另一位客户的投诉',
  })
  return { first: first.id, second: second.id, caseId: opened.id }
}

async function filesOf(file: string): Promise<Record<string, string>> {
  const handle = await fs.promises.open(file)
  try {
    const scan = await scanZip(handle, (await handle.stat()).size)
    if (!scan.ok) throw new Error(scan.detail)
    const texts = scan.entries.map(async (entry) => [entry.name, String(await readWhole(handle, entry))] as const)
    return Object.fromEntries(await Promise.all(texts))
  } finally {
    await handle.close()
  }
}

const at = (app: App, name: string) => path.join(app.folder, name)

onEveryEngine(
  'S3-133 a copy for the customer and one for a partner leave without what they may not have, and the manifest says so',
  async (app) => {
    const { first } = await twoMembers(app)
    const input = { memberId: first, purpose: PURPOSE, requester: '欧阳静' }
    await app.call('exports.history', {
      ...input,
      profile: 'customer',
      destroyBy: '2026-12-31',
      out: at(app, 'customer.zip'),
    })
    const { ok, manifest } = await verifyBundle(at(app, 'customer.zip'))
    expect(ok).toBe(true)
    expect(manifest).toMatchObject({
      version: 2,
      destroyBy: '2026-12-31',
      audit: { shown: 0 },
      redaction: { profile: 'customer' },
    })
    const bytes = fs.readFileSync(at(app, 'customer.zip'))
    for (const secret of ['内部：喜欢靠窗', '王经理 (boss)"']) expect(bytes.includes(secret)).toBe(false)
    expect(bytes.includes('延误六小时，请回电 13812345678')).toBe(true)

    const refusal = await app.fail('exports.history', { ...input, profile: 'partner', out: at(app, 'partner.zip') })
    expect(refusal).toMatchObject({ rule: 'export-needs-approval', params: { reasons: 'profile' } })
    expect(fs.existsSync(at(app, 'partner.zip'))).toBe(false)
  },
)

onEveryEngine(
  'S3-133 S3-131 a partner’s copy leaves only after a second person agreed to exactly that, once',
  async (app) => {
    const { first, second } = await twoMembers(app)
    const input = { purpose: PURPOSE, requester: '地服公司（示例）', profile: 'partner' } as const
    const { id } = await app.call('exports.ask', { scope: { kind: 'member', memberId: first }, ...input })
    expect(await app.fail('exports.decide', { id, isApproved: true, note: '同意' })).toMatchObject({
      rule: 'export-second-person',
    })
    const wanted = { ...input, requestId: id, out: at(app, 'partner.zip') }
    expect(await app.fail('exports.history', { memberId: first, ...wanted })).toMatchObject({
      rule: 'export-not-approved',
    })

    await app.as('admin')
    await app.call('exports.decide', { id, isApproved: true, note: '合同约定，同意' })
    await app.as('manager')
    expect(await app.fail('exports.history', { memberId: second, ...wanted })).toMatchObject({
      rule: 'export-approval-other',
    })
    await app.call('exports.history', { memberId: first, ...wanted })
    const files = await filesOf(at(app, 'partner.zip'))
    const all = Object.entries(files)
      .filter(([name]) => !name.endsWith('.pdf') && !name.endsWith('.xlsx'))
      .map(([, text]) => text)
      .join('\n')
    for (const secret of ['13812345678', '欧阳静', '王经理 (boss)"']) expect(all).not.toContain(secret)
    expect(files['cases.csv']).toContain('延误六小时，请回电 138****5678')
    expect(files['spends.csv']?.trim().split('\r\n')).toHaveLength(1)

    expect(await app.fail('exports.history', { memberId: first, ...wanted, out: at(app, 'again.zip') })).toMatchObject({
      rule: 'export-not-approved',
    })
    expect(await app.call('exports.requests', {})).toMatchObject([
      { state: 'used', decidedBy: 'admin', scopeLabel: 'CA000001', reasons: ['profile'] },
    ])
    const [row] = await app.call('exports.list', {})
    expect(row?.copy).toMatchObject({ profile: 'partner', approvedBy: 'admin', recipient: '地服公司（示例）' })
    const { rows } = await app.call('audit.list', { call: 'exports.decide' })
    expect(rows.map(({ outcome }) => outcome)).toEqual(['done', 'refused'])
  },
)

onEveryEngine('a refused request exports nothing, and what needs nobody is not asked for', async (app) => {
  const { first } = await twoMembers(app)
  const scope = { kind: 'member', memberId: first } as const
  const input = { purpose: PURPOSE, requester: '欧阳静' }
  expect(await app.fail('exports.ask', { scope, ...input, profile: 'customer' })).toMatchObject({
    rule: 'export-needs-nobody',
  })
  const { id } = await app.call('exports.ask', { scope, ...input, profile: 'court' })
  await app.as('admin')
  expect(await app.call('exports.decide', { id, isApproved: false, note: '缺少法院函件' })).toEqual({
    state: 'refused',
  })
  expect(await app.fail('exports.decide', { id, isApproved: true, note: '改主意' })).toMatchObject({
    rule: 'export-already-decided',
  })
  await app.as('manager')
  const out = at(app, 'court.zip')
  expect(
    await app.fail('exports.history', { memberId: first, ...input, profile: 'court', requestId: id, out }),
  ).toMatchObject({ rule: 'export-not-approved' })
  expect(fs.existsSync(out)).toBe(false)
})

onEveryEngine(
  'S3-133 a copy that should have been destroyed is listed until its destruction is confirmed',
  async (app) => {
    const { first } = await twoMembers(app)
    const input = { memberId: first, purpose: PURPOSE, requester: '欧阳静', profile: 'customer' } as const
    const { id } = await app.call('exports.history', { ...input, destroyBy: '2026-10-02', out: at(app, 'a.zip') })
    await app.call('exports.history', { ...input, out: at(app, 'b.zip') })
    const overdue = async () => (await app.call('exports.list', { isOverdue: true })).map((row) => row.id)
    expect(await overdue()).toEqual([])
    app.wait(3 * DAY)
    await app.signIn('boss')
    expect(await overdue()).toEqual([id])
    expect((await app.call('exports.list', {})).map(({ copy }) => copy?.state)).toEqual(
      expect.arrayContaining(['overdue', 'unlimited']),
    )
    expect(await app.fail('exports.confirmDestroyed', { id, on: '2027-01-01', note: '对方来函' })).toMatchObject({
      rule: 'export-copy-future',
    })
    await app.call('exports.confirmDestroyed', { id, on: '2026-10-03', note: '对方书面确认已删除' })
    expect(await overdue()).toEqual([])
    expect((await app.call('exports.list', {})).find((row) => row.id === id)?.copy).toMatchObject({
      state: 'destroyed',
      destroyedOn: '2026-10-03',
      destroyedNote: '对方书面确认已删除',
    })
    expect(await app.fail('exports.confirmDestroyed', { id, on: '2026-10-03', note: '再次' })).toMatchObject({
      rule: 'export-copy-ended',
    })
  },
)

onEveryEngine('S3-133 a case leaves alone: its steps, its call, nothing of another case or member', async (app) => {
  const { caseId } = await twoMembers(app)
  const out = at(app, 'case.zip')
  await app.call('exports.selection', {
    scope: { kind: 'case', caseId },
    purpose: PURPOSE,
    requester: '审计（示例）',
    out,
  })
  const files = await filesOf(out)
  expect(files['cases.csv']).toContain('延误六小时')
  expect(files['case-events.csv']?.trim().split('\r\n').length).toBeGreaterThan(1)
  expect(files['contacts.csv']?.trim().split('\r\n')).toHaveLength(1)
  expect(Object.values(files).join('\n')).not.toContain('另一位客户的投诉')
  const { ok, manifest } = await verifyBundle(out)
  expect({ ok, kind: manifest?.subject.kind }).toEqual({ ok: true, kind: 'case' })
})

onEveryEngine(
  'S3-133 a list of members leaves whole, each row once, and every table has the rows the store holds',
  async (app) => {
    const { first, second } = await twoMembers(app)
    const out = at(app, 'list.zip')
    const scope = { kind: 'members', memberIds: [second, first, second] } as const
    await app.call('exports.selection', {
      scope: { ...scope, memberIds: [...scope.memberIds] },
      purpose: PURPOSE,
      requester: '审计（示例）',
      out,
    })
    const { ok, manifest, problems } = await verifyBundle(out)
    expect({ ok, problems }).toEqual({ ok: true, problems: [] })
    expect(manifest).toMatchObject({ subject: { kind: 'members', id: '2' } })
    const counts = manifest?.version === 2 ? manifest.counts : []
    expect(counts.find(({ table }) => table === 'cases')).toEqual({ table: 'cases', inStore: 2, left: 2, heldBack: 0 })
    const files = await filesOf(out)
    for (const { table, left } of counts) {
      const name = table.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
      expect([table, files[`${name}.jsonl`]?.split('\n').length]).toEqual([table, left + 1])
    }
  },
)

onEveryEngine(
  'S3-133 a period leaves with a second person’s agreement: cases received and calls begun in it, up to its end',
  async (app) => {
    await twoMembers(app)
    const out = at(app, 'period.zip')
    const scope = { kind: 'period', from: START, to: START + 1 } as const
    const empty = { kind: 'period', from: START + 1, to: START + DAY } as const
    const input = { purpose: PURPOSE, requester: '民航局（示例）', profile: 'regulator' } as const
    expect(await app.call('exports.measure', { scope: empty, profile: 'regulator' })).toMatchObject({
      rows: 0,
      reasons: ['people'],
    })
    expect(await app.fail('exports.selection', { scope, ...input, out })).toMatchObject({
      rule: 'export-needs-approval',
    })
    expect(await app.fail('exports.selection', { scope: { ...scope, to: START }, ...input, out })).toMatchObject({
      rule: 'export-period-empty',
    })
    const { id } = await app.call('exports.ask', { scope, ...input })
    await app.as('admin')
    await app.call('exports.decide', { id, isApproved: true, note: '监管要求' })
    await app.as('manager')
    await app.call('exports.selection', { scope, ...input, requestId: id, out })
    const { ok, manifest } = await verifyBundle(out)
    expect({ ok, range: manifest?.range.from }).toEqual({ ok: true, range: new Date(START).toISOString() })
    const files = await filesOf(out)
    expect(files['cases.csv']?.trim().split('\r\n')).toHaveLength(3)
    expect(files['cases.csv']).not.toContain('13812345678')
  },
)

onEveryEngine(
  'the workbook of a bundle has Chinese heads and as many rows in each sheet as the tables beside it',
  async (app) => {
    const { first } = await twoMembers(app)
    const out = at(app, 'history.zip')
    await app.call('exports.history', { memberId: first, purpose: PURPOSE, requester: '欧阳静', out })
    const handle = await fs.promises.open(out)
    const scan = await scanZip(handle, (await handle.stat()).size)
    const entry = scan.ok ? scan.entries.find(({ name }) => name === 'history.xlsx') : undefined
    if (!entry) throw new Error('no workbook')
    fs.writeFileSync(at(app, 'history.xlsx'), await readWhole(handle, entry))
    await handle.close()
    const csv = (await filesOf(out))['case-events.csv'] ?? ''
    const opened = await openTable(at(app, 'history.xlsx'), { sheet: '处理过程' })
    if (!opened.ok) throw new Error('no table')
    let rows = 0
    for await (const batch of opened.table.batches) rows += batch.ok ? batch.rows.length : Number.NaN
    expect(opened.table.headers.slice(0, 3)).toEqual(['服务单标识', '步骤序号', '时间'])
    const { manifest } = await verifyBundle(out)
    const counts = manifest?.version === 2 ? manifest.counts : []
    expect(rows).toBe(counts.find(({ table }) => table === 'caseEvents')?.left)
    expect(csv).toContain('caseId,seq,at')
    const total = counts.reduce((sum, { left }) => sum + left, 0)
    expect(manifest?.files.find(({ name }) => name === 'history.xlsx')?.rows).toBe(total)
  },
)

onEngine(
  'sqlite',
  'S3-133 an encrypted bundle opens with its passphrase or its recipient’s key and with nothing else',
  async (app) => {
    const { first } = await twoMembers(app)
    const input = { memberId: first, purpose: PURPOSE, requester: '欧阳静' }
    const passphrase = '十二个字符以上的示例口令 demo'
    expect(await app.fail('exports.history', { ...input, passphrase: '太短', out: at(app, 'x.age') })).toMatchObject({
      rule: 'export-passphrase',
    })
    expect(
      await app.fail('exports.history', { ...input, recipientKeys: ['age1nonsense'], out: at(app, 'x.age') }),
    ).toMatchObject({ rule: 'export-recipient-key' })
    await app.call('exports.history', { ...input, passphrase, out: at(app, 'p.age') })
    const identity = await generateIdentity()
    const recipientKeys = [await identityToRecipient(identity)]
    await app.call('exports.history', { ...input, recipientKeys, out: at(app, 'r.age') })
    expect(fs.readdirSync(app.folder).filter((name) => /part|sealed/.test(name))).toEqual([])
    for (const name of ['p.age', 'r.age']) {
      const bytes = fs.readFileSync(at(app, name))
      expect(bytes.subarray(0, 21).toString()).toBe('age-encryption.org/v1')
      expect(bytes.includes('延误六小时')).toBe(false)
    }
    const verify = (file: string, key: object) => app.call('exports.verify', { file: at(app, file), ...key })
    expect(await verify('p.age', { passphrase })).toMatchObject({ ok: true, isOurs: true, profile: 'archive' })
    expect(await verify('r.age', { identity: `# key\n${identity}\n` })).toMatchObject({ ok: true, isOurs: true })
    for (const [file, key] of [
      ['p.age', {}],
      ['p.age', { passphrase: '错误的口令错误的口令错误' }],
      ['r.age', { passphrase }],
    ] as const) {
      expect(await verify(file, key)).toMatchObject({ ok: false, problems: [{ code: 'encrypted' }] })
    }
    expect((await app.call('exports.list', {})).map(({ copy }) => copy?.encryption).sort()).toEqual([
      'passphrase',
      'recipients',
    ])
    const { rows } = await app.call('audit.list', {})
    expect(JSON.stringify(rows)).not.toContain('示例口令')
  },
)

onEngine('sqlite', 'the stand-alone verifier is saved with the key to give to the auditor', async (app) => {
  await app.as('manager')
  const saved = await app.call('exports.saveVerifier', { out: at(app, 'verify-bundle.mjs') })
  expect(fs.readFileSync(at(app, 'verify-bundle.mjs'), 'utf8')).toContain('Needs Node 18 or newer and nothing else')
  expect(saved.publicKey).toMatch(/^RW/)
  expect(await app.fail('exports.saveVerifier', { out: at(app, 'verify-bundle.mjs') })).toMatchObject({
    rule: 'out-exists',
  })
})
