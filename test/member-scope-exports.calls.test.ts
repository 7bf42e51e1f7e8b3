import fs from 'node:fs'
import path from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { expect, vi } from 'vitest'
import { verifyBundle } from '../src/main/bundle/verify.ts'
import type { Input } from '../src/shared/contracts.ts'
import type { UserId } from '../src/shared/ids.ts'
import { DAY, HOUR } from '../src/shared/time.ts'
import { USUAL_ACCESS } from '../src/shared/trust/access-rule.ts'
import { type App, onEveryEngine } from './app.ts'
import { complaint } from './cases-fixtures.ts'
import { add } from './members-fixture.ts'
import { hasPdftotext, pagesOfFile } from './pdf-text.ts'

// Each export is printed, packed and verified.
vi.setConfig({ testTimeout: 60_000 })

const BEYOND = { code: 'RULE', rule: 'member-beyond-scope', params: {} }
type Scope = Input<'exports.selection'>['scope']

/** A member with a complaint, a promise and a call of this person, whose every word names whose it is. */
async function memberOf(app: App, n: number, login: string, ownerId: string) {
  await app.signIn('boss')
  const word = (text: string) => `${text}（${login}的客户）`
  const card = `HU860${n}`
  const memberId = await add(app, card, `客户${login}氏`, { mobile: `1381234568${n}`, careNotes: word('怕冷') })
  const draft = complaint({ memberId, anonymousReason: null, contactName: word('联系人'), contactPhone: '' })
  const { id: caseId } = await app.call('cases.open', { ...draft, content: word('航班延误'), demand: word('道歉') })
  await app.call('cases.assign', { id: caseId, ownerId: ownerId as UserId, reason: '分派', expectedSeq: 1 })
  await app.signIn(login)
  await app.call('cases.followUp', { id: caseId, dueAt: app.now() + HOUR, text: word('回电') })
  const { id } = await app.call('calls.start', { direction: 'outbound', memberId })
  await app.call('calls.answer', { id })
  await app.call('calls.hangUp', { id })
  const record = { question: word('问延误'), process: word('解释'), result: word('接受') }
  await app.call('calls.record', { id, ...record } as Input<'calls.record'>)
  return { memberId, caseId, card }
}

async function twoMembers(app: App) {
  const [chen, sun] = [await app.as('manager', 'chen'), await app.as('agent', 'sun')]
  const own = await memberOf(app, 1, 'chen', chen)
  const other = await memberOf(app, 2, 'sun', sun)
  const period: Scope = { kind: 'period', from: app.now() - DAY, to: app.now() + DAY }
  return { own, other, period }
}

async function narrow(app: App) {
  await app.signIn('boss')
  await app.call('trust.setAccess', { ...USUAL_ACCESS, managers: 'assigned', reason: '按最小授权', expectedVersion: 0 })
  await app.signIn('chen')
}

const asked = (app: App, name: string, scope: Scope) => ({
  ...{ scope, purpose: '示例：核对服务记录', requester: '示例：审计' },
  out: path.join(app.folder, `${name}.zip`),
})

/** The text of every file of a bundle that is whole, also within the workbook and on the printed pages. */
async function textsOf(app: App, name: string, scope: Scope, requestId?: string): Promise<Map<string, string>> {
  const input = { ...asked(app, name, scope), requestId }
  await app.call('exports.selection', input)
  expect((await verifyBundle(input.out)).problems).toEqual([])
  const texts = new Map<string, string>()
  for (const [file, bytes] of Object.entries(unzipSync(fs.readFileSync(input.out)))) {
    texts.set(file, strFromU8(bytes))
    if (file.endsWith('.xlsx'))
      texts.set(
        file,
        Object.values(unzipSync(bytes))
          .map((part) => strFromU8(part))
          .join('\n'),
      )
    if (file.endsWith('.pdf') && hasPdftotext) {
      const printed = path.join(app.folder, `${name}-${file}`)
      fs.writeFileSync(printed, bytes)
      texts.set(file, (await pagesOfFile(printed)).join('\n').replaceAll(/\s/g, ''))
    }
  }
  return texts
}

/** A period that chen asked for and a second person agreed to. */
async function agreed(app: App, scope: Scope): Promise<string> {
  await app.signIn('chen')
  const { purpose, requester } = asked(app, 'agreed', scope)
  const { id } = await app.call('exports.ask', { scope, purpose, requester })
  await app.signIn('boss')
  await app.call('exports.decide', { id, isApproved: true, note: '同意' })
  await app.signIn('chen')
  return id
}

const filesWith = (texts: ReadonlyMap<string, string>, marks: readonly string[]) =>
  [...texts].filter(([, text]) => marks.some((mark) => text.includes(mark))).map(([file]) => file)

const marksOf = (login: string, { card, memberId, caseId }: Awaited<ReturnType<typeof memberOf>>) => [
  ...[`${login}的客户`, `客户${login}氏`, card, memberId, caseId],
]

onEveryEngine(
  'S3-129 S3-133 whoever reads only some members exports a list of them and a case of theirs, and no file holds a word of another',
  async (app) => {
    const { own, other } = await twoMembers(app)
    await narrow(app)
    const scopes = {
      list: { kind: 'members', memberIds: [own.memberId] },
      case: { kind: 'case', caseId: own.caseId },
    } as const
    for (const [name, scope] of Object.entries(scopes)) {
      const texts = await textsOf(app, name, scope as Scope)
      expect([name, filesWith(texts, marksOf('sun', other))]).toEqual([name, []])
      const files = filesWith(texts, marksOf('chen', own))
      expect(files).toEqual(expect.arrayContaining(['cases.csv', 'follow-ups.csv', 'audit.jsonl']))
      expect([name, files.some((file) => file.endsWith('.xlsx'))]).toEqual([name, true])
      const cases = texts.get('cases.csv')?.trimEnd().split('\r\n').slice(1) ?? []
      expect([name, cases.length]).toEqual([name, 1])
    }
  },
)

onEveryEngine(
  'S3-129 S3-133 a list with one member beyond, a case beyond and a whole period are refused, asked for or made, also where somebody agreed before, and no file is left',
  async (app) => {
    const { own, other, period } = await twoMembers(app)
    const texts = await textsOf(app, 'all', period, await agreed(app, period))
    expect(filesWith(texts, marksOf('sun', other))).toEqual(expect.arrayContaining(['cases.csv', 'calls.csv']))
    const earlier = await agreed(app, period)
    await narrow(app)
    const scopes: Record<string, Scope> = {
      list: { kind: 'members', memberIds: [own.memberId, other.memberId] },
      member: { kind: 'members', memberIds: [other.memberId] },
      case: { kind: 'case', caseId: other.caseId },
      period,
    }
    for (const [name, scope] of Object.entries(scopes)) {
      const { out, ...wanted } = asked(app, `beyond-${name}`, scope)
      const { purpose, requester } = wanted
      expect([name, await app.fail('exports.measure', { scope, profile: 'archive' })]).toEqual([name, BEYOND])
      expect([name, await app.fail('exports.ask', { scope, purpose, requester })]).toEqual([name, BEYOND])
      const isCase = scope.kind === 'case'
      const made = isCase ? { code: 'NOT_FOUND', entity: 'case' } : BEYOND
      expect([name, await app.fail('exports.selection', { ...wanted, out })]).toEqual([name, made])
    }
    const late = { ...asked(app, 'beyond-agreed', period), requestId: earlier }
    expect(await app.fail('exports.selection', late)).toEqual(BEYOND)
    expect(fs.readdirSync(app.folder).filter((name) => name.includes('beyond'))).toEqual([])
    expect((await app.call('exports.list', {})).map(({ copy }) => copy?.scopeKind)).toEqual(['period'])
  },
)
