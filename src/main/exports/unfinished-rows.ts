import os from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import { language } from '../../shared/session/model.ts'
import { day } from '../../shared/time.ts'
import { keptFolder, removeKept } from '../bundle/kept-parts.ts'
import { newWrappedKey, unwrapKey } from '../crypto/wrapped-key.ts'
import type { Ctx } from '../engine/handler.ts'
import type { Db, Row } from '../store/types.ts'

export type Unfinished = Row<'unfinishedExports'>
type Begun = Omit<Unfinished, 'id' | 'place' | 'sealedKey'>

/** What an unfinished export was asked for besides its scope and profile; a passphrase is not among it. */
const keptOptions = z.strictObject({
  language,
  leavesMainland: z.boolean(),
  approval: z.string().optional(),
  destroyBy: day.optional(),
  recipientKeys: z.array(z.string()).optional(),
})

/** The kept options of a row, or of what was asked for. */
export const optionsOf = ({ options }: Pick<Unfinished, 'options'>) => keptOptions.parse(JSON.parse(options))
export const optionsText = (options: z.input<typeof keptOptions>): string => JSON.stringify(options)

/** The machine this program runs on: a shared store has exports of several. */
export const thisPlace = (): string => os.hostname()

/** The unfinished export to a file of this machine, if there is one. */
export async function findUnfinished(db: Db, out: string): Promise<Unfinished | undefined> {
  return db
    .selectFrom('unfinishedExports')
    .selectAll()
    .where('place', '=', thisPlace())
    .where('out', '=', path.resolve(out))
    .executeTakeFirst()
}

export async function unfinishedById(db: Db, id: string): Promise<Unfinished | undefined> {
  return db.selectFrom('unfinishedExports').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Every unfinished export with the name of who began it, the newest first. */
export async function listUnfinished(db: Db): Promise<(Unfinished & { beganName: string })[]> {
  return db
    .selectFrom('unfinishedExports')
    .innerJoin('users', 'users.id', 'unfinishedExports.begunBy')
    .selectAll('unfinishedExports')
    .select('users.name as beganName')
    .orderBy('begunAt', 'desc')
    .execute()
}

/** Puts an export that begins on record; one that was begun to the same file before gives it its key. */
export async function saveUnfinished(ctx: Ctx, begun: Begun): Promise<Unfinished> {
  const { db, newId } = ctx
  const before = await findUnfinished(db, begun.out)
  const id = before?.id ?? newId()
  const isOpen = before !== undefined && (await keyOfParts(ctx, before)) !== undefined
  const sealedKey = isOpen ? before.sealedKey : newWrappedKey(await latestDataKey(ctx), id)
  const row = { ...begun, out: path.resolve(begun.out), id, place: thisPlace(), sealedKey }
  await deleteUnfinished(db, id)
  await db.insertInto('unfinishedExports').values(row).execute()
  return row
}

export async function deleteUnfinished(db: Db, id: string): Promise<void> {
  await db.deleteFrom('unfinishedExports').where('id', '=', id).execute()
}

/** After an export to a file was finished: whatever was kept of an earlier one goes. */
export async function endUnfinished(db: Db, out: string): Promise<void> {
  const row = await findUnfinished(db, out)
  if (!row) return
  await deleteUnfinished(db, row.id)
  removeKept(keptFolder(row.out))
}

/** The key of the list of an export's parts; undefined when the data key does not open it. */
export async function keyOfParts(ctx: Ctx, { id, sealedKey }: Unfinished): Promise<Uint8Array | undefined> {
  return unwrapKey(await latestDataKey(ctx), id, sealedKey)
}

/** The data key as it is now; refuses when another desk has renewed it meanwhile. */
async function latestDataKey({ desk, db }: Ctx): Promise<Uint8Array> {
  if (!desk.open) throw new Error('the store is closed')
  const { dataKey, keyring, place } = desk.open.keys
  await place.latest(keyring, db)
  return dataKey
}
