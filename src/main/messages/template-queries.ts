import type { MessageTemplate } from '../../shared/messages/model.ts'
import { MESSAGE_CHANNELS, OCCASIONS } from '../../shared/messages/words.ts'
import { MEMBER_TIERS } from '../../shared/tiers/model.ts'
import { namesOf } from '../cases/case-file.ts'
import type { Db, Row } from '../store/types.ts'
import { shippedTemplates } from './shipped.ts'

export type TemplateRecord = Row<'messageTemplates'>

/** Every wording, the shipped ones with them; `isOld` too when asked for. Newest version of each first. */
export async function listTemplates(db: Db, includeOld: boolean): Promise<MessageTemplate[]> {
  const rows = await db.selectFrom('messageTemplates').selectAll().orderBy('code').orderBy('version', 'desc').execute()
  const names = await namesOf(
    db,
    rows.flatMap((row) => [row.authorId, row.reviewedBy]),
  )
  const own = rows.map((row) => toTemplate(row, names))
  // A wording of the desk's own that is, or once was, in use has taken the place of the shipped one.
  const changed = new Set(own.filter(({ state }) => state !== 'draft' && state !== 'submitted').map(({ code }) => code))
  const shipped = shippedTemplates().map((one) =>
    changed.has(one.code) ? { ...one, state: 'replaced' as const } : one,
  )
  return [...own, ...shipped]
    .filter(({ state }) => includeOld || (state !== 'replaced' && state !== 'withdrawn'))
    .toSorted((a, b) => orderOf(a) - orderOf(b) || a.code.localeCompare(b.code) || b.version - a.version)
}

const orderOf = ({ occasion }: MessageTemplate) => OCCASIONS.indexOf(occasion)

/** One version of a wording, stored or shipped. */
export async function findTemplate(db: Db, id: string): Promise<MessageTemplate | undefined> {
  return (await listTemplates(db, true)).find((one) => one.id === id)
}

export async function findStored(db: Db, id: string): Promise<TemplateRecord | undefined> {
  return db.selectFrom('messageTemplates').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function versionsOf(db: Db, code: string): Promise<TemplateRecord[]> {
  return db.selectFrom('messageTemplates').selectAll().where('code', '=', code).orderBy('version', 'desc').execute()
}

export async function insertTemplate(db: Db, row: TemplateRecord): Promise<void> {
  await db.insertInto('messageTemplates').values(row).execute()
}

export async function updateTemplate(db: Db, id: string, change: Partial<TemplateRecord>): Promise<void> {
  await db.updateTable('messageTemplates').set(change).where('id', '=', id).executeTakeFirstOrThrow()
}

/** What was in use before gives way to a version that was just published. */
export async function replaceOthers(db: Db, code: string, id: string): Promise<void> {
  await db
    .updateTable('messageTemplates')
    .set({ state: 'replaced' })
    .where('code', '=', code)
    .where('state', '=', 'published')
    .where('id', '!=', id)
    .execute()
}

function toTemplate(row: TemplateRecord, names: ReadonlyMap<string, string>): MessageTemplate {
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? ''))
  return {
    id: row.id,
    code: row.code,
    version: row.version,
    state: row.state,
    occasion: OCCASIONS.find((one) => one === row.occasion) ?? 'care',
    channel: MESSAGE_CHANNELS.find((one) => one === row.channel) ?? 'any',
    tier: MEMBER_TIERS.find((one) => one === row.tier) ?? 'any',
    name: { zh: row.nameZh, en: row.nameEn },
    subject: { zh: row.subjectZh, en: row.subjectEn },
    body: { zh: row.bodyZh, en: row.bodyEn },
    authorId: row.authorId,
    authorName: nameOf(row.authorId),
    updatedAt: row.updatedAt,
    reviewedByName: nameOf(row.reviewedBy),
    reviewedAt: row.reviewedAt,
    reviewNote: row.reviewNote,
  }
}
