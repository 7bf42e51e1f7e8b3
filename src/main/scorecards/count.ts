import { setImmediate as letOthersRun } from 'node:timers/promises'
import { type Behind, figureOf } from '../../shared/scorecards/credit.ts'
import type { Customers, Figure } from '../../shared/scorecards/model.ts'
import { toCents } from '../../shared/scorecards/rules.ts'
import type { Indicator } from '../../shared/scorecards/words.ts'
import type { Ctx } from '../engine/handler.ts'
import { liesIn } from '../rules/exceptional.ts'
import {
  isFirstContact,
  isInTime,
  isResolved,
  type Stretch,
  shareOut,
  type WorkedCase,
} from '../rules/scorecard-cases.ts'
import { parts } from '../store/parts.ts'
import { answersOf, type PersonBehind } from './answer-queries.ts'
import { type CallTally, callsBehind, tallyCalls } from './call-queries.ts'
import { caseTitles, monthCases } from './case-queries.ts'
import { examsOf, type KnowledgeMonth } from './knowledge.ts'
import { reviewsOf } from './review-queries.ts'

export type PersonCount = { figures: Figure[]; customers: Customers }

const CASE_RULES = {
  resolution: isResolved,
  complaintTime: isInTime,
  firstContact: isFirstContact,
} as const satisfies Partial<Record<Indicator, (one: WorkedCase, month: Stretch) => boolean | null>>
type CaseIndicator = keyof typeof CASE_RULES
const CASE_INDICATORS = Object.keys(CASE_RULES) as CaseIndicator[]

type Collected = Record<CaseIndicator, Map<string, Behind[]>>

/** Reads the cases of a month once and gives everybody their part of each. */
async function collectCases(ctx: Ctx, month: Stretch, gaps: readonly Stretch[] = []): Promise<Collected> {
  const found: Collected = { resolution: new Map(), complaintTime: new Map(), firstContact: new Map() }
  let done = 0
  for await (const page of monthCases(ctx.db, month)) {
    for (const one of page) {
      if (liesIn(gaps, one.receivedAt)) continue
      for (const indicator of CASE_INDICATORS) {
        const isHit = CASE_RULES[indicator](one, month)
        if (isHit === null) continue
        for (const { userId, behind } of shareOut(one, isHit, month)) {
          const list = found[indicator].get(userId)
          if (list) list.push(behind)
          else found[indicator].set(userId, [behind])
        }
      }
    }
    done += page.length
    ctx.progress(done, null)
    await letOthersRun()
    ctx.signal.throwIfAborted()
  }
  return found
}

async function forAll<T>(
  userIds: readonly string[],
  read: (ids: readonly string[]) => Promise<readonly T[]>,
): Promise<T[]> {
  const found: T[] = []
  for (const ids of parts(userIds)) found.push(...(await read(ids)))
  return found
}

/** S3-94..S3-98 S3-100: everybody's numbers of a month, from the events as they are stored; what began in a gap is left out. */
export async function countPeople(
  ctx: Ctx,
  userIds: readonly string[],
  month: KnowledgeMonth,
  gaps: readonly Stretch[] = [],
): Promise<Map<string, PersonCount>> {
  const byPerson = <T extends { userId: string }>(rows: readonly T[]) => Map.groupBy(rows, ({ userId }) => userId)
  const cases = await collectCases(ctx, month, gaps)
  const calls = byPerson(await forAll(userIds, (ids) => tallyCalls(ctx.db, ids, month, gaps)))
  const answers = byPerson(await forAll(userIds, (ids) => answersOf(ctx.db, ids, month)))
  const exams = byPerson(await forAll(userIds, (ids) => examsOf(ctx.db, ids, month)))
  const reviews = byPerson(await forAll(userIds, (ids) => reviewsOf(ctx.db, ids, month)))
  const behindOf = (rows: readonly PersonBehind[] | undefined) => (rows ?? []).map(({ behind }) => behind)
  return new Map(
    userIds.map((id) => {
      const given = behindOf(answers.get(id)).filter(({ at }) => !liesIn(gaps, at))
      const figures = [
        figureOf('satisfaction', given),
        ...CASE_INDICATORS.map((indicator) => figureOf(indicator, cases[indicator].get(id) ?? [])),
        ...callFigures(calls.get(id)?.[0]),
        figureOf('knowledge', behindOf(exams.get(id))),
        figureOf('quality', behindOf(reviews.get(id))),
      ]
      return [id, { figures, customers: customersOf(given) }]
    }),
  )
}

const NO_CALLS = { judged: 0, inTime: 0, handled: 0, handleMs: 0, waitMs: 0 }

function callFigures(tally: CallTally | undefined): Figure[] {
  const { judged, inTime, handled, handleMs, waitMs } = tally ?? NO_CALLS
  const share = judged === 0 ? null : toCents((inTime / judged) * 100)
  const seconds = (ms: number) => (handled === 0 ? null : toCents(ms / 1000 / handled))
  return [
    { indicator: 'answerTime', hits: inTime, of: judged, sample: judged, value: share },
    { indicator: 'handlingTime', hits: handleMs / 1000, of: handled, sample: handled, value: seconds(handleMs) },
    { indicator: 'answerSpeed', hits: waitMs / 1000, of: handled, sample: handled, value: seconds(waitMs) },
  ]
}

function customersOf(answers: readonly Behind[]): Customers {
  const sum = answers.reduce((total, { value }) => total + (value ?? 0), 0)
  return { count: answers.length, mean: answers.length === 0 ? null : toCents(sum / answers.length) }
}

type BehindRow = Behind & { number: string; title: string }

/** What stands behind one number of one person, counted again from the events. */
export async function listBehind(
  ctx: Ctx,
  userId: string,
  indicator: Indicator,
  month: KnowledgeMonth,
): Promise<{ figure: Figure; rows: BehindRow[] }> {
  switch (indicator) {
    case 'resolution':
    case 'complaintTime':
    case 'firstContact': {
      const own = (await collectCases(ctx, month))[indicator].get(userId) ?? []
      const titles = new Map<string, { number: string; title: string }>()
      for (const ids of parts(own.map(({ id }) => id))) {
        for (const [id, title] of await caseTitles(ctx.db, ids)) titles.set(id, title)
      }
      const named = own.map((one) => ({ ...one, ...(titles.get(one.id) ?? { number: '', title: '' }) }))
      return { figure: figureOf(indicator, own), rows: named.sort((a, b) => b.at - a.at) }
    }
    case 'answerTime':
    case 'handlingTime':
    case 'answerSpeed': {
      const calls = await callsBehind(ctx.db, userId, month, indicator)
      const rows = calls.map(({ number, behind }) => ({ ...behind, number, title: '' }))
      return { figure: figureOf(indicator, rows), rows }
    }
    case 'satisfaction':
      return named(indicator, await answersOf(ctx.db, [userId], month))
    case 'knowledge':
      return named(indicator, await examsOf(ctx.db, [userId], month))
    case 'quality':
      return named(indicator, await reviewsOf(ctx.db, [userId], month))
    case 'teamwork':
      return { figure: figureOf(indicator, []), rows: [] }
  }
}

function named(indicator: Indicator, found: readonly PersonBehind[]): { figure: Figure; rows: BehindRow[] } {
  const rows = found.map(({ number, behind }) =>
    behind.kind === 'exam' ? { ...behind, number: '', title: number } : { ...behind, number, title: '' },
  )
  return { figure: figureOf(indicator, rows), rows }
}
