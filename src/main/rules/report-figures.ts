import type { FigureId } from '../../shared/reports/figures.ts'
import type { AROUND_FIGURES } from '../../shared/reports/figures-around.ts'
import { HOUR } from '../../shared/time.ts'
import type { CaseFacts } from './report-facts.ts'

/** Numbers that are made of cases; the others come from calls and members. */
export type CaseFigureId = Exclude<FigureId, keyof typeof AROUND_FIGURES>

/** A number as its definition says: among which cases, which of them count, and what each adds. */
export type CaseFigure = {
  among: (one: CaseFacts) => boolean
  hit?: (one: CaseFacts) => boolean
  value?: (one: CaseFacts) => number | null
}

/** Limits that are promises to the customer; the others are the desk's own. */
export const CUSTOMER_CLOCKS = ['answer', 'respond', 'confirm', 'progress', 'resolve', 'reply', 'legal']

const isComplaint = (one: CaseFacts) => one.kind === 'complaint'
const customerClocks = ({ clocks }: CaseFacts) =>
  clocks.filter(({ kind, isDecided }) => isDecided && CUSTOMER_CLOCKS.includes(kind))

/** True for a complaint with at least one promise to the customer that was kept or missed. */
export const isJudged = (one: CaseFacts) => isComplaint(one) && customerClocks(one).length > 0
/** True when none of the promises to the customer was missed. */
export const isOnTime = (one: CaseFacts) => isJudged(one) && customerClocks(one).every((clock) => clock.isOnTime)

const counted = (hit: (one: CaseFacts) => boolean): CaseFigure => ({ among: hit, hit })
const valued = (value: (one: CaseFacts) => number | null): CaseFigure => ({
  among: (one) => isComplaint(one) && value(one) !== null,
  value,
})
const part = (among: (one: CaseFacts) => boolean, hit: (one: CaseFacts) => boolean): CaseFigure => ({
  among: (one) => isComplaint(one) && among(one),
  hit,
})

const wasAsked = (one: CaseFacts) => one.solved !== null
const executed = ({ compensations }: CaseFacts) => compensations.filter(({ status }) => status === 'executed')
const hasDay = ({ compensations }: CaseFacts) =>
  compensations.filter(({ status, dueAt }) => dueAt !== null && ['approved', 'agreed', 'executed'].includes(status))

/** THE definitions: what a report shows and the list behind it both come from here. */
export const CASE_FIGURES: Record<CaseFigureId, CaseFigure> = {
  complaints: counted(isComplaint),
  enquiries: counted(({ kind }) => kind === 'enquiry'),
  suggestions: counted(({ kind }) => kind === 'suggestion'),
  services: counted(({ kind }) => kind === 'service'),
  open: counted((one) => isComplaint(one) && one.isOpen),
  archived: counted((one) => isComplaint(one) && one.state === 'archived'),
  notAccepted: counted((one) => isComplaint(one) && !one.isAccepted),
  firstFeedback: valued((one) => one.firstFeedbackMs),
  confirmed24: part(
    (one) => one.confirmedMs !== null || (one.isAccepted && one.ageMs > 24 * HOUR),
    (one) => one.confirmedMs !== null && one.confirmedMs <= 24 * HOUR,
  ),
  onTime: part(isJudged, isOnTime),
  handling: valued((one) => one.handlingMs),
  closure: valued((one) => one.closureMs),
  finished: part(
    (one) => one.isAccepted,
    (one) => one.isFinished,
  ),
  solved: part(wasAsked, (one) => one.solved === 'yes'),
  reopened: part(
    (one) => one.isAnswered,
    (one) => one.reopenings > 0,
  ),
  satisfied: part(
    (one) => one.scores.result !== null,
    (one) => (one.scores.result ?? 0) >= 4,
  ),
  scoreResult: valued((one) => one.scores.result),
  scoreProcess: valued((one) => one.scores.process),
  scoreAgent: valued((one) => one.scores.agent),
  scoreOverall: valued((one) => one.scores.overall),
  visited: part(
    (one) => one.isAnswered,
    (one) => one.visits > 0,
  ),
  visitPartly: part(wasAsked, (one) => one.solved === 'partly'),
  visitNo: part(wasAsked, (one) => one.solved === 'no'),
  notReached: part(
    (one) => one.visits + one.attempts > 0,
    (one) => one.visits === 0,
  ),
  compensated: part(
    () => true,
    (one) => executed(one).length > 0,
  ),
  compensationCost: valued((one) => {
    const done = executed(one)
    return done.length === 0 ? null : done.reduce((sum, { costFen }) => sum + costFen, 0)
  }),
  compensationLate: part(
    (one) => hasDay(one).length > 0,
    (one) => hasDay(one).some(({ dueAt, executedAt }) => (executedAt ?? one.receivedAt + one.ageMs) > (dueAt ?? 0)),
  ),
  compensationRefused: part(
    ({ compensations }) => compensations.length > 0,
    ({ compensations }) => compensations.some(({ status, effect }) => status === 'declined' || effect === 'notContent'),
  ),
}

export const CASE_FIGURE_IDS = Object.keys(CASE_FIGURES) as CaseFigureId[]
