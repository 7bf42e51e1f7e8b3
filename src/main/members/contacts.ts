import { found, refuse } from '../../shared/failure.ts'
import type { MemberId } from '../../shared/ids.ts'
import type { FeatureHandlers } from '../engine/handler.ts'
import { checkContact } from '../rules/member-entry.ts'
import { normalizedContact } from '../rules/member-search.ts'
import type { Db } from '../store/types.ts'
import { findMember, listConsents } from './queries/file.ts'
import {
  countContacts,
  deleteContact,
  findContact,
  insertConsent,
  insertContact,
  insertSpend,
} from './queries/write.ts'
import { rejectIssues } from './refusals.ts'
import { toContact } from './rows.ts'

type Calls = Pick<FeatureHandlers<'members'>, 'addContact' | 'removeContact' | 'recordConsent' | 'recordSpend'>

const MOST_CONTACTS = 30

/** What hangs on a file: contacts, consent, spend. */
export const adding: Calls = {
  addContact: async (ctx, { id, kind, value, label, maySpeak }) => {
    const { db } = ctx
    await mustExist(db, id)
    ctx.subject({ memberId: id })
    rejectIssues(checkContact(kind, value, label))
    if ((await countContacts(db, id)) >= MOST_CONTACTS) refuse('too-many-contacts', { most: MOST_CONTACTS })
    const row = {
      id: ctx.newId(),
      memberId: id,
      kind,
      value,
      normalized: normalizedContact(kind, value),
      label,
      maySpeak: maySpeak ? 1 : 0,
    } as const
    await insertContact(db, row)
    return toContact(row)
  },

  removeContact: async (ctx, { id, contactId }) => {
    ctx.subject({ memberId: id })
    const { kind, value, label, maySpeak } = found(await findContact(ctx.db, id, contactId), 'contact')
    ctx.note({ before: { kind, value, label, maySpeak } })
    await deleteContact(ctx.db, contactId)
    return null
  },

  recordConsent: async (ctx, { id, purpose, given, channel }) => {
    const { db, now, actor } = ctx
    await mustExist(db, id)
    ctx.subject({ memberId: id })
    const before = (await listConsents(db, id)).find((consent) => consent.purpose === purpose)
    // The last word counts, so two words are never of one moment.
    const at = Math.max(now, (before?.at ?? 0) + 1)
    await insertConsent(db, {
      id: ctx.newId(),
      memberId: id,
      purpose,
      given: given ? 1 : 0,
      at,
      actorId: actor.id,
      channel,
    })
    ctx.note({ before: before ? { given: before.given, at: before.at } : null })
    return listConsents(db, id)
  },

  recordSpend: async (ctx, { id, at, kind, description, amountFen }) => {
    const { db, now } = ctx
    await mustExist(db, id)
    ctx.subject({ memberId: id })
    if (at > now) rejectIssues([{ path: 'at', reason: 'in-future' }])
    const spend = { id: ctx.newId(), at, kind, description, amountFen }
    await insertSpend(db, { ...spend, memberId: id })
    return spend
  },
}

async function mustExist(db: Db, id: MemberId): Promise<void> {
  found(await findMember(db, id), 'member')
}
