import type { ClockExplanation } from '../../shared/cases/views.ts'
import type { Instant } from '../../shared/time.ts'
import type { WorkflowDefinition, WorkflowTransition } from '../../shared/workflow/model.ts'
import type { Ctx, Handler } from '../engine/handler.ts'
import { calendarOf, type RoundClock } from '../rules/case-clocks.ts'
import { countedMs, explainDue, explainUntil, type Span } from '../rules/explain.ts'
import { basisOf } from '../rules/explain-basis.ts'
import type { LoggedPause } from '../rules/pause-correction.ts'
import { statesPausing } from '../rules/workflow.ts'
import { type CaseFile, openFile } from './case-file.ts'
import type { StoredClock } from './clock-store.ts'
import { correctionsOf, pausesOf } from './pauses.ts'
import { namesOf } from './queries.ts'
import { yetToTell } from './raise-views.ts'
import { caseAt } from './replay.ts'
import { toClockView } from './views.ts'

/**
 * Why each clock of a case is due when it is: counted time, closed hours, holidays and pauses, in order, from its start
 * to its due time; with a moment, the clocks as they stood then and what they had counted by then.
 */
export const explain: Handler<'cases.explain'> = async (ctx, { id, clock: kind, at }) => {
  const file = await openFile(ctx, id)
  const clocks = (at === undefined ? file.clocks : await thenClocks(ctx, file, at)).filter(
    (clock) => kind === undefined || clock.kind === kind,
  )
  const names = await namesOf(ctx.db, [
    ...clocks.flatMap((clock) => clock.pauses.flatMap(({ by }) => by ?? [])),
    ...file.events.flatMap(({ kind, actorId }) => (kind === 'pauseCorrected' ? [actorId] : [])),
  ])
  return clocks.map((clock) => explanationOf(file, clock, names, { at, now: ctx.now }))
}

/** The clocks of a case as they truly stood at a moment, each under the id of its row. */
async function thenClocks({ db }: Ctx, { row, clocks }: CaseFile, at: Instant): Promise<StoredClock[]> {
  const left = [...clocks]
  const then = ((await caseAt(db, row, at, 'happened'))?.clocks ?? []).filter((clock) => clock.startedAt <= at)
  return then.flatMap((clock) => {
    const place = left.findIndex(
      (one) => one.kind === clock.kind && one.startedAt === clock.startedAt && one.item === clock.item,
    )
    const [stored] = place < 0 ? [] : left.splice(place, 1)
    return stored ? [{ ...runningAt(clock, at), id: stored.id, caseId: row.id, told: [] }] : []
  })
}

/** What ended a clock later had not happened yet. */
function runningAt(clock: RoundClock, at: Instant): RoundClock {
  const { stoppedAt, breachedAt: _, ...rest } = clock
  return stoppedAt === undefined || stoppedAt <= at ? clock : { ...rest, state: 'running' }
}

function explanationOf(
  file: CaseFile,
  clock: StoredClock,
  names: ReadonlyMap<string, string>,
  { at, now }: { at: Instant | undefined; now: Instant },
): ClockExplanation {
  const { targets, calendars, workflow } = file
  const stays = pausesOf(file)
  const calendar = calendarOf(clock, calendars)
  const seen = toClockView(clock, targets, calendars, at ?? now)
  const spans = at === undefined ? explainDue(clock, calendar, now) : explainUntil(clock, calendar, at)
  const rule = { name: seen.ruleName, requirement: seen.source.requirement ?? seen.source.law ?? null }
  const pausing = { ...clock, pausesIn: [...clock.pausesIn, ...statesPausing(workflow, clock.kind)] }
  const { id, kind, round, state, ruleId, ruleName, source, limit, calendarName, startedAt, dueAt, remainingMs } = seen
  return {
    ...{ id, kind, round, state, ruleId, ruleName, source, limit, calendarName, startedAt },
    dueAt: at === undefined && state === 'paused' ? (spans.at(-1)?.to ?? dueAt) : dueAt,
    countedMs: countedMs(spans),
    usedMs: countedMs(explainUntil(clock, calendar, at ?? now)),
    remainingMs,
    intervals: spans.map((span) => {
      const step = stepOf(span, workflow)
      return {
        ...intervalOf(span, step, names),
        pause: span.kind === 'paused' ? stayOf(stays, span) : null,
        basis: basisOf(span, { clock: pausing, rule, calendar, states: workflow.states }, step),
      }
    }),
    corrections: correctionsOf(file, clock, workflow, names),
    signals: seen.signals,
    ...yetToTell(clock, targets),
  }
}

/** The stay in a stage that a pause of one limit belongs to; a limit that began meanwhile stood still for less of it. */
function stayOf(stays: readonly LoggedPause[], { from, name }: Span): ClockExplanation['intervals'][number]['pause'] {
  const stay = stays.find((one) => one.reason === name && one.from <= from && from < (one.to ?? from + 1))
  return stay ? { seq: stay.seq, from: stay.from, to: stay.to } : null
}

/** The step that paused a clock. */
const stepOf = ({ kind, name }: Span, { transitions }: WorkflowDefinition) =>
  kind === 'paused' ? transitions.find(({ id }) => id === name) : undefined

function intervalOf(
  { from, to, kind, name, by }: Span,
  step: WorkflowTransition | undefined,
  names: ReadonlyMap<string, string>,
): Omit<ClockExplanation['intervals'][number], 'basis' | 'pause'> {
  return {
    ...{ from, to, kind },
    counted: kind === 'counted',
    why: name ?? kind,
    whyName: step?.name ?? null,
    byName: by === undefined ? null : (names.get(by) ?? by),
  }
}
