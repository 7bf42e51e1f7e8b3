import fs from 'node:fs'
import path from 'node:path'
import { expect } from 'vitest'
import type { Input } from '../src/shared/contracts.ts'
import type { MemberId } from '../src/shared/ids.ts'
import { DAY, HOUR } from '../src/shared/time.ts'
import { type App, onEngine, onEveryEngine } from './app.ts'
import { putMember } from './calls-fixture.ts'
import { inStore } from './cases-fixtures.ts'
import { closedUnasked, said } from './surveys-fixture.ts'

type List = Input<'surveys.due'>

const PURPOSE = '第三季度投诉处理满意度调查'

/** Complaints of the last month, asked about by SMS. */
const bySms = (app: App, more: Partial<List> = {}): List => ({
  ...{ scope: 'handling', source: 'case', channel: 'sms', from: app.now() - 30 * DAY, to: app.now() + 1 },
  ...more,
})

async function member(app: App, cardNo: string, more: Parameters<typeof putMember>[3] = {}): Promise<MemberId> {
  return putMember(app, cardNo, '林晓', { mobile: '+8613700004321', email: 'lin@example.com', ...more })
}

async function closed(app: App, memberId: MemberId): Promise<string> {
  await app.as('agent')
  return closedUnasked(app, { memberId, anonymousReason: null })
}

async function agree(app: App, memberId: MemberId, given: boolean): Promise<void> {
  await inStore(app, async (db) => {
    await db
      .insertInto('consents')
      .values({
        ...{ id: `c-${memberId}-${given}`, memberId, purpose: 'survey', given: given ? 1 : 0 },
        ...{ at: app.now(), actorId: 'test', channel: 'telephone' },
      })
      .execute()
  })
}

const place = (app: App, name: string) => path.join(app.folder, name)

/** Lines of a file that the desk wrote, without its byte order mark. */
const linesOf = (file: string) =>
  fs
    .readFileSync(file, 'utf8')
    .replace(/^\ufeff/, '')
    .trimEnd()
    .split('\r\n')

onEveryEngine(
  'S1-52 an SMS list holds whom the rules let be asked, in their language, is registered and audited, and asks nobody twice',
  async (app) => {
    const lin = await member(app, 'EG000001')
    const smith = await member(app, 'EG000002', { language: 'en', mobile: '+8613700004322' })
    const refuser = await member(app, 'EG000003', { mobile: '+8613700004323' })
    for (const one of [lin, smith, refuser]) await closed(app, one)
    await agree(app, refuser, false)
    await app.as('lead')
    const list = bySms(app)
    const preview = await app.call('surveys.due', list)
    expect(preview).toMatchObject({
      ...{ formId: 'handling@1', candidates: 3, due: 2, sampled: 2, excluded: [{ reason: 'refused', count: 1 }] },
    })
    expect(preview.rows.map(({ maskedAddress }) => maskedAddress).sort()).toEqual(['+86137****4321', '+86137****4322'])

    const out = place(app, 'sms.csv')
    const sent = await app.call('surveys.send', { list, purpose: PURPOSE, out })
    expect(sent).toMatchObject({ fileName: 'sms.csv', rows: 2 })
    const [head, ...lines] = linesOf(out)
    expect(head).toBe('ref,name,mobile,language,text')
    const ofLin = lines.find((line) => line.includes('13700004321')) ?? ''
    const ofSmith = lines.find((line) => line.includes('13700004322')) ?? ''
    expect(ofLin).toMatch(/^[2-9A-Z]{6},林晓,13700004321,zh-CN,【贵宾服务台】尊敬的林晓.*回复“[2-9A-Z]{6} 1至5分”/)
    expect(ofSmith).toMatch(/,en,"?VIP Desk: Dear .*by replying/)
    expect(ofLin).not.toContain('{{')

    await app.as('manager')
    const [exported] = await app.call('exports.list', {})
    expect(exported).toMatchObject({ purpose: PURPOSE, fileName: 'sms.csv', rows: 2, sha256: sent.sha256 })
    const { rows } = await app.call('audit.list', { limit: 5 })
    expect(rows.find((row) => row.call === 'surveys.send')).toBeDefined()
    expect(await app.call('surveys.runs', {})).toMatchObject([
      { candidates: 3, due: 2, sampled: 2, answered: 0, sha256: sent.sha256, actorName: 'lead' },
    ])
    expect(await app.fail('surveys.send', { list, purpose: PURPOSE, out: place(app, 'b.csv') })).toMatchObject({
      rule: 'survey-nobody-due',
    })
    expect(await app.call('surveys.due', list)).toMatchObject({ due: 0 })
    expect(await app.fail('surveys.send', { list, purpose: PURPOSE, out })).toMatchObject({ code: 'RULE' })
  },
)

onEveryEngine(
  'S1-53 an e-mail list carries subject and text; what a spreadsheet would run as a formula is written as text',
  async (app) => {
    const evil = await putMember(app, 'EG000001', '=HYPERLINK("http://x")', { email: 'lin@example.com' })
    const noMail = await member(app, 'EG000002', { email: undefined })
    for (const one of [evil, noMail]) await closed(app, one)
    const list = bySms(app, { channel: 'email' })
    expect((await app.call('surveys.due', list)).excluded).toEqual([{ reason: 'noAddress', count: 1 }])
    const out = place(app, 'mail.csv')
    await app.call('surveys.send', { list, purpose: PURPOSE, out })
    const text = fs.readFileSync(out, 'utf8')
    expect(text).toContain('ref,name,email,language,subject,text')
    expect(text).toContain(`"'=HYPERLINK(""http://x"")"`)
    expect(text).toMatch(/lin@example.com,zh-CN,关于\S+的满意度调查,/)
    expect(fs.statSync(out).mode & 0o077).toBe(0)
    expect(await app.fail('surveys.send', { list, purpose: PURPOSE, out })).toMatchObject({ code: 'RULE' })
  },
)

onEveryEngine(
  'S1-52 S1-53 answers that come back in a file are taken by their reference; each bad row is named with its reason',
  async (app) => {
    for (const [i, card] of ['EG000001', 'EG000002', 'EG000003', 'EG000004'].entries())
      await closed(app, await member(app, card, { mobile: `+861370000432${i}` }))
    const out = place(app, 'sms.csv')
    await app.call('surveys.send', { list: bySms(app), purpose: PURPOSE, out })
    const refs = linesOf(out)
      .slice(1)
      .map((line) => line.slice(0, 6))
    const [good = '', poor = '', wrong = '', late = ''] = refs
    app.wait(20 * DAY)
    const day = (days: number) => new Date(app.now() - days * DAY + 8 * HOUR).toISOString().slice(0, 10)
    const file = place(app, 'answers.csv')
    const rows = [
      '编号,答复日期,问题是否解决,结果满意度,过程满意度,agent,overall,认可处理措施,客户评价',
      `${good},${day(18)},已解决,5,4,5,4,是,"很好，谢谢"`,
      `${poor.toLowerCase()},${day(18)},partly,2,3,5,3,否,`,
      `${wrong},${day(18)},已解决,6,4,5,4,,`,
      `${late},${day(2)},已解决,5,4,5,4,,`,
      ',,,,,,,,',
      `${good},${day(18)},已解决,5,4,5,4,,`,
      `ZZZZZZ,${day(18)},已解决,5,4,5,4,,`,
      `${wrong},昨天,已解决,5,4,5,4,,`,
      `${wrong},${day(18)},已解决,,4,5,4,,`,
    ]
    fs.writeFileSync(file, `\ufeff${rows.join('\r\n')}\r\n`)
    const tried = await app.call('surveys.importAnswers', { file, dryRun: true })
    expect(tried).toMatchObject({ read: 8, taken: 2, poor: 1 })
    expect((await app.call('surveys.answers', { scope: 'handling' })).rows).toEqual([])
    const taken = await app.call('surveys.importAnswers', { file })
    expect(taken.refused).toEqual([
      { row: 4, ref: wrong, question: 'result', reason: 'value' },
      { row: 5, ref: late, question: '', reason: 'late' },
      { row: 7, ref: good, question: '', reason: 'ref-twice' },
      { row: 8, ref: 'ZZZZZZ', question: '', reason: 'ref-unknown' },
      { row: 9, ref: wrong, question: '', reason: 'day' },
      { row: 10, ref: wrong, question: 'result', reason: 'required' },
    ])
    const { rows: stored } = await app.call('surveys.answers', { scope: 'handling' })
    expect(stored.map(({ ref, result, accepted, isPoor }) => [ref, result, accepted, isPoor]).sort()).toEqual(
      [
        [good, 5, true, false],
        [poor, 2, false, true],
      ].sort(),
    )
    const again = await app.call('surveys.importAnswers', { file })
    expect(again.refused.map(({ reason }) => reason).slice(0, 2)).toEqual(['answered', 'answered'])
    expect((await app.call('surveys.runs', {}))[0]).toMatchObject({ sampled: 4, answered: 2 })
    const found = await app.call('surveys.byRef', { ref: late })
    expect(await app.fail('surveys.answer', { invitationId: found.id, values: said() })).toMatchObject({
      rule: 'survey-late',
    })
    expect(await app.fail('surveys.byRef', { ref: 'ZZZZZZ' })).toEqual({ code: 'NOT_FOUND', entity: 'survey' })
  },
)

onEveryEngine('S4-62 after a trip the members who flew and agreed to surveys are asked about it', async (app) => {
  const flown = await member(app, 'EG000001')
  const silent = await member(app, 'EG000002', { mobile: '+8613700004322' })
  await agree(app, flown, true)
  await inStore(app, async (db) => {
    const arrivesAt = app.now() - DAY
    await db
      .insertInto('flights')
      .values({
        ...{ id: 'f1', flightNo: 'HU7609', day: '2026-09-29', origin: 'HAK', destination: 'PEK', arrivesAt },
        ...{ departsAt: arrivesAt - 4 * HOUR, status: 'arrived', delayMinutes: 0, distanceKm: 2500 },
      })
      .execute()
    for (const [i, memberId] of [flown, silent].entries())
      await db
        .insertInto('bookings')
        .values({
          ...{ id: `b${i}`, memberId, flightId: 'f1', pnr: `ABC12${i}`, ticketNo: null, cabin: 'J', seat: null },
          ...{ status: 'flown', fareFen: 0 },
        })
        .execute()
  })
  await app.as('lead')
  const list = bySms(app, { scope: 'service', source: 'trip' })
  expect(await app.call('surveys.due', list)).toMatchObject({
    ...{ formId: 'trip@1', candidates: 2, due: 1, excluded: [{ reason: 'noConsent', count: 1 }] },
  })
  const out = place(app, 'trip.csv')
  await app.call('surveys.send', { list, purpose: '旅行后调查', out })
  const [, line = ''] = linesOf(out)
  expect(line).toContain('感谢乘坐HU7609 2026-09-29')
  const { id, form } = await app.call('surveys.byRef', { ref: line.slice(0, 6) })
  expect(form.id).toBe('trip@1')
  await app.call('surveys.answer', {
    ...{ invitationId: id, values: { overall: 5, nps: 9, cabin: 4, lounge: 'notOffered', comment: '机组热情' } },
  })
  const { rows } = await app.call('surveys.answers', { scope: 'service' })
  expect(rows).toMatchObject([{ source: 'trip', memberId: flown, agentId: null, overall: 5, nps: 9 }])
  expect(rows[0]?.values).toEqual({ overall: 5, nps: 9, cabin: 4, lounge: 'notOffered', comment: '机组热情' })
  expect(await app.fail('surveys.due', bySms(app, { source: 'trip' }))).toMatchObject({ rule: 'survey-scope-source' })
})

onEveryEngine(
  'S3-110 S4-117 a survey by schedule draws a random sample for each agent; the seed is kept and draws the same people again',
  async (app) => {
    for (let i = 0; i < 6; i++) {
      const memberId = await member(app, `EG00000${i}`, { mobile: `+861370000432${i}` })
      await app.as('agent', i < 4 ? 'li' : 'zhou')
      await closedUnasked(app, { memberId, anonymousReason: null })
    }
    await app.as('manager')
    const about = { scope: 'handling', source: 'case', channel: 'sms' } as const
    const wanted = { ...about, name: '月度员工满意度调查', everyDays: 30, sampleKind: 'perAgent' } as const
    expect(await app.fail('surveys.saveScheme', { ...wanted, sampleSize: 0 })).toMatchObject({
      rule: 'survey-sample-size',
    })
    const scheme = await app.call('surveys.saveScheme', { ...wanted, sampleSize: 1 })
    expect(scheme).toMatchObject({ isActive: true, isDue: true })
    const drawn = async (seed: number) => {
      const list = bySms(app, { sampleKind: 'perAgent', sampleSize: 1, seed })
      const { due, sampled, rows } = await app.call('surveys.due', list)
      return {
        due,
        sampled,
        agents: rows.map(({ agentName }) => agentName).sort(),
        ids: rows.map(({ id }) => id).sort(),
      }
    }
    const first = await drawn(42)
    expect(first).toMatchObject({ due: 6, sampled: 2, agents: ['li', 'zhou'] })
    expect(await drawn(42)).toEqual(first)
    const seen = new Set<string>()
    for (let seed = 1; seed <= 12; seed++) seen.add((await drawn(seed)).ids.join())
    expect(seen.size).toBeGreaterThan(1)

    const list = bySms(app, { sampleKind: 'perAgent', sampleSize: 1, seed: 42 })
    await app.call('surveys.send', { list, schemeId: scheme.id, purpose: '定期调查', out: place(app, 's.csv') })
    expect(await app.call('surveys.schemes', {})).toMatchObject([{ isDue: false, nextRunAt: app.now() + 30 * DAY }])
    expect(await app.call('surveys.runs', {})).toMatchObject([
      { schemeName: '月度员工满意度调查', seed: 42, sampleKind: 'perAgent', sampleSize: 1, due: 6, sampled: 2 },
    ])
    const asked = await inStore(app, (db) => db.selectFrom('surveyInvitations').select('caseId').execute())
    expect(asked.map(({ caseId }) => caseId ?? '').sort()).toEqual(first.ids)
    app.wait(31 * DAY)
    expect(await app.call('surveys.schemes', {})).toMatchObject([{ isDue: true }])
    const stopped = { ...wanted, id: scheme.id, sampleSize: 2, isActive: false }
    expect(await app.call('surveys.saveScheme', stopped)).toMatchObject({ id: scheme.id, isDue: false, sampleSize: 2 })
  },
)

onEngine('sqlite', 'lists and their answers are for leads and managers, a schedule is for the manager', async (app) => {
  await app.as('agent')
  const out = place(app, 'x.csv')
  expect(await app.fail('surveys.send', { list: bySms(app), purpose: PURPOSE, out })).toEqual({ code: 'FORBIDDEN' })
  expect(await app.fail('surveys.importAnswers', { file: out })).toEqual({ code: 'FORBIDDEN' })
  await app.as('lead')
  expect(
    await app.fail('surveys.saveScheme', {
      ...{
        name: 'x',
        scope: 'service',
        source: 'case',
        channel: 'sms',
        everyDays: 1,
        sampleKind: 'all',
        sampleSize: 0,
      },
    }),
  ).toEqual({ code: 'FORBIDDEN' })
  expect(fs.existsSync(out)).toBe(false)
})
