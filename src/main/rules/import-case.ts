import type { Instant } from '../../shared/time.ts'
import type { WorkflowDefinition } from '../../shared/workflow/model.ts'
import type { CaseEvent } from '../../shared/workflow/words.ts'
import type { CaseRow } from './case-fields.ts'
import { stateOf } from './workflow.ts'

/** One row of a file with its number. */
export type NumberedRow = { row: number; value: CaseRow }

/** What the log of an imported case is made of, in order of time. */
export type ImportedEntry = {
  at: Instant
  fromState?: string
  toState?: string
  data: { row: number; emits: CaseEvent[] } & Record<string, unknown>
}

export type ImportedCourse = {
  /** When the customer spoke; never after the first thing that was done about it. */
  receivedAt: Instant
  /** When it was registered there; undefined for a case that is only now being registered. */
  registeredAt: Instant | undefined
  entries: ImportedEntry[]
  reassigned: number
  reopened: number
}

/** A row that the workflow cannot follow: the field and the sentence. */
export type CourseFault = { row: number; field: string; reason: 'unknown-choice' | 'required'; allowed?: string }

/** The workflow's state that a word means: its id or its name. */
export function stateNamed({ states }: WorkflowDefinition, word: string): string | undefined {
  const wanted = word.trim().toLowerCase()
  return states.find(
    ({ id, name }) => id.toLowerCase() === wanted || name.zh === word.trim() || name.en.toLowerCase() === wanted,
  )?.id
}

/**
 * What reaching a state means whichever way was taken: the events that every step from the state before it has in common,
 * or, where no step leads from there, every step into it. A file says where a case stood, not which form was filled in.
 */
export function eventsInto({ transitions }: WorkflowDefinition, from: string, to: string): CaseEvent[] {
  const into = transitions.filter((transition) => transition.to === to && !transition.from.every((id) => id === to))
  const direct = into.filter((transition) => transition.from.includes(from))
  const [first, ...others] = direct.length > 0 ? direct : into
  return (first?.emits ?? []).filter((event) => others.every(({ emits }) => emits.includes(event)))
}

type Point = { at: Instant; row: number; value: CaseRow; state?: string; emits?: CaseEvent[] }

/** Rows in the order in which things happened; what has the same time keeps the file's order. */
const inOrder = (points: Point[]) => [...points].sort((a, b) => a.at - b.at || a.row - b.row)

/** The course of a case from its rows; a row per event as they come in time, or the moments that its one row names. */
export function courseOf(
  rows: readonly NumberedRow[],
  workflow: WorkflowDefinition,
  start: string,
): { ok: true; course: ImportedCourse } | { ok: false; faults: CourseFault[] } {
  const [first] = rows
  if (!first) return { ok: false, faults: [] }
  const isLog = first.value.eventAt !== undefined
  const faults = rows.flatMap((row) => stateFaults(row, workflow, isLog))
  if (faults.length > 0) return { ok: false, faults }
  const points = inOrder(isLog ? rows.map((row) => pointOf(row, workflow)) : pointsOf(first, workflow))
  const told = Math.min(...rows.map(({ value }) => value.receivedAt ?? Number.POSITIVE_INFINITY))
  const receivedAt = Math.min(told, points[0]?.at ?? told)
  const registered = first.value.registeredAt ?? (isLog ? points[0]?.at : undefined)
  return { ok: true, course: { receivedAt, registeredAt: registered, ...entriesOf(points, workflow, start) } }
}

function stateFaults({ row, value }: NumberedRow, workflow: WorkflowDefinition, isLog: boolean): CourseFault[] {
  if (value.state === undefined) return []
  const state = stateNamed(workflow, value.state)
  if (state === undefined) {
    const allowed = workflow.states.map(({ id }) => id).join(', ')
    return [{ row, field: 'state', reason: 'unknown-choice', allowed }]
  }
  const isFinal = stateOf(workflow, state)?.isFinal ?? false
  if (!isLog && isFinal && value.closedAt === undefined) return [{ row, field: 'closedAt', reason: 'required' }]
  return []
}

function pointOf({ row, value }: NumberedRow, workflow: WorkflowDefinition): Point {
  const state = value.state === undefined ? undefined : stateNamed(workflow, value.state)
  return { at: value.eventAt ?? 0, row, value, ...(state === undefined ? {} : { state }) }
}

const FINISHED: CaseEvent[] = ['answered', 'handled', 'replied']

/** The moments that a row per case names, each as something that happened. */
function pointsOf({ row, value }: NumberedRow, workflow: WorkflowDefinition): Point[] {
  const { respondedAt, resolvedAt, closedAt, receivedAt = 0, registeredAt } = value
  const named = value.state === undefined ? undefined : stateNamed(workflow, value.state)
  const isFinal = named !== undefined && (stateOf(workflow, named)?.isFinal ?? false)
  const closing = isFinal ? named : workflow.states.find(({ isFinal }) => isFinal)?.id
  const about = { row, value }
  const points: Point[] = []
  if (respondedAt !== undefined) points.push({ ...about, at: respondedAt, emits: ['responded'] })
  if (resolvedAt !== undefined) points.push({ ...about, at: resolvedAt, emits: FINISHED })
  if (named !== undefined && !isFinal) {
    const at = resolvedAt ?? respondedAt ?? registeredAt ?? receivedAt
    points.push({ ...about, at, state: named })
  }
  if (closedAt !== undefined && closing !== undefined) points.push({ ...about, at: closedAt, state: closing })
  return points
}

type Stand = { state: string; reassignments: number; reopens: number; team?: string; handler?: string }

function entriesOf(points: readonly Point[], workflow: WorkflowDefinition, start: string) {
  let stand: Stand = { state: start, reassignments: 0, reopens: 0 }
  let reassigned = 0
  let reopened = 0
  const entries = points.map((point): ImportedEntry => {
    const { entry, next, moves, again } = entryOf(point, stand, workflow)
    stand = next
    reassigned += moves
    reopened += again
    return entry
  })
  return { entries, reassigned, reopened }
}

function entryOf({ at, row, value, state, emits: told }: Point, was: Stand, workflow: WorkflowDefinition) {
  const isMoved = state !== undefined && state !== was.state
  const into = isMoved ? eventsInto(workflow, was.state, state) : []
  const moves = movesOf(value, was)
  const again =
    value.reopens === undefined ? Number(into.includes('reopened')) : Math.max(0, value.reopens - was.reopens)
  // Where the file counts reopenings itself, its count decides.
  const emits = [...new Set([...(told ?? []), ...into.filter((event) => event !== 'reopened')])]
  if (again > 0) emits.push('reopened')
  const { handler, team, note, metLimit } = value
  const data = {
    row,
    emits,
    ...(moves > 0 ? { reassigned: moves } : {}),
    ...(handler === undefined ? {} : { handler }),
    ...(team === undefined ? {} : { team }),
    ...(note === undefined ? {} : { text: note }),
    ...(metLimit === undefined ? {} : { metLimit: metLimit === 'yes' }),
  }
  const entry: ImportedEntry = { at, data, ...(isMoved ? { fromState: was.state, toState: state } : {}) }
  const next: Stand = {
    state: state ?? was.state,
    reassignments: value.reassignments ?? was.reassignments,
    reopens: value.reopens ?? was.reopens,
    ...((team ?? was.team) === undefined ? {} : { team: team ?? was.team ?? '' }),
    ...((handler ?? was.handler) === undefined ? {} : { handler: handler ?? was.handler ?? '' }),
  }
  return { entry, next, moves, again }
}

/** How often the row says the case changed hands: by the file's own count, else by a new group or person. */
function movesOf({ reassignments, team, handler }: CaseRow, was: Stand): number {
  if (reassignments !== undefined) return Math.max(0, reassignments - was.reassignments)
  const isOther = (now: string | undefined, before: string | undefined) =>
    now !== undefined && before !== undefined && now !== before
  return Number(isOther(team, was.team) || isOther(handler, was.handler))
}
