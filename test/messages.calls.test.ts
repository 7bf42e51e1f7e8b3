import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'vitest'
import type { Input } from '../src/shared/contracts.ts'
import type { CaseId, UserId } from '../src/shared/ids.ts'
import type { MessageRow } from '../src/shared/messages/model.ts'
import { DAY, HOUR } from '../src/shared/time.ts'
import { type App, onEngine, onEveryEngine } from './app.ts'
import { putMember } from './calls-fixture.ts'
import { complaint, inStore, investigated, mustReplay, reply, take } from './cases-fixtures.ts'

type Template = Input<'messages.saveTemplate'>

const wording = (more: Partial<Template> = {}): Template => ({
  code: 'progress',
  occasion: 'progress',
  channel: 'any',
  tier: 'any',
  name: { zh: '进度（演示）', en: 'Progress (demo)' },
  subject: { zh: '', en: '' },
  body: {
    zh: '{{title}}您好，{{number}}：{{stage}}，{{expectedAt}}前答复。',
    en: '{{title}}: {{number}} {{stage}} {{expectedAt}}',
  },
  ...more,
})

const online = (more: Partial<Input<'cases.open'>> = {}) =>
  complaint({ channel: 'website', apologyGiven: false, ...more })

async function send(app: App, row: MessageRow, reference = 'REF-1'): Promise<MessageRow> {
  await app.call('messages.handOver', { id: row.id })
  return app.call('messages.markSent', { id: row.id, reference })
}

const kindsOf = async (app: App, id: CaseId) =>
  (await app.call('cases.show', { id })).events.map(({ kind, data }) => (data.act ? `${kind} ${data.act}` : kind))

onEveryEngine(
  'S5-58 S5-59 a complaint that comes in online is answered by itself: it was accepted, and by when it will be answered',
  async (app) => {
    await app.as('manager')
    const settings = await app.call('settings.read', {})
    await app.call('settings.write', { ...settings, hotlines: [{ label: '热线', number: '95000' }] })
    const memberId = await putMember(app, 'EG1', '林晓', {
      mobile: '+8613700004321',
      email: 'lin@example.com',
      tier: 'gold',
    })
    await app.as('agent', 'li')
    const { id, number } = await app.call('cases.open', online({ memberId, anonymousReason: null, contactName: '' }))
    const view = await app.call('cases.show', { id })
    const due = view.clocks.find(({ kind }) => kind === 'resolve')?.dueAt ?? 0

    const waiting = await app.call('messages.waiting', {})
    expect(waiting).toMatchObject([
      {
        caseId: id,
        occasion: 'acknowledgement',
        channel: 'email',
        state: 'prepared',
        isAutomatic: true,
        promisedAt: due,
      },
    ])
    const [row] = waiting
    if (!row) throw new Error('nothing waits')
    expect(row.maskedAddress).not.toContain('lin@')
    expect(row.dueAt).toBe(view.clocks.find(({ kind }) => kind === 'respond')?.dueAt)
    const shown = await app.call('messages.show', { id: row.id })
    expect(shown.address).toBe('lin@example.com')
    const time = new Date(due + 8 * HOUR).toISOString().slice(0, 16).replace('T', ' ')
    expect(shown.body).toContain(`林女士`)
    expect(shown.body).toContain(number)
    expect(shown.body).toContain(`预计在${time}前`)
    expect(shown.body).toContain('95000')
    expect(await kindsOf(app, id)).toEqual(['opened', 'message prepared'])

    app.wait(5 * 60_000)
    expect(await app.fail('messages.markSent', { id: row.id })).toMatchObject({ rule: 'message-state' })
    const handed = await app.call('messages.handOver', { id: row.id })
    expect(handed.text).toContain(shown.body)
    expect(await app.call('messages.markSent', { id: row.id, reference: 'MAIL-77' })).toMatchObject({
      state: 'sent',
      sentAt: app.now(),
      reference: 'MAIL-77',
    })
    const after = await app.call('cases.show', { id })
    expect(after.clocks.find(({ kind }) => kind === 'respond')?.state).toBe('met')
    expect(after.promisedAt).toBe(due)
    expect(await kindsOf(app, id)).toEqual(['opened', 'message prepared', 'message handedOver', 'message sent'])
    expect(await app.call('messages.waiting', {})).toEqual([])
    app.wait(DAY)
    await app.call('messages.recordReply', { id: row.id, text: '收到，谢谢' })
    expect(await app.call('messages.show', { id: row.id })).toMatchObject({
      replyText: '收到，谢谢',
      repliedAt: app.now(),
    })
  },
)

onEveryEngine('who complains by telephone, or was told already, gets no automatic answer', async (app) => {
  await app.as('agent', 'li')
  await app.call('cases.open', complaint())
  await app.call('cases.open', online({ isAcknowledged: true }))
  await app.call('cases.open', { ...online(), kind: 'enquiry' })
  expect(await app.call('messages.waiting', {})).toEqual([])
  await app.call('cases.open', online({ channel: 'weibo', contactPhone: '' }))
  await app.call('cases.open', online({ channel: 'chat', apologyGiven: true }))
  expect((await app.call('messages.waiting', {})).map(({ channel }) => channel).sort()).toEqual(['sms', 'web'])
})

onEveryEngine(
  'S4-82 a wording is used only after a second person has reviewed it, and words of one’s own only after a check',
  async (app) => {
    await app.as('lead', 'zhao')
    const draft = await app.call('messages.saveTemplate', wording())
    expect(draft).toMatchObject({ code: 'progress', version: 2, state: 'draft' })
    expect(await app.fail('messages.saveTemplate', wording())).toMatchObject({ rule: 'template-in-work' })
    expect(
      await app.fail('messages.saveTemplate', wording({ id: draft.id, body: { zh: '{{nmae}}', en: 'x' } })),
    ).toMatchObject({ rule: 'template-unknown', params: { names: 'nmae' } })
    const better = wording({
      id: draft.id,
      body: { zh: '{{title}}：{{number}}{{stage}}，{{expectedAt}}前答复', en: 'x' },
    })
    await app.call('messages.saveTemplate', better)
    await app.call('messages.submitTemplate', { id: draft.id })
    expect(await app.fail('messages.reviewTemplate', { id: draft.id, isApproved: true })).toMatchObject({
      rule: 'template-own-review',
    })
    const id = await investigated(app)
    const about = { caseId: id, occasion: 'progress', channel: 'sms' } as const
    expect(await app.fail('messages.prepare', { ...about, templateId: draft.id })).toMatchObject({
      rule: 'template-not-in-use',
    })
    await app.as('manager')
    expect(await app.fail('messages.reviewTemplate', { id: draft.id, isApproved: false })).toMatchObject({
      rule: 'template-review-note',
    })
    await app.call('messages.reviewTemplate', { id: draft.id, isApproved: true, note: '可用' })
    const all = await app.call('messages.templates', { includeOld: true })
    expect(all.filter(({ code }) => code === 'progress').map(({ version, state }) => [version, state])).toEqual([
      [2, 'published'],
      [1, 'replaced'],
    ])

    await app.as('lead', 'zhao')
    const filled = await app.call('messages.prepare', { ...about, templateId: draft.id })
    expect(filled.state).toBe('prepared')
    const own = await app.call('messages.prepare', { ...about, body: '陈女士，我们明天与您联系。' })
    expect(own).toMatchObject({ state: 'toCheck', isFreeText: true })
    expect(await app.fail('messages.handOver', { id: own.id })).toMatchObject({ rule: 'message-not-checked' })
    expect(await app.fail('messages.check', { id: own.id, isApproved: true })).toMatchObject({
      rule: 'message-own-check',
    })
    await app.as('agent', 'li')
    await app.call('messages.check', { id: own.id, isApproved: true, note: '' })
    expect(await send(app, own)).toMatchObject({ state: 'sent', checkedByName: 'li' })
    expect(await kindsOf(app, id)).toContain('message checked')
  },
)

onEveryEngine(
  'S5-30 S5-31 S5-32 S5-33 S5-65 progress goes out by e-mail, telephone, app and SMS, in words meant for the customer',
  async (app) => {
    await app.as('manager')
    const memberId = await putMember(app, 'EG2', 'Anna Smith', {
      mobile: '+447700900123',
      email: 'a@example.com',
      language: 'en',
    })
    const id = await investigated(app, { memberId, anonymousReason: null, contactName: '' })
    app.wait(HOUR)
    for (const channel of ['email', 'phone', 'app', 'sms'] as const) {
      const input = { caseId: id, occasion: 'progress', channel, templateId: 'progress@1' } as const
      const draft = await app.call('messages.draft', input)
      expect(draft).toMatchObject({ missing: [], needsCheck: false, refusal: null })
      expect(draft.body).toMatch(/^Dear Ms Smith, .* is now: Being looked into\. We expect to answer you by 20/)
      const row = await app.call('messages.prepare', input)
      expect(await send(app, row, `${channel}-1`)).toMatchObject({ channel, state: 'sent', reference: `${channel}-1` })
    }
    const sent = await app.call('messages.of', { caseId: id })
    expect(sent.map(({ channel }) => channel).sort()).toEqual(['app', 'email', 'phone', 'sms'])
    expect((await app.call('messages.of', { memberId })).length).toBe(4)
    const view = await app.call('cases.show', { id })
    expect(view.events.filter(({ kind }) => kind === 'message')).toHaveLength(12)
    await mustReplay(app)
  },
)

onEveryEngine(
  'S4-132 S5-29 S5-69 a result names measures, causes and how it was reached; once sent it is the reply, in time, and never twice',
  async (app) => {
    await app.as('agent', 'li')
    const id = await investigated(app)
    const about = { caseId: id, occasion: 'result', channel: 'sms', templateId: 'result@1' } as const
    expect(await app.fail('messages.prepare', about)).toMatchObject({ rule: 'message-result-incomplete' })
    await take(app, id, 'finish', { causeText: '前序航班机械故障', measures: '退还改签手续费' })
    const row = await app.call('messages.prepare', about)
    const view = await app.call('cases.show', { id })
    expect(row.dueAt).toBe(
      view.clocks.find(({ kind }) => kind === 'reply')?.dueAt ??
        view.clocks.find(({ kind }) => kind === 'resolve')?.dueAt,
    )
    const { body } = await app.call('messages.show', { id: row.id })
    expect(body).toContain('处理措施：退还改签手续费')
    expect(body).toContain('原因：前序航班机械故障')
    expect(body).toMatch(/处理过程：09-30 已登记、09-30 已确认、09-30 已派单、09-30 调查中/)
    expect(await app.fail('messages.prepare', { ...about, channel: 'web' })).toMatchObject({ rule: 'message-public' })

    app.wait(HOUR)
    const sentAt = app.now()
    await send(app, row)
    const told = await app.call('cases.show', { id })
    expect(told.state).toBe('investigating')
    expect(told.recorded).toMatchObject({ resultFeedback: body, feedbackAt: sentAt, feedbackChannel: 'sms' })
    const again = await app.call('messages.prepare', about)
    await send(app, again)
    expect((await app.call('cases.show', { id })).recorded.feedbackAt).toBe(sentAt)
    const { resultFeedback, feedbackAt } = told.recorded
    const form = { ...reply(app.now()), resultFeedback: String(resultFeedback), feedbackAt: Number(feedbackAt) }
    expect(await take(app, id, 'reply', form)).toMatchObject({ state: 'replied' })
  },
)

onEveryEngine('a result whose stage asks for nothing else takes the reply with it', async (app) => {
  await app.as('agent', 'li')
  const { id } = await app.call('cases.open', {
    ...complaint(),
    kind: 'service',
    serviceType: 'seat',
    category: 'baggage',
  })
  const row = await app.call('messages.prepare', {
    caseId: id,
    occasion: 'result',
    channel: 'sms',
    body: '座位已为您安排在靠窗。',
  })
  await app.as('lead', 'zhao')
  await app.call('messages.check', { id: row.id, isApproved: true })
  await send(app, row)
  const view = await app.call('cases.show', { id })
  expect([view.state, view.recorded.answer]).toEqual(['answered', '座位已为您安排在靠窗。'])
})

onEveryEngine('a message with a blank, without an address or with a promise gone by does not go out', async (app) => {
  await app.as('agent', 'li')
  const id = await investigated(app)
  const about = { caseId: id, occasion: 'delay', channel: 'sms', templateId: 'delay@1' } as const
  expect(await app.call('messages.draft', about)).toMatchObject({ missing: ['reason'] })
  expect(await app.fail('messages.prepare', about)).toMatchObject({
    rule: 'message-variable-empty',
    params: { names: '说明' },
  })
  const given = { ...about, values: { reason: '等待机场监控' }, expectedAt: app.now() + 2 * HOUR }
  expect(await app.fail('messages.prepare', { ...given, channel: 'email' })).toMatchObject({
    rule: 'message-no-address',
  })
  const row = await app.call('messages.prepare', given)
  expect(row).toMatchObject({ state: 'toCheck', promisedAt: app.now() + 2 * HOUR })
  await app.as('lead', 'zhao')
  await app.call('messages.check', { id: row.id, isApproved: true })
  app.wait(2 * HOUR)
  expect(await app.fail('messages.handOver', { id: row.id })).toMatchObject({ rule: 'message-promise-passed' })
  await app.call('messages.cancel', { id: row.id, reason: '时间已过，另行告知' })
  expect(await kindsOf(app, id)).toContain('message cancelled')
})

onEveryEngine(
  'a manager writes the waiting messages of a channel to a file, and the register of exports holds it',
  async (app) => {
    await app.as('agent', 'li')
    const { id } = await app.call('cases.open', online({ content: '=cmd|延误' }))
    await app.call('cases.open', online({ contactPhone: '13800009999', contactName: '周先生' }))
    const out = path.join(app.folder, 'sms.csv')
    const file = { channel: 'sms', purpose: '交短信平台发送受理告知', out } as const
    expect(await app.fail('messages.writeFile', file)).toEqual({ code: 'FORBIDDEN' })
    await app.as('manager')
    expect(await app.fail('messages.writeFile', { ...file, channel: 'email' })).toMatchObject({
      rule: 'message-none-ready',
    })
    expect(await app.call('messages.writeFile', file)).toMatchObject({ fileName: 'sms.csv', rows: 2, skipped: 0 })
    const text = readFileSync(out, 'utf8')
    expect(text.split('\r\n')).toHaveLength(4)
    expect(text).toContain('13800009999')
    expect(await app.call('exports.list', {})).toMatchObject([{ fileName: 'sms.csv', rows: 2, purpose: file.purpose }])
    const rows = await app.call('messages.waiting', {})
    expect(rows.map(({ state }) => state)).toEqual(['handedOver', 'handedOver'])
    const one = rows.find(({ caseId }) => caseId === id)
    await app.call('messages.markFailed', { id: one?.id ?? '', reason: '号码停机' })
    expect((await app.call('messages.of', { caseId: id }))[0]).toMatchObject({
      state: 'failed',
      failReason: '号码停机',
    })
  },
)

onEveryEngine('S5-67 an upset customer is met with calm words, filled in for the case', async (app) => {
  await app.as('agent', 'li')
  const { id } = await app.call('cases.open', complaint())
  expect(await app.call('messages.mood', { caseId: id })).toEqual({ mood: null, scripts: [] })
  const { lastSeq } = await app.call('cases.pulse', { id })
  await app.call('messages.setMood', { caseId: id, mood: 'angry', note: '要求找领导', expectedSeq: lastSeq })
  const { mood, scripts } = await app.call('messages.mood', { caseId: id })
  expect([mood, scripts.length]).toEqual(['angry', 4])
  expect(scripts.find(({ code }) => code === 'calm-listen')?.text).toMatch(/^陈女士，我听到了/)
  const english = await app.call('messages.mood', { caseId: id, language: 'en' })
  expect(english.scripts[0]?.text).toMatch(/[a-z]{4}/)
  expect((await app.call('cases.show', { id })).recorded.mood).toBe('angry')
})

onEveryEngine('a suggestion is thanked for by letter', async (app) => {
  await app.as('agent', 'li')
  const { id, number } = await app.call('cases.open', {
    ...complaint(),
    kind: 'suggestion',
    category: 'baggage',
    content: '建议休息室增加静音区',
    thanked: true,
  })
  const row = await app.call('messages.prepare', {
    caseId: id,
    occasion: 'thanks',
    channel: 'letter',
    templateId: 'thanks@1',
  })
  const { body, state } = await app.call('messages.show', { id: row.id })
  expect(state).toBe('prepared')
  expect(body).toContain(`感谢您提出的建议“建议休息室增加静音区”（编号${number}）`)
})

onEngine('sqlite', 'a message about a report of misconduct is not seen by other agents', async (app) => {
  await app.as('agent', 'li')
  const { id, number } = await app.call('cases.open', online({ channel: 'reportEmail' }))
  const row = await app.call('messages.prepare', {
    caseId: id,
    occasion: 'apology',
    channel: 'sms',
    body: '已收到您的举报。',
  })
  expect(await app.call('messages.waiting', {})).toHaveLength(1)
  await app.as('agent', 'wang')
  expect(await app.call('messages.waiting', {})).toEqual([])
  expect(await app.fail('messages.show', { id: row.id })).toEqual({ code: 'NOT_FOUND', entity: 'message' })
  expect(await app.fail('messages.check', { id: row.id, isApproved: true })).toEqual({
    code: 'NOT_FOUND',
    entity: 'message',
  })
  const zhao = (await app.as('lead', 'zhao')) as UserId
  expect(await app.call('messages.waiting', {})).toEqual([])
  await app.signIn('boss')
  await app.call('authorisations.give', {
    ...{ userId: zhao, right: 'restrictedCases', reason: '复核举报答复', untilAt: app.now() + DAY },
    caseNumber: number,
  })
  await app.signIn('zhao')
  expect(await app.call('messages.waiting', {})).toHaveLength(1)
  const log = await inStore(app, (db) =>
    db.selectFrom('audit').select('caseId').where('call', '=', 'messages.prepare').execute(),
  )
  expect(log[0]?.caseId).toBe(id)
})
