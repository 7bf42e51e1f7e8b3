import { z } from 'zod'
import shipped from '../../../resources/policies/surveys-default.json' with { type: 'json' }
import { FORM_CODES, type FormCode, formCode, type Questionnaire, questionnaire } from '../../shared/surveys/model.ts'
import type { FormView } from '../../shared/surveys/views.ts'
import type { SurveyScope, SurveySource } from '../../shared/surveys/words.ts'
import type { Instant } from '../../shared/time.ts'
import type { Db, Row } from '../store/types.ts'

export type FormRecord = Row<'surveyForms'>

const shippedForms = z.array(z.object({ code: formCode, version: z.number(), body: questionnaire }))

/** The questionnaires that came with the product: version 1 of each until something rests on them. */
function shippedRows(now: Instant): FormRecord[] {
  return shippedForms.parse(shipped).map(({ code, version, body }) => ({
    ...{ id: `${code}@${version}`, code, version, state: 'published', scope: body.scope, savedAt: now },
    ...{ savedBy: null, publishedAt: now, publishedBy: null, reason: '', body: JSON.stringify(body) },
  }))
}

/** Which questionnaire is asked after what: handling and service have their own, and so has a trip (S1-81, S4-62). */
export function codeFor(scope: SurveyScope, source: SurveySource): FormCode {
  if (scope === 'handling') return 'handling'
  return source === 'trip' ? 'trip' : 'service'
}

/** Writes the shipped questionnaires down as version 1 before anything rests on them: a later release may ship others. */
export async function keepShipped(db: Db, now: Instant): Promise<void> {
  const known = await db.selectFrom('surveyForms').select('code').where('version', '=', 1).execute()
  const rows = shippedRows(now).filter(({ code }) => !known.some((row) => row.code === code))
  if (rows.length > 0) await db.insertInto('surveyForms').values(rows).execute()
}

/** The version that people are asked with now. */
export async function currentForm(db: Db, code: FormCode): Promise<FormView> {
  const row = await db
    .selectFrom('surveyForms')
    .selectAll()
    .where('code', '=', code)
    .where('state', '=', 'published')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return toForm(row ?? found(shippedRows(0).find((one) => one.code === code)))
}

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('a questionnaire is missing')
  return value
}

export async function findForm(db: Db, id: string): Promise<FormRecord | undefined> {
  const row = await db.selectFrom('surveyForms').selectAll().where('id', '=', id).executeTakeFirst()
  return row ?? shippedRows(0).find((one) => one.id === id)
}

export async function formsById(db: Db, ids: readonly string[]): Promise<Map<string, FormView>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const rows = await db.selectFrom('surveyForms').selectAll().where('id', 'in', wanted).execute()
  return new Map(rows.map((row) => [row.id, toForm(row)]))
}

export async function listForms(db: Db) {
  const rows = await db
    .selectFrom('surveyForms')
    .leftJoin('users as savers', 'savers.id', 'surveyForms.savedBy')
    .leftJoin('users as publishers', 'publishers.id', 'surveyForms.publishedBy')
    .selectAll('surveyForms')
    .select(['savers.name as savedByName', 'publishers.name as publishedByName'])
    .orderBy('surveyForms.code')
    .orderBy('surveyForms.version', 'desc')
    .execute()
  const untouched = shippedRows(0).filter(({ code }) => !rows.some((row) => row.code === code))
  const shippedOnly = untouched.map((row) => ({ ...row, savedByName: null, publishedByName: null }))
  return [...rows, ...shippedOnly].sort((a, b) => order(a.code) - order(b.code) || b.version - a.version)
}

const order = (code: string) => (FORM_CODES as readonly string[]).indexOf(code)

/** How many answers each version has. */
export async function answersByForm(db: Db): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('surveyAnswers')
    .select(['formId', (eb) => eb.fn.countAll<number>().as('count')])
    .groupBy('formId')
    .execute()
  return new Map(rows.map(({ formId, count }) => [formId, Number(count)]))
}

export async function saveFormRow(db: Db, row: FormRecord): Promise<void> {
  const { id: _, ...change } = row
  await db
    .insertInto('surveyForms')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(change))
    .execute()
}

export function toForm({ id, code, version, state, body }: FormRecord): FormView {
  return { id, code: formCode.parse(code), version, state, body: JSON.parse(body) as Questionnaire }
}
