import { found, must } from '../../shared/failure.ts'
import type { CaseId, MemberId } from '../../shared/ids.ts'
import {
  BREAK_GLASS_FOR,
  canAuthorise,
  canBreakGlass,
  canEndRight,
  canOpenMember,
  canReview,
  nextReviewAt,
  stateOfAuthorisation,
} from '../../shared/trust/right-rules.ts'
import { findCase, scopeOf } from '../cases/case-file.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { isReached, memberScopeOf } from '../members/reach.ts'
import { findUserById } from '../users/queries.ts'
import {
  type AuthorisationRecord,
  caseFactsByNumber,
  dueForReview,
  findAuthorisation,
  findMemberId,
  insertAuthorisation,
  insertReview,
  listAuthorisations,
  reviewsOf,
  updateAuthorisation,
} from './right-queries.ts'
import { toAuthorisations } from './right-views.ts'
import { readTrust } from './settings.ts'

/** S3-129 S3-130: rights for a time, each with giver, receiver, reason and end; reviewed while they run. */
export const authorisations: FeatureHandlers<'authorisations'> = {
  list: async (ctx, { isPastToo }) => {
    const isManager = ctx.actor.role === 'manager'
    const listed = await listAuthorisations(ctx.db, isManager ? null : ctx.actor.id, isPastToo ? 0 : ctx.now)
    const due = isManager ? await dueForReview(ctx.db, ctx.now) : []
    const rows = new Map([...due, ...listed].map((row) => [row.id, row]))
    const shown = [...rows.values()].filter((row) => isPastToo || row.endedAt === null || row.reviewAt !== null)
    return toAuthorisations(ctx, shown)
  },

  give: async (ctx, { userId, right, caseNumber, fromAt, untilAt, reason }) => {
    const receiver = found(await findUserById(ctx.db, userId), 'user')
    const from = fromAt ?? ctx.now
    const matter = caseNumber === '' ? null : found(await caseFactsByNumber(ctx.db, caseNumber.toUpperCase()), 'case')
    const giving = {
      giver: { id: ctx.actor.id, isActing: isActing(ctx) },
      receiver: { id: userId, role: receiver.role, isActive: receiver.status === 'active' },
      matter: matter && { isRestricted: matter.isRestricted === 1 },
      ...{ right, fromAt: from, untilAt },
    }
    must(canAuthorise(giving, ctx.now))
    const { reviewDays } = await readTrust(ctx.db)
    return save(ctx, {
      ...{ kind: right, userId, caseId: matter?.id ?? null, memberId: null, reason, fromAt: from, untilAt },
      reviewAt: nextReviewAt(from, reviewDays, untilAt),
    })
  },

  end: async (ctx, { id, reason }) => {
    const row = found(await findAuthorisation(ctx.db, id), 'authorisation')
    must(canEndRight(stateOfAuthorisation(row, ctx.now)))
    ctx.note({ userId: row.userId, kind: row.kind })
    await updateAuthorisation(ctx.db, id, ended(ctx, reason))
    return view(ctx, id)
  },

  /** S3-130: a running right is looked at again and again; an emergency is judged once. */
  review: async (ctx, { id, result, note }) => {
    const row = found(await findAuthorisation(ctx.db, id), 'authorisation')
    const reviewed = (await reviewsOf(ctx.db, [id])).length > 0
    const state = stateOfAuthorisation(row, ctx.now)
    const { kind, userId } = row
    must(canReview({ kind, userId, reviewed, state }, ctx.actor.id, result))
    await insertReview(ctx.db, {
      ...{ id: ctx.newId(), authorisationId: id, at: ctx.now, reviewedBy: ctx.actor.id, result, note },
    })
    const { reviewDays } = await readTrust(ctx.db)
    const reviewAt = result === 'keep' ? nextReviewAt(ctx.now, reviewDays, row.untilAt) : null
    await updateAuthorisation(ctx.db, id, result === 'end' ? ended(ctx, note) : { reviewAt })
    return view(ctx, id)
  },

  /** S3-129: whoever must act at once opens one restricted case for an hour; every manager is told and one reviews it. */
  breakGlass: async (ctx, { caseNumber, reason }) => {
    const row = found(await caseFactsByNumber(ctx.db, caseNumber.toUpperCase()), 'case')
    const seen = await findCase(ctx.db, scopeOf(ctx), row.id as CaseId)
    must(canBreakGlass(seen !== undefined, row.isRestricted === 1, reason))
    ctx.subject({ caseId: row.id as CaseId, memberId: row.memberId as MemberId | null })
    const untilAt = ctx.now + BREAK_GLASS_FOR
    await save(ctx, {
      ...{ kind: 'breakGlass', userId: ctx.actor.id, caseId: row.id, memberId: null, reason },
      ...{ fromAt: ctx.now, untilAt, reviewAt: ctx.now },
    })
    return { caseId: row.id as CaseId, untilAt }
  },

  /** S3-129: the same for the file of a member who is not among one's own. */
  openMember: async (ctx, { memberId, reason }) => {
    found(await findMemberId(ctx.db, memberId), 'member')
    ctx.subject({ memberId })
    must(canOpenMember(await isReached(ctx.db, memberScopeOf(ctx), memberId), reason))
    const untilAt = ctx.now + BREAK_GLASS_FOR
    await save(ctx, {
      ...{ kind: 'breakGlass', userId: ctx.actor.id, caseId: null, memberId, reason },
      ...{ fromAt: ctx.now, untilAt, reviewAt: ctx.now },
    })
    return { untilAt }
  },
}

/** Whether somebody acts in a role that is not the own one. */
const isActing = ({ actor }: Ctx) => actor.role !== 'system' && (actor.authorised?.ownRole ?? actor.role) !== actor.role

type Given = Pick<
  AuthorisationRecord,
  'kind' | 'userId' | 'caseId' | 'memberId' | 'reason' | 'fromAt' | 'untilAt' | 'reviewAt'
>

async function save(ctx: Ctx, given: Given) {
  const id = ctx.newId()
  const made = { givenBy: ctx.actor.id, givenAt: ctx.now, endedAt: null, endedBy: null, endReason: null }
  await insertAuthorisation(ctx.db, { ...given, ...made, id })
  return view(ctx, id)
}

const ended = (ctx: Ctx, endReason: string) => ({
  ...{ endedAt: ctx.now, endedBy: ctx.actor.id, endReason, reviewAt: null },
})

async function view(ctx: Ctx, id: string) {
  const row = found(await findAuthorisation(ctx.db, id), 'authorisation')
  const [one] = await toAuthorisations(ctx, [row])
  return found(one, 'authorisation')
}
