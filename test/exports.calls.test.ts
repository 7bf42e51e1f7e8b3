import fs from 'node:fs'
import path from 'node:path'
import { expect } from 'vitest'
import { parseManifest } from '../src/main/bundle/manifest.ts'
import { verifyBundle } from '../src/main/bundle/verify.ts'
import { readWhole, scanZip } from '../src/main/bundle/zip-reader.ts'
import type { MemberId } from '../src/shared/ids.ts'
import { type App, onEveryEngine, START } from './app.ts'

const PURPOSE = '会员本人申请查阅其全部服务记录'

/** A member with a finished call and an open complaint; `other` is somebody whose data must not leave with them. */
async function memberWithHistory(app: App): Promise<MemberId> {
  await app.as('manager')
  await app.call('members.create', {
    card: 'CA000099',
    name: '旁人秘密',
    mobile: '13900009999',
    careNotes: '旁人的备注不得外泄',
  })
  const { id } = await app.call('members.create', { card: 'CA000001', name: '欧阳静', mobile: '13812345678' })
  await app.call('cases.open', {
    kind: 'complaint',
    channel: 'phone',
    category: 'flight.delay',
    receivedAt: START,
    memberId: id,
    contactName: '欧阳静',
    contactPhone: '13812345678',
    content: '航班延误六小时无人告知',
    demand: '书面道歉',
    apologyGiven: true,
  })
  return id
}

const out = (app: App) => path.join(app.folder, 'history.zip')

onEveryEngine(
  'S3-74 S3-76 S3-133 a member history leaves signed, with purpose, requester and watermark',
  async (app) => {
    const memberId = await memberWithHistory(app)
    const made = await app.call('exports.history', { memberId, purpose: PURPOSE, requester: '欧阳静', out: out(app) })
    expect(await app.call('exports.list', {})).toMatchObject([
      {
        id: made.id,
        memberCard: 'CA000001',
        purpose: PURPOSE,
        requester: '欧阳静',
        sha256: made.sha256,
        actorName: '王经理',
      },
    ])
    const { ok, problems, manifest, rows } = await verifyBundle(out(app))
    expect({ ok, problems, rows }).toEqual({ ok: true, problems: [], rows: made.rows })
    expect(manifest).toMatchObject({
      purpose: PURPOSE,
      requester: { name: '欧阳静' },
      subject: { kind: 'member', id: 'CA000001' },
    })
    expect(manifest?.watermark).toContain('王经理 (boss) 2026-09-30 10:00')
    expect(manifest?.files.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'history.pdf',
        'history.json',
        'cases.csv',
        'case-events.csv',
        'calls.csv',
        'bookings.csv',
        'spends.csv',
        'audit.jsonl',
        'chain.jsonl',
      ]),
    )
    expect(await app.call('exports.verify', { file: out(app) })).toMatchObject({ ok: true, isOurs: true })
  },
)

onEveryEngine('a table without rows is its header alone, with the columns it has when there are some', async (app) => {
  const memberId = await memberWithHistory(app)
  await app.call('exports.history', { memberId, purpose: PURPOSE, requester: '欧阳静', out: out(app) })
  const tables = await csvFiles(out(app))
  expect(tables['cases.csv']).toHaveLength(2)
  expect(Object.entries(tables).filter(([, lines]) => lines[0] === 'none')).toEqual([])
  expect(tables['consents.csv']).toEqual(['id,memberId,purpose,given,at,actorId,channel'])
  expect(tables['bookings.csv']).toEqual([
    'flightNo,day,origin,destination,pnr,ticketNo,cabin,seat,status,fareFen,delayMinutes',
  ])
  const { ok, manifest } = await verifyBundle(out(app))
  expect([ok, manifest?.files.find(({ name }) => name === 'consents.csv')?.rows]).toEqual([true, 0])
})

onEveryEngine(
  'S3-74 what the desk told a member and heard back leaves with the history, of another member nothing',
  async (app) => {
    const memberId = await memberWithHistory(app)
    const [stranger] = await app.call('members.find', { text: 'CA000099' })
    const online = { kind: 'complaint', channel: 'website', category: 'flight.delay', demand: '书面道歉' } as const
    const told = { contactName: '欧阳静', contactPhone: '13812345678', content: '官网提交：延误' } as const
    await app.call('cases.open', { ...online, ...told, memberId, receivedAt: START })
    const post = { platform: 'weibo', link: 'https://weibo.com/1/2', postedAt: START } as const
    await app.call('posts.record', { ...post, author: '静静', text: '延误六小时', memberId })
    const other = { ...post, link: 'https://weibo.com/3/4', author: '旁人', text: '旁人秘密的话' }
    await app.call('posts.record', { ...other, memberId: stranger?.id ?? null })
    await app.call('exports.history', { memberId, purpose: PURPOSE, requester: '欧阳静', out: out(app) })
    const tables = await csvFiles(out(app))
    expect(tables['messages.csv']?.slice(1).map((line) => line.includes(',acknowledgement,'))).toEqual([true])
    expect(tables['posts.csv']?.slice(1).map((line) => line.includes('延误六小时'))).toEqual([true])
    for (const name of ['care-contacts.csv', 'channel-choices.csv', 'survey-answers.csv'])
      expect(tables[name]?.[0]).toMatch(/^id,/)
    expect(fs.readFileSync(out(app)).includes('旁人秘密的话')).toBe(false)
  },
)

/** The lines of every table in a bundle. */
async function csvFiles(file: string): Promise<Record<string, string[]>> {
  const handle = await fs.promises.open(file)
  try {
    const scan = await scanZip(handle, (await handle.stat()).size)
    if (!scan.ok) throw new Error('not a whole archive')
    const tables = scan.entries.filter(({ name }) => name.endsWith('.csv'))
    const texts = tables.map(async (entry) => [entry.name, String(await readWhole(handle, entry))] as const)
    return Object.fromEntries(
      (await Promise.all(texts)).map(([name, text]) => [name, text.replace('\uFEFF', '').trimEnd().split('\r\n')]),
    )
  } finally {
    await handle.close()
  }
}

onEveryEngine('the history of one member says nothing about another', async (app) => {
  const memberId = await memberWithHistory(app)
  await app.call('exports.history', { memberId, purpose: PURPOSE, requester: '欧阳静', out: out(app) })
  const bytes = fs.readFileSync(out(app))
  expect(bytes.includes('航班延误六小时无人告知')).toBe(true)
  for (const secret of ['旁人秘密', '旁人的备注', '13900009999', 'CA000099']) expect(bytes.includes(secret)).toBe(false)
})

onEveryEngine('S3-131 S3-133 the export itself is in the audit chain, and a refused one too', async (app) => {
  const memberId = await memberWithHistory(app)
  expect(await app.fail('exports.history', { memberId, purpose: 'x', requester: 'y', out: out(app) })).toMatchObject({
    rule: 'export-purpose',
  })
  expect(fs.existsSync(out(app))).toBe(false)
  const made = await app.call('exports.history', { memberId, purpose: PURPOSE, requester: '欧阳静', out: out(app) })
  const { rows } = await app.call('audit.list', { call: 'exports.history', member: memberId })
  expect(rows.map(({ outcome }) => outcome)).toEqual(['done'])
  expect(JSON.parse(rows[0]?.body ?? '{}').export).toMatchObject({ id: made.id, sha256: made.sha256 })
  expect((await app.call('audit.list', { call: 'exports.history' })).rows.map(({ outcome }) => outcome)).toEqual([
    'done',
    'refused',
  ])
})

onEveryEngine(
  'S3-133 nobody but a manager exports, and nothing leaves the mainland without an approval',
  async (app) => {
    const memberId = await memberWithHistory(app)
    const input = { memberId, purpose: PURPOSE, requester: '欧阳静', out: out(app) }
    for (const role of ['agent', 'lead', 'admin'] as const) {
      await app.as(role)
      expect(await app.fail('exports.history', input)).toEqual({ code: 'FORBIDDEN' })
    }
    await app.as('manager')
    expect(await app.fail('exports.history', { ...input, leavesMainland: true })).toMatchObject({
      rule: 'export-abroad-approval',
    })
    await app.call('exports.history', { ...input, leavesMainland: true, approval: '网信办〔2026〕12号' })
  },
)

onEveryEngine('a bundle of another store is genuine but not ours, a changed one neither', async (app) => {
  const memberId = await memberWithHistory(app)
  await app.call('exports.history', { memberId, purpose: PURPOSE, requester: '欧阳静', out: out(app) })
  const bytes = fs.readFileSync(out(app))
  const at = bytes.indexOf('航班延误')
  bytes[at] = (bytes[at] ?? 0) ^ 1
  fs.writeFileSync(out(app), bytes)
  const report = await app.call('exports.verify', { file: out(app) })
  expect(report).toMatchObject({ ok: false, isOurs: false })
  expect(report.problems.length).toBeGreaterThan(0)
  expect(parseManifest('{}')).toBeUndefined()
})
