import { found, must, refuse } from '../../shared/failure.ts'
import type { CaseId } from '../../shared/ids.ts'
import { expectSeq, openFile, viewerOf } from '../cases/case-file.ts'
import { record } from '../cases/record.ts'
import { mustOfferDesks } from '../classes/offered.ts'
import type { FeatureHandlers } from '../engine/handler.ts'
import { canAddTo } from '../rules/case-hand.ts'
import { canReportMeasure, canVerifyMeasure, checkMeasure } from '../rules/liability.ts'
import { findUserById } from '../users/queries.ts'
import * as store from './queries.ts'
import { toView } from './views.ts'

type Calls = FeatureHandlers<'liability'>

/** S2-91..93 S2-95 S2-96: what follows from a finding, while the case is open and after. */
export const measure: Calls['measure'] = async (ctx, { id, expectedSeq, ...said }) => {
  const file = await openFile(ctx, id)
  expectSeq(file, expectedSeq)
  must(canAddTo(viewerOf(ctx), file.row))
  const [newest] = await store.versionsOf(ctx.db, id)
  if (!newest || newest.reviewedAt === null) refuse('measure-too-early')
  must(checkMeasure(said, { now: ctx.now, party: newest.party }))
  await mustOfferDesks(ctx.db, [said.department])
  const { responsibleId } = said
  if (responsibleId !== null) {
    const user = found(await findUserById(ctx.db, responsibleId), 'user')
    if (user.status !== 'active' || user.role === 'admin') refuse('case-not-a-handler')
  }
  const open = { doneAt: null, doneBy: null, doneText: null, verifiedAt: null, verifiedBy: null, verifiedText: null }
  const measureId = ctx.newId()
  await store.insertMeasure(ctx.db, {
    ...{ id: measureId, caseId: id, createdAt: ctx.now, createdBy: ctx.actor.id },
    ...said,
    ...open,
  })
  return toView(ctx, await record(ctx, file, { kind: 'liability', data: { act: 'measure', measureId, ...said } }))
}

/** S2-93: who carried a rectification out says how. */
export const measureDone: Calls['measureDone'] = async (ctx, { measureId, text }) => {
  const row = found(await store.findMeasure(ctx.db, measureId), 'measure')
  const file = await openFile(ctx, row.caseId as CaseId)
  const { id, role } = viewerOf(ctx)
  if (row.responsibleId !== id) must(canAddTo({ id, role }, file.row))
  must(canReportMeasure(row))
  await store.updateMeasure(ctx.db, measureId, { doneAt: ctx.now, doneBy: id, doneText: text })
  return toView(ctx, await record(ctx, file, { kind: 'liability', data: { act: 'measureDone', measureId, text } }))
}

/** S2-94: another person looks whether it was carried out; what had no effect is open again. */
export const verify: Calls['verify'] = async (ctx, { measureId, isEffective, text }) => {
  const row = found(await store.findMeasure(ctx.db, measureId), 'measure')
  const file = await openFile(ctx, row.caseId as CaseId)
  must(canVerifyMeasure(viewerOf(ctx), row))
  const verified = { verifiedBy: ctx.actor.id, verifiedText: text }
  const to = isEffective
    ? { ...verified, verifiedAt: ctx.now }
    : { ...verified, doneAt: null, doneBy: null, verifiedAt: null }
  await store.updateMeasure(ctx.db, measureId, to)
  const data = { act: isEffective ? 'verified' : 'notEffective', measureId, text }
  return toView(ctx, await record(ctx, file, { kind: 'liability', data }))
}
