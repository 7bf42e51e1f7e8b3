import type { z } from 'zod'
import type { Bilingual } from '../../shared/contract.ts'
import { found } from '../../shared/failure.ts'
import type { casesBehind } from '../../shared/reports/contract.ts'
import { openRow, scopeOf } from '../cases/case-file.ts'
import { openRows } from '../cases/lists.ts'
import type { Handler } from '../engine/handler.ts'
import type { CaseFacts } from '../rules/report-facts.ts'
import { CASE_FIGURES, type CaseFigureId } from '../rules/report-figures.ts'
import { placeOf } from '../rules/report-tally.ts'
import { askedPeriod } from './count.ts'
import { eachCase, readFacts } from './facts.ts'
import { classesOf, namesAt } from './names.ts'
import { readCase } from './queries.ts'

/** As many cases as somebody can look through. */
const CASES_SHOWN = 200

type Behind = z.output<typeof casesBehind>

/** The cases behind a number that its reader may see, and how many those are: picked by the same definition that counted it. */
export const cases: Handler<'reports.cases'> = async (ctx, { behind, ...asked }) => {
  const period = askedPeriod(ctx, asked)
  const classes = await classesOf(ctx.db)
  const picked: { id: string; receivedAt: number; value: number | null }[] = []
  const pick = pickerOf(behind)
  const take = (one: CaseFacts) => {
    if (pick.isIn(one)) picked.push({ id: one.id, receivedAt: one.receivedAt, value: pick.value(one) })
  }
  await eachCase(ctx, period, classes, take, { scope: scopeOf(ctx) })
  picked.sort((a, b) => b.receivedAt - a.receivedAt || (a.id < b.id ? -1 : 1))
  const shown = picked.slice(0, CASES_SHOWN)
  const rows = new Map(
    (
      await openRows(
        ctx,
        shown.map(({ id }) => id),
      )
    ).map((row) => [row.id as string, row]),
  )
  return {
    total: picked.length,
    rows: shown.flatMap(({ id, value }) => {
      const row = rows.get(id)
      return row ? [{ case: row, value }] : []
    }),
  }
}

type Picker = { isIn: (one: CaseFacts) => boolean; value: (one: CaseFacts) => number | null }

const nothing = () => null

function pickerOf(behind: Behind): Picker {
  if ('figure' in behind) return figurePicker(behind)
  if ('spread' in behind)
    return {
      isIn: (one) =>
        placeOf(one, behind.spread) === behind.key && (behind.kind === undefined || one.kind === behind.kind),
      value: nothing,
    }
  if ('clock' in behind) {
    const those = (one: CaseFacts) => one.clocks.filter(({ kind, isDecided }) => isDecided && kind === behind.clock)
    return {
      isIn: (one) => those(one).some(({ isOnTime }) => behind.part === 'of' || !isOnTime),
      value: (one) => those(one).at(-1)?.ms ?? null,
    }
  }
  if ('stage' in behind) {
    const stays = (one: CaseFacts) => one.stays.filter(({ stage }) => stage === behind.stage)
    return {
      isIn: (one) => stays(one).length > 0,
      value: (one) => stays(one).reduce((sum, { ms }) => sum + ms, 0),
    }
  }
  return { isIn: (one) => one.kind === 'complaint' && one.cause === behind.cause, value: nothing }
}

/** Figures of members and calls have no cases of their own behind them: their list is the complaints of the period. */
function figurePicker({ figure, part }: Extract<Behind, { figure: string }>): Picker {
  const known: Partial<Record<string, (typeof CASE_FIGURES)[CaseFigureId]>> = CASE_FIGURES
  const spec = known[figure] ?? CASE_FIGURES.complaints
  const isHit = (one: CaseFacts) => spec.hit?.(one) ?? true
  return {
    isIn: (one) => spec.among(one) && (part === 'of' || isHit(one) === (part === 'hits')),
    value: (one) => spec.value?.(one) ?? null,
  }
}

/** S1-06 S2-131: the times of one case, by the same definitions as those of all. */
export const ofCase: Handler<'reports.ofCase'> = async (ctx, { caseId }) => {
  await openRow(ctx, caseId)
  const classes = await classesOf(ctx.db)
  const row = found(await readCase(ctx.db, caseId), 'case')
  const [facts] = await readFacts(ctx.db, [{ ...row, kind: 'complaint' }], classes, ctx.now)
  const one = found(facts, 'case')
  const names = await namesAt(ctx.db, ctx.now, classes)
  const stages = new Map<string, { key: string; name: Bilingual; ms: number; isRunning: boolean }>()
  for (const { stage, ms, isRunning } of one.stays) {
    const before = stages.get(stage)
    stages.set(stage, { key: stage, name: names.stage(stage), ms: (before?.ms ?? 0) + ms, isRunning })
  }
  const { firstFeedbackMs, handlingMs, closureMs } = one
  return { firstFeedbackMs, handlingMs, closureMs, stages: [...stages.values()] }
}
