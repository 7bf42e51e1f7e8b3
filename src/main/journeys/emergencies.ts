import { caseDraft } from '../../shared/cases/model.ts'
import { found, must, refuse } from '../../shared/failure.ts'
import type { MemberId } from '../../shared/ids.ts'
import type { EmergencyPlan } from '../../shared/journeys/model.ts'
import { EMERGENCY_KIND_NAMES, EMERGENCY_STATE_NAMES } from '../../shared/journeys/words.ts'
import { articleStep } from '../../shared/knowledge/model.ts'
import { open } from '../cases/open.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { canMoveEmergency } from '../rules/journey.ts'
import { logTrip } from '../trips/open-trip.ts'
import {
  actionsOf,
  appendAction,
  findCard,
  findEmergency,
  insertEmergency,
  updateEmergency,
} from './emergency-queries.ts'
import { type ActionRecord, type EmergencyRecord, servicesOf, type TripRecord } from './queries.ts'
import { runningTrip, shown, tripOf } from './trip.ts'

type Calls = Pick<FeatureHandlers<'journeys'>, 'raise' | 'act' | 'moveEmergency'>

/** What goes wrong on the way: whom to call, what to do, and what was done by whom, to its end (S4-61). */
export const emergencies: Calls = {
  raise: async (ctx, { tripId, emergencyKind, place, what, articleId, withCase }) => {
    const trip = await runningTrip(ctx, tripId)
    const plan = await planOf(ctx, trip, articleId)
    const told = { kind: emergencyKind, place, what }
    const caseId = withCase ? await caseOf(ctx, trip, told) : null
    const id = ctx.newId()
    await insertEmergency(ctx.db, {
      ...{ id, tripId, ...told, state: 'open', plan: JSON.stringify(plan), caseId },
      ...{ openedAt: ctx.now, openedBy: ctx.actor.id, endedAt: null, endedBy: null },
    })
    await log(ctx, id, { kind: 'opened', step: null, text: what })
    await logTrip(ctx, trip, { action: 'emergency', text: what })
    return shown(ctx, tripId)
  },

  act: async (ctx, { id, actionKind, step, text }) => {
    const emergency = found(await findEmergency(ctx.db, id), 'journeyEmergency')
    await tripOf(ctx, emergency.tripId)
    if (emergency.state === 'ended') refuse('journey-emergency-ended')
    const { steps } = JSON.parse(emergency.plan) as EmergencyPlan
    if (actionKind === 'step' && (step === null || step > steps.length)) refuse('journey-no-step')
    await log(ctx, id, { kind: actionKind, step: actionKind === 'step' ? step : null, text })
    return shown(ctx, emergency.tripId)
  },

  moveEmergency: async (ctx, { id, state, text }) => {
    const emergency = found(await findEmergency(ctx.db, id), 'journeyEmergency')
    const trip = await tripOf(ctx, emergency.tripId)
    const deeds = (await actionsOf(ctx.db, [id])).filter(({ kind }) => kind !== 'opened' && kind !== 'moved')
    must(canMoveEmergency(emergency.state, state, deeds.length))
    ctx.note({ before: { state: emergency.state } })
    const ended = state === 'ended' ? { endedAt: ctx.now, endedBy: ctx.actor.id } : {}
    await updateEmergency(ctx.db, id, { state, ...ended })
    await log(ctx, id, { kind: 'moved', step: null, text: `${EMERGENCY_STATE_NAMES[state].zh}：${text}` })
    if (state === 'ended') await logTrip(ctx, trip, { action: 'emergency-ended', text })
    return shown(ctx, trip.id)
  },
}

async function log(ctx: Ctx, emergencyId: string, entry: Pick<ActionRecord, 'kind' | 'step' | 'text'>): Promise<void> {
  await appendAction(ctx.db, { ...entry, emergencyId, at: ctx.now, actorId: ctx.actor.id })
}

/** The card's steps and calls, and whoever serves on the trip and can be called; kept as they stand now. */
async function planOf(ctx: Ctx, trip: TripRecord, articleId: string | null): Promise<EmergencyPlan> {
  const card = articleId === null ? null : found(await findCard(ctx.db, articleId), 'article')
  const serving = await servicesOf(ctx.db, trip.id)
  return {
    cardTitle: card && { zh: card.titleZh, en: card.titleEn },
    cardVersion: card?.version ?? null,
    steps: card ? articleStep.array().parse(JSON.parse(card.steps)) : [],
    contacts: serving
      .filter(({ contact, state }) => contact !== '' && state !== 'cancelled')
      .map(({ kind: role, name, person, contact }) => ({
        role,
        name: person === '' ? name : `${name} ${person}`,
        contact,
      })),
  }
}

/** What somebody in an emergency asks of the desk. */
const HELP = '立即救援与协助'

/** An emergency that needs the desk's limits and escalation is a case of its own, at once urgent. */
async function caseOf(
  ctx: Ctx,
  { memberId, number, title }: TripRecord,
  { kind, place, what }: Pick<EmergencyRecord, 'kind' | 'place' | 'what'>,
): Promise<string> {
  const name = EMERGENCY_KIND_NAMES[kind].zh
  const draft = caseDraft.parse({
    kind: 'service',
    channel: 'phone',
    category: 'travel.itinerary',
    serviceType: 'assistance',
    severity: 'urgent',
    memberId: memberId as MemberId,
    title: `${name} ${number} ${title}`.slice(0, 80),
    content: [what, place].filter((part) => part !== '').join('\n'),
    demand: HELP,
  })
  const opened = await open(ctx, { ...draft, attachments: [] })
  return opened.id
}
