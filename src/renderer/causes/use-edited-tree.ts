import { useState } from 'react'
import type { CauseNode, CauseTree, SolutionTemplate } from '../../shared/causes/model.ts'
import type { Failure } from '../../shared/failure.ts'
import { useT } from '../i18n/use-t.ts'
import { tellDone, tellFailure } from '../ui/notify.ts'
import { useCommand } from '../use-command.ts'
import { useQuery } from '../use-query.ts'

export type EditedTree = {
  tree: CauseTree | undefined
  used: ReadonlySet<string>
  failure: Failure | undefined
  isChanged: boolean
  isBusy: boolean
  reload: () => void
  /** A key for a cause's form that stays while its code is being typed. */
  keyOf: (code: string) => string
  isNew: (code: string) => boolean
  addNode: (parent: string | null) => string
  changeNode: (code: string, change: Partial<CauseNode>) => void
  removeNode: (code: string) => void
  setSolutions: (cause: string, solutions: SolutionTemplate[]) => void
  discard: () => void
  save: (reason: string) => Promise<boolean>
}

/** The tree in force with the changes that were made to it here and are not saved yet. */
export function useEditedTree(): EditedTree {
  const t = useT('causes')
  const query = useQuery('causes.tree', {}, { topics: ['policies'] })
  const [draft, setDraft] = useState<CauseTree | null>(null)
  const command = useCommand('causes.save', { quiet: true })
  const stored = query.data
  const tree = draft ?? (stored && { nodes: stored.nodes, solutions: stored.solutions })
  const storedCodes = new Set(stored?.nodes.map((node) => node.code))
  const isNew = (code: string) => !storedCodes.has(code)

  const edit = (change: (tree: CauseTree) => CauseTree) => tree && setDraft(change(tree))
  const changeNode = (code: string, change: Partial<CauseNode>) => {
    const next = change.code ?? code
    edit(({ nodes, solutions }) => ({
      nodes: nodes.map((node) =>
        node.code === code ? { ...node, ...change } : node.parent === code ? { ...node, parent: next } : node,
      ),
      solutions: solutions.map((each) => (each.cause === code ? { ...each, cause: next } : each)),
    }))
  }
  const addNode = (parent: string | null) => {
    const taken = new Set(tree?.nodes.map((node) => node.code))
    let place = 1
    while (taken.has(`NEW-${place}`)) place += 1
    const code = `NEW-${place}`
    const classes = tree?.nodes.find((node) => node.code === parent)?.classes ?? []
    const node: CauseNode = { code, parent, name: { zh: '', en: '' }, classes, isRetired: false }
    edit(({ nodes, solutions }) => ({ nodes: [...nodes, node], solutions }))
    return code
  }
  const removeNode = (code: string) =>
    edit(({ nodes, solutions }) => ({
      nodes: nodes.filter((node) => node.code !== code),
      solutions: solutions.filter((each) => each.cause !== code),
    }))
  const setSolutions = (cause: string, own: SolutionTemplate[]) =>
    edit(({ nodes, solutions }) => ({
      nodes,
      solutions: [...solutions.filter((each) => each.cause !== cause), ...own],
    }))

  const save = async (reason: string): Promise<boolean> => {
    if (!draft || !stored) return false
    const saved = await command.run({ tree: draft, basedOn: stored.version, reason })
    if (!saved.ok) {
      tellFailure(inWords(saved.failure, t))
      return false
    }
    setDraft(null)
    tellDone(t('savedTree', { version: saved.value.version }))
    return true
  }
  return {
    tree,
    used: new Set(stored?.used),
    failure: query.failure,
    isChanged: draft !== null,
    isBusy: command.isBusy,
    reload: query.reload,
    keyOf: (code) => (isNew(code) ? `new ${tree?.nodes.findIndex((node) => node.code === code)}` : code),
    isNew,
    addNode,
    changeNode,
    removeNode,
    setSolutions,
    discard: () => setDraft(null),
    save,
  }
}

/** The name of a problem is a code until here. */
function inWords(failure: Failure, t: ReturnType<typeof useT<'causes'>>): Failure {
  if (failure.code !== 'RULE' || failure.rule !== 'cause-tree') return failure
  const key = `problems.${failure.params.problem}` as 'problems.codeTwice'
  return { ...failure, params: { ...failure.params, problem: t(key) } }
}
