import type { CompensationPolicy } from '../../shared/compensation/policy.ts'
import type { Bilingual } from '../../shared/contract.ts'
import type { BacktestCase, BacktestKind, BacktestReport } from '../../shared/policies/backtest.ts'
import type { BacktestAmount, BacktestWork } from '../../shared/policies/backtest-cost.ts'
import { DESK_ROLES } from '../../shared/roles.ts'
import { CLOCK_KINDS, type ClockKind } from '../../shared/targets/model.ts'
import { approvalsOf, newCostTally } from './backtest-cost.ts'
import type { RoundClock } from './case-clocks.ts'

type Side = { clocks: number; breaches: number; warnings: number }
type Ended = BacktestCase['before']
export type TriedCase = Pick<BacktestCase, 'caseId' | 'number' | 'kind' | 'receivedAt'>

type Signing = Pick<CompensationPolicy, 'second'>

/** A report that grows case by case and holds no more than its figures and the rows it may list. */
export type Backtest = {
  add(one: TriedCase, before: readonly RoundClock[], after: readonly RoundClock[]): void
  /** One amount of a case, with the tariffs that say who signs; one that came to nothing was work and cost nothing. */
  addAmount(row: BacktestAmount, name: Bilingual, signing: { own: Signing; tried: Signing; isEnded: boolean }): void
  /** A case whose log does not say what its limits depend on. */
  skip(): void
  report(): BacktestReport
}

/** S1-44: what a draft would have come to beside what was: counted per kind of limit, and listed case by case. */
export function newBacktest(kind: BacktestReport['kind'], limit: number): Backtest {
  const sums = new Map<ClockKind, { before: Side; after: Side }>()
  const rows: BacktestCase[] = []
  const cost = newCostTally(limit)
  const work = newWork()
  let [cases, skipped, changed] = [0, 0, 0]

  const sumOf = (kind: ClockKind) => {
    const known = sums.get(kind) ?? { before: nothing(), after: nothing() }
    sums.set(kind, known)
    return known
  }
  return {
    add: (one, before, after) => {
      cases += 1
      for (const clock of before) count(sumOf(clock.kind).before, clock)
      for (const clock of after) count(sumOf(clock.kind).after, clock)
      tell(work, 'before', before)
      tell(work, 'after', after)
      for (const change of changesOf(before, after)) {
        changed += 1
        if (rows.length < limit) rows.push({ ...one, ...change })
      }
    },
    addAmount: (row, name, { own, tried, isEnded }) => {
      if (!isEnded) cost.add(row, name)
      const [was, would] = [approvalsOf(row.before.level, own), approvalsOf(row.after.level, tried)]
      for (const one of work) {
        one.approvals.before += was[one.role]
        one.approvals.after += would[one.role]
      }
    },
    skip: () => {
      skipped += 1
    },
    report: () => {
      const kinds: BacktestKind[] = CLOCK_KINDS.flatMap((clock) => {
        const sum = sums.get(clock)
        return sum ? [{ clock, ...sum }] : []
      })
      const total = (side: 'before' | 'after', figure: 'breaches' | 'warnings') =>
        kinds.reduce((sum, kind) => sum + kind[side][figure], 0)
      const both = (figure: 'breaches' | 'warnings') => ({
        before: total('before', figure),
        after: total('after', figure),
      })
      const limits = { cases, skipped, kinds, warnings: both('warnings'), breaches: both('breaches'), changed, rows }
      return { kind, ...limits, workload: work, compensation: cost.report() }
    },
  }
}

const nothing = (): Side => ({ clocks: 0, breaches: 0, warnings: 0 })

const WHOLE = 100

function count(side: Side, clock: RoundClock): void {
  side.clocks += 1
  side.breaches += clock.breachedAt === undefined ? 0 : 1
  side.warnings += clock.signals.filter(({ percent }) => percent !== WHOLE).length + clock.reminders
}

const newWork = (): BacktestWork[] =>
  DESK_ROLES.map((role) => ({
    role,
    approvals: { before: 0, after: 0 },
    reminders: { before: 0, after: 0 },
    escalations: { before: 0, after: 0 },
  }))

const ROLE_TOLD = { owner: 'agent', lead: 'lead', manager: 'manager' } as const

/** Levels from here on go past the owner. */
const ESCALATED = 2

/** S1-45: whom the limits would have told, their own people or those above them. */
function tell(work: readonly BacktestWork[], side: 'before' | 'after', clocks: readonly RoundClock[]): void {
  const add = (step: { level: number; tells: keyof typeof ROLE_TOLD } | undefined, times: number) => {
    const one = work.find(({ role }) => role === ROLE_TOLD[step?.tells ?? 'owner'])
    if (one) one[(step?.level ?? 0) >= ESCALATED ? 'escalations' : 'reminders'][side] += times
  }
  for (const clock of clocks) {
    for (const { percent } of clock.signals)
      add(
        clock.warnings.find((step) => step.percent === percent),
        1,
      )
    if (clock.reminders > 0) add(clock.reminder, clock.reminders)
  }
}

const keyOf = ({ kind, round, item }: RoundClock) => `${kind} ${round} ${item ?? ''}`

function endOf(clock: RoundClock | undefined): Ended {
  if (!clock) return 'none'
  if (clock.breachedAt !== undefined) return 'breached'
  return clock.state === 'met' || clock.state === 'cancelled' ? clock.state : 'running'
}

/** Limits that come out otherwise; several rounds of a repeating promise count as the last of them. */
function changesOf(before: readonly RoundClock[], after: readonly RoundClock[]) {
  const last = (clocks: readonly RoundClock[]) => new Map(clocks.map((clock) => [keyOf(clock), clock]))
  const [old, now] = [last(before), last(after)]
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key) => {
    const [was, would] = [old.get(key), now.get(key)]
    const clock = (would ?? was)?.kind
    if (clock === undefined || endOf(was) === endOf(would)) return []
    const due = { dueBefore: was?.dueAt ?? null, dueAfter: would?.dueAt ?? null }
    return [{ clock, before: endOf(was), after: endOf(would), ...due }]
  })
}
