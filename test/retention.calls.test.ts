import path from 'node:path'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { DAY } from '../src/shared/time.ts'
import { type App, onEngine, onEveryEngine } from './app.ts'
import { putMember } from './calls-fixture.ts'
import { at, complaint, enquiry, inStore } from './cases-fixtures.ts'
import { ZHANG } from './members-fixture.ts'
import { openBundle } from './rights-fixtures.ts'

/** Words that stand for a person and must be nowhere once the person's data is erased. */
const MARKERS = [
  '三丰',
  '13812345678',
  '440106198503151217',
  'sanfeng1247',
  'Zhang.SanFeng',
  '暗号甲',
  '暗号乙',
  '暗号丙',
]

/** Every place outside the audit log in which one of the words still stands. */
async function placesOf(app: App, words: readonly string[]): Promise<string[]> {
  return inStore(app, async (db) => {
    const places = new Set<string>()
    for (const { name } of await db.introspection.getTables()) {
      if (['audit', 'users'].includes(name)) continue
      const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(db)
      for (const row of rows)
        for (const [column, value] of Object.entries(row))
          if (typeof value === 'string' && words.some((word) => value.includes(word))) places.add(`${name}.${column}`)
    }
    return [...places].sort()
  })
}

/** A member with something in every part of the file, and one closed enquiry. */
async function knownMember(app: App) {
  await app.as('agent', 'li')
  const { id: memberId } = await app.call('members.create', ZHANG)
  const family = { kind: 'family', value: '+86 139 0000 7777', label: '暗号甲', maySpeak: true } as const
  await app.call('members.addContact', { id: memberId, ...family })
  await app.call('members.recordConsent', { id: memberId, purpose: 'service', given: true, channel: 'telephone' })
  await app.call('members.recordSpend', {
    id: memberId,
    kind: 'own',
    description: '暗号乙 贵宾厅',
    amountFen: 100_00,
    at: app.now(),
  })
  const file = await app.call('cases.open', enquiry({ memberId, content: '暗号丙 张三丰问行李额', title: '暗号丙' }))
  return { memberId, caseId: file.id, number: file.number }
}

async function askErasure(app: App, memberId: Awaited<ReturnType<typeof knownMember>>['memberId']) {
  const { id } = await app.call('rights.receive', {
    ...{ memberId, kind: 'erase', channel: 'letter', requester: '张三丰', text: '请删除我的全部信息' },
  })
  await app.call('rights.identify', { id, how: '核对证件' })
  return id
}

/** Ends a case as it would have ended, without going through its whole flow. */
async function close(app: App, caseId: string, closedAt: number): Promise<void> {
  app.hasMadeRows()
  await inStore(app, (db) =>
    db.updateTable('cases').set({ isOpen: 0, state: 'closed', closedAt }).where('id', '=', caseId).execute(),
  )
}

onEveryEngine(
  'deletion waits for an open matter, locks the file while a period runs, and erases it without a trace outside the audit log afterwards',
  async (app) => {
    const { memberId, caseId, number } = await knownMember(app)
    // Found by the same search while it is there.
    expect((await placesOf(app, MARKERS)).length).toBeGreaterThan(10)
    await app.as('manager')
    const id = await askErasure(app, memberId)
    expect(await app.fail('rights.erase', { id, answer: '已删除' })).toMatchObject({ rule: 'rights-open-cases' })
    await close(app, caseId, app.now())
    const hold = await app.call('retention.hold', { memberId, reason: '诉讼中' })
    expect(await app.fail('rights.erase', { id, answer: '已删除' })).toMatchObject({ rule: 'rights-legal-hold' })
    await app.call('retention.endHold', { id: hold.id, reason: '已结案' })
    expect(await app.call('rights.erase', { id, answer: '法定期内已封存' })).toMatchObject({
      ...{ state: 'locked', outcome: { untilDay: '2028-09-30', grounds: [number], records: 1 } },
    })
    expect((await app.call('rights.of', { memberId })).lockedUntil).toBe('2028-09-30')
    expect((await app.call('members.find', { text: '张三丰' })).length).toBe(0)
    // The matter itself is still kept; names and numbers are gone from it.
    const rest = await placesOf(app, MARKERS)
    expect(rest.filter((place) => !/^(cases|caseEvents|caseWords|rightsRequests)\./.test(place))).toEqual([])
    const { fields } = await app.call('rights.unlock', { memberId, reason: '法院调取（演示）' })
    expect(fields).toEqual(
      expect.arrayContaining([{ name: { zh: '证件号', en: 'Document number' }, value: '440106198503151217' }]),
    )
    expect(
      await app.fail('rights.recordConsent', {
        ...{ memberId, purpose: 'survey', given: true, channel: 'telephone', proof: '来电' },
      }),
    ).toMatchObject({ rule: 'rights-erased' })

    app.setNow(at('2028-10-02T10:00:00'))
    const preview = await app.call('retention.preview', {})
    const due = preview.kinds.filter((kind) => kind.due > 0).map(({ kind, due: count }) => ({ kind, count }))
    expect(due).toEqual([
      { kind: 'matter', count: 1 },
      { kind: 'sealedFile', count: 1 },
    ])
    const run = await app.call('retention.run', { version: 0, kinds: ['matter', 'sealedFile'], reason: '到期' })
    expect(run.kinds).toEqual([
      { kind: 'matter', erased: 1, held: 0, left: 0 },
      { kind: 'sealedFile', erased: 1, held: 0, left: 0 },
    ])
    expect(await placesOf(app, MARKERS)).toEqual([])
    expect(await app.fail('rights.unlock', { memberId, reason: '再看' })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await app.call('rights.of', { memberId })).toMatchObject({ isErased: true, lockedUntil: null })
    // What the audit log holds stays, and its chain is whole.
    expect(await app.call('audit.verify', {})).toMatchObject({ ok: true })
    expect((await app.call('retention.preview', {})).kinds.every(({ due: left }) => left === 0)).toBe(true)
  },
)

onEveryEngine(
  'deletion without any period left erases at once, and what the log says of a case can still be replayed',
  async (app) => {
    const { memberId } = await knownMember(app)
    await app.as('manager')
    await app.call('retention.saveSchedule', {
      rules: (await app.call('retention.schedule', {})).rules.map((rule) => ({
        ...rule,
        months: ['matter', 'call', 'complaint'].includes(rule.kind) ? 1 : rule.months,
      })),
      reason: '演示',
    })
    const { id: openId } = (await app.call('cases.queue', {})).rows[0] ?? { id: '' }
    await close(app, openId, app.now())
    app.wait(40 * DAY)
    const id = await askErasure(app, memberId)
    expect(await app.call('rights.erase', { id, answer: '已删除' })).toMatchObject({
      state: 'done',
      outcome: { records: 2 },
    })
    expect(await placesOf(app, MARKERS)).toEqual([])
    const differences = await app.call('cases.replay', {})
    expect(
      differences.found
        .flatMap((one) => one.differences.map(({ what }) => what))
        .filter((what) => !/state|open|closed/i.test(what)),
    ).toEqual([])
  },
)

onEveryEngine(
  'a run erases what is due by the schedule, leaves what is held, can be limited, and is reported',
  async (app) => {
    await app.as('agent', 'li')
    const ids: string[] = []
    for (let n = 0; n < 3; n++) {
      const { id } = await app.call('cases.open', complaint({ content: `暗号丙 ${n}` }))
      await close(app, id, app.now())
      ids.push(id)
    }
    await app.as('manager')
    await app.call('retention.hold', { caseId: (ids[2] ?? '') as never, reason: '行政调查' })
    expect(
      (await app.call('retention.preview', { day: '2029-09-30' })).kinds.find(({ kind }) => kind === 'complaint'),
    ).toMatchObject({ due: 0 })
    const seen = await app.call('retention.preview', { day: '2029-10-01' })
    expect(seen.kinds.find(({ kind }) => kind === 'complaint')).toMatchObject({
      due: 2,
      held: 1,
      months: 36,
      endedBy: '2026-09-30',
    })
    app.setNow(at('2029-10-01T09:00:00'))
    const go = { version: 0, kinds: ['complaint' as const], reason: '到期删除' }
    await app.as('lead', 'zhao')
    expect(await app.fail('retention.run', go)).toEqual({ code: 'FORBIDDEN' })
    await app.as('manager')
    expect(await app.fail('retention.run', { ...go, version: 7 })).toMatchObject({ code: 'CONFLICT' })
    expect((await app.call('retention.run', { ...go, limit: 1 })).kinds).toEqual([
      { kind: 'complaint', erased: 1, held: 1, left: 1 },
    ])
    app.wait(1000)
    expect((await app.call('retention.run', go)).kinds).toEqual([{ kind: 'complaint', erased: 1, held: 1, left: 0 }])
    expect((await app.call('retention.runs', {})).map(({ kinds, actorName }) => [kinds[0]?.erased, actorName])).toEqual(
      [
        [1, '王经理'],
        [1, '王经理'],
      ],
    )
    const kept = await inStore(app, (db) => db.selectFrom('cases').select(['id', 'content']).orderBy('id').execute())
    expect(kept.map(({ content }) => content)).toEqual(['***', '***', '暗号丙 2'])
  },
)

onEngine('sqlite', 'a schedule shorter than a law allows is refused', async (app) => {
  const { rules } = await app.call('retention.schedule', {})
  const short = rules.map((rule) => (rule.kind === 'exportRecord' ? { ...rule, months: 12 } : rule))
  expect(await app.fail('retention.saveSchedule', { rules: short, reason: '缩短' })).toMatchObject({
    ...{ rule: 'retention-too-short', params: { kind: 'exportRecord', months: 36 } },
  })
})

onEngine(
  'sqlite',
  'a member gets everything that is held, in a signed bundle that a stranger can check',
  async (app) => {
    const { memberId } = await knownMember(app)
    await app.as('manager')
    const { id } = await app.call('rights.receive', {
      ...{ memberId, kind: 'access', channel: 'letter', requester: '张三丰', text: '请提供我的全部信息' },
    })
    const out = path.join(app.folder, 'report.zip')
    const ask = { id, answer: '已交付', language: 'zh-CN', out } as const
    expect(await app.fail('rights.report', ask)).toMatchObject({ rule: 'rights-identity' })
    await app.call('rights.identify', { id, how: '核对证件' })
    const done = await app.call('rights.report', ask)
    expect(done).toMatchObject({ state: 'done', outcome: { fileName: 'report.zip' } })
    expect(await app.call('exports.verify', { file: out })).toMatchObject({ ok: true, isOurs: true })
    const bundle = await openBundle(out)
    expect(Object.keys(bundle)).toEqual(
      expect.arrayContaining([
        'report.pdf',
        'report.json',
        'members.csv',
        'member-contacts.csv',
        'cases.csv',
        'spends.csv',
      ]),
    )
    const everything = bundle['report.json'] ?? ''
    for (const word of ['440106198503151217', '暗号甲', '暗号乙', '暗号丙']) expect(everything).toContain(word)
    expect(everything).not.toContain('mobileBackwards')
  },
)

onEveryEngine(
  'a message that is erased in time is gone from the log of its case and from the search too, while the case stays',
  async (app) => {
    await app.as('agent', 'li')
    const memberId = await putMember(app, 'EG1', '林晓', { email: 'lin@example.com', tier: 'gold' })
    const inWriting = { channel: 'website', apologyGiven: false, anonymousReason: null, contactName: '' }
    const { id } = await app.call('cases.open', complaint({ memberId, ...inWriting }))
    const [row] = await app.call('messages.waiting', {})
    if (!row) expect.fail('nothing waits')
    await app.call('messages.handOver', { id: row.id })
    await app.call('messages.markSent', { id: row.id, reference: '暗号乙' })
    await app.call('messages.recordReply', { id: row.id, text: '暗号丙 请改到明早' })
    const found = async () => (await app.call('search.cases', { text: '暗号丙' })).rows.map((one) => one.id)
    expect(await found()).toEqual([id])
    expect(await placesOf(app, ['暗号乙', '暗号丙'])).toEqual(
      expect.arrayContaining(['caseEvents.data', 'messages.replyText']),
    )
    await close(app, id, app.now())
    app.setNow(at('2028-10-02T10:00:00'))
    await app.as('manager')
    expect((await app.call('retention.run', { version: 0, kinds: ['message'], reason: '到期' })).kinds).toEqual([
      { kind: 'message', erased: 1, held: 0, left: 0 },
    ])
    expect(
      await placesOf(app, ['暗号乙', '暗号丙', 'lin@example.com']).then((all) =>
        all.filter((one) => !/^(members|contacts)/.test(one)),
      ),
    ).toEqual([])
    expect(await found()).toEqual([])
    const { content, events } = await app.call('cases.show', { id })
    expect(content).not.toBe('***')
    expect(events.filter(({ kind }) => kind === 'message').map(({ data }) => data.act)).toEqual([
      'prepared',
      'handedOver',
      'sent',
      'answered',
    ])
  },
)
