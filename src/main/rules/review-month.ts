import type { ReviewForm, ReviewTotal } from '../../shared/reviews/model.ts'
import type { FormKind } from '../../shared/reviews/words.ts'

export type MonthEntry = {
  agentId: string
  kind: FormKind
  total: number
  isFailed: boolean
  isDisputed: boolean
  openActions: number
  form: ReviewForm
  result: ReviewTotal
}

export type MonthSum = {
  agentId: string
  kind: FormKind
  count: number
  average: number
  lowest: number
  failed: number
  disputed: number
  openActions: number
  groups: { id: string; name: { zh: string; en: string }; average: number }[]
}

const mean = (list: readonly number[]) => list.reduce((sum, each) => sum + each, 0) / list.length
/** To one decimal, as lists show it. */
const tenth = (value: number) => Math.round(value * 10) / 10

/** A month by person and form: judgements, their average, and each group's own, the weakest first. */
export function sumMonth(entries: readonly MonthEntry[]): MonthSum[] {
  const keys = [...new Set(entries.map(({ agentId, kind }) => `${agentId} ${kind}`))]
  return keys.flatMap((key) => {
    const own = entries.filter(({ agentId, kind }) => `${agentId} ${kind}` === key)
    const [first] = own
    if (!first) return []
    const count = (is: (one: MonthEntry) => boolean) => own.filter(is).length
    return [
      {
        agentId: first.agentId,
        kind: first.kind,
        count: own.length,
        average: tenth(mean(own.map(({ total }) => total))),
        lowest: Math.min(...own.map(({ total }) => total)),
        failed: count(({ isFailed }) => isFailed),
        disputed: count(({ isDisputed }) => isDisputed),
        openActions: own.reduce((sum, one) => sum + one.openActions, 0),
        groups: groupsOf(own),
      },
    ]
  })
}

function groupsOf(entries: readonly MonthEntry[]): MonthSum['groups'] {
  const named = new Map(entries.flatMap(({ form }) => form.groups.map(({ id, name }) => [id, name] as const)))
  const averages = [...named].flatMap(([id, name]) => {
    const given = entries.flatMap(({ result }) => result.groups.find((group) => group.id === id)?.points ?? [])
    return given.length === 0 ? [] : [{ id, name, average: tenth(mean(given)) }]
  })
  return averages.sort((a, b) => a.average - b.average)
}
