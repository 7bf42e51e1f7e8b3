import { openFile, sealFile } from '../crypto/sealed-file.ts'
import type { Ctx } from '../engine/handler.ts'
import { dataKeyOf } from '../evidence/vault.ts'
import type { Db } from '../store/types.ts'
import { rowsOf, tripsOf } from './erase.ts'
import { OF_MEMBER, OF_TRIP } from './holdings.ts'
import { sealedOf } from './queries.ts'

type Sealed = { tables: Record<string, Record<string, unknown>[]> }

/** Everything that a lock takes out of use: the member's own file, what is held by member, names and numbers on matters. */
async function collect(
  db: Db,
  memberId: string,
  caseIds: readonly string[],
  callIds: readonly string[],
): Promise<Sealed> {
  const tables: Sealed['tables'] = {
    members: await db.selectFrom('members').selectAll().where('id', '=', memberId).execute(),
  }
  for (const holding of OF_MEMBER) tables[holding.table] = await rowsOf(db, holding, [memberId])
  const trips = await tripsOf(db, memberId)
  for (const holding of OF_TRIP) tables[holding.table] = await rowsOf(db, holding, trips)
  const nothing = { texts: [], blanks: [], nulls: [], json: [], isRemoved: false }
  const contacts = await rowsOf(db, { ...nothing, table: 'cases', by: 'id' }, caseIds)
  tables.caseContacts = contacts.map(({ id, contactName, contactPhone }) => ({ id, contactName, contactPhone }))
  const callers = await rowsOf(db, { ...nothing, table: 'calls', by: 'id' }, callIds)
  tables.callContacts = callers.map(({ id, phone, callerName }) => ({ id, phone, callerName }))
  return { tables }
}

/** What the key of a member's sealed file is bound to. */
export const boundTo = (memberId: string, requestId: string) => `member file|${memberId}|${requestId}`

export type Lock = { memberId: string; requestId: string; untilDay: string; grounds: readonly string[] }

/** Seals a member's file under a key of its own; whoever takes that key away has shredded the file. */
export async function sealMember(
  ctx: Ctx,
  { memberId, requestId, untilDay, grounds }: Lock,
  caseIds: readonly string[],
  callIds: readonly string[],
): Promise<void> {
  const { db, now, actor } = ctx
  const content = Buffer.from(JSON.stringify(await collect(db, memberId, caseIds, callIds)))
  const { key, pieces } = sealFile(await dataKeyOf(ctx), boundTo(memberId, requestId), content)
  await db
    .insertInto('sealedFiles')
    .values({
      ...{ memberId, requestId, sealedAt: now, sealedBy: actor.id, untilDay, size: content.length },
      ...{ grounds: JSON.stringify(grounds), sealedKey: key, shreddedAt: null },
    })
    .execute()
  for (const [place, body] of pieces.entries())
    await db.insertInto('sealedPieces').values({ memberId, place, body }).execute()
}

/** The fields of a locked file's own row; undefined when there is none, or it was shredded or altered. */
export async function openSealed(ctx: Ctx, memberId: string): Promise<Record<string, unknown> | undefined> {
  const row = await sealedOf(ctx.db, memberId)
  if (!row || row.shreddedAt !== null) return undefined
  const pieces = await ctx.db
    .selectFrom('sealedPieces')
    .select('body')
    .where('memberId', '=', memberId)
    .orderBy('place')
    .execute()
  const content = openFile(
    await dataKeyOf(ctx),
    boundTo(memberId, row.requestId),
    row.sealedKey,
    pieces.map(({ body }) => new Uint8Array(body)),
  )
  if (!content) return undefined
  const { tables }: Sealed = JSON.parse(Buffer.from(content).toString('utf8'))
  return tables.members?.[0]
}

/** Crypto-shredding: the key goes, and the sealed bytes with it. */
export async function shredSealed(db: Db, memberId: string, now: number): Promise<void> {
  await db.deleteFrom('sealedPieces').where('memberId', '=', memberId).execute()
  await db
    .updateTable('sealedFiles')
    .set({ sealedKey: '', size: 0, grounds: '[]', shreddedAt: now })
    .where('memberId', '=', memberId)
    .execute()
}
