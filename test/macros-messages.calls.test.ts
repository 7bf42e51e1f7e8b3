import { expect } from 'vitest'
import { HOUR } from '../src/shared/time.ts'
import { type App, onEveryEngine } from './app.ts'
import { inStore } from './cases-fixtures.ts'
import { language, memberCase, promise, writeMacro } from './macros-fixtures.ts'

/** A macro with one message by a wording, of a member's case. */
async function messageMacro(app: App, templateCode: string) {
  const caseId = await memberCase(app)
  const macro = await writeMacro(app, '短信告知', [promise, { act: 'message', templateCode, channel: 'sms' }])
  const { seq, steps } = await app.call('macros.preview', { id: macro.id, caseId, language })
  const run = { id: macro.id, version: 1, caseId, expectedSeq: seq, language, skipped: [0] }
  const messages = async () => {
    const rows = await app.call('messages.of', { caseId })
    return Promise.all(rows.map(({ id }) => app.call('messages.show', { id })))
  }
  return { caseId, shown: steps[1], run, messages }
}

onEveryEngine(
  'a message is worded anew before it is applied, waits to be checked and is recorded as such',
  async (app) => {
    const { caseId, shown, run, messages } = await messageMacro(app, 'progress')
    const body = `${shown?.message?.body}（客户要求短信，演示）`
    expect(shown).toMatchObject({ failure: null, missing: [], message: { needsCheck: false } })
    const { runId } = await app.call('macros.run', { ...run, messages: [{ place: 1, body }] })
    const [message] = await messages()
    expect(message).toMatchObject({ body, state: 'toCheck', isFreeText: true, templateName: null })
    const row = await inStore(app, (db) =>
      db.selectFrom('macroRuns').select('parts').where('id', '=', runId).executeTakeFirstOrThrow(),
    )
    expect(JSON.parse(row.parts)).toMatchObject([
      { place: 1, act: 'message', messageId: message?.id, isReworded: true },
    ])
    expect(row.parts).not.toContain('演示')
    const audited = await inStore(app, (db) =>
      db.selectFrom('audit').select('body').where('call', '=', 'macros.run').execute(),
    )
    expect(audited.map(({ body: row }) => JSON.parse(row))).toMatchObject([{ runId, reworded: [2] }])
    await app.call('macros.undo', { runId })
    expect(await messages()).toMatchObject([{ state: 'cancelled' }])
    // The words that were shown, sent back as they are, are still the wording's.
    const { seq } = await app.call('macros.preview', { id: run.id, caseId, language })
    const same = { place: 1, subject: shown?.message?.subject ?? '', body: shown?.message?.body ?? '' }
    await app.call('macros.run', { ...run, expectedSeq: seq, messages: [same] })
    expect((await messages()).filter(({ state }) => state === 'prepared')).toMatchObject([
      { body: same.body, isFreeText: false },
    ])
  },
)

onEveryEngine(
  'a message whose wording lacks a value is shown with its blank and goes out when it is filled in',
  async (app) => {
    const { shown, run, messages } = await messageMacro(app, 'delay')
    expect(shown).toMatchObject({ failure: null, missing: ['reason'] })
    const { subject = '', body = '' } = shown?.message ?? {}
    expect(body).toContain('____')
    expect(await messages()).toEqual([])
    const refusal = async (words: { subject?: string; body: string }) => {
      const failure = await app.fail('macros.run', { ...run, messages: [{ place: 1, ...words }] })
      return failure.code === 'RULE' ? failure.params : failure
    }
    expect(await app.fail('macros.run', run)).toMatchObject({
      rule: 'macro-step-refused',
      params: { step: 2, cause: 'message-variable-empty', names: '说明' },
    })
    expect(await refusal({ subject, body: `${body}。` })).toMatchObject({ step: 2, cause: 'message-blank-body' })
    expect(await refusal({ subject: '____', body: '已说明' })).toMatchObject({
      step: 2,
      cause: 'message-blank-subject',
    })
    expect(await refusal({ subject, body: ' ' })).toMatchObject({ step: 2, cause: 'message-empty' })
    expect(await messages()).toEqual([])
    const whole = body.replaceAll('____', '等待机场监控')
    await app.call('macros.run', { ...run, messages: [{ place: 1, subject, body: whole }] })
    expect(await messages()).toMatchObject([{ body: whole, state: 'toCheck', promisedAt: app.now() + 2 * HOUR }])
  },
)

onEveryEngine('a message that no longer names the promised time promises none', async (app) => {
  const { run, messages } = await messageMacro(app, 'delay')
  await app.call('macros.run', { ...run, messages: [{ place: 1, body: '我们仍在核实，有结果即告知。' }] })
  expect(await messages()).toMatchObject([{ state: 'toCheck', promisedAt: null }])
})
