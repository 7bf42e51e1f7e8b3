import fs from 'node:fs'
import path from 'node:path'
import { expect } from 'vitest'
import { verifyBundle } from '../src/main/bundle/verify.ts'
import { readWhole, scanZip } from '../src/main/bundle/zip-reader.ts'
import { WITHHELD } from '../src/main/rules/export-redaction.ts'
import type { ExportScope } from '../src/shared/exports/model.ts'
import type { MemberId } from '../src/shared/ids.ts'
import { type App, onEngine, onEveryEngine } from './app.ts'
import { putMember } from './calls-fixture.ts'
import { agreed } from './exports-fixture.ts'
import { hasPdftotext, pagesOfFile } from './pdf-text.ts'

const SECOND = 1000
const WANG = '13812345678'
const LI = '13900002222'
const RECORD = { question: '想改签明天的航班', process: '查询了三个航班', result: '已改签' }
const PURPOSE = '会员本人申请查阅其全部服务记录'
const NOTES = ['callEvents', 'callConsults', 'callWaits']

type Talk = { phone: string; question: string; answer: string; note: string }

const WANGS = { phone: WANG, question: '能否免费升舱？', answer: '钻石会员可以', note: '客户赶时间，已核对身份' }
const LIS = { phone: LI, question: '行李在哪里？', answer: '在转盘三号', note: '行李一事请接手' }

/** A call with a hold, a consultation of an outsider, and a cold transfer that a colleague takes; answers both parts. */
async function handedOver(app: App, { phone, question, answer, note }: Talk) {
  const ben = await app.as('agent', 'ben')
  await app.as('agent', 'ann')
  const { id: first } = await app.call('calls.start', { direction: 'inbound', phone })
  await app.call('calls.answer', { id: first })
  await app.call('calls.hold', { id: first })
  app.wait(45 * SECOND)
  await app.call('calls.resume', { id: first })
  await app.call('calls.consult', { id: first, asked: '首都机场值机柜台', question })
  app.wait(20 * SECOND)
  await app.call('calls.endConsult', { id: first, answer })
  await app.call('calls.transfer', { id: first, kind: 'cold', toUserId: ben as never, note })
  await app.call('calls.finish', { id: first, resultCode: 'transferred', ...RECORD })
  await app.as('agent', 'ben')
  const [waits] = await app.call('calls.waiting', {})
  app.wait(30 * SECOND)
  const { id: second, startedAt } = await app.call('calls.takeWaiting', { id: waits?.id ?? '' })
  const end = async () => {
    await app.call('calls.hangUp', { id: second })
    await app.call('calls.finish', { id: second, resultCode: 'answered-enquiry', ...RECORD })
    await app.as('manager')
  }
  return { first, second, startedAt, end }
}

async function wang(app: App): Promise<MemberId> {
  return putMember(app, 'CA1', '王丽', { mobile: `+86${WANG}`, tier: 'diamond' })
}

async function exported(app: App, scope: ExportScope, more: object = {}) {
  const out = path.join(app.folder, `${scope.kind}-${fs.readdirSync(app.folder).length}.zip`)
  await app.call('exports.selection', { scope, purpose: PURPOSE, requester: '王丽', out, ...more })
  const { ok, problems, manifest } = await verifyBundle(out)
  expect({ ok, problems }).toEqual({ ok: true, problems: [] })
  const counts = manifest?.version === 2 ? manifest.counts : []
  return { files: await filesOf(out), counts: counts.filter(({ table }) => NOTES.includes(table)), manifest }
}

async function filesOf(file: string): Promise<Record<string, Buffer>> {
  const handle = await fs.promises.open(file)
  try {
    const scan = await scanZip(handle, (await handle.stat()).size)
    if (!scan.ok) throw new Error(scan.detail)
    const read = scan.entries.map(async (entry) => [entry.name, Buffer.from(await readWhole(handle, entry))] as const)
    return Object.fromEntries(await Promise.all(read))
  } finally {
    await handle.close()
  }
}

const linesOf = (files: Record<string, Buffer>, name: string) => String(files[name]).trimEnd().split('\r\n').slice(1)

onEveryEngine(
  'S3-70 S3-74 what was asked, held and handed over in a call leaves with the member’s history in every form, of nobody else',
  async (app) => {
    const memberId = await wang(app)
    await (await handedOver(app, LIS)).end()
    const { first, second, end } = await handedOver(app, WANGS)
    await end()
    const { files, counts, manifest } = await exported(app, { kind: 'member', memberId })
    expect(linesOf(files, 'call-consults.csv').map((line) => line.includes('能否免费升舱？'))).toEqual([true])
    expect(linesOf(files, 'call-waits.csv').map((line) => line.includes(WANGS.note))).toEqual([true])
    const history: unknown = JSON.parse(String(files['history.json']))
    expect(history).toMatchObject({
      callConsults: [{ callId: first, asked: '首都机场值机柜台', question: WANGS.question, answer: WANGS.answer }],
      callWaits: [{ fromId: first, callId: second, note: WANGS.note, kind: 'cold', state: 'taken' }],
      callEvents: expect.arrayContaining([
        expect.objectContaining({ callId: first, kind: 'hold' }),
        expect.objectContaining({ callId: first, kind: 'consult', data: { asked: '首都机场值机柜台' } }),
        expect.objectContaining({ callId: second, kind: 'take' }),
      ]),
    })
    const events = linesOf(files, 'call-events.csv').length
    expect(counts).toEqual([
      { table: 'callEvents', inStore: events, left: events, heldBack: 0 },
      { table: 'callConsults', inStore: 1, left: 1, heldBack: 0 },
      { table: 'callWaits', inStore: 1, left: 1, heldBack: 0 },
    ])
    const total = (manifest?.version === 2 ? manifest.counts : []).reduce((sum, { left }) => sum + left, 0)
    expect(manifest?.files.find(({ name }) => name === 'history.xlsx')?.rows).toBe(total)
    const all = Object.values(files).map(String).join('\n')
    for (const other of [LIS.question, LIS.answer, LIS.note, LI]) expect(all).not.toContain(other)
  },
)

onEveryEngine(
  'S3-133 a customer’s copy shows that a colleague was asked, but not whom, what, or what the staff wrote to each other',
  async (app) => {
    const memberId = await wang(app)
    await (await handedOver(app, WANGS)).end()
    const { files, counts } = await exported(app, { kind: 'member', memberId }, { profile: 'customer' })
    expect(JSON.parse(String(files['history.json']))).toMatchObject({
      callConsults: [{ asked: WITHHELD, question: WITHHELD, answer: WITHHELD }],
      callWaits: [{ note: WITHHELD, createdBy: expect.stringMatching(/^S-/), phone: `+86${WANG}` }],
    })
    expect(counts.map(({ heldBack }) => heldBack)).toEqual([0, 0, 0])
    const all = Object.values(files).map(String).join('\n')
    for (const secret of [WANGS.question, WANGS.answer, WANGS.note, '首都机场']) expect(all).not.toContain(secret)

    const scope = { kind: 'member', memberId } as const
    const wanted = { purpose: PURPOSE, requester: '地服公司（示例）', profile: 'partner' } as const
    const { id } = await app.call('exports.ask', { scope, ...wanted })
    await app.as('admin')
    await app.call('exports.decide', { id, isApproved: true, note: '合同约定，同意' })
    await app.as('manager')
    const partner = await exported(app, scope, { ...wanted, requestId: id })
    expect(partner.counts.map(({ table, left, heldBack }) => [table, left > 0, heldBack])).toEqual([
      ['callEvents', true, 0],
      ['callConsults', false, 1],
      ['callWaits', false, 1],
    ])
  },
)

onEveryEngine(
  'S3-133 a transfer comes once: with the part that was given away, with the part that was taken, and with both',
  async (app) => {
    const one = await wang(app)
    const two = await putMember(app, 'CA2', '李红', { mobile: `+86${LI}` })
    const from = app.now()
    const { second, startedAt, end } = await handedOver(app, WANGS)
    // The colleague learns that it is somebody else who calls.
    await app.call('calls.link', { id: second, memberId: two })
    await end()
    const notesOf = ({ files }: Awaited<ReturnType<typeof exported>>) =>
      linesOf(files, 'call-waits.csv').map((line) => line.includes(WANGS.note))
    for (const memberIds of [[one], [two], [one, two]])
      expect(notesOf(await exported(app, { kind: 'members', memberIds }))).toEqual([true])

    const whole = { kind: 'period', from, to: app.now() } as const
    const given = { ...whole, to: startedAt }
    const taken = { ...whole, from: startedAt }
    for (const scope of [whole, given, taken])
      expect(notesOf(await exported(app, scope, await agreed(app, scope)))).toEqual([true])
    const period = await exported(app, given, await agreed(app, given))
    const lines = String(period.files['call-consults.jsonl']).trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ question: WANGS.question, answer: WANGS.answer }])
    expect(linesOf((await exported(app, taken, await agreed(app, taken))).files, 'call-consults.csv')).toEqual([])
  },
)

onEveryEngine('a case leaves with the notes of the call it was opened in, and of no other', async (app) => {
  const memberId = await wang(app)
  await (await handedOver(app, LIS)).end()
  const { second: callId, end } = await handedOver(app, WANGS)
  const { id: caseId } = await app.call('cases.open', {
    kind: 'enquiry',
    channel: 'phone',
    category: 'flight.delay',
    memberId,
    contactName: '王丽',
    contactPhone: WANG,
    content: '问升舱',
    callId,
  })
  await end()
  const { files } = await exported(app, { kind: 'case', caseId })
  expect(linesOf(files, 'call-waits.csv').map((line) => line.includes(WANGS.note))).toEqual([true])
  expect(linesOf(files, 'call-consults.csv')).toEqual([])
  expect(JSON.parse(String(files['history.json']))).toMatchObject({
    callEvents: expect.arrayContaining([expect.objectContaining({ callId, kind: 'take' })]),
  })
})

if (hasPdftotext)
  onEngine('sqlite', 'the printed history tells of holds, questions and transfers, in both languages', async (app) => {
    const memberId = await wang(app)
    await (await handedOver(app, WANGS)).end()
    const printed = async (language: 'zh-CN' | 'en') => {
      const { files } = await exported(app, { kind: 'member', memberId }, { language })
      const file = path.join(app.folder, `${language}.pdf`)
      fs.writeFileSync(file, files['history.pdf'] ?? '')
      return pagesOfFile(file).join('\n').replaceAll(/\s+/g, ' ')
    }
    const chinese = await printed('zh-CN')
    for (const words of ['通话中的保持、咨询与转接', '45 秒', '20 秒', '咨询同事', '直接转接', '已接起', WANGS.answer])
      expect(chinese).toContain(words)
    const english = await printed('en')
    for (const words of [
      'Holds, consultations and transfers in calls',
      'LD-20260930-0001',
      '45 s',
      'Consulted',
      'Cold',
      'taken by',
    ])
      expect(english).toContain(words)
  })
