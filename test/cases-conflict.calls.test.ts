import { expect } from 'vitest'
import { onEveryEngine } from './app.ts'
import { complaint, confirmation, mustReplay } from './cases-fixtures.ts'

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
