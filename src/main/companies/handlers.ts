import type { BusinessLoyalty, CaseBusiness, CompanyView, TravellerView } from '../../shared/companies/contract.ts'
import { found, refuse } from '../../shared/failure.ts'
import type { CaseId, MemberId } from '../../shared/ids.ts'
import { loyaltyOf } from '../../shared/members/loyalty.ts'
import { DESK_ZONE } from '../../shared/time.ts'
import { openRow } from '../cases/case-file.ts'
import { familyOf } from '../duplicates/links.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { mustNotBeInKnowledge } from '../knowledge/company-rules.ts'
import { churnOf } from '../rules/business-churn.ts'
import { addMonths } from '../rules/days.ts'
import { maskValue } from '../rules/masking.ts'
import { dayAt, momentOf } from '../rules/zone.ts'
import { factsOf } from '../wishes/facts.ts'
import {
  businessOf,
  type CompanyRecord,
  countTravellers,
  findByName,
  findCompany,
  findMemberName,
  insertCompany,
  listCompanies,
  saveBusiness,
  saveTraveller,
  travellersOf,
  updateCompany,
  wereActive,
} from './queries.ts'
import { adviceAnswered, advices, advise, cases, figures } from './tracking.ts'

const YEAR = 12

export const companies: FeatureHandlers<'companies'> = {
  list: async (ctx, { after, limit }) => {
    const rows = await listCompanies(ctx.db, after, limit + 1)
    const shown = rows.slice(0, limit)
    return { rows: await toViews(ctx, shown), next: rows.length > limit ? (shown.at(-1)?.name ?? null) : null }
  },

  save: async (ctx, { id, phone, ...input }) => {
    const twin = await findByName(ctx.db, input.name)
    if (twin && twin.id !== id) refuse('company-name-taken', { name: input.name })
    const before = id === undefined ? undefined : found(await findCompany(ctx.db, id), 'company')
    const isSaidAnew = before?.travelRules !== input.travelRules || before.name !== input.name
    if (input.travelRules !== '' && isSaidAnew) await mustNotBeInKnowledge(ctx.db, input.name)
    if (id !== undefined) {
      const { phone: old } = found(before, 'company')
      await updateCompany(ctx.db, id, { ...input, phone: phone ?? old, updatedAt: ctx.now })
      return one(ctx, id)
    }
    const row = { ...input, id: ctx.newId(), phone: phone ?? '', createdAt: ctx.now, createdBy: ctx.actor.id }
    await insertCompany(ctx.db, { ...row, updatedAt: ctx.now })
    return one(ctx, row.id)
  },

  travellers: async (ctx, { id }) => {
    found(await findCompany(ctx.db, id), 'company')
    return travellers(ctx, id)
  },

  setTraveller: async (ctx, { id, memberId, role, fromDay, endedDay }) => {
    found(await findCompany(ctx.db, id), 'company')
    found(await findMemberName(ctx.db, memberId), 'member')
    ctx.subject({ memberId })
    if (endedDay !== null && endedDay < fromDay) refuse('traveller-ends-before-start')
    await saveTraveller(ctx.db, { id: ctx.newId(), companyId: id, memberId, role, fromDay, endedDay })
    return travellers(ctx, id)
  },

  ofCase: async (ctx, { caseId }) => {
    await openRow(ctx, caseId)
    return businessView(ctx, caseId)
  },

  attach: async (ctx, { caseId, companyId, travellerId, travellerName, orderNo }) => {
    await openRow(ctx, caseId)
    if (companyId === null && travellerId === null && travellerName === '' && orderNo === '')
      refuse('business-nothing-said')
    if (companyId !== null) found(await findCompany(ctx.db, companyId), 'company')
    const member = travellerId === null ? null : found(await findMemberName(ctx.db, travellerId), 'member')
    ctx.note({ before: (await businessOf(ctx.db, caseId)) ?? null })
    await saveBusiness(ctx.db, {
      ...{ caseId, companyId, travellerId, orderNo, travellerName: travellerName || (member?.name ?? '') },
      ...{ attachedAt: ctx.now, attachedBy: ctx.actor.id },
    })
    return businessView(ctx, caseId)
  },

  loyalty: async (ctx) => {
    const standings: BusinessLoyalty['companies'] = []
    let after = ''
    for (;;) {
      const page = await listCompanies(ctx.db, after, 200)
      for (const company of page) {
        ctx.signal.throwIfAborted()
        standings.push(await standingOf(ctx, company))
        ctx.progress(standings.length, null)
      }
      after = page.at(-1)?.name ?? ''
      if (page.length < 200) return churnOf(standings)
    }
  },

  cases,
  figures,
  advices,
  advise,
  adviceAnswered,
}

async function standingOf(ctx: Ctx, { id, name }: CompanyRecord): Promise<BusinessLoyalty['companies'][number]> {
  const all = await travellersOf(ctx.db, id)
  const ids = all.map(({ memberId }) => memberId)
  const today = dayAt(DESK_ZONE, ctx.now)
  const yearAgo = momentOf(DESK_ZONE, addMonths(today, -YEAR), 0)
  const scores: number[] = []
  for (const { memberId } of all.filter(({ endedDay }) => endedDay === null)) {
    const { loyalty } = await factsOf(ctx.db, await familyOf(ctx.db, memberId), ctx.now)
    scores.push(loyaltyOf(loyalty).score)
  }
  return {
    ...{ id, name, travellers: scores.length },
    wasActive: await wereActive(ctx.db, ids, momentOf(DESK_ZONE, addMonths(today, -2 * YEAR), 0), yearAgo),
    isActive: await wereActive(ctx.db, ids, yearAgo, ctx.now),
    loyalty: scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length,
  }
}

async function toViews(ctx: Ctx, rows: readonly CompanyRecord[]): Promise<CompanyView[]> {
  const counts = await countTravellers(
    ctx.db,
    rows.map(({ id }) => id),
  )
  return rows.map(({ id, name, contact, phone, travelRules }) => ({
    ...{ id, name, contact, travelRules },
    maskedPhone: maskValue('phone', phone),
    travellers: counts.get(id) ?? 0,
  }))
}

async function one(ctx: Ctx, id: string): Promise<CompanyView> {
  const [view] = await toViews(ctx, [found(await findCompany(ctx.db, id), 'company')])
  return found(view, 'company')
}

async function travellers(ctx: Ctx, id: string): Promise<TravellerView[]> {
  return (await travellersOf(ctx.db, id)).map(({ cardNo, memberId, ...row }) => ({
    ...row,
    card: cardNo,
    memberId: memberId as MemberId,
  }))
}

async function businessView(ctx: Ctx, caseId: CaseId): Promise<CaseBusiness> {
  const row = await businessOf(ctx.db, caseId)
  if (!row) return { company: null, travellerId: null, travellerName: '', orderNo: '' }
  return {
    company: row.companyId === null ? null : await one(ctx, row.companyId),
    travellerId: row.travellerId as MemberId | null,
    travellerName: row.travellerName,
    orderNo: row.orderNo,
  }
}
