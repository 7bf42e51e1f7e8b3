import { expect } from 'vitest'
import type { Output } from '../src/shared/contracts.ts'
import type { WorkflowDefinition, WorkflowField } from '../src/shared/workflow/model.ts'
import { type App, onEveryEngine } from './app.ts'
import { complaint, confirmation, mustReplay, refused, take } from './cases-fixtures.ts'

const QUALITY = 'own-quality'
const GRADE: WorkflowField = {
  name: 'own-grade',
  type: 'choice',
  isRequired: true,
  label: { zh: '质检结论', en: 'Finding of quality' },
  options: ['合格', '不合格'],
  optionNames: { 合格: { zh: '合格', en: 'Good' }, 不合格: { zh: '不合格', en: 'Not good' } },
  isFresh: true,
}

type Detail = Output<'policies.show'>
type Parts = Pick<WorkflowDefinition, 'states' | 'transitions'>

async function complaintsInForce(app: App): Promise<Detail & { body: WorkflowDefinition }> {
  const list = await app.call('policies.list', { kind: 'workflow' })
  const found = list.find(({ pack, state }) => pack === 'workflow-complaint' && state === 'inForce')
  const detail = await app.call('policies.show', { id: found?.id ?? '' })
  return { ...detail, body: detail.body as WorkflowDefinition }
}

/** The complaint workflow with a stage of quality between confirming and giving the case to somebody. */
function withQuality({ states, transitions }: Parts): Parts {
  const step = {
    roles: ['agent', 'lead', 'manager'],
    isOwnersOnly: false,
    needs: [],
  } satisfies Partial<WorkflowDefinition['transitions'][number]>
  return {
    states: [
      ...states,
      {
        id: QUALITY,
        name: { zh: '质量复核', en: 'Review by quality' },
        forCustomer: { zh: '正在复核', en: 'Being reviewed' },
        ownerRoles: ['agent', 'lead', 'manager'],
        isFinal: false,
        pauses: ['resolve'],
      },
    ],
    transitions: [
      ...transitions,
      {
        ...step,
        id: 'own-toQuality',
        from: ['confirmed'],
        to: QUALITY,
        name: { zh: '送质量复核', en: 'To quality' },
        emits: ['assessed'],
        fields: [],
      },
      {
        ...step,
        id: 'own-fromQuality',
        from: [QUALITY],
        to: 'confirmed',
        name: { zh: '复核完成', en: 'Reviewed' },
        emits: ['assessed'],
        fields: [
          GRADE,
          { ...GRADE, name: 'own-count', type: 'number', label: { zh: '抽查件数', en: 'Pieces looked at' } },
        ],
      },
    ],
  }
}

async function approved(app: App, change: (parts: Parts) => Parts): Promise<Detail> {
  await app.as('lead')
  const { id, body } = await complaintsInForce(app)
  const day = new Date(app.now()).toISOString().slice(0, 10)
  const { states, transitions } = change(body)
  const drafted = await app.call('policies.draft', {
    basedOn: id,
    effectiveFrom: day,
    body: { states, transitions },
    reason: '',
  })
  await app.call('policies.submit', { id: drafted.id, reason: '请审批' })
  await app.as('manager')
  return app.call('policies.approve', { id: drafted.id, reason: '同意' })
}

onEveryEngine(
  'a stage that a desk adds is gone through, its own fields stand on record and its limits stand still',
  async (app) => {
    const { id: policyId } = await approved(app, withQuality)
    const { id } = await app.call('cases.open', complaint())
    await take(app, id, 'confirm', confirmation(app.now()))
    await take(app, id, 'own-toQuality')
    const there = await app.call('cases.show', { id })
    expect(there).toMatchObject({ state: QUALITY, workflowPolicyId: policyId })
    expect(there.clocks.filter(({ kind }) => kind === 'resolve').map(({ state }) => state)).toEqual(['paused'])
    expect(await refused(app, id, 'own-fromQuality')).toMatchObject({
      code: 'INVALID_INPUT',
      issues: [
        { path: 'data.own-grade', reason: 'required' },
        { path: 'data.own-count', reason: 'required' },
      ],
    })
    expect(await refused(app, id, 'own-fromQuality', { 'own-grade': '优', 'own-count': 3 })).toMatchObject({
      issues: [{ path: 'data.own-grade', reason: 'invalid' }],
    })
    await take(app, id, 'own-fromQuality', { 'own-grade': '不合格', 'own-count': 0 })
    const back = await app.call('cases.show', { id })
    expect(back.recorded).toMatchObject({ 'own-grade': '不合格', 'own-count': 0 })
    expect(back.events.at(-1)?.data).toMatchObject({ recorded: { 'own-grade': '不合格', 'own-count': 0 } })
    expect(back.fields.find(({ name }) => name === 'own-grade')).toMatchObject({ optionNames: GRADE.optionNames })
    expect(back.clocks.filter(({ kind }) => kind === 'resolve').map(({ state }) => state)).toEqual(['running'])
    await mustReplay(app)
  },
)

onEveryEngine('a stage may go while cases stand in it: they keep their version, and that is said', async (app) => {
  await approved(app, withQuality)
  const { id } = await app.call('cases.open', complaint())
  await take(app, id, 'confirm', confirmation(app.now()))
  await take(app, id, 'own-toQuality')
  const without = ({ states, transitions }: Parts): Parts => ({
    states: states.filter((state) => state.id !== QUALITY),
    transitions: transitions.filter(({ from, to }) => to !== QUALITY && !from.includes(QUALITY)),
  })
  const { body, id: before } = await complaintsInForce(app)
  const problems = await app.call('policies.check', { kind: 'workflow', body: { ...body, ...without(body) } })
  expect(problems.map(({ level, code, path }) => `${level} ${code} ${path}`)).toEqual([
    `warning stillStanding ${QUALITY}`,
  ])
  expect(problems[0]?.text.zh).toContain('阶段“质量复核”已删除，仍有 1 件在办事项')
  const after = await approved(app, without)
  await take(app, id, 'own-fromQuality', { 'own-grade': '合格', 'own-count': 2 })
  const { changes } = await app.call('policies.diff', { before, after: after.id })
  expect(changes.map(({ text }) => text.zh)).toEqual([
    '删除阶段“质量复核”：正在复核、客服专员、主管、部门经理、在此暂停：处理完毕',
    '删除步骤“送质量复核”：已确认 → 质量复核、客服专员、主管、部门经理',
    '删除步骤“复核完成”：质量复核 → 已确认、客服专员、主管、部门经理、必填“质检结论”、必填“抽查件数”',
  ])
})

onEveryEngine('what a workflow may not ask or need is said at the step', async (app) => {
  await app.as('lead')
  const { body } = await complaintsInForce(app)
  const changed = (id: string, change: (step: WorkflowDefinition['transitions'][number]) => object) => ({
    ...body,
    transitions: body.transitions.map((step) => (step.id === id ? { ...step, ...change(step) } : step)),
  })
  const said = async (policy: object) =>
    (await app.call('policies.check', { kind: 'workflow', body: policy }))
      .filter(({ level }) => level === 'error')
      .map(({ code, path }) => `${code} ${path}`)
  expect(await said(body)).toEqual([])
  expect(await said(changed('register', ({ fields }) => ({ fields: [...fields, GRADE] })))).toEqual([
    'registerAsks register',
  ])
  expect(await said(changed('confirm', ({ fields }) => ({ fields: [...fields, GRADE, GRADE] })))).toEqual([
    'fieldTwice confirm',
  ])
  expect(await said(changed('archive', () => ({ fields: [GRADE] })))).toEqual(['asksNobody archive'])
  expect(await said(changed('assign', () => ({ needs: [{ record: 'own-nothing', orElse: [] }] })))).toEqual([
    'neverRecorded assign',
  ])
  expect(await said(changed('register', () => ({ emits: ['assessed'] })))).toEqual(['registersNot draft'])
})
