import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { moment } from '../src/main/cli/moments.ts'
import type { TargetPolicy } from '../src/shared/targets/model.ts'
import { type App, closeApp } from './app.ts'
import { type CommandLine, closedStore, commandLine } from './cli-run.ts'

let app: App
let desk: CommandLine

beforeAll(async () => {
  app = await closedStore('sqlite')
  desk = commandLine(app.address, app.folder)
})
afterAll(() => closeApp(app))

const inFolder = (name: string) => path.join(desk.folder, name)

/** The exported targets with one limit changed, as a person edits a file; the hash no longer fits, so only the policy is kept. */
function edited(source: string, name: string, amount: number): string {
  const { policy } = JSON.parse(fs.readFileSync(inFolder(source), 'utf8')) as { policy: TargetPolicy }
  const rules = policy.rules.map((rule) =>
    rule.id === 's1-confirm-24h' ? { ...rule, limit: { ...rule.limit, amount } } : rule,
  )
  fs.writeFileSync(inFolder(name), JSON.stringify({ ...policy, rules }))
  return inFolder(name)
}

test('policies are listed and shown; a kind stands for the version in force', async () => {
  const list = await desk.json('boss', 'policy', 'list', '--kind', 'targets')
  expect(list).toMatchObject([
    { id: 'targets-default@1', kind: 'targets', state: 'inForce', effectiveFrom: '2026-01-01' },
  ])
  const shown = await desk.json('agent', 'policy', 'show', 'targets')
  expect([shown.id, shown.hash, shown.body.kind, shown.history]).toEqual([list[0].id, list[0].hash, 'targets', []])
  expect(await desk.fail('boss', 'policy', 'show', 'nothing@7')).toMatchObject({ exit: 1, code: 'NOT_FOUND' })
  const { code, stdout } = await desk.run('boss', ['policy', 'list', '--lang', 'en'])
  expect([code, stdout]).toEqual([0, expect.stringContaining('Default service targets')])
})

test('what the product ships newer is listed, and where there is nothing newer none is taken', async () => {
  expect(await desk.json('agent', 'policy', 'newer')).toEqual([])
  expect(await desk.fail('boss', 'policy', 'take', 'targets-default@1', '--theirs', 'rules')).toMatchObject({
    code: 'RULE',
  })
})

test('a pack is exported, changed as a file, tried out on the past, imported as a draft, and compared', async () => {
  const { hash, file } = await desk.json('boss', 'policy', 'export', 'targets', '--out', inFolder('pack.json'))
  expect([file, hash]).toEqual([inFolder('pack.json'), expect.stringMatching(/^[0-9a-f]{64}$/)])
  const draft = edited('pack.json', 'draft.json', 60)
  const [from, to] = [moment(Date.now() - 86_400_000), moment(Date.now() + 86_400_000)]
  const tried = await desk.json('boss', 'policy', 'backtest', draft, '--from', from, '--to', to)
  expect(tried).toMatchObject({ cases: 0, changed: 0, kinds: [], rows: [], breaches: { before: 0, after: 0 } })
  const made = await desk.json('boss', 'policy', 'import', draft, '--reason', '试行')
  expect(made).toMatchObject({ kind: 'targets', state: 'draft', author: '王经理' })
  const { changes } = await desk.json('boss', 'policy', 'diff', 'targets', made.id)
  expect(changes.map((one: { path: string }) => one.path)).toContain('rules[s1-confirm-24h].limit')
  const { stdout } = await desk.run('boss', ['policy', 'diff', 'targets', made.id, '--lang', 'zh-CN'])
  expect(stdout).toContain('规则“24小时内确认”的时限：24小时 → 1小时')
})

test('a tariff is exported, changed as a file and tried out: workload and cost before and after', async () => {
  await desk.json('boss', 'policy', 'export', 'compensation', '--out', inFolder('tariff.json'))
  const { policy } = JSON.parse(fs.readFileSync(inFolder('tariff.json'), 'utf8'))
  fs.writeFileSync(inFolder('tariff-draft.json'), JSON.stringify({ ...policy, windowDays: 30 }))
  const [from, to] = [moment(Date.now() - 86_400_000), moment(Date.now() + 86_400_000)]
  const span = ['--from', from, '--to', to]
  const tried = await desk.json('boss', 'policy', 'backtest', inFolder('tariff-draft.json'), ...span)
  expect(tried).toMatchObject({
    ...{ kind: 'compensation', cases: 0, changed: 0 },
    workload: [{ role: 'agent', approvals: { before: 0, after: 0 } }, { role: 'lead' }, { role: 'manager' }],
    compensation: { amounts: 0, cost: { before: 0, after: 0 }, forms: [], months: [], rows: [] },
  })
  const [found] = await desk.json('boss', 'policy', 'list', '--kind', 'workflow')
  const workflow = await desk.json('boss', 'policy', 'show', found.id)
  fs.writeFileSync(inFolder('workflow.json'), JSON.stringify(workflow.body))
  expect(await desk.fail('boss', 'policy', 'backtest', inFolder('workflow.json'), ...span)).toMatchObject({
    rule: 'policy-not-tried',
  })
})

test('a bad file is refused with the place in it', async () => {
  const bad = edited('pack.json', 'bad.json', 0)
  expect(await desk.fail('boss', 'policy', 'import', bad)).toMatchObject({
    exit: 1,
    code: 'INVALID_INPUT',
    message: expect.stringContaining('rules[s1-confirm-24h].limit.amount'),
  })
  fs.writeFileSync(inFolder('pack2.json'), fs.readFileSync(inFolder('pack.json'), 'utf8').replace('1440', '1441'))
  expect(await desk.fail('boss', 'policy', 'import', inFolder('pack2.json'))).toMatchObject({
    rule: 'policy-file-hash',
  })
  expect(await desk.fail('agent', 'policy', 'import', bad)).toMatchObject({ code: 'FORBIDDEN' })
  expect(await desk.fail('boss', 'policy', 'import', inFolder('none.json'))).toMatchObject({
    rule: 'named-file-missing',
  })
  const usage = await desk.fail('boss', 'policy', 'backtest', bad, '--from', moment(Date.now()))
  expect(usage).toMatchObject({ exit: 2 })
})

test('S3-03 rule packs are listed and shown; one is switched on into a draft, and off again', async () => {
  const list = await desk.json('agent', 'policy', 'pack', 'list')
  expect(list.find(({ id }: { id: string }) => id === 'TMC-15MIN')).toMatchObject({ state: 'off', kind: 'targets' })
  const shown = await desk.json('agent', 'policy', 'pack', 'show', 'TMC-15MIN')
  expect(shown.items).toMatchObject([{ id: 'tmc-respond-15min', source: { mark: 'S' } }])
  const made = await desk.json('boss', 'policy', 'pack', 'on', 'TMC-15MIN', '--reason', '试行')
  expect(made).toMatchObject({ kind: 'targets', state: 'draft' })
  const again = await desk.json('boss', 'policy', 'pack', 'on', 'US-DOT', '--into', made.id)
  expect(again.id).toBe(made.id)
  const off = await desk.json('boss', 'policy', 'pack', 'off', 'US-DOT', '--into', made.id)
  expect(off.hash).toBe(made.hash)
  expect(await desk.fail('boss', 'policy', 'pack', 'off', 'US-DOT')).toMatchObject({ rule: 'policy-pack-is-off' })
  expect(await desk.fail('agent', 'policy', 'pack', 'on', 'US-DOT')).toMatchObject({ code: 'FORBIDDEN' })
  const { code, stdout } = await desk.run('boss', ['policy', 'pack', 'show', 'EU261', '--lang', 'en'])
  expect([code, stdout]).toEqual([0, expect.stringContaining('EUR 250')])
})
