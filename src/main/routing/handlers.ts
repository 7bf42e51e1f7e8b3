import { found, must, Refusal, refuse } from '../../shared/failure.ts'
import type { CaseId } from '../../shared/ids.ts'
import type { CaseRouting } from '../../shared/routing/contract.ts'
import { LANGUAGES } from '../../shared/routing/words.ts'
import { MINUTE } from '../../shared/time.ts'
import { type CaseRecord, casesByIds, expectSeq, fileOf, openFile, openRow, viewerOf } from '../cases/case-file.ts'
import { record } from '../cases/record.ts'
import { mustOfferDesks } from '../classes/offered.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { canWorkOn } from '../rules/case-hand.ts'
import { canBeAsked } from '../rules/subtask.ts'
import { findUserById } from '../users/queries.ts'
import { isRoutedByDesk, routeCase } from './decide.ts'
import {
  findNotice,
  insertNotice,
  markNoticesSeen,
  noticesFor,
  noticesOf,
  noticeViews,
  updateNotice,
} from './notice-store.ts'
import { findSkill, handlerViews, insertSkill, profileOf, saveProfile, standingSkills, updateSkill } from './people.ts'
import { ownerlessComplaints, routingsOf, saveSweptAt, sweptAt, waitingCases } from './routing-store.ts'

/** The desk looks again for people so often, as long as a complaint waits for one. */
const SWEEP_EVERY = 10 * MINUTE

export const routing: FeatureHandlers<'routing'> = {
  handlers: async ({ db, now }) => handlerViews(db, now),

  setHandler: async (ctx, { userId, ...profile }) => {
    must(canBeAsked(found(await findUserById(ctx.db, userId), 'user')))
    const { department, maxOpen, shiftDays, shiftFrom, shiftTo } = await profileOf(ctx.db, userId)
    await mustOfferDesks(ctx.db, [profile.department], { before: [department] })
    ctx.note({ before: { department, maxOpen, shiftDays, shiftFrom, shiftTo } })
    await saveProfile(ctx.db, userId, profile, ctx.now)
    return handlerViews(ctx.db, ctx.now)
  },

  setPresence: async (ctx, { userId, presence, until }) => {
    if (ctx.actor.role === 'agent' && userId !== ctx.actor.id) throw new Refusal({ code: 'FORBIDDEN' })
    if (until !== null && until <= ctx.now) refuse('presence-in-past')
    must(canBeAsked(found(await findUserById(ctx.db, userId), 'user')))
    const presenceUntil = presence === 'away' ? until : null
    await saveProfile(ctx.db, userId, { presence, presenceUntil }, ctx.now)
    return { presence, until: presenceUntil }
  },

  grantSkill: async (ctx, { userId, kind, code: given, validUntil, evidence }) => {
    must(canBeAsked(found(await findUserById(ctx.db, userId), 'user')))
    const code = kind === 'language' || kind === 'category' ? given : ''
    if (kind === 'language' && !LANGUAGES.some((one) => one === code)) refuse('skill-code')
    if (kind === 'category' && code === '') refuse('skill-code')
    const held = await standingSkills(ctx.db, userId)
    const known = held.find((skill) => skill.kind === kind && skill.code === code)
    // A qualification that is renewed replaces the one that runs out.
    const ended = { revokedAt: ctx.now, revokedBy: ctx.actor.id, revokeReason: evidence }
    if (known) await updateSkill(ctx.db, known.id, ended)
    await insertSkill(ctx.db, {
      id: ctx.newId(),
      ...{ userId, kind, code, validUntil, evidence, grantedAt: ctx.now, grantedBy: ctx.actor.id },
      ...{ revokedAt: null, revokedBy: null, revokeReason: null },
    })
    return handlerViews(ctx.db, ctx.now)
  },

  revokeSkill: async (ctx, { id, reason }) => {
    const skill = found(await findSkill(ctx.db, id), 'skill')
    if (skill.revokedAt !== null) refuse('skill-gone')
    await updateSkill(ctx.db, id, { revokedAt: ctx.now, revokedBy: ctx.actor.id, revokeReason: reason })
    return handlerViews(ctx.db, ctx.now)
  },

  show: async (ctx, { id }) => toView(ctx, await openRow(ctx, id)),

  route: async (ctx, { id, expectedSeq }) => {
    const file = await openFile(ctx, id)
    expectSeq(file, expectedSeq)
    const { row } = file
    must(canWorkOn(viewerOf(ctx), { ownerId: row.ownerId, isOpen: row.isOpen === 1 }))
    if (!(await isRoutedByDesk(ctx.db, row))) refuse('routing-off')
    return toView(ctx, (await routeCase(ctx, file, 'asked')).row)
  },

  sweep: async (ctx) => {
    await saveSweptAt(ctx.db, ctx.now)
    const ids = [...new Set([...(await waitingCases(ctx.db)), ...(await ownerlessComplaints(ctx.db))])]
    let routed = 0
    for (const row of await casesByIds(ctx.db, ids)) {
      if (!(await isRoutedByDesk(ctx.db, row))) continue
      ctx.signal.throwIfAborted()
      const { row: after } = await routeCase(ctx, await fileOf(ctx, row), 'swept')
      routed += after.ownerId === row.ownerId ? 0 : 1
    }
    ctx.note({ looked: ids.length, routed })
    return { looked: ids.length, routed }
  },

  nextSweep: async ({ db, now }) => {
    const waits = (await waitingCases(db)).length > 0 || (await ownerlessComplaints(db)).length > 0
    const last = await sweptAt(db)
    return { at: waits ? (last === null ? now : last + SWEEP_EVERY) : null }
  },

  tell: async (ctx, { id, department, personId, text, expectedSeq }) => {
    const file = await openFile(ctx, id)
    expectSeq(file, expectedSeq)
    must(canWorkOn(viewerOf(ctx), { ownerId: file.row.ownerId, isOpen: file.row.isOpen === 1 }))
    if (personId !== null) must(canBeAsked(found(await findUserById(ctx.db, personId), 'user')))
    await mustOfferDesks(ctx.db, [department])
    const notice = await insertNotice(ctx, { caseId: id, kind: 'responsible', department, personId, text })
    const data = { act: 'told', noticeId: notice.id, department, personId, text }
    return toView(ctx, (await record(ctx, file, { kind: 'routed', data, row: { department } })).row)
  },

  notices: async (ctx, { withSeen, limit }) => {
    const { id } = ctx.actor
    const { department } = await profileOf(ctx.db, id)
    const rows = await noticesFor(ctx.db, { id, department }, withSeen, limit)
    const fresh = rows.filter(({ seenAt }) => seenAt === null).map((row) => row.id)
    await markNoticesSeen(ctx.db, fresh, id, ctx.now)
    const seen = { seenAt: ctx.now, seenBy: id }
    return noticeViews(
      ctx,
      rows.map((row) => (row.seenAt === null ? { ...row, ...seen } : row)),
    )
  },

  unread: async ({ db, actor: { id } }) => {
    const { department } = await profileOf(db, id)
    return { count: (await noticesFor(db, { id, department }, false, 200)).length }
  },

  answer: async (ctx, { id, text }) => {
    const notice = found(await findNotice(ctx.db, id), 'notice')
    const isTheirs =
      notice.personId === ctx.actor.id ||
      (notice.personId === null && (await profileOf(ctx.db, ctx.actor.id)).department === notice.department)
    if (!isTheirs) refuse('notice-not-yours')
    if (notice.answer !== null) refuse('notice-answered')
    const seen = notice.seenAt === null ? { seenAt: ctx.now, seenBy: ctx.actor.id } : {}
    const change = { answer: text, answeredAt: ctx.now, ...seen }
    await updateNotice(ctx.db, id, change)
    const [row] = await casesByIds(ctx.db, [notice.caseId])
    const file = await fileOf(ctx, found(row, 'case'))
    ctx.subject({ caseId: notice.caseId as CaseId })
    await record(ctx, file, { kind: 'routed', data: { act: 'answered', noticeId: id, of: notice.kind, text } })
    const [view] = await noticeViews(ctx, [{ ...notice, ...change }])
    return found(view, 'notice')
  },
}

async function toView(ctx: Ctx, row: CaseRecord): Promise<CaseRouting> {
  const may = canWorkOn(viewerOf(ctx), { ownerId: row.ownerId, isOpen: row.isOpen === 1 }).allowed
  return {
    caseId: row.id as CaseId,
    lastSeq: row.lastSeq,
    department: row.department,
    severity: row.severity,
    isComplex: row.isComplex === 1,
    routings: await routingsOf(ctx.db, row.id),
    notices: await noticeViews(ctx, await noticesOf(ctx.db, row.id)),
    mayRoute: may && (await isRoutedByDesk(ctx.db, row)),
  }
}
