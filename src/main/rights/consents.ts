import { found, refuse } from '../../shared/failure.ts'
import type { MemberId } from '../../shared/ids.ts'
import {
  CONSENT_CHANNELS,
  CONSENT_PURPOSES,
  type ConsentChannel,
  type ConsentPurpose,
} from '../../shared/members/words.ts'
import type { ConsentEntry, ConsentText } from '../../shared/rights/model.ts'
import { namesOf } from '../cases/case-file.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import type { Db, Row } from '../store/types.ts'
import { cardsOf } from './cards.ts'
import { insertWord, sealedOf, wasErased } from './queries.ts'

type Calls = Pick<FeatureHandlers<'rights'>, 'consents' | 'recordConsent' | 'texts' | 'saveText'>

const purposeOf = (text: string): ConsentPurpose => CONSENT_PURPOSES.find((one) => one === text) ?? 'service'
const channelOf = (text: string): ConsentChannel => CONSENT_CHANNELS.find((one) => one === text) ?? 'letter'

/** The ledger of consents: every word with its text and proof, and the texts in their versions (PIPL 14, 15, 17). */
export const consenting: Calls = {
  consents: async (ctx, { memberId, before, limit }) => {
    let query = ledger(ctx.db)
    if (memberId !== null) query = query.where('consents.memberId', '=', memberId)
    if (before)
      query = query
        .where('consents.at', '<=', before.at)
        .where((eb) => eb.or([eb('consents.at', '<', before.at), eb('consents.id', '<', before.id)]))
    const rows = await query.orderBy('consents.at', 'desc').orderBy('consents.id', 'desc').limit(limit).execute()
    const last = rows.at(-1)
    return {
      rows: await toEntries(ctx, rows),
      next: last && rows.length === limit ? { at: last.at, id: last.id } : null,
    }
  },

  recordConsent: async (ctx, { memberId, purpose, given, channel, textId, proof }) => {
    const { db, now, actor } = ctx
    ctx.subject({ memberId })
    if ((await cardsOf(db, [memberId])).size === 0) refuse('rights-no-member')
    if ((await wasErased(db, memberId)) || (await sealedOf(db, memberId))) refuse('rights-erased')
    if (textId !== null) {
      const text = found(await findText(db, textId), 'consentText')
      if (text.purpose !== purpose) refuse('consent-other-text')
    }
    const id = ctx.newId()
    const word = { id, memberId, purpose, given: given ? 1 : 0, at: now, actorId: actor.id, channel } as const
    await insertWord(db, word, { textId, proof })
    const [view] = await toEntries(ctx, await ledger(db).where('consents.id', '=', id).execute())
    return found(view, 'consent')
  },

  texts: async (ctx) => {
    const rows = await ctx.db
      .selectFrom('consentTexts')
      .selectAll()
      .orderBy('purpose')
      .orderBy('version', 'desc')
      .limit(500)
      .execute()
    return toTexts(ctx, rows)
  },

  saveText: async (ctx, { purpose, zh, en, fromDay }) => {
    const { db, now, actor } = ctx
    const newest = await db
      .selectFrom('consentTexts')
      .select(['version', 'fromDay'])
      .where('purpose', '=', purpose)
      .orderBy('version', 'desc')
      .limit(1)
      .executeTakeFirst()
    if (newest && fromDay < newest.fromDay) refuse('consent-text-earlier', { day: newest.fromDay })
    const version = (newest?.version ?? 0) + 1
    const row = { id: ctx.newId(), purpose, version, zh, en, fromDay, createdAt: now, createdBy: actor.id }
    await db.insertInto('consentTexts').values(row).execute()
    const [view] = await toTexts(ctx, [row])
    return found(view, 'consentText')
  },
}

function ledger(db: Db) {
  return db
    .selectFrom('consents')
    .leftJoin('consentProofs', 'consentProofs.consentId', 'consents.id')
    .leftJoin('consentTexts', 'consentTexts.id', 'consentProofs.textId')
    .select(['consents.id', 'consents.memberId', 'consents.purpose', 'consents.given', 'consents.at'])
    .select(['consents.channel', 'consents.actorId', 'consentProofs.proof', 'consentTexts.version'])
}

function findText(db: Db, id: string): Promise<Row<'consentTexts'> | undefined> {
  return db.selectFrom('consentTexts').selectAll().where('id', '=', id).executeTakeFirst()
}

type Line = Awaited<ReturnType<ReturnType<typeof ledger>['execute']>>[number]

async function toEntries({ db }: Ctx, rows: readonly Line[]): Promise<ConsentEntry[]> {
  const names = await namesOf(
    db,
    rows.map(({ actorId }) => actorId),
  )
  const cards = await cardsOf(
    db,
    rows.map(({ memberId }) => memberId),
  )
  return rows.map(({ actorId, version, proof, given, purpose, channel, memberId, ...row }) => ({
    ...row,
    memberId: memberId as MemberId,
    card: cards.get(memberId)?.card ?? '',
    purpose: purposeOf(purpose),
    channel: channelOf(channel),
    given: given === 1,
    byName: names.get(actorId) ?? '',
    textVersion: version,
    proof: proof ?? '',
  }))
}

async function toTexts({ db }: Ctx, rows: readonly Row<'consentTexts'>[]): Promise<ConsentText[]> {
  const names = await namesOf(
    db,
    rows.map(({ createdBy }) => createdBy),
  )
  return rows.map(({ createdBy, createdAt: _, purpose, ...row }) => ({
    ...row,
    purpose: purposeOf(purpose),
    byName: names.get(createdBy) ?? '',
  }))
}
