import fs from 'node:fs'
import path from 'node:path'
import { expect } from 'vitest'
import type { Input } from '../src/shared/contracts.ts'
import { HOUR, MINUTE } from '../src/shared/time.ts'
import { type App, onEveryEngine, START } from './app.ts'
import { complaint, enquiry, inStore } from './cases-fixtures.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const pdf = bytes(`%PDF-1.7\n${'证明 '.repeat(500)}`)
/** As long as a complaint by mail may be. */
const LONG = `${'航班延误后在柜台等候，无人说明情况，也没有安排餐食。'.repeat(150)}（演示数据）`.slice(0, 4000)

function put(app: App, name: string, content: Uint8Array): string {
  const file = path.join(app.folder, name)
  fs.writeFileSync(file, content)
  return file
}

const stored = (app: App) =>
  inStore(app, async (db) => {
    const [cases, events, pieces] = await Promise.all([
      db.selectFrom('cases').select('id').execute(),
      db.selectFrom('caseEvents').select('kind').execute(),
      db.selectFrom('evidence').select('name').execute(),
    ])
    return [cases.length, events.length, pieces.length]
  })

onEveryEngine(
  'S5-06 a long complaint from the mailbox is registered with its attachments in one go: both are in the log, whole and sealed',
  async (app) => {
    await app.as('agent', 'li')
    const file = put(app, '登机牌.pdf', pdf)
    const letter = { name: '来信.eml', bytes: bytes('From: kehu@example.com\n\n投诉内容见正文') }
    const draft = complaint({ channel: 'email', content: LONG })
    const { id, lastSeq } = await app.call('cases.open', {
      ...draft,
      attachments: [{ file, note: '客户邮件附件' }, { file: letter }],
    })
    const shown = await app.call('cases.show', { id })
    expect(shown).toMatchObject({ channel: 'email', content: LONG, lastSeq, recorded: { evidenceCount: 2 } })
    expect(shown.events.filter(({ kind }) => kind === 'evidence').map(({ data }) => data.text)).toEqual([
      '登机牌.pdf · 客户邮件附件',
      '来信.eml',
    ])
    const pieces = await app.call('evidence.list', { caseId: id })
    expect(pieces.map(({ name, size, note, addedAt }) => [name, size, note, addedAt])).toEqual([
      ['登机牌.pdf', pdf.length, '客户邮件附件', START],
      ['来信.eml', letter.bytes.length, '', START],
    ])
    expect(await app.call('evidence.check', { caseId: id })).toEqual(
      pieces.map((piece) => ({ id: piece.id, isWhole: true })),
    )
    await app.as('manager')
    expect(await app.call('cases.replay', { id })).toMatchObject({ mismatches: 0 })
  },
)

onEveryEngine('S5-06 an attachment that is refused leaves neither the case nor the other files', async (app) => {
  await app.as('agent', 'li')
  const before = await stored(app)
  const good = { name: '来信.txt', bytes: bytes('正文') }
  const open = (attachments: Input<'cases.open'>['attachments']) =>
    app.fail('cases.open', { ...complaint({ channel: 'email' }), ...(attachments ? { attachments } : {}) })
  expect(await open([{ file: good }, { file: { name: '安装.exe', bytes: bytes('MZ') } }])).toMatchObject({
    rule: 'evidence-kind',
  })
  expect(await open([{ file: good }, { file: good }])).toMatchObject({ rule: 'evidence-there' })
  expect(await open(Array.from({ length: 5 }, (_, i) => ({ file: { ...good, name: `${i}.txt` } })))).toMatchObject({
    code: 'INVALID_INPUT',
  })
  expect(await stored(app)).toEqual(before)
})

onEveryEngine(
  'S2-119 the limit for handling depends on the nature of a complaint and on how complex the matter is',
  async (app) => {
    await app.as('agent', 'li')
    const due = async (more: Partial<Input<'cases.open'>>) => {
      const { clocks } = await app.call('cases.open', complaint({ category: 'other.general', ...more }))
      return ((clocks.find(({ kind }) => kind === 'resolve')?.dueAt ?? 0) - START) / HOUR
    }
    // By nature, the complexity being the same.
    const [general, urgent] = [await due({ severity: 'general' }), await due({ severity: 'urgent' })]
    expect(urgent).toBeLessThan(general)
    // By how complex it is, the nature being the same: to be done at once, or within one or two days.
    const simple = await due({ severity: 'general', timeClass: 'h24' })
    const complex = await due({ severity: 'general', timeClass: 'h48' })
    expect([simple, complex]).toEqual([24, 48])
    // A question that turns out to be complex gets working days in place of minutes.
    const asked = await app.call('cases.open', enquiry())
    const limits = (view: typeof asked) =>
      view.clocks.filter(({ state }) => state === 'running').map(({ kind, dueAt }) => [kind, dueAt - START])
    expect(limits(asked)).toContainEqual(['answer', 5 * MINUTE])
    const marked = await app.call('cases.advance', {
      ...{ id: asked.id, step: 'markComplex', expectedSeq: asked.lastSeq },
      data: {
        ...{ complexReason: '需查询外站记录', customerTold: true, ownerId: asked.ownerId ?? '' },
        expectedAt: START + 48 * HOUR,
      },
    })
    const reply = limits(marked).find(([kind]) => kind === 'reply')
    expect(Number(reply?.[1])).toBeGreaterThan(2 * 24 * HOUR)
    expect(limits(marked).map(([kind]) => kind)).not.toContain('answer')
  },
)

onEveryEngine(
  'S2-11 group and channel are both made, renamed and moved by an administrator, and counted separately in the month’s report',
  async (app) => {
    await app.as('admin')
    const words = (zh: string, en: string) => ({ name: { zh, en } })
    const group = { code: 'partners', meaning: 'external', isActive: true, ...words('合作方', 'Partners') } as const
    await app.call('classes.saveChannelGroup', { ...group, isNew: true })
    const desk = { code: 'hotelDesk', groupCode: 'partners', ...words('酒店前台', 'Hotel desk') }
    const counter = { code: 'lounge', groupCode: 'human', ...words('休息室', 'Lounge') }
    await app.call('classes.saveChannel', { ...desk, isNew: true })
    await app.call('classes.saveChannel', { ...counter, isNew: true })
    await app.as('agent', 'li')
    for (const channel of ['hotelDesk', 'hotelDesk', 'lounge']) await app.call('cases.open', complaint({ channel }))
    await app.as('admin')
    await app.call('classes.saveChannelGroup', { ...group, ...words('合作伙伴渠道', 'Partner channels'), isNew: false })
    await app.call('classes.saveChannel', {
      ...counter,
      groupCode: 'partners',
      ...words('贵宾室', 'VIP room'),
      isNew: false,
    })
    await app.as('manager')
    const report = await app.call('reports.show', { kind: 'month', period: '2026-09' })
    const rows = (id: string) =>
      (report.spreads.find((one) => one.id === id)?.rows ?? []).map((row) => [row.key, row.complaint])
    const named = report.spreads.flatMap((one) => one.rows).find(({ key }) => key === 'partners')
    expect([rows('channelGroup'), rows('channel').sort(), named?.name]).toEqual([
      [['partners', 3]],
      [
        ['hotelDesk', 2],
        ['lounge', 1],
      ],
      { zh: '合作伙伴渠道', en: 'Partner channels' },
    ])
  },
)
