import { found, must, refuse } from '../../shared/failure.ts'
import { canMoveWork, canVerify } from '../../shared/partners/rules.ts'
import { PARTNER_STATES } from '../../shared/partners/words.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { mustBePeople } from '../improvements/propose.ts'
import { findPartner } from './directory.ts'
import { quality } from './quality.ts'
import {
  entriesOf,
  findContact,
  findFact,
  findPartnerByName,
  findWork,
  insertContact,
  insertEntry,
  insertFact,
  insertPartner,
  insertWork,
  listPartners,
  type PartnerRecord,
  setContactEnd,
  updateFact,
  updatePartner,
  updateWork,
} from './queries.ts'
import { sharing } from './share.ts'
import { toFile, toRows } from './views.ts'

export const partners: FeatureHandlers<'partners'> = {
  ...sharing,
  ...quality,

  list: async (ctx, { isEndedToo }) =>
    toRows(ctx, await listPartners(ctx.db, isEndedToo ? PARTNER_STATES : ['active', 'paused'])),

  show: (ctx, { id }) => toFile(ctx, id),

  save: async (ctx, { id, partner }) => {
    await mustBePeople(ctx, [partner.ownerId])
    const known = await findPartnerByName(ctx.db, partner.name)
    if (known && known.id !== id) refuse('partner-known', { name: partner.name })
    if (id !== null) {
      const { kind, name, cooperation, ownerId, state } = await load(ctx, id)
      ctx.note({ before: { kind, name, cooperation, ownerId, state } })
      await updatePartner(ctx.db, id, { ...partner, changedAt: ctx.now })
      return toFile(ctx, id)
    }
    const row = { ...partner, id: ctx.newId(), createdAt: ctx.now, createdBy: ctx.actor.id, changedAt: ctx.now }
    await insertPartner(ctx.db, row)
    return toFile(ctx, row.id)
  },

  addContact: async (ctx, { partnerId, contact }) => {
    await load(ctx, partnerId)
    const added = { addedAt: ctx.now, addedBy: ctx.actor.id, removedAt: null }
    await insertContact(ctx.db, { ...contact, ...added, id: ctx.newId(), partnerId })
    return toFile(ctx, partnerId)
  },

  removeContact: async (ctx, { id }) => {
    const { partnerId } = found(await findContact(ctx.db, id), 'partnerContact')
    await setContactEnd(ctx.db, id, ctx.now)
    return toFile(ctx, partnerId)
  },

  reinstateContact: async (ctx, { id }) => {
    const { partnerId } = found(await findContact(ctx.db, id), 'partnerContact')
    await setContactEnd(ctx.db, id, null)
    return toFile(ctx, partnerId)
  },

  /** S3-125: every step of shared work is written down with who and when. */
  addWork: async (ctx, { partnerId, title, text, ownerId, dueDay }) => {
    await load(ctx, partnerId)
    await mustBePeople(ctx, [ownerId])
    const row = { id: ctx.newId(), partnerId, title, ownerId, dueDay, state: 'open' } as const
    await insertWork(ctx.db, { ...row, createdAt: ctx.now, createdBy: ctx.actor.id, closedAt: null })
    const first = { workId: row.id, seq: 1, state: 'open', at: ctx.now, byId: ctx.actor.id } as const
    await insertEntry(ctx.db, { ...first, text: text === '' ? title : text })
    return toFile(ctx, partnerId)
  },

  moveWork: async (ctx, { id, state, text }) => {
    const work = found(await findWork(ctx.db, id), 'partnerWork')
    must(canMoveWork(work.state, state))
    const seq = (await entriesOf(ctx.db, [id])).length + 1
    await insertEntry(ctx.db, { workId: id, seq, state, text, at: ctx.now, byId: ctx.actor.id })
    const isEnded = state === 'done' || state === 'dropped'
    await updateWork(ctx.db, id, { state, closedAt: isEnded ? ctx.now : null })
    return toFile(ctx, work.partnerId)
  },

  addFact: async (ctx, { partnerId, ...said }) => {
    await load(ctx, partnerId)
    const recorded = { recordedAt: ctx.now, recordedBy: ctx.actor.id }
    const open = { state: 'unverified', method: null, verifyNote: '', verifiedAt: null, verifiedBy: null } as const
    await insertFact(ctx.db, { ...said, ...recorded, ...open, id: ctx.newId(), partnerId })
    return toFile(ctx, partnerId)
  },

  /** S4-83: who verified what a partner said, when and how. */
  verifyFact: async (ctx, { id, state, method, note }) => {
    const fact = found(await findFact(ctx.db, id), 'partnerFact')
    must(canVerify(fact, ctx.actor.id))
    const verified = { verifiedAt: ctx.now, verifiedBy: ctx.actor.id }
    await updateFact(ctx.db, id, { state, method, verifyNote: note, ...verified })
    return toFile(ctx, fact.partnerId)
  },
}

async function load(ctx: Ctx, id: string): Promise<PartnerRecord> {
  return found(await findPartner(ctx.db, id), 'partner')
}
