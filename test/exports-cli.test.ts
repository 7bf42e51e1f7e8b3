import fs from 'node:fs'
import path from 'node:path'
import { generateIdentity, identityToRecipient } from 'age-encryption'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyBundle } from '../src/main/bundle/verify.ts'
import { type App, closeApp, openApp, PASSWORD } from './app.ts'
import { type CommandLine, commandLine, type Ended } from './cli-run.ts'

const CARD = 'CA000001'
const PURPOSE = '示例：应来函要求提供服务经过'
const RECIPIENT = '合作酒店（示例）'
const NOT_APPROVED = 'This request was not approved, or was used already.'

let app: App
let desk: CommandLine
/** Requests of a copy for a partner: agreed to, not decided on, refused. */
let requests: { agreed: string; open: string; refused: string }

async function makeRequests(): Promise<typeof requests> {
  await app.as('manager')
  const { id: memberId } = await app.call('members.create', { card: CARD, name: '欧阳静', mobile: '13812345678' })
  const scope = { kind: 'member' as const, memberId }
  const wanted = { scope, profile: 'partner' as const, purpose: PURPOSE, requester: RECIPIENT }
  const ids: string[] = []
  for (let n = 0; n < 3; n++) ids.push((await app.call('exports.ask', wanted)).id)
  const [agreed = '', open = '', refused = ''] = ids
  await app.as('admin')
  await app.call('exports.decide', { id: agreed, isApproved: true, note: '同意' })
  await app.call('exports.decide', { id: refused, isApproved: false, note: '不必要' })
  return { agreed, open, refused }
}

beforeAll(async () => {
  app = await openApp('sqlite', Date.now())
  await app.call('session.create', { login: 'boss', name: '王经理', password: PASSWORD, language: 'zh-CN' })
  requests = await makeRequests()
  await app.engine.close()
  desk = commandLine(app.address, app.folder)
}, 60_000)
afterAll(() => closeApp(app))

const place = (name: string) => path.join(app.folder, name)
const history = (out: string, ...more: string[]) => [
  ...['export', 'history', '--member', CARD, '--purpose', PURPOSE, '--requester', RECIPIENT, '--out', out],
  ...more,
]
/** The real program, in a process of its own. */
const verify = async (...args: string[]): Promise<[Ended['code'], unknown]> => {
  const { code, stdout } = await desk.run('boss', ['verify', ...args, '--json'])
  const { ok, problems } = JSON.parse(stdout)
  return [code, { ok, problems: problems.map((one: { code: string; detail: string }) => `${one.code}: ${one.detail}`) }]
}

test('S3-133 `--profile` and `--destroy-by` make the copy for its recipient, and the manifest and the register say so', async () => {
  const out = place('customer.zip')
  const made = await desk.run('boss', [
    ...history(out, '--profile', 'customer', '--destroy-by', '2099-12-31'),
    '--json',
  ])
  expect([made.code, JSON.parse(made.stdout)]).toMatchObject([0, { file: out, rows: expect.any(Number) }])
  expect((await verifyBundle(out)).manifest).toMatchObject({
    destroyBy: '2099-12-31',
    redaction: { profile: 'customer' },
  })
  expect(await verify(out)).toEqual([0, { ok: true, problems: [] }])
  await app.signIn('boss')
  expect((await app.call('exports.list', {})).map(({ fileName, copy }) => [fileName, copy])).toMatchObject([
    ['customer.zip', { profile: 'customer', recipient: RECIPIENT, destroyBy: '2099-12-31', state: 'held' }],
  ])
  await app.engine.close()
  const wrong = await desk.fail('boss', ...history(place('day.zip'), '--destroy-by', '31.12.2099'))
  expect([wrong.exit, wrong.message]).toEqual([1, expect.stringContaining('--destroy-by: ')])
  const profile = await desk.fail('boss', ...history(place('none.zip'), '--profile', 'everybody'))
  expect([profile.exit, profile.message]).toEqual([2, expect.stringContaining('--profile')])
  expect(fs.existsSync(place('day.zip')) || fs.existsSync(place('none.zip'))).toBe(false)
}, 60_000)

test('S3-133 `--recipient-key` encrypts to the recipient; `verify --identity` opens with that key and with no other', async () => {
  const [own, other] = [await generateIdentity(), await generateIdentity()]
  const identities = { own: place('own.key'), other: place('other.key'), none: place('none.key') }
  fs.writeFileSync(identities.own, `# made for this test\n${own}\n`)
  fs.writeFileSync(identities.other, `${other}\n`)
  fs.writeFileSync(identities.none, 'not a key\n')
  const out = place('sealed.zip.age')
  await desk.json('boss', ...history(out, '--recipient-key', await identityToRecipient(own)))
  const bytes = fs.readFileSync(out)
  expect([bytes.includes('age-encryption.org/v1'), bytes.includes('manifest.json')]).toEqual([true, false])
  const closed = (detail: string) => [1, { ok: false, problems: [`encrypted: ${detail}`] }]
  expect(await verify(out, '--identity', identities.own)).toEqual([0, { ok: true, problems: [] }])
  expect(await verify(out, '--identity', identities.other)).toEqual(
    closed('this key does not open the bundle, or it was changed'),
  )
  expect(await verify(out, '--identity', identities.none)).toEqual(closed('the identity is not an age identity'))
  expect(await verify(out)).toEqual(closed('the bundle is encrypted: it needs its passphrase or identity'))
  const missing = await desk.fail('boss', 'verify', out, '--identity', place('nowhere.key'))
  expect(missing.exit).not.toBe(0)
  const bad = await desk.fail('boss', ...history(place('bad.zip.age'), '--recipient-key', 'age1nothing'))
  expect([bad.exit, bad.rule, fs.existsSync(place('bad.zip.age'))]).toEqual([1, 'export-recipient-key', false])
}, 60_000)

test('S3-133 what needs a second person leaves with `--request` only once somebody agreed, and once only', async () => {
  const partner = (name: string, ...more: string[]) => history(place(name), '--profile', 'partner', ...more)
  const refusals = []
  for (const more of [[], ['--request', requests.open], ['--request', requests.refused], ['--request', 'nothing']]) {
    const { exit, code, rule } = await desk.fail('boss', ...partner('early.zip', ...more))
    refusals.push([exit, rule ?? code, fs.existsSync(place('early.zip'))])
  }
  expect(refusals).toEqual([
    [1, 'export-needs-approval', false],
    [1, 'export-not-approved', false],
    [1, 'export-not-approved', false],
    [1, 'NOT_FOUND', false],
  ])
  const out = place('partner.zip')
  const made = await desk.run('boss', [...partner('partner.zip', '--request', requests.agreed), '--json'])
  expect([made.code, await verify(out)]).toEqual([0, [0, { ok: true, problems: [] }]])
  const again = await desk.fail('boss', ...partner('again.zip', '--request', requests.agreed))
  expect([again.rule, again.message]).toEqual(['export-not-approved', `--request: ${NOT_APPROVED}`])
  expect(fs.existsSync(place('again.zip'))).toBe(false)
}, 60_000)
