import type { ContactChannel } from '../../shared/cases/axes.ts'
import type { CaseId, UserId } from '../../shared/ids.ts'
import type { FindingView, LiabilityView, MeasureView, Share } from '../../shared/liability/model.ts'
import type { Ground, Opinion } from '../../shared/liability/words.ts'
import { type CaseFile, namesOf, viewerOf } from '../cases/case-file.ts'
import type { Ctx } from '../engine/handler.ts'
import { partnerNames } from '../partners/directory.ts'
import { canWorkOn } from '../rules/case-hand.ts'
import { canReviewFinding } from '../rules/liability.ts'
import type { Row } from '../store/types.ts'
import * as store from './queries.ts'

type Names = ReadonlyMap<string, string>
const nameOf = (names: Names, id: string | null) => (id === null ? null : (names.get(id) ?? null))

export const authorsOf = ({ authorIds }: Pick<store.FindingRecord, 'authorIds'>): string[] => JSON.parse(authorIds)

/** The question of fault of a case as it is now. */
export async function toView(ctx: Ctx, { row }: CaseFile): Promise<LiabilityView> {
  const { db } = ctx
  const versions = await store.versionsOf(db, row.id)
  const ids = versions.map(({ id }) => id)
  const [shares, grounds] = [await store.sharesOf(db, ids), await store.groundsOf(db, ids)]
  const measures = await store.measuresOf(db, row.id)
  const partners = await partnerNames(
    db,
    shares.flatMap(({ partnerId }) => partnerId ?? []),
  )
  const names = await namesOf(db, [
    ...versions.flatMap((one) => [...authorsOf(one), one.reviewerId, one.finalBy]),
    ...measures.flatMap((one) => [one.responsibleId, one.createdBy, one.doneBy, one.verifiedBy]),
  ])
  const viewer = viewerOf(ctx)
  const [newest] = versions
  return {
    caseId: row.id as CaseId,
    lastSeq: row.lastSeq,
    versions: versions.map((one) =>
      toFinding(
        one,
        shares.filter(({ liabilityId }) => liabilityId === one.id),
        grounds.filter(({ liabilityId }) => liabilityId === one.id).map(({ ground }) => ground as Ground),
        { names, partners },
      ),
    ),
    measures: measures.map((one) => toMeasure(one, names)),
    may: {
      draft: canWorkOn(viewer, { ownerId: row.ownerId, isOpen: row.isOpen === 1 }).allowed,
      review: newest?.status === 'review' && canReviewFinding(viewer, authorsOf(newest)).allowed,
      verify: viewer.role !== 'agent',
    },
  }
}

export function toShare({ kind, department, name, percent, partnerId }: Row<'liabilityShares'>): Share {
  return { kind, department, name, percent, partnerId }
}

function toFinding(
  row: store.FindingRecord,
  shares: readonly Row<'liabilityShares'>[],
  grounds: Ground[],
  { names, partners }: { names: Names; partners: Names },
): FindingView {
  const { id, version, status, matter, party, facts, basis, evidence, reason, createdAt, submittedAt } = row
  const { reviewedAt, reviewNote, opinionText, opinionAt, finalAt } = row
  return {
    ...{ id, version, status, matter, party, facts, basis, evidence, reason, createdAt, submittedAt },
    ...{ reviewedAt, reviewNote, opinionText, opinionAt, finalAt, grounds },
    shares: shares.map(toShare),
    partnerNames: Object.fromEntries(
      shares.flatMap(({ partnerId }) => (partnerId === null ? [] : [[partnerId, partners.get(partnerId) ?? '']])),
    ),
    authorNames: authorsOf(row).map((author) => names.get(author) ?? ''),
    reviewerName: nameOf(names, row.reviewerId),
    opinion: row.opinion as Opinion | null,
    opinionChannel: row.opinionChannel as ContactChannel | null,
    finalByName: nameOf(names, row.finalBy),
  }
}

export function toMeasure(row: store.MeasureRecord, names: Names): MeasureView {
  const { id, kind, text, person, dueAt, createdAt, doneAt, doneText, verifiedAt, verifiedText } = row
  return {
    ...{ id, kind, text, person, dueAt, createdAt, doneAt, doneText, verifiedAt, verifiedText },
    department: row.department,
    responsibleId: row.responsibleId as UserId | null,
    responsibleName: nameOf(names, row.responsibleId),
    createdByName: names.get(row.createdBy) ?? '',
    doneById: row.doneBy as UserId | null,
    doneByName: nameOf(names, row.doneBy),
    verifiedByName: nameOf(names, row.verifiedBy),
  }
}
