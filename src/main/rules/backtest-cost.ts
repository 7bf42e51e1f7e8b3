import type { CompensationPolicy } from '../../shared/compensation/policy.ts'
import type { Level } from '../../shared/compensation/words.ts'
import type { Bilingual } from '../../shared/contract.ts'
import type { BacktestAmount, BacktestCost } from '../../shared/policies/backtest-cost.ts'

type Sum = { count: number; costFen: number }
type Line = { before: Sum; after: Sum }

/** The cost part of a trial, which grows amount by amount. */
export type CostTally = {
  add(row: BacktestAmount, name: Bilingual): void
  report(): BacktestCost
}

const newLine = (): Line => ({ before: { count: 0, costFen: 0 }, after: { count: 0, costFen: 0 } })

/** Sums of amounts by form and by month; the first that come out otherwise are kept as rows. */
export function newCostTally(limit: number): CostTally {
  const forms = new Map<string, { name: Bilingual; line: Line }>()
  const months = new Map<string, Line>()
  const rows: BacktestAmount[] = []
  const cost = { before: 0, after: 0 }
  let [amounts, changed] = [0, 0]
  return {
    add: (row, name) => {
      amounts += 1
      cost.before += row.before.costFen
      cost.after += row.after.costFen
      const form = forms.get(row.form) ?? { name, line: newLine() }
      forms.set(row.form, form)
      const month = months.get(row.month) ?? newLine()
      months.set(row.month, month)
      for (const line of [form.line, month]) grow(line, row)
      if (!isOtherwise(row)) return
      changed += 1
      if (rows.length < limit) rows.push(row)
    },
    report: () => ({
      ...{ amounts, cost, changed, rows },
      forms: [...forms].map(([form, { name, line }]) => ({ form, name, ...line })).sort(byKey(({ form }) => form)),
      months: [...months].map(([month, line]) => ({ month, ...line })).sort(byKey(({ month }) => month)),
    }),
  }
}

const byKey =
  <T>(keyOf: (item: T) => string) =>
  (a: T, b: T) =>
    keyOf(a) < keyOf(b) ? -1 : 1

function grow({ before, after }: Line, row: BacktestAmount): void {
  before.count += 1
  before.costFen += row.before.costFen
  if (row.after.refusal !== null) return
  after.count += 1
  after.costFen += row.after.costFen
}

const isOtherwise = ({ before, after }: BacktestAmount) =>
  before.amountFen !== after.amountFen ||
  before.miles !== after.miles ||
  before.costFen !== after.costFen ||
  before.level !== after.level

type Approvals = { agent: number; lead: number; manager: number }

/** How many signatures an amount takes, and whose; what the law gives is verified by a lead. */
export function approvalsOf(level: Level | null, { second }: Pick<CompensationPolicy, 'second'>): Approvals {
  const none = { agent: 0, lead: 0, manager: 0 }
  switch (level) {
    case null:
    case 'agent':
      return none
    case 'verify':
    case 'lead':
      return { ...none, lead: 1 }
    case 'manager':
      return { ...none, manager: 1 }
    case 'two':
      return second.roles.includes('lead') ? { ...none, lead: 1, manager: 1 } : { ...none, manager: 2 }
  }
}
