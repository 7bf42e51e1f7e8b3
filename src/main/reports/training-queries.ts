import type { Db } from '../store/types.ts'

/** People asked to sessions of approved plans that ended in a span, with what came of it; a session nobody was asked to is one row too. */
export async function trainedIn(db: Db, from: number, to: number) {
  return db
    .selectFrom('trainingSessions')
    .innerJoin('trainings', 'trainings.id', 'trainingSessions.trainingId')
    .innerJoin('trainingPlans', 'trainingPlans.id', 'trainings.planId')
    .leftJoin('trainingPeople', 'trainingPeople.sessionId', 'trainingSessions.id')
    .select([
      'trainingSessions.id as sessionId',
      'trainings.passMark',
      'trainingPeople.attendance',
      'trainingPeople.score',
    ])
    .where('trainingPlans.state', '=', 'approved')
    .where('trainingSessions.state', '!=', 'cancelled')
    .where('trainingSessions.endsAt', '>=', from)
    .where('trainingSessions.endsAt', '<', to)
    .execute()
}
