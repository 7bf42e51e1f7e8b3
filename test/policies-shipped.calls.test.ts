import { expect } from 'vitest'
import type { WorkflowDefinition } from '../src/shared/workflow/model.ts'
import { type App, onEveryEngine } from './app.ts'
import { complaint, inStore } from './cases-fixtures.ts'

type Steps = WorkflowDefinition['transitions']
const COMPLAINT = 'workflow-complaint@2'
const OTHER = { zh: '旧名', en: 'Old name' }

/** Makes the store one that was begun before the answer to an appeal was shipped, and while another step was named otherwise. */
async function older(app: App): Promise<Steps> {
  const shipped = await stepsOf(app, COMPLAINT)
  await inStore(app, async (db) => {
    const { body } = await db
      .selectFrom('policies')
      .select('body')
      .where('id', '=', COMPLAINT)
      .executeTakeFirstOrThrow()
    const policy: WorkflowDefinition = JSON.parse(body)
    const transitions = policy.transitions
      .filter(({ id }) => id !== 'appealAnswer')
      .map((one, place) => (place === 0 ? { ...one, name: OTHER } : one))
    await db
      .updateTable('policies')
      .set({ body: JSON.stringify({ ...policy, transitions }) })
      .where('id', '=', COMPLAINT)
      .execute()
  })
  return shipped
}

async function stepsOf(app: App, id: string): Promise<Steps> {
  return ((await app.call('policies.show', { id })).body as WorkflowDefinition).transitions
}

const newer = async (app: App) => (await app.call('policies.shipped', {}))[0]

/** Approves a draft that the lead wrote, as the manager. */
async function putInForce(app: App, id: string): Promise<void> {
  await app.call('policies.submit', { id, reason: '请审批' })
  await app.as('manager')
  await app.call('policies.approve', { id, reason: '同意' })
}

/** The desk's own version: its first steps named otherwise. */
async function ownVersion(app: App, places: readonly number[]): Promise<string> {
  await app.as('lead')
  const transitions = (await stepsOf(app, COMPLAINT)).map((one, i) =>
    places.includes(i) ? { ...one, name: { zh: `本台步骤${i}`, en: `Ours ${i}` } } : one,
  )
  const own = await app.call('policies.draft', {
    basedOn: COMPLAINT,
    effectiveFrom: '2026-09-30',
    body: { transitions },
  })
  await putInForce(app, own.id)
  return own.id
}

onEveryEngine('a desk of today is offered nothing, and there is nothing to take', async (app) => {
  expect(await app.call('policies.shipped', {})).toEqual([])
  expect(await app.fail('policies.takeShipped', { id: COMPLAINT })).toMatchObject({ rule: 'policy-shipped-nothing' })
  expect(await app.fail('policies.takeShipped', { id: 'nothing@1' })).toMatchObject({ code: 'NOT_FOUND' })
})

onEveryEngine(
  'an older store takes what is shipped newer into its own version, by draft, approval and day; cases keep theirs',
  async (app) => {
    const shipped = await older(app)
    const own = await ownVersion(app, [1])
    const before = await app.call('cases.open', complaint())
    await app.as('lead')
    const offer = await newer(app)
    expect([offer?.version.id, offer?.draft, offer?.conflicts]).toEqual([own, null, []])
    expect(offer?.changes.map(({ path, change, fate }) => [path, change, fate])).toEqual([
      [`transitions[${shipped[0]?.id}].name`, 'changed', 'taken'],
      ['transitions[appealAnswer]', 'added', 'taken'],
    ])
    expect(offer?.changes.every(({ text }) => text.zh !== '' && text.en !== '')).toBe(true)

    const draft = await app.call('policies.takeShipped', { id: own, reason: '并入新版' })
    expect(draft).toMatchObject({ state: 'draft', basedOn: own, isOwn: true, pack: 'workflow-complaint' })
    expect(draft.history.map(({ deed, reason }) => [deed, reason])).toEqual([['tookShipped', '并入新版']])
    expect(draft.problems.filter(({ level }) => level === 'error')).toEqual([])
    expect(await stepsOf(app, draft.id)).toEqual(
      shipped.map((one, i) => (i === 1 ? { ...one, name: { zh: '本台步骤1', en: 'Ours 1' } } : one)),
    )
    expect((await newer(app))?.draft).toMatchObject({ id: draft.id, state: 'draft' })
    expect(await app.fail('policies.takeShipped', { id: own })).toMatchObject({
      rule: 'policy-shipped-drafted',
      params: { id: draft.id },
    })

    await putInForce(app, draft.id)
    expect(await app.call('policies.shipped', {})).toEqual([])
    const after = await app.call('cases.open', complaint())
    const kept = await Promise.all([before, after].map(({ id }) => app.call('cases.show', { id })))
    expect(kept.map(({ workflowPolicyId }) => workflowPolicyId)).toEqual([own, draft.id])
    const offered = (await app.call('policies.list', { kind: 'workflow' })).filter(({ state }) => state === 'offered')
    expect(offered.map(({ pack, authorName }) => [pack, authorName])).toEqual([['workflow-complaint', null]])
  },
)

onEveryEngine(
  'where both changed the same the desk’s word stands or, named by its path, the product’s; either way it is settled',
  async (app) => {
    const shipped = await older(app)
    const own = await ownVersion(app, [0])
    await app.as('lead')
    const path = `transitions[${shipped[0]?.id}].name`
    const offer = await newer(app)
    expect(offer?.conflicts.map((one) => [one.path, one.shipped.length, one.own.length])).toEqual([[path, 1, 1]])
    expect(offer?.conflicts[0]?.own[0]?.zh).toContain('本台步骤0')
    expect(await app.fail('policies.takeShipped', { id: own, theirs: ['states'] })).toMatchObject({
      rule: 'policy-shipped-no-conflict',
    })
    const theirs = await app.call('policies.takeShipped', { id: own, theirs: [path] })
    expect((await stepsOf(app, theirs.id))[0]?.name).toEqual(shipped[0]?.name)
    await app.call('policies.withdraw', { id: theirs.id, reason: '保留本台名称' })
    expect((await newer(app))?.draft).toBeNull()
    const ours = await app.call('policies.takeShipped', { id: own })
    expect((await stepsOf(app, ours.id))[0]?.name.zh).toBe('本台步骤0')
    await putInForce(app, ours.id)
    expect(await app.call('policies.shipped', {})).toEqual([])
  },
)

onEveryEngine('that the desk keeps all of its own is drafted and approved too, and asked no more', async (app) => {
  await inStore(app, async (db) => {
    const { id, body } = await db
      .selectFrom('policies')
      .select(['id', 'body'])
      .where('kind', '=', 'targets')
      .executeTakeFirstOrThrow()
    await db
      .updateTable('policies')
      .set({ body: JSON.stringify({ ...JSON.parse(body), name: OTHER }) })
      .where('id', '=', id)
      .execute()
  })
  await app.as('lead')
  const name = { zh: '本台时限', en: 'Our limits' }
  const first = await app.call('policies.draft', {
    ...{ basedOn: 'targets-default@1', effectiveFrom: '2026-09-30', body: { name } },
  })
  await putInForce(app, first.id)
  await app.as('lead')
  const draft = await app.call('policies.takeShipped', { id: first.id })
  expect(draft.hash).toBe(first.hash)
  // The sources of what the product says are its own, whoever took them in.
  expect((await app.call('policies.diff', { before: first.id, after: draft.id })).changes).toEqual([])
  const edited = await app.call('policies.draft', {
    ...{ id: draft.id, revision: draft.revision, effectiveFrom: '2026-09-30', body: {} },
  })
  expect(edited.hash).toBe(first.hash)
  await putInForce(app, draft.id)
  expect(await app.call('policies.shipped', {})).toEqual([])
})

onEveryEngine('an agent reads what is newer and drafts nothing', async (app) => {
  await older(app)
  await app.as('agent')
  expect((await newer(app))?.version.id).toBe(COMPLAINT)
  expect(await app.fail('policies.takeShipped', { id: COMPLAINT })).toEqual({ code: 'FORBIDDEN' })
})
