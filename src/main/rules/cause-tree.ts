import { CATEGORIES, groupOf } from '../../shared/cases/words.ts'
import {
  type CauseNode,
  type CauseTree,
  SOLUTION_VARIABLES,
  type SolutionTemplate,
  type TreeProblem,
} from '../../shared/causes/model.ts'
import { allow, type Decision, deny } from '../../shared/failure.ts'
import type { Viewer } from './access.ts'

/** Classes, causes, and details of causes. */
const MAX_DEPTH = 3

type Nodes = ReadonlyMap<string, CauseNode>

const byCode = (nodes: readonly CauseNode[]): Nodes => new Map(nodes.map((node) => [node.code, node]))

/** A cause and everything above it, from itself upwards; ends where the tree is broken. */
function pathUp(code: string, nodes: Nodes): CauseNode[] {
  const path: CauseNode[] = []
  for (let node = nodes.get(code); node && !path.includes(node); node = nodes.get(node.parent ?? '')) path.push(node)
  return path
}

const twice = (list: readonly string[]) => [...new Set(list.filter((each, i) => list.indexOf(each) !== i))]

/**
 * S2-58: what is wrong with a changed tree. A code that a case has used stays for ever, under the parent it had: it is
 * retired, not removed, so that old counts keep their meaning.
 */
export function checkTree(
  next: CauseTree,
  before: CauseTree,
  used: ReadonlySet<string>,
  categories: readonly string[] = CATEGORIES,
): TreeProblem[] {
  const nodes = byCode(next.nodes)
  const groups = categories.filter((code) => code === groupOf(code))
  const problem = (name: TreeProblem['problem']) => (code: string) => ({ problem: name, code })
  return [
    ...twice(next.nodes.map(({ code }) => code)).map(problem('codeTwice')),
    ...next.nodes.flatMap((node) => faultsOf(node, nodes, groups)),
    ...before.nodes.flatMap((old) => (used.has(old.code) ? faultsOfUsed(old, nodes) : [])),
    ...twice(next.solutions.map(({ id }) => id)).map(problem('solutionTwice')),
    ...next.solutions.flatMap((solution) => faultsOfSolution(solution, nodes)),
  ]
}

function faultsOf(node: CauseNode, nodes: Nodes, groups: readonly string[]): TreeProblem[] {
  const { code, parent, classes, isRetired } = node
  const path = pathUp(code, nodes)
  const top = path.at(-1)
  const problems: TreeProblem[] = []
  if (parent !== null && !nodes.has(parent)) problems.push({ problem: 'parentUnknown', code })
  if (top?.parent && nodes.has(top.parent)) problems.push({ problem: 'circle', code })
  else if (path.length > MAX_DEPTH) problems.push({ problem: 'tooDeep', code })
  if (!isRetired && nodes.get(parent ?? '')?.isRetired) problems.push({ problem: 'retiredParent', code })
  if (classes.some((each) => !groups.includes(each))) problems.push({ problem: 'classUnknown', code })
  return problems
}

function faultsOfUsed(old: CauseNode, nodes: Nodes): TreeProblem[] {
  const now = nodes.get(old.code)
  if (!now) return [{ problem: 'usedCodeGone', code: old.code }]
  return now.parent === old.parent ? [] : [{ problem: 'usedCodeMoved', code: old.code }]
}

function faultsOfSolution({ id, cause, text }: SolutionTemplate, nodes: Nodes): TreeProblem[] {
  const known: readonly string[] = SOLUTION_VARIABLES
  const named = [...`${text.zh} ${text.en}`.matchAll(/\{\{([^{}]*)\}\}/g)].map(([, name = '']) => name.trim())
  const problems: TreeProblem[] = []
  if (!nodes.has(cause)) problems.push({ problem: 'solutionCauseUnknown', code: id })
  if (named.some((name) => !known.includes(name))) problems.push({ problem: 'variableUnknown', code: id })
  return problems
}

/** Refuses a tree that has a problem, naming the first. */
export function mustBeSound(problems: readonly TreeProblem[]): Decision {
  const [first] = problems
  return first ? deny('cause-tree', { problem: first.problem, code: first.code, count: problems.length }) : allow
}

/** S2-51: whether a cause may be put on record: in use, and with nothing more exact below it. */
export function canChoose(
  viewer: Viewer,
  facts: { ownerId: string | null; isOpen: boolean },
  code: string,
  tree: CauseTree,
): Decision {
  if (!facts.isOpen) return deny('case-is-closed')
  if (viewer.role === 'agent' && facts.ownerId !== null && facts.ownerId !== viewer.id) return deny('case-not-owner')
  const node = tree.nodes.find((each) => each.code === code)
  if (!node) return deny('cause-unknown', { code })
  if (node.isRetired) return deny('cause-retired', { code })
  const isClass = tree.nodes.some((each) => each.parent === code && !each.isRetired)
  return isClass ? deny('cause-not-exact', { code }) : allow
}

/** S2-58: causes in use that are linked to the class of a matter, in the order of the tree. */
export function suggestedFor(category: string, { nodes }: CauseTree): string[] {
  const [group = ''] = category.split('.')
  const parents = new Set(nodes.filter((node) => !node.isRetired).map((node) => node.parent))
  return nodes
    .filter((node) => !node.isRetired && !parents.has(node.code) && node.classes.includes(group))
    .map((node) => node.code)
}

/** S2-59: prepared solutions for a cause: its own first, then those of the classes above it. */
export function solutionsFor(code: string, tree: CauseTree): SolutionTemplate[] {
  const path = pathUp(code, byCode(tree.nodes)).map((node) => node.code)
  return path.flatMap((each) => tree.solutions.filter(({ cause, isRetired }) => cause === each && !isRetired))
}

/** How often each cause was found, by itself and with all below it; causes that were never found are left out. */
export function countsOf(own: ReadonlyMap<string, number>, tree: CauseTree) {
  const nodes = byCode(tree.nodes)
  const totals = new Map<string, number>()
  for (const [code, count] of own) {
    const path = pathUp(code, nodes).map((node) => node.code)
    for (const each of path.length === 0 ? [code] : path) totals.set(each, (totals.get(each) ?? 0) + count)
  }
  const found = [...own.values()].reduce((sum, count) => sum + count, 0)
  return [...totals]
    .map(([code, total]) => ({ code, own: own.get(code) ?? 0, total, share: found === 0 ? 0 : total / found }))
    .sort((a, b) => b.total - a.total || (a.code < b.code ? -1 : 1))
}
