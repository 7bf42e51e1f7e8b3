import type { Indicator } from '../../shared/scorecards/words.ts'
import type { NeedSource } from '../../shared/training/needs.ts'
import type { TrainingTopic } from '../../shared/training/words.ts'

/** Points of an indicator below which a month asks for training; the lowest grade of the shipped scheme ends there too. */
export const LOW_POINTS = 60
/** Fewer complaints with one cause in a month say nothing about training. */
export const LEAST_COMPLAINTS = 3

/** What an indicator is trained by, until the lead says otherwise. */
const TOPIC_OF_INDICATOR: Record<Indicator, TrainingTopic> = {
  satisfaction: 'serviceAwareness',
  resolution: 'problemSolving',
  complaintTime: 'complaintHandling',
  answerTime: 'serviceAwareness',
  handlingTime: 'communication',
  knowledge: 'products',
  teamwork: 'communication',
  firstContact: 'problemSolving',
  answerSpeed: 'serviceAwareness',
  quality: 'communication',
}

/** Causes that people of the desk can be trained against; the weather cannot be trained away. */
const TOPIC_OF_CAUSE: Readonly<Record<string, TrainingTopic>> = {
  STAFF: 'serviceAwareness',
  'STAFF-MANNER': 'emotions',
  'STAFF-SKILL': 'products',
  INFO: 'communication',
  'INFO-FARE': 'fares',
  'INFO-BENEFIT': 'products',
  CALC: 'fares',
  PROC: 'problemSolving',
  'PROC-NOTICE': 'delays',
}

type Node = { code: string; parent: string | null }

/** What a cause is trained by: its own subject, else that of the nearest one above it; undefined where training does not help. */
export function topicOfCause(code: string, nodes: readonly Node[]): TrainingTopic | undefined {
  const byCode = new Map(nodes.map((node) => [node.code, node]))
  const seen = new Set<string>()
  for (let at: string | null = code; at !== null && !seen.has(at); at = byCode.get(at)?.parent ?? null) {
    const topic = TOPIC_OF_CAUSE[at]
    if (topic) return topic
    seen.add(at)
  }
  return undefined
}

export type PersonValue = { userId: string; value: number }

/** Something to be trained: where it comes from, what it is about, and whom it concerns with their figure. */
export type Proposal = {
  source: NeedSource
  subject: string
  topic: TrainingTopic
  /** Points of the team, or complaints; what `people` have is of the same kind. */
  value: number
  people: PersonValue[]
}

type JudgedPoints = { userId: string; indicator: Indicator; points: number }

const mean = (values: readonly number[]) =>
  Math.round((values.reduce((sum, one) => sum + one, 0) / values.length) * 100) / 100
const byValue = (sign: 1 | -1) => (a: PersonValue, b: PersonValue) =>
  sign * (a.value - b.value) || (a.userId < b.userId ? -1 : 1)

/** Indicators in which somebody stayed below the least points in a month, with who did, the lowest first. */
export function lowScoresOf(points: readonly JudgedPoints[]): Proposal[] {
  return [...Map.groupBy(points, ({ indicator }) => indicator)]
    .map(([indicator, own]) => ({
      ...{ source: 'score' as const, subject: indicator, topic: TOPIC_OF_INDICATOR[indicator] },
      value: mean(own.map((one) => one.points)),
      people: own
        .filter((one) => one.points < LOW_POINTS)
        .map((one) => ({ userId: one.userId, value: one.points }))
        .sort(byValue(1)),
    }))
    .filter(({ people }) => people.length > 0)
    .sort((a, b) => a.value - b.value || (a.subject < b.subject ? -1 : 1))
}

type CausedComplaint = { code: string; ownerId: string | null }

/** How many complaints each person had in hand, in the order of the first; those nobody had are nobody's. */
export function complaintsByOwner(complaints: readonly Pick<CausedComplaint, 'ownerId'>[]): PersonValue[] {
  const owners = complaints.flatMap(({ ownerId }) => ownerId ?? [])
  return [...Map.groupBy(owners, (id) => id)].map(([userId, own]) => ({ userId, value: own.length }))
}

/** Causes of complaints that training helps against, met often enough in a month, with who had those complaints in hand. */
export function causesToTrain(complaints: readonly CausedComplaint[], nodes: readonly Node[]): Proposal[] {
  return [...Map.groupBy(complaints, ({ code }) => code)]
    .flatMap(([code, own]) => {
      const topic = topicOfCause(code, nodes)
      if (topic === undefined || own.length < LEAST_COMPLAINTS) return []
      const people = complaintsByOwner(own).sort(byValue(-1))
      return [{ source: 'cause' as const, subject: code, topic, value: own.length, people }]
    })
    .sort((a, b) => b.value - a.value || (a.subject < b.subject ? -1 : 1))
}

/** True where a higher figure is the better one; complaints are better the fewer they are. */
export const isMoreBetter = (source: NeedSource): boolean => source !== 'cause'

/** The mean figure of some people; null where nothing is known of any of them. Complaints nobody had are none. */
export function meanOf(source: NeedSource, found: readonly PersonValue[], userIds: readonly string[]): number | null {
  const known = new Map(found.map(({ userId, value }) => [userId, value]))
  const values = userIds.flatMap((id) => known.get(id) ?? (source === 'cause' ? 0 : []))
  return values.length === 0 ? null : mean(values)
}
