import { found } from '../../shared/failure.ts'
import type { CaseId } from '../../shared/ids.ts'
import type { CasePartner, SupplierRow } from '../../shared/partners/model.ts'
import { compareSuppliers, complaintsAbout } from '../../shared/partners/rules.ts'
import { type Day, DESK_ZONE } from '../../shared/time.ts'
import { namesOf, openRow } from '../cases/case-file.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { suppliersAtFault } from '../liability/at-fault.ts'
import { addDays } from '../rules/days.ts'
import { dayAt, momentOf } from '../rules/zone.ts'
import { giveTodo } from '../todos/give.ts'
import { findPartner, partnerNames } from './directory.ts'
import { attachCase, casePartners, complaintsBetween, insertRating, ratingsBetween } from './quality-queries.ts'
import type { PartnerRecord } from './queries.ts'

type Calls = Pick<FeatureHandlers<'partners'>, 'ofCase' | 'attach' | 'rate' | 'quality'>

/** A rating of so many points of five is told to the person who looks after the partner. */
const POOR = 2

/** S4-16 S4-30: who did what how well, by ratings and complaints; what is poor reaches the person responsible. */
export const quality: Calls = {
  ofCase: async (ctx, { caseId }) => {
    await openRow(ctx, caseId)
    return ofCase(ctx, caseId)
  },

  attach: async (ctx, { caseId, partnerId, item }) => {
    const matter = await openRow(ctx, caseId)
    const partner = found(await findPartner(ctx.db, partnerId), 'partner')
    const isNew = await attachCase(ctx.db, {
      ...{ caseId, partnerId, item, day: dayAt(DESK_ZONE, matter.receivedAt), at: ctx.now, byId: ctx.actor.id },
    })
    if (isNew && matter.kind === 'complaint' && matter.isRestricted === 0)
      await tell(ctx, partner, matter.title, caseId)
    return ofCase(ctx, caseId)
  },

  rate: async (ctx, { partnerId, item, points, remark, caseId, day }) => {
    const partner = found(await findPartner(ctx.db, partnerId), 'partner')
    if (caseId !== null) await openRow(ctx, caseId)
    const recorded = { recordedAt: ctx.now, recordedBy: ctx.actor.id }
    await insertRating(ctx.db, { ...{ partnerId, item, points, remark, caseId, day }, ...recorded, id: ctx.newId() })
    const told = points <= POOR && (await tell(ctx, partner, `${points}/5 ${remark}`.trim(), null))
    return { told }
  },

  quality: (ctx, { fromDay, toDay }) => suppliersBetween(ctx, fromDay, toDay),
}

/** What customers said of suppliers from one day to another, the weakest first. */
export async function suppliersBetween(ctx: Ctx, fromDay: Day, toDay: Day): Promise<SupplierRow[]> {
  const ratings = await ratingsBetween(ctx.db, fromDay, toDay)
  const atFault = await suppliersAtFault(
    ctx.db,
    momentOf(DESK_ZONE, fromDay, 0),
    momentOf(DESK_ZONE, addDays(toDay, 1), 0) - 1,
  )
  const complaints = complaintsAbout(await complaintsBetween(ctx.db, fromDay, toDay), atFault)
  const rows = compareSuppliers(ratings, complaints)
  const names = await partnerNames(
    ctx.db,
    rows.map(({ partnerId }) => partnerId),
  )
  return rows.map((row) => ({ ...row, partnerName: names.get(row.partnerId) ?? '' }))
}

/** S4-30: puts it on the list of whoever looks after the partner, unless that is the person who wrote it down. */
async function tell(
  ctx: Ctx,
  { name, ownerId }: PartnerRecord,
  detail: string,
  caseId: CaseId | null,
): Promise<boolean> {
  if (ownerId === ctx.actor.id) return false
  await giveTodo(ctx, { userId: ownerId, source: 'given', title: name, detail, caseId })
  return true
}

async function ofCase(ctx: Ctx, caseId: CaseId): Promise<CasePartner[]> {
  const rows = await casePartners(ctx.db, caseId)
  const partnersBy = await partnerNames(
    ctx.db,
    rows.map(({ partnerId }) => partnerId),
  )
  const people = await namesOf(
    ctx.db,
    rows.map(({ byId }) => byId),
  )
  return rows.map(({ partnerId, item, at, byId }) => ({
    ...{ caseId, partnerId, item, at },
    partnerName: partnersBy.get(partnerId) ?? '',
    byName: people.get(byId) ?? '',
  }))
}
