import type { WorkflowDefinition, WorkflowProblem } from '../../shared/workflow/model.ts'
import { gateGaps } from './closing-gate.ts'
import { formProblems } from './workflow-forms.ts'

/** What follows from `start` by going along the given edges. */
function reach(start: readonly string[], edges: readonly (readonly [string, string])[]): Set<string> {
  const seen = new Set(start)
  const queue = [...start]
  for (let state = queue.pop(); state !== undefined; state = queue.pop()) {
    for (const [from, to] of edges) {
      if (from !== state || seen.has(to)) continue
      seen.add(to)
      queue.push(to)
    }
  }
  return seen
}

function twice(ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))]
}

/**
 * What is wrong with a workflow before it is put into force: states nobody can reach, states a case cannot leave,
 * states nobody looks after, ends that are left without reopening, and each record of the closed loop without which a
 * step would close a complaint (S1-12, S2-178).
 */
export function checkWorkflow(definition: WorkflowDefinition): WorkflowProblem[] {
  const { states, transitions, initial } = definition
  const ids = states.map((state) => state.id)
  const forward = transitions.flatMap(({ from, to }) => from.map((state) => [state, to] as const))
  const backward = forward.map(([from, to]) => [to, from] as const)
  const reachable = reach([initial], forward)
  const ending = reach(
    states.filter((state) => state.isFinal).map((state) => state.id),
    backward,
  )
  const finals = new Set(states.filter((state) => state.isFinal).map((state) => state.id))
  const named = [initial, ...forward.flat()]
  const open = states.filter((state) => !state.isFinal)
  const problem = (code: WorkflowProblem['code']) => (where: string) => ({ code, where })
  return [
    ...[...new Set(named)].filter((id) => !ids.includes(id)).map(problem('unknownState')),
    ...twice(ids).map(problem('stateTwice')),
    ...twice(transitions.map((transition) => transition.id)).map(problem('transitionTwice')),
    ...ids.filter((id) => !reachable.has(id)).map(problem('unreachable')),
    ...open.filter((state) => !ending.has(state.id)).map((state) => problem('deadEnd')(state.id)),
    ...open.filter((state) => state.ownerRoles.length === 0).map((state) => problem('noOwnerRole')(state.id)),
    ...transitions
      .filter(
        ({ from, to, emits }) => from.some((id) => finals.has(id)) && !finals.has(to) && !emits.includes('reopened'),
      )
      .map(({ id }) => problem('leavesFinal')(id)),
    ...formProblems(definition),
    ...gateGaps(definition).map((gap) => ({ code: 'closesWithout' as const, ...gap })),
  ]
}
