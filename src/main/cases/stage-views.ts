import type { CaseView } from '../../shared/cases/views.ts'
import { SYSTEM_ACTOR } from '../engine/handler.ts'
import { type HandEntry, handOversIn, type LogEntry, promisesIn } from '../rules/promises.ts'
import type { WorkflowFacts } from '../rules/workflow-fields.ts'
import { checkNeeds } from '../rules/workflow-needs.ts'
import type { CaseFile } from './case-file.ts'

type Data = { emits?: string[]; recorded?: Record<string, unknown>; ownerId?: unknown; to?: unknown }

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

/** S1-37: what the customer was told about the time, beside the fact. */
export function toldTimesOf({ events }: CaseFile): CaseView['toldTimes'] {
  return promisesIn(
    events.map((event): LogEntry => {
      const { emits = [], recorded = {} } = JSON.parse(event.data) as Data
      return { at: event.at, emits, expectedAt: typeof recorded.expectedAt === 'number' ? recorded.expectedAt : null }
    }),
  )
}

/** S1-40 S2-36: the owners in turn, each with the receipt; `me` may receipt the last one where no step is for that. */
export function handOversOf(file: CaseFile, names: ReadonlyMap<string, string>, me: string): CaseView['handOvers'] {
  // Who takes a case upon themselves has nothing to receipt.
  const found = handOversIn(handEntries(file)).filter(
    ({ toId, byId, acceptedAt }) => toId !== byId || acceptedAt !== null,
  )
  return found.map(({ at, toId, byId, acceptedAt }, i) => ({
    at,
    toName: names.get(toId) ?? toId,
    byName: byId === SYSTEM_ACTOR.id ? SYSTEM_ACTOR.name : (names.get(byId) ?? byId),
    acceptedAt,
    isMine: mayReceipt(file, me) && i === found.length - 1,
  }))
}

/** Whether a person has a hand-over to receipt that no step of the workflow receipts. */
export function mayReceipt(file: CaseFile, me: string): boolean {
  const { row, workflow } = file
  const last = handOversIn(handEntries(file)).at(-1)
  const hasStep = workflow.transitions.some(({ from, emits }) => from.includes(row.state) && emits.includes('accepted'))
  return (
    row.isOpen === 1 &&
    row.ownerId === me &&
    last?.toId === me &&
    last.byId !== me &&
    last.acceptedAt === null &&
    !hasStep
  )
}

function handEntries({ events }: CaseFile): HandEntry[] {
  return events.map(({ at, actorId, kind, data }) => {
    const { emits = [], recorded = {}, ownerId, to } = JSON.parse(data) as Data
    const isAccepted = emits.includes('accepted')
    if (kind === 'opened') return { at, actorId, toId: textOf(ownerId), isAccepted }
    if (kind === 'assigned') return { at, actorId, toId: textOf(to), isAccepted }
    return { at, actorId, toId: emits.includes('assigned') ? textOf(recorded.ownerId) : null, isAccepted }
  })
}

/** S2-178: what closing needs of this case and whether it is there; its own form counts as given at the end. */
export function closingOf({ workflow }: CaseFile, facts: WorkflowFacts): CaseView['closing'] {
  const step = workflow.transitions.find(({ emits }) => emits.includes('closed'))
  return step ? checkNeeds(step, facts).map(({ record, isMet }) => ({ record, isMet })) : []
}
