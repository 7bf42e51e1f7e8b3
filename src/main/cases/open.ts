import type { CaseDraft } from '../../shared/cases/model.ts'
import type { CaseState } from '../../shared/cases/views.ts'
import type { OfferedFile } from '../../shared/evidence/contract.ts'
import { found, refuse } from '../../shared/failure.ts'
import type { CallId, CaseId, MemberId } from '../../shared/ids.ts'
import { numbersOf } from '../../shared/targets/desk-numbers.ts'
import { DAY } from '../../shared/time.ts'
import type { StepData } from '../../shared/workflow/model.ts'
import { REGISTER } from '../../shared/workflow/records.ts'
import type { CaseEvent } from '../../shared/workflow/words.ts'
import { callsIn } from '../calls/rows.ts'
import { defaultsOf, type KnownClasses, mustOffer } from '../classes/offered.ts'
import type { Ctx, Handler } from '../engine/handler.ts'
import { attach } from '../evidence/attach.ts'
import { isReached, memberScopeOf } from '../members/reach.ts'
import { acknowledge } from '../messages/acknowledge.ts'
import { allCalendars, targetsAt, workflowAt } from '../policies/queries.ts'
import { afterOpening } from '../routing/opened.ts'
import { scopeFor } from '../rules/access.ts'
import { calendarOf, moveClocks, openingClocks, settle } from '../rules/case-clocks.ts'
import { openingFacts } from '../rules/case-log.ts'
import { phoneDigits } from '../rules/case-phone.ts'
import { isPast } from '../rules/case-times.ts'
import { axesOf } from '../rules/classification.ts'
import { startClock } from '../rules/clock.ts'
import { maskValue } from '../rules/masking.ts'
import { priorityOf } from '../rules/priority.ts'
import { raisesFor } from '../rules/raises.ts'
import { isLikely, similarityOf } from '../rules/similarity.ts'
import { clocksFor } from '../rules/targets.ts'
import { advance, pausesAt } from '../rules/workflow.ts'
import type { WorkflowFacts } from '../rules/workflow-fields.ts'
import { openFile, placeOf, scopeOf, targetFacts, viewerOf } from './case-file.ts'
import { insertClocks } from './clock-store.ts'
import { readable } from './in-scope.ts'
import { rowsOf } from './lists.ts'
import { appendEvents, findMember, insertCase, recentCases } from './queries.ts'
import { toRaise, toStep } from './raise-views.ts'
import { lookUp, mustAdvance, registerData, rowOf, withChannel } from './registration.ts'
import { earlierComplaints } from './repeat-queries.ts'
import { toState } from './views.ts'

/** S1-22 S1-23: one form for every channel; the clocks start at the customer's own time under the policy of then. */
export const open: Handler<'cases.open'> = async (ctx, { attachments, ...draft }) => {
  const { category, channel, department, serviceType } = draft
  const classes = await mustOffer(ctx.db, { category, channel, department, serviceType })
  const opened = await openWith(ctx, draft, classes)
  return attachments.length === 0 ? opened : withAttached(ctx, opened.id, attachments)
}

/** S5-06: what came with the matter goes in with it; one file that is refused leaves nothing of either. */
async function withAttached(ctx: Ctx, id: CaseId, attachments: readonly OfferedFile[]): Promise<CaseState> {
  let file = await openFile(ctx, id)
  const pieces = []
  for (const offered of attachments) {
    const { piece, file: after } = await attach(ctx, file, offered)
    file = after
    pieces.push({ name: piece.name, size: piece.size, sha256: piece.sha256 })
  }
  ctx.note({ attachments: pieces })
  return toState(file, ctx.now)
}

/** Opens a case whose classes were looked up: a case made of another one keeps a channel that is not offered any more. */
export async function openWith(ctx: Ctx, draft: CaseDraft, classes: KnownClasses): Promise<CaseState> {
  const { db, now } = ctx
  const receivedAt = draft.receivedAt ?? now
  if (!isPast(receivedAt, now)) refuse('case-received-in-future')
  const workflow = await workflowAt(db, draft.kind, receivedAt)
  const targets = await targetsAt(db, receivedAt)
  const calendars = await allCalendars(db)
  const known = { ...(await lookUp(ctx, draft)), classes }
  const row = {
    ...(await rowOf(ctx, draft, known, receivedAt, numbersOf(targets.body).priorities)),
    workflowPolicyId: workflow.rowId,
    targetPolicyId: targets.rowId,
  }

  const facts: WorkflowFacts = {
    kind: row.kind,
    state: workflow.body.initial,
    channel: draft.channel,
    severity: row.severity,
    isComplex: false,
    ownerId: row.ownerId,
    recorded: {},
  }
  const data = registerData(draft, row, known.member)
  const asked = withChannel(workflow.body, draft.channel)
  mustAdvance(asked, facts, REGISTER, data, viewerOf(ctx))
  const outcome = advance(asked, facts, REGISTER, data)
  const state = outcome?.state ?? row.state
  const events: CaseEvent[] = [...(outcome?.events ?? []), ...(draft.isAcknowledged ? (['responded'] as const) : [])]

  const earlier = draft.kind === 'complaint' ? await earlierComplaints(db, draft.memberId, receivedAt) : []
  const about = targetFacts(row, earlier)
  const move = {
    ...{ events, state, at: now, reason: REGISTER, by: ctx.actor.id, isFinal: false, round: 1, facts: about },
    ...pausesAt(asked, state),
  }
  const { moved, started } = moveClocks(openingClocks(about, targets.body, calendars), move, targets.body, calendars)
  const settled = [...moved, ...started].map((clock) => settle(clock, calendarOf(clock, calendars), now))
  const place = placeOf(
    settled.map(({ clock }) => clock),
    0,
  )
  const stored = { ...row, state, ...place }
  await insertCase(db, stored)
  await appendEvents(db, row.id, 0, now, [
    {
      at: now,
      actorId: ctx.actor.id,
      kind: 'opened',
      toState: state,
      data: {
        ...{ step: REGISTER, emits: events, recorded: kept(draft), ownerId: row.ownerId },
        facts: { ...openingFacts(row), ...(earlier.length > 0 && { earlier }) },
      },
    },
  ])
  const clocks = await insertClocks(
    db,
    settled.map((to) => ({ id: ctx.newId(), caseId: row.id, to })),
    now,
  )
  ctx.subject({ caseId: row.id as CaseId, memberId: draft.memberId })
  ctx.note({ number: row.number })
  const policies = { targets: targets.body, workflow: workflow.body, calendars }
  const opened = { row: stored, clocks, events: [], recorded: {}, ...policies, earlier, now }
  const told = await acknowledge(ctx, opened, draft.isAcknowledged)
  return toState(await afterOpening(ctx, told, draft.ownerId !== null), now)
}

/** What later steps need of the registration; the rest stands in the case itself. */
function kept({ apologyGiven, thanked, readBack, mood }: CaseDraft): StepData {
  return {
    ...(apologyGiven ? { apologyGiven } : {}),
    ...(thanked ? { thanked } : {}),
    ...(readBack ? { readBack } : {}),
    ...(mood === null ? {} : { mood }),
  }
}

/** Whom a new case is about: the member, or whoever is on the line. */
export const begin: Handler<'cases.begin'> = async (ctx, { memberId, callId }) => {
  const { db } = ctx
  const calls = callsIn(db, scopeFor(viewerOf(ctx), 'calls'))
  const call =
    callId === null ? undefined : found(await calls.where('calls.id', '=', callId).executeTakeFirst(), 'call')
  const who = memberId ?? call?.memberId ?? null
  const member = who === null ? undefined : found(await findMember(db, who), 'member')
  // Whoever writes is registered by anybody; the case that is opened then ties the member to its owner.
  const isRead = member !== undefined && (await isReached(db, memberScopeOf(ctx), member.id))
  return {
    member: member
      ? {
          id: member.id as MemberId,
          name: isRead ? member.name : maskValue('name', member.name),
          tier: member.tier,
          card: maskValue('card', member.cardNo),
          phone: maskValue('phone', member.mobile ?? ''),
        }
      : null,
    call: call
      ? {
          id: call.id as CallId,
          number: call.number,
          name: call.callerName ?? '',
          phone: maskValue('phone', call.phone),
        }
      : null,
  }
}

/** What a new case would get, so that the form can say it while it is filled in (S2-18, S2-30). */
export const preview: Handler<'cases.preview'> = async ({ db, now }, input) => {
  const receivedAt = input.receivedAt ?? now
  const tier = (input.memberId === null ? undefined : await findMember(db, input.memberId))?.tier ?? 'none'
  const axes = axesOf(input, await defaultsOf(db, input.category))
  const targets = await targetsAt(db, receivedAt)
  const { priority, base, raisedBy } = priorityOf({ ...axes, tier }, numbersOf(targets.body).priorities)
  const facts = {
    ...axes,
    kind: input.kind,
    channel: input.channel,
    tier,
    isComplex: false,
    receivedAt,
    registeredAt: now,
    earlier: input.kind === 'complaint' ? await earlierComplaints(db, input.memberId, receivedAt) : [],
  }
  const { category: _, ...shown } = axes
  return {
    ...shown,
    tier,
    priority,
    basePriority: base,
    raisedBy,
    raises: raisesFor(targets.body.raises, facts).map(toRaise),
    clocks: clocksFor(facts, targets.body, await allCalendars(db)).map((plan) => ({
      kind: plan.kind,
      dueAt: plan.dueAt,
      isProvisional: plan.isProvisional,
      ruleId: plan.rule.id,
      ruleName: plan.rule.name,
      limit: plan.rule.limit,
      calendarId: plan.rule.calendar,
      tells: startClock(plan, targets.body).warnings.map(toStep),
    })),
  }
}

const MOST_SIMILAR = 10

/** S1-10: what the same person has already told the desk about the same matter. */
export const similar: Handler<'cases.similar'> = async (
  ctx,
  { memberId, phone, category, flightNo, flightDay, days, exceptId },
) => {
  const scope = scopeOf(ctx)
  const digits = phoneDigits(phone)
  const about = { memberId, digits, category, flightNo: flightNo.trim().toUpperCase(), flightDay }
  const rows = await recentCases(ctx.db, { memberId, digits }, ctx.now - days * DAY)
  const hits = (await readable(ctx.db, scope, rows))
    .filter((row) => row.id !== exceptId)
    .map((row) => ({ row, reasons: similarityOf(about, row) }))
    .filter(({ row, reasons }) =>
      isLikely(reasons, { isOpen: row.isOpen === 1, hasMatter: category !== '' || about.flightNo !== '' }),
    )
    .slice(0, MOST_SIMILAR)
  const shown = await rowsOf(
    ctx.db,
    hits.map((hit) => hit.row),
  )
  return shown.map((row, i) => ({ ...row, reasons: hits[i]?.reasons ?? [] }))
}
