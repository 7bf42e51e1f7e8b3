import type { Day, Instant } from '../../shared/time.ts'
import { parts } from '../store/parts.ts'
import type { Db, Row } from '../store/types.ts'

export type StaffFile = Row<'staffFiles'>
export type MoveRecord = Row<'careerMoves'>
export type CertificateRecord = Row<'certificates'>
export type IncentiveRecord = Row<'incentives'>
export type StepRecord = Row<'developmentSteps'>

export async function newestLadder(db: Db): Promise<Row<'careerLadders'> | undefined> {
  return db.selectFrom('careerLadders').selectAll().orderBy('version', 'desc').limit(1).executeTakeFirst()
}

export async function insertLadder(db: Db, row: Row<'careerLadders'>): Promise<void> {
  await db.insertInto('careerLadders').values(row).execute()
}

export async function staffFiles(db: Db, userIds: readonly string[]): Promise<StaffFile[]> {
  const found: StaffFile[] = []
  for (const some of parts(userIds))
    found.push(...(await db.selectFrom('staffFiles').selectAll().where('userId', 'in', some).execute()))
  return found
}

export async function saveStaffFile(db: Db, row: StaffFile): Promise<void> {
  const { userId, ...change } = row
  await db
    .insertInto('staffFiles')
    .values(row)
    .onConflict((conflict) => conflict.column('userId').doUpdateSet(change))
    .execute()
}

export async function abilitiesOf(db: Db, userIds: readonly string[]): Promise<Row<'staffAbilities'>[]> {
  const found: Row<'staffAbilities'>[] = []
  for (const some of parts(userIds))
    found.push(...(await db.selectFrom('staffAbilities').selectAll().where('userId', 'in', some).execute()))
  return found
}

export async function saveAbility(db: Db, row: Row<'staffAbilities'>): Promise<void> {
  const { userId, ability, ...change } = row
  await db
    .insertInto('staffAbilities')
    .values(row)
    .onConflict((conflict) => conflict.columns(['userId', 'ability']).doUpdateSet(change))
    .execute()
}

export async function movesOf(db: Db, userIds: readonly string[]): Promise<MoveRecord[]> {
  const found: MoveRecord[] = []
  for (const some of parts(userIds))
    found.push(...(await db.selectFrom('careerMoves').selectAll().where('userId', 'in', some).execute()))
  return found.sort((a, b) => a.proposedAt - b.proposedAt || (a.id < b.id ? -1 : 1))
}

export async function findMove(db: Db, id: string): Promise<MoveRecord | undefined> {
  return db.selectFrom('careerMoves').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function insertMove(db: Db, row: MoveRecord): Promise<void> {
  await db.insertInto('careerMoves').values(row).execute()
}

export async function updateMove(db: Db, id: string, change: Partial<MoveRecord>): Promise<void> {
  await db.updateTable('careerMoves').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

export async function certificatesOf(db: Db, userIds: readonly string[]): Promise<CertificateRecord[]> {
  const found: CertificateRecord[] = []
  for (const some of parts(userIds))
    found.push(...(await db.selectFrom('certificates').selectAll().where('userId', 'in', some).execute()))
  return found.sort((a, b) => (a.issuedDay < b.issuedDay ? 1 : -1))
}

/** Certificates whose last day is not after a day. */
export async function expiringBy(db: Db, day: Day): Promise<CertificateRecord[]> {
  return db
    .selectFrom('certificates')
    .selectAll()
    .where('expiresDay', '<=', day)
    .orderBy('expiresDay')
    .orderBy('id')
    .execute()
}

export async function insertCertificate(db: Db, row: CertificateRecord): Promise<void> {
  await db.insertInto('certificates').values(row).execute()
}

export async function incentivesOf(db: Db, userIds: readonly string[]): Promise<IncentiveRecord[]> {
  const found: IncentiveRecord[] = []
  for (const some of parts(userIds))
    found.push(...(await db.selectFrom('incentives').selectAll().where('userId', 'in', some).execute()))
  return found.sort((a, b) => (a.givenDay < b.givenDay ? 1 : -1))
}

export async function incentivesBetween(db: Db, from: Day, to: Day): Promise<IncentiveRecord[]> {
  return db
    .selectFrom('incentives')
    .selectAll()
    .where('givenDay', '>=', from)
    .where('givenDay', '<=', to)
    .orderBy('givenDay', 'desc')
    .orderBy('id')
    .execute()
}

export async function findIncentive(db: Db, id: string): Promise<IncentiveRecord | undefined> {
  return db.selectFrom('incentives').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function insertIncentive(db: Db, row: IncentiveRecord): Promise<void> {
  await db.insertInto('incentives').values(row).execute()
}

export async function updateIncentive(db: Db, id: string, change: Partial<IncentiveRecord>): Promise<void> {
  await db.updateTable('incentives').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

export async function stepsOf(db: Db, userIds: readonly string[]): Promise<StepRecord[]> {
  const found: StepRecord[] = []
  for (const some of parts(userIds))
    found.push(...(await db.selectFrom('developmentSteps').selectAll().where('userId', 'in', some).execute()))
  return found.sort((a, b) => (a.dueDay < b.dueDay ? -1 : a.dueDay > b.dueDay ? 1 : a.createdAt - b.createdAt))
}

export async function findStep(db: Db, id: string): Promise<StepRecord | undefined> {
  return db.selectFrom('developmentSteps').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function insertStep(db: Db, row: StepRecord): Promise<void> {
  await db.insertInto('developmentSteps').values(row).execute()
}

export async function updateStep(db: Db, id: string, change: Partial<StepRecord>): Promise<void> {
  await db.updateTable('developmentSteps').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

export type Mark = { userId: string; at: Instant; value: number }

/** Quality points that people were given since a moment. */
export async function qualityMarks(db: Db, userIds: readonly string[], since: Instant): Promise<Mark[]> {
  const found: Mark[] = []
  for (const some of parts(userIds))
    found.push(
      ...(await db
        .selectFrom('caseReviews')
        .select(['agentId as userId', 'reviewedAt as at', 'total as value'])
        .where('agentId', 'in', some)
        .where('reviewedAt', '>=', since)
        .execute()),
    )
  return found
}

/** Exam scores of people since a moment. */
export async function examMarks(db: Db, userIds: readonly string[], since: Instant): Promise<Mark[]> {
  const found: Mark[] = []
  for (const some of parts(userIds))
    found.push(
      ...(await db
        .selectFrom('examResults')
        .select(['userId', 'updatedAt as at', 'score as value'])
        .where('userId', 'in', some)
        .where('updatedAt', '>=', since)
        .execute()),
    )
  return found
}

export type Attended = { userId: string; trainingId: string; title: string; startsAt: Instant }

/** Sessions that people attended. */
export async function attendedBy(db: Db, userIds: readonly string[]): Promise<Attended[]> {
  const found: Attended[] = []
  for (const some of parts(userIds))
    found.push(
      ...(await db
        .selectFrom('trainingPeople as person')
        .innerJoin('trainingSessions as session', 'session.id', 'person.sessionId')
        .innerJoin('trainings as training', 'training.id', 'session.trainingId')
        .select(['person.userId', 'training.id as trainingId', 'training.title', 'session.startsAt'])
        .where('person.userId', 'in', some)
        .where('person.attendance', '=', 'attended')
        .execute()),
    )
  return found
}
