import type { CaseId, MemberId, UserId } from '../../shared/ids.ts'
import type { Authorisation } from '../../shared/trust/model.ts'
import { stateOfAuthorisation } from '../../shared/trust/right-rules.ts'
import { namesOf } from '../cases/case-file.ts'
import type { Ctx } from '../engine/handler.ts'
import { type AuthorisationRecord, cardsOf, caseNumbersOf, type ReviewRecord, reviewsOf } from './right-queries.ts'

/** Authorisations as people see them, with the reviews of each. */
export async function toAuthorisations(ctx: Ctx, rows: readonly AuthorisationRecord[]): Promise<Authorisation[]> {
  const reviews = await reviewsOf(
    ctx.db,
    rows.map(({ id }) => id),
  )
  const numbers = await caseNumbersOf(
    ctx.db,
    rows.flatMap(({ caseId }) => (caseId === null ? [] : [caseId])),
  )
  const cards = await cardsOf(
    ctx.db,
    rows.flatMap(({ memberId }) => memberId ?? []),
  )
  const people = rows.flatMap(({ userId, givenBy, endedBy }) => [userId, givenBy, endedBy])
  const names = await namesOf(ctx.db, [...people, ...reviews.map(({ reviewedBy }) => reviewedBy)])
  const nameOf = (id: string | null) => names.get(id ?? '') ?? ''
  return rows.map((row) => {
    const { givenBy, endedBy, ...rest } = row
    return {
      ...rest,
      state: stateOfAuthorisation(row, ctx.now),
      userId: row.userId as UserId,
      userName: nameOf(row.userId),
      givenById: givenBy as UserId,
      givenByName: nameOf(givenBy),
      caseId: row.caseId as CaseId | null,
      caseNumber: numbers.get(row.caseId ?? '') ?? null,
      memberId: row.memberId as MemberId | null,
      memberCard: cards.get(row.memberId ?? '') ?? null,
      endedByName: endedBy === null ? null : nameOf(endedBy),
      isReviewDue: row.reviewAt !== null && row.reviewAt <= ctx.now,
      reviews: reviews.filter(({ authorisationId }) => authorisationId === row.id).map((one) => toReview(one, nameOf)),
    }
  })
}

function toReview({ at, reviewedBy, result, note }: ReviewRecord, nameOf: (id: string) => string) {
  return { at, byName: nameOf(reviewedBy), result, note }
}
