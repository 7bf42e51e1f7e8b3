import type { CompensationPolicy } from '../../shared/compensation/policy.ts'
import type { BacktestAmount } from '../../shared/policies/backtest-cost.ts'
import type { MemberTier } from '../../shared/tiers/model.ts'
import { DAY, type Instant } from '../../shared/time.ts'
import { amountUnder, levelUnder, type Others, type PastAmount } from '../rules/compensation-trial.ts'
import type { Backtest } from '../rules/policy-backtest.ts'
import type { Db, Row } from '../store/types.ts'
import { type PastCase, type PastEvent, pastEvents } from './backtest-queries.ts'

type AmountRow = Row<'compensations'>
type OwnOf = (policyId: string) => Promise<CompensationPolicy>

async function amountsOfCases(db: Db, caseIds: readonly string[]): Promise<AmountRow[]> {
  if (caseIds.length === 0) return []
  return db
    .selectFrom('compensations')
    .selectAll()
    .where('caseId', 'in', [...caseIds])
    .orderBy('caseId')
    .orderBy('proposedAt')
    .orderBy('id')
    .execute()
}

/** What the same members were given before: it is added up with the amounts of a case. */
async function amountsOfMembers(db: Db, ids: readonly string[], from: Instant, to: Instant): Promise<AmountRow[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('compensations')
    .selectAll()
    .where('memberId', 'in', [...ids])
    .where('proposedAt', '>=', from)
    .where('proposedAt', '<=', to)
    .execute()
}

const ENDED = new Set<AmountRow['status']>(['returned', 'declined', 'cancelled'])
const ENDING = new Set(['returned', 'declined', 'cancelled'])

/** When amounts ceased to count, from the logs of their cases. */
function endsIn(logs: Iterable<readonly PastEvent[]>): Map<string, Instant> {
  const ends = new Map<string, Instant>()
  for (const log of logs) {
    for (const { kind, at, data } of log) {
      if (kind !== 'compensation') continue
      const { act, compensationId } = JSON.parse(data) as { act?: string; compensationId?: string }
      if (compensationId !== undefined && ENDING.has(act ?? '')) ends.set(compensationId, at)
    }
  }
  return ends
}

function toPast(row: AmountRow, ends: ReadonlyMap<string, Instant>): PastAmount {
  const { id, caseId, memberId, policyId, scopeId, ruleId, form, tariffFen, tariffMiles, amountFen, miles } = row
  const { countedFen, costFen, level, proposedAt } = row
  return {
    ...{ id, caseId, memberId, policyId, scopeId, ruleId, form, tariffFen, tariffMiles, amountFen, miles },
    ...{ countedFen, costFen, level, proposedAt },
    tier: row.tier as MemberTier,
    inputs: JSON.parse(row.inputs),
    isStatutory: row.isStatutory === 1,
    endedAt: ENDED.has(row.status) ? (ends.get(id) ?? row.decidedAt ?? proposedAt) : null,
  }
}

type Batch = { db: Db; cases: readonly PastCase[]; logs: ReadonlyMap<string, readonly PastEvent[]> }

/** The compensation of some cases in a trial: as it was, and under the tariff that is tried; null leaves it as it was. */
export async function tryAmounts(
  tally: Backtest,
  tried: CompensationPolicy | null,
  ownOf: OwnOf,
  { db, cases, logs }: Batch,
): Promise<void> {
  const rows = await amountsOfCases(
    db,
    cases.map(({ id }) => id),
  )
  if (rows.length === 0) return
  const owns = new Map<string, CompensationPolicy>()
  const all = tried === null ? rows : await withNeighbours(db, rows, tried)
  for (const { policyId } of all) if (!owns.has(policyId)) owns.set(policyId, await ownOf(policyId))
  const known = await knownOf(db, all, owns, logs)
  const numbers = new Map(cases.map(({ id, number }) => [id, number]))
  for (const row of rows) {
    const mine = known.get(row.id)
    if (!mine) continue
    const after = tried === null ? asItWas(mine.past) : under(mine, tried, known)
    const name = [tried, mine.own].flatMap((one) => one?.forms ?? []).find(({ id }) => id === row.form)?.name
    tally.addAmount(
      {
        ...{ caseId: row.caseId, number: numbers.get(row.caseId) ?? '', compensationId: row.id },
        ...{ form: row.form, month: row.month, after, before: before(mine.past) },
        differenceFen: after.costFen - row.costFen,
      },
      name ?? { zh: row.form, en: row.form },
      { own: mine.own, tried: tried ?? mine.own, isEnded: mine.past.endedAt !== null },
    )
  }
}

/** Amounts of the same members as far back as any window may reach, each once. */
async function withNeighbours(db: Db, rows: AmountRow[], tried: CompensationPolicy): Promise<AmountRow[]> {
  const members = [...new Set(rows.flatMap(({ memberId }) => (memberId === null ? [] : [memberId])))]
  const times = rows.map(({ proposedAt }) => proposedAt)
  const from = Math.min(...times) - Math.max(tried.windowDays, LONGEST) * DAY
  const others = await amountsOfMembers(db, members, from, Math.max(...times))
  return [...new Map([...rows, ...others].map((row) => [row.id, row])).values()]
}

/** The longest window that a tariff can have, in days: the versions of then are not known yet. */
const LONGEST = 730

async function knownOf(
  db: Db,
  rows: readonly AmountRow[],
  owns: ReadonlyMap<string, CompensationPolicy>,
  logs: Batch['logs'],
): Promise<Map<string, Others>> {
  const elsewhere = rows.filter(({ caseId, status }) => ENDED.has(status) && !logs.has(caseId))
  const further = await pastEvents(db, [...new Set(elsewhere.map(({ caseId }) => caseId))])
  const ends = endsIn([...logs.values(), ...further.values()])
  return new Map(
    rows.flatMap((row) => {
      const own = owns.get(row.policyId)
      return own ? [[row.id, { past: toPast(row, ends), own }]] : []
    }),
  )
}

const before = ({ amountFen, miles, costFen, level }: PastAmount) => ({ amountFen, miles, costFen, level })

const asItWas = (past: PastAmount): BacktestAmount['after'] => ({ ...before(past), refusal: null })

function under(mine: Others, tried: CompensationPolicy, known: ReadonlyMap<string, Others>): BacktestAmount['after'] {
  const made = amountUnder(mine.past, mine.own, tried)
  const { caseId, memberId } = mine.past
  const near = [...known.values()].filter(
    ({ past }) => past.caseId === caseId || (memberId !== null && past.memberId === memberId),
  )
  const { fen: amountFen, miles, costFen, refusal } = made
  return { amountFen, miles, costFen, refusal, level: levelUnder(mine, tried, made, near) }
}
