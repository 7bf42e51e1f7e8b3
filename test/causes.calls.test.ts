import { expect } from 'vitest'
import { shippedTree } from '../src/main/causes/queries.ts'
import type { CauseTree } from '../src/shared/causes/model.ts'
import type { CaseId } from '../src/shared/ids.ts'
import type { App } from './app.ts'
import { onEveryEngine } from './app.ts'
import { complaint } from './cases-fixtures.ts'

async function choose(app: App, id: CaseId, code: string, text = '前序航班晚到，信息未推送') {
  const { lastSeq } = await app.call('cases.show', { id })
  return { caseId: id, code, text, expectedSeq: lastSeq }
}

const openCase = async (app: App, more = {}): Promise<CaseId> => (await app.call('cases.open', complaint(more))).id

const treeOf = async (app: App): Promise<CauseTree & { version: number }> => {
  const { nodes, solutions, version } = await app.call('causes.tree', {})
  return { nodes, solutions, version }
}

onEveryEngine('S2-58 the root cause of a complaint is chosen from the tree and stays on its record', async (app) => {
  const li = await app.as('agent', 'li')
  const id = await openCase(app, { category: 'fare.calculation' })
  const before = await app.call('causes.of', { caseId: id })
  expect(before).toMatchObject({ chosen: null, solutions: [], mayChoose: true })
  expect(before.suggested).toEqual(expect.arrayContaining(['CALC-FEE', 'INFO-FARE']))
  expect(before.suggested).not.toContain('STAFF-MANNER')
  expect(await app.call('causes.choose', await choose(app, id, 'CALC-FEE', '燃油附加费算错'))).toEqual({
    code: 'CALC-FEE',
    version: 1,
  })
  const view = await app.call('cases.show', { id })
  expect(view.recorded).toMatchObject({ cause: 'CALC-FEE', causeText: '燃油附加费算错' })
  expect(view.events.at(-1)).toMatchObject({ kind: 'cause', actorId: li, data: { code: 'CALC-FEE', before: null } })
  await app.call('causes.choose', await choose(app, id, 'PROC-SLOW', '复核环节过多'))
  expect((await app.call('causes.of', { caseId: id })).chosen).toMatchObject({
    code: 'PROC-SLOW',
    text: '复核环节过多',
    chosenAt: app.now(),
    chosenByName: 'li',
  })
  expect((await app.call('cases.show', { id })).events.at(-1)?.data).toMatchObject({ before: 'CALC-FEE' })
  expect(await app.fail('causes.choose', await choose(app, id, 'PROC'))).toMatchObject({ rule: 'cause-not-exact' })
  const late = await choose(app, id, 'CALC-FEE')
  await app.call('cases.note', { id, text: '客户来电' })
  expect(await app.fail('causes.choose', late)).toEqual({ code: 'CONFLICT', entity: 'case' })
})

onEveryEngine(
  'S2-58 managers change the tree by versions; a code that was used is retired, never deleted',
  async (app) => {
    await app.as('agent', 'li')
    const id = await openCase(app)
    await app.call('causes.choose', await choose(app, id, 'EXT-ATC'))
    const { version, ...tree } = await treeOf(app)
    expect({ version, tree }).toEqual({ version: 1, tree: shippedTree() })
    expect(await app.fail('causes.save', { tree, basedOn: 1, reason: '试改' })).toEqual({ code: 'FORBIDDEN' })
    await app.as('manager')
    const without = (code: string) => ({ ...tree, nodes: tree.nodes.filter((node) => node.code !== code) })
    expect(await app.fail('causes.save', { tree: without('EXT-ATC'), basedOn: 1, reason: '删除' })).toEqual({
      code: 'RULE',
      rule: 'cause-tree',
      params: { problem: 'usedCodeGone', code: 'EXT-ATC', count: 1 },
    })
    app.wait(60_000)
    const next = {
      ...without('EXT-AIRPORT'),
      nodes: [
        ...without('EXT-AIRPORT').nodes.map((node) => (node.code === 'EXT-ATC' ? { ...node, isRetired: true } : node)),
        {
          code: 'EXT-FUEL',
          parent: 'EXT',
          name: { zh: '油料供应', en: 'Fuel supply' },
          classes: ['flight'],
          isRetired: false,
        },
      ],
    }
    expect(await app.call('causes.save', { tree: next, basedOn: 1, reason: '增加油料供应' })).toEqual({ version: 2 })
    expect(await app.fail('causes.save', { tree: next, basedOn: 1, reason: '再改' })).toEqual({
      code: 'CONFLICT',
      entity: 'causeTree',
    })
    expect(await app.call('causes.versions', {})).toEqual([
      { version: 2, savedAt: app.now(), savedByName: '王经理', reason: '增加油料供应' },
      { version: 1, savedAt: app.now() - 60_000, savedByName: null, reason: '' },
    ])
    expect((await app.call('causes.tree', { version: 1 })).nodes.some(({ code }) => code === 'EXT-AIRPORT')).toBe(true)
    expect((await app.call('causes.of', { caseId: id })).chosen?.code).toBe('EXT-ATC')
    expect((await app.call('causes.of', { caseId: id })).suggested).toContain('EXT-FUEL')
    expect(await app.fail('causes.choose', await choose(app, id, 'EXT-ATC'))).toMatchObject({ rule: 'cause-retired' })
    expect(await app.call('causes.choose', await choose(app, id, 'EXT-FUEL'))).toEqual({ code: 'EXT-FUEL', version: 2 })
  },
)

onEveryEngine('S2-59 a prepared solution of the cause class is filled in with what the case knows', async (app) => {
  await app.as('agent', 'li')
  const id = await openCase(app, { flightNo: 'HU7609', flightDay: '2026-09-29', route: 'HAK-PEK' })
  await app.call('causes.choose', await choose(app, id, 'EQUIP-AIRCRAFT', '起落架传感器故障'))
  const { solutions } = await app.call('causes.of', { caseId: id })
  expect(solutions).toEqual(['equip-repair'])
  const filled = await app.call('causes.solution', { caseId: id, solutionId: 'equip-repair' })
  expect(filled.text).toContain('尊敬的陈女士')
  expect(filled.text).toContain('2026-09-29HU7609')
  expect(filled.text).toContain('起落架传感器故障')
  expect(filled.missing).toEqual(['expected'])
  const english = await app.call('causes.solution', { caseId: id, solutionId: 'equip-repair', language: 'en' })
  expect(english.text).toContain('on HU7609 of 2026-09-29')
  expect(await app.fail('causes.solution', { caseId: id, solutionId: 'nope' })).toEqual({
    code: 'NOT_FOUND',
    entity: 'solution',
  })
  await app.as('manager')
  const { rows } = await app.call('audit.list', { limit: 10 })
  expect(rows.filter((row) => row.call === 'causes.solution' && row.outcome === 'done')).toHaveLength(2)
})

onEveryEngine(
  'causes are counted over a period, each class with all below it, and cases without one are told',
  async (app) => {
    await app.as('agent', 'li')
    const codes = ['CALC-FEE', 'CALC-FEE', 'CALC-MILES', 'STAFF-MANNER', null]
    for (const code of codes) {
      const id = await openCase(app)
      if (code) await app.call('causes.choose', await choose(app, id, code))
      app.wait(1000)
    }
    const from = app.now() - 5000
    app.wait(86_400_000)
    const later = await openCase(app)
    await app.call('causes.choose', await choose(app, later, 'CALC-FEE'))
    expect(await app.fail('causes.counts', { from, to: app.now() })).toEqual({ code: 'FORBIDDEN' })
    await app.as('lead', 'zhao')
    expect(await app.call('causes.counts', { from, to: from + 10_000 })).toEqual({
      counts: [
        { code: 'CALC', own: 0, total: 3, share: 0.75 },
        { code: 'CALC-FEE', own: 2, total: 2, share: 0.5 },
        { code: 'CALC-MILES', own: 1, total: 1, share: 0.25 },
        { code: 'STAFF', own: 0, total: 1, share: 0.25 },
        { code: 'STAFF-MANNER', own: 1, total: 1, share: 0.25 },
      ],
      found: 4,
      without: 1,
    })
    expect((await app.call('causes.counts', { from, to: app.now() + 1, kind: 'enquiry' })).found).toBe(0)
  },
)

onEveryEngine('S2-51..57 a cause of every class the documents name is chosen, stored and counted', async (app) => {
  await app.as('manager')
  const found = [
    ['PROC-HANDOVER', '流程不完善'],
    ['STAFF-MANNER', '员工态度与行为'],
    ['INFO-FARE', '政策宣传不到位'],
    ['CALC-REFUND', '计算错误'],
    ['CAP-STATION', '能力或覆盖不足'],
    ['EQUIP-SOFTWARE', '设备故障、质量或兼容性'],
    ['MGMT-CONTRACT', '管理漏洞或合同纠纷'],
  ] as const
  for (const [code] of found) {
    const id = await openCase(app)
    await app.call('causes.choose', await choose(app, id, code))
    expect((await app.call('cases.show', { id })).recorded.cause).toBe(code)
  }
  const { nodes } = await app.call('causes.tree', {})
  const nameOf = (code: string) => nodes.find((node) => node.code === code)?.name.zh
  const { counts } = await app.call('causes.counts', { from: app.now() - 1000, to: app.now() + 1 })
  const tops = counts.filter(({ own }) => own === 0).map(({ code }) => nameOf(code))
  expect(tops.sort()).toEqual(found.map(([, name]) => name as string).sort())
})
