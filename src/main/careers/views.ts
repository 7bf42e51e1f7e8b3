import type {
  CareerFile,
  CareerMove,
  Certificate,
  DevelopmentStep,
  Incentive,
  IncentiveFigures,
} from '../../shared/careers/model.ts'
import { check, incentiveFigures, type OwnFacts } from '../../shared/careers/model.ts'
import type { Ability, Post } from '../../shared/careers/words.ts'
import { found } from '../../shared/failure.ts'
import type { UserId } from '../../shared/ids.ts'
import { DAY, DESK_ZONE } from '../../shared/time.ts'
import type { User } from '../../shared/users/model.ts'
import { namesOf } from '../cases/case-file.ts'
import type { Ctx } from '../engine/handler.ts'
import { mustReach } from '../exams/reach.ts'
import { canDecide, checksOf, gapsOf, meanOf, postAbove, standingOf } from '../rules/career.ts'
import { momentOf } from '../rules/zone.ts'
import { coursesForPost, trainingTitles } from './desk-queries.ts'
import { evidenceOf, postOf, recordsOf } from './evidence.ts'
import { currentLadder, specOf } from './ladder.ts'
import {
  abilitiesOf,
  type CertificateRecord,
  examMarks,
  type IncentiveRecord,
  incentivesOf,
  type Mark,
  type MoveRecord,
  qualityMarks,
  type StepRecord,
  stepsOf,
} from './queries.ts'

const SPAN = 90 * DAY

export async function toMoves(ctx: Ctx, records: readonly MoveRecord[]): Promise<CareerMove[]> {
  const names = await namesOf(
    ctx.db,
    records.flatMap(({ userId, proposedBy, decidedBy }) => [userId, proposedBy, decidedBy]),
  )
  return records.map(({ proposedBy, decidedBy, checks, userId, ...record }) => ({
    ...record,
    userId: userId as UserId,
    name: names.get(userId) ?? '',
    checks: check.array().parse(JSON.parse(checks)),
    proposedByName: names.get(proposedBy) ?? '',
    decidedByName: decidedBy === null ? null : (names.get(decidedBy) ?? ''),
    mayDecide:
      ctx.actor.role !== 'agent' &&
      canDecide({ ...record, userId, proposedBy, actor: ctx.actor }, record.toPost).allowed,
  }))
}

export async function toCertificates(
  ctx: Ctx,
  records: readonly CertificateRecord[],
  today: string,
  soonDays?: number,
): Promise<Certificate[]> {
  const names = await namesOf(
    ctx.db,
    records.map(({ userId }) => userId),
  )
  return records.map(({ id, userId, name, issuer, number, issuedDay, expiresDay }) => ({
    ...{ id, name, issuer, number, issuedDay, expiresDay },
    userId: userId as UserId,
    personName: names.get(userId) ?? '',
    standing: standingOf(expiresDay, today, soonDays),
  }))
}

/** S4-93: incentives with the figures before and since; once judged, with the figures that stood then. */
export async function toIncentives(ctx: Ctx, records: readonly IncentiveRecord[]): Promise<Incentive[]> {
  const people = [...new Set(records.map(({ userId }) => userId))]
  const days = records.map(({ givenDay }) => momentOf(DESK_ZONE, givenDay, 0))
  const since = Math.min(ctx.now, ...days) - SPAN
  const quality = await qualityMarks(ctx.db, people, Math.max(0, since))
  const exams = await examMarks(ctx.db, people, Math.max(0, since))
  const names = await namesOf(
    ctx.db,
    records.flatMap(({ userId, recordedBy, evaluatedBy }) => [userId, recordedBy, evaluatedBy]),
  )
  return records.map(
    ({ userId, recordedBy, evaluatedBy, effectFigures, recordedAt: _, evaluatedAt: __, ...record }) => ({
      ...record,
      userId: userId as UserId,
      personName: names.get(userId) ?? '',
      recordedByName: names.get(recordedBy) ?? '',
      evaluatedByName: evaluatedBy === null ? null : (names.get(evaluatedBy) ?? ''),
      figures:
        effectFigures === null
          ? figuresOf(userId, record.givenDay, quality, exams)
          : incentiveFigures.parse(JSON.parse(effectFigures)),
    }),
  )
}

function figuresOf(userId: string, day: string, quality: readonly Mark[], exams: readonly Mark[]): IncentiveFigures {
  const at = momentOf(DESK_ZONE, day, 0)
  const mean = (marks: readonly Mark[], isWanted: (one: Mark) => boolean) =>
    meanOf(marks.filter((one) => one.userId === userId && isWanted(one)).map(({ value }) => value))
  const before = (one: Mark) => one.at < at && one.at >= at - SPAN
  const after = (one: Mark) => one.at >= at && one.at < at + SPAN
  return {
    qualityBefore: mean(quality, before),
    qualityAfter: mean(quality, after),
    examBefore: mean(exams, before),
    examAfter: mean(exams, after),
  }
}

async function toSteps(ctx: Ctx, records: readonly StepRecord[], today: string): Promise<DevelopmentStep[]> {
  const titles = await trainingTitles(
    ctx.db,
    records.flatMap(({ trainingId }) => trainingId ?? []),
  )
  return records.map(({ id, title, ability, trainingId, dueDay, state, note }) => ({
    ...{ id, title, trainingId, dueDay, state, note },
    ability: ability as Ability | null,
    trainingTitle: trainingId === null ? null : (titles.get(trainingId) ?? ''),
    isLate: state === 'open' && dueDay < today,
  }))
}

const UNSAID: OwnFacts = { birthYear: null, sex: null, profession: null, wish: null, aimPost: null, aimDay: null }

/** One person's career file, for the person, the person's lead, or the manager. */
export async function toFile(ctx: Ctx, userId: string): Promise<CareerFile> {
  const user: User = found((await mustReach(ctx, [userId])).get(userId), 'user')
  const records = await recordsOf(ctx, [userId])
  const ladder = await currentLadder(ctx.db)
  const { post, since } = postOf(user, records)
  const file = records.files.get(userId)
  const aim = file?.aimPost ?? null
  const next: Post | null = aim !== null && aim !== post ? aim : postAbove(post)
  const abilities = await abilitiesOf(ctx.db, [userId])
  const held = new Map(abilities.map(({ ability, level }) => [ability as Ability, level]))
  const attended = new Set(records.attended.map(({ trainingId }) => trainingId))
  const nextSpec = next === null ? null : specOf(ladder, next)
  return {
    ...{ userId: user.id, name: user.name, post, postSince: since, next },
    facts: file ? factsOf(file) : UNSAID,
    checks: nextSpec ? checksOf(nextSpec.criteria, evidenceOf(user, records)) : [],
    gaps: gapsOf(specOf(ladder, post).abilities, held),
    nextGaps: nextSpec ? gapsOf(nextSpec.abilities, held) : [],
    abilityNotes: Object.fromEntries(abilities.map(({ ability, note }) => [ability, note])),
    steps: await toSteps(ctx, await stepsOf(ctx.db, [userId]), records.today),
    certificates: await toCertificates(ctx, records.certificates, records.today),
    incentives: await toIncentives(ctx, await incentivesOf(ctx.db, [userId])),
    moves: await toMoves(ctx, records.moves),
    courses: (await coursesForPost(ctx.db, post)).map((one) => ({ ...one, attended: attended.has(one.trainingId) })),
    mayLead: ctx.actor.role !== 'agent' && ctx.actor.id !== userId,
    isOwn: ctx.actor.id === userId,
  }
}

function factsOf({ birthYear, sex, profession, wish, aimPost, aimDay }: OwnFacts): OwnFacts {
  return { birthYear, sex, profession, wish, aimPost, aimDay }
}
