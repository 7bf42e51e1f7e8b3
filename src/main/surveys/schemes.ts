import { found, refuse } from '../../shared/failure.ts'
import type { SchemeView } from '../../shared/surveys/views.ts'
import type { Instant } from '../../shared/time.ts'
import type { Handler } from '../engine/handler.ts'
import type { Row } from '../store/types.ts'
import { findScheme, listSchemes, saveSchemeRow } from './run-queries.ts'

export const schemes: Handler<'surveys.schemes'> = async ({ db, now }) =>
  (await listSchemes(db)).map((row) => toScheme(row, now))

/** S3-110 S4-117: which survey comes how often, and how large a sample of whom it draws. */
export const saveScheme: Handler<'surveys.saveScheme'> = async (ctx, { id, ...input }) => {
  if (input.source === 'own' || (input.scope === 'handling' && input.source !== 'case')) refuse('survey-scope-source')
  if (input.channel !== 'sms' && input.channel !== 'email') refuse('survey-list-channel')
  if (input.sampleKind !== 'all' && input.sampleSize === 0) refuse('survey-sample-size')
  const before = id === null ? null : found(await findScheme(ctx.db, id), 'surveyScheme')
  const row: Row<'surveySchemes'> = {
    ...input,
    ...{ id: before?.id ?? ctx.newId(), isActive: input.isActive ? 1 : 0, nextRunAt: before?.nextRunAt ?? ctx.now },
    ...{ createdAt: before?.createdAt ?? ctx.now, createdBy: before?.createdBy ?? ctx.actor.id },
  }
  await saveSchemeRow(ctx.db, row)
  if (before) ctx.note({ before })
  return toScheme(row, ctx.now)
}

function toScheme({ createdAt: _, createdBy: __, isActive, ...row }: Row<'surveySchemes'>, now: Instant): SchemeView {
  return { ...row, isActive: isActive === 1, isDue: isActive === 1 && row.nextRunAt <= now }
}
