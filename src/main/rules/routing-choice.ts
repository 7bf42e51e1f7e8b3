import { isUnder } from '../../shared/cases/words.ts'
import { allow, type Decision, deny } from '../../shared/failure.ts'
import type { Merit, Obstacle, SkillKind } from '../../shared/routing/words.ts'
import { type Day, DESK_ZONE, type Instant } from '../../shared/time.ts'
import { dayNumber } from './days.ts'
import type { RoutingNeed } from './routing-need.ts'
import { dayAt, minuteAt } from './zone.ts'

/** A skill as long as it stands; without a day it does not run out. */
export type HeldSkill = { kind: SkillKind; code: string; validUntil: Day | null }

/** A person as the choice sees them. */
export type Handler = {
  id: string
  name: string
  department: string | null
  presence: 'present' | 'away'
  presenceUntil: Instant | null
  /** Days of the week with work, 1 Monday to 7 Sunday, and the minutes of the day between which it lies. */
  shiftDays: string
  shiftFrom: number
  shiftTo: number
  maxOpen: number
  open: number
  pressing: number
  skills: readonly HeldSkill[]
}

/** A person with what speaks for and against them (S5-17). */
export type Weighed = {
  id: string
  name: string
  points: number
  merits: { merit: Merit; points: number; amount: number | null }[]
  obstacles: Obstacle[]
}

export type Choice = { ownerId: string | null; candidates: Weighed[] }

export type ChoiceFacts = {
  need: RoutingNeed
  people: readonly Handler[]
  ownerId: string | null
  specialistId: string | null
  deputyId: string | null
  now: Instant
}

/** What each merit counts; load and pressing cases count against. */
const POINTS = { specialist: 40, deputy: 20, department: 25, category: 20, owner: 10, load: -30, pressing: -6 } as const
/** Pressing cases count so much more for a pressing matter. */
const PRESSING_FACTOR = 3

/**
 * S5-17 S5-23 S5-28: who gets a case: only people who are there, have room, handle complaints and, for a complex or
 * personal matter, are qualified for it; among them the one for whom most speaks. Every person's reasons are kept.
 */
export function chooseHandler(facts: ChoiceFacts): Choice {
  const candidates = facts.people
    .map((person) => weigh(person, facts))
    .toSorted((a, b) => a.obstacles.length - b.obstacles.length || b.points - a.points || (a.id < b.id ? -1 : 1))
  const first = candidates[0]
  return { ownerId: first && first.obstacles.length === 0 ? first.id : null, candidates }
}

function weigh(person: Handler, facts: ChoiceFacts): Weighed {
  const { need, ownerId, specialistId, deputyId, now } = facts
  const merits: Weighed['merits'] = []
  const add = (merit: Merit, holds: boolean, times = 1, amount: number | null = null) => {
    if (holds) merits.push({ merit, points: Math.round(POINTS[merit] * times), amount })
  }
  const isOwner = person.id === ownerId
  add('specialist', person.id === specialistId)
  add('deputy', person.id === deputyId)
  add('department', person.department === need.department)
  add('category', knows(person, need.category, dayAt(DESK_ZONE, now)))
  add('owner', isOwner)
  add('load', person.open > 0, person.open / Math.max(1, person.maxOpen), person.open)
  add('pressing', person.pressing > 0, person.pressing * (need.isPressing ? PRESSING_FACTOR : 1), person.pressing)
  return {
    id: person.id,
    name: person.name,
    points: merits.reduce((sum, { points }) => sum + points, 0),
    merits,
    obstacles: obstaclesOf(person, need, isOwner, now),
  }
}

function obstaclesOf(person: Handler, need: RoutingNeed, isOwner: boolean, now: Instant): Obstacle[] {
  const today = dayAt(DESK_ZONE, now)
  const speaks = person.skills.some((skill) => skill.kind === 'language')
  const checks: [Obstacle, boolean][] = [
    ['away', !isPresent(person, now)],
    ['offShift', !isOnShift(person, now)],
    // A case that a person has already does not need more room.
    ['full', !isOwner && person.open >= person.maxOpen],
    ['noComplaints', !holds(person.skills, 'complaints', today)],
    ['notQualified', need.complexities.length > 0 && !isQualified(person.skills, today)],
    ['noLanguage', speaks && need.language !== 'zh' && !holds(person.skills, 'language', today, need.language)],
  ]
  return checks.filter(([, stands]) => stands).map(([name]) => name)
}

/** Away until a moment means present after it. */
export function isPresent(
  { presence, presenceUntil }: Pick<Handler, 'presence' | 'presenceUntil'>,
  now: Instant,
): boolean {
  return presence === 'present' || (presenceUntil !== null && presenceUntil <= now)
}

/** 1970-01-01 was a Thursday. */
const weekday = (day: Day) => ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1

/** True when the desk's wall shows a day and a minute of the person's shift; one that ends before it begins runs over midnight. */
export function isOnShift(
  { shiftDays, shiftFrom, shiftTo }: Pick<Handler, 'shiftDays' | 'shiftFrom' | 'shiftTo'>,
  now: Instant,
): boolean {
  const today = weekday(dayAt(DESK_ZONE, now))
  const minute = minuteAt(DESK_ZONE, now)
  const works = (day: number) => shiftDays.includes(String(day))
  if (shiftFrom < shiftTo) return works(today) && minute >= shiftFrom && minute < shiftTo
  return (works(today) && minute >= shiftFrom) || (works(today === 1 ? 7 : today - 1) && minute < shiftTo)
}

/** S5-28: qualified for complex complaints today, besides handling complaints at all. */
export function isQualified(skills: readonly HeldSkill[], today: Day): boolean {
  return holds(skills, 'complaints', today) && holds(skills, 'complex', today)
}

function holds(skills: readonly HeldSkill[], kind: SkillKind, today: Day, code?: string): boolean {
  return skills.some(
    (skill) =>
      skill.kind === kind &&
      (code === undefined || skill.code === code) &&
      (skill.validUntil === null || skill.validUntil >= today),
  )
}

function knows({ skills }: Handler, category: string, today: Day): boolean {
  return skills.some(
    ({ kind, code, validUntil }) =>
      kind === 'category' && isUnder(category, code) && (validUntil === null || validUntil >= today),
  )
}

/** S5-28: a complex complaint is given to nobody who is not qualified, whoever gives it. */
export function mayHave(
  matter: { kind: string; isComplex: boolean },
  skills: readonly HeldSkill[],
  today: Day,
): Decision {
  if (matter.kind !== 'complaint' || !matter.isComplex) return allow
  return isQualified(skills, today) ? allow : deny('case-needs-qualified')
}
