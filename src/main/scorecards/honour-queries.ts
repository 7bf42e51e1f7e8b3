import type { Instant } from '../../shared/time.ts'
import type { Db, Row } from '../store/types.ts'

type CommendationRecord = Row<'commendations'>
type RewardRecord = Row<'trainingRewards'>

const commendations = (db: Db) =>
  db
    .selectFrom('commendations')
    .innerJoin('users', 'users.id', 'commendations.userId')
    .innerJoin('users as givers', 'givers.id', 'commendations.givenBy')
    .leftJoin('scorecards', 'scorecards.id', 'commendations.cardId')
    .leftJoin('scorecardRounds', 'scorecardRounds.id', 'scorecards.roundId')
    .selectAll('commendations')
    .select(['users.name', 'givers.name as givenByName', 'scorecardRounds.month'])

/** The newest first; of one person when one is named. */
export async function listCommendations(db: Db, userId: string | null, limit: number) {
  let query = commendations(db).orderBy('commendations.givenAt', 'desc').orderBy('commendations.id').limit(limit)
  if (userId !== null) query = query.where('commendations.userId', '=', userId)
  return query.execute()
}

export async function findCommendation(db: Db, id: string) {
  return commendations(db).where('commendations.id', '=', id).executeTakeFirst()
}

export async function insertCommendation(db: Db, row: CommendationRecord): Promise<void> {
  await db.insertInto('commendations').values(row).execute()
}

/** How many commendations have numbers that begin so. */
export async function lastNumber(db: Db, prefix: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('commendations')
    .select('number')
    .where('number', '>=', prefix)
    .where('number', '<', `${prefix}\uffff`)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.number
}

const rewards = (db: Db) =>
  db
    .selectFrom('trainingRewards')
    .innerJoin('users', 'users.id', 'trainingRewards.userId')
    .innerJoin('users as givers', 'givers.id', 'trainingRewards.givenBy')
    .innerJoin('trainingSessions', 'trainingSessions.id', 'trainingRewards.sessionId')
    .innerJoin('trainings', 'trainings.id', 'trainingSessions.trainingId')
    .leftJoin('scorecards', 'scorecards.id', 'trainingRewards.cardId')
    .leftJoin('scorecardRounds', 'scorecardRounds.id', 'scorecards.roundId')
    .selectAll('trainingRewards')
    .select(['users.name', 'givers.name as givenByName', 'trainingSessions.startsAt'])
    .select(['trainings.id as trainingId', 'trainings.title', 'scorecardRounds.month'])

export async function listRewards(db: Db, userId: string | null, limit: number) {
  let query = rewards(db).orderBy('trainingRewards.givenAt', 'desc').orderBy('trainingRewards.id').limit(limit)
  if (userId !== null) query = query.where('trainingRewards.userId', '=', userId)
  return query.execute()
}

export async function findReward(db: Db, id: string) {
  return rewards(db).where('trainingRewards.id', '=', id).executeTakeFirstOrThrow()
}

export async function insertReward(db: Db, row: RewardRecord): Promise<void> {
  await db.insertInto('trainingRewards').values(row).execute()
}

/** Sessions that are still to come. */
export async function comingSessions(db: Db, now: Instant) {
  return db
    .selectFrom('trainingSessions')
    .innerJoin('trainings', 'trainings.id', 'trainingSessions.trainingId')
    .select(['trainingSessions.id as sessionId', 'trainings.title', 'startsAt'])
    .where('state', '=', 'planned')
    .where('startsAt', '>', now)
    .orderBy('startsAt')
    .orderBy('trainingSessions.id')
    .limit(200)
    .execute()
}

export async function isInvited(db: Db, sessionId: string, userId: string): Promise<boolean> {
  const row = await db
    .selectFrom('trainingPeople')
    .select('userId')
    .where('sessionId', '=', sessionId)
    .where('userId', '=', userId)
    .executeTakeFirst()
  return row !== undefined
}

export async function invite(db: Db, row: Row<'trainingPeople'>): Promise<void> {
  await db.insertInto('trainingPeople').values(row).execute()
}

/** A file that left the desk: what, why, by whom, with its fingerprint. */
export async function insertExport(db: Db, row: Row<'exports'>): Promise<void> {
  await db.insertInto('exports').values(row).execute()
}
