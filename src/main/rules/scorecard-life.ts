import type { Calendar } from '../../shared/calendars/model.ts'
import { allow, type Decision, deny } from '../../shared/failure.ts'
import type { Role } from '../../shared/roles.ts'
import { INDICATOR_TABLE } from '../../shared/scorecards/indicators.ts'
import type { LeadMarks, Scheme, SelfMarks, Summary } from '../../shared/scorecards/model.ts'
import { COUNTED, INDICATORS, type RoundState } from '../../shared/scorecards/words.ts'
import type { Instant } from '../../shared/time.ts'
import { addWorkingDays } from './calendar.ts'

/** Working days after the month, and after the publication, until which each part is due. */
export const DAYS = { self: 1, lead: 3, answer: 3 } as const

/** S3-109: the end of the n-th working day after a moment. */
export function dueAfter(at: Instant, days: number, calendar: Calendar): Instant {
  return addWorkingDays(at, days, calendar).due
}

/** S3-103: a round is opened once its month has begun. */
export function canOpen(month: { from: Instant }, now: Instant): Decision {
  return now >= month.from ? allow : deny('scorecard-month-ahead')
}

/** A step is taken only in its own part of a round; what is frozen is never edited. */
export function mustBe(state: RoundState, ...wanted: RoundState[]): Decision {
  if (wanted.includes(state)) return allow
  return deny(state === 'frozen' ? 'scorecard-frozen' : 'scorecard-state', { state })
}

/** S3-111: results are known to everybody they are of once they are published, and stay so when the month is frozen. */
export const isOut = ({ state }: { state: RoundState }): boolean => state === 'published' || state === 'frozen'

/** S3-104 S3-108: a self-assessment that is handed in has a score for every weighted indicator and says what was done. */
export function canHandIn(self: SelfMarks, summary: Summary, scheme: Scheme): Decision {
  const missing = INDICATORS.find((one) => scheme.indicators[one].weight > 0 && self.scores[one] === undefined)
  if (missing !== undefined) return deny('scorecard-self-missing', INDICATOR_TABLE[missing].name)
  return summary.done === '' || summary.plan === '' ? deny('scorecard-summary-missing') : allow
}

/** S3-105: every score that a superior moves has its reason and stays within the scheme's limit; teamwork is always marked. */
export function canGive(lead: LeadMarks, scheme: Scheme, hasExam: boolean): Decision {
  for (const indicator of COUNTED) {
    const moved = lead.adjust[indicator]
    if (!moved || moved.points === 0) continue
    if (Math.abs(moved.points) > scheme.maxAdjust) return deny('scorecard-adjust-limit', { limit: scheme.maxAdjust })
    if (moved.reason === '') return deny('scorecard-reason-missing', INDICATOR_TABLE[indicator].name)
  }
  if (scheme.indicators.teamwork.weight > 0 && lead.teamwork === null) return deny('scorecard-teamwork-missing')
  if (lead.knowledge !== null && hasExam) return deny('scorecard-knowledge-known')
  return lead.comment === '' ? deny('scorecard-comment-missing') : allow
}

/** Nobody calibrates their own month or their own marks: another lead or the manager does. */
export function canCalibrate(card: { userId: string; leadBy: string | null }, actorId: string): Decision {
  if (card.userId === actorId) return deny('scorecard-own')
  return card.leadBy === actorId ? deny('scorecard-own-marks') : allow
}

/** S3-111: the result is confirmed or appealed against by the person, once, in the days for it; an appeal has its reason. */
export function canAnswer(
  card: { answer: string; answerDueAt: Instant | null },
  given: { answer: 'confirmed' | 'appealed'; text: string },
  now: Instant,
): Decision {
  if (card.answer !== 'waiting') return deny('scorecard-answered')
  if (card.answerDueAt !== null && now > card.answerDueAt) return deny('scorecard-answer-late')
  return given.answer === 'appealed' && given.text === '' ? deny('scorecard-appeal-reason') : allow
}

/** A month is frozen when nobody's appeal is open and everybody has answered, or the days for it are over. */
export function canFreeze(
  cards: readonly { answer: string; name: string }[],
  answerDueAt: Instant | null,
  now: Instant,
): Decision {
  const appealed = cards.find(({ answer }) => answer === 'appealed')
  if (appealed) return deny('scorecard-appeal-open', { name: appealed.name })
  const silent = cards.filter(({ answer }) => answer === 'waiting').length
  return silent > 0 && answerDueAt !== null && now <= answerDueAt
    ? deny('scorecard-answers-open', { count: silent })
    : allow
}

/** Who may see the ranking: the manager always, others as the scheme says. */
export function maySeeRanking(role: Role, { rankingFor }: Pick<Scheme, 'rankingFor'>): boolean {
  return role === 'manager' || rankingFor.some((one) => one === role)
}

/** People in order of their points, equals on the same place, the next after them one further for each. */
export function placesOf<T extends { total: number; commendations: number }>(
  rows: readonly T[],
): (T & { place: number })[] {
  const isBefore = (a: T, b: T) => b.total - a.total || b.commendations - a.commendations
  const sorted = [...rows].sort(isBefore)
  return sorted.map((row) => ({ ...row, place: 1 + sorted.filter((other) => isBefore(other, row) < 0).length }))
}
