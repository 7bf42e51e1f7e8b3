import type { WorkflowDefinition, WorkflowTransition } from '../../shared/workflow/model.ts'

/** A step that leads from so many states is said at its end instead of drawn from each. */
const MANY = 5

/** One line of the diagram: all steps that lead from one state to another. */
export type Edge = {
  from: string
  to: string
  steps: WorkflowTransition[]
  isBack: boolean
  /** Touches a state that is led to from nearly everywhere: drawn only when asked for. */
  isAside: boolean
}

/** A state's place: its row from the top, and how many places beside the middle it stands, left of it below zero. */
export type Place = { id: string; row: number; offset: number }

export type Diagram = {
  places: Place[]
  edges: Edge[]
  rows: number
  /** Steps that lead to a state from nearly everywhere. */
  fromMany: ReadonlyMap<string, WorkflowTransition[]>
}

/** Lays a workflow out in rows from its first state down: every step that leads on goes to a lower row. */
export function layOut({ states, transitions, initial }: WorkflowDefinition): Diagram {
  const many = transitions.filter(({ from }) => from.length >= MANY)
  const aside = new Set(many.map(({ to }) => to))
  const pairs = edgesOf(transitions.filter((step) => !many.includes(step)))
  // What is led to from nearly everywhere stands aside, and what leads from there says nothing about the rows.
  const along = pairs.filter(({ from, to }) => !aside.has(from) && !aside.has(to))
  const back = backEdges(initial, along)
  const forward = along.filter((edge) => !back.has(edge))
  const depth = depths(
    states.map(({ id }) => id),
    forward,
  )
  const deepest = Math.max(...depth.values())
  const reached = reachedFrom(initial, forward)
  const rowOf = (id: string) => (reached.has(id) ? (depth.get(id) ?? 0) : deepest + 1)
  const spine = spineOf(depth, forward, deepest)
  const rows = Map.groupBy(states, ({ id }) => rowOf(id))
  const places = [...rows].flatMap(([row, inRow]) =>
    placesIn(
      row,
      inRow.map(({ id }) => id),
      spine,
    ),
  )
  const edges = pairs.map((edge) => ({
    ...edge,
    isBack: rowOf(edge.to) <= rowOf(edge.from),
    isAside: aside.has(edge.from) || aside.has(edge.to),
  }))
  return { places, edges, rows: Math.max(...rows.keys()) + 1, fromMany: Map.groupBy(many, ({ to }) => to) }
}

type Pair = Omit<Edge, 'isBack' | 'isAside'>

function edgesOf(transitions: readonly WorkflowTransition[]): Pair[] {
  const found = new Map<string, Pair>()
  for (const step of transitions) {
    for (const from of step.from) {
      if (from === step.to) continue
      const key = `${from} ${step.to}`
      const edge = found.get(key) ?? { from, to: step.to, steps: [] }
      edge.steps.push(step)
      found.set(key, edge)
    }
  }
  return [...found.values()]
}

/** The lines that close a circle when the states are walked from the first one, in the order of the steps. */
function backEdges(initial: string, edges: readonly Pair[]): Set<Pair> {
  const back = new Set<Pair>()
  const done = new Set<string>()
  const onWay = new Set<string>()
  const walk = (state: string) => {
    onWay.add(state)
    for (const edge of edges.filter(({ from }) => from === state)) {
      if (onWay.has(edge.to)) back.add(edge)
      else if (!done.has(edge.to)) walk(edge.to)
    }
    onWay.delete(state)
    done.add(state)
  }
  walk(initial)
  return back
}

/** The longest way to each state along lines without circles. */
function depths(ids: readonly string[], edges: readonly Pair[]): Map<string, number> {
  const depth = new Map(ids.map((id) => [id, 0]))
  for (let round = 0; round < ids.length; round++) {
    for (const { from, to } of edges) {
      const next = (depth.get(from) ?? 0) + 1
      if (next > (depth.get(to) ?? 0) && next < ids.length) depth.set(to, next)
    }
  }
  return depth
}

/** The longest way of all, state by state: it stands in the middle. */
function spineOf(depth: ReadonlyMap<string, number>, edges: readonly Pair[], deepest: number): Set<string> {
  const spine = new Set<string>()
  let next = [...depth].find(([, row]) => row === deepest)?.[0]
  while (next !== undefined) {
    const here: string = next
    spine.add(here)
    next = edges.find(({ from, to }) => to === here && depth.get(from) === (depth.get(here) ?? 0) - 1)?.from
  }
  return spine
}

/** The states of a row about its middle, by turns right and left of what stands there. */
function placesIn(row: number, ids: readonly string[], spine: ReadonlySet<string>): Place[] {
  const ordered = ids.toSorted((a, b) => Number(spine.has(b)) - Number(spine.has(a)))
  return ordered.map((id, i) => ({ id, row, offset: i % 2 === 0 ? 0 - i / 2 : (i + 1) / 2 }))
}

function reachedFrom(initial: string, edges: readonly Pair[]): Set<string> {
  const seen = new Set([initial])
  for (const id of seen) for (const { from, to } of edges) if (from === id) seen.add(to)
  return seen
}
