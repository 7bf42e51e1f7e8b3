import { expect } from 'vitest'
import type { CaseId } from '../src/shared/ids.ts'
import { changedParts, threeWay } from '../src/shared/three-way.ts'
import { type App, onEveryEngine } from './app.ts'
import { complaint, confirmation, mustReplay } from './cases-fixtures.ts'
import { finding, openComplaint, plan, seqOf } from './remedy-fixtures.ts'
import { said } from './surveys-fixture.ts'

onEveryEngine(
  'of two people at one case the second is told, reads what the first did, and decides on the new state',
  async (app) => {
    await app.as('agent')
    const { id, lastSeq: seen } = await app.call('cases.open', complaint())
    await app.as('lead')
    const judged = { urgency: 'high', importance: 'high', direction: 'investigate', note: '旅客将于今晚离境' } as const
    await app.call('cases.assess', { id, ...judged, expectedSeq: seen })
    const me = await app.as('agent')
    const mine = { id, step: 'confirm', data: confirmation(app.now()) }
    expect(await app.fail('cases.advance', { ...mine, expectedSeq: seen })).toEqual({
      code: 'CONFLICT',
      entity: 'case',
    })
    const view = await app.call('cases.show', { id })
    const others = view.events.filter(({ seq, actorId }) => (seq ?? 0) > seen && actorId !== me)
    expect(others).toMatchObject([
      {
        kind: 'assessed',
        at: app.now(),
        data: { urgency: 'high', direction: 'investigate', text: '旅客将于今晚离境' },
      },
    ])
    expect(others[0]?.actorName).not.toBe('')
    expect(view.nextActions.find((action) => action.id === 'confirm')).toMatchObject({ isAllowed: true })
    expect(await app.call('cases.advance', { ...mine, expectedSeq: view.lastSeq })).toMatchObject({
      state: 'confirmed',
    })
    await app.as('lead')
    await mustReplay(app)
  },
)

const CONFLICT = { code: 'CONFLICT', entity: 'case' }

/** What somebody reads of others' steps since an entry of a case: who, when and what was recorded. */
async function othersSince(app: App, id: CaseId, seen: number, me: string) {
  const { events } = await app.call('cases.show', { id })
  return events
    .filter(({ seq, actorId }) => (seq ?? 0) > seen && actorId !== me)
    .map(({ kind, actorName, recordedAt, data }) => ({ kind, actorName, recordedAt, ...data }))
}

onEveryEngine(
  'S2-103 of two people at one plan the second reads what the first changed, and merging loses the change of neither',
  async (app) => {
    const me = await app.as('agent', 'li')
    const id = await openComplaint(app)
    const begun = plan(app)
    const { lastSeq: seen } = await app.call('plans.draft', { id, ...begun, expectedSeq: await seqOf(app, id) })
    await app.as('lead', 'zhao')
    const theirs = { ...begun, direction: '属实，须升级处理', measures: '致歉并补偿 500 元', amountFen: 50000 }
    await app.call('plans.draft', { id, ...theirs, expectedSeq: seen })
    await app.as('agent', 'li')
    const mine = { ...begun, measures: '致歉并书面说明原因', communication: '邮件告知' }
    expect(await app.fail('plans.draft', { id, ...mine, expectedSeq: seen })).toEqual(CONFLICT)
    const others = { kind: 'plan', act: 'drafted', actorName: 'zhao', recordedAt: app.now(), amountFen: 50000 }
    expect(await othersSince(app, id, seen, me)).toMatchObject([others])
    expect(changedParts(begun, mine, theirs)).toEqual([
      { name: 'direction', isBoth: false },
      { name: 'measures', isBoth: true },
      { name: 'amountFen', isBoth: false },
    ])
    const merged = threeWay(begun, mine, theirs)
    const saved = await app.call('plans.draft', { id, ...merged, expectedSeq: await seqOf(app, id) })
    expect(saved.versions[0]).toMatchObject({
      ...{ measures: '致歉并书面说明原因', communication: '邮件告知' },
      ...{ direction: '属实，须升级处理', amountFen: 50000, authorNames: ['li', 'zhao'] },
    })
    await app.as('lead', 'zhao')
    await mustReplay(app)
  },
)

onEveryEngine(
  'of two people at one finding, cause or answer the second is told who did what before it counts',
  async (app) => {
    const me = await app.as('agent', 'li')
    const id = await openComplaint(app)
    const seen = await seqOf(app, id)
    await app.as('lead', 'zhao')
    await app.call('causes.choose', { caseId: id, code: 'EXT-ATC', text: '流量控制', expectedSeq: seen })
    await app.as('agent', 'li')
    const cause = { caseId: id, code: 'PROC-SLOW', text: '通报迟缓' }
    expect(await app.fail('causes.choose', { ...cause, expectedSeq: seen })).toEqual(CONFLICT)
    expect(await app.fail('liability.draft', { id, ...finding(), expectedSeq: seen })).toEqual(CONFLICT)
    const yes = { caseId: id, isAccepted: true, text: '认可', channel: 'phone' } as const
    expect(await app.fail('surveys.acceptMeasures', { ...yes, expectedSeq: seen })).toEqual(CONFLICT)
    const asked = { about: { kind: 'case', caseId: id }, channel: 'other', isUnasked: true } as const
    const { id: invitationId } = await app.call('surveys.invite', asked)
    const interview = { invitationId, values: said({ comment: '盼书面答复' }), person: '' }
    expect(await app.fail('surveys.answer', { ...interview, expectedSeq: seen })).toEqual(CONFLICT)
    expect((await app.call('surveys.ofCase', { caseId: id })).answers).toEqual([])
    expect(await othersSince(app, id, seen, me)).toMatchObject([
      { kind: 'cause', actorName: 'zhao', recordedAt: app.now(), code: 'EXT-ATC', text: '流量控制' },
    ])
    await app.call('causes.choose', { ...cause, expectedSeq: await seqOf(app, id) })
    expect((await app.call('causes.of', { caseId: id })).chosen).toMatchObject({
      code: 'PROC-SLOW',
      chosenByName: 'li',
    })
    await app.call('liability.draft', { id, ...finding(), expectedSeq: await seqOf(app, id) })
    await app.call('surveys.acceptMeasures', { ...yes, expectedSeq: await seqOf(app, id) })
    await app.call('surveys.answer', { ...interview, expectedSeq: await seqOf(app, id) })
    expect((await app.call('surveys.ofCase', { caseId: id })).answers).toMatchObject([
      { comment: '盼书面答复', enteredByName: 'li' },
    ])
  },
)
