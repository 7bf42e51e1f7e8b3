import { found } from '../../shared/failure.ts'
import type { UserId } from '../../shared/ids.ts'
import type { FactView, PartnerFile, PartnerRow, WorkView } from '../../shared/partners/model.ts'
import { namesOf } from '../cases/case-file.ts'
import type { Ctx } from '../engine/handler.ts'
import { todayOf } from '../improvements/views.ts'
import { findPartner } from './directory.ts'
import {
  contactsOf,
  entriesOf,
  type FactRecord,
  factsOf,
  openWork,
  type PartnerRecord,
  type WorkRecord,
  workOf,
} from './queries.ts'

/** Partners with what is open between them and the desk. */
export async function toRows(ctx: Ctx, records: readonly PartnerRecord[]): Promise<PartnerRow[]> {
  const ids = records.map(({ id }) => id)
  const today = todayOf(ctx)
  const work = Map.groupBy(await openWork(ctx.db), ({ partnerId }) => partnerId)
  const facts = Map.groupBy(await factsOf(ctx.db, ids), ({ partnerId }) => partnerId)
  const names = await namesOf(
    ctx.db,
    records.map(({ ownerId }) => ownerId),
  )
  return records.map(({ id, kind, name, cooperation, ownerId, state }) => ({
    ...{ id, kind, name, cooperation, state },
    ownerId: ownerId as UserId,
    ownerName: names.get(ownerId) ?? '',
    openWork: (work.get(id) ?? []).length,
    overdueWork: (work.get(id) ?? []).filter(({ dueDay }) => dueDay < today).length,
    unverified: (facts.get(id) ?? []).filter((fact) => fact.state === 'unverified').length,
  }))
}

/** S3-125 S4-83: one partner with contacts, shared work and what it told us. */
export async function toFile(ctx: Ctx, id: string): Promise<PartnerFile> {
  const [row] = await toRows(ctx, [found(await findPartner(ctx.db, id), 'partner')])
  const contacts = await contactsOf(ctx.db, id)
  return {
    ...found(row, 'partner'),
    contacts: contacts.map(({ id: contactId, name, post, phone, email }) => ({
      id: contactId,
      ...{ name, post, phone, email },
    })),
    work: await toWork(ctx, await workOf(ctx.db, [id])),
    facts: await toFacts(ctx, await factsOf(ctx.db, [id])),
  }
}

async function toWork(ctx: Ctx, records: readonly WorkRecord[]): Promise<WorkView[]> {
  const entries = await entriesOf(
    ctx.db,
    records.map(({ id }) => id),
  )
  const names = await namesOf(ctx.db, [...records.map(({ ownerId }) => ownerId), ...entries.map(({ byId }) => byId)])
  const today = todayOf(ctx)
  const views = records.map(({ id, title, ownerId, dueDay, state }) => ({
    ...{ id, title, dueDay, state },
    ownerId: ownerId as UserId,
    ownerName: names.get(ownerId) ?? '',
    isOverdue: isGoing(state) && dueDay < today,
    entries: entries
      .filter(({ workId }) => workId === id)
      .map((entry) => ({ at: entry.at, byName: names.get(entry.byId) ?? '', state: entry.state, text: entry.text })),
  }))
  return views.sort((a, b) => Number(isGoing(b.state)) - Number(isGoing(a.state)))
}

const isGoing = (state: WorkRecord['state']) => state === 'open' || state === 'waiting'

async function toFacts(ctx: Ctx, records: readonly FactRecord[]): Promise<FactView[]> {
  const names = await namesOf(
    ctx.db,
    records.flatMap(({ recordedBy, verifiedBy }) => [recordedBy, verifiedBy]),
  )
  return records.map(({ partnerId: _, recordedBy, verifiedBy, ...rest }) => ({
    ...rest,
    isOwn: recordedBy === ctx.actor.id,
    recordedByName: names.get(recordedBy) ?? '',
    verifiedByName: verifiedBy === null ? null : (names.get(verifiedBy) ?? ''),
  }))
}
