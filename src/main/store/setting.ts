import type { z } from 'zod'
import type { Db } from './types.ts'

/** One thing that is kept under a name for the whole store, and what stands where nothing readable is kept. */
export type Setting<T> = { readonly key: string; readonly schema: z.ZodType<T>; readonly usual: T }

/** What is kept of a setting. What cannot be read stands at its usual value: it must never keep anybody out of the desk. */
export async function readSetting<T>(db: Db, setting: Setting<T>): Promise<T> {
  const kept = readKept(await keptText(db, setting.key), setting.schema)
  return kept === undefined || kept === UNREADABLE ? setting.usual : kept
}

/** True when something is kept of a setting that cannot be read. */
export async function isUnreadable(db: Db, { key, schema }: Setting<unknown>): Promise<boolean> {
  return readKept(await keptText(db, key), schema) === UNREADABLE
}

/** Keeps a value under a name, in place of what was kept there before. */
export async function saveSetting(db: Db, key: string, content: unknown): Promise<void> {
  const value = JSON.stringify(content)
  await db
    .insertInto('settings')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
}

export const UNREADABLE = Symbol('unreadable')

/** A kept text as its schema reads it: undefined where nothing is kept, UNREADABLE where it is no such thing. */
export function readKept<T>(text: string | undefined, schema: z.ZodType<T>): T | undefined | typeof UNREADABLE {
  if (text === undefined) return undefined
  try {
    const parsed = schema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : UNREADABLE
  } catch {
    return UNREADABLE
  }
}

async function keptText(db: Db, key: string): Promise<string | undefined> {
  const row = await db.selectFrom('settings').select('value').where('key', '=', key).executeTakeFirst()
  return row?.value
}
