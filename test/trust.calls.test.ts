import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect } from 'vitest'
import { openStore } from '../src/main/store/open.ts'
import { DAY, HOUR, MINUTE } from '../src/shared/time.ts'
import type { TextKind } from '../src/shared/trust/words.ts'
import { type App, onEngine, onEveryEngine, PASSWORD } from './app.ts'
import { complaint } from './cases-fixtures.ts'
import { add, ZHANG } from './members-fixture.ts'

/** The shipped draft, approved by the manager; answers its id. */
async function bringIntoForce(app: App, kind: TextKind): Promise<string> {
  await app.signIn('boss')
  const [draft] = await app.call('trust.texts', { kind })
  await app.call('trust.approveText', { id: draft?.id ?? '' })
  return draft?.id ?? ''
}

onEveryEngine(
  'S3-127 the data-security rules are approved by a second person, read by each, asked for again in a new version, and who has not is listed',
  async (app) => {
    await app.as('lead', 'zhao')
    expect(await app.fail('trust.approveText', { id: 'x' })).toEqual({ code: 'FORBIDDEN' })
    const { id } = await app.call('trust.draftText', { kind: 'rules', title: '数据安全制度', body: '号码默认掩码' })
    await app.as('agent')
    expect(await app.call('trust.texts', { kind: 'rules' })).toEqual([])
    expect((await app.call('trust.mine', {})).toRead).toBeNull()
    await app.signIn('boss')
    const own = await app.call('trust.draftText', { kind: 'rules', title: '数据安全制度', body: '号码默认掩码。' })
    expect(own.id).toBe(id)
    expect(await app.fail('trust.approveText', { id })).toMatchObject({ rule: 'trust-text-own' })
    await app.signIn('zhao')
    await app.call('trust.draftText', { kind: 'rules', title: '数据安全制度', body: '号码默认掩码。' })
    await app.signIn('boss')
    const first = await app.call('trust.approveText', { id, fromAt: app.now() + DAY })
    expect(first).toMatchObject({ version: 1, state: 'coming', savedByName: 'zhao', approvedByName: '王经理' })
    await app.signIn('agent')
    expect((await app.call('trust.mine', {})).toRead).toBeNull()
    expect(await app.fail('trust.acknowledge', { id })).toMatchObject({ rule: 'trust-not-in-force' })
    app.wait(DAY)
    expect((await app.call('trust.mine', {})).toRead).toMatchObject({ id, state: 'inForce', body: '号码默认掩码。' })
    await app.call('trust.acknowledge', { id })
    expect((await app.call('trust.mine', {})).toRead).toBeNull()
    expect(await app.fail('trust.acknowledge', { id })).toMatchObject({ rule: 'trust-done-already' })
    expect(await app.fail('trust.assents', { id })).toEqual({ code: 'FORBIDDEN' })
    await app.signIn('boss')
    expect((await app.call('trust.assents', { id })).map(({ name, at }) => [name, at])).toEqual([
      ['王经理', null],
      ['zhao', null],
      ['agent', app.now()],
    ])
    await app.signIn('zhao')
    const next = await app.call('trust.draftText', { kind: 'rules', title: '数据安全制度', body: '第二版' })
    await app.signIn('boss')
    await app.call('trust.approveText', { id: next.id })
    await app.signIn('agent')
    expect((await app.call('trust.mine', {})).toRead).toMatchObject({ id: next.id, version: 2, assents: 0, people: 3 })
    expect((await app.call('trust.texts', { kind: 'rules' })).map(({ version, state }) => [version, state])).toEqual([
      [2, 'inForce'],
      [1, 'retired'],
    ])
  },
)

onEveryEngine(
  'S3-134 every user signs the undertaking with name and own password; after the days of grace nothing is disclosed without it',
  async (app) => {
    const member = await add(app, 'HU6001', '演示客户', { mobile: '13812345678' })
    await app.as('agent')
    const id = await bringIntoForce(app, 'undertaking')
    await app.call('trust.setSettings', { graceDays: 3, reviewDays: 30, authorityHours: 24, membersHours: 72 })
    await app.signIn('agent')
    const { toSign, signBy } = await app.call('trust.mine', {})
    expect([toSign?.id, signBy]).toEqual([id, app.now() + 3 * DAY])
    await app.call('members.view', { id: member })
    app.wait(3 * DAY)
    expect(await app.fail('members.view', { id: member })).toEqual({
      code: 'RULE',
      rule: 'trust-unsigned',
      params: { days: 3 },
    })
    expect(await app.call('members.find', { text: 'HU6001' })).toHaveLength(1)
    expect(await app.fail('trust.sign', { id, name: '别人', password: PASSWORD })).toMatchObject({
      rule: 'trust-name-differs',
    })
    expect(await app.fail('trust.sign', { id, name: 'agent', password: 'not this one' })).toMatchObject({
      rule: 'wrong-password',
    })
    const { digest } = await app.call('trust.sign', { id, name: 'agent', password: PASSWORD })
    await app.call('members.view', { id: member })
    expect(await app.call('trust.signed', { id })).toMatchObject({
      ...{ login: 'agent', digest, isGenuine: true, at: app.now(), text: { kind: 'undertaking', version: 1 } },
    })
    const agent = app.engine.desk.session?.actor.id as never
    await app.signIn('boss')
    await app.call('trust.sign', { id, name: '王经理', password: PASSWORD })
    expect(await app.call('trust.signed', { id, userId: agent })).toMatchObject({ name: 'agent', isGenuine: true })
    const [done, wrong] = (await app.call('audit.list', { call: 'trust.sign' })).rows.slice(1)
    expect(JSON.parse(done?.body ?? '{}')).toMatchObject({ login: 'agent', digest, version: 1 })
    expect(wrong?.outcome).toBe('refused')
    for (const row of [done, wrong]) expect(row?.body).not.toMatch(/"password"|not this one|correct horse/)
  },
)

onEveryEngine(
  'S3-129 S3-130 a right is given by name, from when until when and why; it opens what it says and ends by itself',
  async (app) => {
    const lead = await app.as('lead')
    const agent = await app.as('agent')
    await app.signIn('boss')
    const hidden = await app.call('cases.open', complaint({ channel: 'reportPhone' }))
    const give = { userId: agent as never, reason: '主管休假期间代行', untilAt: app.now() + 2 * DAY }
    await app.signIn('agent')
    expect(await app.fail('authorisations.give', { ...give, right: 'leadRights' })).toEqual({ code: 'FORBIDDEN' })
    expect(await app.fail('posts.setLimit', { minutes: 60 })).toEqual({ code: 'FORBIDDEN' })
    expect(await app.fail('cases.show', { id: hidden.id })).toMatchObject({ code: 'NOT_FOUND' })
    await app.signIn('boss')
    expect(await app.fail('authorisations.give', { ...give, right: 'managerRights' })).toMatchObject({
      rule: 'authorisation-role',
    })
    const given = await app.call('authorisations.give', { ...give, right: 'leadRights', fromAt: app.now() + HOUR })
    expect(given).toMatchObject({
      ...{ userName: 'agent', givenByName: '王经理', fromAt: app.now() + HOUR, untilAt: give.untilAt },
      ...{ reason: '主管休假期间代行', state: 'coming' },
    })
    await app.signIn('agent')
    expect(await app.fail('posts.setLimit', { minutes: 60 })).toEqual({ code: 'FORBIDDEN' })
    app.wait(HOUR)
    await app.call('posts.setLimit', { minutes: 60 })
    expect(await app.fail('cases.show', { id: hidden.id })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await app.call('trust.mine', {})).toMatchObject({ role: 'lead', authorised: [{ kind: 'leadRights' }] })
    expect(await app.call('authorisations.list', {})).toMatchObject([{ id: given.id, state: 'inForce' }])
    app.setNow(give.untilAt)
    expect(await app.fail('posts.setLimit', { minutes: 30 })).toEqual({ code: 'FORBIDDEN' })
    expect(await app.fail('cases.show', { id: hidden.id })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await app.call('authorisations.list', { isPastToo: true })).toMatchObject([{ state: 'expired' }])
    await app.signIn('boss')
    const deputy = { userId: lead as never, reason: '代行经理', untilAt: app.now() + 40 * DAY }
    const { id } = await app.call('authorisations.give', { ...deputy, right: 'managerRights' })
    await app.signIn('lead')
    expect(
      await app.fail('authorisations.give', { ...give, untilAt: app.now() + DAY, right: 'restrictedCases' }),
    ).toMatchObject({ rule: 'authorisation-handed-on' })
    expect(await app.fail('authorisations.review', { id, result: 'keep' })).toMatchObject({
      rule: 'authorisation-own-review',
    })
    app.wait(30 * DAY)
    await app.signIn('boss')
    expect((await app.call('trust.mine', {})).waits.reviews).toBe(1)
    const kept = await app.call('authorisations.review', { id, result: 'keep', note: '休假未结束' })
    expect(kept).toMatchObject({
      isReviewDue: false,
      reviews: [{ result: 'keep', byName: '王经理', note: '休假未结束' }],
    })
    await app.call('authorisations.end', { id, reason: '已返岗' })
    await app.signIn('lead')
    expect(await app.fail('authorisations.give', { ...give, right: 'leadRights' })).toEqual({ code: 'FORBIDDEN' })
  },
)

onEveryEngine(
  'S3-129 S3-132 an emergency opens one restricted case for an hour, tells the manager and is judged; full numbers are listed with their reasons',
  async (app) => {
    const member = await add(app, 'HU6002', '演示客户', { mobile: '13812345678' })
    const hidden = await app.call('cases.open', complaint({ channel: 'reportPhone' }))
    const other = await app.call('cases.open', complaint({ channel: 'reportPhone', contactPhone: '13800009999' }))
    const open = await app.call('cases.open', complaint())
    await app.as('agent')
    const ask = { caseNumber: hidden.number, reason: '旅客人身安全，主管均不在岗' }
    expect(await app.fail('authorisations.breakGlass', { ...ask, reason: '看看' })).toMatchObject({
      rule: 'breakglass-reason',
    })
    expect(await app.fail('authorisations.breakGlass', { ...ask, caseNumber: open.number })).toMatchObject({
      rule: 'breakglass-not-needed',
    })
    expect(await app.call('authorisations.breakGlass', ask)).toEqual({
      caseId: hidden.id,
      untilAt: app.now() + 60 * MINUTE,
    })
    expect((await app.call('cases.show', { id: hidden.id })).isRestricted).toBe(true)
    expect(await app.fail('cases.show', { id: other.id })).toMatchObject({ code: 'NOT_FOUND' })
    await app.call('members.reveal', { id: member, field: 'mobile', reason: '回拨客户确认' })
    app.wait(60 * MINUTE)
    expect(await app.fail('cases.show', { id: hidden.id })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await app.fail('trust.disclosures', {})).toEqual({ code: 'FORBIDDEN' })
    await app.signIn('boss')
    expect((await app.call('trust.mine', {})).waits.emergencies).toBe(1)
    const [one] = await app.call('authorisations.list', {})
    expect(one).toMatchObject({ kind: 'breakGlass', caseNumber: hidden.number, userName: 'agent', isReviewDue: true })
    expect(await app.fail('authorisations.review', { id: one?.id ?? '', result: 'keep' })).toMatchObject({
      rule: 'authorisation-wrong-result',
    })
    await app.call('authorisations.review', { id: one?.id ?? '', result: 'justified', note: '情况属实' })
    expect((await app.call('trust.mine', {})).waits.emergencies).toBe(0)
    expect((await app.call('trust.disclosures', { kind: 'unmasked' })).rows).toMatchObject([
      { actorName: 'agent', memberCard: 'HU6002', call: 'members.reveal', reason: '回拨客户确认', outcome: 'done' },
    ])
    const emergencies = (await app.call('trust.disclosures', { kind: 'emergency', limit: 1 })).rows
    expect(emergencies).toMatchObject([{ caseNumber: hidden.number, reason: ask.reason }])
    const opened = await app.call('trust.disclosures', { kind: 'opened', limit: 1 })
    expect([opened.rows.length, opened.next]).toEqual([1, opened.rows[0]?.seq])
  },
)

onEveryEngine(
  'S3-136 a leak is reported by anyone, assessed, contained, told to authority and members in time, dealt with and closed',
  async (app) => {
    const member = await add(app, 'HU6003', '演示客户')
    const lead = (await app.as('lead')) as never
    await app.as('agent')
    const said = { way: 'message', what: '含会员电话的邮件误发给外部地址', foundAt: app.now() - HOUR } as const
    const { id, number, authorityDue } = await app.call('leaks.report', said)
    expect([number, authorityDue]).toEqual(['XM-2026-0001', { at: app.now() + 24 * HOUR, isLate: false }])
    expect(await app.call('leaks.list', {})).toMatchObject([{ id, state: 'reported' }])
    expect(await app.fail('leaks.show', { id })).toEqual({ code: 'FORBIDDEN' })
    await app.signIn('boss')
    expect((await app.call('trust.mine', {})).waits.leaks).toBe(1)
    expect(await app.fail('leaks.contain', { id, text: '撤回' })).toMatchObject({ rule: 'leak-not-assessed' })
    await app.call('leaks.assess', {
      ...{ id, grade: 'serious', isPersonal: true, info: '姓名、手机号', cause: '自动补全选错收件人' },
      ...{ harm: '可能收到诈骗电话', affected: 1, responsibleId: lead },
    })
    expect(await app.fail('leaks.linkMembers', { id, cardNos: ['HU6003', 'NOBODY'] })).toMatchObject({
      rule: 'leak-unknown-cards',
    })
    const linked = await app.call('leaks.linkMembers', { id, cardNos: ['HU6003'] })
    expect(linked).toMatchObject({ membersLinked: 1, members: [{ id: member, cardNo: 'HU6003' }] })
    expect(await app.fail('leaks.close', { id, text: '完成' })).toMatchObject({ rule: 'leak-not-contained' })
    const telling = { id, told: 'notNeeded', at: app.now(), text: '对方已书面确认删除' } as const
    expect(await app.fail('leaks.tellMembers', telling)).toMatchObject({ rule: 'leak-not-averted' })
    await app.call('leaks.contain', { id, text: '联系收件人删除并取得书面确认' })
    app.wait(25 * HOUR)
    expect((await app.call('leaks.list', { isOpenOnly: true }))[0]).toMatchObject({ authorityDue: { isLate: true } })
    expect(await app.fail('leaks.close', { id, text: '完成' })).toMatchObject({ rule: 'leak-authority' })
    await app.call('leaks.tellAuthority', { id, authority: '省网信办', at: app.now(), text: '书面报告' })
    await app.call('leaks.tellMembers', { ...telling, told: 'told', at: app.now(), text: '电话告知并提示防范' })
    const due = { id, text: '关闭收件人自动补全', responsibleId: lead, dueDay: '2026-10-10' }
    const { measures } = await app.call('leaks.addMeasure', due)
    await app.call('leaks.linkPerson', { id, userId: lead, handling: '批评教育，补课' })
    expect(await app.fail('leaks.close', { id, text: '完成' })).toMatchObject({ rule: 'leak-open-measures' })
    await app.call('leaks.finishMeasure', { measureId: measures[0]?.id ?? '', result: '已关闭' })
    expect(await app.call('leaks.close', { id, text: '处理完毕，案例已通报' })).toMatchObject({
      ...{ state: 'closed', missing: 'leak-over', told: 'told', authority: '省网信办', responsibleName: 'lead' },
      ...{ people: [{ name: 'lead', handling: '批评教育，补课' }], authorityDue: null, membersDue: null },
      measures: [{ text: '关闭收件人自动补全', result: '已关闭', isLate: false }],
    })
    expect((await app.call('leaks.show', { id })).log.map(({ step }) => step)).toEqual([
      ...['reported', 'assessed', 'linked', 'contained', 'authority', 'members', 'measure', 'person'],
      ...['measureDone', 'closed'],
    ])
  },
)

onEveryEngine(
  'sign-ins stand on record with place and end; people see their own, managers everybody’s',
  async (app) => {
    await app.as('agent')
    await app.call('session.lock', { reason: 'idle' })
    await app.signIn('agent')
    const { rows } = await app.call('trust.sessions', {})
    expect(rows.map(({ userName, place, endedHow, isThis }) => [userName, place, endedHow, isThis])).toEqual([
      ['agent', os.hostname(), null, true],
      ['agent', os.hostname(), 'idle', false],
    ])
    await app.signIn('boss')
    const all = await app.call('trust.sessions', { limit: 2 })
    expect(all.rows.map(({ userName }) => userName)).toEqual(['王经理', 'agent'])
    expect(all.next).not.toBeNull()
    const [mine, theirs] = all.rows
    expect(await app.fail('trust.endSession', { id: mine?.id ?? '' })).toMatchObject({ rule: 'session-is-this' })
    expect(await app.fail('trust.endSession', { id: theirs?.id ?? '' })).toMatchObject({ rule: 'session-over' })
  },
)

onEngine('postgres', 'a manager ends a session elsewhere: its next call finds the desk locked', async (app) => {
  await app.as('agent')
  await app.signIn('boss')
  const other = app.another()
  try {
    await other.call('session.signIn', { login: 'agent', password: PASSWORD })
    const { rows } = await app.call('trust.sessions', { isOpenOnly: true })
    const id = rows.find(({ userName }) => userName === 'agent')?.id ?? ''
    await app.call('trust.endSession', { id, reason: '设备遗失' })
    expect(await other.call('cases.counts', {})).toEqual({ ok: false, failure: { code: 'LOCKED' } })
    expect(await other.call('session.status', {})).toMatchObject({ value: { state: 'locked' } })
    expect((await app.call('trust.sessions', {})).rows.find((row) => row.id === id)).toMatchObject({
      endedHow: 'ended',
      endedByName: '王经理',
    })
  } finally {
    await other.close()
  }
})

/** Every file below a folder whose bytes hold one of the markers, in any of the ways a text is written. */
function filesWith(folder: string, markers: readonly string[]): string[] {
  const forms = markers.flatMap((marker) => [Buffer.from(marker, 'utf8'), Buffer.from(marker, 'utf16le')])
  return fs.readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    if (!entry.isFile()) return []
    const file = path.join(entry.parentPath, entry.name)
    const bytes = fs.readFileSync(file)
    return forms.some((form) => bytes.includes(form)) ? [file] : []
  })
}

onEngine(
  'sqlite',
  'S3-128 S3-135 nothing of a member is readable in store, log of changes, temporary files or backup, nor with a wrong key; the desk locks itself',
  async (app) => {
    const temporary = path.join(app.folder, 'temporary')
    fs.mkdirSync(temporary)
    process.env.SQLITE_TMPDIR = temporary
    const markers = ['ZXQ标记客户', '13977665544', 'marker.zxq@example.com', '440106198503151217', '标记备注内容']
    const { documentNo, documentType } = ZHANG
    const facts = { mobile: markers[1] ?? '', email: markers[2] ?? '', careNotes: markers[4] ?? '' }
    const id = await add(app, 'HU6099', markers[0] ?? '', { ...facts, documentType, documentNo })
    await app.call('cases.open', complaint({ memberId: id, anonymousReason: null, content: markers[4] ?? '' }))
    for (let n = 0; n < 40; n++) await add(app, `HU70${n}`, `${markers[0]}${n}`, { careNotes: markers[4] ?? '' })
    await app.call('members.find', { text: 'ZXQ' })
    expect((await app.call('members.view', { id })).openCases).toMatchObject([{ title: markers[4] }])
    await app.call('admin.backup', { out: path.join(app.folder, 'copy.backup') })
    const names = fs.readdirSync(app.folder, { recursive: true }).map(String)
    expect(names.some((name) => name.endsWith('-wal'))).toBe(true)
    expect(names).toContain('copy.backup')
    expect(filesWith(app.folder, markers)).toEqual([])
    // The search itself finds a planted marker: what it does not find above is not there.
    fs.writeFileSync(path.join(temporary, 'planted'), `… ${markers[0]} …`)
    expect(filesWith(app.folder, markers)).toEqual([path.join(temporary, 'planted')])
    const { autoLockMinutes } = await app.call('settings.read', {})
    app.wait(autoLockMinutes * MINUTE)
    await app.engine.heartbeat()
    expect(await app.call('session.status', {})).toMatchObject({ state: 'locked' })
    fs.rmSync(path.join(temporary, 'planted'))
    expect(filesWith(app.folder, markers)).toEqual([])
    const wrong = new Uint8Array(32).fill(9)
    await expect(openStore({ engine: 'sqlite', path: app.address }, wrong)).rejects.toThrow()
    await app.signIn('boss')
    delete process.env.SQLITE_TMPDIR
  },
)
