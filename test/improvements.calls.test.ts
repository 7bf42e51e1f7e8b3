import { expect } from 'vitest'
import type { Input } from '../src/shared/contracts.ts'
import { DAY } from '../src/shared/time.ts'
import type { App } from './app.ts'
import { onEngine, onEveryEngine } from './app.ts'
import { complaint } from './cases-fixtures.ts'

type Proposal = Input<'improvements.propose'>

// Made-up findings of a made-up desk.
const proposal = (more: Partial<Proposal> = {}): Proposal => ({
  kind: 'process',
  title: '延误告知提前到三十分钟',
  finding: '延误后旅客等待一小时才得到说明',
  sourceKind: 'free',
  ...more,
})

/** Three people with their ids; the last to sign in is the lead. */
async function people(app: App) {
  const li = await app.as('agent', 'li')
  const wu = await app.as('agent', 'wu')
  const zhao = await app.as('lead', 'zhao')
  return { li, wu, zhao }
}

onEveryEngine(
  'S2-144 S2-129 S2-130 S3-19 S4-140 a finding of a complaint is proposed, accepted, carried out by measures and verified by somebody else',
  async (app) => {
    const { li, wu } = await people(app)
    await app.as('agent', 'li')
    const { id: caseId, number } = await app.call('cases.open', complaint())
    const { id } = await app.call(
      'improvements.propose',
      proposal({ kind: 'service', sourceKind: 'case', sourceId: caseId }),
    )
    expect(await app.fail('improvements.accept', { id, ownerId: li as never, dueDay: '2026-10-20' })).toEqual({
      code: 'FORBIDDEN',
    })
    await app.as('lead', 'zhao')
    expect(await app.call('improvements.of', { sourceKind: 'case', sourceId: caseId })).toMatchObject([
      { id, number: 'GJ-2026-0001', kind: 'service', state: 'proposed', proposedByName: 'li' },
    ])
    await app.call('improvements.accept', { id, ownerId: li as never, dueDay: '2026-10-20' })
    await app.as('agent', 'li')
    expect(await app.fail('improvements.start', { id })).toMatchObject({ rule: 'improvement-no-measures' })
    const { measures } = await app.call('improvements.addMeasure', {
      ...{ id, text: '值机柜台增设延误播报', ownerId: wu as never, dueDay: '2026-10-10' },
    })
    await app.call('improvements.start', { id })
    const finish = { id, text: '播报已上线' }
    expect(await app.fail('improvements.finish', finish)).toMatchObject({
      rule: 'improvement-open-measures',
      params: { count: 1 },
    })
    await app.as('agent', 'wu')
    const done = { id, measureId: measures[0]?.id ?? '', result: '两个航站楼已启用', doneDay: '2026-09-30' }
    expect(await app.fail('improvements.measureDone', { ...done, doneDay: '2026-10-01' })).toMatchObject({
      rule: 'improvement-future-day',
    })
    await app.call('improvements.measureDone', done)
    await app.as('agent', 'li')
    await app.call('improvements.finish', finish)
    const verified = {
      id,
      text: '旅客等待说明的时间明显缩短',
      effect: { of: '平均告知用时', unit: '分钟', before: 62.5, after: 24, day: '2026-09-30' },
    }
    expect(await app.fail('improvements.verify', verified)).toMatchObject({ rule: 'improvement-own-work' })
    await app.as('lead', 'zhao')
    expect(await app.call('improvements.sendBack', { id, reason: '三号航站楼尚未启用' })).toMatchObject({
      state: 'inProgress',
    })
    await app.as('agent', 'li')
    await app.call('improvements.finish', finish)
    await app.as('agent', 'wu')
    await app.call('improvements.verify', verified)
    await app.as('lead', 'zhao')
    expect(await app.call('improvements.close', { id, text: '纳入日常检查' })).toMatchObject({
      state: 'closed',
      sourceLabel: number,
      ownerName: 'li',
      finishedByName: 'li',
      verifiedByName: 'wu',
      effect: verified.effect,
      measures: [{ text: '值机柜台增设延误播报', ownerName: 'wu', result: '两个航站楼已启用', doneByName: 'wu' }],
      mayDo: [],
    })
    const { history } = await app.call('improvements.show', { id })
    expect(history.map(({ action }) => action)).toEqual([
      ...['propose', 'accept', 'measure', 'start', 'measureDone', 'finish', 'sendBack', 'finish', 'verify', 'close'],
    ])
    expect(await app.call('improvements.list', {})).toEqual([])
    expect(await app.call('improvements.list', { states: ['closed'], text: '告知' })).toHaveLength(1)
  },
)

onEveryEngine(
  'S2-141 S4-142 a complaint starts training of named people on what went wrong, ticked person by person',
  async (app) => {
    const { li, wu, zhao } = await people(app)
    const { id: caseId } = await app.call('cases.open', complaint())
    const training = proposal({ kind: 'training', title: '延误沟通培训', sourceKind: 'case', sourceId: caseId })
    expect(await app.fail('improvements.propose', training)).toMatchObject({ rule: 'improvement-no-topic' })
    const topic = '延误时的告知与致歉'
    const { id } = await app.call('improvements.propose', { ...training, topic, trainees: [li as never] })
    await app.call('improvements.accept', { id, ownerId: zhao as never, dueDay: '2026-10-31' })
    await app.call('improvements.addTrainees', { id, people: [li as never, wu as never] })
    await app.call('improvements.start', { id })
    await app.call('improvements.trained', { id, userId: li as never, day: '2026-09-29' })
    expect(await app.fail('improvements.finish', { id, text: '培训完成' })).toMatchObject({
      rule: 'improvement-untrained',
      params: { count: 1 },
    })
    await app.call('improvements.trained', { id, userId: wu as never, day: '2026-09-30' })
    const sheet = await app.call('improvements.finish', { id, text: '培训完成' })
    expect([...sheet.trainees].map(({ name, trainedDay }) => `${name} ${trainedDay}`).sort()).toEqual([
      'li 2026-09-29',
      'wu 2026-09-30',
    ])
    expect(sheet).toMatchObject({ state: 'done', topic })
  },
)

onEveryEngine(
  'S5-39 S5-40 S5-42 technical and system improvements and gaps of the process are kept, found by kind, owner, words and when overdue',
  async (app) => {
    const { li } = await people(app)
    const accept = async (kind: Proposal['kind'], title: string, dueDay: string) => {
      const { id } = await app.call('improvements.propose', proposal({ kind, title }))
      await app.call('improvements.accept', { id, ownerId: li as never, dueDay })
      return id
    }
    await accept('technical', '航显接口延迟', '2026-10-01')
    await accept('system', '工单列表难以查找历史记录', '2026-10-05')
    const gap = await accept('gap', '夜间无人审批补偿方案', '2026-10-03')
    await app.call('improvements.propose', proposal())
    const found = async (input: Input<'improvements.list'>) =>
      (await app.call('improvements.list', input)).map(({ title }) => title)
    expect(await found({ kind: 'technical' })).toEqual(['航显接口延迟'])
    expect(await found({ kind: 'system' })).toEqual(['工单列表难以查找历史记录'])
    expect(await found({ kind: 'gap' })).toEqual(['夜间无人审批补偿方案'])
    expect(await found({ text: '历史' })).toEqual(['工单列表难以查找历史记录'])
    expect(await found({ ownerId: li as never })).toHaveLength(3)
    expect(await found({ isOverdue: true })).toEqual([])
    app.wait(3 * DAY)
    expect(await found({ isOverdue: true })).toEqual(['航显接口延迟'])
    app.wait(DAY)
    expect(await found({ isOverdue: true })).toEqual(['夜间无人审批补偿方案', '航显接口延迟'])
    expect(await app.call('improvements.decline', { id: gap, reason: '已安排值班经理' })).toMatchObject({
      state: 'declined',
      mayDo: [],
    })
  },
)

onEngine(
  'sqlite',
  'an agent changes their own proposal only, and a revision names a policy that exists',
  async (app) => {
    await people(app)
    await app.as('agent', 'li')
    const { id } = await app.call('improvements.propose', proposal())
    await app.call('improvements.comment', { id, text: '其他航站也有同样情况' })
    await app.as('agent', 'wu')
    const { kind, title, finding } = proposal()
    expect(await app.fail('improvements.change', { id, kind, title, finding })).toMatchObject({
      rule: 'improvement-owner',
    })
    await app.as('agent', 'li')
    const changed = { id, kind: 'rule' as const, title: '修订告知时限', finding }
    expect(await app.fail('improvements.change', { ...changed, policyId: 'nope' })).toEqual({
      code: 'NOT_FOUND',
      entity: 'policy',
    })
    const [policy] = await app.call('policies.list', {})
    expect(await app.call('improvements.change', { ...changed, policyId: policy?.id ?? '' })).toMatchObject({
      kind: 'rule',
      title: '修订告知时限',
      policyId: policy?.id,
    })
    expect(await app.fail('improvements.propose', proposal({ sourceKind: 'case', sourceId: 'nope' }))).toEqual({
      code: 'NOT_FOUND',
      entity: 'case',
    })
  },
)
