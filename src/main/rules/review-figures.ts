import type { CallFigures, CaseFigures, ClockFigure, Lateness, Marks, ReviewForm } from '../../shared/reviews/model.ts'
import type { ComputedMark } from '../../shared/reviews/words.ts'
import type { ClockKind } from '../../shared/targets/model.ts'
import type { Instant } from '../../shared/time.ts'
import type { StepData } from '../../shared/workflow/model.ts'

type Clock = {
  kind: ClockKind
  round: number
  state: string
  startedAt: Instant
  dueAt: Instant
  stoppedAt?: Instant | undefined
}

type CaseFacts = {
  receivedAt: Instant
  registeredAt: Instant
  closedAt: Instant | null
  round: number
  transfers: number
  escalation: number
  contacts: number
  evidence: number
  recorded: StepData
  clocks: readonly Clock[]
}

/** A clock as it was kept: whole percents of the limit past its end, at least one as soon as it was late. */
function clockFigure({ kind, round, startedAt, dueAt, stoppedAt }: Clock, endedAt: Instant): ClockFigure {
  const over = (stoppedAt ?? endedAt) - dueAt
  const latePercent = over <= 0 ? 0 : Math.max(1, Math.ceil((over * 100) / Math.max(1, dueAt - startedAt)))
  return { kind, round, startedAt, dueAt, stoppedAt: stoppedAt ?? null, latePercent }
}

const numberIn = (recorded: StepData, name: string): number | null => {
  const value = recorded[name]
  return typeof value === 'number' ? value : null
}

/** S2-131 S2-136: receipt to completion and the other figures that a case gives by itself. */
export function caseFiguresOf(facts: CaseFacts): CaseFigures {
  const { receivedAt, recorded, clocks } = facts
  const endedAt = facts.closedAt ?? receivedAt
  const resolved = clocks.filter(({ kind, stoppedAt }) => kind === 'resolve' && stoppedAt !== undefined)
  const doneAt = resolved.reduce<Instant | null>((last, { stoppedAt = 0 }) => Math.max(last ?? 0, stoppedAt), null)
  const done = doneAt ?? facts.closedAt
  return {
    of: 'complaint',
    handlingMs: done === null ? null : done - receivedAt,
    entryMs: facts.registeredAt - receivedAt,
    clocks: clocks.filter(({ state }) => state !== 'cancelled').map((clock) => clockFigure(clock, endedAt)),
    rounds: facts.round,
    transfers: facts.transfers,
    escalation: facts.escalation,
    contacts: facts.contacts,
    evidence: facts.evidence,
    isSolved: typeof recorded.isSolved === 'string' ? recorded.isSolved : null,
    satisfaction: {
      result: numberIn(recorded, 'satisfactionResult'),
      process: numberIn(recorded, 'satisfactionProcess'),
      agent: numberIn(recorded, 'satisfactionAgent'),
      overall: numberIn(recorded, 'satisfactionOverall'),
    },
  }
}

/** What a promise still earns when it was kept late: nothing beyond the last line of the form. */
export function markOfLateness(latePercent: number, lines: readonly Lateness[]): number {
  return lines.find(({ upToPercent }) => latePercent <= upToPercent)?.mark ?? 0
}

function markOf(mark: ComputedMark, figures: CaseFigures | CallFigures, form: ReviewForm): number | null {
  const [family, name] = mark.split(':')
  if (figures.of === 'call') return figures.isInTime === null ? null : figures.isInTime ? 5 : 0
  if (family === 'satisfaction') {
    const given = figures.satisfaction[name as keyof CaseFigures['satisfaction']]
    return given === null ? null : Math.min(5, Math.max(0, Math.round(given)))
  }
  const alike = figures.clocks.filter(({ kind }) => kind === name)
  if (alike.length === 0) return null
  return markOfLateness(Math.max(...alike.map(({ latePercent }) => latePercent)), form.lateness)
}

/** The marks that a form leaves to the program; of several rounds the worst counts, and what never ran does not apply. */
export function computedMarks(form: ReviewForm, figures: CaseFigures | CallFigures): Marks {
  const items = form.groups.flatMap(({ items: own }) => own)
  return Object.fromEntries(
    items.flatMap(({ id, computed }) => (computed === null ? [] : [[id, markOf(computed, figures, form)]])),
  )
}
