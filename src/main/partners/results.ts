import type { ComputedFigure } from '../../shared/improvements/evaluation-words.ts'
import { evaluationFigures } from '../../shared/improvements/evaluations.ts'
import { LEAST_RATINGS, type Watched, WEAK_POINTS, warningOf } from '../../shared/partners/rules.ts'
import type { WarningLevel, WarningSource } from '../../shared/partners/words.ts'
import { type Day, isDay } from '../../shared/time.ts'
import type { Ctx } from '../engine/handler.ts'
import { listEvaluations } from '../improvements/evaluation-queries.ts'
import { fromHundredths } from '../improvements/figures.ts'
import { listGoals, pointsOf } from '../improvements/goal-queries.ts'
import { todayOf } from '../improvements/views.ts'
import { addDays } from '../rules/days.ts'
import { suppliersBetween } from './quality.ts'
import { listPartners } from './queries.ts'
import { standardResults } from './watch-queries.ts'

/** Suppliers are watched over so many days, against the same stretch before. */
export const WATCHED_DAYS = 90
/** A goal counts as missed only when its day is so near. */
const GOAL_DAYS = 14

/** The newest result of one thing that is watched, with who answers for it. */
export type Result = Watched & {
  source: WarningSource
  subjectKey: string
  resultKey: string
  title: string
  unit: string
  ownerId: string
  /** A level found by a rule of its own, whatever the figures say. */
  level?: WarningLevel
}

/** S4-161: everything that was evaluated, each with its newest result and the one before. */
export async function resultsNow(ctx: Ctx): Promise<Result[]> {
  return [
    ...(await ofSuppliers(ctx)),
    ...(await ofStandards(ctx)),
    ...(await ofGoals(ctx)),
    ...(await ofEvaluations(ctx)),
  ]
}

/** What a result is warned about for, if it is. */
export const levelOf = (result: Result): WarningLevel | null => result.level ?? warningOf(result)

async function ofSuppliers(ctx: Ctx): Promise<Result[]> {
  const today = todayOf(ctx)
  const from = addDays(today, -WATCHED_DAYS)
  const now = await suppliersBetween(ctx, from, today)
  const before = await suppliersBetween(ctx, addDays(from, -WATCHED_DAYS - 1), addDays(from, -1))
  const owners = new Map((await listPartners(ctx.db, ['active', 'paused'])).map(({ id, ownerId }) => [id, ownerId]))
  return now.flatMap(({ partnerId, partnerName, item, ratings, mean, complaints, isWeak }): Result[] => {
    const ownerId = owners.get(partnerId)
    if (ownerId === undefined || (ratings < LEAST_RATINGS && !isWeak)) return []
    const was = before.find((one) => one.partnerId === partnerId && one.item === item)?.mean ?? null
    const subjectKey = `${partnerId}:${item}`
    return [
      {
        ...{ source: 'supplier', subjectKey, resultKey: `supplier:${subjectKey}:${today.slice(0, 7)}`, ownerId },
        title: partnerName,
        ...{ value: mean ?? complaints, before: was, limit: WEAK_POINTS, good: 'atLeast', unit: '' },
        ...(isWeak ? { level: 'missed' } : {}),
      },
    ]
  })
}

async function ofStandards(ctx: Ctx): Promise<Result[]> {
  const byCode = Map.groupBy(await standardResults(ctx.db), ({ code }) => code)
  return [...byCode.values()].flatMap(([newest, last]): Result[] => {
    if (!newest) return []
    const { id, code, title, unit, target, direction, correctionBy, recordedBy } = newest
    const keys = { subjectKey: code, resultKey: `standard:${id}` }
    return [
      {
        ...{ source: 'standard', ...keys, title: `${code} ${title}`, unit, ownerId: correctionBy ?? recordedBy },
        ...{ value: fromHundredths(newest.value), before: last ? fromHundredths(last.value) : null },
        ...{ limit: fromHundredths(target), good: direction },
      },
    ]
  })
}

async function ofGoals(ctx: Ctx): Promise<Result[]> {
  const open = (await listGoals(ctx.db)).filter(({ state }) => state === 'open')
  const points = await pointsOf(
    ctx.db,
    open.map(({ id }) => id),
  )
  return open.flatMap(({ id, title, unit, baseline, target, dueDay, ownerId }): Result[] => {
    const own = points.filter(({ goalId }) => goalId === id)
    const newest = own.at(-1)
    if (!newest) return []
    const before = own.at(-2)?.value ?? baseline
    const isNear = isDay(dueDay) && addDays(dueDay, -GOAL_DAYS) <= todayOf(ctx)
    return [
      {
        ...{ source: 'goal', subjectKey: id, resultKey: `goal:${newest.id}`, title, unit, ownerId },
        ...{ value: fromHundredths(newest.value), before: before === null ? null : fromHundredths(before) },
        limit: isNear ? fromHundredths(target) : null,
        good: baseline !== null && target < baseline ? 'atMost' : 'atLeast',
      },
    ]
  })
}

const GOOD: Record<ComputedFigure, Watched['good'] | null> = {
  cases: null,
  complaints: 'atMost',
  complaintRate: 'atMost',
  resolution: 'atLeast',
  onTime: 'atLeast',
  reopened: 'atMost',
}

type Evaluated = { id: string; kind: string; fromDay: Day; toDay: Day; figures: string; startedBy: string }

async function ofEvaluations(ctx: Ctx): Promise<Result[]> {
  const byKind = Map.groupBy<string, Evaluated>(await listEvaluations(ctx.db), ({ kind }) => kind)
  return [...byKind.values()].flatMap(([newest, last]) => {
    if (!newest || !last) return []
    const before = new Map(figuresOf(last).map(({ code, value }) => [code, value]))
    return figuresOf(newest).flatMap(({ code, value }): Result[] => {
      const good = GOOD[code]
      const was = before.get(code) ?? null
      if (good === null || value === null || was === null) return []
      const title = `${newest.fromDay} – ${newest.toDay}`
      const keys = { subjectKey: `${newest.kind}:${code}`, resultKey: `evaluation:${newest.id}:${code}` }
      return [
        {
          source: 'evaluation',
          ...keys,
          title,
          unit: '',
          ownerId: newest.startedBy,
          value,
          before: was,
          limit: null,
          good,
        },
      ]
    })
  })
}

const figuresOf = ({ figures }: Evaluated) => evaluationFigures.parse(JSON.parse(figures)).computed
