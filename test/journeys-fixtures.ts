import type { Input, Output } from '../src/shared/contracts.ts'
import type { App } from './app.ts'
import { addMember } from './cases-fixtures.ts'
import { advance, LEAVES, RETURNS, tripBefore, waitUntil } from './trips-fixtures.ts'

export type Journey = Output<'journeys.show'>

export const journey = (app: App, tripId: string) => app.call('journeys.show', { tripId })

/** Everything of the checklist is done. */
export async function settleAll(app: App, tripId: string): Promise<void> {
  for (const { id, state } of (await journey(app, tripId)).items)
    if (state === 'open') await app.call('journeys.settle', { id, state: 'done' })
}

/** A trip of somebody who set out this morning; whoever is signed in looks after it. */
export async function tripOnRoad(app: App): Promise<string> {
  const id = await tripBefore(app, await addMember(app, 'gold'))
  await settleAll(app, id)
  waitUntil(app, LEAVES)
  await advance(app, id, 'inTrip')
  return id
}

/** A trip from which the travellers came back this morning. */
export async function tripBack(app: App): Promise<string> {
  const id = await tripOnRoad(app)
  await serve(app, id, GUIDE)
  waitUntil(app, RETURNS)
  await advance(app, id, 'afterTrip')
  return id
}

type Service = Input<'journeys.saveService'>['service']

export const GUIDE: Service = {
  ...{ kind: 'guide', name: '椰风旅行社（演示）', person: '导游小符（演示）', contact: '0898-5550101' },
  ...{ fromDay: LEAVES, toDay: RETURNS },
}

/** Somebody who serves on the trip; gives the id. */
export async function serve(app: App, tripId: string, service: Service): Promise<string> {
  const { services } = await app.call('journeys.saveService', { tripId, service })
  return services.at(-1)?.id ?? ''
}
