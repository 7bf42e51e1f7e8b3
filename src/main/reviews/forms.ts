import callForm from '../../../resources/reviews/form-call.json' with { type: 'json' }
import complaintForm from '../../../resources/reviews/form-complaint.json' with { type: 'json' }
import { type ReviewForm, reviewForm } from '../../shared/reviews/model.ts'
import type { FormKind } from '../../shared/reviews/words.ts'
import type { Db, Row } from '../store/types.ts'

export type KeptForm = { version: number; form: ReviewForm }

/** The form that came with the product: version 1 until somebody changes it. */
function shippedForm(kind: FormKind): ReviewForm {
  return reviewForm.parse(kind === 'call' ? callForm : complaintForm)
}

export async function currentForm(db: Db, kind: FormKind): Promise<KeptForm> {
  const row = await db
    .selectFrom('reviewForms')
    .select(['version', 'body'])
    .where('kind', '=', kind)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row
    ? { version: row.version, form: reviewForm.parse(JSON.parse(row.body)) }
    : { version: 1, form: shippedForm(kind) }
}

export async function formOf(db: Db, kind: FormKind, version: number): Promise<KeptForm | undefined> {
  const row = await db
    .selectFrom('reviewForms')
    .select('body')
    .where('kind', '=', kind)
    .where('version', '=', version)
    .executeTakeFirst()
  if (row) return { version, form: reviewForm.parse(JSON.parse(row.body)) }
  return version === 1 ? { version, form: shippedForm(kind) } : undefined
}

/** Writes the shipped form down as version 1 before anything rests on it: a later release may ship another. */
export async function keepShipped(db: Db, kind: FormKind, now: number): Promise<void> {
  if (await db.selectFrom('reviewForms').select('version').where('kind', '=', kind).limit(1).executeTakeFirst()) return
  const body = JSON.stringify(shippedForm(kind))
  await insertForm(db, { kind, version: 1, body, reason: '', savedAt: now, savedBy: null })
}

export async function insertForm(db: Db, row: Row<'reviewForms'>): Promise<void> {
  await db.insertInto('reviewForms').values(row).execute()
}

export async function versionsOf(db: Db, kind: FormKind): Promise<Omit<Row<'reviewForms'>, 'body' | 'kind'>[]> {
  return db
    .selectFrom('reviewForms')
    .select(['version', 'reason', 'savedAt', 'savedBy'])
    .where('kind', '=', kind)
    .orderBy('version', 'desc')
    .execute()
}
