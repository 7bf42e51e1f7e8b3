import { useEffect } from 'react'
import { create } from 'zustand'
import { STATE_NAMES } from '../../shared/policies/clock-words.ts'
import type { Names } from '../../shared/policies/words.ts'
import type { WorkflowState } from '../../shared/workflow/model.ts'
import { call, onTopics } from '../client.ts'

/** Stages of the desk's workflows: their names, and those in which a case is still handled. */
export type Stages = { names: Names; handled: readonly string[] }

const ENDS = ['closed', 'archived', 'rejected', 'withdrawn', 'merged']

/** The shipped stages, until the desk's own are read. */
const SHIPPED: Stages = { names: STATE_NAMES, handled: Object.keys(STATE_NAMES).filter((id) => !ENDS.includes(id)) }

const useStore = create<Stages>(() => SHIPPED)

/** Two workflows may call the same stage differently: both names are shown. */
function stagesOf(states: readonly WorkflowState[]): Stages {
  const names: Record<string, { zh: string; en: string }> = {}
  for (const { id, name } of states) {
    const known = names[id]
    const both = (side: 'zh' | 'en') =>
      known && !known[side].split('/').includes(name[side]) ? `${known[side]}/${name[side]}` : (known ?? name)[side]
    names[id] = { zh: both('zh'), en: both('en') }
  }
  const handled = [...new Set(states.filter(({ isFinal }) => !isFinal).map(({ id }) => id))]
  return { names: { ...STATE_NAMES, ...names }, handled }
}

async function read(): Promise<void> {
  const list = await call('workflow.list', {})
  if (!list.ok) return
  const ids = list.value.filter(({ isInForce }) => isInForce).map(({ policyId }) => policyId)
  const sheets = await Promise.all(ids.map((policyId) => call('workflow.show', { policyId })))
  const states = sheets.flatMap((sheet) => (sheet.ok ? sheet.value.definition.states : []))
  if (states.length > 0) useStore.setState(stagesOf(states))
}

let isHearing = false

/** The stages that cases go through now: read once for the window, and again when a policy changes. */
export function useStages(): Stages {
  const stages = useStore()
  useEffect(() => {
    if (isHearing) return
    isHearing = true
    onTopics(['policies'], () => void read())
    void read()
  }, [])
  return stages
}
