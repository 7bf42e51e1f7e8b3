import { found, must, Refusal, refuse } from '../../shared/failure.ts'
import type { Questionnaire } from '../../shared/surveys/model.ts'
import type { Handler } from '../engine/handler.ts'
import { checkForm } from '../rules/survey-form.ts'
import { answersByForm, findForm, keepShipped, listForms, saveFormRow, toForm } from './form-queries.ts'

export const forms: Handler<'surveys.forms'> = async (ctx) => {
  const rows = await listForms(ctx.db)
  const counts = await answersByForm(ctx.db)
  return rows.map(({ id, code, version, state, body, ...row }) => {
    const { title, scope } = JSON.parse(body) as Questionnaire
    const isCurrent =
      state === 'published' &&
      !rows.some((other) => other.code === code && other.state === 'published' && other.version > version)
    return {
      ...{ id, code: toForm({ id, code, version, state, body, ...row }).code, version, state, title, scope, isCurrent },
      ...{ savedAt: row.savedAt, savedByName: row.savedByName, reason: row.reason },
      ...{ publishedAt: row.publishedAt, publishedByName: row.publishedByName, answers: counts.get(id) ?? 0 },
    }
  })
}

export const form: Handler<'surveys.form'> = async ({ db }, { id }) =>
  toForm(found(await findForm(db, id), 'surveyForm'))

/** S1-54: a change is a draft of the next version; what people were asked with before stays as it was. */
export const saveForm: Handler<'surveys.saveForm'> = async (ctx, { code, body, basedOn, reason }) => {
  await keepShipped(ctx.db, ctx.now)
  const versions = (await listForms(ctx.db)).filter((row) => row.code === code)
  const published = found(
    versions.find(({ state }) => state === 'published'),
    'surveyForm',
  )
  if (published.version !== basedOn) throw new Refusal({ code: 'CONFLICT', entity: 'surveyForm' })
  if (published.scope !== body.scope) refuse('survey-scope-fixed')
  must(checkForm(body))
  const version = basedOn + 1
  const row = {
    ...{ id: `${code}@${version}`, code, version, state: 'draft' as const, scope: body.scope },
    ...{ savedAt: ctx.now, savedBy: ctx.actor.id, publishedAt: null, publishedBy: null, reason },
    body: JSON.stringify(body),
  }
  await saveFormRow(ctx.db, row)
  return toForm(row)
}

/** S1-54: from now on people are asked with this version. */
export const publishForm: Handler<'surveys.publishForm'> = async (ctx, { id }) => {
  const row = found(await findForm(ctx.db, id), 'surveyForm')
  if (row.state !== 'draft') refuse('survey-form-published')
  const next = { ...row, state: 'published' as const, publishedAt: ctx.now, publishedBy: ctx.actor.id }
  await saveFormRow(ctx.db, next)
  ctx.note({ form: { id, reason: row.reason } })
  return toForm(next)
}
