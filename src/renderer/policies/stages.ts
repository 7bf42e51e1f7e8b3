import { useEffect } from 'react'
import { create } from 'zustand'
import { STATE_NAMES } from '../../shared/policies/clock-words.ts'
import type { Names } from '../../shared/policies/words.ts'
import type { WorkflowField, WorkflowState } from '../../shared/workflow/model.ts'
import { call, onTopics } from '../client.ts'
import { knownFields } from './workflow-edit.ts'

/** Stages of the desk's workflows: their names, those in which a case is still handled, and what their steps ask for. */
export type Stages = { names: Names; handled: readonly string[]; fields: readonly WorkflowField[] }

const ENDS = ['closed', 'archived', 'rejected', 'withdrawn', 'merged']

/** The shipped stages, until the desk's own are read. */
const SHIPPED: Stages = {
  names: STATE_NAMES,
  handled: Object.keys(STATE_NAMES).filter((id) => !ENDS.includes(id)),
  fields: [],
}

const useStore = create<Stages>(() => SHIPPED)

/** Two workflows may call the same stage differently: both names are shown. */
function stagesOf(states: readonly WorkflowState[]): Omit<Stages, 'fields'> {
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
  const definitions = sheets.flatMap((sheet) => (sheet.ok ? [sheet.value.definition] : []))
  const states = definitions.flatMap((definition) => definition.states)
  if (states.length > 0) useStore.setState({ ...stagesOf(states), fields: definitions.flatMap(knownFields) })
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
