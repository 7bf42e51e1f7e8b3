import type { PauseCorrection } from '../../shared/cases/views.ts'
import { must, refuse } from '../../shared/failure.ts'
import type { WorkflowDefinition } from '../../shared/workflow/model.ts'
import type { Handler } from '../engine/handler.ts'
import { calendarOf, type RoundClock, settle } from '../rules/case-clocks.ts'
import { canCorrectPause, type LoggedPause, pausesOfLog } from '../rules/pause-correction.ts'
import { type LogEntry, replayLog } from '../rules/replay.ts'
import { stateOf } from '../rules/workflow.ts'
import { type CaseChange, type CaseFile, expectSeq, openFile, saveChange } from './case-file.ts'
import type { StoredClock } from './clock-store.ts'
import { ruleBook, toLog } from './replay.ts'
import { toState } from './views.ts'

/** A pause as its case's log has it, corrected or not. */
export function pausesOf({ events, clocks, workflow }: CaseFile): LoggedPause[] {
  const ofWorkflow = workflow.states.filter(({ pauses }) => (pauses ?? []).length > 0).map(({ id }) => id)
  return pausesOfLog(toLog(events), new Set([...ofWorkflow, ...clocks.flatMap(({ pausesIn }) => pausesIn)]))
}

/** The limits become what they would be had the pause been recorded rightly; the log keeps both, with the reason. */
export const correctPause: Handler<'cases.correctPause'> = async (ctx, input) => {
  const { id, pause: seq, from, to, reason, expectedSeq } = input
  const file = await openFile(ctx, id)
  expectSeq(file, expectedSeq)
  const { row, workflow, now } = file
  const pause = pausesOf(file).find((one) => one.seq === seq) ?? refuse('pause-none')
  if (row.state === 'merged') refuse('case-is-closed')
  const isEndFinal = pause.endState !== null && (stateOf(workflow, pause.endState)?.isFinal ?? false)
  must(canCorrectPause(pause, { from, to }, { now, isEndFinal }))
  const was = { from: pause.from, to: pause.to }
  const data = { pause: seq, step: pause.reason, was, from, to, reason }
  const saved = await saveChange(ctx, file, {
    events: [{ at: ctx.now, actorId: ctx.actor.id, kind: 'pauseCorrected', data }],
    moved: await clocksWith(ctx.db, file, { actorId: ctx.actor.id, data: data as LogEntry['data'] }),
  })
  ctx.note({ before: was, after: { from, to } })
  return toState(saved, ctx.now)
}

/** What the whole log makes of the limits once the correction stands at its end. */
async function clocksWith(
  db: Parameters<typeof ruleBook>[0],
  { row, events, clocks, calendars, now }: CaseFile,
  { actorId, data }: Pick<LogEntry, 'actorId' | 'data'>,
): Promise<NonNullable<CaseChange['moved']>> {
  const log = toLog(events)
  const at = { seq: row.lastSeq + 1, at: now, recordedAt: now, actorId }
  const entry: LogEntry = { ...at, kind: 'pauseCorrected', fromState: null, toState: null, data }
  const rules = (await ruleBook(db))(row, log)
  const { state } = replayLog([...log, entry], await rules, now)
  return paired(clocks, state?.clocks ?? []).flatMap(({ clock, to }) =>
    courseOf(clock) === courseOf(to) ? [] : [{ clock, to: settle(to, calendarOf(to, calendars), now) }],
  )
}

const keyOf = ({ kind, round, item, ruleId }: RoundClock) => `${kind} ${round} ${item ?? ''} ${ruleId}`

/** Stored limits beside the ones that the log gives, of each kind in the order in which they began. */
function paired(stored: readonly StoredClock[], replayed: readonly RoundClock[]) {
  const began = <C extends RoundClock>(clocks: readonly C[]) =>
    [...clocks].sort((a, b) => a.startedAt - b.startedAt || a.dueAt - b.dueAt)
  const left = began(replayed)
  const pairs = began(stored).map((clock) => {
    const place = left.findIndex((other) => keyOf(other) === keyOf(clock))
    const [to] = place < 0 ? [] : left.splice(place, 1)
    return { clock, to: to ?? refuse('pause-other-limits') }
  })
  if (left.length > 0) refuse('pause-other-limits')
  return pairs
}

function courseOf({ state, startedAt, dueAt, isProvisional, pauses, stoppedAt, breachedAt }: RoundClock): string {
  return JSON.stringify({ state, startedAt, dueAt, isProvisional, pauses, stoppedAt, breachedAt })
}

/** The corrections that reach a limit: those of a pause during which it ran. */
export function correctionsOf(
  { events }: Pick<CaseFile, 'events'>,
  clock: RoundClock,
  { transitions }: WorkflowDefinition,
  names: ReadonlyMap<string, string>,
): PauseCorrection[] {
  return events
    .filter(({ kind }) => kind === 'pauseCorrected')
    .flatMap(({ at, actorId, data }): PauseCorrection[] => {
      const { pause, step, was, from, to, reason } = JSON.parse(data) as Stored
      if (was.from >= (clock.stoppedAt ?? Number.MAX_SAFE_INTEGER) || (was.to ?? at) <= clock.startedAt) return []
      const stepName = transitions.find(({ id }) => id === step)?.name ?? null
      return [{ pause, stepName, was, now: { from, to }, reason, at, byName: names.get(actorId) ?? actorId }]
    })
}

type Stored = Pick<PauseCorrection, 'pause' | 'was' | 'reason'> & PauseCorrection['now'] & { step: string }
